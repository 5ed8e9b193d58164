"""Lengths of time that follow from the dates and hours of passages, and dates and hours that follow from lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from prism.checks.alignment import Aligned
from prism.checks.reading import Statement
from prism.languages import Quantity
from prism.languages.moments import hours, shifted

_LONG = {"month": Decimal("30.4"), "year": Decimal("365.25")}
_MONTHS_OF_SLACK = {"day": 31, "month": 46, "year": 366}
_LEAST_PASSED = 45
_MOST_SLACK = Decimal("0.25")
_CALENDAR = {"day": 1, "week": 7, "month": 30}
_MINUTES = {"minute": 1, "hour": 60, "day": 1440}
_DAY = 1440
_LEAST_HOURS = 60
_BESIDE = re.compile(r",? (?:on |am |le |el )?")
"""What stands between an hour and its day where the day comes behind."""
_UNITS = ("day", "week", "month", "year")


def lies_between(figure: Quantity, aligned: Aligned) -> bool:
    """Whether a length of time lies between two dates or hours of the passages, or between a date and their own day.

    Args:
        figure: of the sentence.
        aligned: the sentence with its passages.
    """
    if figure.kind != "time":
        return False
    if figure.unit in _MINUTES and any(_between_hours(figure, passage) for passage in aligned.every):
        return True
    if figure.unit in _LONG and (_since(figure, aligned) or _until(figure, aligned)):
        return True
    if figure.unit == "year" and _years_apart(figure, aligned):
        return True
    if figure.unit not in _CALENDAR:
        return False
    days = sorted({day.first for passage in aligned.every for day in passage.days if day.precision == "day"})
    apart = {(late - early).days for early, late in combinations(days, 2)}
    told = int(figure.value * _CALENDAR[figure.unit])
    slack = 1 if figure.approx == "exact" else max(1, told // 10)
    return any(abs(one - told) <= slack for one in apart)


@lru_cache(maxsize=512)
def _moments(passage: Statement) -> tuple[frozenset[datetime], ...]:
    """The hours of a passage, each on the day named just behind it or last before it; those that one hour may mean together."""
    found = []
    for hour in hours(passage.text, passage.language):
        days = [day for day in passage.mentions if day.precision == "day"]
        behind = [one for one in days if _BESIDE.fullmatch(passage.text, hour.end, max(hour.end, one.start))]
        before = [one for one in days if one.start < hour.end]
        day = behind[0].first if behind else before[-1].first if before else passage.base.date()
        midnight = datetime(day.year, day.month, day.day, tzinfo=passage.base.tzinfo)
        if hour.minutes:
            found.append(frozenset(midnight + timedelta(minutes=one) for one in hour.minutes))
    return tuple(found)


def _between_hours(figure: Quantity, passage: Statement) -> bool:
    """Whether so many hours lie between two hours that one passage tells, on one day or on two."""
    told = figure.value * _MINUTES[figure.unit]
    if told < _LEAST_HOURS and figure.unit != "minute":
        return False
    slack = 0 if figure.approx == "exact" else max(30, int(told) // 20)
    return any(
        abs(abs(Decimal((a - b).total_seconds()) / 60) - told) <= slack
        for one, other in combinations(_moments(passage), 2)
        for a in one
        for b in other
    )


def _years_apart(figure: Quantity, aligned: Aligned) -> bool:
    """Whether so many years lie between two dates of the passages that the sentence rests on (400 in 2014, 240 last year)."""
    days = {day.first for passage in aligned.near for day in passage.days}
    slack = 0 if figure.approx == "exact" else 1
    return any(abs(abs(late.year - early.year) - figure.value) <= slack for early, late in combinations(days, 2))


def _since(figure: Quantity, aligned: Aligned) -> bool:
    """Whether so many months or years passed between a date of the passages and their own day ("since 2009")."""
    told = figure.value * _LONG[figure.unit]
    for passage in aligned.every:
        for day in passage.days:
            slack = _MONTHS_OF_SLACK.get(day.precision)
            passed = (passage.base.date() - day.first).days
            if not slack or passed <= _LEAST_PASSED:
                continue
            rounded = min(Decimal(slack), told * _MOST_SLACK) + _rounding(figure) * _LONG[figure.unit]
            if abs(passed - told) <= rounded or (figure.approx == "over" and 0 <= passed - told < _LONG[figure.unit]):
                return True
    return False


def _until(figure: Quantity, aligned: Aligned) -> bool:
    """Whether about so many months lie between two dates of which the sentence's own passages tell the one (August to March)."""
    if figure.approx == "exact" and figure.unit == "year" and not figure.value % 1:
        return False
    told = figure.value * _LONG[figure.unit]
    slack = min(Decimal(_MONTHS_OF_SLACK["month"]), told * _MOST_SLACK)
    starts = {day.first for passage in aligned.near for day in passage.days if day.precision in {"day", "month"}}
    ends = {day.first for passage in aligned.every for day in passage.days if day.precision in {"day", "month"}}
    return any(abs(abs((one - other).days) - told) <= slack for one in starts for other in ends)


def _rounding(figure: Quantity) -> Decimal:
    """What a round figure leaves open that is told as one (some 270 years are 273), none for an exact one."""
    exponent = figure.value.normalize().as_tuple().exponent
    if figure.approx == "exact" or not isinstance(exponent, int) or exponent <= 0:
        return Decimal(0)
    step = Decimal(1).scaleb(exponent)
    return step if figure.approx in {"over", "under"} else step / 2


def days_told(passage: Statement) -> Iterator[tuple[date, date]]:
    """The days that a passage's dates and lengths of time lead to: a term of five days from the 7th ends on the 11th."""
    steps = [
        (one.unit, int(one.value))
        for one in passage.figures
        if one.kind == "time" and one.unit in _UNITS and not one.value % 1 and one.value < _FAR
    ]
    for day in passage.mentions:
        if day.precision not in {"day", "month", "year"} or (day.relative and not passage.dated):
            continue
        for unit, amount in steps:
            if unit not in _STEPS[day.precision]:
                continue
            first, last = shifted(day.first, unit, amount)
            if unit == "year" and day.precision != "year":
                first, last = shifted(day.first, "month", amount * 12)
            if unit in {"month", "year"} and day.precision == "day":
                first = last = first + timedelta(days=min(day.first.day, last.day) - 1)
            yield first, last
            if day.precision == "day":
                yield first - timedelta(days=1), first - timedelta(days=1)


_FAR = 200
_STEPS = {"day": _UNITS, "month": ("month", "year"), "year": ("year",)}


def hours_told(passage: Statement, claim: Statement) -> Iterator[int]:
    """The minutes of the day that lie a length of time, told there or in the claim, before or after a passage's hour."""
    lengths = (*passage.figures, *claim.figures)
    steps = {int(one.value * _MINUTES[one.unit]) for one in lengths if one.unit in {"minute", "hour"}}
    for hour in hours(passage.text, passage.language):
        for minute in hour.minutes:
            for step in steps:
                yield (minute + step) % _DAY
                yield (minute - step) % _DAY
