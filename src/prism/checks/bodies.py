"""Organisations put for one another: what a clause tells of one, the sources tell of another that the claim leaves out.

Each clause of the sources is asked whom it is about. Where the clause that bears most of what the claim says of an organisation is
about another one, and no clause that may be about the claim's own bears nearly as much, the names were exchanged. A body of the
state that no source has (a ministry, a court) is told where the clause that bears the rest has another one in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.namesakes import kin
from prism.checks.naming import SAME, standing
from prism.checks.partners import borne_by, clause_of, part
from prism.checks.reading import Statement
from prism.languages import NameMention, known
from prism.languages.bodies import Body, bodies, is_general
from prism.languages.clauses import clauses
from prism.languages.people import people

_LEAST, _LEAST_OUTSIDE = 2.0, 1.5
_CLEAR = 0.55
"""What the clauses about the claim's organisation may bear at most, as a part of what the best one bears."""
_UNLIKE = 0.6
"""Below this a name is plainly not in a passage."""
_SURE, _LIKELY = 1.0, 0.7


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An organisation put for another.

    Attributes:
        text: as the claim has it.
        start: offset there.
        other: the one of the passage.
        passage: the passage.
        strength: how clear it is.
    """

    text: str
    start: int
    other: str
    passage: Statement
    strength: float


@dataclass(frozen=True, eq=False)
class _Unit:
    """A clause of a source, with its bodies and the one that it is about, its own or that of the clause before."""

    clause: Statement
    passage: Statement
    inside: tuple[Body, ...]
    subject: Body | None


def exchanged_bodies(aligned: Aligned) -> Iterator[Exchanged]:
    """The organisations of a claim that stand where its sources have others; the first one only."""
    claim = aligned.claim
    mine = _actors(claim)
    if not mine:
        return
    units = [unit for passage in aligned.every for unit in _units(passage)]
    for body in mine:
        others = [one for one in mine if one is not body]
        found = _elsewhere(body, others, units, aligned) or _from_outside(body, units, aligned)
        if found is not None:
            yield found
            return


@lru_cache(maxsize=1024)
def _actors(statement: Statement) -> tuple[Body, ...]:
    """The organisations and persons of a sentence."""
    persons = tuple(
        Body(one.text, one.start, one.end, _PERSON, is_named=True, is_subject=one.is_subject)
        for one in people(statement.text, statement.language)
    )
    found = bodies(statement.text, statement.language, statement.names)
    others = [one for one in found if not any(one.start < other.end and other.start < one.end for other in persons)]
    return tuple(sorted((*others, *persons), key=lambda one: one.start))


_PERSON = frozenset({"somebody"})
"""What stands for the concepts of a person."""


@lru_cache(maxsize=1024)
def _units(passage: Statement) -> tuple[_Unit, ...]:
    every = _actors(passage)
    found: list[_Unit] = []
    about: Body | None = None
    for start, end in clauses(passage.text, passage.language) or ((0, len(passage.text)),):
        inside = tuple(one for one in every if start <= one.start < end)
        about = next((one for one in inside if one.is_subject and not _is_quoted(one, passage)), about)
        found.append(_Unit(passage.part(start, end), passage, inside, about))
    return tuple(found)


def _is_quoted(body: Body, passage: Statement) -> bool:
    """Whether an organisation or a person stands in what somebody else is quoted with, so that the sentence is not about it."""
    return any(one.start <= body.start < one.end for one in passage.quotations) and bool(_SAYS.search(passage.text))


_SAYS = re.compile(r"[”\"] (?:he|she|they) (?:said|added|told)\b")


def _stands(body: Body, language: Statement, passage: Statement) -> float:
    """How surely a body of one statement stands in another one: by its meaning or its name."""
    if body.ids and not body.ids.isdisjoint(_ids(passage)):
        return 1.0
    if body.ids == _PERSON:
        theirs = people(passage.text, passage.language)
        if any(kin(body.text, language.language, one.text, passage.language).is_same for one in theirs):
            return 1.0
    kind = "person" if body.ids == _PERSON else "organisation" if body.is_named else "other"
    return standing(NameMention(body.text, kind, body.start, body.end), language, passage).likeness


@lru_cache(maxsize=2048)
def _ids(passage: Statement) -> frozenset[str]:
    return frozenset(key[2:] for key in passage.keys if key.startswith("c:"))


def _elsewhere(body: Body, others: Sequence[Body], units: Sequence[_Unit], aligned: Aligned) -> Exchanged | None:
    """An organisation that the sources have, in a clause that they tell of another."""
    claim = aligned.claim
    if not body.is_named or not any(_stands(body, claim, one) >= SAME for one in aligned.every):
        return None
    clause = clause_of(claim, body.start)
    scored = [(borne_by(clause, unit.clause, [one.text for one in (body, *others)]), unit) for unit in units]
    best, unit = max(scored, key=lambda pair: pair[0])
    if best < _LEAST or _may_be_about(body, unit, claim):
        return None
    if max((score for score, one in scored if _may_be_about(body, one, claim)), default=0.0) > best * _CLEAR:
        return None
    rival = _rival(body, others, unit, claim)
    return Exchanged(body.text, body.start, rival.text, unit.passage, _SURE) if rival else None


def _may_be_about(body: Body, unit: _Unit, claim: Statement) -> bool:
    """Whether a clause of a source names an organisation of the claim, or does not say whom it is about."""
    if body.is_subject and unit.subject is None:
        return True
    about = unit.subject is not None and _stands(body, claim, _part_of(unit, unit.subject)) >= _UNLIKE
    return about or _stands(body, claim, unit.clause) >= _UNLIKE


def _part_of(unit: _Unit, body: Body) -> Statement:
    return part(unit.passage, body.start, body.end)


def _rival(body: Body, others: Sequence[Body], unit: _Unit, claim: Statement) -> Body | None:
    """The organisation that stands in a clause of a source as the claim's does in its own, and is not in the claim."""
    if body.is_subject:
        rivals = [unit.subject] if unit.subject is not None else []
    else:
        about = [one for one in others if one.is_subject]
        if not about or unit.subject is None or _stands(about[0], claim, _part_of(unit, unit.subject)) < SAME:
            return None
        rivals = [one for one in unit.inside if one is not unit.subject]
    rivals = [
        one
        for one in rivals
        if one.is_named
        and (one.ids == _PERSON) == (body.ids == _PERSON)
        and _stands(one, unit.passage, claim) < _UNLIKE
    ]
    return rivals[0] if len(rivals) == 1 else None


def _from_outside(body: Body, units: Sequence[_Unit], aligned: Aligned) -> Exchanged | None:
    """A body of the state that no source has, where the clause that bears the rest has another."""
    claim = aligned.claim
    if not body.ids or body.ids == _PERSON or is_general(body.ids) or known(body.text) is not None:
        return None
    if any(_stands(body, claim, one) >= _UNLIKE for one in aligned.every):
        return None
    clause = clause_of(claim, body.start)
    scored = [(borne_by(clause, unit.clause, [body.text]), unit) for unit in units]
    best, unit = max(scored, key=lambda pair: pair[0])
    if best < _LEAST_OUTSIDE:
        return None
    rivals = [one for one in unit.inside if one.ids and one.ids != _PERSON and not is_general(one.ids)]
    rivals = [one for one in rivals if _stands(one, unit.passage, claim) < _UNLIKE]
    if len(rivals) != 1 or (body.is_subject and unit.subject not in {None, rivals[0]}):
        return None
    return Exchanged(body.text, body.start, rivals[0].text, unit.passage, _LIKELY if rivals[0].is_named else _SURE)
