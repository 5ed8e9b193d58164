"""How files of the site are handed out, wherever they stand: media type, how long they may be kept, what comes before what."""

from __future__ import annotations

import re
from enum import IntEnum
from pathlib import PurePosixPath

_BY_NAME = {
    "atom.xml": "application/atom+xml; charset=utf-8",
    "rss.xml": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
_BY_SUFFIX = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}
_SMALL_WHEN_PACKED = frozenset(
    {".html", ".css", ".js", ".mjs", ".json", ".jsonl", ".webmanifest", ".xml", ".txt", ".md", ".svg", ".wasm"}
)
_HASHED = re.compile(r"\.[0-9a-f]{8,64}\.[a-z0-9]+$")
_FOREVER = "public, max-age=31536000, immutable"
_SHORTLY = "public, max-age=60, stale-while-revalidate=600"


class Turn(IntEnum):
    """When a file is brought to where readers are: nothing comes before what it leads to."""

    ASSET = 0
    PAGE = 1
    LISTING = 2
    ENTRY = 3


def media_type(name: str) -> str:
    """Media type of a file, by its name; unknown ones are bytes, which no browser runs."""
    file = PurePosixPath(name)
    return _BY_NAME.get(file.name) or _BY_SUFFIX.get(file.suffix.lower(), "application/octet-stream")


def packs_well(path: str) -> bool:
    """Whether a file of this name is text, so that compression is worth while."""
    return PurePosixPath(path).suffix.lower() in _SMALL_WHEN_PACKED


def cache_control(path: str) -> str:
    """How long a copy may be used: for good if the name holds the hash of what is in it (RFC 8246), else a minute."""
    return _FOREVER if _HASHED.search(path) else _SHORTLY


def turn(path: str) -> Turn:
    """The turn of a file, by its path in the site.

    Stories lead to each other, to listings and to assets; listings lead to stories; feeds and site maps to both; the front pages
    come last. Addresses never go away while something leads to them, so a new listing never leads nowhere.
    """
    parts = path.split("/")
    if _HASHED.search(path) or parts[0] == "assets":
        return Turn.ASSET
    if "story" in parts[:2]:
        return Turn.PAGE
    if len(parts) <= 2:  # noqa: PLR2004  # the root's files and those of an edition's front page
        return Turn.ENTRY
    return Turn.LISTING
