"""Doubles for whoever tests something that asks a model: a server that answers as its script says, over real HTTP.

Nothing of the protocol is imitated on the side that is being tested.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Call:
    """A request as the server got it.

    Attributes:
        method: of HTTP.
        path: with its query.
        headers: names in lower case.
        body: the JSON object; empty where there is none.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """What the server sends.

    Attributes:
        body: in one piece, or in pieces that are sent as they come.
        status: of HTTP.
        headers: beside the length and the type.
        missing: bytes that are promised in the length and never come.
    """

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    missing: int = 0


def saying(text: str | None, finish_reason: str | None = "stop", **more: object) -> Sent:
    """A chat completion; `more` goes into the reply (`usage=None` leaves the usage out) or, as `refusal`, the message."""
    message: dict[str, object] = {"role": "assistant", "content": text}
    if "refusal" in more:
        message["refusal"] = more.pop("refusal")
    reply: dict[str, object] = {
        "object": "chat.completion",
        "model": "as the server calls it",
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }
    reply |= more
    return Sent(json.dumps({key: value for key, value in reply.items() if value is not None}).encode())


def failing(status: int, message: str = "", headers: Mapping[str, str] | None = None, **more: object) -> Sent:
    """An error as OpenAI words it."""
    body = {"error": {"message": message, **more}} if message or more else {}
    return Sent(json.dumps(body).encode(), status, headers or {})


Script = Callable[[Call], Sent]


class _Listener(ThreadingHTTPServer):
    """Takes many connections at the same instant."""

    daemon_threads = True
    request_queue_size = 256


class ModelServer:
    """An HTTP server on loopback that answers calls by a script.

    Attributes:
        calls: the requests, in the order in which they came.
    """

    def __init__(self, script: Script) -> None:
        """Listen on a free port."""
        self.calls: list[Call] = []
        self.stopped = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                length = int(self.headers.get("content-length", 0))
                raw = self.rfile.read(length)
                headers = {name.lower(): value for name, value in self.headers.items()}
                call = Call(self.command, self.path, headers, json.loads(raw) if raw else {})
                outer.calls.append(call)
                with contextlib.suppress(OSError):
                    outer._send(self, script(call))

            do_GET = do_POST  # noqa: N815  (the base class calls it so)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's signature)
                """Tell nobody."""

        self._server = _Listener(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def base_url(self) -> str:
        """As `[model] base_url` has it."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def bodies(self) -> list[Mapping[str, Any]]:
        """Of the calls for completions."""
        return [call.body for call in self.calls if call.path.endswith("/chat/completions")]

    def hanging(self) -> Sent:
        """An answer that does not come while the server lives."""
        return Sent(self._slowly(b"", seconds=3600))

    def dripping(self, body: bytes, *, seconds: float) -> Sent:
        """An answer that comes byte by byte."""
        return Sent(self._slowly(body, seconds=seconds))

    def close(self) -> None:
        """Hang up and stop."""
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _slowly(self, body: bytes, *, seconds: float) -> Iterator[bytes]:
        for byte in body or b" ":
            if self.stopped.wait(seconds):
                return
            yield bytes([byte])

    @staticmethod
    def _send(handler: BaseHTTPRequestHandler, sent: Sent) -> None:
        handler.send_response(sent.status)
        headers = {"Content-Type": "application/json", **sent.headers}
        pieces = [sent.body] if isinstance(sent.body, bytes) else sent.body
        if isinstance(sent.body, bytes):
            headers["Content-Length"] = str(len(sent.body) + sent.missing)
        else:
            headers["Connection"] = "close"
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
        if sent.missing or not isinstance(sent.body, bytes):
            handler.close_connection = True
