"""Section and tags of a prose brief: from the story's topics and entities, under the names that the brief itself uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from prism.briefs.prose.naming import called
from prism.briefs.prose.sheet import Sheet
from prism.briefs.tags import tags_of
from prism.briefs.topics import Evidence, section_of, topics_of, weight_of
from prism.model import SECTIONS, Entity, Locale, Source, Story, Tag

_MOST = 8


def section_and_tags(
    sheet: Sheet,
    story: Story,
    locale: Locale,
    names: Sequence[Mapping[str, Mapping[str, str]]],
    said: Sequence[str],
    before: Sequence[str],
    sources: Sequence[Source],
) -> tuple[str, tuple[Tag, ...]]:
    """The section, the same in every edition, and the tags.

    Args:
        sheet: of the story.
        story: with its entities.
        locale: the edition.
        names: tables of names, the first holds.
        said: the sentences of the brief: a tag's name stands in one of them.
        before: names of the tags of the last version: they order the story's own, and add none.
        sources: outlets, which are no tags.
    """
    own = [fact for fact in sheet.facts.facts if not fact.id.startswith("B")]
    evidence = [
        Evidence(fact.statement, fact.language, weight_of(min(c.passage for c in fact.citations))) for fact in own
    ]
    topics = topics_of(evidence, story.topics)
    forms = called(names, locale.language)
    named = replace(story, entities=tuple(_named(entity, forms, locale) for entity in story.entities))
    tags = tags_of(named, topics, locale, said, [source.name for source in sources])
    ranks = {name: place for place, name in enumerate(before)}
    ordered = sorted(tags, key=lambda tag: ranks.get(tag.name, len(ranks)))
    section = sheet.section if sheet.section in SECTIONS else section_of(topics)
    return section, tuple(ordered[:_MOST])


def _named(entity: Entity, forms: Mapping[str, str], locale: Locale) -> Entity:
    """An entity with the form that the edition calls it by."""
    found = next((forms[name] for _, name in sorted(entity.names.items()) if name in forms), "")
    return replace(entity, names={**entity.names, locale.tag: found}) if found else entity
