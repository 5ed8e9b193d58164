"""What may be done with a page: gathers everything that was said about it, and has it weighed."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from prism import sources as feeds
from prism.model import Entry, FetchError, Refused, Request, Rights, Source
from prism.newsroom.tools import Tools
from prism.web import charsets, metas

_WELL_KNOWN = "/.well-known/tdmrep.json"
_FILE_BYTES = 512 * 1024
_OK = 200


class Permissions:
    """Decides rights at each fetch; files that speak for a whole host are asked for once a run."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._files: dict[str, bytes | None] = {}

    def of(self, source: Source, entry: Entry, *, url: str, headers: Mapping[str, str], body: bytes) -> Rights:
        """The decision for one page (`body` empty when only the feed's text is used), with its evidence."""
        meta = metas.page_meta(charsets.decode(body, headers, markup=True)) if body else {}
        return feeds.decide_rights(
            source,
            url=url,
            robots=self.forbidden(url),
            headers=headers,
            tdmrep=self._tdmrep(url),
            rsl=self._rsl(url, headers),
            page_meta=meta,
            licence=entry.licence or meta.get("license", ""),
            now=self._tools.clock.now(),
        )

    def forbidden(self, url: str) -> Rights | None:
        """What robots.txt forbids of an address; None when it forbids nothing."""
        try:
            return self._tools.fetcher.robots(url)
        except Refused:
            return None

    def _tdmrep(self, url: str) -> bytes | None:
        parts = urlsplit(url)
        return self._file(f"{parts.scheme}://{parts.netloc}{_WELL_KNOWN}", respect_robots=False)

    def _rsl(self, url: str, headers: Mapping[str, str]) -> bytes | None:
        try:
            named = self._tools.fetcher.licences(url)
        except Refused:
            named = ()
        for address in (*named, *feeds.linked_licences(headers.get("link", ""), url)):
            if body := self._file(address, respect_robots=True):
                return body
        return None

    def _file(self, url: str, *, respect_robots: bool) -> bytes | None:
        if url not in self._files:
            try:
                request = Request(url, max_bytes=_FILE_BYTES, deadline_s=10.0, respect_robots=respect_robots)
                response = self._tools.fetcher.fetch(request)
                self._files[url] = response.body if response.status == _OK else None
            except FetchError:
                # A file that can't be had reserves nothing and grants nothing; the page itself is asked for all the same.
                self._files[url] = None
        return self._files[url]
