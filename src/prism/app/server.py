"""A small web server for the site: static files, the headers that belong to them, nothing else.

The application is plain ASGI: every answer, whatever it is, is made in one place, so that none goes out without its headers.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

from granian import Granian
from granian.constants import Interfaces

from prism.app.screen import errors
from prism.model import UsageError

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_FOLDER = "PRISM_SERVED_FOLDER"
_LONGEST_STOP_S = 2
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cache-Control": "public, max-age=60",
}
_TEXT = "text/plain; charset=utf-8"
_BY_NAME = {
    "atom.xml": "application/atom+xml; charset=utf-8",
    "rss.xml": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
_BY_SUFFIX = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": _TEXT,
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: status, media type, body, and headers beside those of every answer."""

    status: int
    media_type: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def media_type(name: str) -> str:
    """Media type of a file, by its name; unknown ones are bytes, which no browser runs."""
    return _BY_NAME.get(name) or _BY_SUFFIX.get(Path(name).suffix.lower(), "application/octet-stream")


def answer(folder: Path, method: str, path: str, seen: str = "") -> Answer:
    """The answer to one request; the body is there for HEAD too, so that its length is known.

    Args:
        folder: of the site; a link to another tree is followed at every request.
        method: of the request.
        path: of the request, percent-encoding undone.
        seen: the `If-None-Match` header.
    """
    if method not in {"GET", "HEAD"}:
        return Answer(HTTPStatus.METHOD_NOT_ALLOWED, _TEXT, b"only GET and HEAD\n", {"Allow": "GET, HEAD"})
    root = folder.resolve()
    names = path.removeprefix("/").split("/")
    folder_meant = names[-1] == ""
    names = names[:-1] if folder_meant else names
    if path.startswith("/") and all(_plain(name) for name in names):
        with suppress(OSError, ValueError):
            if not folder_meant and root.joinpath(*names).is_dir():
                # Every name is a plain one, so this begins with one slash and leads nowhere else.
                where = quote("/" + "/".join(names) + "/")
                return Answer(HTTPStatus.PERMANENT_REDIRECT, _TEXT, b"", {"Location": where})
            file = root.joinpath(*names, *(["index.html"] if folder_meant else [])).resolve(strict=True)
            if file.is_relative_to(root) and file.is_file():
                return _file(file, seen)
    return _missing(root, names)


def _file(file: Path, seen: str) -> Answer:
    stat = file.stat()
    tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    if tag in {one.strip().removeprefix("W/") for one in seen.split(",")}:
        return Answer(HTTPStatus.NOT_MODIFIED, media_type(file.name), b"", {"ETag": tag})
    return Answer(HTTPStatus.OK, media_type(file.name), file.read_bytes(), {"ETag": tag})


def _plain(name: str) -> bool:
    """Whether a segment of a path is the name of a file in its folder, and of none that is hidden."""
    hidden = name.startswith(".") and name != ".well-known"
    return bool(name) and not hidden and "\\" not in name and name.isprintable()


def _missing(root: Path, names: list[str]) -> Answer:
    """The page that says so, in the language of the edition that was asked if it has one."""
    places = [root / names[0]] if names and _plain(names[0]) else []
    for place in (*places, root):
        try:
            return Answer(HTTPStatus.NOT_FOUND, _BY_SUFFIX[".html"], (place / "404.html").read_bytes())
        except (OSError, ValueError):
            continue
    return Answer(HTTPStatus.NOT_FOUND, _TEXT, b"not found\n")


def site_app(folder: Path) -> Application:
    """The site in a folder as an ASGI application; the folder may be swapped for another at any time."""

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        seen = b", ".join(value for name, value in scope["headers"] if name == b"if-none-match").decode("latin-1")
        given = answer(folder, scope["method"], scope["path"], seen)
        headers = {**HEADERS, **given.headers}
        if given.status != HTTPStatus.NOT_MODIFIED:
            headers |= {"Content-Type": given.media_type, "Content-Length": str(len(given.body))}
        lines = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": int(given.status), "headers": lines})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else given.body})

    return app


def application() -> Application:
    """What the server's worker process loads; the folder comes through its environment."""
    return site_app(Path(os.environ[_FOLDER]))


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
