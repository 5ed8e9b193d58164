"""How sure a text is of what it says, whether it denies it, how much it means, and what it gives as the cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from prism.languages.gates import Gates
from prism.languages.korean_morphemes import morphemes
from prism.languages.tables import table_for

_NEARBY = 2
"""A denial and a verb that denies undo each other with no more than this between them (부인하지 않았다, did not deny, 没有否认)."""
DENIALS = ("not", "no", "refusal")
"""The ways of denying: a denied predicate, a denied noun, a verb or adjective that denies."""


class Mark(NamedTuple):
    """A word of stance.

    Attributes:
        name: its class, as the tables name them ("not", "possible", "all", "before").
        start: offset of its first character.
        end: offset behind its last.
        text: as it stands.
    """

    name: str
    start: int
    end: int
    text: str


def is_hedged(text: str, language: str) -> bool:
    """Whether a sentence leaves open what it says: may, reportedly, plans to, 것으로 보인다, とみられる, 据称, soll."""
    return table_for(language).hedges.search(text) is not None


def is_negated(text: str, language: str) -> bool:
    """Whether a sentence denies: not, never, 않았다, なかった, 没有, kein. Two denials in one clause are not undone."""
    return table_for(language).negations.search(text) is not None


@lru_cache(maxsize=2048)
def denials(text: str, language: str) -> tuple[Mark, ...]:
    """What denies in a text, from left to right: "not", "no" or "refusal"; a denial of a denial counts as none."""
    stances = table_for(language).stances
    return tuple(_without_double(text, _denials(text, language, DENIALS), behind=stances.denied_behind))


@lru_cache(maxsize=2048)
def unrefused(text: str, language: str) -> tuple[Mark, ...]:
    """The refusals of a text that it denies: 부인하지 않았다, did not deny, 否定しなかった."""
    found = _denials(text, language, DENIALS)
    kept = set(denials(text, language))
    return tuple(mark for mark in found if mark.name == "refusal" and mark not in kept)


@lru_cache(maxsize=2048)
def hints_of_denial(text: str, language: str) -> tuple[Mark, ...]:
    """Whatever may say the same as a denial in other words, denials included: only, unknown, cancelled, 그쳤다, 以来."""
    return tuple(_denials(text, language, (*DENIALS, "lesser")))


@lru_cache(maxsize=2048)
def is_undone(text: str, language: str) -> bool:
    """Whether a text has what looks like a denial and is none, often the denial of a contrary: 적지 않다, 不少, not only."""
    table = table_for(language).stances.denial
    return "none" in table and table["none"].search(text) is not None


@lru_cache(maxsize=2048)
def assents(text: str, language: str) -> tuple[Mark, ...]:
    """What agrees, admits, accepts, confirms in a text."""
    return tuple(_denials(text, language, ("assent",)))


@lru_cache(maxsize=2048)
def certainty(text: str, language: str) -> tuple[Mark, ...]:
    """What says how sure a text is, by the classes of `Stances.certainty`: "possible", "considered", "planned", "done" and more."""
    return tuple(_marks(text, _gates(language, "certainty"), overlapping=True))


@lru_cache(maxsize=2048)
def scope(text: str, language: str) -> tuple[Mark, ...]:
    """What measures out how much a text means: "all", "most", "some", "only", "first", "nation", "year_on_year" and more."""
    return tuple(_marks(text, _gates(language, "scope"), overlapping=True))


@lru_cache(maxsize=2048)
def causes(text: str, language: str) -> tuple[Mark, ...]:
    """What joins a cause and its effect: "before" or "behind" (where the cause stands), "loose", "unknown"."""
    return tuple(_marks(text, _gates(language, "cause"), overlapping=True))


def _denials(text: str, language: str, names: tuple[str, ...]) -> list[Mark]:
    """The marks of these classes without those that only look like denials."""
    found = list(_marks(text, _gates(language, "denial", names)))
    table = table_for(language).stances.denial
    harmless = [match.span() for match in table["none"].finditer(text)] if found and "none" in table else []
    return [mark for mark in found if not any(start < mark.end and mark.start < end for start, end in harmless)]


@cache
def _gates(language: str, kind: str, names: tuple[str, ...] = ()) -> Gates[tuple[str, re.Pattern[str]]]:
    """The classes of one kind of stance with their patterns, those of some names in their order, or all."""
    table: dict[str, re.Pattern[str]] = dict(getattr(table_for(language).stances, kind))
    return Gates((table[name], (name, table[name])) for name in names or table if name in table)


def _marks(text: str, classes: Gates[tuple[str, re.Pattern[str]]], *, overlapping: bool = False) -> Iterator[Mark]:
    """Every mark, from left to right; of two in one place the earlier class, unless they may overlap."""
    found: list[Mark] = []
    for name, pattern in classes.open_to(text):
        for match in pattern.finditer(text):
            start, end = match.span()
            if (
                start < end
                and start not in _inside_nouns(text)
                and (overlapping or not any(one.start < end and start < one.end for one in found))
            ):
                found.append(Mark(name, start, end, match.group()))
    return iter(sorted(found, key=lambda mark: (mark.start, mark.end)))


@lru_cache(maxsize=2048)
def _inside_nouns(text: str) -> frozenset[int]:
    """Where a Korean noun goes on: nothing begins there (상수도 may not be 수도, 통행금지를 not whether, ~지를)."""
    return frozenset(place for one in morphemes(text) if one.tag in _NOUNS for place in range(one.start + 1, one.end))


_NOUNS = frozenset({"NNG", "NNP", "NNB"})


def _without_double(text: str, found: list[Mark], *, behind: bool) -> Iterator[Mark]:
    """Denials without the pairs of which one undoes the other."""
    at = 0
    while at < len(found):
        if at + 1 < len(found) and _undoes(text, found[at], found[at + 1], behind=behind):
            at += 2
            continue
        yield found[at]
        at += 1


def _undoes(text: str, one: Mark, other: Mark, *, behind: bool) -> bool:
    """Whether the first is a denial of the second (not deny), or the second of the first (부인하지 않다)."""
    denied, verb = (one, other) if behind else (other, one)
    between = text[one.end : other.start].strip()
    return denied.name == "not" and verb.name == "refusal" and len(between) <= _NEARBY
