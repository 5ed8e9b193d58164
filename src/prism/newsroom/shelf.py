"""What the site shows, kept in hand between two builds, so that a new brief costs as much as the pages that it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter

from prism.model import Correction, Teaser
from prism.ports import Archive

SERIAL = "site:serial"
"""Note that counts the builds: what is in hand is of use as long as nobody else has built."""


class Shelf:
    """The teasers of each edition and their corrections, read again when another process has changed the site."""

    def __init__(self) -> None:
        self._serial = ""
        self._teasers: dict[str, dict[str, Teaser]] = {}
        self._corrections: dict[tuple[str, int], tuple[Correction, ...]] = {}
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
            self._teasers[locale] = _in_order({teaser.story_id: teaser for teaser in archive.teasers(locale)})
        return self._teasers[locale]

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
