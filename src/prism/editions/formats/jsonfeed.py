"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from prism.editions.addresses import file_of, picture_path
from prism.editions.formats.jsonld import SOURCE_TYPES
from prism.editions.listing import Feed
from prism.editions.plain import Json, file_json
from prism.editions.syndication import MARK, entry_id, mark_text, markup
from prism.model import Frame, OutputFile, Teaser

NAME = "feed.json"
MEDIA_TYPE = "application/feed+json"


def render(feed: Feed, frame: Frame) -> OutputFile:
    """The feed as a file beside the page that it follows."""
    url = frame.site.url + feed.path
    whole: Json = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": url,
        "feed_url": url + NAME,
        "description": feed.description,
        "language": frame.locale.tag,
        "authors": [{"name": frame.site.publisher or frame.site.name}],
        **({"hubs": [{"type": "WebSub", "url": frame.site.hub}]} if frame.site.hub else {}),
        "items": [_item(teaser, feed, frame) for teaser in feed.entries],
    }
    return OutputFile(file_of(feed.path + NAME), MEDIA_TYPE, file_json(whole))


def _item(teaser: Teaser, feed: Feed, frame: Frame) -> Json:
    picture = picture_path(
        frame, path=teaser.path, headline=teaser.headline, section=teaser.section, version=teaser.version
    )
    return {
        "id": entry_id(teaser),
        "url": frame.site.url + teaser.path,
        "title": teaser.headline,
        "summary": teaser.dek,
        "content_html": markup(teaser, feed, frame),
        **({"image": frame.site.url + picture} if picture else {}),
        "date_published": teaser.published_at.isoformat(),
        "date_modified": teaser.updated_at.isoformat(),
        "language": frame.locale.tag,
        "tags": [frame.locale.sections[teaser.section], *(tag.name for tag in teaser.tags)],
        "_prism": {
            "about": frame.site.url + f"/{frame.locale.tag}/ai/",
            "ai_generated": True,
            "ai_mark": mark_text(teaser, frame),
            "digital_source_type": SOURCE_TYPES + MARK,
            "version": teaser.version,
            "corrected": teaser.corrected,
            "responsible": frame.site.editor,
        },
    }
