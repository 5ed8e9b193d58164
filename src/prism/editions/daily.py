"""The edition of a day, which has an end, and the archive of all days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from prism.editions import addresses
from prism.editions.catalogue import Kind, newest
from prism.editions.environment import page
from prism.editions.layout import Layout
from prism.editions.ranking import worth
from prism.editions.voice import Voice, local_day
from prism.model import OutputFile, Teaser

IN_AN_EDITION = 10
"""Stories at most: what is read in a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Daily:
    """The edition of a day.

    Attributes:
        day: on which its stories were published first, in the edition's zone.
        path: of its page.
        stories: what matters most that day, whatever the hour; at most ten.
        minutes: that they take to read, at least one.
        others: how many more were published that day.
    """

    day: date
    path: str
    stories: tuple[Teaser, ...]
    minutes: int
    others: int


@lru_cache(maxsize=64)
def _by_day(zone: str) -> Kind:
    return Kind("published_at", lambda story: (local_day(story.published_at, zone),))


def days_of(layout: Layout) -> dict[date, Sequence[Teaser]]:
    """Day → the stories first published on it, newest day first."""
    days = layout.catalogue.heaps(_by_day(layout.frame.timezone))
    return dict(sorted(days.items(), reverse=True))


def daily(layout: Layout, days: Mapping[date, Sequence[Teaser]], day: date) -> Daily:
    """The edition of one of the days.

    A story that gains reports later may rise in the edition of its day; it never stands in another's, so whoever has read
    yesterday's edition and today's has read nothing twice.
    """
    found = days.get(day, ())
    stories = sorted(found, key=lambda teaser: (-worth(teaser), teaser.story_id))[:IN_AN_EDITION]
    return Daily(
        day=day,
        path=addresses.edition_path(layout.edition.locale, day),
        stories=tuple(stories),
        minutes=minutes(layout.voice, stories),
        others=len(found) - len(stories),
    )


def minutes(voice: Voice, stories: Sequence[Teaser]) -> int:
    """Minutes of reading, headlines and summaries included: characters without spaces at the pace of the edition's language."""
    texts = (text for one in stories for text in (one.headline, one.dek, *one.paragraphs))
    characters = sum(len(text) - text.count(" ") for text in texts)
    return max(1, round(characters / int(voice.say("daily.pace"))))


def day_pages(layout: Layout, days: Mapping[date, Sequence[Teaser]]) -> Iterator[OutputFile]:
    """The archive, and of each day in which a story changed all its stories and its edition.

    A day that lost its last story keeps its pages, which say so.
    """
    voice, tag = layout.voice, layout.edition.locale
    head = layout.head(voice.say("site.archive"), voice.say("archive.lede"), layout.path("archive"))
    months: dict[date, list[tuple[date, str, str, int]]] = {}
    for day, stories in days.items():
        row = (day, addresses.day_path(tag, day), addresses.edition_path(tag, day), len(stories))
        months.setdefault(day.replace(day=1), []).append(row)
    yield page(
        "archive.html", head, layout.frame, months=[(voice.month(month), rows) for month, rows in months.items()]
    )
    touched = None if layout.touched is None else {voice.local_day(one.published_at) for one in layout.touched}
    ordered = sorted(days)
    for day, before in pairwise((*sorted({*days, *(touched or ())}, reverse=True), None)):
        at = bisect_left(ordered, day)
        earlier = ordered[at - 1] if at else None
        if touched is None or day in touched:
            yield _day(layout, day, days.get(day, ()))
            yield _edition(layout, daily(layout, days, day), earlier)
        elif before in touched:
            # An edition leads to the one before it, which may have come or gone.
            yield _edition(layout, daily(layout, days, day), earlier)


def _day(layout: Layout, day: date, found: Sequence[Teaser]) -> OutputFile:
    voice, tag = layout.voice, layout.edition.locale
    stories = newest(found)
    head = layout.head(voice.day(day), voice.say("archive.lede"), addresses.day_path(tag, day), stories)
    return page(
        "day.html",
        replace(head, alternates=()),
        layout.frame,
        stories=stories,
        above=(layout.path("archive"), voice.say("site.archive")),
        beside=addresses.edition_path(tag, day),
        form="time",
        by="published_at",
    )


def _edition(layout: Layout, edition: Daily, before: date | None) -> OutputFile:
    voice, tag = layout.voice, layout.edition.locale
    title = f"{voice.say('daily.title')}, {voice.day(edition.day)}"
    more = {"timeRequired": f"PT{edition.minutes}M"}
    head = layout.head(title, voice.say("daily.lede"), edition.path, edition.stories, more=more)
    return page(
        "edition.html",
        replace(head, alternates=()),
        layout.frame,
        sheet="maps",
        edition=edition,
        stories=[(teaser, minutes(voice, (teaser,)), layout.rays(teaser)) for teaser in edition.stories],
        before=(voice.day(before), addresses.edition_path(tag, before)) if before else None,
        all_day=addresses.day_path(tag, edition.day),
        current="",
    )
