"""How much of a sentence its passages bear: each thing that it says is looked for, and weighs by how much it says.

Names, larger figures and words of some content weigh most, words that any text may have little, and words that no lexicon
has next to nothing where they stand in another language than the passages. What counts is not only the share that is borne, which a
free paraphrase keeps low, but how much in all: a sentence made up out of nothing finds hardly more than a word of it in any two
passages of its sources, however long it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from prism.checks.alignment import Aligned, bears, shared_names
from prism.checks.clauses import Clause, clauses_of
from prism.checks.matching import find_figure
from prism.checks.reading import Statement
from prism.languages import Quantity, Term
from prism.languages.concept_classes import is_light

_SURE_KINDS = frozenset({"person", "place", "organisation"})
_NAME, _MAYBE_A_NAME = 1.5, 0.8
_FIGURE, _SMALL_FIGURE = 1.5, 0.5
_DAY = 0.8
_WORD, _LIGHT = 1.0, 0.35
_UNKNOWN, _UNKNOWN_ACROSS = 0.6, 0.15
_OWN_WORD, _OWN_WORD_ACROSS = 1.7, 1.4
_OWN_LIGHT, _OWN_LIGHT_ACROSS = 0.95, 0.8
_OWN_UNKNOWN, _OWN_UNKNOWN_ACROSS = 0.75, 0.15
_OWN_THING = 1.5
"""Surprise of a word that no passage has, by kind (measured on true claims of `tune` and `calibrate`); of other things, for each weight."""
_FEW = 12
"""Whole numbers up to this stand in many passages by chance."""
_JOINED = 2
"""Passages that one sentence may join."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a sentence says.

    Attributes:
        start: offset of its first character.
        end: offset behind its last.
        text: as it stands.
        weight: how much it says.
        surprise: how seldom a true sentence has a thing of this kind of its own (minus the logarithm of the share).
        bearers: the passages that have it, by their places.
    """

    start: int
    end: int
    text: str
    weight: float
    surprise: float
    bearers: frozenset[int]


@dataclass(frozen=True)
class Bearing:
    """What a sentence, or a stretch of it, says, with the passages that bear each thing.

    Attributes:
        said: from left to right; nothing is counted twice.
    """

    said: tuple[Said, ...]

    @cached_property
    def weight(self) -> float:
        """How much it says in all."""
        return sum(one.weight for one in self.said)

    def mass(self, passages: Collection[int]) -> float:
        """How much of it some passages have between them."""
        wanted = frozenset(passages)
        return sum(one.weight for one in self.said if not wanted.isdisjoint(one.bearers))

    @cached_property
    def chosen(self) -> tuple[int, ...]:
        """The passages, two at the most, that have most of it between them."""
        found: list[int] = []
        open_ = list(self.said)
        for _ in range(_JOINED):
            gains: dict[int, float] = {}
            for one in open_:
                for place in one.bearers:
                    gains[place] = gains.get(place, 0.0) + one.weight
            if not gains:
                break
            best = max(sorted(gains), key=gains.__getitem__)
            found.append(best)
            open_ = [one for one in open_ if best not in one.bearers]
        return tuple(found)

    @cached_property
    def borne(self) -> float:
        """How much of it those have."""
        return self.mass(self.chosen)

    @property
    def share(self) -> float:
        """The share of it that those have; 1 where it says nothing."""
        return self.borne / self.weight if self.weight else 1.0

    def besides(self, names: Collection[str]) -> Bearing:
        """The same without the names of outlets, which go without saying."""
        return Bearing(
            tuple(one for one in self.said if not any(one.text in name or name in one.text for name in names))
        )

    def within(self, start: int, end: int) -> Bearing:
        """What it says in a stretch of the sentence."""
        return Bearing(tuple(one for one in self.said if start <= one.start < end))


def bearing_of(claim: Statement, passages: Sequence[Statement]) -> Bearing:
    """What a sentence says, and which of some passages have it.

    Args:
        claim: the sentence.
        passages: that may bear it.
    """
    return Bearing(tuple(_apart(sorted(_said(claim, passages), key=lambda one: (one.start, -one.end)))))


def bearing(aligned: Aligned) -> Bearing:
    """What a sentence says, with all passages of its sources."""
    return bearing_of(aligned.claim, aligned.every)


def clause_bearings(claim: Statement, whole: Bearing) -> Iterator[tuple[Clause, Bearing]]:
    """The clauses of a sentence, each with what it says."""
    for clause in clauses_of(claim):
        yield clause, whole.within(clause.start, clause.end)


def _said(claim: Statement, passages: Sequence[Statement]) -> Iterator[Said]:
    languages = {passage.language for passage in passages}
    for term in claim.terms:
        bearers = frozenset(place for place, one in enumerate(passages) if bears(term, claim, one))
        weight, surprise = _weights_of(term, across=claim.language not in languages)
        yield Said(term.start, term.end, term.text, weight, surprise, bearers)
    shared = [shared_names(claim, passage) for passage in passages]
    for name in claim.names:
        bearers = frozenset(place for place, those in enumerate(shared) if name.text in those)
        weight = _NAME if name.kind in _SURE_KINDS else _MAYBE_A_NAME
        yield Said(name.start, name.end, name.text, weight, _OWN_THING * weight, bearers)
    for figure in claim.figures:
        bearers = frozenset(place for place, one in enumerate(passages) if find_figure(figure, one.figures))
        weight = _figure_weight(figure)
        yield Said(figure.start, figure.end, figure.text, weight, _OWN_THING * weight, bearers)
    for day in claim.days:
        bearers = frozenset(
            place
            for place, one in enumerate(passages)
            if any(day.first <= other.last and other.first <= day.last for other in one.days)
        )
        yield Said(day.start, day.end, day.text, _DAY, _OWN_THING * _DAY, bearers)


def _weights_of(term: Term, *, across: bool) -> tuple[float, float]:
    """The weight and the surprise of a word."""
    if not term.known:
        return (_UNKNOWN_ACROSS, _OWN_UNKNOWN_ACROSS) if across else (_UNKNOWN, _OWN_UNKNOWN)
    if is_light(term.ids):
        return _LIGHT, _OWN_LIGHT_ACROSS if across else _OWN_LIGHT
    return _WORD, _OWN_WORD_ACROSS if across else _OWN_WORD


def _figure_weight(figure: Quantity) -> float:
    small = figure.value == figure.value.to_integral_value() and abs(figure.value) <= _FEW
    return _SMALL_FIGURE if small else _FIGURE


def _apart(found: Sequence[Said]) -> Iterator[Said]:
    """Each stretch once: what overlaps is one thing, borne where either is."""
    last: Said | None = None
    for one in found:
        if last is not None and one.start < last.end:
            text = last.text if last.end - last.start >= one.end - one.start else one.text
            weight, surprise = max(last.weight, one.weight), max(last.surprise, one.surprise)
            last = Said(last.start, max(last.end, one.end), text, weight, surprise, last.bearers | one.bearers)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
