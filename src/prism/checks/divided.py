"""The part of a whole that a sentence tells, against the part that its passages tell of the same whole.

"Two of three", "nearly two-thirds" and "삼분의 일" are parts. Another part of the same is wrong unless it is the rest, of which
something else is told; and the whole is wrong where the passages tell of a part of it alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prism.checks.alignment import Aligned
from prism.checks.arithmetic import derivation
from prism.checks.clauses import Clause, bears, clause_at
from prism.checks.counting import figures_of, pairs_of, shares_of
from prism.checks.matching import comparable, find_figure, units_meet
from prism.checks.reading import Statement
from prism.languages import Quantity
from prism.languages.reckoning import tells_part, tells_rest

_HUNDRED = Decimal(100)
_SURE, _PLAIN, _LIKELY = 1.0, 0.8, 0.6
_ASKED = 2
"""Passages that are asked, the nearest first."""
_PARTS = frozenset({"fraction", "percent"})
_ALIKE = Decimal("0.06")


class Divided(NamedTuple):
    """A part that is told otherwise.

    Attributes:
        mine: the figure of the claim.
        theirs: what the passage has in its place.
        passage: that passage.
        strength: how clear it is.
    """

    mine: Quantity
    theirs: str
    passage: Statement
    strength: float


def told_otherwise(aligned: Aligned) -> Iterator[Divided]:
    """The parts of a claim that its passages tell otherwise, and the wholes of which they tell a part."""
    yield from _counted(aligned)
    yield from _named(aligned)
    yield from _whole_for_part(aligned)


def _pairs(statement: Statement) -> tuple[tuple[Quantity, Quantity], ...]:
    return tuple((part, whole) for way, part, whole in pairs_of(statement) if way == "share")


def _counted(aligned: Aligned) -> Iterator[Divided]:
    """Parts that are counted: one of three for two of three, where it is not said that the one is left."""
    for part, whole in _pairs(aligned.claim):
        if any(
            find_figure(part, [one]) and find_figure(whole, [all_]) for p in aligned.every for one, all_ in _pairs(p)
        ):
            continue
        for passage in aligned.near:
            for other, of_all in _pairs(passage):
                rest = other.value + part.value == of_all.value
                same = find_figure(whole, [of_all]) and units_meet(part, other)
                clear = _says_the_same(part, other, aligned.claim, passage) if same and rest else 0.0
                if clear:
                    yield Divided(part, other.text, passage, clear)
                    return


def _named(aligned: Aligned) -> Iterator[Divided]:
    """Parts that are named: three-quarters for two-thirds."""
    claim = aligned.claim
    mine = [one for one in claim.figures if one.kind == "fraction"]
    for figure in mine:
        if any(find_figure(figure, figures_of(passage)) for passage in aligned.every):
            continue
        if any(_follows(figure, passage) for passage in aligned.every):
            continue
        for passage in aligned.near[:_ASKED]:
            theirs = [
                *(one for one in passage.figures if one.kind in _PARTS),
                *(one for _, _, one in shares_of(passage)),
            ]
            left = [one for one in theirs if not find_figure(one, claim.figures) and not _is_within(figure, one)]
            if len(left) != 1 or any(_is_within(figure, one) for one in theirs):
                continue
            rest = abs(comparable(left[0])[0] + comparable(figure)[0] - _HUNDRED) <= _HUNDRED * _ALIKE
            clear = _says_the_same(figure, left[0], claim, passage)
            if not rest:
                clear = float(_meets(figure, left[0], claim, passage) or passage is aligned.best)
            if clear:
                yield Divided(figure, left[0].text, passage, clear)
                break


def _follows(figure: Quantity, passage: Statement) -> bool:
    """Whether a part is what two figures of one passage make."""
    whole = [one for one in passage.figures if one.kind not in _PARTS]
    return derivation(figure, whole) is not None


def _is_within(figure: Quantity, other: Quantity) -> bool:
    """Whether a bound holds for another part: more than half, where it is two thirds."""
    mine, theirs = comparable(figure)[0], comparable(other)[0]
    if figure.approx == "over":
        return theirs >= mine
    return figure.approx == "under" and theirs <= mine


def _meets(mine: Quantity, other: Quantity, claim: Statement, passage: Statement) -> bool:
    """Whether the clauses of two figures tell of the same: they share a word or a name."""
    here, there = clause_at(claim, mine.start), clause_at(passage, other.start)
    return any(bears(term, claim.language, there) for term in here.terms)


def _says_the_same(mine: Quantity, other: Quantity, claim: Statement, passage: Statement) -> float:
    """How clear it is that the clauses of two parts tell the same of them, and not the one of what the other leaves."""
    here, there = clause_at(claim, mine.start), clause_at(passage, other.start)
    around = Clause(claim, here.start, min(here.end, mine.end + _REACH))
    if tells_rest(around.text, claim.language) and not tells_rest(there.text, passage.language):
        return 0.0
    if not _meets(mine, other, claim, passage):
        return 0.0
    return _LIKELY if any(term.known and not bears(term, claim.language, there) for term in here.terms) else _SURE


_REACH = 60


def _whole_for_part(aligned: Aligned) -> Iterator[Divided]:
    """Wholes that stand where the passages have a part of them: nine villages for four of the nine villages."""
    claim = aligned.claim
    taken = {one for pair in pairs_of(claim) for one in pair[1:]}
    for figure in claim.figures:
        if figure.kind != "count" or figure.value <= 1 or figure in taken:
            continue
        here = clause_at(claim, figure.start)
        if tells_part(here.text, claim.language):
            continue
        found = [
            (part, whole, passage)
            for passage in aligned.near[:_ASKED]
            for part, whole in _pairs(passage)
            if find_figure(figure, [whole])
        ]
        wholes = [whole for _, whole, _ in found]
        if not found or any(
            find_figure(figure, [one]) and one not in wholes for passage in aligned.every for one in passage.figures
        ):
            continue
        part, whole, passage = found[0]
        clear = _says_the_same(figure, whole, claim, passage)
        if clear and not find_figure(part, claim.figures):
            theirs = passage.text[min(part.start, whole.start) : max(part.end, whole.end)]
            yield Divided(figure, theirs, passage, max(clear, _PLAIN))
