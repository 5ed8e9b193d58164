"""RSS 2.0 (https://www.rssboard.org/rss-specification), with the full text in content:encoded."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime

from markupsafe import Markup

from prism.editions.addresses import file_of, picture_path
from prism.editions.formats.jsonld import SOURCE_TYPES
from prism.editions.listing import Feed
from prism.editions.memory import Remembered
from prism.editions.syndication import MARK, entry_id, mark_text, markup
from prism.editions.xml import document, element
from prism.model import Frame, OutputFile, Teaser

NAME = "rss.xml"
MEDIA_TYPE = "application/rss+xml"
_NAMESPACES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
_SIZE = {"width": "1200", "height": "630"}


def render(feed: Feed, frame: Frame) -> OutputFile:
    """The feed as a file beside the page that it follows."""
    url = frame.site.url + feed.path
    channel = element(
        "channel",
        element("title", feed.title),
        element("link", url),
        element("description", feed.description),
        element("language", frame.locale.tag),
        element("lastBuildDate", _date(feed.updated_at)),
        element("generator", f"Prism {frame.version}"),
        element("atom:link", attributes={"href": url + NAME, "rel": "self", "type": MEDIA_TYPE}),
        *(element("atom:link", attributes={"rel": "hub", "href": hub}) for hub in (frame.site.hub,) if hub),
        *(_remembered(teaser, feed, frame) for teaser in feed.entries),
    )
    body = document(element("rss", channel, attributes=_NAMESPACES))
    return OutputFile(file_of(feed.path + NAME), f"{MEDIA_TYPE}; charset=utf-8", body)


_made: Remembered[Markup] = Remembered(2_000)  # of some six kilobytes each


def _remembered(teaser: Teaser, feed: Feed, frame: Frame) -> Markup:
    corrections = tuple(feed.corrections.get(teaser.brief_id, ()))
    return _made.get(frame, teaser, corrections, lambda: _item(teaser, feed, frame))


def _item(teaser: Teaser, feed: Feed, frame: Frame) -> Markup:
    picture = picture_path(
        frame, path=teaser.path, headline=teaser.headline, section=teaser.section, version=teaser.version
    )
    return element(
        "item",
        element("title", teaser.headline),
        element("link", frame.site.url + teaser.path),
        element("guid", entry_id(teaser), attributes={"isPermaLink": "false"}),
        element("pubDate", _date(teaser.published_at)),
        element("atom:updated", teaser.updated_at.isoformat()),
        element("dc:creator", frame.locale.say("ai.label")),
        element("category", frame.locale.sections[teaser.section]),
        *(element("category", tag.name) for tag in teaser.tags),
        element("category", MARK, attributes={"domain": SOURCE_TYPES}),
        element("description", f"{teaser.dek} {mark_text(teaser, frame)}"),
        element("content:encoded", markup(teaser, feed, frame)),
        *([_picture(frame.site.url + picture)] if picture else []),
    )


def _picture(url: str) -> Markup:
    return element("media:content", attributes={"url": url, "medium": "image", "type": "image/png", **_SIZE})


def _date(at: datetime) -> str:
    return format_datetime(at, usegmt=True)
