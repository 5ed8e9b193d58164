r"""What a text must have before a pattern can match in it: a look at its characters instead of a search.

Tables of a language hold dozens of patterns, of which a sentence matches two or three. Most can be ruled out by a character
that every match needs (a match of `(\d+)분기` needs 분, 기 and a digit). The characters are read from the parsed pattern, as
engines that match many patterns at once do ("required literals"; Cox, *Regular Expression Matching with a Trigram
Index*, 2012, for the idea).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from re import _constants as tokens  # type: ignore[attr-defined]  # the parser of `re` has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # as above
from typing import Any

_DIGIT = r"\d"
"""Stands for any decimal digit."""
_WIDEST = 64
"""Sets of more characters rule out too little."""
_KEPT = 3
"""Sets that are looked at: the narrowest."""
_EVERYWHERE = frozenset(" aeiourstnldmc")
"""Characters that nearly every sentence has where it has their script."""
_MORE_CASES = {"i": "ıİ", "s": "ſ", "k": "\u212a", "å": "\u212b"}
"""What a letter also matches where case does not count."""

Gate = tuple[frozenset[str], ...]


def characters(text: str) -> frozenset[str]:
    """The characters of a text, to be held against gates."""
    found = set(text)
    if any(one.isdecimal() for one in found):
        found.add(_DIGIT)
    return frozenset(found)


def is_open(gate: Gate, have: frozenset[str]) -> bool:
    """Whether a pattern may match a text with these characters: of each set one is there."""
    for needed in gate:  # noqa: SIM110 - a loop: this is asked of every pattern for every sentence
        if needed.isdisjoint(have):
            return False
    return True


@cache
def gate_of(pattern: re.Pattern[str]) -> Gate:
    """Sets of characters of each of which every match of a pattern has one; none where nothing is sure."""
    parsed = parser.parse(pattern.pattern, pattern.flags)
    folded = bool(pattern.flags & re.IGNORECASE)
    needed = {one for one in _needed(parsed, folded=folded) if len(one) <= _WIDEST and not one & _EVERYWHERE}
    return tuple(sorted(needed, key=lambda one: (len(one), sorted(one)))[:_KEPT])


def _needed(sequence: Iterable[tuple[Any, Any]], *, folded: bool) -> list[frozenset[str]]:
    """The sets that a sequence of the parsed pattern needs."""
    found: list[frozenset[str]] = []
    for token, value in sequence:
        if token is tokens.LITERAL:
            found.append(_letter(value, folded=folded))
        elif token is tokens.IN:
            one = _one_of(value, folded=folded)
            found.extend([one] if one else [])
        elif token is tokens.SUBPATTERN:
            _, added, removed, inner = value
            found.extend(_needed(inner, folded=folded or bool(added & re.IGNORECASE)) if not removed else [])
        elif token in {tokens.MAX_REPEAT, tokens.MIN_REPEAT} and value[0] > 0:
            found.extend(_needed(value[2], folded=folded))
        elif token is tokens.BRANCH:
            found.extend(_of_branches([_needed(branch, folded=folded) for branch in value[1]]))
    return found


def _of_branches(branches: Sequence[list[frozenset[str]]]) -> list[frozenset[str]]:
    """What all ways through need: one of the narrowest sets of each."""
    if not all(branches):
        return []
    return [frozenset().union(*(min(one, key=len) for one in branches))]


def _one_of(members: Sequence[tuple[Any, Any]], *, folded: bool) -> frozenset[str]:
    """The characters of a class; empty where they are too many or are those that it does not have."""
    found: set[str] = set()
    for token, value in members:
        if token is tokens.LITERAL:
            found |= _letter(value, folded=folded)
        elif token is tokens.RANGE and value[1] - value[0] < _WIDEST:
            found.update(*(_letter(code, folded=folded) for code in range(value[0], value[1] + 1)))
        elif token is tokens.CATEGORY and value is tokens.CATEGORY_DIGIT:
            found.add(_DIGIT)
        else:
            return frozenset()
    return frozenset(found)


def _letter(code: int, *, folded: bool) -> frozenset[str]:
    letter = chr(code)
    if not folded:
        return frozenset(letter)
    cases = {letter, letter.lower(), letter.upper(), letter.casefold()}
    return frozenset(one for one in cases | set(_MORE_CASES.get(letter.lower(), "")) if len(one) == 1)
