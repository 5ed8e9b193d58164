from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from prism.adapters.http import HttpFetcher
from prism.adapters.http.exchange import Exchanger
from prism.adapters.http.guard import Guard
from prism.adapters.http.journey import LONGEST_CRAWL_DELAY_S, Manners, Traveller
from prism.adapters.http.testing import FixedResolver, HandClock, LoopbackServer, Seen, answer, pages
from prism.model import BadResponse, FetchError, Refused, Request, Response, Unreachable
from prism.ports import Fetcher

CLOCK = HandClock(datetime(2026, 11, 22, tzinfo=UTC))


def numbered(count: int) -> dict[str, bytes]:
    return {f"/{number}": answer(200, f"page {number}".encode()) for number in range(count)}


def test_it_is_what_the_newsroom_asks_for() -> None:
    with HttpFetcher(clock=CLOCK) as fetcher:
        port: Fetcher = fetcher
        assert list(port.fetch_all([])) == []


def test_what_a_response_says() -> None:
    def script(seen: Seen) -> bytes:
        head = b'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Name: one\r\nx-name: two\r\nETag: "\xed\x95\x9c"\r\n'
        return head + b"Set-Cookie: id=1\r\nX-Latin: caf\xe9\r\n\r\nok"

    with LoopbackServer(script) as server, HttpFetcher([server.host_port], "PrismBot/7", 0, clock=CLOCK) as fetcher:
        response = fetcher.fetch(Request(f"{server.url('/a b')}?q=한#part", respect_robots=False))
        assert response == Response(
            url=server.url("/a%20b?q=%ED%95%9C"),
            status=200,
            headers={"content-length": "2", "x-name": "one, two", "etag": '"한"', "x-latin": "café"},
            body=b"ok",
            retrieved_at=CLOCK.now(),
            permanent_url=f"{server.url('/a b')}?q=한#part",
        )
        sent = server.seen[0].headers
        assert sent["user-agent"] == "PrismBot/7"
        assert sent["host"] == server.host_port
        assert sent["accept-encoding"] == "gzip, deflate, br, zstd"


def test_a_caller_can_not_speak_for_the_connection() -> None:
    headers = {
        "Host": "inside",
        "Transfer-Encoding": "chunked",
        "Content-Length": "5",
        "Connection": "x",
        "Accept": "text/x",
    }
    with LoopbackServer(pages(numbered(1))) as server, HttpFetcher([server.host_port], "A", 0, clock=CLOCK) as fetcher:
        fetcher.fetch(Request(server.url("/0"), headers=headers, respect_robots=False))
        assert server.seen[0].headers == {
            "host": server.host_port,
            "accept": "text/x",
            "user-agent": "A",
            "accept-encoding": "gzip, deflate, br, zstd",
        }
        for bad in ({"x": "a\r\nb: c"}, {"x y": "z"}, {"x": "\ud800"}, {"한": "x"}):
            with pytest.raises(FetchError):
                fetcher.fetch(Request(server.url("/0"), headers=bad, respect_robots=False))
        assert len(server.seen) == 1


def test_all_requests_come_back_once_with_those_that_failed() -> None:
    with LoopbackServer(pages(numbered(30))) as one, LoopbackServer(pages(numbered(30))) as two:
        requests = [Request(server.url(f"/{number}")) for number in range(30) for server in (one, two)]
        requests += [Request("http://10.0.0.1/"), Request("not an address"), Request(one.url("/0"), max_bytes=2)]
        with HttpFetcher([one.host_port, two.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
            outcomes = list(fetcher.fetch_all(requests))
        assert [request for request, _ in outcomes if request not in requests] == []
        assert len(outcomes) == len(requests)
        failed = [type(outcome) for _, outcome in outcomes if not isinstance(outcome, Response)]
        assert sorted(kind.__name__ for kind in failed) == ["BadResponse", "Refused", "Refused"]
        for server in (one, two):
            order = [path for path in server.paths if path != "/robots.txt"]
            assert order[:30] == [f"/{number}" for number in range(30)]
            assert server.most_at_once == 1
            assert server.paths.count("/robots.txt") == 1


def test_connections_are_kept() -> None:
    with LoopbackServer(pages(numbered(20))) as server:
        with HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
            list(fetcher.fetch_all([Request(server.url(f"/{number}")) for number in range(20)]))
        assert server.connections == 1


def test_who_stops_reading_stops_fetching() -> None:
    asked_twice = threading.Event()

    def script(seen: Seen) -> bytes:
        if seen.path == "/2":
            asked_twice.set()
            server.pause(30)
        return answer(200, b"hello")

    with LoopbackServer(script) as server, HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
        outcomes = fetcher.fetch_all([Request(server.url(f"/{number}")) for number in range(9)])
        assert next(outcomes)[0].url.endswith("/0")
        assert asked_twice.wait(10)
        outcomes.close()
        assert fetcher.fetch(Request(server.url("/after"))).status == 200
        assert server.paths == ["/robots.txt", "/0", "/1", "/2", "/after"]


def test_a_reader_who_takes_his_time_does_not_pile_them_up() -> None:
    """Of 400 small hosts' answers no more are finished than fit into the room for them and one a host."""
    with LoopbackServer(lambda _: answer(404)) as server:
        resolver = FixedResolver({f"h{number}.example": [["127.0.0.1"]] for number in range(10)})
        allow = [f"h{number}.example:{server.port}" for number in range(10)]
        with HttpFetcher(allow, delay_seconds=0, clock=CLOCK, resolver=resolver) as fetcher:
            outcomes = fetcher.fetch_all([Request(f"http://{host}/{page}") for host in allow for page in range(40)])
            next(outcomes)
            fetcher.fetch(Request(f"http://{allow[0]}/last"))
            finished = sum(seen.path != "/robots.txt" for seen in server.seen)
            assert finished <= 64 + 1 + 10 + 1
            assert sum(1 for _ in outcomes) == 399


def test_threads_may_share_it() -> None:
    with LoopbackServer(pages(numbered(8))) as server:
        bodies: list[bytes] = []
        with HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:

            def work(number: int) -> None:
                bodies.append(fetcher.fetch(Request(server.url(f"/{number}"))).body)

            threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert sorted(bodies) == [f"page {number}".encode() for number in range(8)]
        assert server.most_at_once == 1


def test_ipv6() -> None:
    try:
        server = LoopbackServer(pages(numbered(1)), host="::1")
    except OSError:
        pytest.skip("this machine has no IPv6 on loopback")
    with server, HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
        assert fetcher.fetch(Request(server.url("/0"))).body == b"page 0"
        assert server.seen[0].headers["host"] == server.host_port


def test_the_second_address_of_a_name_is_tried() -> None:
    with LoopbackServer(pages(numbered(1)), host="127.0.0.3") as server:
        resolver = FixedResolver({"news.example": [["127.0.0.2", "127.0.0.3"]]})
        allow = [f"news.example:{server.port}"]
        with HttpFetcher(allow, delay_seconds=0, clock=CLOCK, resolver=resolver) as fetcher:
            assert fetcher.fetch(Request(f"http://news.example:{server.port}/0")).body == b"page 0"


def test_close_is_final_and_may_be_said_twice() -> None:
    fetcher = HttpFetcher(clock=CLOCK)
    fetcher.close()
    fetcher.close()
    with pytest.raises(RuntimeError):
        fetcher.fetch(Request("http://news.example/"))


def test_a_bug_is_not_a_failure_of_one_item() -> None:
    def resolver(host: str, port: int) -> Sequence[str]:
        raise ZeroDivisionError

    with HttpFetcher(delay_seconds=0, clock=CLOCK, resolver=resolver) as fetcher:
        with pytest.raises(ZeroDivisionError):
            fetcher.fetch(Request("http://news.example/", respect_robots=False))
        with pytest.raises(ExceptionGroup):
            list(fetcher.fetch_all([Request("http://news.example/", respect_robots=False)]))


def test_a_body_in_very_many_very_small_pieces() -> None:
    def script(seen: Seen) -> list[bytes]:
        return [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 150_000]

    with (
        LoopbackServer(script) as server,
        HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher,
        pytest.raises(BadResponse, match="too small pieces"),
    ):
        fetcher.fetch(Request(server.url("/"), respect_robots=False))


class OpenGuard(Guard):
    """Takes loopback for a public network, to try what hosts that nobody named are treated to."""

    def vet(self, host: str, port: int, addresses: object) -> tuple[str, ...]:
        return ("127.0.0.1",)


@pytest.mark.parametrize(
    ("crawl_delay", "owed_s"),
    [("", 0.1), ("Crawl-delay: 0.05", 0.1), ("Crawl-delay: 7.5", 7.5), ("Crawl-delay: 86400", None)],
)
def test_the_crawl_delay_of_a_public_host_is_owed(crawl_delay: str, owed_s: float | None) -> None:
    async def owed(url: str) -> float:
        guard = OpenGuard()
        exchanger = Exchanger(guard, "A", resolver=lambda *_: ["127.0.0.1"], connections=4, tls=None)
        traveller = Traveller(guard, exchanger, CLOCK, Manners(0.1, 4))
        try:
            return await traveller.permit(guard.target(url))
        finally:
            await exchanger.close()

    with LoopbackServer(pages({}, robots_txt=f"User-agent: *\n{crawl_delay}\n")) as server:
        assert asyncio.run(owed(f"http://news.example:{server.port}/")) == (owed_s or LONGEST_CRAWL_DELAY_S)


def test_the_crawl_delay_of_a_host_that_the_operator_named_is_the_operators() -> None:
    script = pages(numbered(3), robots_txt="User-agent: *\nCrawl-delay: 600\n")
    with LoopbackServer(script) as server, HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
        outcomes = list(fetcher.fetch_all([Request(server.url(f"/{number}")) for number in range(3)]))
    assert all(isinstance(outcome, Response) for _, outcome in outcomes)


def test_errors_name_their_address_and_fit_on_a_line() -> None:
    script = pages({"/page": answer(200, b"x", {"Content-Encoding": "x\ty"})})
    with LoopbackServer(script) as server, HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
        for url, kind in (
            (server.url("/page"), BadResponse),
            ("http://10.0.0.1/", Refused),
            ("http://nobody.invalid/", Unreachable),
        ):
            with pytest.raises(kind) as caught:
                fetcher.fetch(Request(url, deadline_s=5.0))
            assert "\n" not in str(caught.value)
            assert caught.value.subject
