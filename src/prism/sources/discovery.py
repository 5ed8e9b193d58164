"""Where a site keeps its feeds, read from its homepage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import islice

from prism.model import ParseError
from prism.sources.feeds import read_raw
from prism.web import addresses, charsets

COMMON = (
    "/feed/", "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss/index.xml", "/feeds/posts/default",
    "/rss/news.xml", "/feed.json", "/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap.xml",
    "/sitemap_index.xml",
)  # fmt: skip
"""Where feeds stand on sites that don't point at them, the usual first."""

_LOOKED_AT = 2_000_000
_MOST_FOUND = 200
_LONGEST_LINKS = 20_000
"""Characters of Link headers together."""
_ELEMENT = re.compile(r"<(link|a|base|html)\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w:\-])([A-Za-z][\w:\-]{0,39})\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]++))")
"""A name begins where none goes on, so that each is tried once, however long."""
_FEED_TYPES = {
    "application/rss+xml": 0,
    "application/atom+xml": 0,
    "application/feed+json": 1,
    "application/rdf+xml": 1,
    "text/xml": 2,
    "application/xml": 2,
    "application/json": 4,
    "text/rss+xml": 0,
    "application/x-rss+xml": 0,
}
_LOOKS_LIKE_FEED = re.compile(
    r"(?:^|[/._\-?=])(?:rss|feed|feeds|atom|rdf)(?:$|[/._\-?=&0-9])|\.(?:rss|rdf)$", re.IGNORECASE
)
_ASIDE = re.compile(r"comment|kommentar|commentaires|댓글|コメント|评论|podcast|/oembed|wp-json", re.IGNORECASE)
_LINK_HEADER = re.compile(r"<([^<>]+)>((?:\s*;\s*[^,;]+)*)")


def discover(body: bytes, url: str, headers: Mapping[str, str]) -> tuple[str, ...]:
    """The feeds and sitemaps that may stand behind an address.

    Args:
        body: what was found at the address: a homepage, or a feed itself.
        url: address of the final response.
        headers: lower-case names; Link headers are read too.

    Returns:
        Absolute addresses, best first: the address itself if it is a feed; else those that the page declares (whole-site
        feeds before comment feeds and podcasts), then links that look like feeds, then the common places on that host.
        Never empty for an http(s) address; nobody has asked yet whether they exist.
    """
    own = addresses.clean(url)
    if not own:
        return ()
    if _is_feed(body, url, headers):
        return (own,)
    page = charsets.decode(body, headers, markup=True)[:_LOOKED_AT]
    found = [*_from_headers(headers, own), *islice(_from_page(page, own), _MOST_FOUND)]
    ranked = sorted(enumerate(found), key=lambda pair: (pair[1][0], pair[0]))
    common = (addresses.clean(path, own) for path in COMMON)
    return tuple(dict.fromkeys(a for a in (*(address for _, (_, address) in ranked), *common) if a))


def _is_feed(body: bytes, url: str, headers: Mapping[str, str]) -> bool:
    try:
        raw, _, _ = read_raw(body, url=url, headers=headers)
    except ParseError:
        return False
    return bool(raw.items or raw.more or raw.title)


def _from_headers(headers: Mapping[str, str], base: str) -> Iterator[tuple[int, str]]:
    for target, parameters in _LINK_HEADER.findall(headers.get("link", "")[:_LONGEST_LINKS]):
        lowered = parameters.lower()
        kind = next((rank for name, rank in _FEED_TYPES.items() if name in lowered), None)
        address = addresses.clean(target, base)
        if kind is not None and "alternate" in lowered and address:
            yield kind, address


def _from_page(page: str, url: str) -> Iterator[tuple[int, str]]:
    """Rank and address of what a page points at; an address is only cleaned where its element may lead to a feed."""
    base = ""
    for element in _ELEMENT.finditer(page):
        name, told = element[1].lower(), _attributes(element[2])
        target = told.get("href", "")
        if name == "base" and target:
            base = base or addresses.clean(target, url) or ""  # HTML counts the first alone
        elif name == "link" and target and (rank := _rank_of_link(told)) is not None:
            if address := addresses.clean(target, base or url):
                yield rank + _aside(address, told), address
        elif name == "a" and _LOOKS_LIKE_FEED.search(target):
            address = addresses.clean(target, base or url)
            if address and _LOOKS_LIKE_FEED.search(address) and addresses.same_site(address, url):
                yield 5 + _aside(address, told), address


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): unescape(m[2] or m[3] or m[4] or "").strip() for m in _ATTRIBUTE.finditer(text)}


def _rank_of_link(told: dict[str, str]) -> int | None:
    relations = set(told.get("rel", "").lower().split())
    kind = told.get("type", "").lower().partition(";")[0].strip()
    if {"alternate", "feed"} & relations and "stylesheet" not in relations:
        if kind in _FEED_TYPES:
            return _FEED_TYPES[kind]
        if not kind and ("feed" in relations or _LOOKS_LIKE_FEED.search(told.get("href", ""))):
            return 3
    return 8 if "sitemap" in relations else None


def _aside(address: str, told: dict[str, str]) -> int:
    """Feeds of comments and podcasts come last."""
    return 10 if _ASIDE.search(f"{address} {told.get('title', '')}") else 0
