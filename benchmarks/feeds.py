"""How fast feeds are read, beside two libraries on the same bytes in the same run.

    .venv/bin/python benchmarks/feeds.py [RUNS]

Three corpora: the recorded feeds of our tests (small, every dialect), the public feeds beside the checkout when they are
there (tiny, odd), and a large one made here (200 items with full text). Medians of RUNS runs (default 5), feeds a second.
Ours reads to the end: decoding, safety, addresses, dates, ids, plain titles; the others parse only.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import fastfeedparser
import feedparser

from prism.model import ParseError, Source
from prism.sources import read_feed

ROOT = Path(__file__).parent.parent
RECORDED = ROOT / "tests" / "sources" / "recorded"
PUBLIC = ROOT.parent / "shared" / "data" / "feedparser" / "wellformed"
URL = "https://feeds.example/feed"
SOURCE = Source("s1", "x", URL)
SEEN_AT = datetime(2026, 11, 22, tzinfo=UTC)


def large() -> bytes:
    """An RSS feed of 200 items with full text, about 600 KB."""
    text = "&lt;p&gt;" + "The bridge stays closed for two weeks, the city said. " * 50 + "&lt;/p&gt;"
    items = "".join(
        f"<item><title>Story {n} &amp;amp; more</title><link>https://tide.example/{n}?utm_source=rss</link>"
        f"<guid isPermaLink='false'>{n}</guid><pubDate>Sun, 22 Nov 2026 10:{n % 60:02}:00 +0900</pubDate>"
        f"<description>{text[:300]}</description><content:encoded>{text}</content:encoded></item>"
        for n in range(200)
    )
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tide</title>'
    return f"{head}{items}</channel></rss>".encode()


def ours(body: bytes) -> None:
    try:
        read_feed(body, url=URL, headers={}, source=SOURCE, seen_at=SEEN_AT)
    except ParseError:
        return


def fast(body: bytes) -> None:
    try:
        fastfeedparser.parse(body)
    except (ValueError, KeyError, TypeError, AttributeError):
        return


def second(body: bytes) -> None:
    feedparser.parse(body)


def rate(read: Callable[[bytes], None], bodies: list[bytes]) -> float:
    """Feeds a second, once over all bodies."""
    started = time.perf_counter()
    for body in bodies:
        read(body)
    return len(bodies) / (time.perf_counter() - started)


def main() -> None:
    warnings.simplefilter("ignore")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    recorded = [p.read_bytes() for p in sorted(RECORDED.iterdir()) if not p.name.endswith(".expected.json")]
    corpora = {"recorded": recorded * 10, "large": [large()] * 5}
    if PUBLIC.is_dir():
        corpora["public"] = [path.read_bytes() for path in sorted(PUBLIC.rglob("*.xml"))]
    for name, bodies in corpora.items():
        size = sum(map(len, bodies)) / len(bodies) / 1024
        rates: dict[str, list[float]] = {}
        for _ in range(runs):
            for reader, read in (("ours", ours), ("fastfeedparser", fast), ("feedparser", second)):
                rates.setdefault(reader, []).append(rate(read, bodies))
        medians = {reader: statistics.median(values) for reader, values in rates.items()}
        told = ", ".join(f"{reader} {value:,.0f}/s" for reader, value in medians.items())
        print(
            f"feeds, {name} ({len(bodies)} of {size:.1f} KB): {told}; ours / feedparser {medians['ours'] / medians['feedparser']:.1f}"
        )


if __name__ == "__main__":
    main()
