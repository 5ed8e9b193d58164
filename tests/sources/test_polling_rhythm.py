from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.model import Entry, Polling, Response, Source, Unreachable
from prism.sources import Feed, after_failure, after_poll, conditional_headers, is_unchanged
from prism.sources.polling import (
    FIRST_FAILURE_S,
    GONE_AFTER_FAILURES,
    JITTER,
    LONGEST_FAILURE_S,
    LONGEST_S,
    SHORTEST_S,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOURCE = Source("s1", "Tide", "https://tide.example/feed.xml")
NEW = Polling("s1", next_poll_at=NOW)
EMPTY = Feed("Tide", "", "", "", ())


def answer(
    status: int = 200, body: bytes = b"<rss/>", headers: Mapping[str, str] | None = None, permanent: str = ""
) -> Response:
    return Response(SOURCE.feed_url, status, headers or {}, body, NOW, permanent or SOURCE.feed_url)


def feed(count: int, every: timedelta, **values: object) -> Feed:
    entries = tuple(
        Entry(f"e{n}", "s1", "", f"https://tide.example/{n}", "t", NOW, published_at=NOW - n * every)
        for n in range(count)
    )
    return replace(EMPTY, entries=entries, **values)  # type: ignore[arg-type]  # the fields are named by the callers below


def wait(polling: Polling, since: datetime = NOW) -> float:
    return (polling.next_poll_at - since).total_seconds()


def test_the_first_reading_learns_from_the_feeds_own_dates() -> None:
    _, busy = after_poll(SOURCE, NEW, answer(), feed(100, timedelta(minutes=15)), NOW, 100)
    _, slow = after_poll(SOURCE, NEW, answer(), feed(3, timedelta(days=2)), NOW, 3)
    assert busy.items_a_day == pytest.approx(97, rel=0.1)
    assert slow.items_a_day < 1
    assert SHORTEST_S <= wait(busy) < wait(slow) <= LONGEST_S * (1 + JITTER)


def test_old_dates_alone_are_a_source_that_sleeps() -> None:
    old = replace(
        EMPTY, entries=tuple(replace(e, published_at=NOW - timedelta(days=400)) for e in feed(5, timedelta()).entries)
    )
    _, polling = after_poll(SOURCE, NEW, answer(), old, NOW, 5)
    assert polling.interval_s == LONGEST_S


def test_the_rhythm_is_learnt_and_unlearnt() -> None:
    polling, now = NEW, NOW
    while now < NOW + timedelta(days=2):
        _, polling = after_poll(SOURCE, polling, answer(body=str(now).encode()), feed(1, timedelta(days=1)), now, 12)
        now = polling.next_poll_at
    assert polling.interval_s < 2 * SHORTEST_S
    while now < NOW + timedelta(days=12):
        _, polling = after_poll(SOURCE, polling, answer(304), None, now)
        now = polling.next_poll_at
    assert polling.interval_s > 4 * 3600


@given(st.lists(st.integers(min_value=0, max_value=100_000), max_size=30), st.floats(min_value=0, max_value=1e9))
def test_pauses_stay_within_bounds(found: list[int], ttl: float) -> None:
    polling, now = NEW, NOW
    for new in found:
        said = replace(EMPTY, ttl_s=ttl)
        _, polling = after_poll(SOURCE, polling, replace(answer(), body=str(now).encode()), said, now, new)
        assert SHORTEST_S <= wait(polling, now) <= LONGEST_S * (1 + JITTER)
        assert polling.items_a_day >= 0
        now = polling.next_poll_at


def test_ttl_is_respected() -> None:
    _, polling = after_poll(SOURCE, NEW, answer(), feed(500, timedelta(minutes=1), ttl_s=7200.0), NOW, 500)
    assert wait(polling) >= 7200


def test_quiet_hours_and_days_are_respected() -> None:
    quiet = feed(500, timedelta(minutes=1), skip_hours=frozenset({12, 13}), skip_days=frozenset({0}))
    _, polling = after_poll(SOURCE, NEW, answer(), quiet, NOW, 500)
    assert polling.next_poll_at == datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
    _, late = after_poll(SOURCE, NEW, answer(), quiet, datetime(2026, 11, 22, 23, 58, tzinfo=UTC), 500)
    assert late.next_poll_at == datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


def test_validators_are_kept_and_sent() -> None:
    _, polling = after_poll(SOURCE, NEW, answer(headers={"etag": '"a"', "last-modified": "yesterday"}), EMPTY, NOW)
    assert conditional_headers(polling) == {"if-none-match": '"a"', "if-modified-since": "yesterday"}
    _, still = after_poll(SOURCE, polling, answer(304, b""), None, NOW + timedelta(hours=1))
    assert conditional_headers(still) == conditional_headers(polling)
    assert still.last_success_at == NOW + timedelta(hours=1)
    assert still.body_hash == polling.body_hash
    _, without = after_poll(SOURCE, polling, answer(body=b"new"), EMPTY, NOW)
    assert conditional_headers(without) == {}
    assert conditional_headers(NEW) == {}


def test_the_same_bytes_are_not_read_again() -> None:
    _, polling = after_poll(SOURCE, NEW, answer(body=b"same"), EMPTY, NOW)
    assert is_unchanged(polling, answer(body=b"same"))
    assert not is_unchanged(polling, answer(body=b"other"))
    assert not is_unchanged(NEW, answer(body=b"same"))
    assert not is_unchanged(polling, answer(500, b"same"))
    _, again = after_poll(SOURCE, polling, answer(body=b"same"), None, NOW)
    assert again.failures == 0


def test_a_permanent_redirect_moves_the_source_once_a_feed_is_read_there() -> None:
    moved = answer(permanent="https://new.example/feed.xml")
    source, _ = after_poll(SOURCE, NEW, moved, EMPTY, NOW)
    assert source.feed_url == "https://new.example/feed.xml"
    assert source.id == SOURCE.id
    kept, polling = after_poll(SOURCE, NEW, moved, None, NOW)
    assert kept == SOURCE
    assert polling.failures == 1
    kept, _ = after_poll(SOURCE, NEW, replace(moved, status=404), None, NOW)
    assert kept == SOURCE


def test_the_feeds_own_word_of_a_move() -> None:
    source, _ = after_poll(SOURCE, NEW, answer(), replace(EMPTY, moved_to="https://new.example/f"), NOW)
    assert source.feed_url == "https://new.example/f"


def test_410_is_gone_at_once_and_404_after_long() -> None:
    _, gone = after_poll(SOURCE, NEW, answer(410), None, NOW)
    assert gone.gone
    assert "410" in gone.problem
    polling, now = replace(NEW, last_success_at=NOW - timedelta(days=1)), NOW
    for _ in range(60):
        _, polling = after_poll(SOURCE, polling, answer(404), None, now)
        if polling.gone:
            break
        now = polling.next_poll_at
    assert polling.gone
    assert polling.failures >= GONE_AFTER_FAILURES
    assert now - NOW >= timedelta(days=6)


def test_a_403_is_never_gone() -> None:
    polling, now = NEW, NOW
    for _ in range(40):
        _, polling = after_poll(SOURCE, polling, answer(403), None, now)
        now = polling.next_poll_at
    assert not polling.gone
    assert polling.failures == 40


def test_pauses_grow_and_are_capped() -> None:
    polling, now, waits = NEW, NOW, []
    for _ in range(15):
        polling = after_failure(SOURCE, polling, Unreachable("no answer", subject=SOURCE.feed_url), now)
        waits.append(wait(polling, now))
        now = polling.next_poll_at
    assert FIRST_FAILURE_S <= waits[0] <= FIRST_FAILURE_S * (1 + JITTER)
    assert all(b > a for a, b in pairwise(waits[:9]))
    assert max(waits) <= LONGEST_FAILURE_S * (1 + JITTER)
    assert "no answer" in polling.problem
    _, well = after_poll(SOURCE, polling, answer(), feed(1, timedelta(days=1)), now)
    assert (well.failures, well.problem) == (0, "")


def test_sources_do_not_come_in_one_crowd_and_each_keeps_its_place() -> None:
    sources = [replace(SOURCE, id=f"s{n}") for n in range(50)]
    waits = {wait(after_failure(source, NEW, Unreachable("x"), NOW)) for source in sources}
    assert len(waits) == 50
    assert waits == {wait(after_failure(source, NEW, Unreachable("x"), NOW)) for source in sources}


@pytest.mark.parametrize(
    ("status", "value", "least", "most"),
    [
        (429, "3600", 3600, 3600),
        (503, "Sun, 22 Nov 2026 14:00:00 GMT", 7200, 7200),
        (429, "1", SHORTEST_S, SHORTEST_S * (1 + JITTER)),
        (429, "-5", SHORTEST_S, SHORTEST_S * (1 + JITTER)),
        (503, "Mon, 22 Nov 2036 14:00:00 GMT", 86_400, 86_400),
        (503, "whenever", SHORTEST_S, SHORTEST_S * (1 + JITTER)),
    ],
)
def test_retry_after(status: int, value: str, least: float, most: float) -> None:
    _, polling = after_poll(SOURCE, NEW, answer(status, headers={"retry-after": value}), None, NOW)
    assert least <= wait(polling) <= most
    assert str(status) in polling.problem


def test_a_short_retry_after_does_not_hold_up_the_growing_pause() -> None:
    polling, now, waits = NEW, NOW, []
    for _ in range(12):
        _, polling = after_poll(SOURCE, polling, answer(503, headers={"retry-after": "1"}), None, now)
        waits.append(wait(polling, now))
        now = polling.next_poll_at
    assert all(later >= earlier * 1.5 for earlier, later in pairwise(waits[:8]))
    assert LONGEST_FAILURE_S <= waits[-1] <= LONGEST_FAILURE_S * (1 + JITTER)
    assert wait(after_failure(SOURCE, NEW, Unreachable("x"), NOW, 1e12)) <= LONGEST_FAILURE_S * (1 + JITTER)


def test_a_validator_too_long_to_send_is_none() -> None:
    _, polling = after_poll(SOURCE, NEW, answer(headers={"etag": "x" * 5000, "last-modified": "y"}), EMPTY, NOW)
    assert conditional_headers(polling) == {"if-modified-since": "y"}


def test_fresh_for_an_hour_at_most() -> None:
    busy = feed(500, timedelta(minutes=1))
    _, polling = after_poll(SOURCE, NEW, answer(headers={"cache-control": "public, max-age=31536000"}), busy, NOW, 500)
    assert 3600 <= wait(polling) <= 3600 * (1 + JITTER)


def test_what_is_odd_about_a_feed_that_can_be_read_is_said() -> None:
    _, empty = after_poll(SOURCE, NEW, answer(), EMPTY, NOW)
    assert "no items" in empty.problem
    _, still = after_poll(SOURCE, empty, answer(304), None, NOW)
    assert "no items" in still.problem
    _, ended = after_poll(SOURCE, NEW, answer(), replace(EMPTY, ended=True), NOW)
    assert "ended" in ended.problem
