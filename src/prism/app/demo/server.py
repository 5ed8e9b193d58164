"""The sample wire over HTTP: each outlet on a port of its own on 127.0.0.1, so that each has its own robots.txt and lane."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from prism.app.demo import feeds, pages
from prism.app.demo.content import Item, Outlet, items, outlets
from prism.model import Source, Use, derived_id

_HOST = "127.0.0.1"
_PICTURES = (".jpg", ".webp", ".gif")
_TRACKING = ("utm_source", "utm_medium", "utm_campaign")


@dataclass(frozen=True, slots=True)
class Resource:
    """What stands at one address of an outlet.

    Attributes:
        body: as sent.
        content_type: as sent, with a charset or without.
        status: 200 or 410.
        modified: UTC, for Last-Modified; None: not said.
        headers: further ones.
    """

    body: bytes
    content_type: str
    status: int = 200
    modified: datetime | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def etag(self) -> str:
        """A strong validator of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


@dataclass(frozen=True, slots=True)
class Request:
    """One request that the wire has answered."""

    outlet: str
    path: str
    status: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What is true of one article: for tests and evaluation, never for the newsroom.

    Attributes:
        key: "outlet/slug".
        url: canonical address.
        story: label of the event.
        title: as a reader sees it.
        paragraphs: the text as a reader sees it, all pages.
        language: of the text.
        authors: names.
        published: UTC.
        copy_of: key of the text of which it is a wire copy, or empty.
        correction: it corrects an earlier text.
        forbidden: robots.txt forbids its page.
        for_machines: those of its paragraphs that speak to machines.
        hidden: texts in its markup that no reader sees; none of them may be taken for text.
    """

    key: str
    url: str
    story: str
    title: str
    paragraphs: tuple[str, ...]
    language: str
    authors: tuple[str, ...]
    published: datetime
    copy_of: str = ""
    correction: bool = False
    forbidden: bool = False
    for_machines: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


class WireServer:
    """The outlets as they answer now.

    Attributes:
        now: the moment the demo is shown.
        origins: "http://127.0.0.1:8123" by outlet id.
        requests: what was asked, in the order of the answers.
    """

    def __init__(self, now: datetime, ports: Mapping[str, int]) -> None:
        self.now = now
        self.origins = {outlet: f"http://{_HOST}:{port}" for outlet, port in ports.items()}
        self.requests: list[Request] = []
        self._phase = 1
        self._resources = self._build()

    @property
    def phase(self) -> int:
        """1: the first poll. 2: follow-ups, a correction and rewritten pages have come, one article is gone."""
        return self._phase

    @phase.setter
    def phase(self, phase: int) -> None:
        self._phase = phase
        self._resources = self._build()

    @property
    def allow(self) -> tuple[str, ...]:
        """Exact "host:port" of every outlet, for `[fetch] allow`."""
        return tuple(origin.removeprefix("http://") for origin in self.origins.values())

    def resource(self, outlet: str, target: str) -> Resource | None:
        """What stands at a request target (path and query) of an outlet; tracking parameters don't count."""
        if target.endswith(_PICTURES):
            return _picture(target)
        return self._resources[outlet].get(_untracked(target))

    def answer_key(self) -> dict[str, Answer]:
        """By "outlet/slug": every article of this phase, those included that are gone or forbidden."""
        return {item.key: _answer(item, self.origins[item.outlet.id]) for item in items(self.now, self._phase)}

    def _build(self) -> dict[str, dict[str, Resource]]:
        standing = items(self.now, self._phase)
        return {
            outlet.id: _site(
                outlet,
                [item for item in standing if item.outlet.id == outlet.id],
                self.origins[outlet.id],
                self._phase,
            )
            for outlet in outlets()
        }


@contextmanager
def serve_wire(now: datetime, *, first_port: int = 0) -> Iterator[WireServer]:
    """Serve every outlet of the sample wire until the block ends.

    Args:
        now: the moment the demo is shown, aware; every date of the wire counts from it.
        first_port: ports are taken from here upwards, one an outlet, so that addresses stay from one start to the
            next; 0: whatever is free.

    Raises:
        OSError: a port is taken.
    """
    with ExitStack() as stack:
        servers = {
            outlet.id: stack.enter_context(
                ThreadingHTTPServer((_HOST, first_port + n if first_port else 0), BaseHTTPRequestHandler)
            )
            for n, outlet in enumerate(outlets())
        }
        wire = WireServer(now, {outlet: server.server_port for outlet, server in servers.items()})
        for outlet, server in servers.items():
            server.daemon_threads = True
            server.RequestHandlerClass = type("Handler", (_Handler,), {"wire": wire, "outlet": outlet})
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
        yield wire


def demo_sources(wire: WireServer) -> tuple[Source, ...]:
    """The outlets as the demo's operator registers them, with the word given for each."""
    return tuple(
        Source(
            id=derived_id("source", wire.origins[outlet.id] + outlet.feed_path),
            name=outlet.name,
            feed_url=wire.origins[outlet.id] + outlet.feed_path,
            homepage=wire.origins[outlet.id] + "/",
            language=outlet.language,
            country=outlet.country,
            owner=outlet.owner,
            rights=Use(outlet.rights) if outlet.rights else None,
            timezone=outlet.timezone,
        )
        for outlet in outlets()
    )


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the wire, with validators."""

    protocol_version = "HTTP/1.1"
    server_version = "wire"
    sys_version = ""
    wire: ClassVar[WireServer]
    outlet: ClassVar[str]

    def do_GET(self) -> None:
        """Send what stands at the address."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send its headers."""
        self._answer(with_body=False)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The time of the demo, so that the Date header agrees with the articles."""
        if timestamp is not None:
            return super().date_time_string(timestamp)
        return _http_date(self.wire.now)

    def log_message(self, *args: object) -> None:
        """Say nothing: the wire keeps a log of its own."""

    def _answer(self, *, with_body: bool) -> None:
        found = self.wire.resource(self.outlet, self.path)
        resource = found or Resource(b"<!doctype html><title>404</title><h1>404</h1>", "text/html", 404)
        fresh = resource.status == HTTPStatus.OK and self._has_it(resource)
        status = 304 if fresh else resource.status
        body = b"" if fresh else resource.body
        self.wire.requests.append(Request(self.outlet, self.path, status))
        self.send_response(status)
        self.send_header("ETag", resource.etag)
        if resource.modified:
            self.send_header("Last-Modified", _http_date(resource.modified))
        for name, value in resource.headers.items():
            self.send_header(name, value)
        if not fresh:
            self.send_header("Content-Type", resource.content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body and body:
            self.wfile.write(body)

    def _has_it(self, resource: Resource) -> bool:
        """Whether the client's copy is current; an entity tag goes before a date (RFC 9110, 13.2.2)."""
        if tag := self.headers.get("If-None-Match"):
            return tag == resource.etag
        since = self.headers.get("If-Modified-Since")
        return bool(since and resource.modified) and since == _http_date(resource.modified)


def _http_date(moment: datetime | None) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True) if moment else ""


def _site(outlet: Outlet, standing: list[Item], origin: str, phase: int) -> dict[str, Resource]:
    """Every address of an outlet."""
    listed = [item for item in standing if not 0 < item.gone_in <= phase]
    newest = max((item.updated or item.published for item in listed), default=None)
    headers = {"tdm-reservation": "1"} if outlet.reserves_mining else {}

    def made(text: str, media_type: str, modified: datetime | None) -> Resource:
        kind = f"{media_type}; charset={outlet.charset}" if outlet.charset else media_type
        utc = modified.astimezone(UTC) if modified else None
        return Resource(text.encode(outlet.encoding, "xmlcharrefreplace"), kind, 200, utc, headers)

    site = {"/robots.txt": Resource(_robots(outlet, origin).encode(), "text/plain; charset=utf-8")}
    if outlet.reserves_mining:
        reservation = json.dumps([{"location": "/", "tdm-reservation": 1}])
        site["/.well-known/tdmrep.json"] = Resource(reservation.encode(), "application/json")
    for path, document in feeds.documents(outlet, listed, origin).items():
        site[path] = made(document.text, document.media_type, newest)
    site["/"] = made(pages.front(outlet, listed, origin), "text/html", newest)
    for item in standing:
        if item not in listed:
            site[_untracked(item.path)] = Resource(b"<!doctype html><title>410</title>", "text/html", 410)
            continue
        others = [other for other in listed if other is not item]
        for number in range(len(item.pages)):
            text = pages.article(item, others, origin, number)
            site[_untracked(pages.page_path(item, number))] = made(text, "text/html", item.updated or item.published)
        if outlet.amp:
            site[item.path + "amp/"] = made(pages.amp(item, origin), "text/html", item.published)
    return site


def _picture(target: str) -> Resource:
    """A drawn landscape in place of a photograph, the same for the same address."""
    seed = hashlib.sha256(target.encode()).digest()
    hue, left, right = seed[0] * 360 // 256, 120 + seed[1] // 2, 120 + seed[2] // 2
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320" viewBox="0 0 640 320">'
        f'<rect width="640" height="320" fill="hsl({hue} 35% 82%)"/>'
        f'<circle cx="{80 + 2 * seed[3]}" cy="90" r="34" fill="hsl({hue} 45% 92%)"/>'
        f'<path d="M0 {left} Q200 {right - 60} 340 {left + 20} T640 {right} V320 H0Z" fill="hsl({hue} 25% 58%)"/>'
        f'<path d="M0 260 Q180 {left + 60} 400 260 T640 {right + 60} V320 H0Z" fill="hsl({hue} 28% 38%)"/></svg>'
    )
    return Resource(drawing.encode(), "image/svg+xml")


def _robots(outlet: Outlet, origin: str) -> str:
    sitemap = f"\nSitemap: {origin}{outlet.feed_path}\n" if outlet.dialect == "sitemap" else ""
    return outlet.robots.lstrip() + sitemap


def _untracked(target: str) -> str:
    parts = urlsplit(target)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k not in _TRACKING])
    return f"{parts.path}?{query}" if query else parts.path


def _answer(item: Item, origin: str) -> Answer:
    return Answer(
        key=item.key,
        url=origin + item.path,
        story=item.story,
        title=item.title,
        paragraphs=item.paragraphs,
        language=item.outlet.language,
        authors=item.authors,
        published=item.published.astimezone(UTC),
        copy_of=item.copy_of,
        correction=item.correction,
        forbidden=item.slug.startswith(("live-", "members-")),
        for_machines=item.for_machines,
        hidden=item.hidden,
    )
