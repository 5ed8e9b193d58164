"""What a text gives as the cause of what: a marker with the stretches on its two sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from prism.languages.causes_korean import framed_causes, implied_causes, joints, noun_cause_start
from prism.languages.stance import Mark, causes

_STOPS = re.compile(r"[,;，；。、]\s?|[.](?=\s|$)|[—–]")
_TOPICS = re.compile(
    r"(?<=[가-힣])(?:은|는)\s|は、?(?=[^なあでい])|[,;，；、]\s?|(?<=[가-힣])(?:며|지만|고|는데),?\s|\b(?:said|says?|thinks?|thought|believes?|believed|suspects?|suspected|concluded|found|argued|argues)(?: that)?\s"
)
"""What separates the topic from the cause where the cause stands before its marker (A는 B 때문에 C)."""
_LEAST = 2
"""Least length of a cause behind its marker, in characters, and …"""
_LEAST_CAUSE = 6
"""… of one before it."""


@dataclass(frozen=True, slots=True)
class Causation:
    """That one thing has caused another.

    Attributes:
        marker: the words that say so, as they stand.
        cause: (start, end) of what is given as the cause.
        effect: (start, end) of the stretches of what it has caused: before and behind the cause.
        ruled_out: (start, end) of what the sentence says was not the cause ("rather than to the price").
        implied: whether no word says so, but only how the sentence goes on.
    """

    marker: str
    cause: tuple[int, int]
    effect: tuple[tuple[int, int], ...]
    implied: bool = False
    ruled_out: tuple[int, int] | None = None


@lru_cache(maxsize=2048)
def causations(text: str, language: str) -> tuple[Causation, ...]:
    """The causes that a sentence gives, from left to right.

    Args:
        text: one sentence.
        language: primary tag.
    """
    frames = _FRAMED.get(language, _unframed)(text)
    begins = _NOUN_CAUSE.get(language, _as_it_is)
    found = []
    for one in frames:
        start = begins(text, _cause_start(text, one.end("cause"), one.start("cause")), one.end("cause"))
        found.append(Causation(one.group("marker"), (start, one.end("cause")), (one.span("effect"),)))
    found += [
        told
        for mark in causes(text, language)
        if not any(one.start() < mark.end and mark.start < one.end() for one in frames)
        if (told := _beside(text, mark, begins)) is not None
    ]
    marked = [one.cause for one in found]
    for start, end in _IMPLIED.get(language, _nothing)(text):
        if not any(
            first <= start and end <= last + len(one.marker) for one, (first, last) in zip(found, marked, strict=False)
        ):
            begin = begins(text, _cause_start(text, start), start)
            found.append(Causation(text[start:end], (begin, start), ((0, begin), (end, len(text))), implied=True))
    return tuple({one.cause: one for one in reversed(found)}.values())[::-1]


def _beside(text: str, mark: Mark, begins: Callable[[str, int, int], int]) -> Causation | None:
    """The cause that stands before or behind a marker."""
    if mark.name == "behind":
        stop = _STOPS.search(text, mark.end + 1)
        end = stop.start() if stop and stop.start() - mark.end >= _LEAST else len(text)
        onward = _ONWARD.search(text, mark.end + _LEAST, end) if mark.text.startswith("因") else None
        end = onward.start() if onward else end
        instead = _INSTEAD.search(text, mark.end, end)
        ruled_out = (instead.end(), end) if instead else None
        end = instead.start() if instead else end
        return Causation(mark.text, (mark.end, end), ((0, mark.start), (end, len(text))), ruled_out=ruled_out)
    if mark.name != "before" or _POINTS_BACK.search(text, 0, mark.start):
        return None
    start = begins(text, _cause_start(text, mark.start), mark.start)
    instead = next(iter(_NOT_THIS.finditer(text, start, mark.start)), None)
    ruled_out = (start, instead.start()) if instead else None
    start = instead.end() if instead else start
    return Causation(mark.text, (start, mark.start), ((0, start), (mark.end, len(text))), ruled_out=ruled_out)


_ONWARD = re.compile(r"而(?=[^且是非])")
"""Between a cause and its effect in Chinese (因 A 而 B)."""
_POINTS_BACK = re.compile(r"(?:^|[\s,])(?:그|이|이런|그런) ?$")
"""Before a marker: that the cause was told before (그 영향으로, 이 때문에)."""
_INSTEAD = re.compile(
    r",?\s(?:rather than|instead of|and not)\s(?:to |because of |due to |by )?|,\snot\s(?:to |because of |due to |by )?|\snot\s(?:to (?:the|a|its|their)\s|because of |due to |by )|，?(?:而不是|而非|并非)",
    re.IGNORECASE,
)
"""Behind a cause: what it was not."""
_NOT_THIS = re.compile(r"(?<=[가-힣])(?:[이가] 아니라|[이가] 아닌|보다는) |ではなく、?|でなく、?")
"""Before a cause: what it was not."""
_GOES_ON: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"[가-힣](?:[아어여해돼져려켜겨]|[아어여해돼져]서|면서|자|니|며|나) "),
    "ja": re.compile(r"(?:[てで]|し|り)、|ると、"),
    "zh": re.compile(r"，|,"),
    "en": re.compile(r"\b(?:after|when|as|with|and|amid|following)\b|, \w+ing\b", re.IGNORECASE),
}


def goes_on(text: str, language: str) -> bool:
    """Whether a sentence puts one thing after another in a way that may mean a cause (지원이 끊겨 주민이 돈을 보탰다)."""
    pattern = _GOES_ON.get(language)
    return pattern is not None and pattern.search(text) is not None


def hints_at_cause(text: str, language: str) -> bool:
    """Whether a sentence tells that one thing came of another by how it is built, without a word for "because".

    "Queues forced six stations to stay open", "a gale left ships unable to sail", 강풍이 불어 뜨지 못했다, 부딪치며 생겼다.
    """
    pattern = _HINTS.get(language)
    return pattern is not None and pattern.search(text) is not None


_HINTS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:forc(?:e[ds]?|ing)|oblig(?:e[ds]?|ing)|compell(?:ed|ing)) [^.;]{1,60}? to \w|\b(?:forc(?:e[ds]?|ing)|mean(?:s|t|ing)) (?:that|a|an|the)\b|"
        r"\b(?:left|leaves|leaving) [^.;]{1,60}? (?:without|unable|stranded|dead|homeless|closed|dark|idle)\b|\bso \w+ that\b|, which (?:it|they|he|she) sa(?:id|ys?)\b|"
        r"\bresponsible for\b|\b(?:talks?|rows?|disputes?|clash\w*|quarrel\w*|walked out|fell out|split|resign\w*|protest\w*|sued|strikes?)\b[^.;]{0,40} over\b|\b(?:made|makes|making) it (?:impossible|hard|difficult)\b|\b(?:kept|keeps|keeping|prevent\w*|stopp(?:ed|ing)) [^.;]{1,50}? from \w+ing\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:[가-힣](?:[아어여려켜]|[혀쳐져워와러해돼려쳐]) |[가-힣]서 |[가-힣](?:며|면서),? )[^.]*(?:지 못|못했|못한|수 없|생겼|생긴|일었|벌어졌|빚어졌|묶였|묶인|끊겼|멈췄|멈춰|중단|결항|통제|고립)|"
        r"[다라]며,? [^.]{0,40}(?:거절|거부|기각|반대|취소|지 않|못|어렵|없)|[가-힣](?:[아어여해돼져])(?:서)? [^.]{0,30}(?:어렵|없|지 않)"
    ),
    "ja": re.compile(
        r"[てで]、?[^。]*(?:でき(?:な|ず|なかった)|えな|生じ|起き|発生し|止ま|止まっ|中止|欠航|運休|余儀なく)|を余儀なくさせ|強いられ|[たるい]として(?=[、一-鿿])"
    ),
    "zh": re.compile(
        r"迫使|使得|令[^，。]{1,20}(?:不得不|无法|無法|不能)|使[^，。]{1,20}(?:不得不|无法|無法|不能)|[，、][^。]{0,12}(?:不得不|只能|只好|被迫|无法|無法)"
    ),
}
"""How sentences tell what came of something."""


@lru_cache(maxsize=2048)
def joined(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence puts one thing after another in a way that may mean a cause, in a language that shows it: (start, end)."""
    return _JOINTS.get(language, _nothing)(text)


def _nothing(text: str) -> tuple[tuple[int, int], ...]:  # noqa: ARG001 - stands for a reading of a text
    return ()


def _unframed(text: str) -> tuple[re.Match[str], ...]:  # noqa: ARG001 - as above
    return ()


def _as_it_is(text: str, start: int, end: int) -> int:  # noqa: ARG001 - as above
    return start


_FRAMED: Mapping[str, Callable[[str], tuple[re.Match[str], ...]]] = {"ko": framed_causes}
_NOUN_CAUSE: Mapping[str, Callable[[str, int, int], int]] = {"ko": noun_cause_start}
_IMPLIED: Mapping[str, Callable[[str], tuple[tuple[int, int], ...]]] = {"ko": implied_causes}
_JOINTS: Mapping[str, Callable[[str], tuple[tuple[int, int], ...]]] = {"ko": joints}
"""Languages in which a cause is often told without a word for it."""


def _cause_start(text: str, before: int, least: int = 0) -> int:
    """Where a cause that ends here begins: behind the last mark of a topic, unless too little would be left."""
    starts = [match.end() for match in _TOPICS.finditer(text, least, before) if before - match.end() >= _LEAST_CAUSE]
    return starts[-1] if starts else least
