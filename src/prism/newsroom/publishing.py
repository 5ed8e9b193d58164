"""Decisions → the site: only the pages that changed, and the listings that show them, at one instant."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from prism import editions
from prism.model import Failure, OutputFile, PrismError, Standing, Teaser, derived_id
from prism.newsroom import announcing, links
from prism.newsroom.cards import state_of
from prism.newsroom.dossiers import Broken, Files, Page, Pages, Read, make_some
from prism.newsroom.editing import edition_of
from prism.newsroom.rooms import AT_ONCE, MANY, MERGED, Known, Room, batched, each, known_of, rooms_of
from prism.newsroom.shelf import SERIAL
from prism.newsroom.tools import Tools
from prism.ports import Occasion

RELATED = 4
STAGE = "publish"

_ALWAYS = "index.html"
"""A file that every site has: without it, the site was lost or moved."""

_SOURCES = "site:sources"
"""Note that says which sources the site was built with."""


def publish(tools: Tools, *, everything: bool = False) -> int:
    """Bring the site up to what was decided; returns how many files changed.

    With `everything`, or when the site was made by another version of Prism or for other editions, or is no longer where it was
    put, all pages are made anew. A page that can't be made, and a link that leads nowhere, is a failure in the archive; the page's old version stands.

    Raises:
        PrismError: the listings of an edition can't be made, or there is no room for the site; the old one stands.
    """
    archive = tools.archive
    made_for = _made_for(tools)
    everything = everything or archive.note("site:made-for") != made_for or not tools.site.has(_ALWAYS)
    known = known_of(tools)
    fingerprint = _fingerprint(tools, known)
    due = {frame.locale.tag: archive.unpublished(frame.locale.tag) for frame in tools.frames}
    if not everything and not any(due.values()) and archive.note("site:state") == fingerprint:
        return 0
    now = tools.clock.now()
    rooms = rooms_of(tools, known, due, everything=everything)
    occasion = Occasion(now, _reason(everything=everything, rooms=rooms), _what_happened(rooms))
    if everything:
        tools.shelf.links.clear()
    watch = links.Links(tools.shelf.links)
    files = watch.watched(_files(tools, known, rooms, now, everything=everything))
    written = tools.site.publish(files, keep=not everything, occasion=occasion)
    _note_failures(tools, rooms, watch)
    made = {room.tag: [room.teasers[story] for story in room.reads if story not in room.failed] for room in rooms}
    notes = {f"published:{tag}": now.isoformat() for tag in made}
    notes[_SOURCES] = derived_id(repr(known.sources))
    notes[MERGED] = json.dumps(sorted(known.merged))
    notes |= {"site:made-for": made_for, "site:state": fingerprint, SERIAL: tools.shelf.next_serial()}
    notes |= announcing.notes(tools, made)
    archive.put_published(made, notes)
    tools.shelf.put({room.tag: {**room.ended, **room.teasers} for room in rooms})
    return written


def _made_for(tools: Tools) -> str:
    frames = tools.frames
    return " ".join(
        [
            frames[0].version,
            *(f"{frame.locale.tag}@{frame.timezone}" for frame in frames),
            repr(frames[0].site),
            repr(tools.interests),
        ]
    )


def _fingerprint(tools: Tools, known: Known) -> str:
    """What listings show beside briefs: stories that wait, drafts that are held, merged stories, sources."""
    return derived_id(repr((state_of(tools), sorted(known.merged.items()), known.sources)))


def _reason(*, everything: bool, rooms: Sequence[Room]) -> str:
    if everything:
        return "everything"
    return "changes" if any(room.reads for room in rooms) else "around"


def _what_happened(rooms: Sequence[Room]) -> dict[str, str]:
    happened: dict[str, str] = {}
    for room in rooms:
        for story in room.reads:
            old, new = room.before.get(story), room.teasers[story]
            if new.withdrawn:
                what = "withdrawn"
            elif old is None:
                what = "new"
            elif old.version != new.version:
                what = f"version {new.version}"
            else:
                what = "again"
            if what != "again" or story not in happened:
                happened[story] = what
        happened |= dict.fromkeys((story for story in room.ended if story in room.before), "merged")
    return happened


# -- the files ----------------------------------------------------------------------------------------------------------


def _files(
    tools: Tools, known: Known, rooms: Sequence[Room], now: datetime, *, everything: bool
) -> Iterator[OutputFile | Standing]:
    total, done = sum(len(room.reads) for room in rooms), 0
    for room in rooms:
        for made in _story_pages(tools, known, room):
            if isinstance(made, Broken):
                yield from _left_standing(tools, room, made)
            else:
                yield from made
            done += 1
            tools.progress("publish", done, total)
    whole = [edition_of(tools, known, room, now) for room in rooms]
    same_sources = not everything and tools.archive.note(_SOURCES) == derived_id(repr(known.sources))
    for edition, room in zip(whole, rooms, strict=True):
        try:
            if everything:
                yield from editions.listing_pages(edition, room.frame)
            else:
                before = room.before.values()
                yield from editions.changed_listing_pages(edition, room.frame, before, same_sources=same_sources)
        except PrismError:
            raise
        except Exception as error:
            raise PrismError(
                f"the listings of the edition can't be made ({type(error).__name__}: {error}); the old site stands",
                subject=room.tag,
                advice="a bug of Prism, or of a template of yours; `prism run --once` tries again",
            ) from error
        dump = editions.dump_path(room.tag).removeprefix("/")
        if everything and tools.site.has(dump):
            yield Standing(dump)  # `prism dump` makes it, when the operator asks for it
    yield from editions.site_pages(tools.frames, whole)


def _story_pages(tools: Tools, known: Known, room: Room) -> Iterator[Files | Broken]:
    """The pages of the stories that were read.

    Where they are few, they are all made before the first is given: then none leads to a new one that could not be made. Where
    they are many, a link to such a one is found by the look at all links.
    """
    pages = (_page(tools, known, room, story, read) for story, read in room.reads.items())
    if len(room.reads) >= MANY:
        yield from _made(tools, known, room, pages)
        return
    orders = list(pages)
    made = dict(zip((page.read.teaser.story_id for page in orders), _made(tools, known, room, orders), strict=True))
    missing = {story for story, one in made.items() if isinstance(one, Broken) and story not in room.before}
    again = [
        dataclasses.replace(page, related=tuple(one for one in page.related if one.story_id not in missing))
        for page in orders
        if any(one.story_id in missing for one in page.related)
    ]
    made |= zip((page.read.teaser.story_id for page in again), _made(tools, known, room, again), strict=True)
    yield from made.values()


def _page(tools: Tools, known: Known, room: Room, story: str, read: Read) -> Page:
    """The order for a page, with no more of teasers than a page shows.

    What goes to another process is kept twice: pickle leaves the UTF-8 form that it makes in the string itself (CPython's
    `PyUnicode_AsUTF8AndSize`). Of the texts that is a kilobyte a story.
    """
    own = dataclasses.replace(read, teaser=_card(read.teaser))
    related = tuple(map(_card, _related(read, room.teasers, known.merged)))
    # Its neighbours are found: a build keeps a quarter kilobyte less.
    room.reads[story] = dataclasses.replace(read, shared=())
    return Page(own, related, room.teasers[story].editions, _is_drawn(tools, room, read))


def _card(teaser: Teaser) -> Teaser:
    return dataclasses.replace(teaser, paragraphs=(), lengths=(), changes=())


def _made(tools: Tools, known: Known, room: Room, pages: Iterable[Page]) -> Iterator[Files | Broken]:
    orders = (Pages(room.frame, known.sources, some) for some in batched(pages, AT_ONCE))
    for made in each(tools, make_some, orders, many=len(room.reads) >= MANY):
        yield from made


def _is_drawn(tools: Tools, room: Room, read: Read) -> bool:
    path = editions.picture_path(read.teaser, room.frame).removeprefix("/").partition("?")[0]
    return editions.is_drawn(read.teaser, room.frame, tools.site.read(path) if path else None)


def _left_standing(tools: Tools, room: Room, broken: Broken) -> Iterator[Standing]:
    """Readers keep the page that they have, and listings what they said of it; a story without a page yet is not listed."""
    room.failed[broken.story_id] = broken
    del room.teasers[broken.story_id]
    if broken.story_id in room.before:
        teaser = room.before[broken.story_id]
        room.teasers[broken.story_id] = teaser
        yield Standing(teaser.path.removeprefix("/") + "index.html")
        yield from (Standing(file) for file in editions.companion_files(teaser, room.frame) if tools.site.has(file))


def _related(read: Read, teasers: Mapping[str, Teaser], merged: Mapping[str, str]) -> tuple[Teaser, ...]:
    """Stories that share names with this one, most first; one name alone (often a country) relates only within a section."""
    own = read.teaser
    found = [
        (count, teasers[story])
        for story, count in read.shared
        if story != own.story_id and story in teasers and story not in merged and not teasers[story].withdrawn
    ]
    found = [pair for pair in found if pair[0] > 1 or pair[1].section == own.section]
    found.sort(
        key=lambda pair: (-pair[0], pair[1].section != own.section, -pair[1].event_at.timestamp(), pair[1].story_id)
    )
    return tuple(teaser for _, teaser in found[:RELATED])


def _note_failures(tools: Tools, rooms: Sequence[Room], watch: links.Links) -> None:
    """Keep what went wrong, and forget what went wrong before and is well now."""
    archive, now = tools.archive, tools.clock.now()
    wrong: dict[tuple[str, str], Failure] = {}
    for room in rooms:
        for broken in room.failed.values():
            advice = "the page before it stands; the next run tries again"
            wrong[STAGE, broken.brief_id] = Failure(STAGE, broken.brief_id, broken.error, advice, now)
    for page, link in watch.broken(tools.site):
        told = f"leads to {link}, where nothing is"
        wrong.setdefault(
            (links.STAGE, page), Failure(links.STAGE, page, told, "a bug of Prism, or of a template of yours", now)
        )
    made = {read.brief_id for room in rooms for read in room.reads.values()}
    for failure in archive.failures():
        subject = failure.subject_id
        well = (failure.stage == STAGE and subject in made) or (
            failure.stage == links.STAGE and not links.still_broken(tools.site, subject)
        )
        if well and (failure.stage, subject) not in wrong:
            archive.clear_failure(failure.stage, subject)
    for failure in wrong.values():
        archive.put_failure(failure)
