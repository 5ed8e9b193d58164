"""Atom (RFC 4287)."""

from __future__ import annotations

from markupsafe import Markup

from prism.editions.addresses import file_of, picture_path
from prism.editions.formats.jsonld import SOURCE_TYPES
from prism.editions.listing import Feed
from prism.editions.memory import Remembered
from prism.editions.syndication import MARK, entry_id, feed_id, markup
from prism.editions.xml import document, element
from prism.model import Frame, OutputFile, Teaser

NAME = "atom.xml"
MEDIA_TYPE = "application/atom+xml"


def render(feed: Feed, frame: Frame) -> OutputFile:
    """The feed as a file beside the page that it follows."""
    url = frame.site.url + feed.path
    root = element(
        "feed",
        element("id", feed_id(feed, frame)),
        element("title", feed.title),
        element("subtitle", feed.description),
        element("updated", feed.updated_at.isoformat()),
        element("link", attributes={"rel": "self", "type": MEDIA_TYPE, "href": url + NAME}),
        element("link", attributes={"rel": "alternate", "type": "text/html", "href": url}),
        *(element("link", attributes={"rel": "hub", "href": hub}) for hub in (frame.site.hub,) if hub),
        element("author", element("name", frame.site.publisher or frame.site.name)),
        element("generator", "Prism", attributes={"version": frame.version}),
        *(_remembered(teaser, feed, frame) for teaser in feed.entries),
        attributes={"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": frame.locale.tag},
    )
    return OutputFile(file_of(feed.path + NAME), f"{MEDIA_TYPE}; charset=utf-8", document(root))


_made: Remembered[Markup] = Remembered(2_000)  # of some six kilobytes each


def _remembered(teaser: Teaser, feed: Feed, frame: Frame) -> Markup:
    corrections = tuple(feed.corrections.get(teaser.brief_id, ()))
    return _made.get(frame, teaser, corrections, lambda: _entry(teaser, feed, frame))


def _entry(teaser: Teaser, feed: Feed, frame: Frame) -> Markup:
    picture = picture_path(
        frame, path=teaser.path, headline=teaser.headline, section=teaser.section, version=teaser.version
    )
    section = {"term": teaser.section, "label": frame.locale.sections[teaser.section]}
    return element(
        "entry",
        element("id", entry_id(teaser)),
        element("title", teaser.headline),
        element("link", attributes={"rel": "alternate", "type": "text/html", "href": frame.site.url + teaser.path}),
        *([_picture(frame.site.url + picture)] if picture else []),
        element("published", teaser.published_at.isoformat()),
        element("updated", teaser.updated_at.isoformat()),
        element("category", attributes=section),
        *(element("category", attributes={"term": tag.slug or tag.name, "label": tag.name}) for tag in teaser.tags),
        element("category", attributes={"scheme": SOURCE_TYPES, "term": MARK, "label": frame.locale.say("ai.label")}),
        element("summary", teaser.dek),
        element("content", markup(teaser, feed, frame), attributes={"type": "html"}),
    )


def _picture(url: str) -> Markup:
    return element("link", attributes={"rel": "enclosure", "type": "image/png", "href": url})
