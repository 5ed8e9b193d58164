"""Who reports what: the outlets of each country, and the sections that they report on, over the last days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from prism.editions.covers import hue_of
from prism.editions.environment import page
from prism.editions.layout import Layout
from prism.editions.listing import resting_on
from prism.model import OutputFile, Source, Teaser

DAYS = timedelta(days=7)
_MOST = 2_000
"""Stories that are looked at: a busy week of a large newsroom, at a bounded cost."""
_WIDE, _HIGH = 10, 40
"""Of an outlet's bar with its gap, and of the tallest, in the plot's own units."""
_SHADES = 4
_ALONE, _WIDEST = 3, 5
"""Stories that are named: of each country that tells them alone, and of those told in most countries."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """One outlet in these days: how many stories it told, and how many of them no other outlet did."""

    source: Source
    stories: int
    alone: int


@dataclass(frozen=True, slots=True)
class Country:
    """The outlets of one country.

    Attributes:
        code: ISO 3166-1; empty where it is not known.
        stories: that at least one of them tells.
        reporters: its outlets, those of most stories first.
        width: of the drawing, in its own units; it is 40 high.
        paths: (colour class of a language, SVG path) of the bars, one an outlet.
        sections: stories of each section, in the locale's order.
        shades: 0 to 4 for each section, 4 for the one that its outlets tell most of.
        only: how many stories no other country tells.
        named: the newest of them.
    """

    code: str
    stories: int
    reporters: tuple[Reporter, ...]
    width: int
    paths: tuple[tuple[int, str], ...]
    sections: tuple[int, ...]
    shades: tuple[int, ...]
    only: int
    named: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All countries over some days, those of most stories first; `widest` are the stories that most of them tell."""

    first: datetime
    last: datetime
    stories: int
    outlets: int
    countries: tuple[Country, ...]
    widest: tuple[tuple[Teaser, tuple[str, ...]], ...]


def coverage_of(stories: Sequence[Teaser], sources: Sequence[Source], sections: Sequence[str]) -> Coverage | None:
    """The coverage of the seven days up to the latest report; None where nothing is told.

    Args:
        stories: newest report first.
        sources: all outlets; what tells a story and is not among them is not counted.
        sections: ids in the order of the columns.
    """
    if not stories:
        return None
    since = stories[0].event_at - DAYS
    recent = list(islice(takewhile(lambda one: one.event_at > since, stories), _MOST))
    homes = {source.id: source.country for source in sources}
    resting = resting_on(recent)
    told = [(one, tuple(dict.fromkeys(homes[o] for o in one.outlets if o in homes))) for one in recent]
    by_country: dict[str, list[Source]] = {}
    for source in sources:
        by_country.setdefault(source.country, []).append(source)
    tallest = max((len(found) for found in resting.values()), default=1)
    countries = [_country(code, own, resting, told, sections, tallest) for code, own in by_country.items()]
    widest = sorted(
        ((one, tuple(code for code in codes if code)) for one, codes in told),
        key=lambda pair: -len(pair[1]),
    )
    return Coverage(
        first=recent[-1].event_at,
        last=recent[0].event_at,
        stories=len(recent),
        outlets=sum(1 for source in sources if source.id in resting),
        countries=tuple(sorted(countries, key=lambda one: (not one.code, -one.stories, one.code))),
        widest=tuple((one, codes) for one, codes in widest[:_WIDEST] if len(codes) > 1),
    )


def coverage_page(layout: Layout) -> OutputFile:
    """The page of the coverage map."""
    voice, locale = layout.voice, layout.frame.locale
    sources = [source for source, _ in layout.edition.sources]
    found = coverage_of(layout.by_event, sources, tuple(locale.sections))
    widest = tuple(teaser for teaser, _ in found.widest) if found else ()
    head = layout.head(voice.say("site.coverage"), voice.say("coverage.lede"), layout.path("coverage"), widest)
    return page("coverage.html", head, layout.frame, sheet="maps", found=found, current="")


def _country(
    code: str,
    own: Sequence[Source],
    resting: Mapping[str, Sequence[Teaser]],
    told: Sequence[tuple[Teaser, tuple[str, ...]]],
    sections: Sequence[str],
    tallest: int,
) -> Country:
    reporters = sorted(
        (_reporter(source, resting.get(source.id, ())) for source in own),
        key=lambda one: (-one.stories, one.source.name.casefold(), one.source.id),
    )
    here = [(teaser, codes) for teaser, codes in told if code in codes]
    only = [teaser for teaser, codes in here if codes == (code,)]
    counts = Counter(teaser.section for teaser, _ in here)
    width, paths = _bars(reporters, tallest)
    return Country(
        code=code,
        stories=len(here),
        reporters=tuple(reporters),
        width=width,
        paths=paths,
        sections=tuple(counts[section] for section in sections),
        shades=tuple(-(-counts[section] * _SHADES // max(counts.values(), default=1)) for section in sections),
        only=len(only),
        named=tuple(only[:_ALONE]),
    )


def _reporter(source: Source, stories: Sequence[Teaser]) -> Reporter:
    return Reporter(source, len(stories), sum(one.outlets == (source.id,) for one in stories))


def _bars(reporters: Sequence[Reporter], tallest: int) -> tuple[int, tuple[tuple[int, str], ...]]:
    """One bar an outlet; one that told nothing keeps its place as a line."""
    paths: dict[int, list[str]] = {}
    for place, one in enumerate(reporters):
        high = max(_HIGH * one.stories / tallest, 1)
        bar = f"M{_WIDE * place} {_HIGH}v-{high:.3g}h{_WIDE - 2}V{_HIGH}z"
        paths.setdefault(hue_of(one.source.language), []).append(bar)
    return _WIDE * len(reporters) - 2, tuple((hue, "".join(drawn)) for hue, drawn in paths.items())
