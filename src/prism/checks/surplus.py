"""How much a sentence says beside what its passage says.

A paraphrase puts its own words in the place of the passage's, all over the sentence, and leaves theirs unused. What was added
lies in one stretch, in one clause more than in the others, and stands in the place of nothing: little of the passage is left over.
Each thing that no passage has counts by how seldom a true sentence has one like it of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prism.checks.alignment import Aligned
from prism.checks.bearing import Bearing, Said, bearing_of, clause_bearings

_CONTENT = 0.8
"""Least weight of what can have been added: a word of content, a name, a larger figure, a day."""
_CLAUSE = 2.5
"""Least surprise of a clause of which a share can be told."""
_LONG, _LARGE = 6.0, 8.0
"""Above these a stretch, and what is left of a passage, say no more."""
_STRETCH, _UNEVEN = 0.6, 5.0
_LEFT, _LEFT_ACROSS = 0.45, 0.2
"""What each is worth: as odds, near what fits claims with an added detail against true ones, within and across languages."""
_NOTHING, _PLAINLY = 0.5, 2.5
_NOTHING_ACROSS, _PLAINLY_ACROSS = 2.2, 4.2
"""Odds at which there is nothing to say, and at which it is plain."""


@dataclass(frozen=True, slots=True)
class Surplus:
    """What a sentence has of its own.

    Attributes:
        words: the longest stretch that no passage has.
        strength: how clearly it was added, 0 to 1.
    """

    words: tuple[str, ...]
    strength: float


def surplus(aligned: Aligned, said: Bearing) -> Surplus | None:
    """What a sentence has beside what its passages say; None where it is no more than another wording.

    Args:
        aligned: the sentence with its passages.
        said: what it says, held against all of them.
    """
    total = sum(one.surprise for one in said.said)
    stretch: Sequence[Said] = max(_stretches(said), key=_sum, default=())
    if not aligned.near or not any(one.weight >= _CONTENT for one in stretch):
        return None
    uneven = _most_open(aligned, said) - _sum(_open(said.said)) / total
    left = min(_LARGE, _sum(_open(bearing_of(aligned.near[0], (aligned.claim,)).said)))
    across = not aligned.same_language
    odds = _STRETCH * min(_LONG, _sum(stretch)) + _UNEVEN * uneven - (_LEFT_ACROSS if across else _LEFT) * left
    low, high = (_NOTHING_ACROSS, _PLAINLY_ACROSS) if across else (_NOTHING, _PLAINLY)
    strength = min(1.0, (odds - low) / (high - low))
    return Surplus(tuple(one.text for one in stretch), strength) if strength > 0 else None


def _most_open(aligned: Aligned, said: Bearing) -> float:
    """The largest share of a clause that no passage has; 0 where no clause is long enough to tell."""
    shares = (
        _sum(_open(here.said)) / _sum(here.said)
        for _, here in clause_bearings(aligned.claim, said)
        if _sum(here.said) >= _CLAUSE
    )
    return max(shares, default=0.0)


def _stretches(said: Bearing) -> Iterator[list[Said]]:
    """The runs of things that no passage has."""
    run: list[Said] = []
    for one in said.said:
        if one.bearers:
            yield run
            run = []
        else:
            run.append(one)
    yield run


def _open(said: Sequence[Said]) -> list[Said]:
    return [one for one in said if not one.bearers]


def _sum(said: Sequence[Said]) -> float:
    return sum(one.surprise for one in said)
