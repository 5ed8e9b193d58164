"""How often an outlet agrees with others: what its stories say of figures on which their outlets differ.

A figure on which all agree is not recorded anywhere, so what is counted is stories: those that outlets of other owners
report too, by whether the outlet's own figures were contradicted in them. It says nothing of who was right.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from prism.model import Contested, Teaser

NEWEST = 500
"""Stories of an outlet that are looked at: its present ways, at a bounded cost."""
NAMED = 8
"""Contradicted figures that are told."""
ENOUGH = 12
"""Fewer stories say nothing: with ten, one story moves the share by ten points."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A figure of an outlet on which others differ: where, what is counted, its own value, those of the others."""

    teaser: Teaser
    what: str
    own: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the stories that an outlet and outlets of other owners told.

    Attributes:
        told: how many there are.
        clear: none of its figures was contradicted.
        shared: a figure of its own was contradicted, and each such figure was given by an outlet of another owner too.
        alone: with at least one figure it stood alone.
        differing: the first contradicted figures, in the order of the stories.
    """

    told: int
    clear: int
    shared: int
    alone: int
    differing: tuple[Differing, ...]

    @property
    def bars(self) -> tuple[tuple[str, str, str], ...]:
        """(kind, from, width) of the parts, in hundredths of the whole."""
        found: list[tuple[str, str, str]] = []
        at = 0.0
        for kind, count in (("clear", self.clear), ("shared", self.shared), ("alone", self.alone)):
            width = 100 * count / self.told
            if count:
                found.append((kind, f"{at:.4g}", f"{width:.4g}"))
            at += width
        return tuple(found)


def agreement_of(source_id: str, stories: Sequence[Teaser], house: Collection[str]) -> Agreement:
    """How often an outlet agreed.

    Args:
        source_id: the outlet.
        stories: that it reports on its own, newest first; the newest 500 are looked at.
        house: ids of all outlets of its owner, itself included: they are no second voice.
    """
    known = frozenset(house)
    told: dict[tuple[str, ...], bool] = {}  # by company: most stories are told by the same few
    count = shared = alone = 0
    differing: list[Differing] = []
    for teaser in stories[:NEWEST]:
        outlets = teaser.outlets
        if outlets not in told:
            told[outlets] = not known.issuperset(outlets)
        if not told[outlets]:
            continue
        count += 1
        sides = [(one, *found) for one in teaser.contested if (found := _own(one, source_id, known))[0]]
        if sides:
            stands_alone = any(not with_others for *_, with_others in sides)
            alone += stands_alone
            shared += not stands_alone
            if len(differing) < NAMED:
                differing += [Differing(teaser, one.what, own, _others(one, own)) for one, own, _ in sides]
    return Agreement(count, count - shared - alone, shared, alone, tuple(differing[:NAMED]))


def _own(one: Contested, source_id: str, house: frozenset[str]) -> tuple[str, bool]:
    """The outlet's own value (empty if it gives none), and whether an outlet of another owner gives it too."""
    for value, outlets in one.camps:
        if source_id in outlets:
            return value, not house.issuperset(outlets)
    return "", False


def _others(one: Contested, own: str) -> tuple[str, ...]:
    return tuple(value for value, _ in one.camps if value != own)
