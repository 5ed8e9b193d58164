"""Briefs become an edition, and an edition becomes files.

    story_page(dossier, frame)         the page of one story
    listing_pages(edition, frame)      all that lists stories: front page, sections, tags, sources, feeds, sitemaps …
    changed_listing_pages(edition, frame, before)  those of them that differ from the site before
    site_pages(frames)                 what the editions share: the choice of an edition, style sheets, robots.txt …
    companions(teaser, dossier, frame)  what stands beside a story's page: its picture, what oEmbed says of it, a card to embed
    teaser(dossier)                    what listings need of a story
    story_path(locale, story_id)       the permanent address of a story's page

All of it is pure: the same values give the same bytes.
"""

from __future__ import annotations

from prism.editions.addresses import dump_path, story_path
from prism.editions.companions import companion_files, companions, is_drawn, picture_path
from prism.editions.listings import changed_listing_pages, listing_pages
from prism.editions.site import site_pages
from prism.editions.story import story_page
from prism.editions.teasers import teaser

__all__ = [
    "changed_listing_pages",
    "companion_files",
    "companions",
    "dump_path",
    "is_drawn",
    "listing_pages",
    "picture_path",
    "site_pages",
    "story_page",
    "story_path",
    "teaser",
]
