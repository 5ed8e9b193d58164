"""A model's server on loopback that answers, or fails, as a test says."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from prism.adapters.models import Patience, Resilient, quirks_for
from prism.adapters.models.wire import Exchange, OpenAIChat
from prism.adapters.testing import SetClock


@dataclass(frozen=True)
class Reply:
    """What the server sends."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    after_s: float = 0.0


def said(text: str, finish: str = "stop", **message: Any) -> Reply:
    """A whole answer."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text, **message}, "finish_reason": finish}
    usage = {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20}
    return Reply(json.dumps({"id": "1", "model": "m", "choices": [choice], "usage": usage}).encode())


@dataclass
class ModelServer:
    """Where it is, and what it was asked."""

    address: str
    asked: list[dict[str, Any]] = field(default_factory=list)

    def model(self, clock: SetClock, *, timeout_s: float = 5.0) -> Resilient:
        """The model behind it, tried again without pauses."""
        chat = OpenAIChat(
            base_url=self.address,
            name="m",
            quirks=quirks_for(self.address, "m"),
            clock=clock,
            exchange=Exchange(timeout_s=timeout_s),
        )
        return Resilient([chat], clock, patience=Patience(failures=50), sleep=lambda _seconds: None)


@contextmanager
def serving(answer: Callable[[dict[str, Any]], Reply]) -> Iterator[ModelServer]:
    """The server, until the block ends; `answer` gets the body of each request."""
    server = ModelServer("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            server.asked.append(body)
            reply = answer(body)
            time.sleep(reply.after_s)
            self.send_response(reply.status)
            for name, value in {
                "content-type": "application/json",
                "content-length": str(len(reply.body)),
                **reply.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass  # a client that lost its patience

    listening = Quiet(("127.0.0.1", 0), Handler)
    server.address = f"http://127.0.0.1:{listening.server_port}/v1"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()
