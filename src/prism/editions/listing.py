"""Stories in a row: what listings, feeds and site maps are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from prism.editions.addresses import on_site, tag_path
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


def shown(edition: Edition) -> tuple[Teaser, ...]:
    """The placements that listings show: none withdrawn, each story once, in the edition's order."""
    kept: dict[str, Teaser] = {}
    for teaser in edition.placements:
        if not teaser.withdrawn and on_site(teaser.path):
            kept.setdefault(teaser.story_id, teaser)
    return tuple(kept.values())


def newest(placements: Iterable[Teaser]) -> list[Teaser]:
    """By the latest news of each story, newest first."""
    return sorted(placements, key=lambda teaser: (teaser.event_at, teaser.story_id), reverse=True)


def by_tag_page(locale: str, placements: Iterable[Teaser]) -> dict[str, tuple[Tag, list[Teaser]]]:
    """Path of a tag's page → the tag and its stories, each once. Two tags of one address share a page."""
    found: dict[str, tuple[Tag, list[Teaser]]] = {}
    for teaser in placements:
        for tag in teaser.tags:
            _, stories = found.setdefault(tag_path(locale, tag), (tag, []))
            if not stories or stories[-1] is not teaser:
                stories.append(teaser)
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
