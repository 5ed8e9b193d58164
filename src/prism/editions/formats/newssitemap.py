"""The news site map of an edition: its stories of the last two days (Google's extension, sitemap-news/0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice, takewhile

from markupsafe import Markup

from prism.editions.addresses import file_of
from prism.editions.catalogue import BY_PUBLICATION, catalogue_of
from prism.editions.formats.sitemap import MEDIA_TYPE
from prism.editions.listing import is_weak_teaser
from prism.editions.xml import document, element
from prism.model import Edition, Frame, OutputFile, Teaser

_WINDOW = timedelta(days=2)
_MOST = 1000  # as many as the extension allows
_NAMESPACES = {
    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def path(locale: str) -> str:
    """Where it stands."""
    return f"/{locale}/sitemap-news.xml"


def render(edition: Edition, frame: Frame) -> Iterable[OutputFile]:
    """One file; two days are counted back from the edition's own time."""
    since = edition.published_at - _WINDOW
    row = catalogue_of(edition).row(BY_PUBLICATION)
    recent = takewhile(lambda teaser: teaser.published_at >= since, reversed(row))
    strong = islice((teaser for teaser in recent if not is_weak_teaser(teaser)), _MOST)
    urls = element("urlset", *(_url(teaser, frame) for teaser in strong), attributes=_NAMESPACES)
    yield OutputFile(file_of(path(frame.locale.tag)), MEDIA_TYPE, document(urls))


def _url(teaser: Teaser, frame: Frame) -> Markup:
    return element(
        "url",
        element("loc", frame.site.url + teaser.path),
        element(
            "news:news",
            element(
                "news:publication",
                element("news:name", frame.site.name),
                element("news:language", frame.locale.tag.lower()),
            ),
            element("news:publication_date", teaser.published_at.isoformat()),
            element("news:title", teaser.headline),
        ),
    )
