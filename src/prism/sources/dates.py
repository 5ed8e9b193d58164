"""Dates as feeds write them, standards or not.

Read are RFC 822/1123/850 with wrong weekdays, two-digit years and zone names, RFC 3339 and the other spellings of ISO 8601,
numbers in the order of a date with any separators, Korean, Japanese and Chinese dates (년月日, 오전/下午), months named in
a dozen languages, asctime, and Unix times in seconds or milliseconds. A date without a zone counts in the zone that is
handed in. Nothing is guessed from the clock.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from prism.web.text import normal

_LONGEST = 120

_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "mez": 60,
    "mesz": 120, "met": 60, "mest": 120, "eet": 120, "eest": 180, "msk": 180, "trt": 180, "gst": 240, "pkt": 300,
    "ict": 420, "wib": 420, "wita": 480, "wit": 540, "hkt": 480, "sgt": 480, "myt": 480, "pht": 480, "awst": 480,
    "kst": 540, "jst": 540, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "ast": -240, "adt": -180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540,
    "akdt": -480, "hst": -600, "brt": -180, "art": -180, "clt": -240, "sast": 120, "eat": 180, "wat": 60, "cat": 120,
}  # fmt: skip
"""Zone names in feeds → minutes east of Greenwich; where a name has two meanings (CST, IST), the one in RFC 822 or else the
one with more news feeds."""

_MONTH_NAMES = """
jan january januar jänner janvier enero gennaio januari janeiro janv ene gen styczeń stycznia января январь янв ocak januára ledna tammikuu ιανουαρίου
feb february februar feber février fevrier febrero febbraio februari fevereiro févr fevr luty lutego февраля февраль фев şubat února helmikuu φεβρουαρίου
mar march märz maerz mrz mars marzo maart março marco marzec marca марта март мар mart března maaliskuu μαρτίου
apr april avril abril aprile avr abr kwiecień kwietnia апреля апрель апр nisan dubna huhtikuu απριλίου
may mai mayo maggio mei maio mag maj maja мая май mayıs května toukokuu μαΐου
jun june juni juin junio giugno junho giu czerwiec czerwca июня июнь июн haziran června kesäkuu ιουνίου
jul july juli juillet julio luglio julho juil lug lipiec lipca июля июль июл temmuz července heinäkuu ιουλίου
aug august août aout agosto augustus augusti ago sierpień sierpnia августа август авг ağustos srpna elokuu αυγούστου
sep sept september septembre septiembre settembre setembro set wrzesień września сентября сентябрь сен сент eylül září syyskuu σεπτεμβρίου
oct october oktober okt octobre octubre ottobre outubro ott out październik października октября октябрь окт ekim října lokakuu οκτωβρίου
nov november novembre noviembre novembro listopad listopada ноября ноябрь ноя kasım listopadu marraskuu νοεμβρίου
dec december dezember dez décembre decembre diciembre dicembre dezembro dic déc grudzień grudnia декабря декабрь дек aralık prosince joulukuu δεκεμβρίου
"""
"""One line a month: its names and short forms as feeds in a dozen languages write them."""

_MONTHS = {name: month for month, names in enumerate(_MONTH_NAMES.strip().splitlines(), 1) for name in names.split()}

_AFTERNOON = re.compile(r"^(?:pm|p\.m\.?|오후|下午|午後|晚上|チ)$", re.IGNORECASE)
_HALF = r"(?P<half>오전|오후|上午|下午|午前|午後|[AaPp]\.?\s?[Mm]\.?(?![a-z]))"
_TIME = (
    rf"(?:{_HALF}\s*)?(?P<hour>\d{{1,2}})\s*(?::|시|時|时|h(?=\d))\s*(?:(?P<minute>\d{{1,2}})\s*(?:분|分)?)?"
    rf"(?:\s*:?\s*(?P<second>\d{{1,2}})(?:[.,]\d+)?\s*(?:초|秒)?)?(?:\s*{_HALF.replace('half', 'late')})?"
)
_AT = re.compile(_TIME)
_HALF_ONLY = re.compile(
    rf"{_HALF}\s*(?P<hour>\d{{1,2}})(?!\d)|(?<!\d)(?P<hour2>\d{{1,2}})\s*{_HALF.replace('half', 'late')}"
)
_ISO = re.compile(
    r"^(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[Tt\s]\s*(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,:]\d+)?)?)?"
    r"\s*(?P<zone>[Zz]|[+\-\u2212]\d{2}:?\d{2}|[+\-\u2212]\d{2}|[A-Za-z]{3,4})?$"
)
_WEEK = re.compile(r"^(?P<year>\d{4})-?W(?P<week>\d{2})(?:-?(?P<weekday>[1-7]))?$")
_ORDINAL = re.compile(r"^(?P<year>\d{4})-?(?P<day>\d{3})$")
_MONTH_ONLY = re.compile(r"^(?P<year>(?:19|20)\d{2})(?:-(?P<month>0[1-9]|1[0-2]))?$")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4}|\d{2}(?=\s*[년年]))\s*[-./年년]\s*(?P<month>\d{1,2})\s*[-./月월]\s*(?P<day>\d{1,2})(?!\d)[일日.]?"
)
_DAY_FIRST = re.compile(r"(?<!\d)(?P<day>\d{1,2})\s*\.\s*(?P<month>\d{1,2})\s*\.\s*(?P<year>\d{4}|\d{2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<a>\d{1,2})[/\-](?P<b>\d{1,2})[/\-](?P<year>\d{4}|\d{2})(?!\d)")
_DAY_MONTH = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s\-]*(?:de\s+)?(?P<month>[^\W\d_]{3,12})\.?,?[\s\-]*(?:de\s+)?(?P<year>\d{4}|\d{2})(?![\d:])"
)
_MONTH_DAY = re.compile(
    r"(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,|\s)\s*(?:(?P<before>\d{1,2}:\d{2}(?::\d{2})?)\s+(?:[A-Z]{3,4}\s+)?)?(?P<year>\d{4})(?!\d)"
)
_OFFSET = re.compile(r"(?:GMT|UTC|UT)?\s*(?P<sign>[+\-\u2212])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)")
_ZONE_NAME = re.compile(r"\b([A-Za-z]{1,5})\b")
_IANA = re.compile(r"\b([A-Z][A-Za-z]+/[A-Z][A-Za-z_]+)\b")
_EPOCH = re.compile(r"^(\d{9,10})(?:\.\d+)?$|^(\d{12,13})$")
_CENTURY_TURN = 70


@lru_cache(maxsize=1024)
def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name; UTC for an empty or unknown one."""
    try:
        return UTC if name in {"", "UTC"} else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def read_date(text: str, home: tzinfo = UTC) -> datetime | None:
    """The moment that a feed's date means.

    Args:
        text: as the feed gives it.
        home: the zone that counts when the date names none.

    Returns:
        Aware UTC, or None if it can't be read, or means nothing (1970-01-01 and what lies before it, year 0).
    """
    spaced = " ".join(text.split())
    if not spaced or len(spaced) > _LONGEST:  # before it is normalised: thousands of combining marks take minutes
        return None
    told = " ".join(normal("NFKC", spaced).split())
    try:
        moment = _iso(told, home) or _epoch(told) or _other_iso(told, home) or _free(told, home)
        if moment is None:
            return None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment >= datetime(1970, 1, 3, tzinfo=UTC) else None


def _iso(told: str, home: tzinfo) -> datetime | None:
    found = _ISO.match(told)
    if not found:
        return None
    day = datetime(int(found["year"]), int(found["month"]), int(found["day"]))  # noqa: DTZ001 - the zone is set below
    return _at(day, (found["hour"], found["minute"], found["second"]), _zone(found["zone"] or "", home))


def _at(day: datetime, clock: tuple[str | None, str | None, str | None], zone: tzinfo) -> datetime:
    """A day with a time of day; 24:00 is the next midnight, a leap second the one before it."""
    hour, minute, second = (int(part or 0) for part in clock)
    if hour > 24 or minute > 59:  # noqa: PLR2004 - no such time of day: midnight says less, and nothing wrong
        hour = minute = second = 0
    moment = day.replace(minute=minute, second=min(second, 59), tzinfo=zone) + timedelta(hours=hour)
    return moment.replace(tzinfo=zone)


def _zone(name: str, home: tzinfo) -> tzinfo:
    if not name:
        return home
    offset = _OFFSET.search(name)
    if offset:
        hours, minutes = int(offset["hours"]), int(offset["minutes"] or 0)
        total = hours * 60 + minutes
        if total > 15 * 60 or minutes > 59:  # noqa: PLR2004 - no zone is further east or west
            return home
        return timezone(timedelta(minutes=-total if offset["sign"] != "+" else total))
    lowered = name.lower()
    return timezone(timedelta(minutes=_ZONES[lowered])) if lowered in _ZONES else home


def _epoch(told: str) -> datetime | None:
    found = _EPOCH.match(told)
    if not found:
        return None
    seconds = int(found[1]) if found[1] else int(found[2]) / 1000
    return datetime.fromtimestamp(seconds, UTC)


def _other_iso(told: str, home: tzinfo) -> datetime | None:
    if found := _WEEK.match(told):
        day = datetime.fromisocalendar(int(found["year"]), int(found["week"]), int(found["weekday"] or 1))
        return day.replace(tzinfo=home)
    if found := _ORDINAL.match(told):
        return datetime(int(found["year"]), 1, 1, tzinfo=home) + timedelta(days=int(found["day"]) - 1)
    if found := _MONTH_ONLY.match(told):
        return datetime(int(found["year"]), int(found["month"] or 1), 1, tzinfo=home)
    return None


def _free(told: str, home: tzinfo) -> datetime | None:
    """A date somewhere in the text, then a time in what is left, then a zone in what is left of that."""
    found = _day(told, home)
    if found is None:
        return None
    day, start, end, clock_inside = found
    time, rest = _clock(f"{clock_inside} {told[:start]} {told[end:]}")
    return _at(day, time, _zone_in(rest, home))


def _clock(rest: str) -> tuple[tuple[str | None, str | None, str | None], str]:
    """The time of day, and what is left of the text without it."""
    clock = _AT.search(rest)
    if clock and (clock["minute"] or any(hour in clock[0] for hour in "시時时")):
        hour = _with_half(int(clock["hour"]), clock["half"] or clock["late"])
        return (str(hour), clock["minute"], clock["second"]), rest[: clock.start()] + " " + rest[clock.end() :]
    if half := _HALF_ONLY.search(rest):
        hour = _with_half(int(half["hour"] or half["hour2"]), half["half"] or half["late"])
        return (str(hour), None, None), rest[: half.start()] + " " + rest[half.end() :]
    return (None, None, None), rest


def _with_half(hour: int, half: str | None) -> int:
    if not half or hour > 12:  # noqa: PLR2004 - 13 and more need no half
        return hour
    late = bool(_AFTERNOON.match(half.replace(" ", "")))
    return hour % 12 + (12 if late else 0)


def _zone_in(rest: str, home: tzinfo) -> tzinfo:
    if iana := _IANA.search(rest):
        return zone_of(iana[1])
    if offset := _OFFSET.search(rest):
        return _zone(offset[0], home)
    for word in _ZONE_NAME.findall(rest):
        if word.lower() in _ZONES:
            return _zone(word, home)
    return home


def _day(told: str, home: tzinfo) -> tuple[datetime, int, int, str] | None:
    """The day, where it stands, and a time that stands inside it (asctime)."""
    for pattern in (_YEAR_FIRST, _DAY_MONTH, _MONTH_DAY, _DAY_FIRST):
        for found in pattern.finditer(told):
            name = found["month"]
            month = int(name) if name.isdigit() else _MONTHS.get(name.lower(), 0)
            if month:
                inside = found.groupdict().get("before") or ""
                if pattern is _DAY_FIRST and len(found["year"]) == 2 and str(home).startswith("Asia/"):  # noqa: PLR2004 - 26.11.22
                    return (
                        _calendar(_year(found["day"].zfill(2)), month, int(found["year"])),
                        found.start(),
                        found.end(),
                        "",
                    )
                return _calendar(_year(found["year"]), month, int(found["day"])), found.start(), found.end(), inside
    slashed = _SLASHED.search(told)
    if slashed is None:
        return None
    first, second = int(slashed["a"]), int(slashed["b"])
    day_first = first > 12 or (second <= 12 and home is not UTC and not str(home).startswith("America/"))  # noqa: PLR2004 - there are twelve months
    month, day = (second, first) if day_first else (first, second)
    return _calendar(_year(slashed["year"]), month, day), slashed.start(), slashed.end(), ""


def _calendar(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day)  # noqa: DTZ001 - the zone is set by the caller


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= _CENTURY_TURN else 2000)  # noqa: PLR2004 - written out in full
