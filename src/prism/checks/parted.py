"""Whether a claim leaves out that a passage tells of a part: of four of the nine villages, of some schools, of the voters alone.

Unlike `portions`, nothing in the claim has to measure fully: it names the whole number, the same people or the same share, and says
nowhere that it means a part of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, Rest, bears, clause_at, clauses_of, compared, whole_of
from prism.checks.matching import same_figure
from prism.checks.reading import Statement
from prism.languages import Quantity, Term
from prism.languages.portions import parted
from prism.languages.stance import Mark
from prism.languages.tables.portions import BOTH

_PART = frozenset({"some", "most", "part", "many", "one_of", "least", "merely", "surveyed"})
_MEASURED = frozenset({"some", "most", "part", "many", "one_of", "surveyed", "only"})
_SHARES = frozenset({"percent", "fraction"})
_HUNDRED, _TWO = 100, 2
_BESIDE = 6
"""Characters between a figure and the word that it counts."""
_NEAR, _FEW = 0.35, 2
"""Least that two clauses share of which one has a part of what the other tells."""


class Dropped(NamedTuple):
    """What tells of a part in a passage and not in the claim.

    Attributes:
        mine: the words of the claim.
        theirs: the words of the passage.
        passage: where they stand.
        nearness: how nearly the two clauses say the same.
    """

    mine: str
    theirs: str
    passage: Statement
    nearness: float


@lru_cache(maxsize=2048)
def _parted(statement: Statement) -> tuple[tuple[Quantity, int, int], ...]:
    return tuple(parted(statement.text, statement.figures, statement.language))


def whole_number(aligned: Aligned) -> Dropped | None:
    """The number of a whole in a claim of which a passage tells a part; None where there is none."""
    claim = aligned.claim
    own = [(start, end) for _, start, end in _parted(claim)]
    for passage in aligned.near:
        for whole, start, end in _parted(passage):
            both = BOTH.search(claim.text) if whole.value == _TWO else None
            if both is not None and compared(whole_of(claim), clause_at(passage, end - 1)).there >= _NEAR:
                return Dropped(both.group(), passage.text[start:end], passage, _NEAR)
            part = [one for one in passage.figures if start <= one.start < end and one != whole]
            for figure in claim.figures:
                if figure.kind != whole.kind or not same_figure(figure, whole):
                    continue
                if any(first <= figure.start < last for first, last in own):
                    continue
                if any(one != figure and same_figure(one, other) for one in claim.figures for other in part):
                    continue
                clause, other = clause_at(claim, figure.start), clause_at(passage, end - 1)
                if _marked(clause, _PART) or _tells_share(clause, other):
                    continue
                rest = compared(clause, other)
                if _told_besides(clause, figure, other, whole) and not _told_whole(aligned, clause, figure, rest):
                    return Dropped(figure.text, passage.text[start:end], passage, rest.nearness)
    return None


def _marked(clause: Clause, names: frozenset[str]) -> bool:
    return any(mark.name in names for mark in clause.scope)


def _tells_share(clause: Clause, other: Clause) -> bool:
    """Whether a clause tells a share that the clause of a passage does not have."""
    return any(
        one.kind in _SHARES and not any(same_figure(one, there) for there in other.figures) for one in clause.figures
    )


def is_the_rest(clause: Clause, other: Clause) -> bool:
    """Whether a clause tells what is left where another tells the other part: 22% have not where 78% have, eight of twelve for four."""
    mine = [one for one in clause.figures if not any(same_figure(one, there) for there in other.whole.figures)]
    shares = [one for one in mine if one.kind == "percent"]
    if any(
        one.value + there.value == _HUNDRED
        for one in shares
        for there in other.whole.figures
        if there.kind == "percent"
    ):
        return True
    counts = [one for one in mine if one.kind == "count"]
    return any(
        one.value + part.value == whole.value
        for whole, start, end in _parted(other.whole)
        for part in other.whole.figures
        if start <= part.start < end and part is not whole
        for one in counts
    )


def _told_besides(clause: Clause, figure: Quantity, other: Clause, whole: Quantity) -> bool:
    """Whether two clauses share a word that is not what the figure counts."""
    counted = [term for term in whole_of(other.whole).terms if _is_beside(term, whole)]
    return any(
        bears(term, clause.whole.language, other)
        for term in clause.terms
        if not (_is_beside(term, figure) and any(term.keys & one.keys for one in counted))
    )


def _is_beside(term: Term, figure: Quantity) -> bool:
    return 0 <= term.start - figure.end <= _BESIDE or 0 <= figure.start - term.end <= _BESIDE


def _told_whole(aligned: Aligned, clause: Clause, figure: Quantity, rest: Rest) -> bool:
    """Whether another clause tells the whole number of the same, and more nearly than the one that parts it."""
    for passage in aligned.every:
        spans = [(start, clause_at(passage, end - 1).end) for _, start, end in _parted(passage)]
        for one in passage.figures:
            if not same_figure(figure, one):
                continue
            if any(
                first <= one.start < last and one.start >= clause_at(passage, last - 1).start for first, last in spans
            ):
                continue  # it stands in the clause that tells the part
            if compared(clause, clause_at(passage, one.start)).there >= rest.there:
                return True
    return False


def some_of_them(aligned: Aligned) -> Dropped | None:
    """The word of a claim that a passage measures out as a part ("some schools"), and the claim not at all; None where there is none."""
    claim = whole_of(aligned.claim)
    if _marked(claim, _MEASURED):
        return None
    for passage in aligned.near:
        for clause in clauses_of(passage):
            for mark in clause.scope:
                word = _measured(clause, mark) if mark.name == "part" else None
                if word is None:
                    continue
                for mine in clauses_of(aligned.claim):
                    rest = compared(mine, clause)
                    if rest.nearness < _NEAR or rest.shared < _FEW or any(one.kind in _SHARES for one in mine.figures):
                        continue
                    same = passage.language == aligned.claim.language
                    term = next(
                        (one for one in mine.terms if _is_same(one, word, within=same) and not _is_single(mine, one)),
                        None,
                    )
                    if term is None or _is_counted(aligned, term, mine, passage):
                        continue
                    if not _unmeasured_elsewhere(aligned, word, mine, clause, rest):
                        return Dropped(term.text, mark.text, passage, rest.nearness)
    return None


def _is_counted(aligned: Aligned, term: Term, mine: Clause, parting: Statement) -> bool:
    """Whether the claim tells how many there are by a figure that another passage has of the same."""
    return any(
        same_figure(figure, one) and compared(mine, clause_at(other, one.start)).shared >= _FEW
        for figure in mine.figures
        if _is_beside(term, figure)
        for other in aligned.every
        if other is not parting
        for one in other.figures
    )


def _is_same(term: Term, word: Term, *, within: bool) -> bool:
    """Whether two words are one: by what they mean, within a language by how they begin (상인들, 상인)."""
    short, long = sorted((term.text, word.text), key=len)
    return bool(term.keys & word.keys) or (within and len(short) >= _FEW and long.startswith(short))


def _is_single(clause: Clause, term: Term) -> bool:
    """Whether a word is told as one of its kind, or pointed at (a course that is being shut, 이들 위성은, 위성도)."""
    text = clause.whole.text
    return _SINGLE.search(text, 0, term.start) is not None or text.startswith(_ALSO, term.end)


_SINGLE = re.compile(
    r"(?:\b(?:an?|one|another|this|that|these|those)|(?<![가-힣])(?:한|어느|어떤|이들?|그)) (?:\w+ )?$", re.IGNORECASE
)
_ALSO = ("도 ", "들도 ")


def _measured(clause: Clause, mark: Mark) -> Term | None:
    """The word that a measure stands right before; that before it if a particle follows the measure (주민 일부가)."""
    if _PARTICLE.match(clause.whole.text, mark.end):
        return next(
            (term for term in reversed(clause.terms) if 0 <= mark.start - term.end <= _GAP and term.known), None
        )
    word = next((term for term in clause.terms if term.start >= mark.end), None)
    return word if word is not None and word.known and word.start - mark.end <= _GAP else None


_PARTICLE = re.compile(r"[가는은이를을에도]|[はがをにで]")
_GAP = 4


def _unmeasured_elsewhere(aligned: Aligned, word: Term, mine: Clause, parting: Clause, rest: Rest) -> bool:
    """Whether another clause measures nothing and is nearer, or as near with the same word."""
    return any(
        not _marked(other, _MEASURED)
        and (there := compared(mine, other).nearness) >= rest.nearness
        and (there > rest.nearness or bears(word, parting.whole.language, other))
        for passage in aligned.every
        for other in clauses_of(passage)
    )


def share_of_others(aligned: Aligned) -> Dropped | None:
    """A share that a passage tells of those who were asked or took part, and the claim of whoever else; None where there is none."""
    claim = whole_of(aligned.claim)
    if _marked(claim, frozenset({"surveyed"})):
        return None
    for figure in aligned.claim.figures:
        if figure.kind != "percent" or _WHO.search(aligned.claim.text, 0, figure.start):
            continue
        for passage in aligned.near:
            theirs = next((one for one in passage.figures if one.kind == "percent" and same_figure(figure, one)), None)
            if theirs is None:
                continue
            clause = clause_at(passage, theirs.start)
            mark = next((one for one in whole_of(passage).scope if one.name == "surveyed"), None)
            if mark is not None and _is_beside_the_share(mark, clause, theirs):
                continue
            rest = compared(clause_at(aligned.claim, figure.start), clause)
            if mark is not None and not _based(aligned, passage):
                return Dropped(figure.text, mark.text, passage, rest.nearness)
    return None


_WHO = re.compile(
    r"(?:[은는던]|[가-힣](?<=[한된간온본진난받맞앓든운]))(?: [가-힣]+)? [가-힣]+(?:의|들의| (?:중|가운데))(?: 약)? $"
)
"""Before a share, in Korean: those of whom it is told, by what they did (접종한 어린이의 12%)."""


def _is_beside_the_share(mark: Mark, clause: Clause, share: Quantity) -> bool:
    """Whether a survey is told of behind a clause with a share, and not as what the share is taken from."""
    return mark.start >= max(clause.end, share.end) and not _TAKEN_FROM.search(clause.whole.text, 0, mark.start)


_TAKEN_FROM = re.compile(r"\b(?:according to|in|by|from|of)(?: [\w-]+){0,3} $|[^\x00-\x7f]$")


def _based(aligned: Aligned, passage: Statement) -> bool:
    """Whether the claim tells of how many the share is: of people from another sentence, of whatever from the same."""
    return any(
        same_figure(figure, one) and (figure.unit == "person" if other is not passage else one.kind == "count")
        for figure in aligned.claim.figures
        for other in aligned.near
        for one in other.figures
    )


def dropped(aligned: Aligned) -> Iterator[tuple[str, Dropped]]:
    """What of a part a claim leaves out, with the name of its kind."""
    for kind, found in (
        ("number", whole_number(aligned)),
        ("some", some_of_them(aligned)),
        ("share", share_of_others(aligned)),
    ):
        if found is not None:
            yield kind, found
