"""A sentence says nothing that no passage speaks of.

How many words of a sentence no passage has says nothing by itself: a free paraphrase has more of them than a sentence with one
invented detail. What tells are specific words (no reporting, being, doing, ordering) that nothing bears while the rest of the
sentence is well borne: two and more of them rather than one, in one stretch rather than apart. Across languages only words that
the lexicon knows count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prism.checks.alignment import Aligned, shared_names
from prism.checks.also import added_beside
from prism.checks.arithmetic import derivation
from prism.checks.matching import find_figure
from prism.checks.naming import SAME, standing
from prism.checks.values import Finding
from prism.languages.concept_classes import is_light

_UNKNOWN = 0.5
"""What a word that the lexicon does not know weighs within a language."""
_FIGURE = 0.7
"""What a figure that no passage has adds to the stretch that it stands in; by itself it is no business of this check."""
_LEAST = 3
_REST = 0.6
"""How much of the rest of a sentence must be borne: so many things, and this share."""
_APART, _TOGETHER = 0.5, 0.25
"""How clear two unborne words are, and what each that stands with them in one stretch adds."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Something a sentence says, in its place.

    Attributes:
        start: offset of its first character.
        text: as it stands.
        borne: whether a passage has it.
        weight: how much it says by itself, if no passage has it.
        breaks: whether a stretch that nothing bears ends where this is borne.
    """

    start: int
    text: str
    borne: bool
    weight: float
    breaks: bool


def check(aligned: Aligned) -> Iterator[Finding]:
    """Specific words that nothing bears, in a sentence of which nearly all the rest is borne."""
    if not aligned.near:
        if not _speaks_of(aligned):
            yield aligned.finding("additions.nothing")
        return
    also = added_beside(aligned)
    if also:
        yield aligned.finding("additions.also", *also, words=", ".join(also))
    items = _items(aligned)
    lone = [one for one in items if not one.borne and one.weight >= 1]
    others = [one for one in items if one not in lone and one.breaks]
    borne = sum(one.borne for one in others)
    if not lone or borne < _LEAST or borne < _REST * len(others):
        return
    words = [one.text for one in lone]
    if len(lone) == 1:
        yield aligned.finding("additions.word", *words, strength=borne / len(others), words=words[0])
        return
    together = max(_weight(stretch) for stretch in _stretches(items))
    strength = min(1.0, _APART + (together - 1) * _TOGETHER)
    yield aligned.finding("additions.part", *words, strength=strength, words=", ".join(words))


def _speaks_of(aligned: Aligned) -> bool:
    """Whether a passage has a name of the sentence, or its figure follows from theirs."""
    claim = aligned.claim
    if any(standing(name, claim, passage).likeness >= SAME for name in claim.names for passage in aligned.every):
        return True
    figures = [one for passage in aligned.every for one in passage.figures]
    return any(one.value > _LEAST and derivation(one, figures) for one in claim.figures)


def _weight(stretch: Sequence[_Item]) -> float:
    return sum(one.weight for one in stretch)


def _items(aligned: Aligned) -> tuple[_Item, ...]:
    """What a sentence says from left to right: content words, names, figures and days."""
    claim, every = aligned.claim, aligned.every
    named = {name for passage in every for name in shared_names(claim, passage)}
    found = [_Item(one.start, one.text, one.text in named, 0.0, breaks=True) for one in claim.names]
    for figure in claim.figures:
        borne = any(find_figure(figure, passage.figures) for passage in every)
        found.append(_Item(figure.start, figure.text, borne, 0.0 if borne else _FIGURE, breaks=True))
    for day in claim.days:
        borne = any(one.first <= day.last and day.first <= one.last for passage in every for one in passage.days)
        found.append(_Item(day.start, day.text, borne, 0.0, breaks=True))
    unborne = frozenset(aligned.unborne)
    unknown = _UNKNOWN if aligned.own else 0.0
    for term in claim.terms:
        weight = unknown if not term.known else 0.0 if is_light(term.ids) else 1.0
        found.append(_Item(term.start, term.text, term not in unborne, weight, breaks=weight > 0))
    return tuple(sorted(found, key=lambda item: item.start))


def _stretches(items: Sequence[_Item]) -> Iterator[tuple[_Item, ...]]:
    """The runs in which nothing specific is borne; general words neither make nor break one, names, figures and days do."""
    run: list[_Item] = []
    for item in items:
        if not item.borne:
            run.append(item)
        elif item.breaks:
            yield tuple(run)
            run = []
    yield tuple(run)
