"""A moment out of any spelling of a date that pages use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_EARLIEST = 1990
_ISO = re.compile(
    r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[A-Z]{2,4}|[+-]\d{1,2}:?\d{0,2})?)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})\s*[日일.]?"
    r"(?:[\sT,|(（]*(?:\S{1,3}[)）])?\s*(오전|오후|午前|午後|上午|下午|AM|PM)?\s*(\d{1,2})\s*[:시時时]\s*(\d{2})(?:[분分])?(?::(\d{2}))?\s*(AM|PM)?)?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?((?:19|20)\d{2})(?:,?\s*(?:um|-|–|\||at)?\s*(\d{1,2})[:.h](\d{2}))?"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:Z|[+-]\d{4})?$")
_RFC = re.compile(
    r"(?:\w{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?([^\W\d_]{3,10})\.?|([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(?:de\s+)?(\d{4})"
    r"(?:,?\s*(?:at|um|-|–|\||à|a las)?\s*(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*(?:uhr)?\s*(Z|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio janeiro januari jänner janv ene gen января stycznia ocak",
            "feb february februar février febrero febbraio fevereiro februari fev févr fevr лютого февраля lutego şubat",
            "mar march märz mars marzo março maart mrz mär марта marca mart",
            "apr april avril abril aprile avr abr апреля kwietnia nisan",
            "may mai mayo maggio maio mei maj мая maja mayıs mag",
            "jun june juni juin junio giugno junho июня czerwca haziran giu",
            "jul july juli juillet julio luglio julho июля lipca temmuz juil lug",
            "aug august août agosto augustus août ago августа sierpnia ağustos aout",
            "sep sept september septembre septiembre settembre setembro set сентября września eylül",
            "oct october oktober octobre octubre ottobre outubro okt ott out октября października ekim",
            "nov november novembre noviembre novembro ноября listopada kasım",
            "dec december dezember décembre diciembre dicembre dezembro dez dic déc декабря grudnia aralık desember",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES = {
    "z": 0.0,
    "utc": 0.0,
    "gmt": 0.0,
    "kst": 9.0,
    "jst": 9.0,
    "est": -5.0,
    "edt": -4.0,
    "cst": -6.0,
    "cdt": -5.0,
    "pst": -8.0,
    "pdt": -7.0,
    "cet": 1.0,
    "cest": 2.0,
    "bst": 1.0,
    "mez": 1.0,
    "mesz": 2.0,
    "ist": 5.5,
    "msk": 3.0,
    "sgt": 8.0,
    "hkt": 8.0,
    "aest": 10.0,
    "aedt": 11.0,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as found: its UTC time and whether it says more than the day."""

    at: datetime
    exact: bool


def read(value: str, zone: str) -> Moment | None:
    """A moment out of any spelling of a date; None if there is none, or one before 1990.

    Args:
        value: ISO 8601, RFC 2822, a Unix time, or as written in ko, ja, zh, en, de, fr, es, it, pt, nl, ru, pl, tr.
        zone: IANA zone where it counts if it names none.
    """
    value = value.strip()[:_LONGEST]
    for expression, make in _SPELLINGS:
        if found := expression(value):
            moment = make(found, zone)
            if moment is not None:
                return moment
    return None


_LONGEST = 200


def _from_epoch(found: re.Match[str], _zone: str) -> Moment | None:
    return Moment(datetime.fromtimestamp(int(found[0][:10]), UTC), exact=True)


def _from_iso(found: re.Match[str], zone: str) -> Moment | None:
    return _made(*found.groups()[:6], offset=found[7] or "", zone=zone)


def _from_compact(found: re.Match[str], zone: str) -> Moment | None:
    return _made(*found.groups(), zone=zone)


def _from_numeric(found: re.Match[str], zone: str) -> Moment | None:
    year, month, day, half, hour, minute, second, half_behind = found.groups()
    behind = _OFFSET_BEHIND.match(found.string, found.end())
    hour = _hour(hour, half or half_behind)
    return _made(year, month, day, hour, minute, second, offset=behind[1] if behind else "", zone=zone)


_OFFSET_BEHIND = re.compile(r"\s*\(?(Z|UTC|GMT|KST|JST|[+-]\d{2}:?\d{2})\b")


def _from_day_first(found: re.Match[str], zone: str) -> Moment | None:
    day, month, year, hour, minute = found.groups()
    return _made(year, month, day, hour, minute, zone=zone)


def _from_words(found: re.Match[str], zone: str) -> Moment | None:
    day, month_behind, month_before, day_behind, year, hour, minute, second, half, offset = found.groups()
    month = _MONTHS.get((month_behind or month_before).lower())
    if not month:
        return None
    return _made(year, str(month), day or day_behind, _hour(hour, half), minute, second, offset=offset or "", zone=zone)


_SPELLINGS: tuple[tuple[Callable[[str], re.Match[str] | None], Callable[[re.Match[str], str], Moment | None]], ...] = (
    (_EPOCH.match, _from_epoch),
    (_ISO.match, _from_iso),
    (_COMPACT.match, _from_compact),
    (_NUMERIC.search, _from_numeric),
    (_DAY_FIRST.search, _from_day_first),
    (_RFC.search, _from_words),
)


def _hour(hour: str | None, half: str | None) -> str | None:
    if hour is None or not half:
        return hour
    afternoon = half.lower().replace(".", "") in {"pm", "오후", "午後", "下午"}
    return str(int(hour) % 12 + (12 if afternoon else 0)) if int(hour) <= 12 else hour  # noqa: PLR2004 - twelve hours


def _made(
    year: str | None,
    month: str | None,
    day: str | None,
    hour: str | None = None,
    minute: str | None = None,
    second: str | None = None,
    *,
    offset: str = "",
    zone: str,
) -> Moment | None:
    try:
        moment = datetime(
            int(year or 0),
            int(month or 0),
            int(day or 0),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            tzinfo=UTC,
        )
    except ValueError:
        return None
    if moment.year < _EARLIEST:
        return None
    shift = _offset(offset)
    if shift is not None:
        return Moment(moment - shift, exact=hour is not None)
    return Moment(moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), exact=hour is not None)


def _offset(text: str) -> timedelta | None:
    name = text.strip().lower()
    if name in _ZONES:
        return timedelta(hours=_ZONES[name])
    found = re.match(r"^([+-])(\d{1,2}):?(\d{2})?$", name)
    if not found:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return size if found[1] == "+" else -size
