"""The index of all site maps, at the root."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prism.editions.formats import newssitemap, sitemap
from prism.editions.xml import document, element
from prism.model import Edition, Frame, OutputFile

PATH = "/sitemap.xml"


def render(frames: Sequence[Frame], editions: Sequence[Edition]) -> Iterable[OutputFile]:
    """One file. The parts of an edition that is not given are taken to be one."""
    parts = {edition.locale: sitemap.part_paths(edition) for edition in editions}
    found = [
        frame.site.url + path
        for frame in frames
        for path in (
            *parts.get(frame.locale.tag, [sitemap.part_path(frame.locale.tag, 1)]),
            newssitemap.path(frame.locale.tag),
        )
    ]
    index = element(
        "sitemapindex",
        *(element("sitemap", element("loc", url)) for url in found),
        attributes={"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"},
    )
    yield OutputFile(PATH.lstrip("/"), sitemap.MEDIA_TYPE, document(index))
