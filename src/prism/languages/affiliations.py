"""Whose somebody is: the organisation or place that a phrase ties to a person (미래에셋증권 민지희 연구원, the FAA's chief, Marcus Delacroix).

Only what stands in one phrase with the name: what lies between may be a word for an office, "of" or its like, and no verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from prism.languages.bodies import bodies
from prism.languages.gazetteer import known
from prism.languages.institutions import institutions
from prism.languages.mentions import NameMention
from prism.languages.offices import office_words, offices_in
from prism.languages.people import Person, people
from prism.languages.places import places
from prism.languages.spans import meets

_KOREAN_BEFORE = re.compile(r"(?:의| 소속)? ?(?:[가-힣·]{1,8}(?<![은는이을를로과와도며서])(?<!에게) ){0,2}")
_KOREAN_BEHIND = re.compile(r" (?:(?:[가-힣]{2,5}(?<![은는을를로과와도며서])) )?")
_JAPANESE_BEFORE = re.compile(r"の?[一-鿿ァ-ヶーA-Z・]{0,10}")
_JAPANESE_BEHIND = re.compile(r"・?")
_CHINESE_BEFORE = re.compile(r"的?(?:[^\W，。、和与與在对對将將向为為被因]){0,9}")
_LATIN_BEHIND = re.compile(
    r"(?: of (?:the )?|,? \((?:the )?|, (?:the |an? |its )?(?:[a-z-]+ ){0,6}(?:of|at|for|with|from|in) (?:the )?|, (?:the |an? )|"
    r", who (?:heads?|leads?|chairs?|runs?|directs?) (?:the )?)"
)
_LATIN_BEFORE = re.compile(r"(?P<of>['’]s?)?,? ?(?P<words>(?:[A-Za-z-]+ ){0,5}?)(?:, )?")
_LESS = frozenset(
    ["chief", "head", "deputy", "senior", "vice", "former", "acting", "executive", "managing", "assistant", "general", "co-founder", "new", "then", "and", "first"]
)  # fmt: skip
_REACH = 70


@dataclass(frozen=True, slots=True)
class Tie:
    """A person and what a phrase says that the person belongs to.

    Attributes:
        person: somebody.
        start: offset of the first character of the organisation or place.
        end: offset behind it.
        ids: concepts that it stands for, if the lexicon has it.
        is_place: whether it is a place.
    """

    person: Person
    start: int
    end: int
    ids: frozenset[str]
    is_place: bool


@lru_cache(maxsize=2048)
def ties_of_people(text: str, language: str, names: Sequence[NameMention]) -> tuple[Tie, ...]:
    """The persons of a sentence, each with what a phrase ties to the name; none for most of them.

    Args:
        text: a sentence.
        language: primary tag.
        names: those found in it, as a tuple.
    """
    tied = _TIED.get(language, _latin)
    found: list[Tie] = []
    somebody = people(text, language)
    targets = list(_targets(text, language, names)) if somebody else []
    for person in somebody:
        for start, end, ids, is_place in targets:
            if start < person.end and person.start < end:
                continue
            between = text[end : person.start] if end <= person.start else text[person.end : start]
            if len(between) <= _REACH and tied(text, between, person, (start, end)):
                found.append(Tie(person, start, end, ids, is_place))
    return tuple(found)


def _targets(text: str, language: str, names: Sequence[NameMention]) -> Iterator[tuple[int, int, frozenset[str], bool]]:
    """The organisations and places of a sentence."""
    seen: list[tuple[int, int]] = []
    for body in bodies(text, language, names):
        if body.is_named or body.ids:
            seen.append((body.start, body.end))
            yield body.start, body.end, body.ids, False
    for place in places(text, language, names):
        if not meets(place.start, place.end, seen):
            seen.append((place.start, place.end))
            yield place.start, place.end, frozenset(), True
    spans = [(one.start, one.end, one.kind) for one in names if one.kind != "person"]
    spans += [(one.start, one.end, "organisation") for one in institutions(text, language)]
    spans += [
        (*match.span(group), "place")
        for match in _PLACE_WORD.finditer(text)
        for group in ("place", "town")
        if match.group(group) and known(match.group(group))
    ]
    for start, end, kind in spans:
        if not meets(start, end, seen):
            seen.append((start, end))
            yield start, end, frozenset(), kind == "place"


_PLACE_WORD = re.compile(r"\b(?P<place>[A-Z][a-z]{3,})\b|(?P<town>[가-힣]{2,3})(?:시장|군수|지사|구청장)")
"""A word that may be a known place beside a word of belonging (an Oregon Democrat), or before an office (구미시장)."""


def _has_office_behind(text: str, end: int, language: str) -> bool:
    """Whether a word for an office stands right behind a place of a text."""
    return any(end <= start <= end + _NEAR for start, _, _ in offices_in(text, language))


_NEAR = 8


def _korean(text: str, between: str, person: Person, target: tuple[int, int]) -> bool:
    if target[1] <= person.start:
        return _KOREAN_BEFORE.fullmatch(between) is not None
    return _KOREAN_BEHIND.fullmatch(between) is not None and _has_office_behind(text, target[1], "ko")


def _japanese(text: str, between: str, person: Person, target: tuple[int, int]) -> bool:
    if target[1] <= person.start:
        return _JAPANESE_BEFORE.fullmatch(between) is not None
    return _JAPANESE_BEHIND.fullmatch(between) is not None and _has_office_behind(text, target[1], "ja")


def _chinese(_: str, between: str, person: Person, target: tuple[int, int]) -> bool:
    return target[1] <= person.start and _CHINESE_BEFORE.fullmatch(between) is not None


def _latin(_: str, between: str, person: Person, target: tuple[int, int]) -> bool:
    if target[1] > person.start:
        return _LATIN_BEHIND.fullmatch(between) is not None
    match = _LATIN_BEFORE.fullmatch(between)
    if match is None or between == ", " or not between.strip():
        return between == " "
    words = match.group("words").split()
    told = {one.casefold() for one in words} <= _LESS | _offices()
    return told and bool(words)


@cache
def _offices() -> frozenset[str]:
    return frozenset(word for one in office_words("en") for word in one.split())


_TIED: Mapping[str, Callable[[str, str, Person, tuple[int, int]], bool]] = {
    "ko": _korean,
    "ja": _japanese,
    "zh": _chinese,
}
