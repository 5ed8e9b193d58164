"""SAFETY, row 2: a resolver that changes its answer, or gives several, leads nowhere that was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from prism.adapters.http import HttpFetcher
from prism.adapters.http.testing import FixedResolver, HandClock, LoopbackServer, answer
from prism.model import Refused, Request, Unreachable

CLOCK = HandClock(datetime(2026, 11, 22, tzinfo=UTC))
PUBLIC = "192.88.98.1"  # a public address by its number; no test connects to it


@pytest.fixture
def canary() -> Iterator[LoopbackServer]:
    with LoopbackServer(lambda _: answer(200, b"the canary sang")) as server:
        yield server
        assert server.connections == 0


@pytest.mark.parametrize("respect_robots", [True, False])
def test_public_and_private_answers_together(respect_robots: bool, canary: LoopbackServer) -> None:
    for answers in (["::1", PUBLIC], [PUBLIC, "::1"], [PUBLIC, "::ffff:127.0.0.1"], [PUBLIC, "10.0.0.1"]):
        resolver = FixedResolver({"news.example": [answers]})
        with HttpFetcher(delay_seconds=0, clock=CLOCK, resolver=resolver) as fetcher, pytest.raises(Refused):
            fetcher.fetch(Request(f"http://news.example:{canary.port}/", respect_robots=respect_robots))


def test_an_answer_that_turns_private_between_two_requests() -> None:
    """One page from an allowed place, a redirect to the same name on another port: that name is vetted again."""
    with LoopbackServer(lambda _: answer(200, b"the canary sang")) as canary:

        def script(_: object) -> bytes:
            return answer(302, b"", {"Location": f"http://news.example:{canary.port}/", "Connection": "close"})

        with LoopbackServer(script) as server:
            resolver = FixedResolver({"news.example": [["127.0.0.1"]]})
            allow = [f"news.example:{server.port}"]
            fetcher = HttpFetcher(allow, delay_seconds=0, clock=CLOCK, resolver=resolver)
            with fetcher, pytest.raises(Refused, match=r"127\.0\.0\.1"):
                fetcher.fetch(Request(f"http://news.example:{server.port}/", respect_robots=False))
            assert server.paths == ["/"]
        assert canary.connections == 0


def test_each_new_connection_is_vetted_anew() -> None:
    """The second answer of the resolver is private: the kept connection may still be used, a new one is refused."""
    kept = {"Connection": "keep-alive"}
    closing = {"Connection": "close"}

    def script(seen: object) -> bytes:
        return answer(200, b"hello", closing if getattr(seen, "path", "") == "/last" else kept)

    with LoopbackServer(script, host="127.0.0.1") as server:
        # The name may be private on this port only while it leads to 127.0.0.1: the second answer leads nowhere.
        resolver = FixedResolver({"news.example": [["127.0.0.1"], []]})
        allow = [f"news.example:{server.port}"]
        with HttpFetcher(allow, delay_seconds=0, clock=CLOCK, resolver=resolver) as fetcher:
            base = f"http://news.example:{server.port}"
            assert fetcher.fetch(Request(f"{base}/first", respect_robots=False)).status == 200
            assert fetcher.fetch(Request(f"{base}/last", respect_robots=False)).status == 200
            with pytest.raises(Unreachable, match="has no address"):
                fetcher.fetch(Request(f"{base}/after", respect_robots=False))
        assert server.paths == ["/first", "/last"]
        assert resolver.asked == ["news.example", "news.example"]


def test_a_name_that_is_not_known() -> None:
    with (
        HttpFetcher(delay_seconds=0, clock=CLOCK, resolver=FixedResolver({})) as fetcher,
        pytest.raises(Unreachable, match="could not be resolved"),
    ):
        fetcher.fetch(Request("http://nowhere.example/", respect_robots=False))
