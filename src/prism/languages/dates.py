"""Dates in running text, resolved against the day they were said on.

Each language's table lists its ways of writing a date; here they are found and resolved. What depends on the day it was
said on ("yesterday", 지난 3월, 22일) counts from `base`: a month or weekday without more is the nearest that fits, the
past before the future unless the sentence speaks of what is to come.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TypeAlias

from prism.languages.dates_nearest import make, nearest_day, nearest_year, shift_month
from prism.languages.dates_written import written_as
from prism.languages.mentions import DateMention
from prism.languages.numerals_small import small_number
from prism.languages.tables import table_for
from prism.languages.tables.shape import DateRule, LanguageTable

Found: TypeAlias = "tuple[date, date, str, bool]"
"""First day, last day, precision, relative."""

_WIDE = str.maketrans("０１２３４５６７８９／．－\u00a0\u202f\u2009\u3000", "0123456789/.-    ")
_ANY_DAY = datetime(2026, 6, 15)  # noqa: DTZ001 - no day in particular
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_WEEK, _MONTHS, _QUARTERS = 7, 12, 4
_SHORT_YEAR_PIVOT = 70


def dates(text: str, language: str, base: datetime) -> tuple[DateMention, ...]:
    """The dates of a text, in order, without overlaps.

    Args:
        text: plain text.
        language: BCP 47 tag; a language without a table is read with CLDR's names of months.
        base: when the text was said, in the local zone of its source.
    """
    table = table_for(language)
    flat = text.translate(_WIDE)
    found: list[tuple[int, int, Found]] = []
    how: dict[tuple[int, int, Found], tuple[re.Match[str], DateRule]] = {}
    for rule, match in written_as(flat, language):
        resolved = _resolve(match, rule, table, base.date(), flat)
        if resolved is not None:
            one = (match.start(), match.end(), resolved)
            found.append(one)
            how.setdefault(one, (match, rule))
    mentions: list[DateMention] = []
    for one in _longest(found):
        start, end, (first, last, precision, relative) = one
        name, _, years = how[one][1].resolve.partition(":")
        if name == "same" and mentions:
            before = mentions[-1].first
            before = make(before.year + int(years or 0), before.month, 1) or before
            first, last = _same(how[one][0], before, table) or (first, last)
        spoken = _spoken(*how[one])
        lonely = name == "same" and not mentions
        if spoken == "date d" and mentions and _JOINED.fullmatch(flat[mentions[-1].end : start]):
            day = make(mentions[-1].first.year, mentions[-1].first.month, first.day)
            first = last = day if day and "m" in mentions[-1].spoken.split(" ") else first
        ways = _any_year((first, last)) if lonely else _others(spoken, (first, last), base.date())
        others = tuple(other for other in ways if other != (first, last))
        mentions.append(DateMention(start, end, text[start:end], first, last, precision, relative, others, spoken))
    return tuple(mentions)


_JOINED = re.compile(r" ?(?:부터|에서|[~∼〜～–—-]|과|와|및|,|、|·|から|と|至|到|和) ?")
"""Between a date with its month and a bare day of that month."""


def _any_year(days: tuple[date, date]) -> Iterator[tuple[date, date]]:
    """The days in the years about theirs, where the date that they are told from stands in another sentence."""
    for years in (-3, -2, -1, 1):
        first, last = (make(day.year + years, day.month, min(day.day, 28)) for day in days)
        if first and last:
            yield first, last


def _same(match: re.Match[str], before: date, table: LanguageTable) -> tuple[date, date] | None:
    """The day or month that is told by the month or year of the date before it (同月28日, 같은 해 3월)."""
    month, day = _month(match, table), small_number(_group(match, "d"), table)
    if month is not None and day is None:
        return _month_of(before.year, month, relative=True)[:2]
    made = make(before.year, month or before.month, day or 1)
    return (made, made) if made else None


def _same_alone(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    """The same where no date stands before it: the last of that name."""
    return _written(match, "" if argument else "past", table, base, text)


def _spoken(match: re.Match[str], rule: DateRule) -> str:
    """The resolution of a rule with the parts of a date that stand in the text, where not all do."""
    if not rule.resolve.startswith(("date", "quarter", "half", "ago")):
        return rule.resolve
    year = "y" if _group(match, "y") or _group(match, "yw") else ""
    month = "m" if _group(match, "m") or _group(match, "mon") else ""
    day = "d" if _group(match, "d") else ""
    count = f"{_group(match, 'years')} {_group(match, 'n')}".strip() if rule.resolve.startswith("ago") else ""
    return " ".join(part for part in (rule.resolve, year, month, day, count) if part)


def _others(spoken: str, days: tuple[date, date], base: date) -> Iterator[tuple[date, date]]:
    """The other days that a date may mean which leaves open on which side of the base it lies."""
    first, last = days
    if spoken.startswith("weekday") and not spoken.startswith("weekday:week"):
        nearest = first + timedelta(days=_WEEK if first <= base else -_WEEK)
        yield nearest, nearest
        if first == base or spoken == "weekday:last":
            yield first - timedelta(days=_WEEK), first - timedelta(days=_WEEK)
    elif spoken == "date d":
        for direction in ("past", "future"):
            day = nearest_day(base, first.day, direction)
            if day:
                yield day, day
    elif spoken in {"date m", "date m d"}:
        year = first.year + (-1 if first > base else 1)
        start, end = make(year, first.month, first.day), make(year, last.month, last.day)
        if start and end:
            yield start, end
    elif spoken.startswith("ago"):
        unit = _SPANS.get(spoken.partition(" ")[0].split(":")[1], 0)
        middle = first + (last - first) / 2
        if unit and middle.toordinal() > unit:
            yield middle - timedelta(days=unit), middle + timedelta(days=unit)


_SPANS: Mapping[str, int] = {"week": 5, "month": 25, "year": 230}
"""How many days before and behind "three weeks ago" may mean, which nobody counts exactly."""


@lru_cache(maxsize=2048)
def date_spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where dates stand in a text, whatever they mean."""
    return tuple((mention.start, mention.end) for mention in dates(text, language, _ANY_DAY))


def _longest(found: list[tuple[int, int, Found]]) -> list[tuple[int, int, Found]]:
    """Of overlapping finds the longest; of equally long ones the first listed."""
    chosen: list[tuple[int, int, Found]] = []
    for start, end, resolved in sorted(found, key=lambda item: item[0] - item[1]):
        if all(end <= s or e <= start for s, e, _ in chosen):
            chosen.append((start, end, resolved))
    return sorted(chosen, key=lambda item: item[0])


def _resolve(match: re.Match[str], rule: DateRule, table: LanguageTable, base: date, text: str) -> Found | None:
    name, _, argument = rule.resolve.partition(":")
    return _RESOLVERS[name](match, argument, table, base, text)


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip()


# -- written dates -----------------------------------------------------------------------------------------------------


def _written(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    """Year, month and day as far as they are given.

    The argument is "past" or "future" where a word says so, or the difference in months ("0" this month, "-1" last).
    """
    del text
    year, relative_year = _year(match, table, base)
    month = _month(match, table)
    day = small_number(_group(match, "d"), table)
    if argument.lstrip("-").isdigit() and day is not None:
        first = shift_month(base.replace(day=1), int(argument))
        return _days(make(first.year, first.month, day), relative=True)
    if month is None:
        if _group(match, "m") or _group(match, "mon"):
            return None  # "14월 19일"
        if day is not None:
            return _days(nearest_day(base, day, argument), relative=True)
        return (date(year, 1, 1), date(year, 12, 31), "year", relative_year) if year else None
    relative = relative_year or argument != ""
    if year is None:
        year = nearest_year(base, month, day, argument)
    if day is None:
        return _month_of(year, month, relative=relative)
    return _days(make(year, month, day), relative=relative)


def _year(match: re.Match[str], table: LanguageTable, base: date) -> tuple[int | None, bool]:
    word = _group(match, "yw")
    if word:
        return base.year + table.year_words[re.sub(r"\s+", " ", word.casefold())], True
    written = _group(match, "y").lstrip("'’")
    if not written:
        return None, False
    era = _group(match, "era")
    year = 1 if written == "元" else small_number(written, table)
    if year is None:
        return None, False
    if era:
        return table.eras[era] + year, False
    if len(written) == 2:  # noqa: PLR2004 - digits of a year, months
        year += 2000 if year < _SHORT_YEAR_PIVOT else 1900
    return (year if _FIRST_YEAR <= year <= _LAST_YEAR else None), False


def _month(match: re.Match[str], table: LanguageTable) -> int | None:
    name = _group(match, "mon").rstrip(".").casefold()
    if name:
        return table.months.get(name)
    month = small_number(_group(match, "m"), table)
    return month if month is None or 1 <= month <= _MONTHS else None


def _days(day: date | None, *, relative: bool) -> Found | None:
    return (day, day, "day", relative) if day else None


def _month_of(year: int, month: int, *, relative: bool) -> Found:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month", relative


# -- relative dates ------------------------------------------------------------------------------------------------------


def _shift(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    """Shifts "day:-1", "week:-1", "month:0", "year:1", "weekend:-1": so many units from the base's own."""
    del match, table, text
    unit, _, amount = argument.partition(":")
    return _period(unit, int(amount), base)


def _period(unit: str, amount: int, base: date) -> Found | None:
    if unit == "day":
        day = base + timedelta(days=amount)
        return day, day, "day", True
    if unit in {"week", "weekend"}:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=amount)
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        return first, monday + timedelta(days=6), "week" if unit == "week" else "day", True
    if unit == "month":
        first = shift_month(base.replace(day=1), amount)
        return _month_of(first.year, first.month, relative=True)
    if unit == "half":
        return _half(base.year, amount)
    year = base.year + amount
    return date(year, 1, 1), date(year, 12, 31), "year", True


def _half(year: int, number: int) -> Found:
    first = date(year, 1 if number == 1 else 7, 1)
    return first, date(year, 6, 30) if number == 1 else date(year, 12, 31), "half", True


def _ago(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    """Of "3 days ago", 세 달 전, 2년 6개월 전: so many units before the base, as exact as the unit is."""
    del text
    unit, _, sign = argument.partition(":")
    count = small_number(_group(match, "n") or "0", table)
    years = small_number(_group(match, "years") or "0", table)
    if count is None or years is None:
        return None
    count += years * _MONTHS + (_MONTHS // 2 if _group(match, "half") or _group(match, "half2") else 0)
    amount = count if sign == "+" else -count
    if unit == "week":
        day = base + timedelta(weeks=amount)
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6), "week", True
    try:
        return _period(unit, amount, base)
    except (ValueError, OverflowError):  # before the year 1: no date
        return None


def _weekday(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    """A weekday: "last", "next", "near" (past unless the sentence looks ahead), or "week:-1" (of that week)."""
    wanted = table.weekdays.get(_group(match, "wd").rstrip(".").casefold())
    if wanted is None:
        return None
    if argument.startswith("week"):
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=int(argument.partition(":")[2]))
        return _days(monday + timedelta(days=wanted), relative=True)
    back = (base.weekday() - wanted) % _WEEK
    if argument == "next" or (argument == "near" and table.future.search(text)):
        return _days(
            base + timedelta(days=_WEEK - back if back else (_WEEK if argument == "next" else 0)), relative=True
        )
    if argument == "last" and back == 0:
        back = _WEEK
    return _days(base - timedelta(days=back), relative=True)


def _quarter(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    del argument, text
    year, _ = _year(match, table, base)
    word = _group(match, "n").casefold()
    number = table.numbers.ordinals.get(word) or small_number(word, table) or 0
    if not 1 <= number <= _QUARTERS:
        return None
    if year is None:
        year = base.year if (number - 1) * 3 + 1 <= base.month else base.year - 1
    first = date(year, (number - 1) * 3 + 1, 1)
    last = date(year, number * 3, calendar.monthrange(year, number * 3)[1])
    return first, last, "quarter", not _group(match, "y")


def _half_year(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    del text
    year, _ = _year(match, table, base)
    return _half(year or base.year, int(argument))


def _decade(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    del argument, base, text
    written = _group(match, "y").lstrip("'’")
    decade = small_number(written, table)
    if decade is None:
        return None
    year = decade if decade >= _FIRST_YEAR else 1900 + decade  # "1990s", "90s"
    return date(year, 1, 1), date(year + 9, 12, 31), "decade", False


def _months(match: re.Match[str], argument: str, table: LanguageTable, base: date, text: str) -> Found | None:
    """From one month to another: 7~9월; three that make a quarter are one."""
    del argument, text
    if _group(match, "last"):
        first, last = _month(match, table), table.months.get(_group(match, "last").rstrip(".").casefold())
    else:
        first, last = (small_number(_group(match, name), table) for name in ("m", "until"))
    if first is None or last is None or not 1 <= first < last <= _MONTHS:
        return None
    year, relative = _year(match, table, base)
    if year is None:
        year, relative = nearest_year(base, first, None, ""), True
    end = date(year, last, calendar.monthrange(year, last)[1])
    precision = "half" if last - first >= _MONTHS // 2 - 1 else "quarter"
    return date(year, first, 1), end, precision, relative


_RESOLVERS: Mapping[str, Callable[[re.Match[str], str, LanguageTable, date, str], Found | None]] = {
    "date": _written,
    "same": _same_alone,
    "shift": _shift,
    "ago": _ago,
    "weekday": _weekday,
    "quarter": _quarter,
    "half": _half_year,
    "decade": _decade,
    "months": _months,
}
"""Resolution → how it is done."""
