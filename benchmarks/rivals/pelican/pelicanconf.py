"""Settings for Pelican: the same pages and feeds, as far as it has them (no JSON Feed, no page for each outlet)."""

import json
from pathlib import Path

_HERE = Path(__file__).parent
LABELS = json.loads((_HERE / "labels.json").read_text("utf-8"))
SECTIONS = json.loads((_HERE / "sections.json").read_text("utf-8"))
PATH = "content"
OUTPUT_PATH = "output"
THEME = "."
SITENAME = "Prism"
SITEURL = "https://news.example"
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "ko"
SLUGIFY_SOURCE = "basename"
ARTICLE_URL = "story/{slug}/"
ARTICLE_SAVE_AS = "story/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = "tag/{slug}/index.html"
CATEGORY_URL = "desk/{slug}/"
CATEGORY_SAVE_AS = "desk/{slug}/index.html"
AUTHOR_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
TAGS_SAVE_AS = "tag/index.html"
DAY_ARCHIVE_SAVE_AS = "archive/{date:%Y}-{date:%m}-{date:%d}/index.html"
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "atom.xml"
FEED_ALL_RSS = "rss.xml"
TAG_FEED_ATOM = "tag/{slug}/atom.xml"
TAG_FEED_RSS = "tag/{slug}/rss.xml"
CATEGORY_FEED_ATOM = "desk/{slug}/atom.xml"
CATEGORY_FEED_RSS = "desk/{slug}/rss.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
THEME_STATIC_PATHS = []
JINJA_FILTERS = {"fromjson": json.loads}
PLUGINS = []
DEFAULT_PAGINATION = False
