"""The pages of topics, people, places and organisations: a timeline of their stories."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from prism.editions.catalogue import newest
from prism.editions.covers import Ray, rays
from prism.editions.environment import page
from prism.editions.layout import ON_A_PAGE, Cards, Layout, feed_files
from prism.editions.listing import by_tag_page, tag_paths
from prism.editions.tagindex import TagIndex, by_tag, tag_index
from prism.model import OutputFile, Tag, Teaser

_IN_A_FEED = 20
_IN_THE_INDEX = 1000
"""Tags on the page that lists them, those of most stories: thousands are of one story alone, whose page names them."""
_BARS, _HIGH = 60, 44
_TOGETHER = 10


@dataclass(frozen=True, slots=True)
class Pulse:
    """When a tag was in the news: bars over equal spans of days, drawn as one SVG path, and its busiest day.

    Attributes:
        first: day of the earliest story shown.
        last: day of the latest.
        width: of the drawing, in its own units; it is 44 high.
        path: of the bars.
        busiest: the day of most stories.
        most: how many it had.
    """

    first: date
    last: date
    width: int
    path: str
    busiest: date
    most: int


def tag_pages(layout: Layout, cards: Cards) -> Iterator[OutputFile]:
    """The page of each tag whose stories changed, with its feeds and its months; and the page that lists all tags."""
    locale, touched = layout.edition.locale, layout.touched
    wanted = None if touched is None else by_tag_page(locale, touched)
    index, found = tag_index(layout.catalogue), layout.catalogue.heaps(by_tag(locale))
    for path in found if wanted is None else wanted:
        tag = index.tag(layout.catalogue, path) if wanted is None or path in index else wanted[path][0]
        stories = newest(found.get(path, ()))
        months = _months(layout, stories)
        yield _tag(layout, cards, tag, path, stories, months)
        yield from _month_pages(layout, tag, path, months, None if wanted is None else wanted[path][1])
        recent = heapq.nlargest(_IN_A_FEED, stories, key=attrgetter("updated_at", "story_id"))
        yield from feed_files(layout, f"{tag.name} · {layout.frame.site.name}", path, recent)
    yield _index(layout, index)


def pulse_of(days: Sequence[date]) -> Pulse | None:
    """The pulse of stories on these days, newest first; None where all are of one day.

    At most sixty bars: of a longer time each stands for several days.
    """
    if not days or days[0] == days[-1]:
        return None
    first, last = days[-1], days[0]
    wide = -(-((last - first).days + 1) // _BARS)
    bars = Counter((day - first).days // wide for day in days)
    tallest = max(bars.values())
    path = "".join(f"M{4 * at} {_HIGH}v-{_HIGH * count / tallest:.3g}h3V{_HIGH}z" for at, count in sorted(bars.items()))
    each = Counter(days)
    busiest = max(each, key=lambda day: (each[day], day))
    return Pulse(first, last, 4 * ((last - first).days // wide + 1) - 1, path, busiest, each[busiest])


def _tag(
    layout: Layout,
    cards: Cards,
    tag: Tag,
    path: str,
    stories: Sequence[Teaser],
    months: Mapping[date, Sequence[Teaser]],
) -> OutputFile:
    voice, locale = layout.voice, layout.edition.locale
    shown = stories[:ON_A_PAGE]
    days = [voice.local_day(teaser.event_at) for teaser in shown]
    by_day: dict[date, list[Teaser]] = {}
    for day, teaser in zip(days, shown, strict=True):
        by_day.setdefault(day, []).append(teaser)
    description = f"{tag.name} · {voice.say('site.tagline')}"
    head = layout.head(
        tag.name, description, path, stories, feeds=True, more={"about": {"@type": "Thing", "name": tag.name}}
    )
    return page(
        "tag.html",
        # One story alone adds nothing to its own page.
        replace(head, alternates=(), noindex=len(stories) < 2),  # noqa: PLR2004
        layout.frame,
        sheet="maps",
        tag=tag,
        kind="topic" if tag.id in layout.frame.locale.topics else "name",
        total=len(stories),
        shown=len(shown),
        pulse=pulse_of(days),
        days=[(day, cards.of(found)) for day, found in by_day.items()],
        tongues=_tongues(layout, shown),
        together=_together(locale, path, shown),
        months=[(voice.month(month), _month_path(path, month), len(found)) for month, found in months.items()],
        current="",
    )


def _tongues(layout: Layout, stories: Sequence[Teaser]) -> tuple[Ray, ...]:
    """The languages of the reports, most of them first."""
    told = (layout.languages.get(outlet, "") for teaser in stories for outlet in teaser.outlets)
    return tuple(sorted(rays(language for language in told if language), key=lambda ray: (-ray.count, ray.language)))


def _together(locale: str, own: str, stories: Sequence[Teaser]) -> list[tuple[str, str, int]]:
    """(name, path, stories in common) of the tags that stand most often beside this one; more than once."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for teaser in stories:
        for path, tag in tag_paths(locale, teaser).items():
            if path != own:
                names.setdefault(path, tag.name)
                counts[path] += 1
    order = sorted(counts, key=lambda path: (-counts[path], path))
    return [(names[path], path, counts[path]) for path in order[:_TOGETHER] if counts[path] > 1]


def _months(layout: Layout, stories: Sequence[Teaser]) -> dict[date, list[Teaser]]:
    """Month → its stories, for a tag of more stories than its page shows."""
    months: dict[date, list[Teaser]] = {}
    for teaser in stories if len(stories) > ON_A_PAGE else ():
        months.setdefault(_month(layout, teaser), []).append(teaser)
    return months


def _month(layout: Layout, teaser: Teaser) -> date:
    return layout.voice.local_day(teaser.event_at).replace(day=1)


def _month_path(path: str, month: date) -> str:
    return f"{path}{month:%Y-%m}/"


def _month_pages(
    layout: Layout,
    tag: Tag,
    path: str,
    months: Mapping[date, Sequence[Teaser]],
    touched: Sequence[Teaser] | None,
) -> Iterator[OutputFile]:
    """The months in which a story changed; all of them for a tag that had none before."""
    had_them = touched is not None and sum(map(len, months.values())) - len(touched) > ON_A_PAGE
    wanted = {_month(layout, teaser) for teaser in touched or ()} if had_them else months.keys()
    for month in months:
        if month not in wanted:
            continue
        title = f"{tag.name} · {layout.voice.month(month)}"
        head = layout.head(title, layout.voice.say("archive.lede"), _month_path(path, month), months[month])
        head = replace(head, alternates=(), noindex=True)
        yield page(
            "day.html",
            head,
            layout.frame,
            stories=months[month],
            above=(path, tag.name),
            beside=None,
            form="short",
            by="event_at",
        )


def _index(layout: Layout, index: TagIndex) -> OutputFile:
    voice = layout.voice
    head = layout.head(voice.say("site.tags"), voice.say("tags.lede"), layout.path("tags"))
    return page("tags.html", head, layout.frame, tags=index.most(layout.catalogue, _IN_THE_INDEX))
