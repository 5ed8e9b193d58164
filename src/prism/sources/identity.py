"""When two items are the same: ids that stay from poll to poll, whatever the feed does to its guids and links.

An entry is named after its address (without scheme, `www.`, closing slash), because that is what a reader and an archive
share, and because feeds change guids far more often than addresses. Only an item without an address of its own is named
after its guid, or else after its title. That needs no memory, and makes a feed with changed guids the same entries.

A moved link needs memory: `settle` takes what earlier polls saw (`Known`, a small value that the caller keeps) and gives an
item whose guid was seen before the id that it had then, even when its address is new. A guid that several items of one feed
share says nothing and is not believed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from prism.model import Entry, derived_id

MAX_REMEMBERED = 4000
"""Guids kept of one source; the oldest are forgotten first."""


def entry_id(source_id: str, *, url: str, guid: str = "", title: str = "") -> str:
    """The id of an item.

    Args:
        source_id: whose.
        url: its address as `web.addresses.clean` gives it, or empty if it has none of its own.
        guid: as the feed gives it, may be empty.
        title: plain text, may be empty.

    Returns:
        An id that depends on the address alone when there is one, else on the guid, else on the title.
    """
    if url:
        return derived_id("entry", source_id, "url", address_key(url))
    if guid:
        return derived_id("entry", source_id, "guid", guid)
    return derived_id("entry", source_id, "title", title)


def address_key(url: str) -> str:
    """An address without what changes when a site moves to https or drops its `www.`."""
    parts = urlsplit(url)
    host = parts.netloc.removeprefix("www.")
    key = host + parts.path.rstrip("/")
    return f"{key}?{parts.query}" if parts.query else key


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier polls of one source saw.

    Attributes:
        by_guid: guid → (entry id, address key), the latest seen last.
    """

    by_guid: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def to_json(self) -> str:
        """As text that can be kept."""
        return json.dumps(self.by_guid, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(text: str | None) -> Known:
        """What `to_json` gave; nothing known for None, empty or damaged text."""
        try:
            value = json.loads(text) if text else {}
        except ValueError:
            return Known()
        if not isinstance(value, dict):
            return Known()
        pairs = {guid: pair for guid, pair in value.items() if isinstance(pair, list) and len(pair) == 2}  # noqa: PLR2004 - id and key
        return Known({guid: (str(pair[0]), str(pair[1])) for guid, pair in pairs.items()})


def settle(entries: Sequence[Entry], known: Known) -> tuple[tuple[Entry, ...], Known]:
    """Give items that were seen before the ids that they had then.

    Args:
        entries: of one poll of one source, as `read_feed` gives them.
        known: what earlier polls saw; `Known()` before the first.

    Returns:
        The entries, one an id, and what the next poll must know. The same poll twice gives the same again.
    """
    counts = Counter(entry.guid for entry in entries if entry.guid)
    usable = {guid for guid, count in counts.items() if count == 1}
    taken = {address: entry_id for entry_id, address in known.by_guid.values()}
    memory = dict(known.by_guid)
    settled = []
    for entry in entries:
        key = address_key(entry.url) if entry.url else ""
        before = memory.get(entry.guid) if entry.guid in usable else None
        if before is not None:
            kept = replace(entry, id=before[0])
        elif key in taken:
            kept = replace(entry, id=taken[key])
        else:
            kept = entry
        settled.append(kept)
        if entry.guid in usable:
            memory.pop(entry.guid, None)
            memory[entry.guid] = (kept.id, key)
    return once(settled), Known(dict(list(memory.items())[-MAX_REMEMBERED:]))


def once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry an id, at the place of the first, with what the fuller of the two has."""
    merged: dict[str, Entry] = {}
    for entry in entries:
        merged[entry.id] = _fuller(merged[entry.id], entry) if entry.id in merged else entry
    return tuple(merged.values())


def _fuller(first: Entry, second: Entry) -> Entry:
    """The first, with what it lacks taken from the second."""
    return replace(
        first,
        title=first.title or second.title,
        summary=first.summary or second.summary,
        content=first.content or second.content,
        authors=first.authors or second.authors,
        language=first.language or second.language,
        published_at=first.published_at or second.published_at,
        updated_at=max(filter(None, (first.updated_at, second.updated_at)), default=None),
        licence=first.licence or second.licence,
    )
