"""Names that say of themselves that they are outlets of news: 세운일보, The Corvane Standard, 江海晚报."""

from __future__ import annotations

import re

_LIKE = re.compile(
    r"(?:신문|일보|신보|통신|뉴스|방송|타임[스즈]|저널|헤럴드|포스트|트리뷴|데일리|위클리|매거진|경제|닷컴|미디어|매체|TV|텔레비전|라디오"
    r"|新聞|新报|新報|日報|日报|晚报|晩報|早报|周刊|週刊|通信社|通讯社|通訊社|放送|广播|廣播|电视|電視|ニュース|タイムズ|ポスト|ジャーナル)$"
    r"|\b(?:News|Times|Post|Journal|Herald|Tribune|Gazette|Standard|Courier|Observer|Chronicle|Mirror|Telegraph|Guardian|Mail|Express|Star|"
    r"Dispatch|Bulletin|Examiner|Register|Reporter|Review|Daily|Weekly|Press|Wire|Newswire|Agency|Broadcasting|Radio|TV|Television|Today|Sun|"
    r"Zeitung|Tageblatt|Nachrichten|Rundfunk|Anzeiger|Kurier|Presse|Agence|Diario|Journal|Monde|Gazeta)\b"
)
_AGENCIES = frozenset(
    {
        "Reuters",
        "AP",
        "AFP",
        "로이터",
        "연합뉴스",
        "ロイター",
        "共同",
        "时事",
        "路透社",
        "新华社",
        "Kyodo",
        "Jiji",
        "Yonhap",
        "Xinhua",
        "DPA",
    }
)


def is_like_an_outlet(name: str) -> bool:
    """Whether a name is one that an outlet or an agency of news would have, or a well-known one."""
    return name in _AGENCIES or _LIKE.search(name) is not None
