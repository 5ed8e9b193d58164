"""JSON Feed 1.0 and 1.1.

Specification: jsonfeed.org, versions 1 and 1.1.
"""

from __future__ import annotations

import re
from html import escape

from prism.sources.raw import Document, Format, Json, RawFeed, RawItem, bounded

_MOST_NOTES = 50


def claims(document: Document) -> bool:
    """An object with a list of items."""
    return isinstance(document.json, dict) and isinstance(document.json.get("items"), list)


def read(document: Document) -> RawFeed:
    """The feed; members of the wrong type count as absent."""
    value = document.json
    if not isinstance(value, dict):
        return RawFeed()
    following = _string(value, "next_url")
    feed = RawFeed(
        title=escape(_string(value, "title"), quote=False),
        homepage=_string(value, "home_page_url"),
        language=_string(value, "language"),
        licence=_licence(value),
        more=[(following, "")] if following else [],
        ended=value.get("expired") is True,
    )
    authors = _authors(value)
    items = value.get("items")
    for place, item in enumerate(bounded(items if isinstance(items, list) else [], feed.notes)):
        if isinstance(item, dict):
            feed.items.append(_item(item, authors))
        elif len(feed.notes) < _MOST_NOTES:
            feed.notes.append(f"item {place + 1} is no object")
    return feed


def _item(item: dict[str, Json], feed_authors: list[str]) -> RawItem:
    links = [_string(item, "url"), _string(item, "external_url")]
    identifier = _string(item, "id")
    links += [identifier] if identifier.lower().startswith(("http://", "https://")) else []
    return RawItem(
        guid=identifier,
        links=[link for link in links if link],
        title=escape(_string(item, "title"), quote=False),
        summary=escape(_string(item, "summary"), quote=False),
        content=_string(item, "content_html") or _paragraphs(_string(item, "content_text")),
        authors=_authors(item) or feed_authors,
        published=[date for date in (_string(item, "date_published"),) if date],
        updated=[date for date in (_string(item, "date_modified"),) if date],
        language=_string(item, "language"),
        licence=_licence(item),
    )


def _string(value: dict[str, Json], name: str) -> str:
    """A member as text; version 1 allowed numbers as ids."""
    found = value.get(name)
    if isinstance(found, bool):
        return ""
    return found.strip() if isinstance(found, str) else str(found) if isinstance(found, int | float) else ""


def _authors(value: dict[str, Json]) -> list[str]:
    several = value.get("authors")
    people = several if isinstance(several, list) else [value.get("author")]
    names = (_string(p, "name") if isinstance(p, dict) else p if isinstance(p, str) else "" for p in people)
    return [name for name in names if name]


def _licence(value: dict[str, Json]) -> str:
    """The specification has no member for it; `license` and `_license` are what feeds use."""
    for name in ("license", "_license", "licence"):
        found = value.get(name)
        word = _string(found, "url") if isinstance(found, dict) else _string(value, name)
        if word:
            return word
    return ""


def _paragraphs(text: str) -> str:
    parts = (part.strip() for part in re.split(r"\n\s*\n|\r\n\s*\r\n", text))
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts if part)


FORMAT = Format("JSON Feed 1.0 and 1.1", claims, read)
