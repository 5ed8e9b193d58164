"""Style sheet, icon and scripts: shared files whose names hold the hash of what is in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from prism.model import Locale, OutputFile

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,>])\s*|(?<=:)\s+")  # the space before a colon may be a descendant's
_PROPERTY = re.compile(r"--[a-z][a-z0-9-]*")
_SPACES = re.compile(r"\s+")

SHEETS = {
    "lists": ("prism.css", "lists.css"),
    "maps": ("prism.css", "lists.css", "maps.css"),
    "story": ("prism.css", "story.css"),
    "search": ("prism.css", "search.css"),
}
"""The style sheets of an edition, and what each is put together from: one request a page, and no page pays for another's looks."""
SCRIPTS = ("first.js", "reader.js", "settings.js", "search.js")
"""Pages need none of them to be read."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A shared file and the link to it."""

    link: str
    file: OutputFile


def _text(name: str) -> str:
    return (files("prism.editions.assets") / name).read_text("utf-8")


def _named(stem: str, suffix: str, media_type: str, body: bytes) -> Asset:
    digest = hashlib.sha256(body).hexdigest()[:12]
    path = f"assets/{stem}.{digest}.{suffix}"
    return Asset(f"/{path}", OutputFile(path, media_type, body))


_built: dict[tuple[str, str, tuple[tuple[str, str], ...]], Asset] = {}


def stylesheet(locale: Locale, name: str = "lists") -> Asset:
    """One of the edition's style sheets (a key of `SHEETS`): the house's, with the locale's fonts set in front."""
    key = (name, locale.tag, tuple(sorted(locale.fonts.items())))
    if key not in _built:
        fonts = "".join(f"--font-{role}:{stack};" for role, stack in key[2])
        css = _smaller("\n".join((f":root{{{fonts}}}", *map(_text, SHEETS[name]))))
        stem = "prism" if name == "lists" else name
        _built[key] = _named(f"{stem}-{locale.tag}", "css", "text/css; charset=utf-8", css.encode())
    return _built[key]


@cache
def script(name: str) -> Asset:
    """A script of the site's own ("search.js"), without its comments and indents."""
    lines = (line.strip() for line in _text(name).splitlines())
    body = "\n".join(line for line in lines if line and not line.startswith(("//", "/*", "*"))) + "\n"
    return _named(name.removesuffix(".js"), "js", "text/javascript; charset=utf-8", body.encode())


@cache
def worker() -> OutputFile:
    """The service worker. Its address may never change, and what it may answer for is below its own folder: it stands at the root."""
    return OutputFile("sw.js", "text/javascript; charset=utf-8", _text("sw.js").encode())


@cache
def icon() -> Asset:
    """The site's icon."""
    return _named("icon", "svg", "image/svg+xml", _text("icon.svg").encode())


def shared_assets(locales: tuple[Locale, ...]) -> Iterator[OutputFile]:
    """All shared files that the pages of these editions point at."""
    yield icon().file
    yield worker()
    for name in SCRIPTS:
        yield script(name).file
    for locale in locales:
        for name in SHEETS:
            yield stylesheet(locale, name).file


def _smaller(css: str) -> str:
    """The sheet without comments and needless spaces, its custom properties by short names."""
    css = _AROUND.sub(lambda found: found[1] or "", _SPACES.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip()
    names = {name: f"--{number:x}" for number, name in enumerate(sorted(set(_PROPERTY.findall(css))), 10)}
    return _PROPERTY.sub(lambda found: names[found.group()], css)
