"""What figures count: a small table of concepts by the words that stand near them, in each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from prism.languages import Quantity, name_key, names

_REACH = 40
"""Letters on either side of a figure within which its noun or verb stands."""
_BEFORE = 1.5
"""A word before the figure counts as this much further away than one behind it ("12명 사망·5명 실종")."""
_WEAK = 30.0
"""A word that says who rather than what happened counts as this much further away,"""
_ADJACENT = 5.0
"""and must stand this near."""
_BESIDE = 6
"""Letters around a figure within which a nationality makes it a part ("한국인 12명", "9名中国籍船员")."""


@dataclass(frozen=True, slots=True)
class _Concept:
    """One row of the table, for one language."""

    name: str
    pattern: re.Pattern[str]
    kinds: frozenset[str]
    units: frozenset[str]
    weak: bool

    def takes(self, quantity: Quantity) -> bool:
        """Whether it can count a figure of that kind and unit."""
        return quantity.kind in self.kinds and (not self.units or quantity.unit in self.units)


@cache
def _table() -> Mapping[str, Any]:
    """The file as it stands; its shape does not leave this module."""
    return tomllib.loads(files("prism.stories").joinpath("data/concepts.toml").read_text(encoding="utf-8"))


@cache
def _concepts(language: str) -> tuple[_Concept, ...]:
    """The table's rows that a language has words for, in its order."""
    table = _table()
    return tuple(
        _Concept(
            name=name,
            pattern=_any_of(by_language[language]),
            kinds=frozenset(table["takes"][name]["kinds"]),
            units=frozenset(table["takes"][name]["units"]),
            weak=name in table["weak"],
        )
        for name, by_language in table["concepts"].items()
        if language in by_language
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Any of the words; in scripts with spaces at the start of a word, and with its ending."""
    alternatives = "|".join(
        rf"\b{re.escape(word)}\w*" if word[0].isascii() or "\u00c0" <= word[0] <= "\u052f" else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(alternatives, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts.

    Attributes:
        concept: of the table; empty if none fits.
        beside: what else its clause says ("homes" beside "evacuated" are other homes than beside "destroyed").
        part: it counts only some of those that the concept means ("of them", "including").
    """

    concept: str = ""
    beside: frozenset[str] = frozenset()
    part: bool = False


def concepts_of(text: str, quantities: Sequence[Quantity], language: str) -> tuple[Counted, ...]:
    """What each figure of a text counts, in their order.

    The nearest word and figure find each other first, then what is left: so of "126 people were aboard and 123 were rescued"
    only one is the number of the rescued. A word reaches over no other figure.
    """
    wholes = _wholes(text, quantities, language)
    own = [(one.start, one.end) for one in quantities]
    spans = [
        (one.start, quantities[place + 1].end if place + 1 < len(quantities) and wholes[place + 1] else one.end)
        for place, one in enumerate(quantities)
    ]
    clauses = [_clause(text, start, end) for start, end in spans]
    beside: list[set[str]] = [set() for _ in quantities]
    claims: list[tuple[float, int, int, str]] = []
    for concept in _concepts(language):
        for match in concept.pattern.finditer(text):
            sides: dict[bool, tuple[float, int, int, str]] = {}
            for place, (quantity, (before, after)) in enumerate(zip(quantities, clauses, strict=True)):
                if before <= match.start() and match.end() <= after:
                    if not concept.weak:
                        beside[place].add(concept.name)
                    away = _distance(match, *(own[place] if concept.weak else spans[place]))
                    fits = away <= _ADJACENT if concept.weak else not wholes[place]
                    side = match.start() >= own[place][1]
                    if fits and concept.takes(quantity) and (side not in sides or away < sides[side][0]):
                        sides[side] = (away, place, match.start(), concept.name)
            claims += [(away + _WEAK * concept.weak, place, start, name) for away, place, start, name in sides.values()]
    chosen = _matched(claims)
    return tuple(
        Counted(
            chosen.get(place, ""),
            frozenset(beside[place] - {chosen.get(place, "")}),
            _is_part(text, clauses[place], quantities[place], language),
        )
        for place in range(len(quantities))
    )


def _matched(claims: Sequence[tuple[float, int, int, str]]) -> dict[int, str]:
    """Figure → concept: the nearest pair of word and figure first, each figure and each word once."""
    chosen: dict[int, str] = {}
    used: set[tuple[int, str]] = set()
    for _, place, start, name in sorted(claims, key=lambda claim: claim[0]):
        if place not in chosen and (start, name) not in used:
            chosen[place] = name
            used.add((start, name))
    return chosen


def _wholes(text: str, quantities: Sequence[Quantity], language: str) -> list[bool]:
    """Which figures are the whole that the figure before them is a part of."""
    marks = _table()["wholes"].get(language, ())
    found = [False] * len(quantities)
    for place in range(1, len(quantities)):
        between = text[quantities[place - 1].end : quantities[place].start]
        found[place] = between.casefold().strip() in marks
    return found


def _is_part(text: str, clause: tuple[int, int], quantity: Quantity, language: str) -> bool:
    """Whether a figure counts some of a whole: its clause says so, or a nationality stands right beside it."""
    within = text[clause[0] : clause[1]].casefold()
    if any(mark in within for mark in _table()["parts"].get(language, ())):
        return True
    near = text[max(clause[0], quantity.start - _BESIDE) : min(clause[1], quantity.end + _BESIDE)]
    return any(name_key(one.text, language).startswith("country:") for one in names(near, language))


def _distance(match: re.Match[str], start: int, end: int) -> float:
    if match.end() <= start:
        return start - match.end() + _BEFORE
    return float(max(0, match.start() - end))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the text around a figure, ended by the nearest comma or stop on either side, and by the reach."""
    before, after = max(0, start - _REACH), min(len(text), end + _REACH)
    for place in range(start - 1, before - 1, -1):
        if _ends_clause(text, place):
            before = place + 1
            break
    for place in range(end, after):
        if _ends_clause(text, place):
            after = place
            break
    return before, after


def _ends_clause(text: str, place: int) -> bool:
    if text[place] in ",.":
        return not (place + 1 < len(text) and text[place + 1].isdigit())
    return text[place] in ";:!?。，、；：！？·・…\n\u3000"


def label(concept: str, language: str) -> str:
    """What a concept is called in a language, or empty."""
    return str(_table()["labels"].get(concept, {}).get(language, ""))


def labelled_languages(concept: str) -> tuple[str, ...]:
    """The languages in which a concept has a name."""
    return tuple(sorted(_table()["labels"].get(concept, {})))


def says_correction(title: str, language: str) -> bool:
    """Whether a title says that the article corrects an earlier one."""
    marks = _table()["corrections"]["marks"]
    lowered = title.casefold().lstrip(" [【<〈(（")
    return any(lowered.startswith(word) for word in (*marks.get(language, ()), *marks.get("any", ())))
