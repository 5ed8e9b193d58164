"""The output formats: one module each, and the literal tables that list them.

To add one, write a module beside these and list it here (docs/how-to/add-an-output-format.md); a test fails for a module
that no table lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from markupsafe import Markup

from prism.editions.formats import (
    atom,
    fediverse,
    humans,
    indexnow,
    jsonfeed,
    jsonld,
    llms,
    newssitemap,
    oembed,
    opengraph,
    robots,
    rss,
    schemas,
    sitemap,
    sitemapindex,
)
from prism.editions.head import Head
from prism.editions.listing import Feed
from prism.model import Edition, Frame, OutputFile

HeadFormat: TypeAlias = Callable[[Head, Frame], Markup]
FeedFormat: TypeAlias = Callable[[Feed, Frame], OutputFile]
EditionFormat: TypeAlias = Callable[[Edition, Frame], Iterable[OutputFile]]
SiteFormat: TypeAlias = Callable[[Sequence[Frame], Sequence[Edition]], Iterable[OutputFile]]

HEAD_FORMATS: Mapping[str, HeadFormat] = {
    "opengraph": opengraph.render,
    "jsonld": jsonld.render,
    "oembed": oembed.render,
    "fediverse": fediverse.render,
}
"""What stands in the head of a page."""

FEED_FORMATS: Mapping[str, FeedFormat] = {
    "rss": rss.render,
    "atom": atom.render,
    "jsonfeed": jsonfeed.render,
}
"""What follows an edition, a section or a tag."""

EDITION_FORMATS: Mapping[str, EditionFormat] = {
    "sitemap": sitemap.render,
    "newssitemap": newssitemap.render,
}
"""What lists a whole edition for machines."""

SITE_FORMATS: Mapping[str, SiteFormat] = {
    "sitemapindex": sitemapindex.render,
    "robots": robots.render,
    "humans": humans.render,
    "llms": llms.render,
    "schemas": schemas.render,
    "indexnow": indexnow.render,
}
"""What the whole site has once."""
