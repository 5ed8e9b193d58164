"""SAFETY row 9: malformed feeds. No exception but ParseError; ids stable from one poll to the next.

The public feeds are read whole and cut; our own recorded ones are cut at every tenth byte and damaged byte by byte.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.model import ParseError, Source
from prism.sources import Known, read_feed, settle

URL = "http://127.0.0.1:8097/feed.xml"
SOURCE = Source("s1", "x", URL)
SEEN_AT = datetime(2026, 11, 22, tzinfo=UTC)
PUBLIC = Path(__file__).parents[3] / "shared" / "data" / "feedparser"
RECORDED = Path(__file__).parents[1] / "sources" / "recorded"
OWN = sorted(path for path in RECORDED.iterdir() if not path.name.endswith(".expected.json"))


def poll(body: bytes) -> tuple[str, ...] | None:
    """The ids of a poll, or None for a body that is refused as a whole."""
    try:
        feed = read_feed(body, url=URL, headers={}, source=SOURCE, seen_at=SEEN_AT)
    except ParseError:
        return None
    first, known = settle(feed.entries, Known())
    second, _ = settle(feed.entries, known)
    assert [entry.id for entry in first] == [entry.id for entry in second]
    assert all(entry.url.startswith(("http://", "https://")) for entry in first)
    return tuple(entry.id for entry in first)


@pytest.mark.data
@pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public feeds are not beside the checkout")
def test_public_feeds_whole_and_cut() -> None:
    read = 0
    for path in sorted(path for path in PUBLIC.rglob("*") if path.is_file()):
        body = path.read_bytes()
        ids = poll(body)
        assert ids == poll(body), path
        poll(body[: len(body) * 2 // 3])
        read += ids is not None
    assert read >= 2100


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_our_own_feeds_cut_anywhere(path: Path) -> None:
    body = path.read_bytes()
    whole = poll(body)
    assert whole is not None
    for end in range(0, len(body), 10):
        ids = poll(body[:end])
        assert ids is None or len(ids) <= len(whole) + 1, "a cut feed has at most one entry that the whole one has not"


@given(st.sampled_from(OWN), st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=6))
def test_our_own_feeds_with_damaged_bytes(path: Path, damage: list[tuple[int, int]]) -> None:
    body = bytearray(path.read_bytes())
    for at, byte in damage:
        body[at % len(body)] = byte
    assert poll(bytes(body)) == poll(bytes(body))


def test_a_name_that_no_element_may_have_costs_nothing_but_itself() -> None:
    """Two bytes gone: the name of an element swallows what follows it, and the parser calls the mended one by all of that."""
    body = bytearray(next(path for path in OWN if path.name == "news-sitemap-ja.xml").read_bytes())
    body[54] = body[277] = 0
    assert poll(bytes(body)) is not None


def test_a_poll_between_two_good_ones_that_was_damaged_changes_no_id() -> None:
    body = (RECORDED / "rss20-cp949-ko.xml").read_bytes()
    feed = read_feed(body, url=URL, headers={}, source=SOURCE, seen_at=SEEN_AT)
    first, known = settle(feed.entries, Known())
    cut = read_feed(body[: len(body) - 200], url=URL, headers={}, source=SOURCE, seen_at=SEEN_AT)
    between, known = settle(cut.entries, known)
    after, _ = settle(feed.entries, known)
    assert [entry.id for entry in after] == [entry.id for entry in first]
    assert between[0].id == first[0].id
