"""The news web as servers on loopback, and what is true of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from string import Template
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.e2e.newsweb.listings import LISTINGS
from tests.e2e.newsweb.stock import HERE, HOUSES, House, Piece, pieces

IGNORED = frozenset({"ref", "from", "spm", "utm_source", "utm_medium"})
HIDING = (
    '<p style="display: none">{}</p>',
    '<aside aria-hidden="true" hidden>{}</aside>',
    '<span class="k">{}</span>',
    '<p style="color:white;background-color:white">{}</p>',
)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of one article."""

    key: str
    url: str
    story: str
    title: str
    paragraphs: tuple[str, ...]
    language: str
    published: datetime
    copy_of: str
    forbidden: bool
    machines: tuple[str, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """How an outlet is registered."""

    name: str
    url: str
    homepage: str
    language: str
    country: str
    timezone: str


Answer = tuple[int, dict[str, str], bytes]


class Web:
    """The outlets as they answer, and the log of what was asked: (outlet, path, status)."""

    def __init__(self, ports: dict[str, int]) -> None:
        self.origins = {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
        self.log: list[tuple[str, str, int]] = []
        self.sites = {house.name: _site(house, self.origins[house.name]) for house in HOUSES}

    @property
    def allow(self) -> tuple[str, ...]:
        """Exact host:port of every outlet."""
        return tuple(origin.removeprefix("http://") for origin in self.origins.values())

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """The outlets, to be registered."""
        return tuple(
            Feed(h.title, self.origins[h.name] + h.feed, self.origins[h.name] + "/", h.language, h.country, h.zone)
            for h in HOUSES
        )

    def opml(self) -> str:
        """The outlets as a reader would export them."""
        rows = "".join(
            f'<outline type="rss" text="{escape(f.name)}" xmlUrl="{f.url}" htmlUrl="{f.homepage}" language="{f.language}"/>'
            for f in self.feeds
        )
        return f'<?xml version="1.0"?><opml version="2.0"><head><title>News</title></head><body>{rows}</body></opml>'

    def key(self) -> dict[str, Truth]:
        """By "outlet/name"; `url` is the canonical address."""
        return {
            p.key: Truth(
                p.key,
                self.origins[house.name] + p.path,
                p.story,
                p.title,
                p.paragraphs,
                house.language,
                p.at.astimezone(UTC),
                p.copy_of,
                p.forbidden,
                p.machines,
                p.hidden,
            )
            for house in HOUSES
            for p in pieces(house)
        }


@contextmanager
def serve() -> Iterator[Web]:
    """Serve every outlet on a port of its own until the block ends."""
    with ExitStack() as stack:
        servers = {
            h.name: stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)) for h in HOUSES
        }
        web = Web({name: server.server_port for name, server in servers.items()})
        for name, server in servers.items():
            server.RequestHandlerClass = type("Bound", (_Handler,), {"web": web, "house": name})
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
        yield web


class _Handler(BaseHTTPRequestHandler):
    web: ClassVar[Web]
    house: ClassVar[str]

    def do_GET(self) -> None:
        status, headers, body = self.web.sites[self.house].get(_plain(self.path)) or (404, {}, b"nothing here")
        self.web.log.append((self.house, self.path, status))
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def _plain(target: str) -> str:
    parts = urlsplit(target)
    query = urlencode([pair for pair in parse_qsl(parts.query) if pair[0] not in IGNORED])
    return f"{parts.path}?{query}" if query else parts.path


def _site(house: House, origin: str) -> dict[str, Answer]:
    written = pieces(house)
    site: dict[str, Answer] = {}
    if house.robots:
        site["/robots.txt"] = (200, {"Content-Type": "text/plain"}, house.robots.encode())
    for path, (body, media_type) in LISTINGS[house.name](written, origin).items():
        site[path] = (200, {"Content-Type": media_type}, body)
    site["/"] = _html(house, f"<title>{house.title}</title><h1>{house.title}</h1>{_links(written)}")
    for piece in written:
        others = [other for other in written if other is not piece and not other.forbidden]
        for number in range(len(piece.pages)):
            site[_plain(_page_path(piece, number))] = _html(house, _page(piece, others, origin, number))
        if house.name == "tamarack":
            site[f"/go/{piece.name}"] = (301, {"Location": piece.path}, b"")
            site[f"/amp{piece.path}"] = _html(house, _amp(piece, origin))
    return site


def _html(house: House, text: str) -> Answer:
    return 200, {"Content-Type": house.content_type}, text.encode(house.encoding, "xmlcharrefreplace")


def _links(others: Sequence[Piece]) -> str:
    return "<ul>" + "".join(f'<li><a href="{o.path}">{escape(o.title)}</a></li>' for o in others) + "</ul>"


def _page_path(piece: Piece, number: int) -> str:
    return piece.path if number == 0 else f"{piece.path}{'&' if '?' in piece.path else '?'}page={number + 1}"


def _page(piece: Piece, others: Sequence[Piece], origin: str, number: int) -> str:
    house = piece.house
    marked = [house.paragraph.format(escape(line, quote=False)) for line in piece.pages[number]]
    if house.interruption:
        marked.insert(3, house.interruption)
    pager = ""
    if len(piece.pages) > 1:
        turns = [(f"{n + 1}", _page_path(piece, n)) for n in range(len(piece.pages)) if n != number]
        pager = " ".join(f'<a href="{escape(path)}">[{label}]</a>' for label, path in turns)
        if number + 1 < len(piece.pages):
            pager += f' <a rel="next" href="{escape(_page_path(piece, number + 1))}">다음 쪽</a>'
    template = Template((HERE / "templates" / f"{house.name}.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=escape(piece.title),
        raw_title=piece.raw_title,
        json_title=json.dumps(piece.title),
        json_by=json.dumps(piece.by),
        by=escape(piece.by),
        name=piece.name,
        origin=origin,
        path=piece.path,
        iso=piece.at.isoformat(),
        clock=piece.at.strftime(house.clock),
        body="\n".join(marked),
        pager=pager,
        links=_links(others),
        hidden="\n".join(form.format(escape(words)) for form, words in zip(HIDING, piece.hidden, strict=False)),
    )


def _amp(piece: Piece, origin: str) -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in piece.paragraphs)
    return (
        f'<!doctype html><html amp><head><meta charset="utf-8"><title>{escape(piece.title)}</title>'
        f'<link rel="canonical" href="{origin}{piece.path}"></head><body><amp-sidebar>Menu</amp-sidebar>'
        f"<h1>{escape(piece.title)}</h1><p>{escape(piece.by)}</p>{body}<footer>Tamarack Post</footer></body></html>"
    )
