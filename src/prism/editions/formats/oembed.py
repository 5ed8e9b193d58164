"""oEmbed 1.0 (https://oembed.com): what a site that embeds a story is told, as a static file with a link that leads to it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from prism.editions.addresses import embed_path, file_of, front_path, oembed_path, picture_path
from prism.editions.head import Head
from prism.editions.plain import Json, clean, file_json
from prism.model import Frame, OutputFile, Teaser

MEDIA_TYPE = "application/json; charset=utf-8"
WIDTH, HEIGHT = 600, 280
_LINK = Markup('<link rel="alternate" type="application/json+oembed" title="{}" href="{}">')
_FRAME = Markup(
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" sandbox="allow-popups allow-top-navigation-by-user-activation" '
    'style="border:0;width:100%;max-width:{}px"></iframe>'
)


def render(head: Head, frame: Frame) -> Markup:
    """The link that leads to a story's file; nothing on other pages."""
    if head.kind != "article":
        return Markup("")
    return _LINK.format(clean(head.title), frame.site.url + oembed_path(head.path))


def files(teaser: Teaser, frame: Frame) -> Iterable[OutputFile]:
    """The file of a story."""
    site = frame.site
    title = clean(teaser.headline)
    picture = picture_path(
        frame, path=teaser.path, headline=teaser.headline, section=teaser.section, version=teaser.version
    )
    body: Json = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": site.publisher or site.name,
        "provider_name": site.name,
        "provider_url": site.url + front_path(frame.locale.tag),
        "cache_age": 3600,
        **({"thumbnail_url": site.url + picture, "thumbnail_width": 1200, "thumbnail_height": 630} if picture else {}),
        "html": str(_FRAME.format(site.url + embed_path(teaser.path), escape(title), WIDTH, HEIGHT, WIDTH)),
        "width": WIDTH,
        "height": HEIGHT,
    }
    yield OutputFile(file_of(oembed_path(teaser.path)), MEDIA_TYPE, file_json(body))
