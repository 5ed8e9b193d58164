"""Decisions → the site: only the pages that changed, and the listings that show them, at one instant."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from prism import desk, editions
from prism.model import (
    Basis,
    Edition,
    Failure,
    Frame,
    OutputFile,
    PrismError,
    Rights,
    Source,
    Standing,
    Teaser,
    Use,
    derived_id,
)
from prism.newsroom import announcing, links
from prism.newsroom.cards import cards_of, state_of
from prism.newsroom.dossiers import (
    Broken,
    Files,
    Page,
    Pages,
    Read,
    Reading,
    make_some,
    read_some,
)
from prism.newsroom.shelf import SERIAL
from prism.newsroom.tools import Tools
from prism.ports import Archive, Occasion

RELATED = 4
STAGE = "publish"
_AT_ONCE = 40
"""Pages in one order to the crew."""
_MANY = 400
"""Pages from which on other processes are asked to help: fewer are made before one has started."""
_PACKED = 20_000
"""Stories whose dossiers are kept in hand between reading and making (some 8 KB each); beyond that they are read again."""

_ALWAYS = "index.html"
"""A file that every site has: without it, the site was lost or moved."""

_MERGED = "site:merged"
"""Note that lists the stories that had joined others when the site was last built."""

_SOURCES = "site:sources"
"""Note that says which sources the site was built with."""

A = TypeVar("A")
B = TypeVar("B")


@dataclass(slots=True)
class _Room:
    """One edition's part of a build: what the site shows before, what it will show, and which pages are to be made.

    `ended` are the teasers of stories that joined others, for their addresses.
    """

    frame: Frame
    ended: Mapping[str, Teaser]
    before: Mapping[str, Teaser]
    teasers: dict[str, Teaser]
    reads: dict[str, Read] = field(default_factory=dict)
    failed: dict[str, Broken] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)

    @property
    def tag(self) -> str:
        return self.frame.locale.tag


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
    fingerprint = _fingerprint(tools)
    due = {frame.locale.tag: archive.unpublished(frame.locale.tag) for frame in tools.frames}
    if not everything and not any(due.values()) and archive.note("site:state") == fingerprint:
        return 0
    now = tools.clock.now()
    rooms = _rooms(tools, due, everything=everything)
    occasion = Occasion(now, _reason(everything=everything, rooms=rooms), _what_happened(rooms))
    if everything:
        tools.shelf.links.clear()
    watch = links.Links(tools.shelf.links)
    files = watch.watched(_files(tools, rooms, now, everything=everything))
    written = tools.site.publish(files, keep=not everything, occasion=occasion)
    _note_failures(tools, rooms, watch)
    made = {room.tag: [room.teasers[story] for story in room.reads if story not in room.failed] for room in rooms}
    notes = {f"published:{tag}": now.isoformat() for tag in made}
    notes[_SOURCES] = _sources(tools)
    notes[_MERGED] = json.dumps(sorted(archive.merged()))
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


def _fingerprint(tools: Tools) -> str:
    """What listings show beside briefs: stories that wait, drafts that are held, merged stories, sources."""
    archive = tools.archive
    return derived_id(repr((state_of(tools), sorted(archive.merged().items()), archive.sources())))


def _sources(tools: Tools) -> str:
    return derived_id(repr(tools.archive.sources()))


# -- what is to be made -------------------------------------------------------------------------------------------------


def _rooms(tools: Tools, due: Mapping[str, Sequence[str]], *, everything: bool) -> list[_Room]:
    archive, merged = tools.archive, tools.archive.merged()
    gone = set(json.loads(archive.note(_MERGED) or "[]"))
    rooms: list[_Room] = []
    for frame in tools.frames:
        known = tools.shelf.teasers(archive, frame.locale.tag)
        ended = {story: known[story] for story in merged if story in known}
        before = {story: one for story, one in known.items() if story not in gone}
        rooms.append(_Room(frame, ended, before, {story: one for story, one in known.items() if story not in merged}))
    counts = {
        room.tag: dict.fromkeys(
            [*due[room.tag], *(one.brief_id for one in room.teasers.values())] if everything else due[room.tag]
        )
        for room in rooms
    }
    packed = sum(map(len, counts.values())) <= _PACKED
    for room in rooms:
        _read(tools, room, sorted(counts[room.tag]), packed=packed)
    standing = {room.tag: _standing_in(room.teasers) for room in rooms}
    changed = [_standing_in(room.before) ^ standing[room.tag] for room in rooms]
    for room in rooms:
        others = {
            story for other, stories in zip(rooms, changed, strict=True) if other is not room for story in stories
        }
        room.again = {story for story in others if story in room.teasers and story not in room.reads}
        _read(tools, room, sorted(room.teasers[story].brief_id for story in room.again), packed=packed)
        for story in room.reads:
            room.teasers[story] = dataclasses.replace(
                room.teasers[story], editions=_editions_of(tools, story, room.tag, standing)
            )
    return rooms


def _read(tools: Tools, room: _Room, brief_ids: Sequence[str], *, packed: bool) -> None:
    sources = tools.archive.sources()
    orders = [
        Reading(room.frame, tools.interests, sources, tuple(some), packed) for some in _batched(brief_ids, _AT_ONCE)
    ]
    pairs: dict[tuple[str, int], tuple[str, int]] = {}  # the same stories stand beside many: each pair is kept once
    for found in _each(tools, read_some, orders, many=len(brief_ids) >= _MANY):
        for read in found:
            story = read.teaser.story_id
            shared = tuple(pairs.setdefault(pair, pair) for pair in read.shared)
            room.teasers[story] = tools.shelf.lean(read.teaser, room.before.get(story))
            room.reads[story] = dataclasses.replace(read, teaser=room.teasers[story], shared=shared)


def _each(tools: Tools, job: Callable[[Archive, A], B], orders: Iterable[A], *, many: bool) -> Iterator[B]:
    if tools.crew is None:
        return (job(tools.archive, order) for order in orders)
    return tools.crew.each(job, orders, many=many)


def _batched(items: Iterable[A], size: int) -> Iterator[tuple[A, ...]]:
    rest = iter(items)
    while some := tuple(itertools.islice(rest, size)):
        yield some


def _standing_in(teasers: Mapping[str, Teaser]) -> set[str]:
    return {story for story, teaser in teasers.items() if not teaser.withdrawn}


def _editions_of(tools: Tools, story: str, own: str, standing: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    tags = (frame.locale.tag for frame in tools.frames)
    return tuple(tag for tag in tags if tag == own or story in standing[tag])


def _reason(*, everything: bool, rooms: Sequence[_Room]) -> str:
    if everything:
        return "everything"
    return "changes" if any(room.reads for room in rooms) else "around"


def _what_happened(rooms: Sequence[_Room]) -> dict[str, str]:
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
        happened |= dict.fromkeys(room.before.keys() - room.teasers.keys(), "merged")
    return happened


# -- the files ----------------------------------------------------------------------------------------------------------


def _files(tools: Tools, rooms: Sequence[_Room], now: datetime, *, everything: bool) -> Iterator[OutputFile | Standing]:
    merged = tools.archive.merged()
    total, done = sum(len(room.reads) for room in rooms), 0
    for room in rooms:
        for made in _story_pages(tools, room, merged):
            if isinstance(made, Broken):
                yield from _left_standing(tools, room, made)
            else:
                yield from made
            done += 1
            tools.progress("publish", done, total)
    whole = [_edition(tools, room, now, merged) for room in rooms]
    for edition, room in zip(whole, rooms, strict=True):
        try:
            if everything:
                yield from editions.listing_pages(edition, room.frame)
            else:
                before = room.before.values()
                same = tools.archive.note(_SOURCES) == _sources(tools)
                yield from editions.changed_listing_pages(edition, room.frame, before, same_sources=same)
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


def _story_pages(tools: Tools, room: _Room, merged: Mapping[str, str]) -> Iterator[Files | Broken]:
    """The pages of the stories that were read.

    Where they are few, they are all made before the first is given: then none leads to a new one that could not be made. Where
    they are many, a link to such a one is found by the look at all links.
    """
    pages = (
        Page(read, _related(read, room.teasers, merged), room.teasers[story].editions, _is_drawn(tools, room, read))
        for story, read in room.reads.items()
    )
    if len(room.reads) >= _MANY:
        yield from _made(tools, room, pages)
        return
    orders = list(pages)
    made = dict(zip((page.read.teaser.story_id for page in orders), _made(tools, room, orders), strict=True))
    missing = {story for story, one in made.items() if isinstance(one, Broken) and story not in room.before}
    again = [
        dataclasses.replace(page, related=tuple(one for one in page.related if one.story_id not in missing))
        for page in orders
        if any(one.story_id in missing for one in page.related)
    ]
    made |= zip((page.read.teaser.story_id for page in again), _made(tools, room, again), strict=True)
    yield from made.values()


def _made(tools: Tools, room: _Room, pages: Iterable[Page]) -> Iterator[Files | Broken]:
    sources = tools.archive.sources()
    orders = (Pages(room.frame, sources, some) for some in _batched(pages, _AT_ONCE))
    for made in _each(tools, make_some, orders, many=len(room.reads) >= _MANY):
        yield from made


def _is_drawn(tools: Tools, room: _Room, read: Read) -> bool:
    path = editions.picture_path(read.teaser, room.frame).removeprefix("/").partition("?")[0]
    return editions.is_drawn(read.teaser, room.frame, tools.site.read(path) if path else None)


def _left_standing(tools: Tools, room: _Room, broken: Broken) -> Iterator[Standing]:
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


def _note_failures(tools: Tools, rooms: Sequence[_Room], watch: links.Links) -> None:
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


# -- the editions -------------------------------------------------------------------------------------------------------


def _edition(tools: Tools, room: _Room, now: datetime, merged: Mapping[str, str]) -> Edition:
    archive, tag = tools.archive, room.tag
    living = room.teasers.values()
    shown = desk.arrange(
        [teaser for teaser in living if not teaser.withdrawn],
        languages={source.id: source.language for source in archive.sources()},
        language=room.frame.locale.language,
    )
    before = archive.note(f"published:{tag}")
    # The moment of its newest version, not of the build: building again gives the same bytes.
    at = max((teaser.updated_at for teaser in living), default=now)
    return Edition(
        locale=tag,
        published_at=at,
        placements=shown,
        cards=cards_of(tools, room.frame, room.teasers),
        corrections=tuple(tools.shelf.corrections(archive, living)),
        redirects=tuple(_redirects(room, merged)),
        sources=tuple((source, _standing(source, at)) for source in archive.sources()),
        supersedes=datetime.fromisoformat(before) if before else None,
    )


def _redirects(room: _Room, merged: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for old, new in sorted(merged.items()):
        if old in room.ended:
            yield room.ended[old].path, room.teasers[new].path if new in room.teasers else f"/{room.tag}/"


def _standing(source: Source, at: datetime) -> Rights:
    """What may be done with a source as a whole, for its page."""
    if source.rights is None:
        return Rights(Use.LINK, Basis.DEFAULT, "", at)
    return Rights(source.rights, Basis.OPERATOR, source.rights.value, at)
