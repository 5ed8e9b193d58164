"""Dates in running text, resolved against the day they were said on."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from prism.languages.mentions import DateMention
from prism.languages.tables import table_for

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_HAN = re.compile(r"(?:(\d{4})\s*[년年]\s*)?(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]")
_NEAR: dict[str, int] = {
    "어제": -1,
    "오늘": 0,
    "내일": 1,
    "그제": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "昨日": -1,
    "今日": 0,
    "明日": 1,
    "昨天": -1,
    "今天": 0,
    "明天": 1,
    "gestern": -1,
    "heute": 0,
    "morgen": 1,
}
_NEAR_PATTERN = re.compile("|".join(_NEAR), re.IGNORECASE)


def dates(text: str, language: str, base: datetime) -> tuple[DateMention, ...]:
    """The dates of a text, in order; `base` is when it was said, in the local zone of its source."""
    found: list[DateMention] = []
    for match in (*_ISO.finditer(text), *_HAN.finditer(text)):
        year, month, day = match.groups()
        moment = _day(int(year) if year else base.year, int(month), int(day))
        if moment:
            found.append(DateMention(match.start(), match.end(), match.group(), moment, moment, "day", relative=False))
    for match in _NEAR_PATTERN.finditer(text):
        moment = base.date() + timedelta(days=_NEAR[match.group().lower()])
        found.append(DateMention(match.start(), match.end(), match.group(), moment, moment, "day", relative=True))
    months = table_for(language).months
    if months:
        names = "|".join(months)
        for match in re.finditer(
            rf"\b(?:(\d{{1,2}})\.?\s+({names})|({names})\.?\s+(\d{{1,2}}))\b(?:,?\s+(\d{{4}}))?", text, re.IGNORECASE
        ):
            number, name = match.group(1) or match.group(4), (match.group(2) or match.group(3)).lower()
            moment = _day(int(match.group(5) or base.year), months[name], int(number))
            if moment:
                found.append(
                    DateMention(match.start(), match.end(), match.group(), moment, moment, "day", relative=False)
                )
    return tuple(sorted(found, key=lambda mention: mention.start))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
