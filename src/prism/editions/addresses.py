"""Where everything stands within the site. Addresses are permanent: what is here must never change its answer.

A *path* is a link from the root, percent-encoded, with a slash at both ends for pages ("/ko/section/politics/"); a *file* is
where an `OutputFile` goes ("ko/section/politics/index.html").
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import lru_cache
from urllib.parse import quote, unquote

from prism.model import Frame, Tag, derived_id

_NOT_IN_A_NAME = re.compile(r"[^\w\-]+")
_PATH = re.compile(r"/[\w\-./%~]*")
PICTURE = "1"
"""Version of the drawing of pictures: with another one all are made anew."""
PICTURE_FILE = "card.png"
_NAME_BYTES = 120  # file systems allow 255; room is left for suffixes


@lru_cache(maxsize=16_384)
def segment(text: str) -> str:
    """One safe name for a path out of any text: letters and digits of any script and hyphens; never empty.

    What can't be kept is told apart by an id derived from the whole text.
    """
    kept = _NOT_IN_A_NAME.sub("-", text).strip("-_").lower()
    if kept and len(kept.encode()) <= _NAME_BYTES:
        return kept
    head = kept.encode()[: _NAME_BYTES - 20].decode("utf-8", "ignore").strip("-_")
    return f"{head}-{derived_id(text)}" if head else derived_id(text)


def story_path(locale: str, story_id: str) -> str:
    """The permanent address of a story's page in an edition."""
    return f"/{locale}/story/{segment(story_id)}/"


def front_path(locale: str) -> str:
    """The front page of an edition."""
    return f"/{locale}/"


def section_path(locale: str, section: str) -> str:
    """The page of a section."""
    return f"/{locale}/section/{quote(segment(section))}/"


def tag_path(locale: str, tag: Tag) -> str:
    """The page of a tag."""
    return _tag_path(locale, tag.slug or tag.name)


@lru_cache(maxsize=16_384)
def _tag_path(locale: str, name: str) -> str:
    return f"/{locale}/tag/{quote(segment(name))}/"


def source_path(locale: str, source_id: str) -> str:
    """The page of an outlet."""
    return f"/{locale}/source/{quote(segment(source_id))}/"


def standing_path(locale: str, name: str) -> str:
    """A standing page: "about", "ai", "corrections", "sources", "tags", "waiting", "archive", "coverage"."""
    return f"/{locale}/{name}/"


def day_path(locale: str, day: date) -> str:
    """All stories first published on a day."""
    return f"/{locale}/archive/{day.isoformat()}/"


def edition_path(locale: str, day: date) -> str:
    """The edition of a day."""
    return f"/{locale}/edition/{day.isoformat()}/"


def sibling_path(path: str, locale: str, other: str) -> str:
    """The same page in another edition."""
    return f"/{other}{path.removeprefix(f'/{locale}')}"


@lru_cache(maxsize=16_384)
def on_site(path: str) -> str:
    """The path unchanged.

    Raises:
        ValueError: it could lead off the site or out of its folder; paths are made here, so that is a bug of the caller.
    """
    plain = unquote(path)
    if not _PATH.fullmatch(path) or "//" in plain or "\\" in plain or ".." in plain.split("/") or "\0" in plain:
        raise ValueError(f"not a path of this site: {path!r}")
    return path


def picture_path(frame: Frame, *, path: str, headline: str, section: str, version: int) -> str:
    """The picture of a story (`editions.pictures`), empty for a site without.

    The query is a key to what it shows in this version, so that whoever keeps a copy asks again when that changes.
    """
    if not frame.site.pictures:
        return ""
    shown = (PICTURE, headline, section, str(version), frame.site.name, frame.locale.tag)
    digest = hashlib.sha256("\0".join(shown).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{path}{PICTURE_FILE}?v={digest}"


def oembed_path(path: str) -> str:
    """What oEmbed says of a story, beside its page."""
    return f"{path}oembed.json"


def embed_path(path: str) -> str:
    """The card of a story that other sites may show in a frame."""
    return f"{path}embed.html"


def dump_path(locale: str) -> str:
    """The data of all published briefs of an edition (`prism dump`)."""
    return f"/{locale}/data/briefs.jsonl.gz"


def file_of(path: str) -> str:
    """The file that a server shows for a path of the site; raises ValueError as `on_site` does."""
    inside = unquote(on_site(path)).lstrip("/")
    return f"{inside}index.html" if not inside or inside.endswith("/") else inside
