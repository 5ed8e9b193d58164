"""Record again what the recorded feeds under tests/sources/recorded/ are read as.

    .venv/bin/python scripts/record_feeds.py

Each `NAME` gets its `NAME.expected.json` beside it. Look at every difference before it is committed: what is written here
is what the program does, and the test holds it to that.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from prism.model import Entry, Source
from prism.sources import Feed, read_feed

RECORDED = Path(__file__).parent.parent / "tests" / "sources" / "recorded"
SEEN_AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def read(path: Path) -> Feed:
    """The feed in a recorded file, as if it had come from an address that bears its name."""
    url = f"https://feeds.example/{path.name}"
    return read_feed(path.read_bytes(), url=url, headers={}, source=Source("recorded", "", url), seen_at=SEEN_AT)


def told(feed: Feed) -> dict[str, object]:
    """A feed as JSON values, without what is empty; ids are left out, since they derive from the rest."""
    values = {
        "format": feed.format,
        "title": feed.title,
        "homepage": feed.homepage,
        "language": feed.language,
        "licence": feed.licence,
        "more": list(feed.more),
        "ttl_s": feed.ttl_s,
        "skip_hours": sorted(feed.skip_hours),
        "moved_to": feed.moved_to,
        "notes": list(feed.notes),
        "entries": [_entry(entry) for entry in feed.entries],
    }
    return {name: value for name, value in values.items() if value}


def _entry(entry: Entry) -> dict[str, object]:
    values = {
        "guid": entry.guid,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content": entry.content,
        "authors": list(entry.authors),
        "language": entry.language,
        "published_at": entry.published_at.isoformat() if entry.published_at else "",
        "updated_at": entry.updated_at.isoformat() if entry.updated_at else "",
        "licence": entry.licence,
        "notes": list(entry.notes),
    }
    return {name: value for name, value in values.items() if value}


def main() -> None:
    """Write the expected value of every recorded feed."""
    for path in sorted(RECORDED.iterdir()):
        if not path.name.endswith(".expected.json"):
            value = json.dumps(told(read(path)), ensure_ascii=False, indent=1)
            path.with_name(f"{path.name}.expected.json").write_text(value + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
