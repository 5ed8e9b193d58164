r"""What a text must have before a pattern can match in it: one look at the text instead of a search by each pattern.

Tables of a language hold dozens of patterns, of which a sentence matches two or three. Most can be ruled out by letters that every
match needs: a match of `(\d+)분기` needs 분기 and a digit, one of `\b(?:this|last) month\b` "this month" or "last month". They are read
from the parsed pattern, as engines that match many patterns at once do ("required literals"; Cox, *Regular Expression Matching
with a Trigram Index*, 2012), and looked for all at once (Aho & Corasick 1975).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from re import _constants as tokens  # type: ignore[attr-defined]  # the parser of `re` has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # as above
from typing import Any, Generic, TypeVar

from ahocorasick_rs import AhoCorasick

_DIGIT = r"\d"
"""Stands for any decimal digit."""
_DECIMAL = re.compile(_DIGIT)
_WIDEST = 64
"""Sets of more strings rule out too little."""
_KEPT = 2
"""Sets that are looked at: those that fewest texts have one of."""
_OFTEN, _SELDOM = 0.6, 0.02
"""How likely a sentence has a given letter of the alphabet, or another character; a tenth of those has a given one behind it."""
_FEW_TEXTS = 0.75
"""What more texts have than this is not looked for."""
_ONCE = frozenset({""})

Gate = tuple[frozenset[str], ...]
Item = TypeVar("Item")


class Gates(Generic[Item]):
    """Things found by patterns, each with what a text must have for its pattern."""

    def __init__(self, rows: Iterable[tuple[re.Pattern[str], Item]]) -> None:
        """`rows`: pattern and thing; their order is kept."""
        self._rows = tuple((gate_of(pattern), item) for pattern, item in rows)
        self._strings = sorted({one for gate, _ in self._rows for needed in gate for one in needed} - {_DIGIT})
        self._finder = AhoCorasick(self._strings) if self._strings else None

    def open_to(self, text: str) -> list[Item]:
        """The things whose patterns may match a text."""
        have = self._had_by(text)
        return [item for gate, item in self._rows if not any(map(have.isdisjoint, gate))]

    def _had_by(self, text: str) -> frozenset[str]:
        """The strings that a text has."""
        found = self._finder.find_matches_as_indexes(_folded(text), overlapping=True) if self._finder else ()
        had = {self._strings[place] for place, _, _ in found}
        if _DECIMAL.search(text):
            had.add(_DIGIT)
        return frozenset(had)


@cache
def gate_of(pattern: re.Pattern[str]) -> Gate:
    """Sets of strings of each of which every match of a pattern has one, folded; none where nothing is sure."""
    needed = {one for one in _needed(parser.parse(pattern.pattern, pattern.flags)) if _share(one) < _FEW_TEXTS}
    return tuple(sorted(needed, key=lambda one: (_share(one), sorted(one)))[:_KEPT])


def _share(strings: frozenset[str]) -> float:
    """How many texts have one of some strings, about."""
    return sum((_OFTEN if one[0].isascii() else _SELDOM) * 0.1 ** (len(one) - 1) for one in strings - {_DIGIT}) + (
        _OFTEN if _DIGIT in strings else 0
    )


def _folded(text: str) -> str:
    """Letters without their cases, one by one, as patterns match them that do not count cases (İ and ı as i)."""
    return text.casefold().replace("ı", "i").replace("\u0307", "")


def _needed(sequence: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The sets that a sequence of the parsed pattern needs: its runs of letters, and what it needs between them."""
    found: list[frozenset[str]] = []
    run = _ONCE
    for token, value in sequence:
        strings = _strings(token, value)
        if strings and len(run) * len(strings) <= _WIDEST:
            run = frozenset(a + b for a in run for b in strings)
            continue
        found.append(run)
        run = strings or _ONCE
        if not strings:
            found.extend(_needed_by(token, value))
    return [one for one in (*found, run) if "" not in one]


def _needed_by(token: Any, value: Any) -> list[frozenset[str]]:
    """The sets that a part of a pattern needs which is no choice of a few strings."""
    if token is tokens.IN:
        return [one] if (one := _one_of(value)) else []
    if token is tokens.SUBPATTERN:
        return _needed(value[3])
    if token in {tokens.MAX_REPEAT, tokens.MIN_REPEAT} and value[0] > 0:
        return _needed(value[2])
    if token is tokens.BRANCH:
        branches = [_needed(branch) for branch in value[1]]
        return [frozenset().union(*(min(one, key=_share) for one in branches))] if all(branches) else []
    return []


def _strings(token: Any, value: Any) -> frozenset[str]:  # noqa: PLR0911 - one kind of part after the other
    """All that a part of a pattern may match, if those are a few strings; else nothing."""
    if token is tokens.LITERAL:
        return frozenset({_folded(chr(value))})
    if token in {tokens.AT, tokens.ASSERT, tokens.ASSERT_NOT}:
        return _ONCE  # they match between letters
    if token is tokens.IN:
        one = _one_of(value)
        return frozenset() if _DIGIT in one else one
    if token is tokens.SUBPATTERN:
        return _strings_of(value[3])
    if token is tokens.BRANCH:
        branches = [_strings_of(branch) for branch in value[1]]
        every = frozenset[str]().union(*branches) if all(branches) else frozenset[str]()
        return every if len(every) <= _WIDEST else frozenset()
    if token in {tokens.MAX_REPEAT, tokens.MIN_REPEAT} and tuple(value[:2]) == (0, 1):
        inner = _strings_of(value[2])
        return inner | _ONCE if inner else inner
    return frozenset()


def _strings_of(sequence: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """All that a sequence may match, if those are a few strings; else nothing."""
    every = _ONCE
    for token, value in sequence:
        strings = _strings(token, value)
        if not strings or len(every) * len(strings) > _WIDEST:
            return frozenset()
        every = frozenset(a + b for a in every for b in strings)
    return every


def _one_of(members: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The characters of a class; empty where they are too many or are those that it does not have."""
    found: set[str] = set()
    for token, value in members:
        if token is tokens.LITERAL:
            found.add(_folded(chr(value)))
        elif token is tokens.RANGE and value[1] - value[0] < _WIDEST:
            found.update(_folded(chr(code)) for code in range(value[0], value[1] + 1))
        elif token is tokens.CATEGORY and value is tokens.CATEGORY_DIGIT:
            found.add(_DIGIT)
        else:
            return frozenset()
    return frozenset(found)
