"""All that lists stories: front page, sections, tags, outlets, archive, standing pages, feeds, site maps."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from markupsafe import Markup

from prism.editions import addresses
from prism.editions.covers import Ray, beams, rays
from prism.editions.environment import fragment, page
from prism.editions.formats import EDITION_FORMATS, FEED_FORMATS, atom, jsonfeed, rss
from prism.editions.formats.jsonld import listing_graph
from prism.editions.head import Head
from prism.editions.listing import Feed, by_tag_page, corrections_by_brief, count_tags, newest, shown
from prism.editions.memory import Remembered
from prism.editions.reader import reader_page
from prism.editions.search import search_pages
from prism.editions.voice import Voice
from prism.model import Correction, Edition, Frame, OutputFile, Rights, Source, Teaser

_FRONT = 7
_FRONT_SECTION = 4
_LATEST = 7
_ON_A_PAGE = 60
_IN_A_FEED = 50
_IN_A_TAG_FEED = 20
_IN_THE_INDEX = 1000
"""Tags on the page that lists them, those of most stories: thousands are of one story alone, whose page names them."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all listings of one edition share; `stories` most important first, the others newest first."""

    edition: Edition
    frame: Frame
    voice: Voice
    stories: tuple[Teaser, ...]
    by_event: Sequence[Teaser]
    by_update: Sequence[Teaser]
    languages: Mapping[str, str]
    corrections: Mapping[str, Sequence[Correction]]
    touched: tuple[Teaser, ...] | None

    def rays(self, teaser: Teaser) -> tuple[Ray, ...]:
        return rays(self.languages.get(outlet, "") for outlet in teaser.outlets)

    def path(self, name: str) -> str:
        return addresses.standing_path(self.edition.locale, name)

    def head(
        self, title: str, description: str, path: str, stories: Sequence[Teaser] = (), *, feeds: bool = False
    ) -> Head:
        tags = tuple(tag for tag, _ in self.frame.editions)
        return Head(
            title=title,
            description=description,
            path=path,
            alternates=tuple((t, addresses.sibling_path(path, self.edition.locale, t)) for t in tags),
            feeds=_feed_links(path, title) if feeds else (),
            graph=listing_graph(self.frame, title=title, path=path, placements=tuple(stories)) if stories else None,
        )


def listing_pages(edition: Edition, frame: Frame) -> Iterator[OutputFile]:
    """Everything of an edition that is not a story's page.

    Args:
        edition: its placements, most important first, and what stands beside them.
        frame: what its pages share.

    Returns:
        Files of paths below "<locale>/". An unchanged listing gives the same bytes, so that a site store leaves it alone.
    """
    yield from _listings(_desk(edition, frame, touched=None))


def changed_listing_pages(edition: Edition, frame: Frame, before: Iterable[Teaser]) -> Iterator[OutputFile]:
    """Those listings that differ from the site before, for a site store that keeps the others.

    Args:
        edition: as it is now.
        frame: as it was then; with another frame all pages must be made anew.
        before: the teasers that the site shows, in any order.

    Returns:
        The same bytes as `listing_pages` gives for these paths. Pages of sections, tags and days without a changed story are
        left out; all others are made, for they show more than stories. A tag that lost its last story keeps its page, which
        says so.
    """
    old = {teaser.story_id: teaser for teaser in before if not teaser.withdrawn}
    new = {teaser.story_id: teaser for teaser in shown(edition)}
    differing = [
        story_id
        for story_id in old.keys() | new.keys()
        if old.get(story_id) is not new.get(story_id) and old.get(story_id) != new.get(story_id)
    ]
    touched = tuple(found[story_id] for story_id in sorted(differing) for found in (old, new) if story_id in found)
    yield from _listings(_desk(edition, frame, touched=touched))


def _desk(edition: Edition, frame: Frame, *, touched: tuple[Teaser, ...] | None) -> _Desk:
    stories = shown(edition)
    return _Desk(
        edition=edition,
        frame=frame,
        voice=Voice(frame),
        stories=stories,
        by_event=newest(stories, "event_at"),
        by_update=newest(stories, "updated_at"),
        languages={source.id: source.language for source, _ in edition.sources},
        corrections=corrections_by_brief(edition),
        touched=touched,
    )


def _listings(desk: _Desk) -> Iterator[OutputFile]:
    edition, frame = desk.edition, desk.frame
    cards = _Cards(desk)
    yield _front(desk, cards)
    yield from _feeds(desk, frame.site.name, addresses.front_path(edition.locale), desk.by_update)
    yield from _sections(desk, cards)
    yield from _tags(desk, cards)
    yield from _sources(desk, cards)
    yield from _archive(desk)
    yield from _standing(desk)
    yield from reader_page(edition, frame)
    yield from search_pages(edition, frame, desk.touched)
    for old, new in edition.redirects:
        yield _moved(desk, old, new)
    for render in EDITION_FORMATS.values():
        yield from render(edition, frame)


class _Cards:
    """Each story's card, rendered once for all listings that show it."""

    _made: Remembered[Markup] = Remembered()

    def __init__(self, desk: _Desk) -> None:
        self._desk = desk

    def of(self, stories: Iterable[Teaser]) -> list[Markup]:
        return [self._card(teaser) for teaser in stories]

    def _card(self, teaser: Teaser) -> Markup:
        desk, rays = self._desk, self._desk.rays(teaser)
        return self._made.get(
            desk.frame, teaser, rays, lambda: fragment("card.html", desk.frame, teaser=teaser, rays=rays)
        )


def _front(desk: _Desk, cards: _Cards) -> OutputFile:
    frame, stories = desk.frame, desk.stories
    front = addresses.front_path(desk.edition.locale)
    top, rest = stories[:_FRONT], stories[_FRONT:]
    sections = {
        section: cards.of([teaser for teaser in rest if teaser.section == section][:_FRONT_SECTION])
        for section in frame.locale.sections
    }
    lead = top[0] if top else None
    head = desk.head(frame.site.name, desk.voice.say("site.tagline"), front, stories, feeds=True)
    return page(
        "front.html",
        head,
        frame,
        lead=lead,
        lead_rays=desk.rays(lead) if lead else (),
        lead_beams=beams(desk.rays(lead)) if lead else (),
        top=cards.of(top[1:]),
        sections={section: found for section, found in sections.items() if found},
        latest=desk.by_update[:_LATEST],
        waiting=[card for card in desk.edition.cards if not card.path][:_LATEST],
        issued=desk.edition.published_at,
    )


def _listing(
    desk: _Desk, cards: _Cards, *, kind: str, title: str, path: str, stories: Sequence[Teaser], current: str = ""
) -> OutputFile:
    head = desk.head(
        title, f"{title} · {desk.voice.say('site.tagline')}", path, stories, feeds=kind in {"section", "tag"}
    )
    if kind in {"tag", "source"}:
        head = replace(head, alternates=(), noindex=len(stories) < 2)  # noqa: PLR2004  # one story alone adds nothing to its own page
    return page(
        "listing.html",
        head,
        desk.frame,
        kind=kind,
        cards=cards.of(stories[:_ON_A_PAGE]),
        total=len(stories),
        more=len(stories) > _ON_A_PAGE,
        current=current,
        source=None,
    )


def _sections(desk: _Desk, cards: _Cards) -> Iterator[OutputFile]:
    for section, name in desk.frame.locale.sections.items():
        if desk.touched is not None and all(teaser.section != section for teaser in desk.touched):
            continue
        stories = [teaser for teaser in desk.by_event if teaser.section == section]
        updated = [teaser for teaser in desk.by_update if teaser.section == section]
        path = addresses.section_path(desk.edition.locale, section)
        yield _listing(desk, cards, kind="section", title=name, path=path, stories=stories, current=section)
        yield from _feeds(desk, f"{name} · {desk.frame.site.name}", path, updated)


def _tags(desk: _Desk, cards: _Cards) -> Iterator[OutputFile]:
    locale, touched = desk.edition.locale, desk.touched
    wanted = None if touched is None else by_tag_page(locale, touched)
    found = by_tag_page(locale, desk.by_event, wanted)
    updated = by_tag_page(locale, desk.by_update, wanted)
    counted = count_tags(locale, desk.stories)
    for path, (tag, _) in (found if wanted is None else wanted).items():
        # One address may have two names: that of the story that stands highest is shown.
        named = counted[path][0].name if path in counted else tag.name
        stories = found[path][1] if path in found else []
        yield _listing(desk, cards, kind="tag", title=named, path=path, stories=stories)
        recent = updated[path][1] if path in updated else []
        yield from _feeds(desk, f"{named} · {desk.frame.site.name}", path, recent, _IN_A_TAG_FEED)
    index = heapq.nsmallest(
        _IN_THE_INDEX,
        ((-count, tag.name, path, tag) for path, (tag, count) in counted.items()),
        key=itemgetter(0, 1, 2),
    )
    voice = desk.voice
    head = desk.head(voice.say("site.tags"), voice.say("tags.lede"), desk.path("tags"))
    yield page("tags.html", head, desk.frame, tags=[(tag, path, -count) for count, _, path, tag in index])


def _sources(desk: _Desk, cards: _Cards) -> Iterator[OutputFile]:
    voice, frame = desk.voice, desk.frame
    head = desk.head(voice.say("site.sources"), voice.say("sources.lede"), desk.path("sources"))
    ordered = sorted(desk.edition.sources, key=lambda pair: (pair[0].name.casefold(), pair[0].id))
    yield page("sources.html", head, frame, sources=ordered)
    resting: dict[str, list[Teaser]] = {}
    for teaser in desk.by_event:
        for outlet in teaser.outlets:
            resting.setdefault(outlet, []).append(teaser)
    for source, rights in ordered:
        yield _source(desk, cards, source, rights, resting.get(source.id, []))


def _source(desk: _Desk, cards: _Cards, source: Source, rights: Rights, stories: Sequence[Teaser]) -> OutputFile:
    path = addresses.source_path(desk.edition.locale, source.id)
    head = replace(desk.head(source.name, desk.voice.say("sources.lede"), path, stories), noindex=True)
    return page(
        "listing.html",
        head,
        desk.frame,
        kind="source",
        cards=cards.of(stories[:_ON_A_PAGE]),
        total=len(stories),
        more=len(stories) > _ON_A_PAGE,
        current="",
        source=source,
        rights=rights,
    )


def _archive(desk: _Desk) -> Iterator[OutputFile]:
    days: dict[date, list[Teaser]] = {}
    for teaser in desk.stories:
        days.setdefault(desk.voice.local_day(teaser.published_at), []).append(teaser)
    voice, tag = desk.voice, desk.edition.locale
    ordered = sorted(days, reverse=True)
    head = desk.head(voice.say("site.archive"), voice.say("archive.lede"), desk.path("archive"))
    yield page(
        "archive.html", head, desk.frame, days=[(day, addresses.day_path(tag, day), len(days[day])) for day in ordered]
    )
    touched = None if desk.touched is None else {voice.local_day(teaser.published_at) for teaser in desk.touched}
    for day in ordered:
        if touched is not None and day not in touched:
            continue
        stories = newest(days[day], "published_at")
        named = replace(
            desk.head(voice.day(day), voice.say("archive.lede"), addresses.day_path(tag, day), stories), alternates=()
        )
        yield page("day.html", named, desk.frame, stories=stories)


def _standing(desk: _Desk) -> Iterator[OutputFile]:
    voice, frame, edition = desk.voice, desk.frame, desk.edition
    site = frame.site
    people = {"publisher": site.publisher or site.name, "editor": site.editor}
    about = ("publisher", "sources", "rights", "checks", "evidence", "insight", "errors")
    for name, parts in (("about", about), ("ai", ("made", "limits", "people", "machine"))):
        texts = [
            (voice.say(f"{name}.{part}.title"), frame.locale.words[f"{name}.{part}.text"].format(**people))
            for part in parts
        ]
        own = [line for line in site.about.splitlines() if line.strip()] if name == "about" else []
        head = desk.head(voice.say(f"site.{name}"), voice.say(f"{name}.lede"), desk.path(name))
        yield page("standing.html", head, frame, texts=texts, own=own)
    head = desk.head(voice.say("site.corrections"), voice.say("corrections.lede"), desk.path("corrections"), feeds=True)
    yield page("corrections.html", head, frame, corrections=edition.corrections)
    corrected = [teaser for _, teaser in edition.corrections]
    title = f"{voice.say('site.corrections')} · {site.name}"
    recent = newest(list({teaser.story_id: teaser for teaser in corrected}.values()), "updated_at")
    yield from _feeds(desk, title, desk.path("corrections"), recent)
    head = replace(desk.head(voice.say("waiting.title"), voice.say("waiting.lede"), desk.path("waiting")), noindex=True)
    names = {source.id: source.name for source, _ in edition.sources}
    yield page("waiting.html", head, frame, waiting=edition.cards, names=names)
    missing = desk.head(voice.say("missing.title"), voice.say("missing.text"), f"/{edition.locale}/404.html")
    yield page("missing.html", replace(missing, alternates=(), noindex=True), frame)


def _moved(desk: _Desk, old: str, new: str) -> OutputFile:
    """The page of a story that joined another: it leads on, at once and with a link."""
    title = desk.voice.say("story.moved")
    head = Head(title=title, description=title, path=old, noindex=True)
    return page("moved.html", head, desk.frame, new=addresses.on_site(new))


def _feeds(
    desk: _Desk, title: str, path: str, updated: Sequence[Teaser], most: int = _IN_A_FEED
) -> Iterator[OutputFile]:
    feed = Feed(title, path, desk.voice.say("site.tagline"), updated[:most], desk.corrections)
    for render in FEED_FORMATS.values():
        yield render(feed, desk.frame)


def _feed_links(path: str, title: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((path + one.NAME, one.MEDIA_TYPE, title) for one in (rss, atom, jsonfeed))
