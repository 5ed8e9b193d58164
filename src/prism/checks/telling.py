"""A sentence in the house's own words, with all that it can be tested by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from prism.checks.parts import Evidence, Part
from prism.checks.templates import House, Told
from prism.model import Brief, FactSheet, Locale


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field, or with what is said of it.

    Attributes:
        what: end of the message's id (`check.wording.<what>`).
        words: those that it is about.
    """

    what: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence in the house's own words, read.

    Attributes:
        told: its message and fields.
        faults: what is wrong with it.
    """

    told: Told
    faults: tuple[Fault, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Telling:
    """All that a sentence about the reports can be tested by.

    Attributes:
        brief: that it stands in.
        locale: the edition.
        zone: IANA name of the zone that its days are told in.
        sheet: all facts.
        told: the first passage of each fact.
        parts: all sentences.
        outlets: source id → name.
    """

    brief: Brief
    locale: Locale
    zone: str
    sheet: FactSheet
    told: tuple[Evidence, ...]
    parts: tuple[Part, ...]
    outlets: Mapping[str, str]

    def outlet(self, one: Evidence) -> str:
        """The name of the outlet of a passage."""
        return self.outlets.get(one.source_id, one.source_id)

    def day(self, one: Evidence) -> date:
        """The day of a report as the edition counts days."""
        return one.article.said_at.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence under test."""

    told: Told
    part: Part
    house: House
    telling: Telling

    def field(self, name: str) -> str:
        """What stands in a field; empty if the message has none of that name."""
        return self.told.fields.get(name, "")

    def named(self, name: str) -> tuple[str, ...]:
        """The outlets that stand in a field, in order."""
        return self.house.names_in(self.field(name))

    def resting(self) -> frozenset[str]:
        """The outlets that the sentence rests on."""
        return frozenset(map(self.telling.outlet, self.part.leads))

    def leads_of(self, outlet: str) -> tuple[Evidence, ...]:
        """The passages of an outlet that the sentence rests on."""
        return tuple(one for one in self.part.leads if self.telling.outlet(one) == outlet)

    def before(self) -> Part | None:
        """The sentence before it in dek and body."""
        told = [part for part in self.telling.parts if part.address.startswith(("dek.", "body."))]
        place = next((n for n, part in enumerate(told) if part.address == self.part.address), 0)
        return told[place - 1] if place else None


Test = Callable[[Held], "list[Fault]"]
"""What is wrong with a sentence, as far as one property goes."""
