"""Which passages a brief is made of.

Greedy choice by maximal marginal relevance (Carbonell & Goldstein 1998) with coverage rewards that can be earned once each
(the monotone submodular objective of Lin & Bilmes 2011, for which greedy choice is near the best possible): a passage is
worth its centrality and its fitness, the questions that nothing chosen answers yet, the side of a disagreement and the
outlet that nobody speaks for yet, less its likeness to what is chosen. What may be quoted of each text bounds it all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from prism.briefs.copying import Allowance
from prism.briefs.digest.centrality import Matrix
from prism.briefs.digest.fitness import Fitness
from prism.briefs.digest.material import Piece, Question
from prism.model import Story

FEWEST, MOST = 4, 8
"""Sentences of a body, where the sources allow."""

_QUESTION = 0.28
_SIDE = 0.3
_OUTLET = 0.12
_HIGH_UP = 0.3
"""What stands high in an article matters more to it: the inverted pyramid."""
_TRUST = 0.05
_LIKENESS = 0.55
_SAME = 0.6
"""Share of the shorter passage's content in the longer one from which on it says nothing new."""
_WORTH_MORE = 0.5
"""What a passage beyond the fewest must be worth."""
_WORTH_SAYING = 0.12
_TOGETHER = 0.25
"""What the lead under the headline gains as a dek: the two are read together."""
_REPEATS = 0.2
_ANECDOTE = 0.3
"""What is left of a lead's weight as a dek where it tells something else than the titles do."""
_DEK_SAYS_MORE = 0.25
"""Share of a dek's words that the headline must not have said."""


@dataclass(frozen=True, slots=True)
class Field:
    """All that is chosen from.

    Attributes:
        pieces: every piece of the sheet, all languages, in its order.
        central: fact id → centrality.
        alike: likeness of the pieces, in their order.
        fit: fact id → fitness, for the passages that the edition may quote.
        story: for its disagreements.
    """

    pieces: tuple[Piece, ...]
    central: Mapping[str, float]
    alike: Matrix
    fit: Mapping[str, Fitness]
    story: Story
    rows: Mapping[str, int] = field(default_factory=dict)

    def likeness(self, one: Piece, other: Piece) -> float:
        """How alike two pieces are."""
        return float(self.alike[self.rows[one.fact.id], self.rows[other.fact.id]])

    def sides(self, piece: Piece) -> frozenset[tuple[int, str]]:
        """The sides of disagreements that a piece is cited for: which disagreement, and the value."""
        places = {(citation.article_id, citation.passage) for citation in piece.fact.citations}
        return frozenset(
            (number, disagreement.values[source])
            for number, disagreement in enumerate(self.story.disagreements)
            for source, citation in disagreement.citations.items()
            if source in disagreement.values and (citation.article_id, citation.passage) in places
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: the dek and the body (in the order of choice), and what is left to quote."""

    dek: Piece | None
    body: tuple[Piece, ...]
    allowance: Allowance


def choose(area: Field, headline: Piece | None, allowance: Allowance) -> Choice:
    """Dek and body of a brief.

    Args:
        area: what can be chosen.
        headline: the title that was chosen, so that the dek says more than it does.
        allowance: what may be quoted.

    Returns:
        The passage that stands alone best as the dek; up to `MOST` others as the body; the allowance that is left.
        No dek if nothing can be quoted.
    """
    candidates = [piece for piece in area.pieces if piece.fact.id in area.fit]
    dek = _dek(area, candidates, headline, allowance)
    if dek is None:
        return Choice(None, (), allowance)
    allowance = _spent(allowance, dek)
    chosen: list[Piece] = [dek]
    while len(chosen) <= MOST:
        best = _best(area, candidates, chosen, allowance)
        if best is None:
            break
        worth, piece = best
        if worth < (_WORTH_SAYING if len(chosen) <= FEWEST else _WORTH_MORE):
            break
        chosen.append(piece)
        allowance = _spent(allowance, piece)
    return Choice(dek, tuple(chosen[1:]), allowance)


def extra(area: Field, wanted: Sequence[Piece], chosen: Sequence[Piece], allowance: Allowance) -> Piece | None:
    """The best of some pieces that is neither chosen nor like what is chosen, if it may still be quoted."""
    best = _best(area, [piece for piece in wanted if piece.fact.id in area.fit], chosen, allowance)
    return best[1] if best and best[0] >= _WORTH_SAYING else None


def _dek(area: Field, candidates: Sequence[Piece], headline: Piece | None, allowance: Allowance) -> Piece | None:
    said = frozenset(headline.words) if headline else frozenset()

    def worth(piece: Piece) -> float:
        bag = frozenset(piece.words)
        more = len(bag - said) / len(bag) if bag else 0.0
        lead = 0.5 if piece.number == 1 else 0.25 if piece.number == 2 else 0.0  # noqa: PLR2004 - the second sentence
        if Question.WHAT not in piece.answers:
            lead *= _ANECDOTE
        told = 0.06 * len(piece.answers)
        together = _TOGETHER if headline and piece.article.id == headline.article.id and piece.number <= 2 else 0.0  # noqa: PLR2004 - its lead
        repeats = _REPEATS if more < _DEK_SAYS_MORE else 0.0
        return area.fit[piece.fact.id].alone * (area.central[piece.fact.id] + lead + told + together) - repeats

    allowed = [p for p in candidates if area.fit[p.fact.id].in_body > 0 and _allowed(allowance, p)]
    return max(allowed, key=lambda piece: (worth(piece), -area.rows[piece.fact.id]), default=None)


def _best(
    area: Field, candidates: Sequence[Piece], chosen: Sequence[Piece], allowance: Allowance
) -> tuple[float, Piece] | None:
    answered: frozenset[Question] = frozenset().union(*(piece.answers for piece in chosen))
    outlets = {piece.source.id for piece in chosen}
    sides = frozenset[tuple[int, str]]().union(*(area.sides(piece) for piece in chosen))
    best: tuple[float, Piece] | None = None
    for piece in candidates:
        if piece in chosen or not _allowed(allowance, piece):
            continue
        nearest = max((area.likeness(piece, other) for other in chosen), default=0.0)
        new_sides = area.sides(piece) - sides
        if any(says_again(piece, other) for other in chosen) and not new_sides:
            continue
        reward = (
            area.central[piece.fact.id]
            + _QUESTION * len(piece.answers - answered)
            + _SIDE * bool(new_sides)
            + _OUTLET * (piece.source.id not in outlets)
            + _HIGH_UP / piece.number
            + _TRUST * piece.source.trust
        )
        worth = area.fit[piece.fact.id].in_body * reward - _LIKENESS * nearest * (not new_sides)
        if best is None or worth > best[0]:
            best = (worth, piece)
    return best


def says_again(piece: Piece, other: Piece) -> bool:
    """Whether most of what a passage has (words, names, figures, days) stands in another already."""
    mine, theirs = frozenset(piece.features()), frozenset(other.features())
    return len(mine & theirs) >= _SAME * min(len(mine), len(theirs))


def _allowed(allowance: Allowance, piece: Piece) -> bool:
    return allowance.allows(piece.fact.citations, len(piece.text))


def _spent(allowance: Allowance, piece: Piece) -> Allowance:
    return allowance.spend(piece.fact.citations, len(piece.text))
