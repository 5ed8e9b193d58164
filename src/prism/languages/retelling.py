"""Text that says how it is to be retold: orders to whoever summarises, translates, headlines or files a report.

An article tells what happened; one that asks for words in a headline, a tag, a credit or a mark in every sentence speaks to
those who pass it on, machines among them, however politely and without ever naming one. Three things must meet in one
sentence: a part of a retelling (its title, summary, tags, credit), something to be done with it, and an order, a wish or an
obligation. Games with roles and rows of questions with ready answers count too. News about such requests is seldom lost: what
stands in quotation marks is read all the same, since that is where the words to be planted stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "any": (
        r"(?:(?:^|\s|[。．.?？])(?:Q|질문|問|问|Frage|Question)\s?[:：].{1,80}?(?:A|답변?|答|Antwort|Answer)\s?[:：].{0,80}?){2}",
    ),
    "ko": (
        r"(?:요약(?:문|본)?|(?:본|이|해당) ?(?:기사|글|내용|소식)|기사 ?제목|표제|헤드라인|제목|태그|검색어|본문|첫 ?문장|문장마다|첫머리|첫 ?화면|머리기사|톱기사|인용할 때|발언은|옮기는|전하는 (?:기사|매체))[^.!?]{0,60}(?:적|넣|붙여|붙이|표기|달아|다는|올리|올려|언급|포함|들어가|쓰|써|빼|바꾸|분류|배치|공개|삼)[^.!?]{0,24}(?:바랍니다|바란다|십시오|시오|주시면|주세요|달라(?:고|[.]|$)|(?:해|아|어|여|가|려)?야 한다[.]?$|할 것|것이 좋겠|하기로 [^.]{0,12}합의|적기로|둔다[.]?$)",
        r"역할극을? ?(?:하자|시작|해 ?보자)|(?:^|\s)(?:너는|넌|당신은) [^.!?]{0,40}(?:기자|모델|비서|캐릭터|작가)",
        r"(?:다음|아래|위) 문장을 [^.!?]{0,20}번역(?:해|하여)[^.!?]{0,20}(?:시오|라|주세요|십시오)",
    ),
    "en": (
        r"\b(?:summar(?:y|ies|i[sz]e)|retelling|headlines?|title|tags?|topic|your (?:text|brief|copy|article|story)|this (?:report|account|item|story|article)|account of this|words are to be)\b[^.!?]{0,90}",
        r"\blet us play a game\b|\blet['’]s (?:play a (?:game|role)|role-?play)\b|\bin which you are\b",
        r"\btranslate the (?:following|next|above)\b",
        r"\bno (?:further|other) (?:attribution|credit|source|check|verification) is (?:needed|necessary|required)\b",
    ),
    "ja": (
        r"(?:要約|見出し|題名|表題|タグ|冒頭|文ごと|本文|この記事|この内容|この件を伝える|転載する媒体|引用の際|発言は)[^。！？]{0,60}(?:書|記|入れ|添え|付け|掲げ|載せ|除|扱|表記|置き換え|使|含め|する|触れ)[^。！？]{0,24}(?:いただきたい|いただけます|ください|下さい|お願い|てほしい|助かり|なければならない|必要がある|がよいだろう|こと(?:[。]|$)|合意)",
        r"役割演技|(?:^|[。、])(?:君|あなた)は[^。]{0,30}(?:記者|作家|モデル|キャラクター)",
        r"次の文を[^。]{0,12}(?:訳し|翻訳し)て",
    ),
    "zh": (
        r"(?:摘要|标题|標題|题目|標籤|标签|每句话|正文开头|转述|轉述|转载|轉載|引用|署名|本文|本内容|供编辑)[^。！？]{0,50}(?:请勿写|写明|写入|加上|带上|刊出|设为|列出|改为|署名|表述为|使用|放在|提到)[^。！？]{0,30}",
        r"角色扮演|(?:^|[。，,])你是[^。，]{0,14}(?:记者|作家|模型|角色)",
        r"把(?:下面|以下|下列)这?句话?[^。]{0,4}(?:翻|译|譯)",
    ),
    "de": (
        r"\b(?:Zusammenfassung\w*|zusammenfass\w*|Nacherzählung\w*|Überschrift\w*|Titel\w*|Schlagwort\w*|Schlagzeile\w*|Bericht|Meldung|Zitat|jeden Satz|Redaktion)\b[^.!?]{0,120}",
        r"\b[Ss]pielen wir ein (?:Spiel|Rollenspiel)\b|\bin dem du\b",
        r"\b[Üü]bersetze?n?(?: Sie)? (?:den|die|das) (?:folgenden?|nächsten?)\b",
    ),
}  # fmt: skip
"""Language → patterns; all are tried on every text. In English, German and Chinese the second condition stands in `_ASKING`."""

_ASKING: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:please|kindly)\s+(?!the\b|an?\b|his\b|her\b|them\b|us\b|all\b|everyone\b)|we ask\b|(?:are|is) (?:asked|requested|expected|required|urged) to\b|must (?:file|state|say|mention|include|carry|open|begin|close|use)|(?:is|are) to be (?:left|rendered|credited|attributed|translated|replaced|filed|called|quoted)|should be (?:credited|attributed|rendered|translated|filed|headlined|retold|described as)|(?:it )?would be best if\b)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:bitte|wird gebeten|werden gebeten|muss stehen|müssen sie|soll der Text|ist\b.{0,90}\b(?:wegzulassen|zuzuschreiben|wiederzugeben|zu ersetzen|zu nennen|einzuordnen)|am besten wäre|als Schlagwort|einordnen)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"请|請|务必|務必|应当|應當|必须|必須|一律|最好|希望|统一|約定|约定|供编辑"
    ),
}  # fmt: skip
_FIRST = {
    language: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    for language, patterns in _ORDERS.items()
}
_SENTENCE = re.compile(r"[^.!?。！？]+[.!?。！？]*")


def directs_retelling(text: str) -> bool:
    """Whether a text tells those who pass it on how to: what to put into a title, a summary, tags, a credit.

    Args:
        text: a sentence or two of plain text, in any language.
    """
    for language, patterns in _FIRST.items():
        asking = _ASKING.get(language)
        for place, pattern in enumerate(patterns):
            if pattern.search(text) and (place > 0 or asking is None or _meets(text, pattern, asking)):
                return True
    return False


def _meets(text: str, pattern: re.Pattern[str], asking: re.Pattern[str]) -> bool:
    """Whether one sentence has both the part of a retelling and the order."""
    return any(pattern.search(one) and asking.search(one) for one in _SENTENCE.findall(text))
