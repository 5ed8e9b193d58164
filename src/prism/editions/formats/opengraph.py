"""Open Graph: how a page looks where its address is shared (https://ogp.me)."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from prism.editions.head import Head
from prism.editions.plain import clean
from prism.model import Frame

_LARGE = Markup('<meta name="twitter:card" content="summary_large_image">')
_META = Markup('<meta property="{}" content="{}">')


def render(head: Head, frame: Frame) -> Markup:
    """The `<meta>` elements of a page."""
    found = [_META.format(clean(name), clean(content)) for name, content in _properties(head, frame)]
    return Markup("\n").join([*found, _LARGE] if head.image else found)


def _properties(head: Head, frame: Frame) -> Iterator[tuple[str, str]]:
    yield "og:type", head.kind
    yield "og:title", head.title
    yield "og:description", head.description
    yield "og:url", frame.site.url + head.path
    yield "og:site_name", frame.site.name
    yield "og:locale", f"{frame.locale.language}_{frame.locale.territory}"
    if head.image:
        yield "og:image", frame.site.url + head.image
        yield "og:image:type", "image/png"
        yield "og:image:width", "1200"
        yield "og:image:height", "630"
        yield "og:image:alt", head.title
    if head.kind != "article":
        return
    if head.published_at:
        yield "article:published_time", head.published_at.isoformat()
    if head.updated_at:
        yield "article:modified_time", head.updated_at.isoformat()
    if head.section:
        yield "article:section", head.section
    for tag in head.tags:
        yield "article:tag", tag
