"""What the site shows, kept in hand between two builds, so that a new brief costs as much as the pages that it changes."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import itemgetter
from sys import intern

from prism.model import Contested, Correction, Tag, Teaser, Weight
from prism.ports import Archive

SERIAL = "site:serial"
"""Note that counts the builds: what is in hand is of use as long as nobody else has built."""

_MANY = 5_000
"""Teasers of an edition from which on the collector is kept from them."""


class Shelf:
    """The teasers of each edition and their corrections, read again when another process has changed the site."""

    def __init__(self) -> None:
        self._serial = ""
        self._teasers: dict[str, dict[str, Teaser]] = {}
        self._corrections: dict[tuple[str, int], tuple[Correction, ...]] = {}
        self._tags: dict[Tag, Tag] = {}
        self._weights: dict[Weight, Weight] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.links: set[str] = set()
        """Links within the site that lead somewhere; only a build of everything takes files away."""

    def teasers(self, archive: Archive, locale: str) -> Mapping[str, Teaser]:
        """Story id → teaser, of all briefs that the site shows."""
        serial = archive.note(SERIAL) or "0"
        if serial != self._serial:
            self._serial = serial
            self._teasers.clear()
            self._corrections.clear()
            self.links.clear()
        if locale not in self._teasers:
            read, found = list(archive.teasers(locale)), dict[str, Teaser]()
            while read:  # each makes room for the next
                teaser = self.lean(read.pop())
                found[teaser.story_id] = teaser
            self._teasers[locale] = _in_order(found)
            if len(self._teasers[locale]) >= _MANY:
                gc.collect()
                gc.freeze()  # they stay: to look at each again at every collection takes longer than to write a page
        return self._teasers[locale]

    def lean(self, teaser: Teaser, old: Teaser | None = None) -> Teaser:
        """The same teaser, that shares with others what many have: tags, outlets, weights, differing figures; and all that it has in common with its old form."""
        if old is not None and replace(old, editions=teaser.editions) == teaser:
            return replace(old, editions=teaser.editions)
        return replace(
            teaser,
            section=intern(teaser.section),
            tags=tuple(self._tags.setdefault(tag, tag) for tag in teaser.tags),
            outlets=self._named(teaser.outlets),
            weights=tuple(self._weights.setdefault(weight, weight) for weight in teaser.weights),
            editions=self._named(teaser.editions),
            contested=tuple(map(self._figure, teaser.contested)),
        )

    def _figure(self, one: Contested) -> Contested:
        camps = tuple((intern(value), self._named(outlets)) for value, outlets in one.camps)
        return Contested(intern(one.what), camps)

    def _named(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The one tuple of these names that all share: outlets that tell a story together tell many."""
        known = self._names.get(names)
        if known is None:
            known = tuple(map(intern, names))
            self._names[known] = known
        return known

    def next_serial(self) -> str:
        """The serial that the build under way will have."""
        return str(int(self._serial or "0") + 1)

    def put(self, shown: Mapping[str, Mapping[str, Teaser]]) -> None:
        """The site shows these now, by locale."""
        self._serial = self.next_serial()
        self._teasers = {locale: _in_order(teasers) for locale, teasers in shown.items()}

    def corrections(self, archive: Archive, teasers: Iterable[Teaser]) -> list[tuple[Correction, Teaser]]:
        """The corrections of these briefs, newest first."""
        found: list[tuple[Correction, Teaser]] = []
        for teaser in teasers:
            if teaser.corrected:
                key = (teaser.brief_id, teaser.version)
                if key not in self._corrections:
                    self._corrections[key] = archive.corrections(teaser.brief_id)
                found += [(correction, teaser) for correction in self._corrections[key]]
        return sorted(found, key=lambda pair: pair[0].at, reverse=True)


def _in_order(teasers: Mapping[str, Teaser]) -> dict[str, Teaser]:
    """By story id: what is nearly in order already is put in order quickly, here and wherever it is asked for."""
    return dict(sorted(teasers.items(), key=itemgetter(0)))
