"""Somebody put in the place of another of the same house: the claim ties a person to an organisation or town that is another's.

A phrase of the claim ties a person to something (the bank's chief, X); where no phrase of the sources ties this person to it, but one
ties somebody else to it whom the claim leaves out, and the person belongs elsewhere there, the two were exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prism.checks.alignment import Aligned
from prism.checks.namesakes import kin
from prism.checks.naming import SAME, standing
from prism.checks.partners import part
from prism.checks.reading import Statement
from prism.checks.replaced import Replaced
from prism.languages import NameMention
from prism.languages.affiliations import Tie, ties_of_people
from prism.languages.people import people

_SURE, _LIKELY = 1.0, 0.8
_MAYBE = 0.6
"""From here on two names of what somebody belongs to may be one."""


def in_anothers_house(aligned: Aligned) -> Iterator[Replaced]:
    """The persons of a claim who are tied to what the sources tie to somebody else."""
    claim = aligned.claim
    mine = _ties(claim)
    if not mine:
        return
    theirs = [(tie, passage) for passage in aligned.every for tie in _ties(passage)]
    for tie in mine:
        found = _anothers(tie, mine, theirs, aligned)
        if found is not None:
            yield found
            return


def _ties(statement: Statement) -> tuple[Tie, ...]:
    return ties_of_people(statement.text, statement.language, statement.names)


def _anothers(
    tie: Tie, mine: Sequence[Tie], theirs: Sequence[tuple[Tie, Statement]], aligned: Aligned
) -> Replaced | None:
    """The person of the sources to whom belongs what a claim ties to somebody else, or None."""
    claim = aligned.claim
    own = [(other, passage) for other, passage in theirs if _is_one(tie, claim, other, passage)]
    if any(_likeness(tie, claim, other, passage) >= _MAYBE for other, passage in own):
        return None
    named = [passage for passage in aligned.every if _names(tie, claim, passage)]
    if not named:
        return None
    for other, passage in theirs:
        if _is_one(tie, claim, other, passage) or _likeness(tie, claim, other, passage) < SAME:
            continue
        if any(_is_one(one, claim, other, passage) for one in mine) or _names_other(other, passage, claim):
            continue
        elsewhere = next((at for at in named if at is not passage), passage)
        belongs = any(one.is_place == tie.is_place for one, _ in own)
        if belongs:
            return Replaced(tie.person.text, other.person.text, passage, elsewhere, _SURE)
        if passage not in named and not tie.is_place and _share_office(tie, other):
            return Replaced(tie.person.text, other.person.text, passage, elsewhere, _LIKELY)
    return None


def _share_office(tie: Tie, other: Tie) -> bool:
    """Whether two persons are told by one office."""
    one, two = tie.person.office, other.person.office
    return one is not None and two is not None and not one.groups.isdisjoint(two.groups)


def _is_one(tie: Tie, claim: Statement, other: Tie, passage: Statement) -> bool:
    """Whether two ties are of persons who may be one."""
    alike = kin(tie.person.text, claim.language, other.person.text, passage.language)
    return alike.is_same or not alike.is_other


def _names(tie: Tie, claim: Statement, passage: Statement) -> bool:
    """Whether a passage names the person of a tie."""
    somebody = people(passage.text, passage.language)
    return any(kin(tie.person.text, claim.language, one.text, passage.language).is_same for one in somebody)


def _names_other(other: Tie, passage: Statement, claim: Statement) -> bool:
    """Whether the claim has the person of the sources as well."""
    name = other.person
    return (
        any(
            kin(one.text, claim.language, name.text, passage.language).is_same
            for one in people(claim.text, claim.language)
        )
        or standing(NameMention(name.text, "person", name.start, name.end), passage, claim).likeness >= SAME
    )


def _likeness(tie: Tie, claim: Statement, other: Tie, passage: Statement) -> float:
    """How likely what one person belongs to is what another belongs to."""
    if not tie.ids.isdisjoint(other.ids):
        return 1.0
    kind = "place" if tie.is_place else "organisation"
    here, there = part(claim, tie.start, tie.end), part(passage, other.start, other.end)
    mine = NameMention(here.text, kind, tie.start, tie.end)
    its = NameMention(there.text, kind, other.start, other.end)
    return max(standing(mine, claim, there).likeness, standing(its, passage, here).likeness)
