"""RSS 0.90 and 1.0: RDF, with the items beside the channel instead of inside it.

Specifications: RSS 1.0 (RSS-DEV), Netscape's RSS 0.90.
"""

from __future__ import annotations

from prism.sources.elements import Inherited, children, items_of, name_of
from prism.sources.formats.rss import read_channel, read_item
from prism.sources.raw import Document, Format, RawFeed, gathered


def claims(document: Document) -> bool:
    """The root is `rdf:RDF`."""
    return document.root is not None and name_of(document.root) in {"rdf:rdf", "rdf"}


def read(document: Document) -> RawFeed:
    """Channel, and the items that stand beside it."""
    root = document.root
    if root is None:
        return RawFeed()
    channel = next(iter(children(root).get("channel", ())), root)
    inherited = Inherited()
    feed = read_channel(channel, inherited)
    feed.items = gathered(items_of(root, "item"), lambda item: read_item(item, inherited), document, feed.notes)
    feed.language = feed.language or inherited.language(channel)
    return feed


FORMAT = Format("RSS 0.90 and 1.0", claims, read)
