"""Subscription lists, in and out (OPML 1.0 and 2.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from prism.model import ParseError, Source, Use, derived_id
from prism.sources.elements import MAX_LANGUAGE, descendants, name_of
from prism.sources.raw import Element
from prism.sources.xml import read_xml
from prism.web import addresses, charsets
from prism.web.text import tidy

_IMPOSSIBLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
MAX_NAME = 300
MAX_SOURCES = 20_000
_NOTHING = "no list of feeds (OPML) in it"


def source_id(feed_url: str) -> str:
    """The id of a source, derived from the address that it was registered with."""
    return derived_id("source", addresses.clean(feed_url) or feed_url)


def read_opml(body: bytes) -> tuple[Source, ...]:
    """The feeds of a subscription list, each address once, nested folders included, in order, at most `MAX_SOURCES`.

    Besides what OPML names (text, title, xmlUrl, htmlUrl, language), the attributes that `write_opml` adds are read back:
    country, owner, rights, trust, timezone.

    Raises:
        ParseError: it is no OPML, declares entities, or names no feed at all.
    """
    root, _ = read_xml(charsets.decode(body, {}, markup=True))
    if name_of(root) not in {"opml", "outline", "body", "outlinedocument"}:
        raise ParseError(_NOTHING, advice="an OPML file begins with <opml>")
    found: dict[str, Source] = {}
    for outline in descendants(root, "outline"):
        for source in _sources(outline):
            found.setdefault(source.id, source)
        if len(found) >= MAX_SOURCES:
            break
    if not found:
        raise ParseError(_NOTHING, advice="each feed is an <outline> with an xmlUrl")
    return tuple(found.values())


def write_opml(sources: Iterable[Source], at: datetime) -> bytes:
    """An OPML 2.0 file in UTF-8 that `read_opml` reads back to the same sources (their ids if they have not moved).

    Args:
        sources: in the order in which they are written.
        at: when it is written (aware).
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>Prism: sources</title><dateCreated>{escape(format_datetime(at))}</dateCreated></head>",
        "<body>",
    ]
    for source in sources:
        told = "".join(f" {name}={_quoted(value)}" for name, value in _attributes(source) if value)
        lines.append(f'<outline type="rss"{told}/>')
    return "\n".join((*lines, "</body>", "</opml>", "")).encode()


def _attributes(source: Source) -> Iterator[tuple[str, str]]:
    yield "text", source.name
    yield "title", source.name
    yield "xmlUrl", source.feed_url
    yield "htmlUrl", source.homepage
    yield "language", source.language
    yield "country", source.country
    yield "owner", source.owner
    yield "rights", source.rights.value if source.rights else ""
    yield "trust", "" if source.trust == Source("", "", "").trust else repr(source.trust)
    yield "timezone", source.timezone


def _quoted(value: str) -> str:
    return quoteattr(_IMPOSSIBLE.sub("", value))


def _sources(outline: Element) -> Iterator[Source]:
    told = {str(key).rpartition("}")[2].lower(): str(value).strip() for key, value in outline.items()}
    address = told.get("xmlurl") or (
        told.get("url", "") if told.get("type", "").lower() in {"rss", "atom", "feed"} else ""
    )
    feed_url = addresses.clean(address) if address else None
    if not feed_url:
        return
    language = told.get("language", "").lower()
    source = Source(
        id=source_id(feed_url),
        name=tidy(told.get("title") or told.get("text") or "")[:MAX_NAME] or addresses.host_of(feed_url),
        feed_url=feed_url,
        homepage=addresses.clean(told.get("htmlurl", "")) or "",
        language=language if len(language) <= MAX_LANGUAGE and language != "unknown" else "",
        country=told.get("country", "").upper()[:2],
        owner=tidy(told.get("owner", ""))[:MAX_NAME],
        rights=next((use for use in Use if use.value == told.get("rights", "").lower()), None),
        timezone=told.get("timezone", "")[:MAX_NAME],
    )
    yield replace(source, trust=_trust(told["trust"])) if "trust" in told else source


def _trust(text: str) -> float:
    try:
        value = float(text[:20])
    except ValueError:
        return Source("", "", "").trust
    return min(max(value, 0.0), 1.0) if value == value else Source("", "", "").trust  # noqa: PLR0124 - not a number
