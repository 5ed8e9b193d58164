"""RSS 0.91, 0.92, 0.93, 0.94 and 2.0, with the modules that news feeds use.

Specifications: RSS 2.0.11 (RSS Advisory Board), RSS Profile, Dublin Core, content, media, creativeCommons, RSL 1.0.
"""

from __future__ import annotations

import contextlib

from prism.sources.elements import (
    Inherited,
    attribute,
    children,
    descendants,
    first_text,
    items_of,
    markup_of,
    name_of,
    text_of,
)
from prism.sources.raw import Document, Element, Format, RawFeed, RawItem, gathered
from prism.sources.rsl import terms_of

_TITLES = ("title", "media:title", "dc:title", "atom:title", "itunes:title")
_SUMMARIES = ("description", "dc:description", "atom:summary", "itunes:summary", "media:description", "abstract")
_CONTENTS = ("content:encoded", "xhtml:body", "body", "fullitem", "atom:content", "content")
_PUBLISHED = (
    "pubdate",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "atom:published",
    "published",
    "date",
    "atom:issued",
)
_UPDATED = ("atom:updated", "dcterms:modified", "updated", "lastbuilddate", "atom:modified")
_AUTHORS = ("dc:creator", "author", "dc:author", "itunes:author", "dc:contributor")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def claims(document: Document) -> bool:
    """The root is `rss`, a bare `channel`, or a bare list of items."""
    return document.root is not None and name_of(document.root) in {"rss", "channel", "item"}


def read(document: Document) -> RawFeed:
    """The channel and its items, wherever a broken feed put them."""
    root = document.root
    if root is None:
        return RawFeed()
    channel = next(descendants(root, "channel"), root)
    inherited = Inherited()
    feed = read_channel(channel, inherited)
    feed.items = gathered(items_of(root, "item"), lambda item: read_item(item, inherited), document, feed.notes)
    if not feed.language:
        feed.language = inherited.language(channel)
    return feed


def read_channel(channel: Element, inherited: Inherited) -> RawFeed:
    """What stands about the feed itself in a `channel` of any RSS."""
    found = children(channel)
    feed = RawFeed(
        title=_markup(found, *_TITLES),
        homepage=first_text(found, "link") or _atom_link(found, "alternate"),
        language=first_text(found, "language", "dc:language"),
        licence=licence_of(found),
        moved_to=first_text(found, "itunes:new-feed-url", "newlocation"),
        base=inherited.base(channel),
    )
    with contextlib.suppress(ValueError):
        feed.ttl_minutes = max(0.0, float(first_text(found, "ttl")[:20] or 0.0))
    feed.ttl_minutes = feed.ttl_minutes or _syndication_minutes(found)
    hours = (text_of(hour) for block in found.get("skiphours", ()) for hour in descendants(block, "hour"))
    feed.skip_hours = frozenset(int(hour) % 24 for hour in hours if hour.isascii() and hour.isdigit() and len(hour) < 3)  # noqa: PLR2004 - two digits
    days = (text_of(day)[:3].lower() for block in found.get("skipdays", ()) for day in descendants(block, "day"))
    feed.skip_days = frozenset(_DAYS.index(day) for day in days if day in _DAYS)
    following = _atom_link(found, "next")
    feed.more = [(following, "")] if following else []
    return feed


def read_item(item: Element, inherited: Inherited) -> RawItem:
    """One `item` of any RSS."""
    found = children(item)
    guid = next(iter(found.get("guid", ())), None)
    links = [first_text(found, "feedburner:origlink"), *map(text_of, found.get("link", ()))]
    links += [attribute(link, "href") for link in found.get("link", ()) if not text_of(link)]
    links.append(_atom_link(found, "alternate"))
    if guid is not None and attribute(guid, "isPermaLink").lower() != "false":
        links.append(text_of(guid))
    links.append(attribute(item, "about"))
    content = _markup(found, *_CONTENTS)
    return RawItem(
        guid=text_of(guid) or first_text(found, "atom:id", "dc:identifier") or attribute(item, "about"),
        links=[link for link in links if link],
        title=_markup(found, *_TITLES),
        summary=_markup(found, *_SUMMARIES),
        content=content,
        authors=_authors(found),
        published=_all_texts(found, _PUBLISHED),
        updated=_all_texts(found, _UPDATED),
        language=first_text(found, "dc:language", "language") or inherited.language(item),
        licence=licence_of(found),
        base=inherited.base(item),
    )


def licence_of(found: dict[str, list[Element]]) -> str:
    """A licence among the children of a channel, an item or an entry: RSL terms, Creative Commons, a link, or words."""
    for element in found.get("rsl:content", ()):
        if terms := terms_of(element):
            return terms
    for name in ("cc:license", "cc:licence", "license", "dcterms:license", "media:license", "rsl:license"):
        for element in found.get(name, ()):
            if word := text_of(element) or attribute(element, "resource") or attribute(element, "href"):
                return word
    if link := _atom_link(found, "license"):
        return link
    words = first_text(found, "dc:rights", "dcterms:rights", "copyright", "atom:rights", "rights")
    return words if "creativecommons.org" in words or "CC BY" in words.upper() or "CC0" in words.upper() else ""


def _markup(found: dict[str, list[Element]], *names: str) -> str:
    for name in names:
        for element in found.get(name, ()):
            if markup := markup_of(element):
                return markup
    return ""


def _all_texts(found: dict[str, list[Element]], names: tuple[str, ...]) -> list[str]:
    return [text for name in names for element in found.get(name, ()) if (text := text_of(element))]


def _authors(found: dict[str, list[Element]]) -> list[str]:
    for name in _AUTHORS:
        authors = [first_text(children(e), "atom:name", "name") or text_of(e) for e in found.get(name, ())]
        if named := [author for author in authors if author]:
            return named
    atom = [first_text(children(e), "atom:name", "name") or text_of(e) for e in found.get("atom:author", ())]
    credit = [text_of(e) for e in found.get("media:credit", ()) if attribute(e, "role").lower() == "author"]
    return [author for author in (*atom, *credit) if author]


def _atom_link(found: dict[str, list[Element]], relation: str) -> str:
    for link in found.get("atom:link", ()):
        if (attribute(link, "rel") or "alternate").lower() == relation and attribute(link, "href"):
            return attribute(link, "href")
    return ""


def _syndication_minutes(found: dict[str, list[Element]]) -> float:
    """RSS 1.0's syndication module: so many updates in a period."""
    periods = {"hourly": 60.0, "daily": 1440.0, "weekly": 10080.0, "monthly": 43200.0, "yearly": 525600.0}
    minutes = periods.get(first_text(found, "sy:updateperiod").lower(), 0.0)
    often = first_text(found, "sy:updatefrequency")
    return minutes / max(1, int(often)) if often.isascii() and often.isdigit() and len(often) < 6 else minutes  # noqa: PLR2004 - a count, not a riddle


FORMAT = Format("RSS 0.9x and 2.0", claims, read)
