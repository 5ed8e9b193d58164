"""Doubles for whoever tests something that fetches: a server that can misbehave, a resolver and a clock under control.

The server is real: sockets on loopback, so that nothing about HTTP is imitated on the side that is being tested.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

_LONGEST_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as the server got it.

    Attributes:
        path: with its query.
        headers: names in lower case.
        at: when it was read, in seconds of the machine's steady clock.
    """

    path: str
    headers: Mapping[str, str]
    at: float


Script = Callable[[Seen], bytes | Iterable[bytes]]
"""A request to the raw bytes of its answer: in one piece, or in pieces that are sent as they come. `b""` hangs up."""


def answer(status: int = 200, body: bytes = b"", headers: Mapping[str, str] | None = None) -> bytes:
    """A well-formed answer with its length; a header that is given replaces the one that would be made."""
    lines = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} As Asked\r\n{head}\r\n".encode() + body


def pages(by_path: Mapping[str, bytes], *, robots_txt: str = "") -> Script:
    """A script that gives each path its answer, everything else a 404, and the robots.txt."""

    def script(seen: Seen) -> bytes:
        if seen.path in by_path:
            return by_path[seen.path]
        if seen.path == "/robots.txt" and robots_txt:
            return answer(200, robots_txt.encode(), {"Content-Type": "text/plain"})
        return answer(404, b"nothing here")

    return script


class LoopbackServer:
    """An HTTP/1.1 server on loopback that answers with whatever its script says, byte for byte.

    Attributes:
        seen: the requests, in the order in which they came.
        connections: how many were accepted, with or without a request.
        most_at_once: the largest number of requests that were being answered at the same time.
    """

    def __init__(self, script: Script, *, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        """Listen on a free port; `tls` is a server's context."""
        self._script = script
        self._tls = tls
        self._stopped = threading.Event()
        self._count = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.seen: list[Seen] = []
        self.connections = 0
        self.most_at_once = 0
        self._at_once = 0
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, 0), family=family, backlog=128)
        self.host = host
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)

    @property
    def host_port(self) -> str:
        """As `fetch.allow` spells it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [seen.path for seen in self.seen]

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"{'https' if self._tls else 'http'}://{self.host_port}{path}"

    def pause(self, seconds: float) -> bool:
        """For scripts: wait, but no longer than the server lives; True if it still does."""
        return not self._stopped.wait(seconds)

    def close(self) -> None:
        """Hang up on everyone and stop."""
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._count:
            left = list(self._open)
        for connection in left:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._count:
                self.connections += 1
                self._open.add(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        plain = connection
        with contextlib.suppress(OSError, ValueError):
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            while not self._stopped.is_set() and (seen := _read_request(connection)):
                self._answer(connection, seen)
        with self._count:
            self._open.discard(plain)
        connection.close()

    def _answer(self, connection: socket.socket, seen: Seen) -> None:
        with self._count:
            self.seen.append(seen)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            given = self._script(seen)
            for piece in (given,) if isinstance(given, bytes) else given:
                if not piece:
                    raise ConnectionAbortedError
                connection.sendall(piece)
        finally:
            with self._count:
                self._at_once -= 1


def _read_request(connection: socket.socket) -> Seen | None:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(4096)
        if not piece or len(head) > _LONGEST_HEAD:
            return None
        head += piece
    first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    fields = (line.partition(":") for line in lines)
    return Seen(
        first.split(" ")[1], {name.strip().lower(): value.strip() for name, _, value in fields}, time.monotonic()
    )


@dataclass(slots=True)
class FixedResolver:
    """Answers from a table; a name with several answers gives them one after the other, the last one for ever.

    Attributes:
        answers: name → list of answers, each a list of addresses.
        asked: the names that were asked for, in order.
    """

    answers: Mapping[str, Sequence[Sequence[str]]]
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002 (the signature of a resolver)
        """The next answer for a name; raises OSError for one that the table has not."""
        if host not in self.answers:
            raise OSError(f"{host} is not in the table")
        turns = self.answers[host]
        answer_now = turns[min(self.asked.count(host), len(turns) - 1)]
        self.asked.append(host)
        return answer_now


@dataclass(slots=True)
class HandClock:
    """A clock that goes only when it is moved."""

    time: datetime

    def now(self) -> datetime:
        """The time it was set to."""
        return self.time

    def forward(self, seconds: float) -> None:
        """Move it on."""
        self.time += timedelta(seconds=seconds)
