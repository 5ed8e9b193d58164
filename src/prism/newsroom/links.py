"""Every link of a page to the site itself leads to a file of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from prism.model import OutputFile, Standing
from prism.ports import SiteStore

STAGE = "links"
_LINK = re.compile(rb"""<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src)="(/(?!/)[^"#?]*)""")


class Links:
    """The internal links of the pages that a build gives, each with the first page that has it."""

    def __init__(self, known: set[str]) -> None:
        """`known` are links that led somewhere before; those that are found to do so now are added."""
        self._known = known
        self._first: dict[str, str] = {}

    def watched(self, files: Iterable[OutputFile | Standing]) -> Iterator[OutputFile | Standing]:
        """The same files, looked at as they pass."""
        for file in files:
            if isinstance(file, OutputFile) and file.media_type.startswith("text/html"):
                for link in links_of(file.body):
                    if link not in self._known:
                        self._first.setdefault(link, file.path)
            yield file

    def broken(self, site: SiteStore) -> Iterator[tuple[str, str]]:
        """(page, link) of those that lead nowhere; asked when the site has the files."""
        for link, page in self._first.items():
            if not site.has(file_of(link)):
                yield page, link
            else:
                self._known.add(link)


def links_of(body: bytes) -> Iterator[str]:
    """The internal links of a page, each once, as addresses without query and fragment, percent-encoding kept."""
    for link in dict.fromkeys(_LINK.findall(body)):
        yield link.decode("utf-8", "replace")


def file_of(link: str) -> str:
    """The file that a server shows for an internal link."""
    path = unquote(link.replace("&amp;", "&")).removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def still_broken(site: SiteStore, page: str) -> str | None:
    """A link of a page that leads nowhere, or None; a page that is gone has none."""
    body = site.read(page)
    return next((link for link in links_of(body or b"") if not site.has(file_of(link))), None)
