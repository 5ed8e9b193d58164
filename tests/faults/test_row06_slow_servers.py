"""SAFETY, row 6: one total deadline, whatever a server does to draw it out, and other hosts go on meanwhile."""

from __future__ import annotations

import gzip
import itertools
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime

import pytest

from prism.adapters.http import HttpFetcher
from prism.adapters.http.testing import HandClock, LoopbackServer, Seen, answer, pages
from prism.model import BadResponse, Request, Response, Unreachable

CLOCK = HandClock(datetime(2026, 11, 22, tzinfo=UTC))
SHORT_S = 0.3

Sender = Callable[[LoopbackServer], Iterator[bytes]]


def serve(sender: Sender) -> LoopbackServer:
    """A server that answers every page with what `sender` yields; it has no robots.txt."""

    def script(seen: Seen) -> bytes | Iterator[bytes]:
        return answer(404) if seen.path == "/robots.txt" else sender(server)

    server = LoopbackServer(script)
    return server


def silence(server: LoopbackServer) -> Iterator[bytes]:
    server.pause(60)
    yield b""


def slow_headers(server: LoopbackServer) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    for number in itertools.count():
        yield f"X-{number}: still coming\r\n".encode()
        if not server.pause(0.02):
            return


def slow_body(server: LoopbackServer) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
    while server.pause(0.02):
        yield b"x"


def endless_body_slowly(server: LoopbackServer) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    while server.pause(0.02):
        yield b"5\r\nhello\r\n"


def endless_nothing_compressed(server: LoopbackServer) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10]
    while server.pause(0.02):
        yield b"\x00\x00\x00\xff\xff"


def endless_early_hints(server: LoopbackServer) -> Iterator[bytes]:
    while server.pause(0.005):
        yield b"HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n"


def slow_redirects(server: LoopbackServer) -> Iterator[bytes]:
    """Each hop is within the deadline, all of them together are not."""
    server.pause(SHORT_S / 3)
    yield answer(302, b"", {"Location": f"/{len(server.seen)}"})


@pytest.mark.parametrize(
    "sender",
    [silence, slow_headers, slow_body, endless_body_slowly, endless_nothing_compressed, endless_early_hints, slow_redirects],
)  # fmt: skip
def test_one_deadline_for_everything(sender: Sender) -> None:
    with (
        serve(sender) as server,
        HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher,
        pytest.raises(Unreachable, match="deadline"),
    ):
        fetcher.fetch(Request(server.url("/page"), deadline_s=SHORT_S))


def test_a_resolver_that_hangs() -> None:
    hung = threading.Event()

    def resolver(host: str, port: int) -> Sequence[str]:
        hung.wait(30)
        return ["127.0.0.1"]

    fetcher = HttpFetcher(delay_seconds=0, clock=CLOCK, resolver=resolver)
    with fetcher, pytest.raises(Unreachable, match="deadline"):
        fetcher.fetch(Request("http://news.example/", deadline_s=SHORT_S, respect_robots=False))
    hung.set()


def test_a_connection_that_is_never_taken() -> None:
    """A listener whose queue is full: the connection is neither made nor refused."""
    with closing(socket.create_server(("127.0.0.1", 0), backlog=0)) as listener:
        port = listener.getsockname()[1]
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        with HttpFetcher([f"127.0.0.1:{port}"], delay_seconds=0, clock=CLOCK) as fetcher, pytest.raises(Unreachable):
            fetcher.fetch(Request(f"http://127.0.0.1:{port}/", deadline_s=SHORT_S, respect_robots=False))
        for filler in fillers:
            filler.close()


def test_a_tls_handshake_that_never_ends() -> None:
    """A plain server that reads the greeting and says nothing."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
        fetcher = HttpFetcher([f"127.0.0.1:{port}"], delay_seconds=0, clock=CLOCK)
        with fetcher, pytest.raises(Unreachable, match="deadline"):
            fetcher.fetch(Request(f"https://127.0.0.1:{port}/", deadline_s=SHORT_S, respect_robots=False))


def raw(*pieces: bytes) -> Sender:
    def send(_: LoopbackServer) -> Iterator[bytes]:
        yield from pieces
        yield b""

    return send


def endless_body_fast(server: LoopbackServer) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    while server.pause(0):
        yield b"x" * 65536


def endless_headers_fast(server: LoopbackServer) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    while server.pause(0):
        yield b"X-Y: " + b"z" * 8192 + b"\r\n"


PACKED = gzip.compress(b"A sentence of a page. " * 5000)


@pytest.mark.parametrize(
    "sender",
    [
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nshort"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a size\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PACKED[:-8]),
        raw(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PACKED[:-1]),
        raw(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % (len(PACKED) // 2), PACKED[: len(PACKED) // 2]),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nx"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
        raw(b"<html>no HTTP at all</html>\r\n\r\n"),
        raw(b"\x00" * 200),
        raw(b""),
        endless_body_fast,
        endless_headers_fast,
    ],
)  # fmt: skip
def test_what_is_cut_short_endless_or_no_http(sender: Sender) -> None:
    with (
        serve(sender) as server,
        HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher,
        pytest.raises(BadResponse, match=server.url("/page")),
    ):
        fetcher.fetch(Request(server.url("/page"), max_bytes=1_000_000))


def test_the_others_go_on() -> None:
    """A host that hangs until the others are done, with three requests waiting for it, is asked first."""
    others_done = threading.Event()

    def script(seen: Seen) -> bytes:
        if seen.path != "/robots.txt":
            others_done.wait(30)
        return answer(200, b"at last")

    with LoopbackServer(script) as slow:
        quick = [LoopbackServer(pages({"/page": answer(200, b"hello")})) for _ in range(3)]
        requests = [Request(slow.url(f"/{number}")) for number in range(3)]
        requests += [Request(server.url("/page")) for server in quick]
        allow = [server.host_port for server in (slow, *quick)]
        with HttpFetcher(allow, delay_seconds=0, clock=CLOCK) as fetcher:
            outcomes = fetcher.fetch_all(requests)
            first = [next(outcomes)[1] for _ in quick]
            others_done.set()
            last = [outcome for _, outcome in outcomes]
        for server in quick:
            server.close()
    assert [outcome.body for outcome in first if isinstance(outcome, Response)] == [b"hello"] * 3
    assert [outcome.body for outcome in last if isinstance(outcome, Response)] == [b"at last"] * 3


def test_seats_are_given_back() -> None:
    """Ten requests that hang at a fetcher that has two seats; then one that is answered at once."""
    with serve(silence) as slow, LoopbackServer(pages({"/page": answer(200, b"hello")})) as quick:
        allow = [slow.host_port, quick.host_port]
        with HttpFetcher(allow, delay_seconds=0, clock=CLOCK, concurrency=2) as fetcher:
            requests = [Request(slow.url(f"/{number}"), deadline_s=0.05) for number in range(10)]
            assert all(isinstance(outcome, Unreachable) for _, outcome in fetcher.fetch_all(requests))
            assert fetcher.fetch(Request(quick.url("/page"), deadline_s=5.0)).body == b"hello"


def test_a_host_that_hangs_up_is_asked_once_more_only_on_a_kept_connection() -> None:
    def script(seen: Seen) -> bytes:
        return b"" if seen.path == "/page" and len(server.seen) == 2 else answer(200, b"hello")

    with LoopbackServer(script) as server:
        with HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
            assert fetcher.fetch(Request(server.url("/page"))).body == b"hello"
        assert server.paths == ["/robots.txt", "/page", "/page"]
    with serve(raw(b"")) as server, HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
        with pytest.raises(BadResponse):
            fetcher.fetch(Request(server.url("/page"), respect_robots=False))
        assert server.paths == ["/page"]
