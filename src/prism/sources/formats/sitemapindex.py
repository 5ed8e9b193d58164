"""Sitemap indexes: no items, only further sitemaps.

Specification: sitemaps.org 0.9.
"""

from __future__ import annotations

from prism.sources.elements import children, first_text, items_of, name_of
from prism.sources.raw import Document, Format, RawFeed, bounded

_LONGEST = 4096


def claims(document: Document) -> bool:
    """The root is `sitemapindex`."""
    return document.root is not None and name_of(document.root).rpartition(":")[2] == "sitemapindex"


def read(document: Document) -> RawFeed:
    """The children with the dates of their last change."""
    feed = RawFeed()
    if document.root is None:
        return feed
    for element in bounded(items_of(document.root, "sitemap"), feed.notes):
        found = children(element)
        address = first_text(found, "loc")
        if address and len(address) <= _LONGEST:
            feed.more.append((address, first_text(found, "lastmod")[:_LONGEST]))
    return feed


FORMAT = Format("sitemap index", claims, read)
