from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from prism.model import Polling, Source, Use
from prism.sources import health

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOURCE = Source("s1", "Tide", "https://tide.example/feed.xml", rights=Use.FULL)
WELL = Polling(
    "s1",
    next_poll_at=NOW + timedelta(minutes=40),
    last_polled_at=NOW,
    last_success_at=NOW - timedelta(minutes=5),
    items_a_day=12.3,
)


def test_well() -> None:
    assert health(SOURCE, WELL, NOW) == "well; last read 5 minutes ago; next in 40 minutes; 12 items a day"


def test_rights_that_wait_for_the_operator() -> None:
    assert "rights not given" in health(replace(SOURCE, rights=None), WELL, NOW)


def test_never_asked() -> None:
    assert health(SOURCE, Polling("s1", next_poll_at=NOW), NOW) == "never asked yet, next now"


def test_failing() -> None:
    failing = replace(
        WELL, failures=3, problem="no answer", next_poll_at=NOW + timedelta(hours=2), last_success_at=None
    )
    assert health(SOURCE, failing, NOW) == "failed 3 times in a row: no answer; never read, next try in 2 hours"
    assert health(SOURCE, replace(failing, failures=1), NOW).startswith("failed once: no answer")


def test_gone() -> None:
    gone = replace(WELL, gone=True, problem="the feed is gone for good (410)", last_success_at=NOW - timedelta(days=3))
    assert health(SOURCE, gone, NOW) == "not asked any more: the feed is gone for good (410); last read 3 days ago"


def test_slow_and_silent() -> None:
    assert "about 3 items a week" in health(SOURCE, replace(WELL, items_a_day=0.4), NOW)
    assert "hardly anything new" in health(SOURCE, replace(WELL, items_a_day=0.01), NOW)


def test_a_clock_that_went_back_says_nothing_absurd() -> None:
    assert "less than a minute ago" in health(SOURCE, WELL, NOW - timedelta(days=1))
