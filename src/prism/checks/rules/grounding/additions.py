"""A sentence says nothing that no passage speaks of.

How many words of a sentence no passage has says nothing by itself: a free paraphrase has more of them than a sentence with one
invented detail. What tells is how they lie. A clause of which next to nothing is borne, in a sentence of which the rest is borne
well, was added; so was a stretch for which nothing of the passage is left to stand (`checks.surplus`). A sentence of which hardly anything is borne by any two passages was made up, whatever general words it shares
with them (`checks.bearing`; decision 0142 has the figures).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prism.checks.alignment import Aligned
from prism.checks.also import added_beside
from prism.checks.arithmetic import derivation
from prism.checks.attendant import attendant
from prism.checks.bearing import Bearing, bearing, clause_bearings
from prism.checks.naming import SAME, standing
from prism.checks.outlets import outlets_of
from prism.checks.surplus import surplus
from prism.checks.values import Finding

_CALCULATED = 3
"""Figures above this may follow from those of the passages."""
_HARDLY, _HARDLY_SHARE = 1.05, 0.3
"""Borne weight and share below which a sentence is made up: a word of content at the most."""
_SAYS = 1.5
"""A shorter sentence says too little to tell."""
_CLAUSE = 2.0
"""Least weight of a clause that can be told from a turn of phrase."""
_OPEN, _OPEN_WORDS = 0.34, 2
_BARE = 0.15
"""A clause is an addition if at most so much of it is borne, and so many things of content in it are not; one, if next to nothing is."""
_REST = 0.6
"""How much of the rest must be borne."""
_CONTENT = 1.0


def check(aligned: Aligned) -> Iterator[Finding]:
    """What nothing bears: the whole sentence, a clause of it, or a noun that it names as one more."""
    said = bearing(aligned)
    if (not aligned.near or not said.borne) and not _follows(aligned):
        yield aligned.finding("additions.nothing")
        return
    if not aligned.near:
        return
    also = added_beside(aligned)
    if also:
        yield aligned.finding("additions.also", *also, words=", ".join(also))
    if said.weight >= _SAYS and said.borne < _HARDLY and said.share < _HARDLY_SHARE:
        yield aligned.finding("additions.thin")
        return
    told = attendant(aligned, said)
    if told:
        yield aligned.finding("additions.circumstance", *told, words=", ".join(told))
    beside = surplus(aligned, said.besides({outlet for outlet, _ in outlets_of(aligned)}))
    if beside is None or _derived(aligned, beside.words):
        return
    yield aligned.finding("additions.surplus", *beside.words, strength=beside.strength, words=", ".join(beside.words))
    words = max(_added(aligned, said), key=len, default=())
    if words:
        yield aligned.finding("additions.part", *words, strength=beside.strength, words=", ".join(words))


def _follows(aligned: Aligned) -> bool:
    """Whether a passage has a name of the sentence, or its figure follows from theirs."""
    claim = aligned.claim
    if any(standing(name, claim, passage).likeness >= SAME for name in claim.names for passage in aligned.every):
        return True
    return _derived(aligned, (one.text for one in claim.figures))


def _derived(aligned: Aligned, words: Iterable[str]) -> bool:
    """Whether a figure among some words of the sentence follows from those of its passages."""
    shown = frozenset(words)
    figures = [one for passage in aligned.every for one in passage.figures]
    return any(
        one.text in shown and one.value > _CALCULATED and derivation(one, figures) for one in aligned.claim.figures
    )


def _added(aligned: Aligned, said: Bearing) -> Iterator[tuple[str, ...]]:
    """The words of content of each clause that was added."""
    everywhere = range(len(aligned.every))
    whole = said.mass(everywhere)
    for _, here in clause_bearings(aligned.claim, said):
        rest = said.weight - here.weight
        if here.weight < _CLAUSE or not rest:
            continue
        mass = here.mass(everywhere)
        words = tuple(one.text for one in here.said if not one.bearers and one.weight >= _CONTENT)
        share = mass / here.weight
        is_open = (share <= _OPEN and len(words) >= _OPEN_WORDS) or (share <= _BARE and words)
        if is_open and whole - mass >= _REST * rest:
            yield words
