"""Text sitemaps: one address a line, and nothing else.

Specification: sitemaps.org 0.9, "Text file".
"""

from __future__ import annotations

from prism.sources.raw import Document, Format, RawFeed, RawItem, bounded

_PROBED = 20


def claims(document: Document) -> bool:
    """Neither XML nor JSON, and its first lines are all http(s) addresses."""
    if document.root is not None or document.json is not None:
        return False
    lines = document.text.split("\n", _PROBED * 4)[: _PROBED * 4]
    told = [line.strip() for line in lines if line.strip()][:_PROBED]
    return bool(told) and all(line.startswith(("http://", "https://")) and " " not in line for line in told)


def read(document: Document) -> RawFeed:
    """Every line that is an address."""
    lines = (line.strip() for line in document.text.splitlines())
    feed = RawFeed()
    told = (line for line in lines if line.startswith(("http://", "https://")))
    feed.items = [RawItem(links=[line]) for line in bounded(told, feed.notes)]
    return feed


FORMAT = Format("text sitemap", claims, read)
