"""The day, month or year that is nearest to the day on which a date without its year was said."""

from __future__ import annotations

from datetime import date

_MONTHS = 12


def make(year: int, month: int, day: int) -> date | None:
    """The day, None where there is none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(base: date, month: int, day: int | None, direction: str) -> int:
    """The year that brings a month or day nearest to the base: behind it, before it, or wherever it is nearer."""
    if day is None:
        ahead = (month - base.month) % _MONTHS
        if direction == "past":
            return base.year if month < base.month else base.year - 1
        if direction == "future":
            return base.year if month > base.month else base.year + 1
        # A bare month is mostly one that was: only the next three may be meant as coming.
        return (
            base.year + (1 if month < base.month and ahead <= 3 else 0) - (1 if month > base.month and ahead > 3 else 0)  # noqa: PLR2004 - digits of a year, months
        )
    candidates = [d for year in (base.year - 1, base.year, base.year + 1) if (d := make(year, month, day))]
    if direction == "past":
        candidates = [d for d in candidates if d <= base] or candidates
    if direction == "future":
        candidates = [d for d in candidates if d >= base] or candidates
    if not candidates:  # 29 February
        return base.year
    return min(candidates, key=lambda d: _distance(d, base)).year


def _distance(day: date, base: date) -> float:
    """How far a day is; what is to come counts more, since news tell mostly what was."""
    days = (day - base).days
    return days * _FUTURE_WEIGHT if days > 0 else -days


_FUTURE_WEIGHT = 1.7


def nearest_day(base: date, day: int, direction: str) -> date | None:
    """The day of that number that is nearest to the base."""
    candidates = []
    for shift in (-2, -1, 0, 1, 2):
        first = shift_month(base.replace(day=1), shift)
        candidate = make(first.year, first.month, day)
        if candidate:
            candidates.append(candidate)
    if direction == "past":
        candidates = [d for d in candidates if d <= base]
    elif direction == "future":
        candidates = [d for d in candidates if d >= base]
    return min(candidates, key=lambda d: _distance(d, base), default=None)


def shift_month(first: date, months: int) -> date:
    """The first of the month so many months on."""
    index = first.year * _MONTHS + first.month - 1 + months
    return date(index // _MONTHS, index % _MONTHS + 1, 1)
