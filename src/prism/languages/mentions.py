"""What the readers of text find: frozen values with their place in the text.

Places are offsets of characters into the text that was handed in, `start` inclusive, `end` exclusive, and `text` is
always the slice between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with what it counts.

    Attributes:
        value: as a plain number ("1억 2천만" is 120000000; "3,5 Mio." is 3500000; a percentage is 3.5, not 0.035).
        unit: canonical and the same in every language ("person", "KRW", "percent", "km", "hectare"), "" if unknown.
        kind: "count", "money", "percent", "points", "ordinal", "measure", "age", "time" or "multiple".
        approx: "exact", "about", "over", "under", "nearly".
        start: of the figure with its unit.
        end: of the figure with its unit.
        text: the slice.
    """

    value: Decimal
    unit: str
    kind: str
    approx: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in a text, resolved to the days it covers.

    Attributes:
        start: offset.
        end: offset.
        text: the slice.
        first: first day it covers.
        last: last day it covers, the same as `first` for a day.
        precision: "day", "week", "month", "quarter", "half", "season", "year", "decade" or "century".
        relative: it means something only together with the day it was said on.
        also: other days that it may mean: the next Tuesday where the last was taken, another year's March.
        spoken: how it says it: the resolution of its rule ("weekday:near", "date", "shift:day:-1", …), with what it
            leaves open ("date d" is a day's number alone, "date m d" a day without a year).
    """

    start: int
    end: int
    text: str
    first: date
    last: date
    precision: str
    relative: bool
    also: tuple[tuple[date, date], ...] = ()
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name, without titles and particles.

    Attributes:
        text: the slice.
        kind: "person", "place", "organisation" or "other".
        start: offset.
        end: offset.
    """

    text: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, without the marks; `start` and `end` enclose the text alone."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A place where a text breaks the rules of its language.

    Attributes:
        start: offset.
        end: offset.
        text: the slice.
        reason: "missing" (a particle is lost between two names) or "agreement" (a particle of the wrong form).
        should_be: the text as it ought to stand.
    """

    start: int
    end: int
    text: str
    reason: str
    should_be: str
