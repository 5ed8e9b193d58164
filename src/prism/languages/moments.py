"""What stands beside a date: whether it is from then or until then, early or late in it, at what hour, before what."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from prism.languages.mentions import DateMention
from prism.languages.numerals_small import small_number
from prism.languages.tables import table_for
from prism.languages.tables.moments import MOMENTS, NONE

_REACH = 32
_DAY = 1440
_HALF_DAY = 720
_NOON = 12


@dataclass(frozen=True, slots=True)
class HourMention:
    """A time of day.

    Attributes:
        start: offset.
        end: offset.
        text: the slice.
        minutes: the minutes of the day that it may be (two where morning or evening is not said), none for a part of the day.
        first: first minute of the part of the day; of a time the earlier one.
        last: last minute of it, beyond a day's for the night.
    """

    start: int
    end: int
    text: str
    minutes: frozenset[int]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class OrderMention:
    """A word that puts one event before or after another.

    Attributes:
        start: offset of the word.
        end: offset behind it.
        relation: "before" or "after": what is told lies so to the event that is named beside the word.
        anchor: where that event stands, (start, end).
    """

    start: int
    end: int
    relation: str
    anchor: tuple[int, int]


def edge_of(mention: DateMention, text: str, language: str) -> str:
    """Whether a date is where something begins ("from") or where it ends ("until"); empty if it is neither."""
    habits = MOMENTS.get(language, NONE)
    for edge, pattern in habits.edges_after.items():
        if pattern.match(text, mention.end):
            return edge
    # A preposition may have been taken into the date ("since March").
    for at in (mention.start, _inner(mention)):
        left = text[max(0, at - _REACH) : at]
        for edge, pattern in habits.edges_before.items():
            if pattern.search(left):
                return edge
    return ""


def part_of(mention: DateMention, text: str, language: str) -> str:
    """The part of a month or year that is meant: "early", "mid", "late"; empty for the whole."""
    habits = MOMENTS.get(language, NONE)
    for part, pattern in habits.parts_after.items():
        if pattern.match(text, mention.end):
            return part
    for at in (mention.start, _inner(mention)):
        left = text[max(0, at - _REACH) : at]
        for part, pattern in habits.parts_before.items():
            if pattern.search(left):
                return part
    return ""


def _inner(mention: DateMention) -> int:
    """Where the date's last word begins, behind a preposition."""
    return mention.start + mention.text.rfind(" ") + 1


def narrowed(days: tuple[date, date], part: str) -> tuple[date, date]:
    """The early, middle or late days of a month or a longer stretch, with what such words leave open."""
    first, last = days
    length = (last - first).days + 1
    if part == "early":
        return first, first + timedelta(days=length * 45 // 100)
    if part == "mid":
        return first + timedelta(days=length * 25 // 100), last - timedelta(days=length * 25 // 100)
    if part == "late":
        return last - timedelta(days=length * 45 // 100), last
    return days


@lru_cache(maxsize=2048)
def hours(text: str, language: str) -> tuple[HourMention, ...]:
    """The times of day in a text, in order."""
    habits = MOMENTS.get(language, NONE)
    found = [one for match in habits.clock.finditer(text) if (one := _clock(match, language)) is not None]
    for word, hour in habits.noon.items():
        for match in re.finditer(rf"(?<![a-z]){re.escape(word)}", text, re.IGNORECASE):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                minute = hour * 60
                found.append(HourMention(*match.span(), match.group(), frozenset({minute}), minute, minute))
    for match in habits.hour_words.finditer(text):
        key = match.group().casefold()
        span = habits.hours.get(key) or next(
            (value for word, value in habits.hours.items() if key.endswith(word)), None
        )
        if span and all(match.end() <= one.start or one.end <= match.start() for one in found):
            found.append(HourMention(*match.span(), match.group(), frozenset(), span[0] * 60, span[1] * 60))
    return tuple(sorted(found, key=lambda one: one.start))


def _clock(match: re.Match[str], language: str) -> HourMention | None:
    habits = MOMENTS[language]
    groups = match.groupdict()
    written = groups.get("h") or groups.get("h2") or groups.get("h3") or ""
    hour = int(written) if written.isdigit() else habits.numbers.get(written.casefold(), -1)
    minute = 30 if groups.get("half") else int(groups.get("min") or groups.get("min2") or 0)
    if not 0 <= hour <= 24 or minute >= 60:  # noqa: PLR2004 - hours and minutes
        return None
    part = habits.hours.get((groups.get("part") or "").casefold())
    if groups.get("ap"):
        part = (0, _NOON) if groups["ap"].casefold() == "a" else (_NOON, 24)
    candidates = {hour * 60 + minute}
    if 0 < hour <= _NOON and not groups.get("h2"):
        candidates.add((hour + _NOON) * 60 + minute)
        if hour == _NOON:
            candidates.add(minute)
    if part is not None:
        first, last = part[0] * 60, part[1] * 60
        inside = {one for one in candidates if first <= one < last or first <= one + _DAY < last}
        candidates = inside or candidates
    minutes = frozenset(one % _DAY for one in candidates)
    return HourMention(*match.span(), match.group().strip(), minutes, min(minutes), max(minutes))


def zones_named(text: str, language: str) -> frozenset[str]:
    """The words that say whose clock a text goes by."""
    return frozenset(match.group().casefold() for match in MOMENTS.get(language, NONE).zones.finditer(text))


@lru_cache(maxsize=2048)
def shifts_meant(text: str, language: str) -> tuple[tuple[str, int], ...]:
    """The steps from one date to another that a text tells: ("day", 1) for "the next day", ("week", 2) for "two weeks later"."""
    table = table_for(language)
    found: list[tuple[str, int]] = []
    for pattern, unit, amount in MOMENTS.get(language, NONE).shifts:
        for match in pattern.finditer(text):
            if amount:
                found.append((unit, amount))
                continue
            groups = match.groupdict()
            count = small_number(groups.get("n") or groups.get("n2") or "", table)
            if count:
                found.append((unit, count))
    return tuple(dict.fromkeys(found))


def shifted(day: date, unit: str, amount: int) -> tuple[date, date]:
    """The day so many units on, the whole month or year for those."""
    try:
        if unit == "day":
            there = day + timedelta(days=amount)
            return there, there
        if unit == "week":
            there = day + timedelta(weeks=amount)
            return there, there
        if unit == "month":
            index = day.year * 12 + day.month - 1 + amount
            year, month = index // 12, index % 12 + 1
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(day.year + amount, 1, 1), date(day.year + amount, 12, 31)
    except (ValueError, OverflowError):
        return day, day


@lru_cache(maxsize=2048)
def orders(text: str, language: str) -> tuple[OrderMention, ...]:
    """The words of a text that put one event before or after another, each with the stretch that names the other."""
    return tuple(_orders(text, language))


def _orders(text: str, language: str) -> Iterator[OrderMention]:
    habits = MOMENTS.get(language, NONE)
    for pattern, relation in habits.orders:
        for match in pattern.finditer(text):
            if habits.anchor_first:
                left = re.split(r"[,，、。;；]", text[max(0, match.start() - 16) : match.start()])[-1]
                anchor = (match.start() - len(left), match.start())
            else:
                right = re.split(r"[,.;:]", text[match.end() : match.end() + 48])[0]
                anchor = (match.end(), match.end() + len(right))
            yield OrderMention(match.start(), match.end(), relation, anchor)


@lru_cache(maxsize=2048)
def seasons(text: str, language: str) -> Mapping[str, str]:
    """The seasons that a text names, each with its word there."""
    habits = MOMENTS.get(language, NONE)
    found = ((name, pattern.search(text)) for name, pattern in habits.seasons.items())
    return {name: match.group().strip() for name, match in found if match}


def verb_last(language: str) -> bool:
    """Whether the word that a date belongs to ends its clause (통과시켰다, 発表した)."""
    return MOMENTS.get(language, NONE).verb_last
