"""Row 11, from the newsroom's side: what the log of requests shows, by a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.newsroom.press import NOW, Press, newsroom, pressing, usual

from prism.adapters.testing import SetClock, WordEmbedder
from prism.newsroom import Tools, run_once


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Tools, Press, SetClock]]:
    clock = SetClock(NOW)
    pieces = {"haedeul": usual()["haedeul"]}
    with pressing(pieces) as press, newsroom(tmp_path, press, clock, WordEmbedder()) as tools:
        tools.archive.put_source(press.sources()[0], poll_at=NOW)
        yield tools, press, clock


def polls(press: Press) -> int:
    return sum(path.endswith("/feed") for _, path, _ in press.asked)


def test_a_feed_is_not_asked_before_it_is_due(desk: tuple[Tools, Press, SetClock]) -> None:
    tools, press, clock = desk
    run_once(tools)
    run_once(tools)
    assert polls(press) == 1
    due = tools.archive.pollings()["src-haedeul"].next_poll_at
    clock.at = due - timedelta(seconds=1)
    run_once(tools)
    assert polls(press) == 1
    clock.at = due
    run_once(tools)
    assert polls(press) == 2


def test_validators_are_sent_and_a_304_is_a_success(desk: tuple[Tools, Press, SetClock]) -> None:
    tools, press, clock = desk
    press.feed_status["haedeul"] = (200, {"ETag": '"v1"', "Last-Modified": "Fri, 20 Nov 2026 05:00:00 GMT"})
    run_once(tools)
    press.feed_status["haedeul"] = (304, {})
    clock.advance(timedelta(days=1))
    run_once(tools)
    headers = next(headers for _, path, headers in reversed(press.asked) if path.endswith("/feed"))
    assert headers["if-none-match"] == '"v1"'
    assert headers["if-modified-since"] == "Fri, 20 Nov 2026 05:00:00 GMT"
    polling = tools.archive.pollings()["src-haedeul"]
    assert (polling.failures, polling.problem, polling.last_success_at) == (0, "", clock.now())


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("asked", "at_least", "at_most"),
    [
        ("7200", timedelta(hours=2), timedelta(hours=3)),
        ("Fri, 20 Nov 2026 10:00:00 GMT", timedelta(hours=4), timedelta(hours=5)),
        ("-5", timedelta(minutes=4), timedelta(hours=12)),
        ("315360000", timedelta(hours=1), timedelta(days=8)),
        ("soon", timedelta(minutes=4), timedelta(hours=12)),
    ],
)
def test_retry_after_is_obeyed_within_reason(
    desk: tuple[Tools, Press, SetClock], status: int, asked: str, at_least: timedelta, at_most: timedelta
) -> None:
    tools, press, clock = desk
    press.feed_status["haedeul"] = (status, {"Retry-After": asked})
    summary = run_once(tools)
    polling = tools.archive.pollings()["src-haedeul"]
    assert at_least <= polling.next_poll_at - clock.now() <= at_most
    assert [failure.stage for failure in summary.failures] == ["poll"]
    assert polling.problem


def test_pauses_grow_with_each_failure_and_end_with_a_success(desk: tuple[Tools, Press, SetClock]) -> None:
    tools, press, clock = desk
    press.feed_status["haedeul"] = (500, {})
    pauses = []
    for _ in range(6):
        run_once(tools)
        polling = tools.archive.pollings()["src-haedeul"]
        pauses.append(polling.next_poll_at - clock.now())
        clock.at = polling.next_poll_at
    assert pauses[-1] > pauses[0]
    assert max(pauses) <= timedelta(days=2)
    press.feed_status.clear()
    assert run_once(tools).failures == ()
    assert tools.archive.pollings()["src-haedeul"].failures == 0


def test_a_feed_that_is_gone_is_asked_no_more_and_says_so(desk: tuple[Tools, Press, SetClock]) -> None:
    tools, press, clock = desk
    press.feed_status["haedeul"] = (410, {})
    run_once(tools)
    clock.advance(timedelta(days=60))
    summary = run_once(tools)
    assert polls(press) == 1
    assert tools.archive.pollings()["src-haedeul"].gone
    assert any("gone" in failure.error for failure in summary.failures)
