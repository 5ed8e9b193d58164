"""The texts of the sample wire: read from `wire/`, dated from the day of the demo.

An article is a file `wire/<outlet>/<slug>.md`: TOML between two lines of `+++`, then paragraphs with blank lines between
them. A file `<slug>@2.md` is what the same page says in phase 2.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from importlib.resources.abc import Traversable
from typing import Any
from zoneinfo import ZoneInfo

from prism.app.demo import dates

PAGE_BREAK = "<<page>>"
"""A paragraph of its own: the rest of the text stands on the next page."""

MACHINE_MARK = "!! "
"""Begins a visible paragraph that speaks to machines."""

_BASE_ZONE = ZoneInfo("Asia/Seoul")
_LATEST = timedelta(hours=12)
"""No article is later than 10:00 in Seoul on the base date, so none lies in the future, nor two hours ago did it."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An invented outlet and the manners of its site.

    Attributes:
        id: folder of its texts and name of its template.
        name: as readers know it.
        tagline: under the name on its pages.
        language: BCP 47 tag.
        dates: key of `dates.STYLES`.
        country: ISO 3166-1 alpha-2.
        owner: who owns it.
        timezone: IANA name.
        dialect: key of `feeds.DIALECTS`.
        feed_path: where its feed stands.
        path: of an article; `{slug}`, `{number}`, `{y}`, `{m}`, `{d}` are filled in.
        encoding: Python name of the encoding of all its answers.
        charset: what it calls that encoding; empty: it says nothing in the HTTP header.
        rights: the demo operator's word ("full", "excerpt", "link"), or empty for none.
        sections: names in its navigation.
        tracking: what it appends to links in its feed, without the mark before it.
        robots: its robots.txt.
        reserves_mining: it reserves text and data mining (TDMRep).
        amp: every article has an AMP variant.
    """

    id: str
    name: str
    tagline: str
    language: str
    dates: str
    country: str
    owner: str
    timezone: str
    dialect: str
    feed_path: str
    path: str
    encoding: str
    charset: str
    rights: str
    sections: tuple[str, ...]
    tracking: str = ""
    robots: str = "User-agent: *\nAllow: /\n"
    reserves_mining: bool = False
    amp: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One article of the wire, dated.

    Attributes:
        outlet: whose.
        slug: its name within the outlet.
        story: label of the event it tells.
        title: headline, as it should be read.
        pages: paragraphs by page; most articles have one page.
        authors: bylines.
        section: name in the outlet's navigation.
        published: with the outlet's zone.
        updated: when its text was changed, or None.
        path: its address on the outlet's host.
        summary: for feeds and `<meta>`.
        caption: of its picture, or empty.
        phase: the phase of the demo in which it appears.
        gone_in: the phase from which it answers 410, or 0.
        wire: agency that the text names, or empty.
        copy_of: slug ("outlet/slug") of the text of which it is a wire copy, or empty.
        correction: it corrects an earlier text.
        twice_in_feed: the feed lists its AMP variant too.
        for_machines: visible paragraphs that speak to machines.
        hidden: texts that stand in the markup and that no reader sees.
        raw_title: the title with the markup that a hostile feed puts into it, or empty.
        raw_authors: likewise of the byline.
    """

    outlet: Outlet
    slug: str
    story: str
    title: str
    pages: tuple[tuple[str, ...], ...]
    authors: tuple[str, ...]
    section: str
    published: datetime
    path: str
    summary: str
    updated: datetime | None = None
    caption: str = ""
    phase: int = 1
    gone_in: int = 0
    wire: str = ""
    copy_of: str = ""
    correction: bool = False
    twice_in_feed: bool = False
    for_machines: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    raw_title: str = ""
    raw_authors: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Outlet and slug: the article's name within the wire."""
        return f"{self.outlet.id}/{self.slug}"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The whole text, all pages."""
        return tuple(paragraph for page in self.pages for paragraph in page)


@dataclass(frozen=True, slots=True)
class _Text:
    """A file of the wire, not dated yet."""

    outlet: str
    slug: str
    version: int
    body: tuple[str, ...]
    title: str
    story: str
    at: str
    updated: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    summary: str = ""
    caption: str = ""
    phase: int = 1
    gone_in: int = 0
    wire: str = ""
    copy_of: str = ""
    correction: bool = False
    twice_in_feed: bool = False
    hidden: tuple[str, ...] = ()
    raw_title: str = ""
    raw_authors: tuple[str, ...] = field(default=())


def base_date(now: datetime) -> date:
    """The day that all offsets count from, so that everything was published before `now`."""
    return (now.astimezone(_BASE_ZONE) - _LATEST).date()


def outlets() -> tuple[Outlet, ...]:
    """All outlets of the wire, in the order of `outlets.toml`."""
    return _outlets()


def items(now: datetime, phase: int) -> tuple[Item, ...]:
    """Every article that stands in this phase (1 or 2), oldest first.

    Args:
        now: the moment the demo is shown, aware.
        phase: 1 is the first poll; 2 adds follow-ups, a correction and rewritten pages, and takes one article down.
    """
    base = base_date(now)
    houses = {outlet.id: outlet for outlet in _outlets()}
    latest: dict[tuple[str, str], _Text] = {}
    for text in sorted(_texts(), key=lambda t: t.version):
        if max(text.phase, text.version) <= phase:
            latest[text.outlet, text.slug] = text
    dated = [_dated(text, houses[text.outlet], base) for text in latest.values()]
    return tuple(sorted(dated, key=lambda item: (item.published, item.key)))


def _root() -> Traversable:
    return importlib.resources.files("prism.app.demo")


@functools.cache
def _outlets() -> tuple[Outlet, ...]:
    rows = tomllib.loads(_root().joinpath("outlets.toml").read_text(encoding="utf-8"))["outlet"]
    fields: list[dict[str, Any]] = [{key: _frozen(value) for key, value in row.items()} for row in rows]
    return tuple(Outlet(**row) for row in fields)


@functools.cache
def _texts() -> tuple[_Text, ...]:
    return tuple(
        _read(outlet.id, file.name.removesuffix(".md"), file.read_text(encoding="utf-8"))
        for outlet in _outlets()
        for file in sorted(_root().joinpath("wire", outlet.id).iterdir(), key=lambda f: f.name)
        if file.name.endswith(".md")
    )


def _read(outlet: str, stem: str, raw: str) -> _Text:
    _, head, body = raw.split("+++\n", 2)
    slug, _, version = stem.partition("@")
    paragraphs = tuple(" ".join(block.split("\n")) for block in body.strip().split("\n\n"))
    fields: dict[str, Any] = {key: _frozen(value) for key, value in tomllib.loads(head).items()}
    return _Text(outlet=outlet, slug=slug, version=int(version or 1), body=paragraphs, **fields)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _dated(text: _Text, outlet: Outlet, base: date) -> Item:
    published = _moment(text.at, base, outlet.timezone)
    own = published.date()

    def fill(words: str) -> str:
        return dates.fill(words, dates.STYLES[outlet.dates], base=base, own=own)

    body = tuple(fill(paragraph) for paragraph in text.body)
    plain = [p.removeprefix(MACHINE_MARK) for p in body]
    number = 100000 + zlib.crc32(text.slug.encode()) % 900000
    return Item(
        outlet=outlet,
        slug=text.slug,
        story=text.story,
        title=fill(text.title),
        pages=_paginate(plain),
        authors=text.authors,
        section=text.section or outlet.sections[0],
        published=published,
        updated=_moment(text.updated, base, outlet.timezone) if text.updated else None,
        path=outlet.path.format(slug=text.slug, number=number, y=own.year, m=f"{own:%m}", d=f"{own:%d}"),
        summary=fill(text.summary) or plain[0],
        caption=fill(text.caption),
        phase=text.phase,
        gone_in=text.gone_in,
        wire=text.wire,
        copy_of=text.copy_of,
        correction=text.correction,
        twice_in_feed=text.twice_in_feed,
        for_machines=tuple(p.removeprefix(MACHINE_MARK) for p in body if p.startswith(MACHINE_MARK)),
        hidden=text.hidden,
        raw_title=text.raw_title,
        raw_authors=text.raw_authors,
    )


def _moment(offset: str, base: date, zone: str) -> datetime:
    """What "-2d 09:30" means: a day counted from the base date, and a clock of the outlet's zone."""
    days, clock = offset.split("d ")
    return datetime.combine(base + timedelta(days=int(days)), time.fromisoformat(clock), ZoneInfo(zone))


def _paginate(paragraphs: list[str]) -> tuple[tuple[str, ...], ...]:
    pages: list[list[str]] = [[]]
    for paragraph in paragraphs:
        if paragraph == PAGE_BREAK:
            pages.append([])
        else:
            pages[-1].append(paragraph)
    return tuple(tuple(page) for page in pages)
