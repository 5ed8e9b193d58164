"""A point of the compass put for another: the southern bank where the source has the northern one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prism.checks.alignment import Aligned
from prism.checks.partners import borne_by, clause_of
from prism.checks.reading import Statement
from prism.languages.compass import Side, are_apart, sides

_LEAST = 0.9
"""What of a claim's clause a clause of a passage must bear beside its point of the compass."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A point of the compass put for another.

    Attributes:
        text: as the claim has it.
        other: the one of the passage.
        passage: the passage.
    """

    text: str
    other: str
    passage: Statement


def turned(aligned: Aligned) -> Iterator[Turned]:
    """The points of the compass in a claim that no source has, where a passage it rests on has another."""
    claim = aligned.claim
    for mine in sides(claim.text, claim.language):
        theirs = [(passage, one) for passage in aligned.every for one in sides(passage.text, passage.language)]
        if any(not are_apart(mine, one) or (mine.motion and one.motion) for _, one in theirs):
            continue
        rivals = [
            (passage, one)
            for passage, one in theirs
            if passage is aligned.best or (passage in aligned.near and _meet(claim, mine, passage, one))
        ]
        if rivals:
            passage, one = rivals[0]
            yield Turned(claim.text[mine.start : mine.end], passage.text[one.start : one.end], passage)


def _meet(claim: Statement, mine: Side, passage: Statement, other: Side) -> bool:
    """Whether the clauses of two points of the compass share what else they say."""
    return borne_by(clause_of(claim, mine.start), clause_of(passage, other.start)) >= _LEAST
