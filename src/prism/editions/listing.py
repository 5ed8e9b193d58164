"""Stories in a row: what listings, feeds and site maps are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from prism.editions.addresses import tag_path
from prism.model import Correction, Edition, Tag, Teaser

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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


def tag_paths(locale: str, teaser: Teaser) -> Mapping[str, Tag]:
    """Path of a tag's page → tag, for each page that shows the story. Two tags of one address share a page: the first."""
    return {tag_path(locale, tag): tag for tag in reversed(teaser.tags)}


def by_tag_page(locale: str, stories: Iterable[Teaser]) -> dict[str, tuple[Tag, list[Teaser]]]:
    """Path of a tag's page → the tag, and those of the stories that it has."""
    found: dict[str, tuple[Tag, list[Teaser]]] = {}
    for one in stories:
        for path, tag in tag_paths(locale, one).items():
            found.setdefault(path, (tag, []))[1].append(one)
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
