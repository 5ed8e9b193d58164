"""Words with which people tell a figure that they reckoned: by how much more, together, what is left, what is the rest.

A figure that no source gives may follow from two others by chance; who tells a sum, a difference or a rest says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_RECKONED: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"보다|차이|차로|격차|비[싸쌌쌀]|[ 를을]싸[다지고]|단축|늦[추췄춰출]|앞당|연장|절[약감]|아[꼈낀끼]|[를을]? ?합[치쳐친한해]|합계|합산|통틀|모두|총|늘[었어릴린려고]|줄[었어일인여고]|감소|증가|더 |덜 |나머지|남[은는았긴겼]|(?<=[\d두세네섯곱덟홉열몇 ])배(?![우달경송포치추])|"
        r"넘게|웃[돈도돌]|밑[돈도돌]|앞서|앞[섰선]|뒤[졌진지]|인상|인하|오[르른를]|올[린렸랐려리]|올라(?! 있)|내[린렸려렸]|깎|높[았은여인이]|낮[췄았은춘춰]|절반|비율|꼴|만에|동안|째|사이|모자[라란랐]|"
        r"[많적]은|[많적]다|[많적]고|[많적]아|초과|추가|해당|규모|대비|불어|급[증감]|빠[진졌]|추산|평균|우위|과반|제외"
    ),
    "ja": re.compile(
        r"より|短縮|高い|安[いくか]|延|差|合わせ|合計|計(?!画)|増|減|残|余|倍|上回|下回|引き[上下]|上げ|下げ|高[いくかま]|低[いくかめ]|割合|ぶり|間(?!違)|平均|超過|多[いくか]|少な|不足|開き|全体|半"
    ),
    "zh": re.compile(
        r"比|缩短|延|贵|便宜|节省|差|合计|共|增|减|剩|余|倍|高出|低于|高于|超出|上涨|下降|下调|上调|提高|降低|占|多出|少了|多了|平均|间|总|相当于|缺口|其余|一半"
    ),
    "en": re.compile(
        r"\b(?:than|beat\w*|by|top(?:s|ped)|sav\w+|shorten\w*|cheaper|dearer|delay\w*|extend\w*|difference|gap|total|totall?ing|altogether|in all|together|combined|overall|sum|both|rose|risen|rising|rise|fell|fall|fallen|drop\w*|cut\w*|up|down|increas\w*|decreas\w*|"
        r"lower\w*|higher|rais\w*|reduc\w*|grew|grow\w*|shr[aiu]nk|lost|gain\w*|add\w*|extra|further|another|remain\w*|rest|left|other|others|half|times|fold|doubl\w*|tripl\w*|lead\w*|ahead|behind|margin|majority|"
        r"short\w*|exceed\w*|beyond|above|below|within|after|later|over|span\w*|average|share|proportion|equivalent|worth|amount\w*|apart|more|less|fewer|trail\w*|narrow\w*|wid\w*|except|without|surplus|deficit)\b",
        re.IGNORECASE,
    ),
}
_REST: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        r"나머지|남[은는았긴겨]|빠[진졌져]|제외|여전히|아직|외[의에]는?|그대로|면[했한하]|피[했한해]|않|못|없|아니|불과"
    ),
    "ja": re.compile(r"残|ほか|以外|除[いくき外]|まだ|免れ|ない|なかった|ず[、に]|せず"),
    "zh": re.compile(r"其余|剩|余下|另|除|尚|仍|未|没|不|免"),
    "en": re.compile(
        r"\b(?:rest|remain\w*|left|other|others|except|exclud\w*|still|yet|spared|unaffected|without|not|no|never|none|neither|un\w+ed|stay\w*|kept|keep\w*|avoid\w*|escap\w*|fail\w*|lack\w*)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
_WHOLE: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"일부|절반|대부분|상당수|가운데|중에|중 "),
    "ja": re.compile(r"一部|半|大半|多く|うち|中[でに]"),
    "zh": re.compile(r"部分|一半|大多|多数|其中|当中"),
    "en": re.compile(r"\b(?:some|part|parts|half|most|many|several|of (?:the|its|their|those|these))\b", re.IGNORECASE),
}
"""Language → what says that not all of a number is meant."""


_LEAD: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"보다|차|많|앞[섰서]|과반|우위|넘"),
    "ja": re.compile(r"より|差|多[いくか]|上回|過半"),
    "zh": re.compile(r"比|差|多|超|过半"),
    "en": re.compile(r"\b(?:majority|margin|lead|ahead|more than|over the|outnumber\w*|edge)\b", re.IGNORECASE),
}
"""Language → what says by how much one side is the larger."""


def tells_lead(text: str, language: str) -> bool:
    """Whether a stretch of text may tell by how much one side has more than the other."""
    pattern = _LEAD.get(language)
    return pattern is not None and pattern.search(text) is not None


def tells_reckoning(text: str, language: str) -> bool:
    """Whether a stretch of text has a word by which a sum, a difference, a share or a rest is told; True without a table."""
    return _tells(_RECKONED, text, language)


def tells_rest(text: str, language: str) -> bool:
    """Whether a stretch of text may tell of what is left when a part is taken; True without a table."""
    return _tells(_REST, text, language)


def tells_part(text: str, language: str) -> bool:
    """Whether a stretch of text measures out a part of what it counts; True without a table."""
    return _tells(_WHOLE, text, language)


def _tells(table: Mapping[str, re.Pattern[str]], text: str, language: str) -> bool:
    pattern = table.get(language)
    return pattern is None or pattern.search(text) is not None
