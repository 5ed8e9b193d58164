"""The public test feeds of feedparser: nothing but ParseError is ever raised, and their own expectations hold.

They are read from beside the checkout and never copied into it.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prism.model import ParseError, Source
from prism.sources.feeds import read_feed, read_raw
from prism.sources.raw import RawFeed
from prism.web import addresses
from prism.web.text import plain

DATA = Path(__file__).parents[3] / "shared" / "data" / "feedparser"
URL = "http://127.0.0.1:8097/feed.xml"
EXPECTED = re.compile(
    r"Expect:\s+(?:not bozo and )?entries\[0\]\['(title|link)'\] == u?('[^']*'|\"[^\"]*\")\s*$", re.MULTILINE
)

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DATA.is_dir(), reason="the public feeds are not beside the checkout"),
]


def test_every_file_is_a_feed_or_a_parse_error_and_ids_stay() -> None:
    source, seen_at = Source("s1", "x", URL), datetime(2026, 11, 22, tzinfo=UTC)
    outcomes: Counter[bool] = Counter()
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        body = path.read_bytes()
        polls = []
        for _ in range(2):
            try:
                feed = read_feed(body, url=URL, headers={}, source=source, seen_at=seen_at)
            except ParseError as error:
                polls.append([str(error)])
            else:
                polls.append([entry.id for entry in feed.entries])
                outcomes[True] += 1
        assert polls[0] == polls[1], path
    assert sum(outcomes.values()) >= 2 * 2100


def test_the_expectations_in_the_well_formed_ones_hold() -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for path in sorted((DATA / "wellformed").rglob("*.xml")):
        body = path.read_bytes()
        expected = EXPECTED.search(body.decode("utf-8", "replace"))
        if expected is None:
            continue
        asked[expected[1]] += 1
        wanted = ast.literal_eval(expected[2])
        right[expected[1]] += holds(read_raw(body, url=URL, headers={})[0], expected[1], wanted)
    assert asked["title"] > 60
    assert asked["link"] > 10
    assert right["title"] / asked["title"] >= 0.98  # the other one wants a script's text kept
    assert right["link"] / asked["link"] >= 0.87  # the others want CDF, and the Content-Location header believed


def holds(feed: RawFeed, what: str, wanted: str) -> bool:
    item = feed.items[0] if feed.items else None
    if what == "title":
        return plain(item.title if item else "") == plain(wanted)
    base = addresses.clean(feed.base, URL) or URL
    base = addresses.clean(item.base, base) or base if item else base
    found = addresses.clean(item.links[0], base) if item and item.links else None
    return found == addresses.clean(wanted, base)
