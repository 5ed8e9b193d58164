"""What is new is told to those who asked: WebSub hubs (W3C, 7: "publisher pings the hub") and IndexNow.

What is to be told is noted in the transaction that says that the site shows it, and forgotten when it was told: so a crash, or
a hub that is away, only makes it late. Both are addresses that the operator configured; they are asked through the guard like any
other, and what they answer is not read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode, urlsplit

from prism.model import FetchError, Request, Site, Teaser
from prism.newsroom.tools import Tools, failure_of

STAGE = "announce"
_FEEDS = "announce:feeds"
_PAGES = "announce:pages"
_MOST = 10_000
"""Addresses in one message to IndexNow, which takes no more; the rest goes with the next."""
_NAMES = ("rss.xml", "atom.xml", "feed.json")
_OK = range(200, 300)


def notes(tools: Tools, made: Mapping[str, Sequence[Teaser]]) -> dict[str, str]:
    """What a build leaves to be told, with what still is: paths of feeds and of pages, as notes for the archive."""
    site = _site(tools)
    changed = {tag: teasers for tag, teasers in made.items() if teasers}
    found: dict[str, str] = {}
    if site.hub:
        feeds = [
            path + name
            for tag, teasers in changed.items()
            for path in (f"/{tag}/", *sorted({f"/{tag}/section/{teaser.section}/" for teaser in teasers}))
            for name in _NAMES
        ]
        found[_FEEDS] = json.dumps(list(dict.fromkeys([*_noted(tools, _FEEDS), *feeds])))
    if site.indexnow_key:
        pages = [teaser.path for teasers in changed.values() for teaser in teasers]
        fronts = [f"/{tag}/" for tag in changed]
        found[_PAGES] = json.dumps(list(dict.fromkeys([*_noted(tools, _PAGES), *fronts, *pages])))
    return found


def announce(tools: Tools) -> int:
    """Tell what is noted; returns how many messages were taken. What could not be told is a failure, and is told next time."""
    site = _site(tools)
    told = 0
    if site.hub and (feeds := _noted(tools, _FEEDS)):
        fields = [("hub.mode", "publish"), *(("hub.url", site.url + path) for path in feeds)]
        told += _tell(tools, site.hub, urlencode(fields).encode(), "application/x-www-form-urlencoded", _FEEDS, [])
    if site.indexnow_key and (pages := _noted(tools, _PAGES)):
        message = {
            "host": urlsplit(site.url).hostname or "",
            "key": site.indexnow_key,
            "keyLocation": f"{site.url}/{site.indexnow_key}.txt",
            "urlList": [site.url + path for path in pages[:_MOST]],
        }
        body = json.dumps(message).encode()
        told += _tell(tools, site.indexnow, body, "application/json; charset=utf-8", _PAGES, pages[_MOST:])
    return told


def _tell(tools: Tools, url: str, body: bytes, media_type: str, note: str, rest: Sequence[str]) -> bool:
    # The operator named this address to be told: a robots.txt, which is for those who read, has no say here.
    request = Request(url, {"content-type": media_type}, max_bytes=65_536, respect_robots=False, body=body)
    try:
        response = tools.fetcher.fetch(request)
    except FetchError as error:
        tools.archive.put_failure(failure_of(STAGE, url, error, tools.clock.now()))
        return False
    if response.status not in _OK:
        refused = FetchError(f"answered {response.status}", advice="it is told again with the next run")
        tools.archive.put_failure(failure_of(STAGE, url, refused, tools.clock.now()))
        return False
    tools.archive.put_note(note, json.dumps(list(rest)))
    tools.archive.clear_failure(STAGE, url)
    return True


def _noted(tools: Tools, note: str) -> list[str]:
    found: list[str] = json.loads(tools.archive.note(note) or "[]")
    return found


def _site(tools: Tools) -> Site:
    return tools.frames[0].site
