"""The tags of an edition: how many stories each has, and which have most; kept from build to build."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from prism.editions.catalogue import Catalogue, Kind
from prism.editions.listing import tag_paths
from prism.model import Tag, Teaser


@lru_cache(maxsize=64)
def by_tag(locale: str) -> Kind:
    """The rows of tags, by the path of a tag's page."""
    return Kind("event_at", lambda story: tag_paths(locale, story))


class TagIndex:
    """Tags by the number of their stories."""

    def __init__(self, locale: str, stories: Iterable[Teaser]) -> None:
        """Of these stories."""
        self._locale = locale
        self._counts: Counter[str] = Counter()
        self._tags: dict[str, Tag] = {}
        self._mixed: set[str] = set()
        for story in stories:
            self._count(story)
        self._order = sorted((-count, self._tags[path].name, path) for path, count in self._counts.items())

    def put(self, story: Teaser) -> None:
        """A story came."""
        for path in tag_paths(self._locale, story):
            self._leave(path)
        for path in self._count(story):
            insort(self._order, (-self._counts[path], self._tags[path].name, path))

    def take(self, story: Teaser) -> None:
        """A story went."""
        for path in tag_paths(self._locale, story):
            self._leave(path)
            self._counts[path] -= 1
            if self._counts[path]:
                insort(self._order, (-self._counts[path], self._tags[path].name, path))
            else:
                del self._counts[path], self._tags[path]
                self._mixed.discard(path)

    def most(self, catalogue: Catalogue, number: int) -> list[tuple[Tag, str, int]]:
        """(tag, path of its page, stories) of the tags of most stories, ties by name."""
        plain = (one for one in self._order if one[2] not in self._mixed) if self._mixed else self._order
        mixed = ((-self._counts[path], self.tag(catalogue, path).name, path) for path in self._mixed)
        found = sorted([*islice(plain, number), *mixed])[:number]
        return [(self.tag(catalogue, path), path, -count) for count, _, path in found]

    def tag(self, catalogue: Catalogue, path: str) -> Tag:
        """The tag of a page. One address may have two names: that of the story that stands highest is shown."""
        if path not in self._mixed:
            return self._tags[path]
        highest = min(catalogue.row(by_tag(self._locale), path), key=catalogue.place)
        return tag_paths(self._locale, highest)[path]

    def __contains__(self, path: str) -> bool:
        """Whether a tag has stories."""
        return path in self._counts

    def _count(self, story: Teaser) -> Iterable[str]:
        found = tag_paths(self._locale, story)
        for path, tag in found.items():
            self._counts[path] += 1
            known = self._tags.setdefault(path, tag)
            if known is not tag and known != tag:
                self._mixed.add(path)
        return found

    def _leave(self, path: str) -> None:
        """Take a tag out of the order."""
        if path in self._counts:
            del self._order[bisect_left(self._order, (-self._counts[path], self._tags[path].name, path))]


def tag_index(catalogue: Catalogue) -> TagIndex:
    """The index of the tags of a catalogue."""
    locale = catalogue.edition.locale

    def make(stories: Sequence[Teaser]) -> TagIndex:
        return TagIndex(locale, stories)

    return catalogue.kept("tags", make)
