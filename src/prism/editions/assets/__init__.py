"""Style sheet and icon: shared files whose names hold the hash of what is in them."""

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


_built: dict[tuple[str, tuple[tuple[str, str], ...]], Asset] = {}


def stylesheet(locale: Locale) -> Asset:
    """The edition's style sheet: the house's one, with the locale's fonts set in front."""
    key = (locale.tag, tuple(sorted(locale.fonts.items())))
    if key not in _built:
        fonts = "".join(f"--font-{role}:{stack};" for role, stack in key[1])
        css = _smaller(f":root{{{fonts}}}\n{_text('prism.css')}")
        _built[key] = _named(f"prism-{locale.tag}", "css", "text/css; charset=utf-8", css.encode())
    return _built[key]


@cache
def icon() -> Asset:
    """The site's icon."""
    return _named("icon", "svg", "image/svg+xml", _text("icon.svg").encode())


def shared_assets(locales: tuple[Locale, ...]) -> Iterator[OutputFile]:
    """All shared files that the pages of these editions point at."""
    yield icon().file
    for locale in locales:
        yield stylesheet(locale).file


def _smaller(css: str) -> str:
    """The sheet without comments and needless spaces, its custom properties by short names."""
    css = _AROUND.sub(lambda found: found[1] or "", _SPACES.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip()
    names = {name: f"--{number:x}" for number, name in enumerate(sorted(set(_PROPERTY.findall(css))), 10)}
    return _PROPERTY.sub(lambda found: names[found.group()], css)
