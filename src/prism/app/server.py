"""A small web server for the site: static files, the headers that belong to them, nothing else.

The application is plain ASGI: every answer, whatever it is, is made in one place, so that none goes out without its headers.
Packed copies beside a file are handed out to who takes them, parts of it to who asks for a part (RFC 9110).
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Awaitable, Callable, Collection, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

from granian import Granian
from granian.constants import Interfaces

from prism.adapters.sitestores.manners import cache_control, media_type
from prism.adapters.sitestores.packing import ENCODINGS, is_copy
from prism.app.config import FILE, load_config
from prism.app.leaving import with_leaving
from prism.app.locales import load_locale
from prism.app.screen import errors
from prism.model import UsageError

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_FOLDER = "PRISM_SERVED_FOLDER"
_LONGEST_STOP_S = 2
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
_TEXT = "text/plain; charset=utf-8"
_HTML = "text/html; charset=utf-8"
_HSTS = "max-age=31536000"
_MOVED = re.compile(rb'<meta http-equiv="refresh" content="0; url=(/[^"/\\\\][^"\\\\]*)">')
_HEAD_BYTES = 4096
"""Where a page that leads on says so: within its first bytes."""
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_WEIGHT = re.compile(r"q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")

_TO_EMBED = "/embed.html"
_ANYWHERE = HEADERS["Content-Security-Policy"].replace("frame-ancestors 'none'", "frame-ancestors *")
"""Cards of stories are there to stand in other sites; they have no script and nothing to press but links."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a request matters.

    Attributes:
        method: of the request.
        path: percent-encoding undone.
        headers: by lower-case name; those that come several times are joined by commas.
        secure: it came over TLS, ours or that of a proxy in front, which says so.
    """

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    secure: bool = False

    def header(self, name: str) -> str:
        """A header, or empty."""
        return self.headers.get(name, "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: status, media type, body, and headers beside those of every answer."""

    status: int
    media_type: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def answer(folder: Path, asked: Asked) -> Answer:
    """The answer to one request; the body is there for HEAD too, so that its length is known.

    Args:
        folder: of the site; a link to another tree is followed at every request.
        asked: the request.
    """
    if asked.method not in {"GET", "HEAD"}:
        return Answer(HTTPStatus.METHOD_NOT_ALLOWED, _TEXT, b"only GET and HEAD\n", {"Allow": "GET, HEAD"})
    root = folder.resolve()
    names = asked.path.removeprefix("/").split("/")
    folder_meant = names[-1] == ""
    names = names[:-1] if folder_meant else names
    if asked.path.startswith("/") and all(_plain(name) for name in names):
        with suppress(OSError, ValueError):
            if not folder_meant and root.joinpath(*names).is_dir():
                # Every name is a plain one, so this begins with one slash and leads nowhere else.
                where = quote("/" + "/".join(names) + "/")
                return Answer(HTTPStatus.PERMANENT_REDIRECT, _TEXT, b"", {"Location": where})
            file = root.joinpath(*names, *(["index.html"] if folder_meant else [])).resolve(strict=True)
            if file.is_relative_to(root) and file.is_file():
                return _file(file, "/".join(names), asked)
    return _missing(root, names)


def _file(file: Path, path: str, asked: Asked) -> Answer:
    kind = media_type(file.name)
    if kind == _HTML and (where := _leads_to(file)):
        return Answer(
            HTTPStatus.PERMANENT_REDIRECT, _TEXT, b"", {"Location": where, "Cache-Control": cache_control("")}
        )
    headers = {"Cache-Control": cache_control(path), "Accept-Ranges": "bytes"}
    copies = {name: Path(f"{file}{suffix}") for name, (suffix, _) in ENCODINGS.items()}
    there = {name: copy for name, copy in copies.items() if not is_copy(file.name) and copy.is_file()}
    if there:
        headers["Vary"] = "Accept-Encoding"
    if encoding := _preferred(asked.header("accept-encoding"), there):
        file = there[encoding]
        headers["Content-Encoding"] = encoding
    stat = file.stat()
    headers["ETag"] = tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{encoding and "-" + encoding}"'
    headers["Last-Modified"] = formatdate(int(stat.st_mtime), usegmt=True)
    if _was_seen(asked, tag, int(stat.st_mtime)):
        return Answer(HTTPStatus.NOT_MODIFIED, kind, b"", headers)
    body = file.read_bytes()
    if asked.method == "GET" and _may_be_cut(asked, tag, headers["Last-Modified"]):
        return _part(body, asked.header("range"), kind, headers)
    return Answer(HTTPStatus.OK, kind, body, headers)


def _leads_to(file: Path) -> str:
    """Where a page leads on to that stands for a story that joined another, or empty."""
    with file.open("rb") as opened:
        found = _MOVED.search(opened.read(_HEAD_BYTES))
    where = found[1].decode("ascii", "replace") if found else ""
    return where if where.isascii() and where.isprintable() and "&" not in where else ""


def _preferred(accepted: str, there: Collection[str]) -> str:
    """The best encoding that is there and accepted, or empty for none (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, _, parameters = part.partition(";")
        weight = _WEIGHT.search(parameters.replace(" ", ""))
        weights[name.strip()] = float(weight[1]) if weight else 1.0 if not parameters.strip() else 0.0
    able = [name for name in there if weights.get(name, weights.get("*", 0.0)) > 0]
    return max(able, key=lambda name: weights.get(name, weights.get("*", 0.0)), default="")


def _was_seen(asked: Asked, tag: str, changed: int) -> bool:
    """Whether who asks has it already; the tag counts where both are given (RFC 9110, 13.2.2)."""
    if tags := asked.header("if-none-match"):
        return "*" in tags or tag in {one.strip().removeprefix("W/") for one in tags.split(",")}
    return (since := _moment(asked.header("if-modified-since"))) is not None and changed <= since


def _may_be_cut(asked: Asked, tag: str, changed: str) -> bool:
    """Whether a part is asked for, of this version of the file (RFC 9110, 13.1.5)."""
    version = asked.header("if-range")
    return bool(asked.header("range")) and (not version or version in {tag, changed})


def _moment(text: str) -> int | None:
    try:
        return int(parsedate_to_datetime(text).timestamp()) if text else None
    except (ValueError, OverflowError):
        return None


def _part(body: bytes, wanted: str, kind: str, headers: dict[str, str]) -> Answer:
    """One range of a file; several, or what is no range, is answered with the whole, as RFC 9110 (14.2) allows."""
    found = _RANGE.fullmatch(wanted.strip())
    if not found or not (found[1] or found[2]) or max(len(found[1]), len(found[2])) > 15:  # noqa: PLR2004  # digits of any real size
        return Answer(HTTPStatus.OK, kind, body, headers)
    first = int(found[1]) if found[1] else max(len(body) - int(found[2]), 0)
    last = min(int(found[2]), len(body) - 1) if found[1] and found[2] else len(body) - 1
    if first >= len(body) or (not found[1] and not int(found[2])):
        return Answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, _TEXT, b"", {"Content-Range": f"bytes */{len(body)}"})
    if first > last:
        return Answer(HTTPStatus.OK, kind, body, headers)
    part = {**headers, "Content-Range": f"bytes {first}-{last}/{len(body)}"}
    return Answer(HTTPStatus.PARTIAL_CONTENT, kind, body[first : last + 1], part)


def _plain(name: str) -> bool:
    """Whether a segment of a path is the name of a file in its folder, and of none that is hidden."""
    hidden = name.startswith(".") and name != ".well-known"
    return bool(name) and not hidden and "\\" not in name and name.isprintable()


def _missing(root: Path, names: list[str]) -> Answer:
    """The page that says so, in the language of the edition that was asked if it has one."""
    places = [root / names[0]] if names and _plain(names[0]) else []
    for place in (*places, root):
        try:
            return Answer(HTTPStatus.NOT_FOUND, _HTML, (place / "404.html").read_bytes())
        except (OSError, ValueError):
            continue
    return Answer(HTTPStatus.NOT_FOUND, _TEXT, b"not found\n")


def site_app(folder: Path) -> Application:
    """The site in a folder as an ASGI application; the folder may be swapped for another at any time."""

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        asked = _asked(scope)
        given = answer(folder, asked)
        headers = {**HEADERS, "Cache-Control": cache_control(""), **given.headers}
        if asked.path.endswith(_TO_EMBED):
            headers["Content-Security-Policy"] = _ANYWHERE
        if asked.secure:
            headers["Strict-Transport-Security"] = _HSTS
        if given.status != HTTPStatus.NOT_MODIFIED:
            headers |= {"Content-Type": given.media_type, "Content-Length": str(len(given.body))}
        lines = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": int(given.status), "headers": lines})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else given.body})

    return app


def _asked(scope: Scope) -> Asked:
    headers: dict[str, str] = {}
    for raw, value in scope["headers"]:
        name = raw.decode("latin-1").lower()
        text = value.decode("latin-1")
        headers[name] = f"{headers[name]}, {text}" if name in headers else text
    secure = scope.get("scheme") == "https" or headers.get("x-forwarded-proto", "") == "https"
    return Asked(scope["method"], scope["path"], headers, secure)


def application() -> Application:
    """What the server's worker process loads; the folder comes through its environment."""
    site = Path(os.environ[_FOLDER])
    newsroom = site.parent
    if not (newsroom / FILE).exists():
        return site_app(site)
    editions = load_config(newsroom).edition
    return with_leaving(site_app(site), newsroom, {one.locale: load_locale(one.locale) for one in editions})


def can_listen(host: str, port: int) -> None:
    """Try the address before anything is promised.

    The server shares its port between processes (SO_REUSEPORT), so a second one would join the first unseen; this try does
    not, and so finds every other that listens there.

    Raises:
        UsageError: it is in use, or not an address of this machine.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except socket.gaierror as error:
        raise UsageError(f"--host: {host!r} is no IP address", advice="write it as in 127.0.0.1 or 0.0.0.0") from error
    except OSError as error:
        raise UsageError(
            f"can't listen on {host} port {port}: {error.strerror or error}",
            advice="choose another --port or --host",
        ) from error


def serve_site(folder: Path, host: str, port: int) -> None:
    """Serve until stopped.

    Raises:
        UsageError: there is no site yet, or the address can't be listened on.
    """
    if not folder.exists():
        raise UsageError(f"there is no site in {folder}", advice="build it with `prism run --once`")
    host = "127.0.0.1" if host == "localhost" else host
    can_listen(host, port)
    os.environ[_FOLDER] = str(folder)
    named = f"[{host}]" if ":" in host else host
    errors.print(f"serving {folder} at http://{named}:{port}/ (Ctrl-C stops it)", markup=False)
    Granian(
        "prism.app.server:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        factory=True,
        log_enabled=False,
        websockets=False,
        workers_kill_timeout=_LONGEST_STOP_S,
    ).serve()
