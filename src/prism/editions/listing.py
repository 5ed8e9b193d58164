"""Stories in a row: what listings, feeds and site maps are made of."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from operator import attrgetter
from typing import Literal

from prism.editions.addresses import on_site, tag_path
from prism.model import Correction, Edition, Tag, Teaser

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


_shown: list[tuple[Edition, tuple[Teaser, ...]]] = []
"""The answer of `shown` to the edition that was asked last: all formats ask for the same one, one after the other."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed carries, whatever its format.

    Attributes:
        title: of the feed, plain text.
        path: of the page that it follows ("/ko/section/politics/"); the feed's file stands beside it.
        description: one sentence.
        entries: newest first.
        corrections: by brief id, oldest first: an entry that was corrected says so.
    """

    title: str
    path: str
    description: str
    entries: Sequence[Teaser]
    corrections: Mapping[str, Sequence[Correction]] = field(default_factory=dict)

    @property
    def updated_at(self) -> datetime:
        """When its newest entry was updated, so that an unchanged feed keeps its bytes (UTC)."""
        return max((entry.updated_at for entry in self.entries), default=_EPOCH)


def shown(edition: Edition) -> tuple[Teaser, ...]:
    """The placements that listings show: none withdrawn, each story once, in the edition's order."""
    if not _shown or _shown[0][0] is not edition:
        kept: dict[str, Teaser] = {}
        for teaser in edition.placements:
            if not teaser.withdrawn and on_site(teaser.path):
                kept.setdefault(teaser.story_id, teaser)
        _shown[:] = [(edition, tuple(kept.values()))]
    return _shown[0][1]


def newest(placements: Sequence[Teaser], by: Literal["event_at", "updated_at", "published_at"]) -> list[Teaser]:
    """By a moment of each story, newest first; of two at once the one with the greater id.

    A long row is the one of the last time, without what is gone, and what came is put into its places: that takes a millisecond
    or two for 10,000, and the answer is the same.
    """
    if len(placements) < _LONG:
        return sorted(placements, key=_moment(by), reverse=True)
    here = (by, placements[0].path.partition("/story/")[0])
    wanted = dict(zip(map(id, placements), placements, strict=True))
    row = [one for one in _sorted.get(here, ()) if wanted.pop(id(one), None) is not None]
    if len(wanted) > _FEW:
        row = sorted([*row, *wanted.values()], key=_moment(by), reverse=True)
    else:
        key, row = _moment(by), row[::-1]
        for one in wanted.values():
            insort(row, one, key=key)
        row.reverse()
    if len(_sorted) >= _ROWS:
        _sorted.clear()
    _sorted[here] = row
    return row


def _moment(by: str) -> Callable[[Teaser], tuple[datetime, str]]:
    return attrgetter(by, "story_id")


_LONG, _ROWS, _FEW = 1000, 64, 32
_sorted: dict[tuple[str, str], list[Teaser]] = {}
"""The last answer of `newest` to a long row, by moment and edition."""


def tag_paths(locale: str, teaser: Teaser) -> Mapping[str, Tag]:
    """Path of a tag's page → tag, for each page that shows the story. Two tags of one address share a page."""
    known = _tag_paths.get(id(teaser))
    if known is None or known[0] is not teaser:
        found: dict[str, Tag] = {}
        for tag in teaser.tags:
            found.setdefault(tag_path(locale, tag), tag)
        if len(_tag_paths) >= _TEASERS:
            _tag_paths.clear()
        known = _tag_paths[id(teaser)] = (teaser, found)
    return known[1]


_tag_paths: dict[int, tuple[Teaser, Mapping[str, Tag]]] = {}
"""The answers of `tag_paths`: every listing asks for every teaser (a teaser is of one edition)."""
_TEASERS = 262_144


def by_tag_page(
    locale: str, placements: Iterable[Teaser], wanted: Mapping[str, object] | None = None
) -> dict[str, tuple[Tag, list[Teaser]]]:
    """Path of a tag's page → the tag and its stories, each once; only of the `wanted` pages, if given."""
    found: dict[str, tuple[Tag, list[Teaser]]] = {}
    for teaser in placements:
        paths = tag_paths(locale, teaser)
        if wanted is not None and wanted.keys().isdisjoint(paths):
            continue
        for path, tag in paths.items():
            if wanted is None or path in wanted:
                found.setdefault(path, (tag, []))[1].append(teaser)
    return found


def count_tags(locale: str, placements: Sequence[Teaser]) -> dict[str, tuple[Tag, int]]:
    """Path of a tag's page → the tag as the first of its stories has it, and how many there are."""
    paths = [tag_paths(locale, teaser) for teaser in placements]
    tags: dict[str, Tag] = {}
    for one in reversed(paths):
        tags.update(one)
    counts = Counter(chain.from_iterable(paths))
    return {path: (tags[path], count) for path, count in counts.items()}


def resting_on(placements: Iterable[Teaser], wanted: Collection[str] | None = None) -> Mapping[str, Sequence[Teaser]]:
    """Outlet → the stories that it reports on its own, in the order given; only of the `wanted` outlets, if given."""
    found: defaultdict[str, list[Teaser]] = defaultdict(list)
    for teaser in placements:
        for outlet in teaser.outlets:
            if wanted is None or outlet in wanted:
                found[outlet].append(teaser)
    return found


def is_weak_teaser(teaser: Teaser) -> bool:
    """Whether the story's page is kept out of search engines (see `story.is_weak`)."""
    return len(set(teaser.outlets)) < 2  # noqa: PLR2004  # two make a comparison


def corrections_by_brief(edition: Edition) -> dict[str, list[Correction]]:
    """The edition's corrections by brief, oldest first."""
    found: dict[str, list[Correction]] = {}
    for correction, _ in reversed(edition.corrections):
        found.setdefault(correction.brief_id, []).append(correction)
    return found
