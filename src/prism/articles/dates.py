"""When it was published and changed: what the page claims, shows and is called, against what the feed says."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from htmldate import find_date
from lxml import etree

from prism.articles import moments
from prism.articles.moments import Moment
from prism.articles.structured import Claims
from prism.articles.trees import found, said

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
_AHEAD = timedelta(hours=26)
"""A date may be this far ahead of the fetch: zones are mislabelled by up to a day; more is in the future."""

_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?=\D|\d{2,14}(?:\D|$))"
)


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


def _first(moments: Iterable[Moment], now: datetime, notes: list[str]) -> Moment | None:
    day: Moment | None = None
    for moment in moments:
        if moment.at > now + _AHEAD:
            notes.append(f"date in the future: {moment.at:%Y-%m-%d %H:%M} UTC")
        elif moment.exact:
            return moment if day is None or abs(moment.at - day.at) < timedelta(days=2) else day
        elif day is None:
            day = moment
    return day


def _publication(tree: etree._Element, claims: Claims, zone: str, url: str) -> Iterator[Moment]:
    yield from _moments(claims.published, zone)
    yield from _moments(claims.all(*_PUBLISHED), zone)
    yield from _moments(_time_elements(tree), zone)
    dated = _IN_ADDRESS.search(url)
    if dated:
        moment = moments.read(f"{dated[1]}-{dated[2]}-{dated[3]}", zone)
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
        yield element.get("datetime") or said(element)
    for element in found(_PUBLISHED_AT, tree)[:2]:
        yield element.get("content") or element.get("datetime") or said(element)


_PUBLISHED_AT = etree.XPath("//*[@itemprop='datePublished']")
_DATED = etree.XPath(
    "//*[contains(@class, 'date') or contains(@class, 'Date') or contains(@class, 'time') or contains(@class, 'publish') or contains(@class, 'byline') or contains(@class, 'info') or contains(@id, 'date')]"
)


def _refined(day: Moment | None, tree: etree._Element, zone: str, now: datetime, near: Iterable[str]) -> Moment | None:
    """A date that readers see: in an element named for it or on a line by the text, else what htmldate (1.11) finds.

    Where the day is known already, only an hour of that day can add to it.
    """
    shown = (said(element)[:200] for element in found(_DATED, tree)[:30])
    for line in (*shown, *(line for line in near if len(line) <= _SHORT_LINE)):
        moment = moments.read(line, zone)
        if moment is None or moment.at > now + _AHEAD:
            continue
        if day is None or (moment.exact and timedelta(0) <= moment.at - day.at < timedelta(days=1)):
            return moment
    if day is not None:
        return day
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    day_found = find_date(
        tree, original_date=True, max_date=f"{now + timedelta(days=1):%Y-%m-%d}", extensive_search=True
    )
    return moments.read(day_found, zone) if day_found else None


_SHORT_LINE = 90


def _moments(values: Iterable[str], zone: str) -> Iterator[Moment]:
    for value in values:
        moment = moments.read(value, zone)
        if moment is not None:
            yield moment
