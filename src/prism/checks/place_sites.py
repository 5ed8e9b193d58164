"""What a claim says beside a place, and how much of it stands near each place of a passage."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.matching import find_figure, same_word
from prism.checks.naming import SAME, standing
from prism.checks.reading import Statement
from prism.languages import NameMention, Quantity, Term, terms
from prism.languages.clauses import clauses
from prism.languages.places import Place, heads_before, is_nearness, places

_REACH_LATIN, _REACH_EAST = 24.0, 10.0
_EAST = re.compile(r"[가-힣ぁ-ヺ一-鿿]")
_BEYOND = 0.4
"""What a word counts in another clause than the place."""

_Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a claim says beside a place (a word, a figure, a name), and where each passage has it."""

    start: int
    end: int
    spans: tuple[_Spans, ...]
    rarity: float


@dataclass(frozen=True, slots=True)
class Site:
    """A mention of a place in the sources, and how much of a clause stands near it."""

    place: Place
    passage: Statement
    score: float
    head: float


def places_of(statement: Statement) -> tuple[Place, ...]:
    """The places in a statement."""
    return places(statement.text, statement.language, statement.names)


def clause_around(place: Place, statement: Statement) -> tuple[int, int]:
    """The clause of a statement in which a place stands."""
    return next(
        (span for span in clauses(statement.text, statement.language) if span[0] <= place.start < span[1]),
        (0, len(statement.text)),
    )


def items_beside(place: Place, aligned: Aligned) -> tuple[Item, ...]:
    """The words, figures and names in the clause of a claim's place, with where each passage has them."""
    claim = aligned.claim
    found: list[tuple[int, int, tuple[_Spans, ...]]] = []
    begin, end = clause_around(place, claim)
    spots = places_of(claim)

    def is_free(start: int, stop: int) -> bool:
        if is_nearness(claim.text[start:stop]):
            return False
        return begin <= start < end and all(stop <= one.start or one.end <= start for one in spots)

    found += [
        (one.start, one.end, tuple(_of_term(one, claim, passage) for passage in aligned.every))
        for one in claim.terms
        if is_free(one.start, one.end)
    ]
    found += [
        (one.start, one.end, tuple(_of_figure(one, passage) for passage in aligned.every))
        for one in claim.figures
        if is_free(one.start, one.end)
    ]
    found += [
        (one.start, one.end, tuple(_of_name(one, claim, passage) for passage in aligned.every))
        for one in claim.names
        if is_free(one.start, one.end)
    ]
    every = len(aligned.every)
    return tuple(
        Item(start, stop, spans, math.log(1 + every / max(1, sum(map(bool, spans)))) / math.log(1 + every))
        for start, stop, spans in found
    )


def _of_figure(figure: Quantity, passage: Statement) -> _Spans:
    """Where a passage has a figure of a claim."""
    hit = find_figure(figure, passage.figures)
    return ((hit.start, hit.end),) if hit is not None else ()


@lru_cache(maxsize=8192)
def _of_term(term: Term, claim: Statement, passage: Statement) -> _Spans:
    """Where a passage has a word of a claim."""
    if not bears(term, claim, passage):
        return ()
    across = claim.language != passage.language
    found = [
        (one.start, one.end) for one in terms(passage.text, passage.language) if same_word(term, one, foreign=across)
    ]
    if not found and not across:
        word = term.text.casefold()
        for piece in (word, word[:6] if word.isascii() else word[:2]):
            at = passage.folded.find(piece)
            if at >= 0:
                return ((at, at + len(piece)),)
    return tuple(found)


@lru_cache(maxsize=8192)
def _of_name(name: NameMention, claim: Statement, passage: Statement) -> _Spans:
    """Where a passage has a name of a claim."""
    one = standing(name, claim, passage)
    if one.likeness < SAME:
        return ()
    at = passage.text.find(one.text) if one.text else -1
    if at >= 0:
        return ((at, at + len(one.text)),)
    return tuple(
        (other.start, other.end)
        for other in passage.names
        if standing(name, claim, passage.part(other.start, other.end)).likeness >= SAME
    ) or ((0, len(passage.text)),)


def head_of(place: Place, items: tuple[Item, ...], claim: Statement) -> tuple[Item | None, bool, bool]:
    """What a place belongs to: the nearest word that any source has; whether on its side, and no other word between."""
    before = [one for one in items if one.end <= place.start]
    behind = [one for one in items if one.start >= place.end]
    first, second = (before, behind) if heads_before(claim.text, place.start) else (behind, before)
    side = [one for one in first or second if any(one.spans)]
    other = [] if side else [one for one in items if any(one.spans)]
    head, nearest = _nearest(place, side or other), _nearest(place, first or second)
    return head, bool(side), head is nearest


def _nearest(place: Place, items: Sequence[Item]) -> Item | None:
    return min(items, key=lambda one: max(one.start - place.end, place.start - one.end), default=None)


def _reach(text: str) -> float:
    return _REACH_EAST if len(_EAST.findall(text)) * 3 > len(text) else _REACH_LATIN


def _near(place: Place, start: int, end: int, reach: float) -> float:
    return reach / (reach + max(0, start - place.end, place.start - end))


def site_of(
    other: Place, at: int, passage: Statement, place: Place, items: tuple[Item, ...], head: Item | None
) -> Site:
    """How much of what a claim says beside its own place stands near a place of a passage.

    Args:
        other: the place of the passage.
        at: the number of the passage.
        passage: the passage.
        place: of the claim.
        items: what the claim says beside it.
        head: the one of them that the place belongs to, if any.
    """
    reach, span = _reach(passage.text), clause_around(other, passage)
    score = found = 0.0
    for item in items:
        best = max(
            (
                _near(other, start, end, reach)
                * (1.0 if span[0] <= start < span[1] or start <= other.start < end else _BEYOND)
                for start, end in item.spans[at]
                if end <= other.start or other.end <= start or end - start > other.end - other.start + 1
            ),
            default=0.0,
        )
        score += best * _near(place, item.start, item.end, reach) * item.rarity
        if item is head:
            found = best
    return Site(other, passage, score, found)


def site_anywhere(at: int, place: Place, items: tuple[Item, ...], head: Item | None) -> tuple[float, float]:
    """The most that a mention somewhere in a passage may have beside it."""
    score = sum(_near(place, one.start, one.end, _REACH_EAST) * one.rarity for one in items if one.spans[at])
    return score, 1.0 if head is not None and head.spans[at] else 0.0
