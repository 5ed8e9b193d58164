"""Whether a name that the sources have stands in its own place: beside its own office, and where the passage has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.implied import is_implied, known_id
from prism.checks.matching import find_figure
from prism.checks.naming import SAME, Standing, standing
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import NameMention, known
from prism.languages.clauses import clauses
from prism.languages.gazetteer import country_of
from prism.languages.offices import AT_LARGE, office_beside, offices_apposed, offices_in

_REACH = 18.0
"""Characters within which half of what tells the place of a name stands."""
_LEAST_REST = 1.2
"""Least weight of what else a sentence says beside a name, for telling where the name belongs."""
_ALIKE = {"place": frozenset({"place", "other"}), "other": frozenset({"place", "other"})}
"""Kinds that are taken for one another: a word that nobody knows may be a place."""
_PLAIN = 0.85
"""From here on a name is plainly the one that it is taken for."""
_DATELINE = re.compile(r"[^.]{0,24}\s[—–-]\s")
_APPOSED = 3
"""Characters between an office told beside another one and the name."""
_CLEAR = 0.35
"""Share of that which the better passage must have more than those with the name."""


def in_its_place(mention: NameMention, found: list[tuple[Statement, Standing]], aligned: Aligned) -> Iterator[Finding]:
    """Whether a name that the sources have stands beside what the claim puts it beside."""
    wrong = _wrong_office(mention, found, aligned) if mention.kind == "person" else None
    if wrong is not None:
        yield wrong
        return
    moved = _moved(mention, found, aligned)
    if moved is not None:
        yield moved


def _wrong_office(mention: NameMention, found: list[tuple[Statement, Standing]], aligned: Aligned) -> Finding | None:
    """The office beside a person: another one than in all sources, and perhaps somebody else's."""
    claim = aligned.claim
    office = office_beside(claim.text, mention.start, mention.end, claim.language)
    if office is None:
        return None
    theirs = []
    for passage, one in found:
        place = passage.text.find(one.text) if one.text else -1
        if any(other.kind == "place" and other.start <= place < other.end for other in passage.names):
            return None
        spans = [(place, place + len(one.text))] if place >= 0 else _spans(mention, claim, passage)
        for start, end in spans:
            held = office_beside(passage.text, start, end, passage.language)
            if held is not None:
                theirs.append((passage, held))
            if any(groups & office.groups for groups in _apposed(passage, start, end)):
                return None
    if not theirs or any(held.groups & office.groups for _, held in theirs):
        return None
    holder = _holder(office.groups, aligned)
    if holder is None and (office.groups == AT_LARGE or all(held.groups == AT_LARGE for _, held in theirs)):
        return None
    passage, held = theirs[0]
    return aligned.finding(
        "names.office" if holder else "names.title",
        mention.text,
        office.text,
        passages=(passage, *((holder[0],) if holder and holder[0] is not passage else ())),
        theirs=(held.text, *((holder[1],) if holder else ())),
        name=mention.text,
        office=office.text,
        other=holder[1] if holder else held.text,
    )


def _apposed(passage: Statement, start: int, end: int) -> Iterator[frozenset[str]]:
    """The offices in apposition to a name, behind it or before another one of the same person (위원장인 서보경 시의원)."""
    yield from offices_apposed(passage.text, end, passage.language)
    for _, last, groups in offices_in(passage.text, passage.language):
        if 0 <= start - last <= _APPOSED:
            yield groups


def _spans(mention: NameMention, claim: Statement, passage: Statement) -> list[tuple[int, int]]:
    """Where a name of a claim stands among the names of a passage."""
    return [
        (one.start, one.end)
        for one in passage.names
        if standing(mention, claim, _piece(passage, one.start, one.end)).likeness >= SAME
    ]


@lru_cache(maxsize=2048)
def _piece(passage: Statement, start: int, end: int) -> Statement:
    return passage.part(start, end)


def _holder(groups: frozenset[str], aligned: Aligned) -> tuple[Statement, str] | None:
    """A person of the sources who has an office of these groups and is not in the claim."""
    for passage in aligned.every:
        for other in passage.names:
            if other.kind != "person":
                continue
            held = office_beside(passage.text, other.start, other.end, passage.language)
            if held is not None and held.groups & groups and not _is_in_claim(other, passage, aligned):
                return passage, other.text
    return None


def _is_in_claim(other: NameMention, passage: Statement, aligned: Aligned) -> bool:
    return standing(other, passage, aligned.claim).likeness >= SAME


def _moved(mention: NameMention, found: list[tuple[Statement, Standing]], aligned: Aligned) -> Finding | None:
    """A person in a place that another person has in the sources, or a place in that of another place."""
    if mention.kind == "organisation" or max(one.likeness for _, one in found) < _PLAIN:
        return None
    if mention.kind != "person" and known(mention.text) is not None and is_implied(mention, aligned):
        return None
    having = {id(passage) for passage, _ in found}
    scored = [(_rest(mention, aligned.claim, passage), passage) for passage in aligned.every]
    best, at = max(scored, key=lambda pair: pair[0])
    if best < _LEAST_REST or id(at) in having:
        return None
    share = (best - max(score for score, passage in scored if id(passage) in having)) / best
    rival = _rival(mention, at, aligned) if share >= _CLEAR else None
    if rival is None:
        return None
    return aligned.finding(
        "names.moved" if mention.kind == "person" else "names.elsewhere",
        mention.text,
        strength=min(1.0, share),
        passages=(at, found[0][0]),
        theirs=(rival.text, found[0][1].text),
        name=mention.text,
        other=rival.text,
    )


def _rival(mention: NameMention, at: Statement, aligned: Aligned) -> NameMention | None:
    """A name of the same kind in a passage that a claim does not have."""
    kinds = _ALIKE.get(mention.kind, frozenset({mention.kind}))
    ident = known_id(mention.text)
    for one in at.names:
        if one.kind not in kinds or _DATELINE.match(at.text, one.end) or _is_in_claim(one, at, aligned):
            continue
        other = known_id(one.text)
        country = ident.startswith("country:")
        if (
            country != other.startswith("country:")
            or (ident and ident in {other, country_of(other)})
            or (other and country_of(ident) == other)
        ):
            continue
        return one
    return None


def _rest(mention: NameMention, claim: Statement, passage: Statement) -> float:
    """How much of what a claim says beside a name a passage says too; what stands near the name counts more."""
    begin, end = next(
        (span for span in clauses(claim.text, claim.language) if span[0] <= mention.start < span[1]),
        (0, len(claim.text)),
    )
    score = 0.0
    for term in claim.terms:
        if begin <= term.start < end and bears(term, claim, passage):
            score += _weight(mention, term.start, term.end)
    for figure in claim.figures:
        if begin <= figure.start < end and find_figure(figure, passage.figures):
            score += 1.5 * _weight(mention, figure.start, figure.end)
    for other in claim.names:
        if begin <= other.start < end and other is not mention and standing(other, claim, passage).likeness >= SAME:
            score += _weight(mention, other.start, other.end)
    return score


def _weight(mention: NameMention, start: int, end: int) -> float:
    distance = max(0, start - mention.end, mention.start - end)
    return _REACH / (_REACH + distance)
