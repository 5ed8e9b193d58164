"""SAFETY, row 4: nothing in the environment, in a page or in a feed opens another way out."""

from __future__ import annotations

import ast
import importlib.resources
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import prism
from prism.adapters.http import HttpFetcher
from prism.adapters.http.testing import HandClock, LoopbackServer, Seen, answer, pages
from prism.model import Request

CLOCK = HandClock(datetime(2026, 11, 22, tzinfo=UTC))

# Modules that can open a connection to somewhere else, and the only rooms that may import them.
WAYS_OUT = frozenset(
    ("aiohttp", "ftplib", "http.client", "httpcore", "httpcore2", "httpx", "httpx2", "imaplib", "niquests", "openai", "poplib",
     "pycurl", "requests", "smtplib", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc.client")
)  # fmt: skip
# The last two only send, to where the operator says: what they send is the site, and no address that was read anywhere.
GUARDED = ("adapters/http/", "adapters/models/", "adapters/embeddings/", "adapters/sitestores/", "adapters/mail/")
# Functions of libraries that fetch when they are handed an address.
FETCHING = frozenset(("fetch_url", "fetch_response", "extract_metadata_from_url", "urlopen", "urlretrieve"))


@pytest.fixture
def canary() -> Iterator[LoopbackServer]:
    with LoopbackServer(lambda _: answer(200, b"the canary sang")) as server:
        yield server
        assert server.connections == 0


def test_the_environment_sends_nothing_elsewhere(
    canary: LoopbackServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, canary.url("").rstrip("/"))
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login user password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    with LoopbackServer(pages({"/page": answer(200, b"hello")})) as server:
        with HttpFetcher([server.host_port], delay_seconds=0, clock=CLOCK) as fetcher:
            assert fetcher.fetch(Request(server.url("/page"))).body == b"hello"
        assert all("authorization" not in seen.headers for seen in server.seen)


def test_what_a_page_names_is_not_fetched(canary: LoopbackServer) -> None:
    """Pictures, frames, refreshes, preloads, hubs, alternative services: the fetcher reads one answer and nothing more."""
    elsewhere = canary.url("/")
    headers = {
        "Link": f'<{elsewhere}>; rel=preload, <{elsewhere}>; rel="hub", <{elsewhere}>; rel=canonical',
        "Refresh": f"0; url={elsewhere}",
        "Content-Location": elsewhere,
        "Alt-Svc": f'h2="127.0.0.1:{canary.port}"',
        "SourceMap": elsewhere,
    }
    body = f'<meta http-equiv=refresh content="0;url={elsewhere}"><img src="{elsewhere}"><iframe src="{elsewhere}">'

    def script(seen: Seen) -> bytes:
        return answer(404) if seen.path == "/robots.txt" else answer(200, body.encode(), headers)

    with (
        LoopbackServer(script) as server,
        HttpFetcher([server.host_port, canary.host_port], delay_seconds=0, clock=CLOCK) as fetcher,
    ):
        assert fetcher.fetch(Request(server.url("/page"))).body == body.encode()


def test_no_other_room_can_open_a_connection() -> None:
    root = Path(str(importlib.resources.files(prism)))
    found = []
    for path in sorted(root.rglob("*.py")):
        room = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    modules = [name.name for name in names]
                case ast.ImportFrom(module=str(module), names=names):
                    modules = [module, *(f"{module}.{name.name}" for name in names)]
                case ast.Attribute(attr=name) | ast.Name(id=name) if name in FETCHING:
                    found.append(f"{room}: {name}")
                    continue
                case _:
                    continue
            out = {way for way in WAYS_OUT for module in modules if module == way or module.startswith(f"{way}.")}
            if out and not room.startswith(GUARDED):
                found.append(f"{room}: {', '.join(sorted(out))}")
    assert found == []
