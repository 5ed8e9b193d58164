"""Whether a claim tells of the whole what a passage tells of a part, or of a part what holds without limit.

What a passage measures out as a part (some farms, 一部の旅館, 部分老年读者) is named by the word beside its measure; a claim that names the
same in a clause that measures fully, and tells something else of that clause, has made the whole of it. A limit ("only among", 에게만)
that one of both has and the other does not is of the same kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, bears, clauses_of, rests_on, shared, whole_of
from prism.checks.reading import Statement
from prism.languages import Term
from prism.languages.stance import Mark

_WHOLE = frozenset({"all", "full", "nation"})
_MEASURED = frozenset({"some", "most", "part", "surveyed", "one_of", "many"})
"""With one of these a clause of a claim does not measure fully, whatever else stands in it."""
_LIMITS = frozenset({"sole", "only", "merely"})
_BEHIND, _BEFORE = 14, 4
"""Characters at most between a measure and the word that it measures, behind it and before it."""
_WORDS = 2
_BOTH, _LIMITED = 1, 2
"""Least that both clauses share besides; where the passage only limits, least that they share in all."""
_NEAR = 0.3


class Portion(NamedTuple):
    """A measure of a claim beside that of a passage.

    Attributes:
        mine: the word of the claim.
        theirs: the word of the passage.
        passage: where that stands.
    """

    mine: Mark
    theirs: Mark
    passage: Statement


def whole_for_part(aligned: Aligned) -> Portion | None:
    """What a claim tells of all, and a passage of a part, by the word beside its measure; None where nothing is."""
    for clause in clauses_of(aligned.claim):
        mine = next((mark for mark in clause.scope if mark.name in _WHOLE), None)
        if mine is None or any(mark.name in _MEASURED for mark in clause.scope):
            continue
        for passage in aligned.every:
            for other in clauses_of(passage):
                theirs = _part_of_the_same(clause, other, limited=mine.name == "all")
                if theirs is not None and not _whole_elsewhere(aligned, other, theirs):
                    return Portion(mine, theirs, passage)
    return None


def _part_of_the_same(clause: Clause, other: Clause, *, limited: bool) -> Mark | None:
    """What measures out a part of something that the claim's clause names too, or limits it, where that is asked for."""
    if any(mark.name in _WHOLE for mark in other.scope) or (clause.denials and not other.denials):
        return None
    limit = next((mark for mark in other.scope if mark.name == "sole"), None)
    if limited and limit is not None and min(shared(clause, other), shared(other, clause)) >= _LIMITED:
        return limit
    for mark in other.scope:
        if mark.name != "part" or not any(_is_named(term, other, clause) for term in _measured(other, mark)):
            continue
        if min(shared(clause, other), shared(other, clause)) >= _BOTH:
            return mark
    return None


def _measured(clause: Clause, mark: Mark) -> Iterator[Term]:
    """The words that a measure may measure: the next two behind it, and the one before it."""
    behind = [term for term in clause.terms if 0 <= term.start - mark.end <= _BEHIND]
    before = [term for term in clause.terms if 0 <= mark.start - term.end <= _BEFORE]
    yield from behind[:_WORDS]
    yield from before[-1:]


def _is_named(term: Term, clause: Clause, other: Clause) -> bool:
    return term.known and bears(term, clause.whole.language, other)


def _whole_elsewhere(aligned: Aligned, clause: Clause, mark: Mark) -> bool:
    """Whether another place of the sources measures the same fully."""
    words = tuple(_measured(clause, mark))
    for passage in aligned.every:
        for other in whole_of(passage).scope:
            if other.name in _WHOLE:
                around = Clause(passage, max(0, other.start - _BEHIND), other.end + _BEHIND)
                if any(_is_named(term, clause, around) for term in words):
                    return True
    return False


def limit_added(aligned: Aligned) -> Mark | None:
    """What limits in a claim where no passage that it rests on limits anything; None where nothing does."""
    mine = next((mark for mark in whole_of(aligned.claim).scope if mark.name == "sole"), None)
    if mine is None or any(mark.name in _LIMITS for one in aligned.near for mark in whole_of(one).scope):
        return None
    return mine


def limit_dropped(aligned: Aligned) -> tuple[Mark, Statement] | None:
    """What limits in the clause that a claim rests on, and not in the claim; None where nothing does."""
    claim = whole_of(aligned.claim)
    if claim.denials or any(mark.name in _LIMITS | {"none", "some"} for mark in claim.scope):
        return None
    for clause in clauses_of(aligned.claim):
        rest = rests_on(clause, aligned.near)
        if rest is not None and rest.nearness >= _NEAR:
            mark = next((one for one in rest.clause.scope if one.name == "sole"), None)
            if mark is not None:
                return mark, rest.clause.whole
    return None
