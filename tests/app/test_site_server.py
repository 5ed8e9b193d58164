"""The site over a real port: what every answer carries, what is never handed out, and how the server starts and stops."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest
import zstandard

from prism.adapters.sitestores.manners import media_type
from prism.adapters.sitestores.packing import ENCODINGS
from prism.app.server import HEADERS, Asked, answer, can_listen
from prism.model import UsageError


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def tree(folder: Path, mark: str) -> Path:
    files = {
        "index.html": f"<p>home {mark}",
        "404.html": "<p>nothing here",
        "ko/index.html": f"<p>판 {mark}",
        "ko/404.html": "<p>없습니다",
        "ko/atom.xml": "<feed/>",
        "ko/rss.xml": "<rss/>",
        "ko/feed.json": "{}",
        "sitemap.xml": "<urlset/>",
        "assets/style.css": "p{}",
        "assets/mark.svg": "<svg/>",
        "assets/prism-ko.0123456789ab.css": "p{}",
        "ko/story/long/index.html": LONG,
        "ko/story/moved/index.html": f'<!doctype html><meta http-equiv="refresh" content="0; url=/ko/story/long/">{mark}',
        "ko/story/away/index.html": '<!doctype html><meta http-equiv="refresh" content="0; url=//evil.example/">',
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for suffix, packed in ENCODINGS.values():
        (folder / f"ko/story/long/index.html{suffix}").write_bytes(packed(LONG.encode()))
    return folder


LONG = "<!doctype html><p>" + "다리가 닫혔다. " * 200


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[str]
    port: int
    newsroom: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()


def start(newsroom: Path, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "prism.app.cli", "serve", "--port", str(port)],
        cwd=newsroom,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(process: subprocess.Popen[str], port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
            break
    pytest.fail("the server did not come up")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    newsroom = tmp_path_factory.mktemp("served")
    tree(newsroom / "site.trees" / "1", "one")
    (newsroom / "secret.html").write_text("secret", encoding="utf-8")
    (newsroom / "site").symlink_to(Path("site.trees") / "1")
    port = free_port()
    process = start(newsroom, port)
    try:
        wait_for(process, port)
        yield Server(process, port, newsroom)
    finally:
        process.terminate()
        process.communicate()


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/ko/", 200, "text/html; charset=utf-8"),
        ("/ko/atom.xml", 200, "application/atom+xml; charset=utf-8"),
        ("/ko/rss.xml", 200, "application/rss+xml; charset=utf-8"),
        ("/ko/feed.json", 200, "application/feed+json; charset=utf-8"),
        ("/sitemap.xml", 200, "application/xml; charset=utf-8"),
        ("/assets/style.css", 200, "text/css; charset=utf-8"),
        ("/assets/mark.svg", 200, "image/svg+xml"),
        ("/gone", 404, "text/html; charset=utf-8"),
        ("/ko", 308, "text/plain; charset=utf-8"),
    ],
)
def test_every_answer_has_its_headers_and_head_is_like_get(server: Server, path: str, status: int, kind: str) -> None:
    got, headers, body = server.ask(path)
    assert (got, headers["content-type"]) == (status, kind)
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert headers["content-length"] == str(len(body))
    head, head_headers, nothing = server.ask(path, "HEAD")
    assert (head, nothing) == (status, b"")
    assert {**head_headers, "date": ""} == {**headers, "date": ""}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_not_allowed(server: Server, method: str) -> None:
    status, headers, body = server.ask("/", method)
    assert (status, headers["content-type"], headers["allow"]) == (405, "text/plain; charset=utf-8", "GET, HEAD")
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert body


def test_what_is_missing_is_said_in_the_edition_that_was_asked(server: Server) -> None:
    assert server.ask("/ko/nothing")[2].decode() == "<p>없습니다"
    assert server.ask("/nothing/")[2].decode() == "<p>nothing here"


def test_a_folder_leads_to_itself_with_a_slash(server: Server) -> None:
    assert server.ask("/ko")[1]["location"] == "/ko/"


@pytest.mark.parametrize(
    "path",
    [
        "//ko",
        "//evil.example",
        "/\\evil.example",
        "/%5Cevil.example",
        "/%2Fevil.example",
        "/%2f%2fevil.example/",
        "/ko/..",
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/ko/%2e%2e%2f%2e%2e%2fsecret.html",
        "/ko%00",
        "/%0d%0aX:y",
        "/.hidden",
        "/%ff%fe",
        "/" + "a" * 300,
    ],
)
def test_no_path_leaves_the_folder_or_the_site(server: Server, path: str) -> None:
    status, headers, body = server.ask(path)
    assert status in {400, 404}
    assert "location" not in headers
    assert b"secret" not in body


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "x")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (site / "out.html").symlink_to(tmp_path / "secret.html")
    assert answer(site, Asked("GET", "/out.html")).status == 404


def test_what_was_seen_is_not_sent_again(server: Server) -> None:
    _, headers, _ = server.ask("/sitemap.xml")
    status, again, body = server.ask("/sitemap.xml", If_None_Match=headers["etag"])
    assert (status, body) == (304, b"")
    assert {name: again.get(name.lower()) for name in HEADERS} == HEADERS


def test_a_swapped_tree_is_served_at_once(server: Server) -> None:
    before = server.ask("/")[2]
    mark = "two" if b"one" in before else "one"
    tree(server.newsroom / "site.trees" / mark, mark)
    fresh = server.newsroom / "fresh"
    fresh.symlink_to(Path("site.trees") / mark)
    fresh.replace(server.newsroom / "site")
    assert server.ask("/")[2] == f"<p>home {mark}".encode()


def test_a_port_in_use_is_one_line(server: Server) -> None:
    second = start(server.newsroom, server.port)
    _, told = second.communicate(timeout=30)
    assert second.returncode == 2
    assert told.strip().count("\n") == 0
    assert str(server.port) in told
    assert "serving" not in told


@pytest.mark.parametrize("host", ["256.1.1.1", "no such host", "203.0.113.7"])
def test_an_address_that_is_not_here_is_refused(host: str) -> None:
    with pytest.raises(UsageError, match=r"--host|can't listen"):
        can_listen(host, free_port())


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it(tmp_path: Path, name: signal.Signals) -> None:
    tree(tmp_path / "site", "x")
    port = free_port()
    process = start(tmp_path, port)
    wait_for(process, port)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with contextlib.closing(connection):
        connection.request("GET", "/")
        connection.getresponse().read()
        os.kill(process.pid, name)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in told


def test_unknown_files_are_bytes() -> None:
    assert media_type("x.exe") == "application/octet-stream"


STORY = "/ko/story/long/"


@pytest.mark.parametrize(
    ("accepted", "given"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("gzip, deflate", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("GZIP ; q=0.3", "gzip"),
        ("br;q=nonsense", None),
        ("zstd", "zstd"),
    ],
)
def test_a_packed_copy_goes_to_who_takes_it(server: Server, accepted: str, given: str | None) -> None:
    status, headers, body = server.ask(STORY, Accept_Encoding=accepted)
    assert (status, headers.get("content-encoding")) == (200, given)
    assert (headers["vary"], headers["content-type"]) == ("Accept-Encoding", "text/html; charset=utf-8")
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, "zstd": zstandard.decompress, None: bytes}
    assert unpack[given](body).decode() == LONG


def test_each_encoding_has_a_tag_of_its_own(server: Server) -> None:
    tags = {server.ask(STORY, Accept_Encoding=name)[1]["etag"] for name in ("", "gzip", "br", "zstd")}
    assert len(tags) == 4


@pytest.mark.parametrize(
    ("wanted", "status", "cut"),
    [
        ("bytes=0-4", 206, slice(0, 5)),
        ("bytes=5-", 206, slice(5, None)),
        ("bytes=-7", 206, slice(-7, None)),
        ("bytes=0-999999999", 206, slice(0, None)),
        ("bytes=-999999", 206, slice(0, None)),
        ("bytes=999999-", 416, slice(0, 0)),
        ("bytes=-0", 416, slice(0, 0)),
        ("bytes=4-2", 200, slice(None)),
        ("bytes=0-1,5-6", 200, slice(None)),
        ("lines=1-2", 200, slice(None)),
        ("bytes=" + "9" * 5000 + "-", 200, slice(None)),
    ],
)
def test_a_part_is_given_to_who_asks_for_one(server: Server, wanted: str, status: int, cut: slice) -> None:
    whole = LONG.encode()
    got, headers, body = server.ask(STORY, Range=wanted)
    assert (got, body) == (status, whole[cut])
    assert headers["content-length"] == str(len(body))
    if status == 206:
        first = int(headers["content-range"].removeprefix("bytes ").partition("-")[0])
        assert headers["content-range"] == f"bytes {first}-{first + len(body) - 1}/{len(whole)}"
    if status == 416:
        assert headers["content-range"] == f"bytes */{len(whole)}"


def test_a_part_of_another_version_is_not_given(server: Server) -> None:
    tag = server.ask(STORY)[1]["etag"]
    assert server.ask(STORY, Range="bytes=0-4", If_Range=tag)[0] == 206
    assert server.ask(STORY, Range="bytes=0-4", If_Range='"older"')[0] == 200


def test_a_date_is_enough_to_know_that_nothing_is_new(server: Server) -> None:
    changed = server.ask(STORY)[1]["last-modified"]
    assert server.ask(STORY, If_Modified_Since=changed)[0] == 304
    assert server.ask(STORY, If_Modified_Since="Mon, 01 Jan 2001 00:00:00 GMT")[0] == 200
    assert server.ask(STORY, If_Modified_Since="yesterday")[0] == 200
    assert server.ask(STORY, If_None_Match='"other"', If_Modified_Since=changed)[0] == 200


def test_what_bears_its_hash_is_kept_for_good(server: Server) -> None:
    assert "immutable" in server.ask("/assets/prism-ko.0123456789ab.css")[1]["cache-control"]
    assert "max-age=60" in server.ask(STORY)[1]["cache-control"]
    assert "max-age=60" in server.ask("/nothing")[1]["cache-control"]


def test_a_story_that_joined_another_leads_there(server: Server) -> None:
    status, headers, _ = server.ask("/ko/story/moved/")
    assert (status, headers["location"]) == (308, "/ko/story/long/")
    status, headers, _ = server.ask("/ko/story/away/")
    assert status == 200, "a page leads nowhere but within the site"


def test_strict_transport_security_comes_with_tls_alone(server: Server) -> None:
    assert "strict-transport-security" not in server.ask("/")[1]
    assert server.ask("/", X_Forwarded_Proto="https")[1]["strict-transport-security"].startswith("max-age=")
