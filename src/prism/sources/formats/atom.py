"""Atom 1.0 and 0.3, and what came between.

Specifications: RFC 4287, RFC 5005 (paging), RFC 4946 (licences), the Atom 0.3 draft.
"""

from __future__ import annotations

import base64
import binascii
import re
from html import escape

from prism.sources.elements import (
    Inherited,
    attribute,
    children,
    first_text,
    items_of,
    markup_of,
    name_of,
    text_of,
)
from prism.sources.formats.rss import licence_of
from prism.sources.raw import Document, Element, Format, RawFeed, RawItem, gathered

_PUBLISHED = ("published", "issued", "created", "dc:date", "pubdate")
_UPDATED = ("updated", "modified", "dcterms:modified")
_PAGE = re.compile(r"^(?:$|text/html|application/xhtml)", re.IGNORECASE)


def claims(document: Document) -> bool:
    """The root is `feed`, or a single `entry` published alone."""
    return document.root is not None and name_of(document.root).rpartition(":")[2] in {"feed", "entry"}


def read(document: Document) -> RawFeed:
    """The feed and its entries."""
    root = document.root
    if root is None:
        return RawFeed()
    found, inherited = _children(root), Inherited()
    following = _link(found, "next")
    feed = RawFeed(
        title=_text(found, "title"),
        homepage=_link(found, "alternate"),
        language=inherited.language(root) or first_text(found, "language", "dc:language"),
        licence=_link(found, "license") or licence_of(found),
        more=[(following, "")] if following else [],
        ended=any(name_of(child).endswith(":complete") for child in root),
        base=inherited.base(root),
    )
    authors = _authors(found)
    entries = items_of(root, "atom:entry", "entry")
    feed.items = gathered(entries, lambda entry: _entry(entry, authors, inherited), document, feed.notes)
    if name_of(root).endswith("entry"):
        feed.title = ""
    return feed


def _children(element: Element) -> dict[str, list[Element]]:
    """Children, Atom's own by their bare names."""
    return {name.removeprefix("atom:"): kids for name, kids in children(element).items()}


def _entry(entry: Element, feed_authors: list[str], inherited: Inherited) -> RawItem:
    found = _children(entry)
    source = next(iter(found.get("source", ())), None)
    source_authors = _authors(_children(source)) if source is not None else []
    links = [first_text(found, "feedburner:origlink"), _link(found, "alternate")]
    identifier = first_text(found, "id", "guid")
    content = next(iter(found.get("content", ())), None)
    links += [attribute(content, "src")] if content is not None and _PAGE.match(attribute(content, "type")) else []
    links += [text_of(link) for link in found.get("link", ()) if text_of(link)]
    links += [identifier] if identifier.lower().startswith(("http://", "https://")) else []
    return RawItem(
        guid=identifier,
        links=[link for link in links if link],
        title=_text(found, "title") or _text(found, "media:title") or _text(found, "dc:title"),
        summary=_text(found, "summary") or _text(found, "subtitle") or _text(found, "media:description"),
        content=_text(found, "content"),
        authors=_authors(found) or source_authors or feed_authors,
        published=_dates(found, _PUBLISHED),
        updated=_dates(found, _UPDATED),
        language=inherited.language(entry) or first_text(found, "dc:language"),
        licence=_link(found, "license") or licence_of({**children(entry), **found}),
        base=inherited.base(entry),
    )


def _dates(found: dict[str, list[Element]], names: tuple[str, ...]) -> list[str]:
    return [text for name in names for element in found.get(name, ()) if (text := text_of(element))]


def _authors(found: dict[str, list[Element]]) -> list[str]:
    people = [first_text(_children(person), "name") or text_of(person) for person in found.get("author", ())]
    people = people or [text_of(creator) for creator in found.get("dc:creator", ())]
    return [name for name in people if name]


def _link(found: dict[str, list[Element]], relation: str) -> str:
    """The link of a relation that leads to a page, or else its first."""
    fitting = [link for link in found.get("link", ()) if _relation(link) == relation and attribute(link, "href")]
    pages = [link for link in fitting if _PAGE.match(attribute(link, "type"))]
    return attribute((pages or fitting)[0], "href") if fitting else ""


def _relation(link: Element) -> str:
    return (attribute(link, "rel") or "alternate").lower().removeprefix("http://www.iana.org/assignments/relation/")


def _text(found: dict[str, list[Element]], name: str) -> str:
    """A text construct as markup, whatever its type (1.0) or mode (0.3) says it is."""
    for element in found.get(name, ()):
        if markup := _construct(element):
            return markup
    return ""


def _construct(element: Element) -> str:
    kind = attribute(element, "type").lower()
    mode = attribute(element, "mode").lower()
    if mode == "base64" or (kind and not kind.startswith(("text", "html", "xhtml")) and "xml" not in kind and not mode):
        return _from_base64(text_of(element))
    if len(element):
        return markup_of(element)
    text = text_of(element)
    plain_kinds = {"", "text/plain"} if mode == "xml" else {"text", "text/plain"}
    if kind in plain_kinds and mode != "escaped":
        return escape(text, quote=False)
    return text


def _from_base64(text: str) -> str:
    try:
        raw = base64.b64decode(re.sub(r"\s+", "", text), validate=True)
        return raw.decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


FORMAT = Format("Atom 0.3 and 1.0", claims, read)
