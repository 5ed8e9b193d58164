"""SAFETY, row 1: no fetch reaches a private address, however it is spelt, and connections go to what was checked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import httpcore2
import pytest

from prism.adapters.http import HttpFetcher
from prism.adapters.http.guard import Guard
from prism.adapters.http.network import VettedBackend
from prism.adapters.http.testing import FixedResolver, HandClock, LoopbackServer, answer
from prism.model import FetchError, Refused, Request

CLOCK = HandClock(datetime(2026, 11, 22, tzinfo=UTC))


@pytest.fixture
def canary() -> Iterator[LoopbackServer]:
    with LoopbackServer(lambda _: answer(200, b"the canary sang")) as server:
        yield server
        assert server.connections == 0


SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.000.000.001",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0x7F.1",
    "0177.0.0.1",
    "017700000001",
    "00000000177.0.0.1",
    "127.0.0.1.",
    "127.0.0.0x1",
    "①②⑦.⓪.⓪.①",
    "１２７.０.０.１",
    "127。0。0。1",
    "１２７．０．０．１",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "ⓛocalhost",
    "localhost.localdomain",
    "0.0.0.0",
    "0",
    "127.0.0.2",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "[::1%25lo]",
    "user@127.0.0.1",
    "news.example@127.0.0.1",
    "127.0.0.1#@news.example",
    "127.0.0.1?@news.example",
    "127.0.0.1\\@news.example",
    "news.example\\@127.0.0.1",
    "%31%32%37.0.0.1",
    "127.0.0.1%2f.news.example",
    "127.0.0.1%00.news.example",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_loopback_reaches_it(spelling: str, canary: LoopbackServer) -> None:
    host, separator, rest = spelling.partition("#")
    if not separator:
        host, separator, rest = spelling.partition("?")
    url = f"http://{host}:{canary.port}/{separator}{rest}"
    with HttpFetcher(delay_seconds=0, clock=CLOCK) as fetcher, pytest.raises(FetchError):
        fetcher.fetch(Request(url, deadline_s=5.0))


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("respect_robots", [True, False])
def test_nor_as_the_answer_of_a_resolver_that_takes_any_spelling(
    spelling: str, respect_robots: bool, canary: LoopbackServer
) -> None:
    def resolver(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    url = f"http://{spelling}:{canary.port}/"
    with HttpFetcher(delay_seconds=0, clock=CLOCK, resolver=resolver) as fetcher, pytest.raises(FetchError):
        fetcher.fetch(Request(url, respect_robots=respect_robots, deadline_s=5.0))


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["93.184.216.34", "127.0.0.1"],
        ["127.0.0.1", "93.184.216.34"],
        ["2606:4700::1111", "::1"],
        ["64:ff9b::7f00:1"],
        ["2002:7f00:1::"],
        ["::127.0.0.1"],
        ["0.0.0.0"],
        ["169.254.169.254"],
        ["fe80::1%lo"],
    ],
)
def test_a_public_name_that_leads_inside_is_refused(addresses: list[str], canary: LoopbackServer) -> None:
    resolver = FixedResolver({"news.example": [addresses]})
    with HttpFetcher(delay_seconds=0, clock=CLOCK, resolver=resolver) as fetcher:
        with pytest.raises(Refused, match="not a public address"):
            fetcher.fetch(Request(f"http://news.example:{canary.port}/", respect_robots=False))
        with pytest.raises(Refused):
            fetcher.fetch(Request(f"http://news.example:{canary.port}/"))


def test_an_allowed_neighbour_opens_no_other_port(canary: LoopbackServer) -> None:
    with HttpFetcher([f"127.0.0.1:{canary.port + 1}"], clock=CLOCK) as fetcher, pytest.raises(Refused):
        fetcher.fetch(Request(canary.url()))


def test_what_the_operator_allows_is_fetched() -> None:
    with (
        LoopbackServer(lambda _: answer(200, b"hello")) as server,
        HttpFetcher([server.host_port, f"localhost:{server.port}"], delay_seconds=0, clock=CLOCK) as fetcher,
    ):
        assert fetcher.fetch(Request(server.url())).body == b"hello"
        assert fetcher.fetch(Request(f"http://localhost:{server.port}/")).body == b"hello"
        assert {seen.headers["host"] for seen in server.seen} == {server.host_port, f"localhost:{server.port}"}


class Recorder(httpcore2.AsyncNetworkBackend):
    """Opens nothing, and notes where it was told to connect to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    async def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore2.AsyncNetworkStream:
        self.asked.append((host, port))
        if host == "93.184.216.34":
            raise httpcore2.ConnectError("nobody there")
        return httpcore2.AsyncMockStream([b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"])


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    resolver = FixedResolver({"news.example": [["93.184.216.34", "2606:4700::1111"], ["127.0.0.1"]]})
    opens = Recorder()

    async def ask() -> httpcore2.Response:
        backend = VettedBackend(Guard(), resolver, opens)
        async with httpcore2.AsyncConnectionPool(network_backend=backend) as pool:
            return await pool.request("GET", "http://news.example/")

    assert asyncio.run(ask()).status == 200
    assert opens.asked == [("93.184.216.34", 80), ("2606:4700::1111", 80)]
    assert resolver.asked == ["news.example"]
