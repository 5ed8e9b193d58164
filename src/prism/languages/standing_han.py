"""Who stands above whom in Japanese sentences, by their particles, and in Chinese ones, by the order of their clauses and 被, 向, 从."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from prism.languages.demonyms import side_of
from prism.languages.offices import office_words
from prism.languages.roles import Span
from prism.languages.slot_values import AGAINST, OBJECT, OWNER, RECIPIENT, SOURCE
from prism.languages.standing_values import INNER, Standing

# Japanese

_JA_PHRASE = re.compile(
    r"(?P<np>(?:[一-鿿々ァ-ヺーA-Za-z0-9・]+|「[^」]{2,16}」)+)(?:[（(][^）)]*[）)])?(?:さん|氏|側|ら|たち)?"
    r"(?P<mark>に対し(?:て)?|を相手に|によって|により|から|との|への|が|は|も|を|に|へ|の|と(?=[^一-鿿]?[一-鿿]))(?![一-鿿]?て(?:い|お)る|よると|よれば|ついて)"
)
_JA_PARTS = {
    "に対し": AGAINST,
    "を相手に": AGAINST,
    "から": SOURCE,
    "を": OBJECT,
    "に": RECIPIENT,
    "へ": RECIPIENT,
    "の": OWNER,
    "と": AGAINST,
}
_JA_PASSIVE = re.compile(r"され|られ|[かたなまらわが]れ(?=[たるて、。])|敗れ|負け")
_JA_SOURCE = re.compile(
    r"(?P<np>[一-鿿々ァ-ヺーA-Za-z0-9・]{2,})(?:さん|氏|側)?(?:に(?:よると|よれば)|の(?:話|説明)(?:では|によると))"
)
_JA_BIDDEN = re.compile(r"の[一-鿿ァ-ヺー]{2,6}(?:を(?:受け|得|浴び)|で(?=[、一-鿿])|により|に従)")
_BID = 12
_JA_STOP = re.compile(r"[。、]")
_DIGITS = re.compile(r"[0-9０-９]+[^一-鿿]?$")
_JA_HEADS = frozenset({"が", "は", "も"})
_BY = frozenset({"に", "から", "によって", "により"})


def japanese(text: str, _: tuple[Span, ...]) -> Iterator[Standing]:
    """The standings of a Japanese sentence.

    Args:
        text: the sentence.
        _: not needed; particles show the parties.
    """
    found = [(match.span("np"), match.group("mark").removesuffix("て")) for match in _JA_PHRASE.finditer(text)]
    yield from _ja_told_by(text, [at for at, _ in found])
    heads = [(at, mark) for at, mark in found if mark in _JA_HEADS]
    for number, (head, mark) in enumerate(heads):
        later = next((at for at, other in heads[number + 1 :] if mark == "が" or other != "が"), None)
        reach = later[0] if later is not None else len(text)
        above = _with_owner(head, found)
        for at, how in found:
            if head[1] <= at[0] < reach:
                yield from _ja_below(text, above, at, how)


def _ja_told_by(text: str, parties: list[Span]) -> Iterator[Standing]:
    """The one according to whom all else is told."""
    speaker = _JA_SOURCE.search(text)
    for at in parties:
        if speaker is not None and at != speaker.span("np"):
            yield Standing((speaker.span("np"),), at, INNER, speaker.span())


def _ja_below(text: str, above: tuple[Span, ...], at: Span, how: str) -> Iterator[Standing]:
    """How a party with its mark stands to the one before it that acts."""
    if how == "の" and _JA_BIDDEN.match(text, at[1]):
        yield Standing((at,), above[-1], OBJECT, (at[1], min(len(text), at[1] + _BID)))
        return
    stop = _JA_STOP.search(text, at[1])
    verb = (at[1], stop.start() if stop is not None else len(text))
    if how in _BY and _JA_PASSIVE.search(text, *verb):
        yield Standing((at,), above[-1], OBJECT, verb)
    elif how == "が":
        yield Standing(above, at, INNER, verb)
    elif how in _JA_PARTS:
        yield Standing(above, at, _JA_PARTS[how], verb)


def _with_owner(head: Span, found: list[tuple[Span, str]]) -> tuple[Span, ...]:
    """A party with the one to whom it belongs (谷口陣営の運動員)."""
    owner = next((at for at, mark in found if mark == "の" and at[1] < head[0] <= at[1] + _OWNER), None)
    return (owner, head) if owner is not None else (head,)


_OWNER = 4
"""Characters between an owner and what is owned: の and 氏, さん before it."""

# Chinese

_ZH_CLAUSE = re.compile(r"[，；。：,;:](?!\d)")
_ZH_BY = re.compile(r"(?:被|遭|由|受到)[“「]?$")
_ZH_PASSIVE = re.compile(
    r"[被遭]|受到|获得|得到|接受|应(?=[一-鿿]{2,8}(?:邀请|要求|请求))|输给|輸給|败给|敗給|不敌|不敵|负于"
)
_ZH_PARTS = (
    (SOURCE, re.compile(r"(?:从|從)[“「]?$")),
    (RECIPIENT, re.compile(r"(?:向|给|給|对|對|同|与|與|跟)[“「]?$")),
    (OBJECT, re.compile(r"(?:把|将|將)[“「]?$")),
)
_ZH_AWAY = re.compile(r"(?:在|于|於|据|据|根据)[“「]?$")
_ZH_SAYS = re.compile(r"(?:说|称|表示|透露|认为|指出|强调|宣布|告诉[^，。]*)[，：]?[“]?$")
_ZH_BIDS = re.compile(r".{0,2}(?:让|叫|要求?|命令?|派|请|劝|指使|指示)[她他]")
_ZH_SIDE = re.compile(r"[一-鿿]方")
_ZH_PRONOUN = re.compile(r"[她他]|自己")
_GAP = 5


def chinese(text: str, sides: tuple[Span, ...]) -> Iterator[Standing]:
    """The standings of a Chinese sentence.

    Args:
        text: the sentence.
        sides: spans of the words that may be parties, in order.
    """
    more = [match.span() for match in _ZH_SIDE.finditer(text) if side_of(match.group())]
    free_of = [at for at in sides if not any(a < at[1] and at[0] < b for a, b in more)]
    every = _phrases(text, tuple(sorted((*free_of, *more))))
    cuts = [0, *(match.end() for match in _ZH_CLAUSE.finditer(text)), len(text)]
    carried: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    for start, end in pairwise(cuts):
        inside = [at for at in every if start <= at[0][0] < end]
        if speaker:
            yield from _zh_spoken_of(text, speaker, inside, (start, end))
        inside = [at for at in inside if not _is_owner(text, at, inside)]
        if not inside:
            continue
        free = [at for at in inside if not _before(text, start, at[0][0])]
        subject = free[0] if free and (free[0][0][0] - start <= _LEAD or not carried) else carried
        if subject:
            yield from _zh_below(text, subject, inside, (start, end))
        carried = subject or carried
        if _ZH_SAYS.search(text[start:end]):
            speaker = subject


def _zh_spoken_of(
    text: str, speaker: tuple[Span, ...], parties: list[tuple[Span, ...]], clause: Span
) -> Iterator[Standing]:
    """The parties of a clause that somebody says, unless it tells of that one."""
    for at in parties:
        if at != speaker and not _ZH_PRONOUN.search(text, at[-1][1], clause[1]):
            yield Standing(speaker, at[-1], INNER, clause)
        if _ZH_BIDS.match(text, at[-1][1]):
            yield Standing(at, speaker[-1], OBJECT, clause)


def _zh_below(
    text: str, subject: tuple[Span, ...], parties: list[tuple[Span, ...]], clause: Span
) -> Iterator[Standing]:
    """The parties of a clause beside its subject."""
    passive = _ZH_PASSIVE.search(text, *clause)
    for at in parties:
        if at == subject:
            continue
        begin = at[0][0]
        if passive is not None and passive.end() <= begin + 1 and begin - passive.end() <= _GAP:
            yield Standing(at, subject[-1], OBJECT, clause)
        elif not _ZH_AWAY.search(text, clause[0], begin):
            part = next((part for part, pattern in _ZH_PARTS if pattern.search(text, clause[0], begin)), OBJECT)
            yield Standing(subject, at[-1], part, clause)


_LEAD = 8
"""Characters of a clause within which its subject begins."""


def _is_owner(text: str, party: tuple[Span, ...], others: list[tuple[Span, ...]]) -> bool:
    """Whether a party only tells whose the next one is (许曼妮的前助理朱琳)."""
    end = party[-1][1]
    return text[end : end + 1] == "的" and any(end < at[0][0] <= end + _LEAD for at in others)


def _before(text: str, start: int, at: int) -> bool:
    """Whether a word for by, to or from stands before a place."""
    return (
        _ZH_BY.search(text, start, at) is not None
        or _ZH_AWAY.search(text, start, at) is not None
        or any(pattern.search(text, start, at) for _, pattern in _ZH_PARTS)
    )


def _phrases(text: str, sides: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """The parties of a text, each with what stands before it of the same phrase: where it belongs, its office."""
    offices = tuple(office_words("zh"))
    found: list[tuple[Span, ...]] = []
    for at in sides:
        between = text[found[-1][-1][1] : at[0]] if found else "，"
        if found and (not between or between in _LINKS or (len(between) <= _OFFICE and between.endswith(offices))):
            found[-1] = (*found[-1], at)
        else:
            found.append((at,))
    return found


_OFFICE = 6
"""Characters of an office between a body and a name at the most (队主教练)."""
_LINKS = frozenset(
    {"长", "市长", "外长", "总统", "首相", "董事长", "创始人", "总经理", "副总裁", "总裁", "驻华大使", "大使"}
)
