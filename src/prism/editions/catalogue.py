"""The stories of an edition in every order and heap that its listings ask for, kept from one build to the next.

    catalogue_of(edition).row(BY_EVENT)          all stories, by the moment of their latest report
    catalogue_of(edition).heaps(by_outlet)       outlet → the stories that it tells

To sort 10,000 stories and to put them into heaps takes longer than to make all pages that one new brief changes. So rows are
those of the last edition of the same locale, in which what came is put into its places and what is gone is taken out. Teasers
are frozen values: which came and which are gone is seen by their identities. The answers are the same as if they were made anew.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, Literal, Protocol, TypeVar

from prism.editions.addresses import on_site
from prism.model import Edition, Teaser

_FEW = 64
"""Stories that are put into rows one by one; where more came or went, rows are made anew."""
_ALL: tuple[None] = (None,)


class Kept(Protocol):
    """What is known of all stories of an edition, and is kept up with each that comes or goes."""

    def put(self, story: Teaser) -> None:
        """It came."""
        ...

    def take(self, story: Teaser) -> None:
        """It went."""
        ...


K = TypeVar("K", bound=Kept)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """How stories stand in rows: by which of their moments, and under which keys (none: not at all)."""

    by: Literal["event_at", "updated_at", "published_at"]
    keys: Callable[[Teaser], Iterable[Hashable]] = lambda _: _ALL

    @property
    def moment(self) -> Callable[[Teaser], tuple[datetime, str]]:
        """What a row is sorted by: of two stories at one moment the one with the lesser id comes first."""
        return attrgetter(self.by, "story_id")


BY_EVENT = Kind("event_at")
BY_UPDATE = Kind("updated_at")
BY_PUBLICATION = Kind("published_at")


class Heaps:
    """Key → its stories, oldest first; only keys that have stories."""

    def __init__(self, kind: Kind, stories: Iterable[Teaser]) -> None:
        """The stories may come in any order."""
        self._kind, self._moment = kind, kind.moment
        self.rows: dict[Any, list[Teaser]] = {}
        for story in sorted(stories, key=self._moment):
            for key in kind.keys(story):
                self.rows.setdefault(key, []).append(story)

    def put(self, story: Teaser) -> None:
        """Into its place in the row of each of its keys."""
        for key in self._kind.keys(story):
            insort(self.rows.setdefault(key, []), story, key=self._moment)

    def take(self, story: Teaser) -> None:
        """Out of all rows in which it stands."""
        for key in self._kind.keys(story):
            row = self.rows[key]
            del row[bisect_left(row, self._moment(story), key=self._moment)]
            if not row:
                del self.rows[key]


class Catalogue:
    """The stories that the listings of an edition show.

    Attributes:
        edition: that it is of.
        stories: none withdrawn, each once, in the edition's order.
    """

    def __init__(self, edition: Edition) -> None:
        """What it keeps is made when it is asked for."""
        self.edition = edition
        self.stories = _shown(edition.placements)
        self._given = set(map(id, edition.placements))
        self._ids = {one.story_id for one in self.stories}
        self._kept: dict[Hashable, Kept] = {}
        self._places: dict[int, int] = {}

    def row(self, kind: Kind, key: Hashable = None) -> Sequence[Teaser]:
        """The stories of one key, oldest first; nobody may change the list."""
        return self.heaps(kind).get(key, ())

    def heaps(self, kind: Kind) -> Mapping[Any, Sequence[Teaser]]:
        """Key → its stories, oldest first; only keys that have stories."""
        return self.kept(kind, lambda stories: Heaps(kind, stories)).rows

    def kept(self, name: Hashable, make: Callable[[Sequence[Teaser]], K]) -> K:
        """What is kept under a name; made of all stories if it is not there."""
        if name not in self._kept:
            self._kept[name] = make(self.stories)
        return self._kept[name]  # type: ignore[return-value]  # a name belongs to one maker

    def place(self, story: Teaser) -> int:
        """Of a story in the edition's order, from 0."""
        if not self._places:
            self._places = {id(one): place for place, one in enumerate(self.stories)}
        return self._places[id(story)]

    def became(self, edition: Edition) -> bool:
        """Make this the catalogue of a later edition; False if a new one is made sooner."""
        given = set(map(id, edition.placements))
        came, gone = given - self._given, self._given - given
        plain = len(given) == len(edition.placements) and len(self._given) == len(self.stories)
        if not plain or len(came) + len(gone) > _FEW:
            return False
        old = [one for one in self.edition.placements if id(one) in gone] if gone else []
        new = [one for one in edition.placements if id(one) in came] if came else []
        ids = {one.story_id for one in new}
        self._ids.difference_update(one.story_id for one in old)
        if len(ids) != len(new) or not ids.isdisjoint(self._ids) or len(_shown(new)) != len(new):
            return False
        self._ids |= ids
        for kept in self._kept.values():
            for one in old:
                kept.take(one)
            for one in new:
                kept.put(one)
        self.edition, self.stories, self._given = edition, edition.placements, given
        self._places.clear()
        return True


def catalogue_of(edition: Edition) -> Catalogue:
    """The catalogue of an edition; that of the edition before becomes it, and is of no use any more."""
    known = _catalogues.pop(edition.locale, None)  # what goes wrong on the way leaves none behind
    if known is None or (known.edition is not edition and not known.became(edition)):
        known = Catalogue(edition)
    _catalogues[edition.locale] = known
    return known


_catalogues: dict[str, Catalogue] = {}
"""By locale: of the edition that was asked last."""


def shown(edition: Edition) -> tuple[Teaser, ...]:
    """The placements that listings show: none withdrawn, each story once, in the edition's order."""
    return catalogue_of(edition).stories


def newest(row: Sequence[Teaser], most: int | None = None) -> list[Teaser]:
    """The stories of a row, or so many of them, newest first."""
    return list(row[::-1] if most is None else row[: -most - 1 : -1])


def exchanged(row: Sequence[Teaser], kind: Kind, gone: Iterable[Teaser], came: Iterable[Teaser]) -> list[Teaser]:
    """A row of all stories of a kind, with some exchanged for others."""
    heaps = Heaps(kind, ())
    heaps.rows[None] = list(row)
    for one in gone:
        heaps.take(one)
    for one in came:
        heaps.put(one)
    return heaps.rows.get(None, [])


def _shown(placements: Iterable[Teaser]) -> tuple[Teaser, ...]:
    kept: dict[str, Teaser] = {}
    for teaser in placements:
        if not teaser.withdrawn and on_site(teaser.path):
            kept.setdefault(teaser.story_id, teaser)
    return tuple(kept.values())
