"""What is to be made of each edition: which briefs are due, what the site shows of it now, and what it will show."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from prism.model import Frame, Source, Teaser
from prism.newsroom.dossiers import Broken, Read, Reading, read_some
from prism.newsroom.tools import Tools
from prism.ports import Archive

MERGED = "site:merged"
"""Note that lists the stories that had joined others when the site was last built."""
AT_ONCE = 40
"""Pages in one order to the crew."""
MANY = 400
"""Pages from which on other processes are asked to help: fewer are made before one has started."""

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive says as a build begins.

    Attributes:
        sources: all of them.
        merged: story → the one that it joined.
        gone: the stories that had joined others when the site was last built.
    """

    sources: tuple[Source, ...]
    merged: Mapping[str, str]
    gone: frozenset[str]


@dataclass(slots=True)
class Room:
    """One edition's part of a build.

    Attributes:
        frame: of the edition.
        ended: the teasers of stories that joined others, for their addresses.
        before: what the site shows, by story.
        teasers: what it will show.
        reads: the briefs whose pages are to be made.
        failed: those whose pages could not be made.
        again: stories whose page changes because another edition has them now, or has them no more.
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
        """Of its locale."""
        return self.frame.locale.tag

    def stands(self, story: str) -> bool:
        """Whether the edition will have the story."""
        return _stands(self.teasers, story)


def known_of(tools: Tools) -> Known:
    """What the archive says now."""
    archive = tools.archive
    return Known(archive.sources(), archive.merged(), frozenset(json.loads(archive.note(MERGED) or "[]")))


def rooms_of(tools: Tools, known: Known, due: Mapping[str, Sequence[str]], *, everything: bool) -> list[Room]:
    """The rooms of all editions, with what is due (brief ids by locale) read; of `everything` all that the site shows."""
    rooms: list[Room] = []
    for frame in tools.frames:
        shown = tools.shelf.teasers(tools.archive, frame.locale.tag)
        ended = {story: shown[story] for story in known.merged if story in shown}
        rooms.append(Room(frame, ended, _without(shown, known.gone), _without(shown, known.merged)))
    wanted = {
        room.tag: {*due[room.tag], *(one.brief_id for one in room.teasers.values())} if everything else {*due[room.tag]}
        for room in rooms
    }
    for room in rooms:
        _read(tools, known, room, sorted(wanted[room.tag]))
    changed = {
        room.tag: {
            story
            for story in itertools.chain(room.reads, known.merged.keys() ^ known.gone)
            if _stands(room.before, story) != room.stands(story)
        }
        for room in rooms
    }
    for room in rooms:
        others = {story for tag, stories in changed.items() if tag != room.tag for story in stories}
        room.again = {story for story in others if story in room.teasers and story not in room.reads}
        _read(tools, known, room, sorted(room.teasers[story].brief_id for story in room.again))
        for story, read in room.reads.items():
            tags = tuple(one.tag for one in rooms if one is room or one.stands(story))
            room.teasers[story] = dataclasses.replace(room.teasers[story], editions=tags)
            room.reads[story] = dataclasses.replace(read, teaser=room.teasers[story])  # one teaser of a story, not two
    return rooms


def each(tools: Tools, job: Callable[[Archive, A], B], orders: Iterable[A], *, many: bool) -> Iterator[B]:
    """The answer of a job to each order, in their order."""
    if tools.crew is None:
        return (job(tools.archive, order) for order in orders)
    return tools.crew.each(job, orders, many=many)


def batched(items: Iterable[A], size: int) -> Iterator[tuple[A, ...]]:
    """Items in tuples of so many, the last one shorter."""
    rest = iter(items)
    while some := tuple(itertools.islice(rest, size)):
        yield some


def _without(teasers: Mapping[str, Teaser], stories: Collection[str]) -> dict[str, Teaser]:
    found = dict(teasers)
    for story in stories:
        found.pop(story, None)
    return found


def _stands(teasers: Mapping[str, Teaser], story: str) -> bool:
    return story in teasers and not teasers[story].withdrawn


def _read(tools: Tools, known: Known, room: Room, brief_ids: Sequence[str]) -> None:
    orders = [Reading(room.frame, tools.interests, known.sources, some) for some in batched(brief_ids, AT_ONCE)]
    pairs: dict[tuple[str, int], tuple[str, int]] = {}  # the same stories stand beside many: each pair is kept once
    for found in each(tools, read_some, orders, many=len(brief_ids) >= MANY):
        for read in found:
            story = read.teaser.story_id
            shared = tuple(pairs.setdefault(pair, pair) for pair in read.shared)
            room.teasers[story] = tools.shelf.lean(read.teaser, room.before.get(story))
            room.reads[story] = dataclasses.replace(read, teaser=room.teasers[story], shared=shared)
