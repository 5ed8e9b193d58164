"""SAFETY, row 11, the fetcher's side: what a host says about coming again is heard, by a clock that goes by hand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from prism.adapters.http import HttpFetcher
from prism.adapters.http.testing import HandClock, LoopbackServer, Seen, answer, pages
from prism.model import Request, Response, Unreachable

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY_S = 86_400


@pytest.fixture
def clock() -> HandClock:
    return HandClock(START)


def busy(status: int, retry_after: str | None) -> Iterator[LoopbackServer]:
    """Busy at the first page that is asked for, well at all others."""

    def script(seen: Seen) -> bytes:
        if seen.path == "/robots.txt":
            return answer(404)
        first = sum(path != "/robots.txt" for path in server.paths) == 1
        if not first:
            return answer(200, b"hello")
        return answer(status, b"busy", {} if retry_after is None else {"Retry-After": retry_after})

    with LoopbackServer(script) as server:
        yield server


@pytest.mark.parametrize(
    ("status", "retry_after", "rests_s"),
    [
        (429, "120", 120),
        (503, "120", 120),
        (429, "Sun, 22 Nov 2026 12:02:00 GMT", 120),
        (503, "Sun, 22 Nov 2026 21:02:00 +0900", 120),
        (429, "Sun, 22 Nov 2036 12:00:00 GMT", DAY_S),
        (503, "315360000", DAY_S),
        (429, None, 60),
        (429, "-120", 60),
        (429, "when we feel like it", 60),
        (429, "0", 0),
        (503, None, 0),
        (503, "-120", 0),
        (503, "Sun, 22 Nov 2020 12:00:00 GMT", 0),
        (500, "120", 0),
        (410, "120", 0),
    ],
)
def test_the_host_is_left_alone(status: int, retry_after: str | None, rests_s: int, clock: HandClock) -> None:
    for server in busy(status, retry_after):
        with HttpFetcher([server.host_port], delay_seconds=0, clock=clock) as fetcher:
            assert fetcher.fetch(Request(server.url("/feed"))).status == status
            if rests_s:
                for wait_s in (0, rests_s - 10):
                    clock.forward(wait_s)
                    with pytest.raises(Unreachable, match="left alone until 2026-11-2"):
                        fetcher.fetch(Request(server.url("/feed")))
                assert server.paths == ["/robots.txt", "/feed"]
                clock.forward(10)
            assert fetcher.fetch(Request(server.url("/feed"))).body == b"hello"


def test_a_short_rest_is_waited_for(clock: HandClock) -> None:
    for server in busy(429, "1"):
        with HttpFetcher([server.host_port], delay_seconds=0, clock=clock) as fetcher:
            assert fetcher.fetch(Request(server.url("/feed"))).status == 429
            assert fetcher.fetch(Request(server.url("/feed"))).status == 200
        assert server.seen[2].at - server.seen[1].at >= 0.95


def test_a_clock_that_is_put_back_forgets_the_rest(clock: HandClock) -> None:
    for server in busy(429, "7200"):
        with HttpFetcher([server.host_port], delay_seconds=0, clock=clock) as fetcher:
            fetcher.fetch(Request(server.url("/feed")))
            clock.forward(-2 * DAY_S)
            assert fetcher.fetch(Request(server.url("/feed"))).status == 200


def test_those_in_the_queue_are_told_and_other_hosts_are_not(clock: HandClock) -> None:
    with LoopbackServer(pages({"/page": answer(200, b"hello")})) as other:
        for server in busy(429, "3600"):
            requests = [Request(server.url(f"/{number}")) for number in range(5)] + [Request(other.url("/page"))] * 2
            with HttpFetcher([server.host_port, other.host_port], delay_seconds=0, clock=clock) as fetcher:
                outcomes = list(fetcher.fetch_all(requests))
            assert server.paths == ["/robots.txt", "/0"]
        statuses = sorted(outcome.status for _, outcome in outcomes if isinstance(outcome, Response))
        assert statuses == [200, 200, 429]
        assert sum(isinstance(outcome, Unreachable) for _, outcome in outcomes) == 4


def test_conditional_requests_go_through_and_304_comes_back(clock: HandClock) -> None:
    tag, date = '"한-1"', "Sun, 22 Nov 2026 11:00:00 GMT"

    def script(seen: Seen) -> bytes:
        if (
            seen.headers.get("if-none-match", "").encode("latin-1").decode() == tag
            and seen.headers["if-modified-since"] == date
        ):
            return answer(304, b"", {"ETag": tag, "Content-Encoding": "gzip"}).replace(b"Content-Length: 0\r\n", b"")
        return answer(200, b"feed", {"ETag": tag, "Last-Modified": date})

    with LoopbackServer(script) as server, HttpFetcher([server.host_port], delay_seconds=0, clock=clock) as fetcher:
        first = fetcher.fetch(Request(server.url("/feed"), respect_robots=False))
        assert (first.status, first.body, first.headers["etag"]) == (200, b"feed", tag)
        validators = {"If-None-Match": first.headers["etag"], "if-modified-since": first.headers["last-modified"]}
        second = fetcher.fetch(Request(server.url("/feed"), headers=validators, respect_robots=False))
        assert (second.status, second.body, second.url) == (304, b"", server.url("/feed"))
        assert server.connections == 1


@pytest.mark.parametrize("status", [200, 204, 400, 401, 403, 404, 410, 451, 500, 502])
def test_any_status_is_a_response(status: int, clock: HandClock) -> None:
    server_pages = pages({"/feed": answer(status, b"" if status == 204 else b"said")})
    with (
        LoopbackServer(server_pages) as server,
        HttpFetcher([server.host_port], delay_seconds=0, clock=clock) as fetcher,
    ):
        response = fetcher.fetch(Request(server.url("/feed")))
    assert (response.status, response.retrieved_at) == (status, START)


def test_one_at_a_time_with_a_pause_between(clock: HandClock) -> None:
    with LoopbackServer(pages({f"/{number}": answer(200, b"hello") for number in range(4)})) as server:
        with HttpFetcher([server.host_port], delay_seconds=0.1, clock=clock) as fetcher:
            list(fetcher.fetch_all([Request(server.url(f"/{number}")) for number in range(4)]))
        assert server.paths == ["/robots.txt", "/0", "/1", "/2", "/3"]
        assert server.most_at_once == 1
        times = [seen.at for seen in server.seen]
        assert all(later - earlier >= 0.09 for earlier, later in itertools.pairwise(times))
