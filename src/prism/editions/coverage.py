"""Who reports what: the outlets of each country, and the sections that they report on, over the last days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from prism.editions.catalogue import BY_EVENT, newest
from prism.editions.covers import hue_of
from prism.editions.environment import page
from prism.editions.layout import Layout
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


class _Told:
    """Stories, counted by the outlets that tell them: many are told by the same ones, and each such company is looked at once."""

    def __init__(self, stories: Sequence[Teaser], sources: Sequence[Source]) -> None:
        homes = {source.id: source.country for source in sources}
        self.stories = stories
        self._groups = Counter((one.outlets, one.section) for one in stories)
        companies = {outlets for outlets, _ in self._groups}
        self._countries = {one: tuple(dict.fromkeys(homes[o] for o in one if o in homes)) for one in companies}
        self.by_outlet: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()
        for (outlets, _), count in self._groups.items():
            for outlet in outlets:
                self.by_outlet[outlet] += count
            if len(outlets) == 1:
                self.alone[outlets[0]] += count

    def countries(self, story: Teaser) -> tuple[str, ...]:
        """In which it is told; empty for one that is not known."""
        return self._countries[story.outlets]

    def sections(self, code: str) -> Counter[str]:
        """The stories of a country, by section."""
        counts: Counter[str] = Counter()
        for (outlets, section), count in self._groups.items():
            if code in self._countries[outlets]:
                counts[section] += count
        return counts

    def only(self, code: str) -> int:
        """How many stories are told in this country alone."""
        return sum(count for (outlets, _), count in self._groups.items() if self._countries[outlets] == (code,))

    def widest(self) -> Iterator[tuple[Teaser, tuple[str, ...]]]:
        """Stories with their known countries, those of most first."""
        known = {outlets: tuple(filter(None, codes)) for outlets, codes in self._countries.items()}
        for width in sorted({len(codes) for codes in known.values()} - {0, 1}, reverse=True):
            wide = {outlets for outlets, codes in known.items() if len(codes) == width}
            yield from ((one, known[one.outlets]) for one in self.stories if one.outlets in wide)


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
    told = _Told(recent, sources)
    by_country: dict[str, list[Source]] = {}
    for source in sources:
        by_country.setdefault(source.country, []).append(source)
    countries = [_country(code, own, told, sections) for code, own in by_country.items()]
    return Coverage(
        first=recent[-1].event_at,
        last=recent[0].event_at,
        stories=len(recent),
        outlets=sum(1 for source in sources if source.id in told.by_outlet),
        countries=tuple(sorted(countries, key=lambda one: (not one.code, -one.stories, one.code))),
        widest=tuple(islice(told.widest(), _WIDEST)),
    )


def coverage_page(layout: Layout) -> OutputFile:
    """The page of the coverage map."""
    voice, locale = layout.voice, layout.frame.locale
    sources = [source for source, _ in layout.edition.sources]
    found = coverage_of(newest(layout.catalogue.row(BY_EVENT), _MOST), sources, tuple(locale.sections))
    widest = tuple(teaser for teaser, _ in found.widest) if found else ()
    head = layout.head(voice.say("site.coverage"), voice.say("coverage.lede"), layout.path("coverage"), widest)
    return page("coverage.html", head, layout.frame, sheet="maps", found=found, current="")


def _country(code: str, own: Sequence[Source], told: _Told, sections: Sequence[str]) -> Country:
    reporters = sorted(
        (Reporter(source, told.by_outlet[source.id], told.alone[source.id]) for source in own),
        key=lambda one: (-one.stories, one.source.name.casefold(), one.source.id),
    )
    counts, only = told.sections(code), told.only(code)
    width, paths = _bars(reporters, max(told.by_outlet.values(), default=1))
    return Country(
        code=code,
        stories=counts.total(),
        reporters=tuple(reporters),
        width=width,
        paths=paths,
        sections=tuple(counts[section] for section in sections),
        shades=tuple(-(-counts[section] * _SHADES // max(counts.values(), default=1)) for section in sections),
        only=only,
        named=tuple(islice((one for one in told.stories if told.countries(one) == (code,)), min(only, _ALONE))),
    )


def _bars(reporters: Sequence[Reporter], tallest: int) -> tuple[int, tuple[tuple[int, str], ...]]:
    """One bar an outlet; one that told nothing keeps its place as a line."""
    paths: dict[int, list[str]] = {}
    for place, one in enumerate(reporters):
        high = max(_HIGH * one.stories / tallest, 1)
        bar = f"M{_WIDE * place} {_HIGH}v-{high:.3g}h{_WIDE - 2}V{_HIGH}z"
        paths.setdefault(hue_of(one.source.language), []).append(bar)
    return _WIDE * len(reporters) - 2, tuple((hue, "".join(drawn)) for hue, drawn in paths.items())
