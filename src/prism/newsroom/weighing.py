"""How much a story matters, with what the archive knows of it."""

from __future__ import annotations

from collections.abc import Sequence

from prism import desk
from prism.model import Article, Importance, Interests, Story
from prism.ports import Archive

_SHARED = 3
"""So many names in common make an earlier story one that this one follows."""
_LOOKED_AT = 24


def weigh(
    archive: Archive,
    story: Story,
    articles: Sequence[Article],
    *,
    interests: Interests,
    language: str = "",
    section: str = "",
    shared: Sequence[tuple[str, int]] | None = None,
) -> Importance:
    """The importance of a story to an edition (of `language`; to all of them where it is empty).

    `shared` is what the archive says of stories with the same names, where it was asked already.
    """
    return desk.weigh(
        story,
        articles,
        language=language,
        section=section,
        interests=interests,
        earlier=len(earlier(archive, story, shared)),
    )


def earlier(archive: Archive, story: Story, shared: Sequence[tuple[str, int]] | None = None) -> tuple[str, ...]:
    """Ids of earlier stories about the same names, those that share most first."""
    if shared is None:
        shared = archive.stories_sharing([entity.id for entity in story.entities], limit=_LOOKED_AT)
    found = (archive.story(other) for other, count in shared if count >= _SHARED and other != story.id)
    return tuple(one.id for one in found if one and not one.merged_into and one.first_seen_at < story.first_seen_at)
