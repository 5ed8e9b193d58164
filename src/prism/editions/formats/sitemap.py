"""Site maps of an edition (https://www.sitemaps.org/protocol.html): its pages and its stories, in parts that fill up one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from prism.editions.addresses import file_of, front_path, section_path, sibling_path, standing_path
from prism.editions.catalogue import Kind, catalogue_of
from prism.editions.listing import is_weak_teaser
from prism.editions.xml import document, element
from prism.model import Edition, Frame, OutputFile, Teaser

MEDIA_TYPE = "application/xml; charset=utf-8"
_PART = 2_000
"""Stories in a part. The protocol allows 50,000 addresses and 50 MB a file; a new story changes the last part alone."""
_STANDING = ("about", "ai", "corrections", "sources", "coverage", "tags", "archive")
_NAMESPACES = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}


def render(edition: Edition, frame: Frame) -> Iterable[OutputFile]:
    """The parts of an edition's site map; the first holds its standing pages too."""
    stories = _listed(edition)
    tag = frame.locale.tag
    pages = [
        front_path(tag),
        *(section_path(tag, section) for section in frame.locale.sections),
        *(standing_path(tag, name) for name in _STANDING),
    ]
    for number, path in enumerate(part_paths(edition), 1):
        part = list(stories[(number - 1) * _PART : number * _PART])
        fixed = tuple(pages) if number == 1 else ()
        key = (frame.site.url, path, fixed)
        if key not in _parts or _parts[key][0] != part:
            listed = [element("url", element("loc", frame.site.url + page)) for page in fixed]
            urls = element("urlset", *listed, *(_url(teaser, frame) for teaser in part), attributes=_NAMESPACES)
            if len(_parts) >= _KEPT:
                _parts.clear()
            _parts[key] = (part, OutputFile(file_of(path), MEDIA_TYPE, document(urls)))
        yield _parts[key][1]


def part_paths(edition: Edition) -> Sequence[str]:
    """Where the parts of an edition's site map stand; there is always a first one."""
    parts = max(1, -(-len(_listed(edition)) // _PART))
    return [part_path(edition.locale, number) for number in range(1, parts + 1)]


def part_path(locale: str, number: int) -> str:
    """Where a part stands."""
    return f"/{locale}/sitemap-{number}.xml"


_STRONG = Kind("published_at", lambda story: () if is_weak_teaser(story) else (None,))


def _listed(edition: Edition) -> Sequence[Teaser]:
    return catalogue_of(edition).row(_STRONG)


_parts: dict[tuple[str, str, tuple[str, ...]], tuple[list[Teaser], OutputFile]] = {}
"""Parts that were made before, with the teasers they were made of: full ones stay as they are."""
_KEPT = 256


def _url(teaser: Teaser, frame: Frame) -> Markup:
    tag = frame.locale.tag
    others: list[Markup] = []
    if len(teaser.editions) > 1:
        others = [
            element(
                "xhtml:link",
                attributes={
                    "rel": "alternate",
                    "hreflang": other,
                    "href": frame.site.url + sibling_path(teaser.path, tag, other),
                },
            )
            for other in teaser.editions
        ]
    return element(
        "url",
        element("loc", frame.site.url + teaser.path),
        element("lastmod", teaser.updated_at.isoformat()),
        *others,
    )
