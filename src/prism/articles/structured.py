"""What a page says of itself: JSON-LD, meta elements, link relations, microdata. Claims, each weighed where it is used."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from prism.web import text

MAX_JSON = 1_500_000
"""Characters of one JSON-LD script that are read."""
_MAX_NODES = 5_000
_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|Opinion|Analysis)\b", re.IGNORECASE)
_NOT_ARTICLE = re.compile(r"Claim|Aggregate|Product|Employer", re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")


@dataclass(slots=True)
class Claims:
    """What a page says of itself.

    Attributes:
        headlines: of JSON-LD articles, the most telling object first.
        bodies: texts of JSON-LD articles, markup or plain.
        people: (name, is it an organisation) of JSON-LD authors.
        publisher: name of the publisher.
        published: dates as written, first believed first.
        modified: dates as written.
        urls: addresses that JSON-LD gives the article.
        free: False where the page says that it is not free to read.
        meta: content of meta elements by lower-case name, property or itemprop.
        links: addresses of link elements by lower-case relation.
    """

    headlines: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    people: list[tuple[str, bool]] = field(default_factory=list)
    publisher: str = ""
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    free: bool = True
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """The first meta value under the first of these names that has one."""
        return next((value for name in names for value in self.meta.get(name, ())), "")

    def all(self, *names: str) -> list[str]:
        """All meta values under these names, in this order."""
        return [value for name in names for value in self.meta.get(name, ())]


def claims_of(tree: etree._Element) -> Claims:
    """Read the claims of a page; broken ones are passed over."""
    claims = Claims()
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            claims.meta.setdefault(name.strip().lower(), []).append(content)
    for element in tree.iter("link"):
        href = (element.get("href") or "").strip()
        for relation in (element.get("rel") or "").lower().split():
            if href:
                claims.links.setdefault(relation, []).append(href)
    articles = [node for node in _nodes(tree) if _is_article(node)]
    for node in sorted(articles, key=_telling, reverse=True):
        _read(node, claims)
    return claims


def _nodes(tree: etree._Element) -> Iterator[dict[str, object]]:
    """All objects of the page's JSON-LD, breadth first, bounded."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        queue: list[object] = [_loaded(script.text[:MAX_JSON])]
        seen = 0
        while queue and seen < _MAX_NODES:
            node = queue.pop(0)
            seen += 1
            if isinstance(node, list):
                queue += node
            elif isinstance(node, dict):
                yield node
                queue += [value for key, value in node.items() if key in _DESCENDED and isinstance(value, list | dict)]


_DESCENDED = frozenset({"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "about"})


def _loaded(raw: str) -> object:
    stripped = _WRAPPING.sub("", _WRAPPING.sub("", raw)).strip()
    for attempt in (stripped, _TRAILING_COMMA.sub("", stripped)):
        try:
            found: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return found
    return None


def _is_article(node: dict[str, object]) -> bool:
    types = " ".join(_strings(node.get("@type")))
    return bool(_ARTICLE_TYPES.search(types)) and not _NOT_ARTICLE.search(types)


def _telling(node: dict[str, object]) -> int:
    return sum(bool(node.get(key)) for key in ("articleBody", "headline", "datePublished", "author"))


def _read(node: dict[str, object], claims: Claims) -> None:
    claims.headlines += [text.plain(value) for value in _strings(node.get("headline")) or _strings(node.get("name"))]
    claims.bodies += _strings(node.get("articleBody"))
    if not claims.people:
        claims.people += list(_people(node.get("author"))) or list(_people(node.get("creator")))
    claims.publisher = claims.publisher or next((name for name, _ in _people(node.get("publisher"))), "")
    claims.published += _strings(node.get("datePublished")) or _strings(node.get("dateCreated"))
    claims.modified += _strings(node.get("dateModified"))
    claims.urls += [
        value for value in (*_strings(node.get("url")), *_strings(node.get("mainEntityOfPage"))) if "://" in value
    ]
    claims.free = claims.free and str(node.get("isAccessibleForFree", "true")).lower() not in {"false", "no", "0"}


def _people(value: object) -> Iterator[tuple[str, bool]]:
    queue, steps = [value], 0
    while queue and steps < 60:  # noqa: PLR2004 - no article has more authors
        item = queue.pop(0)
        steps += 1
        if isinstance(item, str):
            yield text.plain(item), False
        elif isinstance(item, list):
            queue = [*item, *queue]
        elif isinstance(item, dict):
            organisation = any("rganization" in kind for kind in _strings(item.get("@type")))
            for name in _strings(item.get("name")):
                yield text.plain(name), organisation


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [item.strip() for item in value if isinstance(item, str) and item.strip()]
    if isinstance(value, dict):
        inner = value.get("@id") or value.get("@value")
        return [inner] if isinstance(inner, str) and inner else []
    return []
