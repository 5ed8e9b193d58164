"""Sources: bytes of a response → entries; which source is due; what may be done with what it brings.

Everything here is a pure function of its arguments. `newsroom.py` fetches, calls, and stores:

    entries, known = settle(read_feed(body, url=…, headers=…, source=…, seen_at=…).entries, known)
    source, polling = after_poll(source, polling, response, feed, now, new_entries)
"""

from __future__ import annotations

from prism.sources.discovery import discover
from prism.sources.feeds import Feed, read_feed
from prism.sources.health import health
from prism.sources.identity import Known, entry_id, settle
from prism.sources.opml import read_opml, source_id, write_opml
from prism.sources.polling import after_failure, after_poll, conditional_headers, is_unchanged
from prism.sources.rights import decide_rights
from prism.sources.rsl import linked as linked_licences

__all__ = [
    "Feed",
    "Known",
    "after_failure",
    "after_poll",
    "conditional_headers",
    "decide_rights",
    "discover",
    "entry_id",
    "health",
    "is_unchanged",
    "linked_licences",
    "read_feed",
    "read_opml",
    "settle",
    "source_id",
    "write_opml",
]
