"""Whether a deed is told as done, or as still to come, wished, weighed: has halved, will halve, 내렸다, 내리겠다고 했다.

A word is read with what stands beside it: in front of it where the language puts it there (will, to, 将), behind it where its
verbs end in what they mean (겠다, 기로, する方針). Deeds in a row share the ending of the last one (신청하고 … 늘리기로 했다).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from prism.languages.tables.stance_ko import ending_in

DONE, OPEN = "done", "open"
_REACH = 44
"""Characters behind a deed in which the end of its row is looked for."""
_NEAR = 5
"""Characters behind a word within which an ending is its own."""


@lru_cache(maxsize=8192)
def settled(text: str, language: str, start: int, end: int, *, noun: bool = False) -> str:
    """How a deed is told.

    Args:
        text: the sentence.
        language: primary tag.
        start: of the word that tells the deed.
        end: behind it.
        noun: whether it is a noun, which tells of a deed only with a verb of its own (신청하다, 提訴する).

    Returns:
        "done", "open" (planned, promised, weighed, possible, asked for), or "" where it cannot be told.
    """
    read = _READERS.get(language)
    return read(text, start, end, noun=noun) if read is not None else ""


# -- Korean --------------------------------------------------------------------------------------------------------------

_KO_OPEN = re.compile(
    rf"겠|기로|{ending_in(8)} ?(?:계획|예정|방침|것|생각|뜻|의향|수|전망|가능성|방안|지|듯|경우|때)|려고|려는|려면|고자|[기]? ?위[해한]|도록|예정|계획|방침|검토|추진|"
    r"방안|고 싶|해야|하라|달라|자고|[하되오가나르리지켜으]면(?!서)|여부|논의|고려|준비|가능성|전망"
)
_KO_DONE = re.compile(
    rf"{ending_in(20)}(?:다|고|으며|지만|으나|는데|던|을|음|기 때)|[한된친낸꾼킨준긴운린쓴힌친판산본간온끈뜬딴](?= (?!계획|방안|방침|예정|듯|뒤|후|다음|때|이후|데|채|지))"
)
_KO_OWN = re.compile(
    r"[을를이가도]? ?(?:하|했|한|할|해|되|됐|된|될|돼|받|시[켰킨키킬]|내|냈|낸|낼|제기|제출|단행|당|마|체결|청구|추진|검토|여부|계획|예정|방침|키로)"
)
_KO_HEADLINE = re.compile(r"[을를]? ?(?:제기|제출|단행|착수|돌입|나서|완료|청구|접수|체결)?$")


def _korean(text: str, start: int, end: int, *, noun: bool) -> str:
    """The first ending behind a deed, its own or that of the row."""
    own = _KO_OWN.match(text, end)
    if noun and own is None and text[end - 1] != "로":
        return DONE if _KO_HEADLINE.fullmatch(text.rstrip("."), end) else ""
    stop = text.find(". ", end)
    tail = text[start + 1 : min(len(text), end + _REACH) if stop < 0 else min(stop, end + _REACH)]
    done, opened = _KO_DONE.search(tail), _KO_OPEN.search(tail)
    if opened is not None and (done is None or opened.start() <= done.start()):
        return OPEN
    if done is not None:
        between = text[end : start + 1 + done.start()]
        reach = (own.end() - end if own else 0) + 1
        return DONE if len(between) <= reach else ""
    return DONE if noun and _KO_HEADLINE.fullmatch(text.rstrip("."), end) else ""


# -- English -------------------------------------------------------------------------------------------------------------

_EN_OPEN = re.compile(
    r"(?:\b(?:will|would|shall|may|might|could|can|should|must|planning|considering|weighing|mulling|studying|exploring|discussing|"
    r"(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|aim(?:s|ed)?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|agree[sd]?|decide[sd]?|want(?:s|ed)?|hope[sd]?|seek(?:s|ing)?|sought|prepar(?:es?|ed|ing)|expect(?:s|ed)?|"
    r"due|set|going|likely|scheduled|slated|order(?:s|ed)|ask(?:s|ed)|urge[sd]?|propose[sd]?|proposal|threaten(?:s|ed)?|about|ready|yet|offer(?:s|ed)?|is|are|was|were) to)|['’]ll)\s+(?:(?:also|soon|not|now|either|then|only|formally|even|jointly|be|have|further|a|an|the|its|their|his|her|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_EN_PERFECT = re.compile(
    r"\b(?:has|have|had|['’]ve)\s+(?:(?:already|now|also|just|since|formally|been|finally|\w+ly)\s+)*$", re.IGNORECASE
)
_EN_ONCE = re.compile(r"\b(?:after|once|until|when|before|if)\b[^,.;]{1,40}$", re.IGNORECASE)
_EN_PAST = re.compile(r"\w{2,}ed|bought|sold|sent|built|left|took|gave|made|began|hired|won|lost|paid|went|led|shut|met|chose|drew|wrote|withdrew|broke")  # fmt: skip
_EN_PASSIVE = re.compile(r"\b(?:is|are|be|being|to be|get|gets)\s+(?:\w+ly\s+)?$", re.IGNORECASE)

_EN_WITHOUT_TENSE = re.compile(
    r"\bto\s+(?:\w+ly\s+)?$|\b(?:to|will|would|can|could|may|might|must|should)\s+(?:have|get)\s+(?:[\w-]+\s+){1,4}$",
    re.IGNORECASE,
)
"""Before what tells of no time by itself: voted to shut it, in talks to have a nurse sent."""


def _english(text: str, start: int, end: int, *, noun: bool) -> str:
    del noun
    before, word = text[:start], text[start:end].split(" ", maxsplit=1)[0].casefold()
    if _EN_OPEN.search(before):
        return OPEN
    if _EN_PERFECT.search(before):
        return "" if _EN_ONCE.search(before) else DONE
    if _EN_WITHOUT_TENSE.search(before):
        return ""
    return DONE if _EN_PAST.fullmatch(word) and not _EN_PASSIVE.search(before) else ""


# -- Japanese ------------------------------------------------------------------------------------------------------------

_JA_OPEN = re.compile(
    r"検討|方針|計画|予定|意向|考え(?!た)|目指|たい|よう(?=と|に)|だろう|可能性|かどうか|見通し|見込|(?<![てで]い)[るうくすつむぶぐ](?:と(?:発表|表明|述べ|し|語|話|明らか|い)|ことを|ことに|こと。|か(?:を|ど)|。|$)|求め|要請|れば|たら|場合|ため(?:に)?"
)
_JA_OWN = re.compile(
    r"を?(?:す|し|さ|せ|検討|目指|求め|計画|予定|開始|決)|[ぁ-ん]{0,3}(?:る|う|く|す|つ|む|ぶ|ぐ|た|だ|て|ら|ろ|よう)|の(?:方針|計画|予定|意向|検討)"
)
_JA_STOP = re.compile(r"(?<=.)[、。」]")
_JA_DONE = re.compile(r"(?:[っいしちりみきえけせてべめれじぎげ]|[でねに])た(?!い|ら)|んだ(?=[。、とが]|$)|ました")


def _japanese(text: str, start: int, end: int, *, noun: bool) -> str:
    if noun and not _JA_OWN.match(text, end):
        return DONE if not text[end:].strip("。 ") else ""
    tail = _JA_STOP.split(text[max(start + 1, end - 1) : end + _REACH])[0]
    done, opened = _JA_DONE.search(tail), _JA_OPEN.search(tail)
    if opened is not None and (done is None or opened.start() <= done.start()):
        return OPEN
    if done is not None:
        return DONE if done.start() <= _NEAR else ""
    return ""


# -- Chinese -------------------------------------------------------------------------------------------------------------

_ZH_OPEN = re.compile(
    r"(?:将(?!近|军)|將|拟|擬|计划|計劃|考虑|考慮|打算|准备|準備|可能|有望|希望|预计|預計|要求|建议|建議|如果|若|研究|承诺|承諾|(?<![工协协員员议社大机都集聚晚学商国理])会(?!议|员|长|见|谈|计)|欲|争取|准备|呼吁|申请)[^，。；：,;]{0,16}$"
)
_ZH_DONE = re.compile(r"[^，。；,]{0,3}了|[^，。；,]{0,2}完成")
_ZH_DONE_BEFORE = re.compile(r"(?:已经?|已於|刚刚?|曾)[^，。；,]{0,6}$")


def _chinese(text: str, start: int, end: int, *, noun: bool) -> str:
    del noun
    before = text[:start]
    if _ZH_DONE_BEFORE.search(before) or _ZH_DONE.match(text, end):
        return DONE
    return OPEN if _ZH_OPEN.search(before) else ""


_READERS: Mapping[str, Callable[..., str]] = {
    "ko": _korean,
    "en": _english,
    "ja": _japanese,
    "zh": _chinese,
}
"""Language → how it is read."""
