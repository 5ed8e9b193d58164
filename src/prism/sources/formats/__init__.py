"""The feed formats: one module each, and the one table that lists them.

A format is added by writing its module and listing it here (docs/how-to/add-a-feed-format.md); a test fails for a module
that is not listed.
"""

from __future__ import annotations

from prism.sources.formats import atom, jsonfeed, rdf, rss, sitemap, sitemapindex, urllist
from prism.sources.raw import Format

FORMATS: tuple[Format, ...] = (
    rss.FORMAT,
    atom.FORMAT,
    rdf.FORMAT,
    jsonfeed.FORMAT,
    sitemap.FORMAT,
    sitemapindex.FORMAT,
    urllist.FORMAT,
)
"""In the order in which they are asked whether a document is theirs."""

__all__ = ["FORMATS"]
