"""Sitemaps: news sitemaps with titles and dates, and plain ones with addresses alone.

Specifications: sitemaps.org 0.9, Google's news extension 0.9.
"""

from __future__ import annotations

from prism.sources.elements import children, first_text, items_of, name_of
from prism.sources.raw import Document, Element, Format, RawFeed, RawItem, gathered


def claims(document: Document) -> bool:
    """The root is `urlset`."""
    return document.root is not None and name_of(document.root).rpartition(":")[2] == "urlset"


def read(document: Document) -> RawFeed:
    """Every address; of the outlet only the name that the news extension gives."""
    feed = RawFeed()
    if document.root is None:
        return feed
    addresses = items_of(document.root, "url")
    feed.items = gathered(addresses, lambda url: _item(url, feed), document, feed.notes)
    return feed


def _item(url: Element, feed: RawFeed) -> RawItem:
    found = children(url)
    item = RawItem(links=[link for link in (first_text(found, "loc"),) if link], last_change_counts=False)
    changed = first_text(found, "lastmod")
    item.updated = [changed] if changed else []
    for news in found.get("news:news", ())[:1]:
        told = children(news)
        publication = next(iter(told.get("news:publication", ())), None)
        outlet = children(publication) if publication is not None else {}
        item.title = first_text(told, "news:title")
        item.language = first_text(outlet, "news:language")
        date = first_text(told, "news:publication_date")
        item.published = [date] if date else []
        feed.title = feed.title or first_text(outlet, "news:name")
        feed.language = feed.language or item.language
    return item


FORMAT = Format("sitemap, news sitemap", claims, read)
