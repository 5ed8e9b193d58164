"""Persons of a claim set against the persons of the passages that bear it: whoever is left without a partner, beside another who is.

Every person of a sentence should have a namesake in the sources. Where one has none, and the passage that bears the rest of
the clause has somebody of the same office, or of half the same name, whom the claim leaves out, a name was put for another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.arranged import is_surely_name
from prism.checks.matching import find_figure
from prism.checks.namesakes import Kin, kin
from prism.checks.naming import standing
from prism.checks.reading import Statement
from prism.languages import NameMention, Term, known, terms
from prism.languages.clauses import clauses
from prism.languages.korean_latin import is_surname
from prism.languages.offices import offices_apposed, offices_in
from prism.languages.own_names import is_state_body
from prism.languages.people import Person, people
from prism.languages.readings import is_heard_in_han, spelt_in_han
from prism.languages.syllables import is_spoken_in

FOUND = 0.86
"""From here on a name is found in a passage, whatever is known of its parts."""
_HEARD = 0.82
_SPLIT = re.compile(r"[\s·・]+")
_FIGURE = 1.5
_LEAST, _AS_MUCH = 1.5, 0.8
_SURE, _LIKELY = 1.0, 0.7
_NEAR_SIGNS, _NEAR_LETTERS = 9, 26
_SIGNS = re.compile(r"[가-힣ぁ-ヺ一-鿿]")
_SPACED = re.compile(r"[ ·・]")
_HANGUL, _HAN = re.compile(r"[가-힣]"), re.compile(r"[一-鿿]")
_MOST, _CHINESE, _SHORT, _REACH = 30, 3, 2, 12


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A person of a claim whom no source names, and the one who stands in the same place there.

    Attributes:
        text: the person of the claim.
        start: offset there.
        other: the one of the passage.
        passage: the passage.
        is_half: whether a part of the name is the same.
        strength: how clear it is.
    """

    text: str
    start: int
    other: str
    passage: Statement
    is_half: bool
    strength: float


@lru_cache(maxsize=64)
def cast(every: tuple[Statement, ...]) -> tuple[tuple[Person, Statement], ...]:
    """All persons of the sources whose names are written in full, each time that they are named."""
    found = [(one, passage) for passage in every for one in people(passage.text, passage.language) if is_full(one.text)]
    return tuple(found[:_MOST])


def is_full(name: str) -> bool:
    """Whether a name has all its parts, as far as its script shows: two words, or two signs at least."""
    return _SPACED.search(name) is not None or (_SIGNS.match(name) is not None and len(name) > 1)


def is_somebody(name: str, statement: Statement) -> bool:
    """Whether a name of several Latin words is a person's: no word of it but the first says something, or is a place's."""
    if _SIGNS.match(name):
        return True
    words = [word for word in _PIECES.split(name) if len(word) > 1]
    if words and known(words[0]) is not None:
        words = words[1:]
    return all(known(word) is None and is_surely_name(word, "person", statement.language) for word in words)


_PIECES = re.compile(r"[ -]")


def _is_comparable(name: str, other: str) -> bool:
    """Whether a name has as many parts as another can be told from: one word in Hangul is whole if it is Korean or Chinese."""
    if _SPACED.search(name) is not None or not _HANGUL.match(name):
        return True
    if _HAN.match(other):
        return len(other) <= _CHINESE
    return len(name) == _CHINESE and is_surname(name[0])


def unpaired(aligned: Aligned) -> Iterator[Unpaired]:
    """The persons of a claim without a namesake in the sources, where another stands in their place."""
    claim = aligned.claim
    everyone = cast(aligned.every)
    if not everyone:
        return
    mine = people(claim.text, claim.language)
    for person in mine:
        if not is_full(person.text) or not is_somebody(person.text, claim):
            continue
        kins = [kin(person.text, claim.language, one.text, passage.language) for one, passage in everyone]
        if any(one.is_same for one in kins):
            yield from _out_of_office(person, mine, aligned, list(zip(everyone, kins, strict=True)))
            continue
        half = any(one.is_half for one in kins)
        apart = all(one.is_other or (half and not one.best) for one in kins)
        if not apart or not _is_stranger(person, aligned):
            continue
        rows = [row for row in zip(everyone, kins, strict=True) if _is_comparable(person.text, row[0][0].text)]
        found = _in_place(person, mine, aligned, rows)
        if found is not None:
            yield found


def _out_of_office(
    person: Person, mine: Sequence[Person], aligned: Aligned, everyone: Sequence[tuple[tuple[Person, Statement], Kin]]
) -> Iterator[Unpaired]:
    """A person of the sources in the office of another, whom the claim leaves out."""
    own = [
        groups
        for (other, passage), alike in everyone
        if alike.is_same and other.office is not None
        for groups in (other.office.groups, *offices_apposed(passage.text, other.end, passage.language))
    ]
    if person.office is None or not own or any(groups & person.office.groups for groups in own):
        return
    clause = clause_of(aligned.claim, person.start)
    for (other, passage), alike in everyone:
        if alike.is_same or other.office is None or not other.office.groups & person.office.groups:
            continue
        if borne_by(clause, passage) >= 1 and not has_partner(other, passage, mine, aligned.claim):
            yield Unpaired(person.text, person.start, other.text, passage, is_half=False, strength=_SURE)
            return


def _is_stranger(person: Person, aligned: Aligned) -> bool:
    """Whether a name is somebody's, written in full, and stands in no source."""
    claim = aligned.claim
    entry = known(person.text)
    if not is_full(person.text) or (entry is not None and entry[1] != "person"):
        return False
    if is_state_body(person.text, claim.language) and not _SPACED.search(person.text):
        return False
    if not is_surely_name(person.text, "person", claim.language) and not (
        _HANGUL.match(person.text) and (person.office or len(person.text) == _SHORT)
    ):
        return False
    return not any(_stands_in(person.text, claim, passage) for passage in aligned.every)


@lru_cache(maxsize=2048)
def _stands_in(name: str, claim: Statement, passage: Statement) -> bool:
    """Whether every part of a name stands in a passage; parts that everybody knows (American) left out."""
    if name.casefold() in passage.folded:
        return True
    if len(name) == _CHINESE and _HAN.search(passage.text) and is_spoken_in(name, passage.language):
        return is_heard_in_han(name, passage.text)
    parts = [part for part in _SPLIT.split(name) if known(part) is None]
    if not parts or (len(parts) == 1 and spelt_in_han(parts[0], passage.text) >= 1.0):
        return True
    likeness = FOUND if len(parts) == 1 else _HEARD
    return all(
        standing(NameMention(part, "person", 0, len(part)), claim, passage).likeness >= likeness for part in parts
    )


@lru_cache(maxsize=256)
def _plain_terms(claim: Statement) -> tuple[Term, ...]:
    return terms(claim.text, claim.language)


def _in_place(
    person: Person, mine: Sequence[Person], aligned: Aligned, everyone: Sequence[tuple[tuple[Person, Statement], Kin]]
) -> Unpaired | None:
    claim = aligned.claim
    clause = clause_of(claim, person.start)
    borne = {passage: borne_by(clause, passage) for passage in aligned.every}
    best = max(borne.values())
    found: list[tuple[float, Unpaired]] = []
    for (other, passage), alike in everyone:
        if has_partner(other, passage, mine, claim):
            continue
        beside = stands_beside(claim, person, passage, other)
        bearing = best >= _LEAST and borne[passage] >= best * _AS_MUCH
        shown = person.is_subject or person.office is not None
        if (alike.is_half and (bearing or beside or borne[passage] >= _LEAST)) or (bearing and beside and shown):
            strength = _SURE
        elif bearing and other.is_subject and person.is_subject and beside is None:
            strength = _LIKELY
        else:
            continue
        weight = strength + alike.best + borne[passage] / 100
        found.append((weight, Unpaired(person.text, person.start, other.text, passage, alike.is_half, strength)))
    return max(found, key=lambda row: row[0])[1] if found else None


def has_partner(
    other: Person, passage: Statement, mine: Sequence[Person], claim: Statement, likeness: float = FOUND
) -> bool:
    """Whether somebody of a passage is named in the claim."""
    if any(kin(one.text, claim.language, other.text, passage.language).is_same for one in mine):
        return True
    if is_told_by_office(other, claim):
        return True
    if any(kin(one.text, claim.language, other.text, passage.language).is_half for one in mine):
        return False
    mention = NameMention(other.text, "person", other.start, other.end)
    stands = standing(mention, passage, claim)
    if stands.likeness < likeness:
        return False
    return not any(
        stands.text and stands.text in one.text and kin(one.text, claim.language, other.text, passage.language).is_other
        for one in mine
    )


def is_told_by_office(other: Person, claim: Statement) -> bool:
    """Whether a claim tells of somebody by the office alone, without the name."""
    if other.office is None:
        return False
    mine = [one for one in people(claim.text, claim.language) if not is_state_body(one.text, claim.language)]
    for start, end, groups in offices_in(claim.text, claim.language):
        beside = any(one.start - _REACH <= end and start <= one.end + _REACH for one in mine)
        alone = _BARE.match(claim.text, end) or _THE.search(claim.text[:start])
        if alone and not beside and groups & other.office.groups:
            return True
    return False


_BARE = re.compile(r"(?:은|는|이|가|을|를|의|에게|께서)(?= )|[はがのをに]")
_THE = re.compile(r"(?:\b(?:[Tt]he|[Ww]hose|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)|[’']s)(?: [a-z-]+)? $")


def stands_beside(claim: Statement, person: Person, passage: Statement, other: Person) -> bool | None:
    """Whether two persons have one office, or the same word stands beside both; None where nothing is told of one of them."""
    if person.office is not None and other.office is not None:
        return bool(person.office.groups & other.office.groups)
    mine, theirs = _beside(claim, person), _beside(passage, other)
    if any(
        not one.keys.isdisjoint(two.keys) or not one.sounds.isdisjoint(two.sounds) for one in mine for two in theirs
    ):
        return True
    return None


@lru_cache(maxsize=4096)
def _beside(statement: Statement, person: Person) -> tuple[Term, ...]:
    reach = _NEAR_SIGNS if _SIGNS.match(person.text) else _NEAR_LETTERS
    return tuple(
        term
        for term in _plain_terms(statement)
        if (person.start - reach <= term.start and term.end <= person.start)
        or (person.end <= term.start and term.end <= person.end + reach)
    )


def clause_of(claim: Statement, place: int) -> Statement:
    """The clause of a claim that a place stands in; the claim itself if it has but one."""
    for start, end in clauses(claim.text, claim.language):
        if start <= place < end and (start, end) != (0, len(claim.text)):
            return part(claim, start, end)
    return claim


@lru_cache(maxsize=2048)
def part(claim: Statement, start: int, end: int) -> Statement:
    """A stretch of a claim, read once."""
    return claim.part(start, end)


def borne_by(clause: Statement, passage: Statement, without: Collection[str] = ()) -> float:
    """How much of what a clause says a passage says too.

    Args:
        clause: of a claim.
        passage: or a clause of one.
        without: names whose words do not count.
    """
    words = [term for term in clause.terms if not any(term.text in name or name in term.text for name in without)]
    score = float(sum(bears(term, clause, passage) for term in words))
    return score + _FIGURE * sum(find_figure(one, passage.figures) is not None for one in clause.figures)
