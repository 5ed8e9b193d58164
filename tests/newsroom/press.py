"""A small press on loopback, changed by the test between two runs: three outlets, invented events."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from prism.adapters.archive import open_archive
from prism.adapters.embeddings import EmbeddedE5
from prism.adapters.http import HttpFetcher
from prism.adapters.neighbours import CachedNeighbours
from prism.adapters.sitestores import FolderSiteStore
from prism.adapters.testing import SetClock
from prism.app.locales import load_locale
from prism.model import Frame, Site, Source, Use
from prism.newsroom import Tools
from prism.ports import Embedder

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)

BRIDGE_KO = """해든시는 20일 새벽 은모래대교의 상판 일부가 내려앉아 차량 통행을 전면 통제했다고 밝혔다.
이 사고로 화물차 운전자 2명이 다쳐 인근 병원으로 옮겨졌다.
해든시는 다리의 이음매가 낡아 끊어진 것으로 보고 원인을 조사하고 있다.
은모래대교는 1987년에 개통해 하루 평균 3만4000대가 이용한다.
한서린 해든시장은 “안전이 확인될 때까지 다리를 열지 않겠다”고 말했다.
시는 22일까지 임시 우회 도로를 마련하기로 했다.
시민들은 출근길에 최대 50분을 더 써야 했다.
국토 당국은 비슷한 시기에 지은 다리 11곳을 긴급 점검하기로 했다.
"""
BRIDGE_LATER_KO = """은모래대교 상판이 내려앉은 사고로 다친 사람이 3명으로 늘었다고 해든소방서가 20일 오전 밝혔다.
승용차를 몰던 60대가 뒤늦게 병원을 찾아 부상자로 집계됐다.
해든시는 다리 양쪽 진입로를 모두 막고 우회로 두 곳을 안내하고 있다.
사고 당시 다리 위에는 차량 14대가 있었던 것으로 조사됐다.
한서린 시장은 현장 회의에서 “이음매 점검 기록을 모두 공개하겠다”고 밝혔다.
경찰은 관리 업체 관계자를 불러 조사할 방침이다.
"""
BRIDGE_EN = """Part of the deck of the Eunmorae Bridge in Haeden sank early on Nov. 20, closing the crossing to all traffic, the city said.
Two truck drivers were hurt and taken to a nearby hospital.
The city suspects that a worn expansion joint gave way and is investigating the cause.
The bridge opened in 1987 and carries an average of 34,000 vehicles a day.
Mayor Han Seo-rin said the bridge would stay shut until it was shown to be safe.
A temporary detour is to be ready by Nov. 22.
Commuters lost up to 50 minutes on Friday morning.
Eleven bridges of the same age will be inspected.
"""
CHESS_KO = """열네 살 체스 선수 도하람이 19일 벨로라 오픈에서 우승했다.
도하람은 마지막 판에서 전년도 우승자 이고르 탈렌을 41수 만에 이겼다.
그는 아홉 판에서 8.5점을 얻었다.
이 대회에서 십 대 선수가 우승한 것은 처음이다.
도하람은 “마지막 판은 져도 좋다는 마음으로 두었다”고 말했다.
대회 상금은 4만 유로다.
그는 다음 달 국가대표 선발전에 나선다.
"""
CHESS_EN = """Do Ha-ram, a 14-year-old chess player, won the Velora Open on Nov. 19.
Do beat last year's champion, Igor Talen, in 41 moves in the final round.
The teenager scored 8.5 points in nine games.
No teenager had won the tournament before.
The prize is 40,000 euros.
Do will play in the national team trials next month.
"""


@dataclass
class Piece:
    """One page of an outlet."""

    slug: str
    title: str
    text: str
    at: datetime = NOW - timedelta(hours=2)
    guid: str = ""
    status: int = 200
    language: str = "ko"


@dataclass
class Press:
    """What the outlets publish now, and what was asked of them."""

    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    robots: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    feed_status: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    origin: str = ""

    def feed(self, outlet: str) -> bytes:
        """An outlet's RSS."""
        items = "".join(
            f"<item><title>{one.title}</title><link>{self.origin}/{outlet}/{one.slug}</link>"
            f"<guid isPermaLink='false'>{one.guid or one.slug}</guid><pubDate>{format_datetime(one.at)}</pubDate></item>"
            for one in self.pieces[outlet]
            if one.status == 200
        )
        return (
            f"<?xml version='1.0'?><rss version='2.0'><channel><title>{outlet}</title>{items}</channel></rss>".encode()
        )

    def page(self, piece: Piece) -> bytes:
        """A page with furniture around its text."""
        text = "".join(f"<p>{line}</p>" for line in piece.text.strip().splitlines())
        return (
            f"<!doctype html><html lang='{piece.language}'><head><meta charset='utf-8'><title>{piece.title}</title>"
            f"<meta property='article:published_time' content='{piece.at.isoformat()}'></head>"
            f"<body><nav><a href='/'>Home</a></nav><article><h1>{piece.title}</h1>{text}</article>"
            "<footer>All rights reserved</footer></body></html>"
        ).encode()

    def sources(self) -> list[Source]:
        """As an operator would register them."""
        return [
            Source(f"src-{name}", name, f"{self.origin}/{name}/feed", language="ko", rights=Use.FULL)
            for name in sorted(self.pieces)
        ]


class _Handler(BaseHTTPRequestHandler):
    press: Press
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.press.asked.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}))
        status, kind, body, extra = self._answer()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **extra}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _answer(self) -> tuple[int, str, bytes, dict[str, str]]:
        parts = self.path.strip("/").split("/")
        if self.path == "/robots.txt":
            return 200, "text/plain", self.press.robots.get("", "").encode(), {}
        if len(parts) == 2 and parts[0] in self.press.pieces:
            if parts[1] == "feed":
                status, extra = self.press.feed_status.get(parts[0], (200, {}))
                return status, "application/rss+xml", self.press.feed(parts[0]) if status == 200 else b"", extra
            for piece in self.press.pieces[parts[0]]:
                if piece.slug == parts[1]:
                    return piece.status, "text/html; charset=utf-8", self.press.page(piece), {}
        return 404, "text/plain", b"not here", {}

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def pressing(pieces: dict[str, list[Piece]], kind: type[Press] = Press) -> Iterator[Press]:
    """The press, served until the block ends."""
    press = kind(pieces)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"press": press}))
    server.daemon_threads = True
    press.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield press
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def usual() -> dict[str, list[Piece]]:
    """Two stories, told by two outlets each."""
    return {
        "haedeul": [
            Piece("bridge", "해든시 은모래대교 상판 내려앉아 통제", BRIDGE_KO),
            Piece("chess", "열네 살 도하람, 벨로라 오픈 우승", CHESS_KO),
        ],
        "port": [
            Piece("bridge", "Haeden bridge closed as deck sinks, two hurt", BRIDGE_EN, language="en"),
            Piece("chess", "Do Ha-ram, 14, wins Velora Open", CHESS_EN, language="en"),
        ],
    }


@contextmanager
def newsroom(
    folder: Path, press: Press, clock: SetClock | None = None, embedder: Embedder | None = None
) -> Iterator[Tools]:
    """A newsroom on a folder, with the real thing in every place unless another embedder is given."""
    clock = clock or SetClock(NOW)
    archive = open_archive(folder / "prism.db")
    fetcher = HttpFetcher(allow=[press.origin.removeprefix("http://")], delay_seconds=0, clock=clock)
    embedder = embedder or EmbeddedE5()
    neighbours = CachedNeighbours(dimensions=embedder.dimensions)
    neighbours.add(list(archive.iterate_members(clock.now() - timedelta(days=30))))
    site = Site("https://news.example", "Test", "Desk", "desk@news.example")
    locales = [load_locale(tag) for tag in ("ko", "en")]
    names = tuple((locale.tag, locale.endonym) for locale in locales)
    try:
        yield Tools(
            archive=archive,
            fetcher=fetcher,
            embedder=embedder,
            neighbours=neighbours,
            site=FolderSiteStore(folder),
            clock=clock,
            frames=tuple(Frame(site, locale, locale.timezone, names, "test") for locale in locales),
        )
    finally:
        fetcher.close()
        archive.close()


def register(tools: Tools, press: Press) -> None:
    """Add every outlet."""
    for source in press.sources():
        tools.archive.put_source(source, poll_at=tools.clock.now())


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of the site with its bytes."""
    site = (folder / "site").resolve()
    return {str(file.relative_to(site)): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
