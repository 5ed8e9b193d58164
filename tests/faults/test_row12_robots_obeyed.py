"""SAFETY, row 12, robots.txt: what it says is asked first, obeyed, and quoted as the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from prism.adapters.http import HttpFetcher
from prism.adapters.http.testing import FixedResolver, HandClock, LoopbackServer, Seen, answer, pages
from prism.model import Basis, Refused, Request, Response, Unreachable, Use

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PAGE = {"/news/1": answer(200, b"hello"), "/news/2.html?print=1": answer(200, b"hello")}


@pytest.fixture
def clock() -> HandClock:
    return HandClock(START)


def fetcher_for(clock: HandClock, *servers: LoopbackServer) -> HttpFetcher:
    return HttpFetcher([server.host_port for server in servers], "PrismBot/1.0 (+mail)", 0, clock=clock)


@pytest.mark.parametrize(
    ("robots_txt", "path", "line"),
    [
        ("User-agent: *\nDisallow: /", "/news/1", "Disallow: /"),
        ("User-agent: *\nDisallow: /news/", "/news/1", "Disallow: /news/"),
        ("User-agent: PrismBot\nDisallow: /news/1 # not for you", "/news/1", "Disallow: /news/1 # not for you"),
        ("User-agent: *\nAllow: /\nDisallow: /*?print=", "/news/2.html?print=1", "Disallow: /*?print="),
        ("User-agent: *\nDisallow: /*/1$", "/news/1", "Disallow: /*/1$"),
        ("User-agent: *\nDisallow: /news/", "/x/../news/1", "Disallow: /news/"),
        ("User-agent: *\nDisallow: /news/", "/x/%2e%2E/news/1", "Disallow: /news/"),
        ("User-agent: *\nDisallow: /news/", "/n%65ws/1", "Disallow: /news/"),
    ],
)
def test_a_disallow_stops_the_fetch(robots_txt: str, path: str, line: str, clock: HandClock) -> None:
    with LoopbackServer(pages(PAGE, robots_txt=robots_txt)) as server, fetcher_for(clock, server) as fetcher:
        rights = fetcher.robots(server.url(path))
        assert rights is not None
        assert (rights.use, rights.basis, rights.seen_at) == (Use.NONE, Basis.ROBOTS, START)
        assert rights.evidence == f"{server.url('/robots.txt')}: {line}"
        with pytest.raises(Refused, match=r"robots\.txt forbids it: Disallow"):
            fetcher.fetch(Request(server.url(path)))
        assert server.paths == ["/robots.txt"]
        assert server.seen[0].headers["user-agent"] == "PrismBot/1.0 (+mail)"


@pytest.mark.parametrize(
    "robots_txt",
    [
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /\n\nUser-agent: prismbot\nAllow: /news/",
        "User-agent: OtherBot\nDisallow: /",
        "User-agent: *\nDisallow: /news\nAllow: /news/1",
        "<html>a page for everything that is not found</html>",
        "",
    ],
)
def test_what_is_not_forbidden_is_fetched(robots_txt: str, clock: HandClock) -> None:
    with LoopbackServer(pages(PAGE, robots_txt=robots_txt)) as server, fetcher_for(clock, server) as fetcher:
        assert fetcher.robots(server.url("/news/1")) is None
        assert fetcher.fetch(Request(server.url("/news/1"))).body == b"hello"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_no_file_means_that_all_may_be_fetched(status: int, clock: HandClock) -> None:
    script = pages({**PAGE, "/robots.txt": answer(status, b"User-agent: *\nDisallow: /")})
    with LoopbackServer(script) as server, fetcher_for(clock, server) as fetcher:
        assert fetcher.robots(server.url("/news/1")) is None
        assert fetcher.fetch(Request(server.url("/news/1"))).status == 200


@pytest.mark.parametrize(
    ("robots", "said"),
    [
        (answer(500), "status 500"),
        (answer(502, b"User-agent: *\nAllow: /"), "status 502"),
        (answer(503), "status 503"),
        (answer(429, b"", {"Retry-After": "0"}), "status 429"),
        (answer(301), "status 301"),
        (answer(301, b"", {"Location": "/robots.txt"}), "circle"),
        (answer(301, b"", {"Location": "http://10.0.0.1/robots.txt"}), "not a public address"),
        (answer(301, b"", {"Location": "file:///etc/passwd"}), "not an http"),
        (answer(200, b"User-agent: *\nAllow: /", {"Content-Length": "500", "Connection": "close"}), "cut short"),
        (answer(200, b"no gzip", {"Content-Encoding": "gzip"}), "broken"),
        (b"what is HTTP?\r\n\r\n", "not HTTP"),
        (b"", "not HTTP"),
    ],
)
def test_a_file_that_can_not_be_had_forbids_all_for_now(robots: bytes, said: str, clock: HandClock) -> None:
    """RFC 9309, 2.3.1.4. For now: `Unreachable`, since another try may succeed."""

    def script(seen: Seen) -> list[bytes]:
        given = well if asked_again else robots
        return [given, b""] if seen.path == "/robots.txt" else [PAGE[seen.path]]

    asked_again = False
    well = answer(200, b"User-agent: *\nAllow: /", {"Connection": "close"})
    with LoopbackServer(script) as server, fetcher_for(clock, server) as fetcher:
        rights = fetcher.robots(server.url("/news/1"))
        assert rights is not None
        assert rights.use is Use.NONE
        assert rights.evidence.startswith("robots.txt could not be had (")
        assert said in rights.evidence
        with pytest.raises(Unreachable, match=r"robots\.txt could not be had"):
            fetcher.fetch(Request(server.url("/news/1")))
        assert set(server.paths) == {"/robots.txt"}
        asked_again = True
        asked = len(server.paths)
        clock.forward(30)
        assert fetcher.robots(server.url("/news/1")) is not None
        assert len(server.paths) == asked
        clock.forward(600)
        assert fetcher.robots(server.url("/news/1")) is None
        assert fetcher.fetch(Request(server.url("/news/1"))).status == 200


def test_a_host_that_can_not_be_reached(clock: HandClock) -> None:
    with LoopbackServer(pages(PAGE)) as server:
        url, allow = server.url("/news/1"), server.host_port
    with HttpFetcher([allow], delay_seconds=0, clock=clock) as fetcher:
        rights = fetcher.robots(url)
        assert rights is not None
        assert rights.use is Use.NONE
        assert "no connection" in rights.evidence
        with pytest.raises(Unreachable, match="no connection"):
            fetcher.fetch(Request(url))


def test_the_file_is_believed_for_a_day_and_outlives_an_outage(clock: HandClock) -> None:
    now = {"/robots.txt": answer(200, b"User-agent: *\nDisallow: /a")}

    def script(seen: Seen) -> bytes:
        return pages({**PAGE, **now})(seen)  # type: ignore[return-value]  # every page here is one piece

    def asked() -> int:
        return server.paths.count("/robots.txt")

    with LoopbackServer(script) as server, fetcher_for(clock, server) as fetcher:
        for path in ("/news/1", "/news/1", "/a"):
            fetcher.robots(server.url(path))
        assert asked() == 1
        now["/robots.txt"] = answer(500)
        clock.forward(timedelta(hours=23).total_seconds())
        assert fetcher.robots(server.url("/a")) is not None
        assert asked() == 1
        clock.forward(timedelta(hours=2).total_seconds())
        assert fetcher.robots(server.url("/news/1")) is None
        assert fetcher.robots(server.url("/a")) is not None
        assert asked() == 2
        now["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /news")
        clock.forward(601)
        assert fetcher.robots(server.url("/news/1")) is not None
        assert fetcher.robots(server.url("/a")) is None
        assert asked() == 3


def hops(count: int, last: bytes) -> Mapping[str, bytes]:
    moved = {f"/r{number}": answer(301, b"", {"Location": f"/r{number + 1}"}) for number in range(1, count)}
    return {"/robots.txt": answer(301, b"", {"Location": "/r1"}), **moved, f"/r{count}": last}


def test_five_redirects_are_followed_and_a_sixth_is_not(clock: HandClock) -> None:
    last = answer(200, b"User-agent: *\nDisallow: /news")
    with LoopbackServer(pages({**PAGE, **hops(5, last)})) as server, fetcher_for(clock, server) as fetcher:
        rights = fetcher.robots(server.url("/news/1"))
        assert rights is not None
        assert "Disallow: /news" in rights.evidence
    with LoopbackServer(pages({**PAGE, **hops(6, last)})) as server, fetcher_for(clock, server) as fetcher:
        rights = fetcher.robots(server.url("/news/1"))
        assert rights is not None
        assert "more than 5 redirects" in rights.evidence


def test_one_file_for_each_scheme_host_and_port_asked_for_once(clock: HandClock) -> None:
    with LoopbackServer(pages(PAGE, robots_txt="User-agent: *\nDisallow: /news/2")) as server:
        resolver = FixedResolver({"a.example": [["127.0.0.1"]], "b.example": [["127.0.0.1"]]})
        allow = [f"{name}.example:{server.port}" for name in "ab"]
        with HttpFetcher(allow, delay_seconds=0, clock=clock, resolver=resolver) as fetcher:
            requests = [Request(f"http://{host}/news/1") for host in allow for _ in range(4)]
            assert all(isinstance(outcome, Response) for _, outcome in fetcher.fetch_all(requests))
        asked = [seen.headers["host"] for seen in server.seen if seen.path == "/robots.txt"]
        assert sorted(asked) == sorted(allow)


def test_the_well_known_files_themselves_are_not_asked_about(clock: HandClock) -> None:
    script = pages({"/.well-known/tdmrep.json": answer(200, b"[]")}, robots_txt="User-agent: *\nDisallow: /")
    with LoopbackServer(script) as server, fetcher_for(clock, server) as fetcher:
        assert fetcher.fetch(Request(server.url("/.well-known/tdmrep.json"), respect_robots=False)).body == b"[]"
        assert server.paths == ["/.well-known/tdmrep.json"]


def test_what_else_the_file_says_is_had_without_asking_twice(clock: HandClock) -> None:
    robots_txt = "License: /license.xml\nUser-agent: *\nDisallow: /private\nSitemap: https://news.example/news.xml\n"
    with LoopbackServer(pages(PAGE, robots_txt=robots_txt)) as server, fetcher_for(clock, server) as fetcher:
        assert fetcher.licences(server.url("/news/1")) == (server.url("/license.xml"),)
        file = fetcher.robots_file(server.url("/news/1"))
        assert (file.status, file.text, file.problem, file.seen_at) == (200, robots_txt, "", START)
        assert file.ask(server.url("/")).sitemaps == ("https://news.example/news.xml",)
        assert server.paths == ["/robots.txt"]
