"""Dates inside the sample wire: written in the manner of each language, counted from the day the demo is shown.

A text holds `{{day -2}}`, `{{date 0}}`, `{{full -400}}`, `{{weekday -1}}`, `{{month 30}}` or `{{year -900}}`; the number
counts days from the base date of the wire. `day` is what a newspaper would print beside its own date line ("20일",
"지난달 31일", "Nov. 20"), and `near` is what it would say of the days around its own ("어제", "yesterday", "gestern"), so
both also depend on the day of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_MARK = re.compile(r"\{\{(day|near|date|full|weekday|month|year) ([+-]?\d+)\}\}")
_FAR = 180
"""Days beyond which a date without its year would mislead."""

_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_AP = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_EN_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DE_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How one language, or one country's press, writes dates.

    Attributes:
        month_day: month and day.
        full: year, month and day.
        month: the month alone.
        year: the year alone.
        weekdays: Monday first.
        same_month: the day alone, within the month of the article; equals `month_day` where the press never does so.
        month_before: a day of the month before the article's.
        near: words for the days around the article's own, by distance in days.
    """

    month_day: Callable[[date], str]
    full: Callable[[date], str]
    month: Callable[[date], str]
    year: Callable[[date], str]
    weekdays: tuple[str, ...]
    same_month: Callable[[date], str]
    month_before: Callable[[date], str]
    near: Mapping[int, str]


def _around(words: str) -> Mapping[int, str]:
    """From two days before to two days after; "-" where the press has no word."""
    return {distance: word for distance, word in enumerate(words.split(), start=-2) if word != "-"}


def _western(names: list[str], date_form: str, full_form: str, days: list[str], near: str) -> DateStyle:
    def short(day: date) -> str:
        return date_form.format(d=day.day, m=names[day.month - 1])

    def full(day: date) -> str:
        return full_form.format(d=day.day, m=names[day.month - 1], y=day.year)

    long_names = _DE if names is _DE else _EN
    return DateStyle(
        short, full, lambda d: long_names[d.month - 1], lambda d: str(d.year), tuple(days), short, short, _around(near)
    )


def _eastern(year: str, month: str, day: str, weekdays: str, suffix: str, before: str, near: str) -> DateStyle:
    def short(value: date) -> str:
        return f"{value.month}{month}{'' if month.endswith('月') else ' '}{value.day}{day}"

    def full(value: date) -> str:
        return f"{value.year}{year}{'' if year.endswith('年') else ' '}{short(value)}"

    def earlier(value: date) -> str:
        return f"{before}{value.day}{day}" if before else short(value)

    return DateStyle(
        short,
        full,
        lambda d: f"{d.month}{month}",
        lambda d: f"{d.year}{year}",
        tuple(f"{w}{suffix}" if suffix != "星期" else f"{suffix}{w}" for w in weekdays),
        lambda d: f"{d.day}{day}",
        earlier,
        _around(near),
    )


STYLES: dict[str, DateStyle] = {
    "ko": _eastern("년", "월", "일", "월화수목금토일", "요일", "지난달 ", "그제 어제 오늘 내일 모레"),
    "ja": _eastern("年", "月", "日", "月火水木金土日", "曜日", "", "一昨日 昨日 今日 明日 明後日"),
    "zh": _eastern("年", "月", "日", "一二三四五六日", "星期", "", "前天 昨天 今天 明天 后天"),
    "en-GB": _western(_EN, "{d} {m}", "{d} {m} {y}", _EN_DAYS, "- yesterday today tomorrow -"),
    "en-US": _western(_AP, "{m} {d}", "{m} {d}, {y}", _EN_DAYS, "- yesterday today tomorrow -"),
    "de": _western(_DE, "{d}. {m}", "{d}. {m} {y}", _DE_DAYS, "vorgestern gestern heute morgen übermorgen"),
}
"""By the style that an outlet of the wire names."""


def fill(text: str, style: DateStyle, *, base: date, own: date) -> str:
    """The text with its date marks written out.

    Args:
        text: with marks as described above.
        style: of the outlet.
        base: the day that offsets count from.
        own: the day of the article, in the outlet's zone.
    """

    def written(match: re.Match[str]) -> str:
        kind, target = match[1], base + timedelta(days=int(match[2]))
        if kind == "weekday":
            return style.weekdays[target.weekday()]
        if kind == "near":
            return style.near.get((target - own).days) or _day(target, own, style)
        if kind == "day":
            return _day(target, own, style)
        form: Callable[[date], str] = {
            "date": style.month_day,
            "full": style.full,
            "month": style.month,
            "year": style.year,
        }[kind]
        return form(target)

    return _MARK.sub(written, text)


def _day(target: date, own: date, style: DateStyle) -> str:
    if abs((target - own).days) > _FAR:
        return style.full(target)
    months = (own.year - target.year) * 12 + own.month - target.month
    if months == 0:
        return style.same_month(target)
    return style.month_before(target) if months == 1 else style.month_day(target)
