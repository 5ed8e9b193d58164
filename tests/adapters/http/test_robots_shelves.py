from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from prism.adapters.http.robots_files import Shelves, not_had, read_answer

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_file_is_at_hand_for_a_day() -> None:
    shelves = Shelves()
    shelf = shelves.of("http://news.example")
    assert shelf.at_hand(NOW) is None
    file = shelves.put("http://news.example", read_answer("u", 200, b"User-agent: *", NOW), NOW)
    assert shelf.at_hand(NOW) is file
    assert shelf.at_hand(NOW + timedelta(hours=23)) is file
    assert shelf.at_hand(NOW + timedelta(hours=24)) is None
    assert shelf.at_hand(NOW - timedelta(hours=2)) is None


@pytest.mark.parametrize(
    ("first", "second", "kept"), [(200, 503, 200), (404, 503, 404), (503, 200, 200), (503, 500, 500), (200, 404, 404)]
)
def test_what_was_had_outlives_what_was_not(first: int, second: int, kept: int) -> None:
    shelves = Shelves()
    shelves.put("http://news.example", read_answer("u", first, b"", NOW), NOW)
    assert shelves.put("http://news.example", read_answer("u", second, b"", NOW), NOW).status == kept


def test_a_host_that_did_not_answer_is_asked_again_sooner_than_one_that_did() -> None:
    assert not_had("u", "deadline", NOW).lasts < read_answer("u", 503, b"", NOW).lasts < timedelta(hours=1)


def test_a_thousand_hostile_files_do_not_fill_the_memory() -> None:
    shelves = Shelves()
    for number in range(100):
        shelves.put(f"http://h{number}.example", read_answer("u", 200, b"#" * 500_000, NOW), NOW)
        assert shelves.characters <= 4 * 1024 * 1024
    assert shelves.of("http://h99.example").file is not None
    assert shelves.of("http://h0.example").file is None
    for number in range(5000):
        shelves.put(f"http://s{number}.example", read_answer("u", 404, b"", NOW), NOW)
    assert len(shelves) <= 2000
