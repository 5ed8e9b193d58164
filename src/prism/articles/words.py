r"""What newspapers of each language write around their articles: the tables, compiled.

One TOML a language in `tables/`, all lists of regular expressions (`\p{Han}` stands for Chinese characters). A page may carry
lines in another language than its text (a wire's, a network's), so all tables count for every page.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

_HAN = "\u3400-\u4dbf\u4e00-\u9fff々"


@cache
def table(key: str) -> tuple[str, ...]:
    """The entries of all languages under a key."""
    entries: list[str] = []
    for name in _languages():
        entries += _loaded(name).get(key, [])
    return tuple(entry.replace(r"\p{Han}", _HAN) for entry in entries)


@cache
def _languages() -> tuple[str, ...]:
    names = [item.name for item in files("prism.articles").joinpath("tables").iterdir()]
    return tuple(sorted(name for name in names if name.endswith(".toml")))


@cache
def _loaded(name: str) -> dict[str, list[str]]:
    text = files("prism.articles").joinpath("tables", name).read_text(encoding="utf-8")
    return {key: [str(entry) for entry in entries] for key, entries in tomllib.loads(text).items()}


class Lines:
    """The entries under a key, to be looked for in a line; those that begin with `^` are tried only at its beginning."""

    def __init__(self, entries: Iterable[str]) -> None:
        listed = tuple(entries)
        anchored = [entry.removeprefix("^") for entry in listed if entry.startswith("^")]
        free = [entry for entry in listed if not entry.startswith("^")]
        self._anchored = re.compile(_any(anchored), re.IGNORECASE) if anchored else None
        self._free = re.compile(_any(free), re.IGNORECASE) if free else None

    def search(self, line: str) -> re.Match[str] | None:
        """The first entry that is found."""
        at_start = self._anchored.match(line) if self._anchored else None
        return at_start or (self._free.search(line) if self._free else None)

    def finditer(self, line: str) -> Iterator[re.Match[str]]:
        """All that are found, the one at the beginning first."""
        at_start = self._anchored.match(line) if self._anchored else None
        if at_start:
            yield at_start
        if self._free:
            yield from self._free.finditer(line)


@cache
def pattern(key: str) -> Lines:
    """The entries under a key, to be looked for in lines; case does not count."""
    return Lines(table(key))


@cache
def whole_line(key: str) -> re.Pattern[str]:
    """As `pattern`, but an entry must make up the whole line, decoration aside."""
    return re.compile(rf"^[\W_]*(?:{_any(table(key))})[\W_]*$", re.IGNORECASE)


def _any(entries: Iterable[str]) -> str:
    return "|".join(f"(?:{entry})" for entry in entries)
