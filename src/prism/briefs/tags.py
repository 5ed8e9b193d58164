"""Topics and entities of a story that have a page of their own.

Slugs are permanent and one to a tag (decision 0062): a topic's is its plain English name from the table of topics, an
entity's is its id, which derives from its script-neutral key. A name may be spelt otherwise tomorrow; the address stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prism.briefs.cues import primary
from prism.briefs.topics import Topic
from prism.model import Entity, Locale, Story, Tag, derived_id

_ENTITIES, _TOPICS = 6, 2
_NAMED = frozenset({"person", "place", "organisation", "event"})
"""Kinds that have pages: what nobody can place ("other") is too often no name at all."""
_MENTIONS = 2
"""Articles that must name an entity: once is passing mention."""
_SECOND_TOPIC = 0.6
"""Share of the best topic's evidence that the second needs."""
_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{2,63}")


def tags_of(story: Story, topics: Sequence[Topic], locale: Locale) -> tuple[Tag, ...]:
    """The tags of a story in an edition: its topics, then the names that it is about.

    Args:
        story: with its entities, most mentioned first.
        topics: best first.
        locale: the edition; an entity without a name in its language is left out rather than named in another script.
    """
    found: dict[str, Tag] = {}
    best = topics[0].score if topics else 0.0
    for topic in topics:
        if topic.score >= _SECOND_TOPIC * best and topic.id in locale.topics and len(found) < _TOPICS:
            found.setdefault(topic.id, Tag(topic.id, locale.topics[topic.id], topic.slug))
    for entity in story.entities:
        name = _name(entity, locale)
        if entity.kind not in _NAMED or entity.mentions < _MENTIONS:
            continue
        if name and len(found) < _ENTITIES + _TOPICS and all(tag.name != name for tag in found.values()):
            found.setdefault(entity.id, Tag(entity.id, name, slug_of(entity)))
    return tuple(found.values())


def slug_of(entity: Entity) -> str:
    """The address of an entity's page: its id, or an id derived from it where that can't stand in an address."""
    return entity.id if _SAFE.fullmatch(entity.id) else derived_id("tag", entity.id)


def _name(entity: Entity, locale: Locale) -> str:
    """The name in the edition's language, as a source in it writes it (or the gazetteer, through grouping)."""
    if locale.tag in entity.names:
        return entity.names[locale.tag]
    wanted = primary(locale.language)
    return next((name for tag, name in sorted(entity.names.items()) if primary(tag) == wanted), "")
