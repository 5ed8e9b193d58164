"""Topics and entities of a story that have a page of their own.

Slugs are permanent and one to a tag (decision 0062): a topic's is its plain English name from the table of topics, an
entity's is its id, which derives from its script-neutral key. A name may be spelt otherwise tomorrow; the address stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel import Locale as Cldr

from prism.briefs.cues import cues_of, primary
from prism.briefs.topics import Topic
from prism.languages import known, same_name, spellings
from prism.model import Entity, Locale, Story, Tag, derived_id

_ENTITIES, _TOPICS = 6, 2
_NAMED = frozenset({"person", "place", "organisation", "event"})
"""Kinds that have pages: what nobody can place ("other") is too often no name at all."""
_MENTIONS = 2
"""Articles that must name an entity: once is passing mention."""
_SECOND_TOPIC = 0.6
"""Share of the best topic's evidence that the second needs."""
_SHORTEST = 2
_ALIKE = 0.5
_HAN = re.compile("[一-鿿]")
_QUARTERS = frozenset("東西南北")
_PART_OF = re.compile(r"[A-Z][\w-]*(?:['’]s?) $")
"""What makes a capitalised word part of a longer name: "Seafarers' Relief Network"."""
_SUFFIXES = frozenset("県市町村府都道省区郡")
"""What a Japanese or Chinese place name ends in: a name that begins with one was cut off in the middle."""
_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{2,63}")


def tags_of(
    story: Story, topics: Sequence[Topic], locale: Locale, texts: Sequence[str] = (), outlets: Sequence[str] = ()
) -> tuple[Tag, ...]:
    """The tags of a story in an edition: its topics, then the names that it is about.

    Args:
        story: with its entities, most mentioned first.
        topics: best first.
        locale: the edition; an entity without a name in its language is left out rather than named in another script.
        texts: titles and passages in the edition's language, datelines off; where there are any, a tag's name stands in
            one of them: it is what the sources call it.
        outlets: names of outlets, which are no tags.
    """
    found: dict[str, Tag] = {}
    best = topics[0].score if topics else 0.0
    for topic in topics:
        if topic.score >= _SECOND_TOPIC * best and topic.id in locale.topics and len(found) < _TOPICS:
            found.setdefault(topic.id, Tag(topic.id, locale.topics[topic.id], topic.slug))
    for entity in story.entities:
        name = _shown(entity, _name(entity, locale), locale, texts)
        if name in outlets or entity.kind not in _NAMED or entity.mentions < _MENTIONS:
            continue
        if name and len(found) < _ENTITIES + _TOPICS and all(tag.name != name for tag in found.values()):
            found.setdefault(entity.id, Tag(entity.id, name, slug_of(entity)))
    return tuple(found.values())


def slug_of(entity: Entity) -> str:
    """The address of an entity's page: its id, or an id derived from it where that can't stand in an address."""
    return entity.id if _SAFE.fullmatch(entity.id) else derived_id("tag", entity.id)


def _shown(entity: Entity, name: str, locale: Locale, texts: Sequence[str]) -> str:
    """The name as a tag: a country by its name, others without what stands around them; empty for what is no name."""
    if found := known(name):
        country = _country(found[0], name, locale, texts)
        if country:
            return country
    cues = cues_of(locale.language)
    name = _without_country(name, texts)
    name = cues.tag_around.sub("", name).strip()
    if len(name) < _SHORTEST or (len(name) == _SHORTEST and name.isascii() and not found):
        return ""  # "FC", "SC": part of a name
    if name.isdigit() or cues.tag_never.search(name) or _grown(entity, name, locale):
        return ""
    if texts and not any(_stands(name, text) for text in texts):
        return ""
    return "" if _is_given_name(entity, name, locale) else name


def _country(ident: str, name: str, locale: Locale, texts: Sequence[str]) -> str:
    """A country as the sources name it, else as CLDR does; never the word for its people. Empty for what is none."""
    kind, _, code = ident.partition(":")
    if kind != "country":
        return ""
    usual = spellings(ident, primary(locale.language))
    if name in usual:
        return name
    formal = str(Cldr.parse(primary(locale.language)).territories.get(code, ""))
    return next((one for one in usual if len(one) > 1 and any(_stands(one, text) for text in texts)), formal)


def _without_country(name: str, texts: Sequence[str]) -> str:
    """A name without the country that a report adds ("Haesol FC of South Korea"), where it also goes without."""
    head, _, tail = name.rpartition(" of ")
    is_country = (known(tail) or ("", ""))[0].startswith("country:")
    alone = head and is_country and sum(text.count(head) - text.count(name) for text in texts) > 0
    return head if alone else name


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text and not only within a longer word of its script."""
    at = text.find(name)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(name) : at + len(name) + 1]
        longer = _PART_OF.search(text[:at]) is not None
        latin = name[0].isascii() and (before.isascii() and before.isalnum())
        ends = name[-1].isascii() and after.isascii() and after.isalnum()
        torn = (name[0] in _SUFFIXES and _HAN.match(before) is not None) or before in _QUARTERS
        if not (longer or latin or ends or torn):
            return True
        at = text.find(name, at + 1)
    return False


def _grown(entity: Entity, name: str, locale: Locale) -> bool:
    """Whether a person's name has grown together with the word behind it: two words where no other language has two."""
    others = [full for language, full in entity.names.items() if language != locale.language]
    one_word = bool(others) and not any(" " in full or "・" in full for full in others)
    return entity.kind == "person" and " " in name and one_word


def _is_given_name(entity: Entity, name: str, locale: Locale) -> bool:
    """Whether a single word names a person by the first of the names that another language gives in full."""
    if entity.kind != "person" or " " in name or "・" in name:
        return False
    for language, full in entity.names.items():
        parts = full.replace("・", " ").split()
        if language == locale.language or len(parts) < 2:  # noqa: PLR2004 - a full name has two parts
            continue
        first, last = (same_name(name, locale.language, part, language) for part in (parts[0], parts[-1]))
        if first > last and first > _ALIKE:
            return True
    return False


def _name(entity: Entity, locale: Locale) -> str:
    """The name in the edition's language, as a source in it writes it (or the gazetteer, through grouping)."""
    if locale.tag in entity.names:
        return entity.names[locale.tag]
    wanted = primary(locale.language)
    return next((name for tag, name in sorted(entity.names.items()) if primary(tag) == wanted), "")
