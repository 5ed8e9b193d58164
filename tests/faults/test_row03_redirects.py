"""SAFETY, row 3: every hop of a redirect is checked anew, and nothing that is secret follows it."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prism.adapters.http import HttpFetcher
from prism.adapters.http.testing import FixedResolver, HandClock, LoopbackServer, Script, answer, pages
from prism.model import BadResponse, Refused, Request, Unreachable

CLOCK = HandClock(datetime(2026, 11, 22, tzinfo=UTC))


def fetcher_for(*servers: LoopbackServer) -> HttpFetcher:
    return HttpFetcher([server.host_port for server in servers], delay_seconds=0, clock=CLOCK)


def to(location: str, status: int = 301) -> bytes:
    return answer(status, b"moved", {"Location": location})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "[::1]", "0x7f.1", "user@127.0.0.1", "127.0.0.1."]
)
def test_to_loopback(status: int, host: str) -> None:
    with LoopbackServer(lambda _: answer(200, b"the canary sang")) as canary:
        with (
            LoopbackServer(lambda seen: to(f"http://{host}:{canary.port}{seen.path}", status)) as server,
            fetcher_for(server) as fetcher,
            pytest.raises(Refused),
        ):
            fetcher.fetch(Request(server.url("/page"), respect_robots=False))
        assert canary.connections == 0


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:70/",
        "data:text/html,hello",
        "javascript:alert(1)",
        "//127.0.0.1:1/",
        "http://",
        "https:///x",
        "http://[",
        "http://news.example:22/",
        "\\\\127.0.0.1\\x\x00",
    ],
)
def test_to_what_is_no_public_web_address(location: str) -> None:
    script = pages({"/page": answer(301, b"", {"Location": location})})
    with LoopbackServer(script) as server, fetcher_for(server) as fetcher:
        with pytest.raises((Refused, BadResponse)):
            fetcher.fetch(Request(server.url("/page")))
        assert server.paths in (["/robots.txt", "/page"], ["/robots.txt"])


def test_round_in_a_circle() -> None:
    with LoopbackServer(pages({"/a": to("/b"), "/b": to("/a")})) as server, fetcher_for(server) as fetcher:
        with pytest.raises(BadResponse, match="circle"):
            fetcher.fetch(Request(server.url("/a")))
        assert server.paths == ["/robots.txt", "/a", "/b"]


def test_twenty_hops() -> None:
    hops = {f"/{number}": to(f"/{number + 1}") for number in range(20)} | {"/20": answer(200, b"here")}
    with LoopbackServer(pages(hops)) as server, fetcher_for(server) as fetcher:
        with pytest.raises(BadResponse, match="10 redirects"):
            fetcher.fetch(Request(server.url("/0")))
        assert server.paths[1:] == [f"/{number}" for number in range(11)]
        assert fetcher.fetch(Request(server.url("/10"))).body == b"here"


def test_robots_txt_of_the_host_that_is_led_to() -> None:
    with LoopbackServer(pages({"/page": answer()}, robots_txt="User-agent: *\nDisallow: /page")) as other:
        with (
            LoopbackServer(pages({"/go": to(other.url("/page"))})) as server,
            fetcher_for(server, other) as fetcher,
            pytest.raises(Refused, match="Disallow: /page"),
        ):
            fetcher.fetch(Request(server.url("/go")))
        assert other.paths == ["/robots.txt"]


def test_nothing_secret_follows() -> None:
    with LoopbackServer(pages({"/page": answer(200, b"hello")})) as other:
        cookie = {"Location": other.url("/page"), "Set-Cookie": "session=1; Path=/"}
        script = pages({"/go": answer(302, b"", cookie), "/near": to("/go", 307)})
        with LoopbackServer(script) as server, fetcher_for(server, other) as fetcher:
            headers = {
                "Authorization": "Bearer secret",
                "cookie": "a=b",
                "x-api-key": "secret",
                "proxy-authorization": "Basic x",
                "referer": "http://inside/",
                "if-none-match": '"tag"',
                "accept": "text/html",
                "host": "elsewhere.example",
            }
            response = fetcher.fetch(Request(server.url("/near"), headers=headers))
        first = server.seen[1].headers
        assert first["authorization"] == "Bearer secret"
        assert first["host"] == server.host_port
        assert "proxy-authorization" not in first
        for hop in (server.seen[2].headers, other.seen[1].headers):
            assert not {"authorization", "cookie", "x-api-key", "referer", "proxy-authorization"} & set(hop)
            assert hop["if-none-match"] == '"tag"'
        assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    ("script", "permanent"),
    [
        ({"/a": to("/b", 301), "/b": to("/c", 308), "/c": answer()}, "/c"),
        ({"/a": to("/b", 301), "/b": to("/c", 302), "/c": answer()}, "/b"),
        ({"/a": to("/b", 307), "/b": to("/c", 301), "/c": answer()}, "/a"),
        ({"/a": to("/b", 303), "/b": answer()}, "/a"),
        ({"/a": answer()}, "/a"),
        ({"/a": answer(301)}, "/a"),
        ({"/a": answer(304)}, "/a"),
    ],
)
def test_what_moved_for_good(script: dict[str, bytes], permanent: str) -> None:
    with LoopbackServer(pages(script)) as server, fetcher_for(server) as fetcher:
        assert fetcher.fetch(Request(server.url("/a"))).permanent_url == server.url(permanent)


@pytest.fixture(scope="module")
def make_certificate(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    if shutil.which("openssl") is None:
        pytest.skip("the openssl command is not here to make a certificate with")
    folder = tmp_path_factory.mktemp("certificates")

    def make(name: str) -> Path:
        path = folder / f"{name}.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-keyout", str(path), "-out", f"{path}.crt"],
            check=True,
            capture_output=True,
        )  # fmt: skip
        path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
        return path

    return make


def https_server(certificate: Path, script: Script) -> LoopbackServer:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return LoopbackServer(script, tls=context)


def test_https_to_http_is_not_followed(make_certificate: Callable[[str], Path]) -> None:
    certificate = make_certificate("news.example")
    with LoopbackServer(pages({"/page": answer()})) as plain:
        with https_server(certificate, pages({"/page": to(plain.url("/page"))})) as server:
            with (
                HttpFetcher(
                    [plain.host_port, f"news.example:{server.port}"],
                    delay_seconds=0,
                    clock=CLOCK,
                    resolver=FixedResolver({"news.example": [["127.0.0.1"]]}),
                    tls=ssl.create_default_context(cafile=str(certificate)),
                ) as fetcher,
                pytest.raises(Refused, match="https to http"),
            ):
                fetcher.fetch(Request(f"https://news.example:{server.port}/page"))
            assert server.seen[1].headers["host"] == f"news.example:{server.port}"
        assert plain.connections == 0


def test_a_certificate_is_checked_against_the_name(make_certificate: Callable[[str], Path]) -> None:
    certificate = make_certificate("other.example")
    with https_server(certificate, pages({"/page": answer()})) as server:
        resolver = FixedResolver({"news.example": [["127.0.0.1"]]})
        trusting = ssl.create_default_context(cafile=str(certificate))
        for context in (trusting, None):
            with (
                HttpFetcher(
                    [f"news.example:{server.port}"], delay_seconds=0, clock=CLOCK, resolver=resolver, tls=context
                ) as fetcher,
                pytest.raises(Unreachable, match="CERTIFICATE_VERIFY_FAILED"),
            ):
                fetcher.fetch(Request(f"https://news.example:{server.port}/page", respect_robots=False))
        assert server.seen == []
