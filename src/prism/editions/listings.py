"""All that lists stories: front page, sections, tags, outlets, archive, standing pages, feeds, site maps."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice
from operator import attrgetter

from prism.editions import addresses
from prism.editions.catalogue import Kind, newest, shown
from prism.editions.coverage import coverage_page
from prism.editions.covers import beams
from prism.editions.daily import Daily, daily, day_pages, days_of
from prism.editions.environment import page
from prism.editions.formats import EDITION_FORMATS
from prism.editions.head import Head
from prism.editions.layout import IN_A_FEED, ON_A_PAGE, Cards, Layout, feed_files, layout_of
from prism.editions.outlets import source_pages
from prism.editions.ranking import reasons_of
from prism.editions.reader import reader_page
from prism.editions.search import search_pages
from prism.editions.tagged import tag_pages
from prism.model import Edition, Frame, OutputFile, Teaser

_FRONT = 7
_FRONT_SECTION = 4
_LATEST = 7
_SECTIONS = Kind("event_at", lambda story: (story.section,))
_UPDATED = Kind("updated_at", lambda story: (story.section,))
"""Section → its stories."""


def listing_pages(edition: Edition, frame: Frame) -> Iterator[OutputFile]:
    """Everything of an edition that is not a story's page.

    Args:
        edition: its placements, most important first, and what stands beside them.
        frame: what its pages share.

    Returns:
        Files of paths below "<locale>/". An unchanged listing gives the same bytes, so that a site store leaves it alone.
    """
    yield from _listings(layout_of(edition, frame, touched=None))


def changed_listing_pages(
    edition: Edition, frame: Frame, before: Collection[Teaser], *, same_sources: bool = False
) -> Iterator[OutputFile]:
    """Those listings that differ from the site before, for a site store that keeps the others.

    Args:
        edition: as it is now.
        frame: as it was then; with another frame all pages must be made anew.
        before: the teasers that the site shows, in any order.
        same_sources: the sources, and what may be done with each, are those of the site before.

    Returns:
        The same bytes as `listing_pages` gives for these paths. What shows neither a changed story nor changed sources is left
        out; what shows more than that is made. A tag or a day that lost its last story keeps its page, which says so.
    """
    old, new = _differing(before, shown(edition)), _differing(shown(edition), before)
    stories = sorted(one for one in old.keys() | new.keys() if old.get(one) != new.get(one))
    touched = tuple(found[story_id] for story_id in stories for found in (old, new) if story_id in found)
    yield from _listings(layout_of(edition, frame, touched=touched, same_sources=same_sources))


def _differing(some: Collection[Teaser], others: Collection[Teaser]) -> dict[str, Teaser]:
    """Those of some stories that are not the same objects as among the others, by story."""
    known = set(map(id, others))
    return {one.story_id: one for one in some if id(one) not in known and not one.withdrawn}


def _listings(layout: Layout) -> Iterator[OutputFile]:
    edition, frame = layout.edition, layout.frame
    cards = Cards(layout)
    days = days_of(layout)
    yield _front(layout, cards, daily(layout, days, next(iter(days))) if days else None)
    yield from feed_files(layout, frame.site.name, addresses.front_path(edition.locale), layout.latest(IN_A_FEED))
    yield from _sections(layout, cards)
    yield from tag_pages(layout, cards)
    yield from source_pages(layout, cards)
    yield from day_pages(layout, days)
    yield coverage_page(layout)
    yield from _standing(layout)
    if layout.sources_changed:
        yield from reader_page(edition, frame)
    yield from search_pages(edition, frame, layout.touched)
    for old, new in edition.redirects:
        yield _moved(layout, old, new)
    for render in EDITION_FORMATS.values():
        yield from render(edition, frame)


def _front(layout: Layout, cards: Cards, edition: Daily | None) -> OutputFile:
    frame, stories = layout.frame, layout.stories
    front = addresses.front_path(layout.edition.locale)
    top = stories[:_FRONT]
    sections = {section: cards.ranked(found) for section, found in _below(layout).items()}
    lead = top[0] if top else None
    head = layout.head(frame.site.name, layout.voice.say("site.tagline"), front, stories, feeds=True)
    return page(
        "front.html",
        head,
        frame,
        lead=lead,
        lead_rays=layout.rays(lead) if lead else (),
        lead_beams=beams(layout.rays(lead)) if lead else (),
        lead_reasons=reasons_of(lead, layout.voice) if lead else (),
        top=cards.ranked(top[1:]),
        sections={section: found for section, found in sections.items() if found},
        daily=edition,
        latest=layout.latest(_LATEST),
        waiting=[card for card in layout.edition.cards if not card.path][:_LATEST],
        issued=layout.edition.published_at,
    )


def _below(layout: Layout) -> dict[str, list[Teaser]]:
    """Section → its first stories below the top of the front page."""
    heaps = layout.catalogue.heaps(_SECTIONS)
    above = Counter(one.section for one in layout.stories[:_FRONT])
    found: dict[str, list[Teaser]] = {section: [] for section in layout.frame.locale.sections}
    left = {one: min(len(heaps.get(one, ())) - above[one], _FRONT_SECTION) for one in found}
    missing = sum(left.values())
    for story in islice(layout.stories, _FRONT, None):
        if not missing:
            break
        if left.get(story.section, 0):
            found[story.section].append(story)
            left[story.section] -= 1
            missing -= 1
    return found


def _sections(layout: Layout, cards: Cards) -> Iterator[OutputFile]:
    for section, name in layout.frame.locale.sections.items():
        if layout.touched is not None and all(teaser.section != section for teaser in layout.touched):
            continue
        stories = layout.catalogue.row(_SECTIONS, section)
        shown_here = newest(stories, ON_A_PAGE)
        path = addresses.section_path(layout.edition.locale, section)
        head = layout.head(name, f"{name} · {layout.voice.say('site.tagline')}", path, shown_here, feeds=True)
        yield page(
            "listing.html",
            head,
            layout.frame,
            cards=cards.of(shown_here),
            total=len(stories),
            more=len(stories) > ON_A_PAGE,
            current=section,
        )
        yield from feed_files(
            layout,
            f"{name} · {layout.frame.site.name}",
            path,
            newest(layout.catalogue.row(_UPDATED, section), IN_A_FEED),
        )


def _standing(layout: Layout) -> Iterator[OutputFile]:
    voice, frame, edition = layout.voice, layout.frame, layout.edition
    site = frame.site
    people = {"publisher": site.publisher or site.name, "editor": site.editor}
    yield from _waiting(layout)
    if layout.anew or any(one.corrected for one in layout.touched or ()):
        yield from _corrections(layout)
    if not layout.anew:
        return
    about = ("publisher", "sources", "rights", "checks", "evidence", "insight", "order", "errors")
    for name, parts in (("about", about), ("ai", ("made", "limits", "people", "machine"))):
        texts = [
            (part, voice.say(f"{name}.{part}.title"), frame.locale.words[f"{name}.{part}.text"].format(**people))
            for part in parts
        ]
        own = [line for line in site.about.splitlines() if line.strip()] if name == "about" else []
        head = layout.head(voice.say(f"site.{name}"), voice.say(f"{name}.lede"), layout.path(name))
        yield page("standing.html", head, frame, texts=texts, own=own)
    missing = layout.head(voice.say("missing.title"), voice.say("missing.text"), f"/{edition.locale}/404.html")
    yield page("missing.html", replace(missing, alternates=(), noindex=True), frame)


def _corrections(layout: Layout) -> Iterator[OutputFile]:
    voice, frame, edition = layout.voice, layout.frame, layout.edition
    head = layout.head(
        voice.say("site.corrections"), voice.say("corrections.lede"), layout.path("corrections"), feeds=True
    )
    yield page("corrections.html", head, frame, corrections=edition.corrections)
    corrected = [teaser for _, teaser in edition.corrections]
    title = f"{voice.say('site.corrections')} · {frame.site.name}"
    recent = {teaser.story_id: teaser for teaser in corrected}.values()
    entries = heapq.nlargest(IN_A_FEED, recent, key=attrgetter("updated_at", "story_id"))
    yield from feed_files(layout, title, layout.path("corrections"), entries)


def _waiting(layout: Layout) -> Iterator[OutputFile]:
    voice, frame, edition = layout.voice, layout.frame, layout.edition
    head = replace(
        layout.head(voice.say("waiting.title"), voice.say("waiting.lede"), layout.path("waiting")), noindex=True
    )
    names = {source.id: source.name for source, _ in edition.sources}
    yield page("waiting.html", head, frame, waiting=edition.cards, names=names)


def _moved(layout: Layout, old: str, new: str) -> OutputFile:
    """The page of a story that joined another: it leads on, at once and with a link."""
    title = layout.voice.say("story.moved")
    head = Head(title=title, description=title, path=old, noindex=True)
    return page("moved.html", head, layout.frame, new=addresses.on_site(new))
