"""What stands beside a place in a sentence, and how much of it stands beside a place in another.

A date or a figure belongs to what is told beside it. Words, names and figures of a claim are matched with those of a
passage; each counts for a place the more the fewer words, other marked places and clause borders lie between. The share of what is
beside a place of the claim that is also beside a place of the passage tells whether both are said of one thing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from prism.checks.matching import is_same, same_figure
from prism.checks.reading import Statement
from prism.languages import Quantity, Term, same_name
from prism.languages.moments import verb_last

Place: TypeAlias = "tuple[int, int]"
"""Start and end of something in a sentence."""

_CLAUSE = re.compile(r"[,;:，；：–—]|(?<=[가-힣])(?:고|며|지만|는데|면서|자|다가)(?= )| (?:and|but|while) |[がし]、|、")
_PER_WORD, _PER_MARK, _PER_CLAUSE = 0.88, 0.4, 0.7
_ANOTHERS = 0.6
"""What an anchor counts that stands nearer to another place of the same kind."""
_RANGE = 5
"""Characters at most between the ends of a range, which share what stands beside them."""
_STEM = 6
_SYLLABLES = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word, name or figure that can be found again: one of the three is set."""

    start: int
    end: int
    term: Term | None = None
    name: str = ""
    figure: Quantity | None = None


@lru_cache(maxsize=2048)
def anchors(statement: Statement) -> tuple[Anchor, ...]:
    """The words, names and figures of a sentence in their order."""
    found = [Anchor(one.start, one.end, term=one) for one in statement.terms]
    found += [Anchor(one.start, one.end, name=one.text) for one in statement.names]
    found += [Anchor(one.start, one.end, figure=one) for one in statement.figures if one.kind != "time"]
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=2048)
def matches(claim: Statement, passage: Statement) -> tuple[tuple[int, ...], ...]:
    """For each anchor of a claim those of a passage that are the same, by their numbers."""
    theirs = anchors(passage)
    return tuple(
        tuple(number for number, other in enumerate(theirs) if _is_one(mine, other, claim, passage))
        for mine in anchors(claim)
    )


def _is_one(mine: Anchor, other: Anchor, claim: Statement, passage: Statement) -> bool:
    if mine.term is not None and other.term is not None:
        if not mine.term.keys.isdisjoint(other.term.keys):
            return True
        if claim.language != passage.language:
            return not mine.term.sounds.isdisjoint(other.term.sounds)
        return _stem(mine.term.text) == _stem(other.term.text)
    if mine.name and other.name:
        return mine.name == other.name or is_same(same_name(mine.name, claim.language, other.name, passage.language))
    if mine.figure is not None and other.figure is not None:
        return same_figure(mine.figure, other.figure)
    return False


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    folded = word.casefold()
    return folded[:_STEM] if folded.isascii() else folded[:_SYLLABLES]


def _nearness(statement: Statement, place: Place, marks: Sequence[Place]) -> tuple[float, ...]:
    """How near each anchor of a sentence is to a place, 0 to 1; less for what is nearer to another place of the kind."""
    every = tuple(marks)
    own = _distances(statement, place, every)
    others = [_distances(statement, one, every) for one in every if max(one[0] - place[1], place[0] - one[1]) > _RANGE]
    return tuple(
        near * _ANOTHERS if any(other[number] > near for other in others) else near for number, near in enumerate(own)
    )


@lru_cache(maxsize=4096)
def _distances(statement: Statement, place: Place, marks: tuple[Place, ...]) -> tuple[float, ...]:
    """How near each anchor of a sentence is to a place, 0 to 1; 0 for what lies in the place itself."""
    every = anchors(statement)
    borders = [match.start() for match in _CLAUSE.finditer(statement.text)]
    found = []
    for one in every:
        if one.start < place[1] and place[0] < one.end:
            found.append(0.0)
            continue
        low, high = (one.end, place[0]) if one.end <= place[0] else (place[1], one.start)
        between = sum(low <= other.start and other.end <= high for other in every)
        others = sum(low <= start and end <= high for start, end in marks if (start, end) != place)
        clauses = sum(low <= border < high for border in borders)
        found.append(_PER_WORD**between * _PER_MARK**others * _PER_CLAUSE**clauses)
    if verb_last(statement.language):
        end = next((border for border in borders if border >= place[1]), len(statement.text))
        last = max((n for n, one in enumerate(every) if place[1] <= one.start and one.end <= end), default=-1)
        if last >= 0 and not any(place[1] <= start < every[last].start for start, _ in marks):
            found[last] = _PER_WORD
    return tuple(found)


@dataclass(frozen=True)
class Beside:
    """What stands beside a place of a claim, against all passages.

    Attributes:
        claim: the sentence.
        every: all passages.
        weights: of each anchor of the claim: how near it is to the place, times how well it tells passages apart.
        borne: how much of what stands beside the place any passage bears, 0 to 1.
    """

    claim: Statement
    every: tuple[Statement, ...]
    weights: tuple[float, ...]
    borne: float

    def share(self, passage: Statement, place: Place, marks: Sequence[Place]) -> float:
        """How much of what stands beside the claim's place stands beside a place of a passage, 0 to 1.

        Args:
            passage: one of `every`.
            place: in it.
            marks: the places of the same kind in it (its other dates).
        """
        total = sum(self.weights)
        if not total:
            return 0.0
        near = _nearness(passage, place, marks)
        found = 0.0
        for weight, numbers in zip(self.weights, matches(self.claim, passage), strict=True):
            if weight and numbers:
                found += weight * max(near[number] for number in numbers)
        return found / total

    @property
    def size(self) -> float:
        """How much stands beside the place at all that any passage bears."""
        return sum(self.weights)


def beside(claim: Statement, every: Sequence[Statement], place: Place, marks: Sequence[Place]) -> Beside:
    """What stands beside a place of a claim."""
    near = _nearness(claim, place, marks)
    found = [matches(claim, passage) for passage in every]
    weights = []
    for number, nearness in enumerate(near):
        count = sum(bool(one[number]) for one in found)
        weights.append(nearness * math.log(1 + len(every) / count) if count else 0.0)
    known = sum(nearness for nearness, weight in zip(near, weights, strict=True) if weight)
    return Beside(claim, tuple(every), tuple(weights), known / sum(near) if any(near) else 0.0)
