"""When it was published and changed: what the page claims, shows and is called, against what the feed says."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from htmldate import find_date
from lxml import etree

from prism.articles.structured import Claims

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date",
    "dcterms.date", "dcterms.issued", "date", "article.published", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "iso-8601-publish-date", "originalpublicationdate",
    "regdate", "bt:pubdate", "rnews:datepublished", "citation_publication_date", "last-modified-original", "article.created", "weibo:article:create_at", "vr:published_time",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "article:updated_time", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article.updated", "weibo:article:update_at", "bt:moddate", "revision_date",
)  # fmt: skip
_EARLIEST = 1990
_AHEAD = timedelta(hours=26)
"""A date may be this far ahead of the fetch: zones are mislabelled by up to a day; more is in the future."""

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
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?=\D|\d{2,14}(?:\D|$))"
)
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
class Dates:
    """What could be found out.

    Attributes:
        published: UTC, or None.
        modified: UTC, or None.
        notes: what was odd.
    """

    published: datetime | None
    modified: datetime | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date as found: its UTC time and whether it says more than the day."""

    at: datetime
    exact: bool


def dates_of(
    tree: etree._Element,
    claims: Claims,
    *,
    url: str,
    zone: str,
    fed: datetime | None,
    fed_modified: datetime | None,
    now: datetime,
    near: Iterable[str] = (),
) -> Dates:
    """Find the dates of publication and change.

    Args:
        tree: the page.
        claims: what it says of itself.
        url: its address.
        zone: IANA zone in which its times count when they name none.
        fed: the feed's date of publication (UTC) or None; it decides between a day and an hour of that day.
        fed_modified: the feed's date of change.
        now: when the page was fetched (UTC); a later date is noted and not believed.
        near: short lines that stand around the text.
    """
    notes: list[str] = []
    published = _first(_publication(tree, claims, zone, url), now, notes)
    if fed is None and (published is None or not published.exact):
        published = _refined(published, tree, zone, now, near)
    if published is None or (
        fed is not None and fed <= now and not published.exact and abs(fed - published.at) < timedelta(days=2)
    ):
        at = fed if fed is not None and fed <= now + _AHEAD else (published.at if published else None)
        if fed is not None and fed > now + _AHEAD:
            notes.append(f"date in the future: {fed:%Y-%m-%d %H:%M} UTC")
    else:
        at = published.at
    changed = _first(_moments((*claims.modified, *claims.all(*_MODIFIED)), zone), now, [])
    modified = changed.at if changed else fed_modified
    if modified is not None and at is not None and modified < at:
        modified = None
    if at is not None and at > now:
        at = now
    return Dates(at, modified, tuple(dict.fromkeys(notes)))


def _first(moments: Iterable[_Moment], now: datetime, notes: list[str]) -> _Moment | None:
    day: _Moment | None = None
    for moment in moments:
        if moment.at > now + _AHEAD:
            notes.append(f"date in the future: {moment.at:%Y-%m-%d %H:%M} UTC")
        elif moment.exact:
            return moment if day is None or abs(moment.at - day.at) < timedelta(days=2) else day
        elif day is None:
            day = moment
    return day


def _publication(tree: etree._Element, claims: Claims, zone: str, url: str) -> Iterator[_Moment]:
    yield from _moments(claims.published, zone)
    yield from _moments(claims.all(*_PUBLISHED), zone)
    yield from _moments(_time_elements(tree), zone)
    found = _IN_ADDRESS.search(url)
    if found:
        moment = _made(found[1], found[2], found[3], zone=zone)
        if moment:
            yield moment


def _time_elements(tree: etree._Element) -> Iterator[str]:
    """Dates of `time` elements that say they are the publication's, then of the first that stands in the article."""
    times = list(tree.iter("time"))[:20]
    named = [
        element
        for element in times
        if element.get("pubdate") is not None or "ublish" in (element.get("itemprop") or element.get("class") or "")
    ]
    for element in (*named, *times[:1]):
        yield element.get("datetime") or "".join(str(piece) for piece in element.itertext())
    for element in tree.xpath("//*[@itemprop='datePublished']")[:2]:
        yield element.get("content") or element.get("datetime") or "".join(str(piece) for piece in element.itertext())


_DATED = etree.XPath(
    "//*[contains(@class, 'date') or contains(@class, 'Date') or contains(@class, 'time') or contains(@class, 'publish') or contains(@class, 'byline') or contains(@class, 'info') or contains(@id, 'date')]"
)


def _refined(
    day: _Moment | None, tree: etree._Element, zone: str, now: datetime, near: Iterable[str]
) -> _Moment | None:
    """A date that readers see: in an element named for it or on a line by the text, else what htmldate (1.11) finds.

    Where the day is known already, only an hour of that day can add to it.
    """
    shown = (" ".join(str(piece) for piece in element.itertext())[:200] for element in _DATED(tree)[:30])
    for line in (*shown, *(line for line in near if len(line) <= _SHORT_LINE)):
        moment = read(line, zone)
        if moment is None or moment.at > now + _AHEAD:
            continue
        if day is None or (moment.exact and timedelta(0) <= moment.at - day.at < timedelta(days=1)):
            return moment
    if day is not None:
        return day
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = find_date(tree, original_date=True, max_date=f"{now + timedelta(days=1):%Y-%m-%d}", extensive_search=True)
    return read(found, zone) if found else None


_SHORT_LINE = 90


def _moments(values: Iterable[str], zone: str) -> Iterator[_Moment]:
    for value in values:
        moment = read(value, zone)
        if moment is not None:
            yield moment


def read(value: str, zone: str) -> _Moment | None:
    """A moment out of any spelling of a date; None if there is none, or one before 1990.

    Args:
        value: ISO 8601, RFC 2822, a Unix time, or as written in ko, ja, zh, en, de, fr, es, it, pt, nl, ru, pl, tr.
        zone: where it counts if it names no zone.
    """
    value = value.strip()[:200]
    if _EPOCH.match(value):
        return _Moment(datetime.fromtimestamp(int(value[:10]), UTC), exact=True)
    if iso := _ISO.match(value):
        return _made(*iso.groups()[:6], offset=iso[7] or "", zone=zone)
    if compact := _COMPACT.match(value):
        return _made(*compact.groups(), zone=zone)
    if numeric := _NUMERIC.search(value):
        year, month, day, half, hour, minute, second, half_behind = numeric.groups()
        return _made(
            year,
            month,
            day,
            _hour(hour, half or half_behind),
            minute,
            second,
            offset=_trailing(value, numeric.end()),
            zone=zone,
        )
    if dotted := _DAY_FIRST.search(value):
        day, month, year, hour, minute = dotted.groups()
        return _made(year, month, day, hour, minute, zone=zone)
    if written := _RFC.search(value):
        day, month_behind, month_before, day_behind, year, hour, minute, second, half, offset = written.groups()
        month = _MONTHS.get((month_behind or month_before).lower())
        if month:
            return _made(
                year, str(month), day or day_behind, _hour(hour, half), minute, second, offset=offset or "", zone=zone
            )
    return None


def _trailing(value: str, end: int) -> str:
    found = re.match(r"\s*\(?(Z|UTC|GMT|KST|JST|[+-]\d{2}:?\d{2})\b", value[end:])
    return found[1] if found else ""


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
) -> _Moment | None:
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
        return _Moment(moment - shift, exact=hour is not None)
    return _Moment(moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), exact=hour is not None)


def _offset(text: str) -> timedelta | None:
    name = text.strip().lower()
    if name in _ZONES:
        return timedelta(hours=_ZONES[name])
    found = re.match(r"^([+-])(\d{1,2}):?(\d{2})?$", name)
    if not found:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return size if found[1] == "+" else -size
