"""An office given to another person of the same sources: X, the mayor, where Y is the mayor and X heads a company.

Persons of the claim are set against those of the passages by their names; whoever bears another office there than in the claim, while
somebody whom the claim leaves out bears that one, has been put in that one's place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.namesakes import kin
from prism.checks.reading import Statement
from prism.checks.replaced import Replaced
from prism.languages.offices import AT_LARGE, offices_in
from prism.languages.people import Person, people

_SURE, _HALF = 1.0, 0.95


def in_anothers_office(aligned: Aligned) -> Iterator[Replaced]:
    """The persons of a claim who bear an office that somebody else bears in the passages, and they do not."""
    claim = aligned.claim
    mine = [one for one in people(claim.text, claim.language) if one.office and one.office.groups != AT_LARGE]
    everyone = _holders(aligned.every) if mine else ()
    for one in mine:
        groups = one.office.groups if one.office else frozenset[str]()
        same = [(person, passage) for person, passage in everyone if _is_namesake(one, claim, person, passage)]
        told = [person.office.groups for person, _ in same if person.office]
        if not told or any(theirs & groups or theirs == AT_LARGE for theirs in told):
            continue
        if any(groups & theirs for _, passage in same for _, _, theirs in offices_in(passage.text, passage.language)):
            continue  # the chairman of a panel who is a senator
        for person, passage in everyone:
            if person.office is None or not person.office.groups & groups or _is_told(person, passage, claim):
                continue
            yield Replaced(one.text, person.text, passage, same[0][1], _SURE)
            return


def _is_namesake(one: Person, claim: Statement, person: Person, passage: Statement) -> bool:
    """Whether two persons may be one by their names: the same, or half the same where the other half has readings nobody listed."""
    alike = kin(one.text, claim.language, person.text, passage.language)
    return alike.is_same or (alike.best >= _HALF and not alike.is_other)


@lru_cache(maxsize=64)
def _holders(every: tuple[Statement, ...]) -> tuple[tuple[Person, Statement], ...]:
    return tuple((one, passage) for passage in every for one in people(passage.text, passage.language))


def _is_told(person: Person, passage: Statement, claim: Statement) -> bool:
    """Whether a claim may name a person of a passage."""
    return any(
        not kin(one.text, claim.language, person.text, passage.language).is_other
        for one in people(claim.text, claim.language)
    )
