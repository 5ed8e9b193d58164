"""Hubs and search engines are told of what is new, once, and again only if they could not be told."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from prism.adapters.archive import open_archive
from prism.adapters.http import HttpFetcher
from prism.adapters.testing import SetClock
from prism.app.locales import load_locale
from prism.editions.samples import SAMPLE_TIME, sample_frame, sample_teasers
from prism.model import Teaser
from prism.newsroom import announcing
from prism.newsroom.tools import Tools

KEY = "prism-key-0123456789"


class _Nothing:
    """Stands where announcing needs nothing."""


@pytest.fixture
def tools(httpserver: HTTPServer, tmp_path: Path) -> Iterator[Tools]:
    frame = sample_frame(load_locale("ko"))
    site = dataclasses.replace(
        frame.site, hub=httpserver.url_for("/hub"), indexnow=httpserver.url_for("/indexnow"), indexnow_key=KEY
    )
    clock = SetClock(SAMPLE_TIME)
    archive = open_archive(tmp_path / "prism.db")
    with HttpFetcher(allow=(f"{httpserver.host}:{httpserver.port}",), delay_seconds=0, clock=clock) as fetcher:
        nothing = _Nothing()
        yield Tools(
            archive=archive,
            fetcher=fetcher,
            embedder=nothing,  # type: ignore[arg-type]  # see above
            neighbours=nothing,  # type: ignore[arg-type]
            site=nothing,  # type: ignore[arg-type]
            clock=clock,
            frames=(dataclasses.replace(frame, site=site),),
        )
    archive.close()


def _note(tools: Tools, teasers: tuple[Teaser, ...]) -> None:
    for key, value in announcing.notes(tools, {"ko": teasers}).items():
        tools.archive.put_note(key, value)


def test_what_is_new_is_told_once(tools: Tools, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/hub", method="POST").respond_with_data(status=204)
    httpserver.expect_request("/indexnow", method="POST").respond_with_data(status=202)
    teasers = sample_teasers(load_locale("ko"))[:2]
    _note(tools, teasers)
    assert announcing.announce(tools) == 2
    (hub, _), (indexnow, _) = httpserver.log
    fields = parse_qsl(hub.get_data(as_text=True))
    assert fields[0] == ("hub.mode", "publish")
    assert ("hub.url", "https://news.example.org/ko/rss.xml") in fields
    assert ("hub.url", f"https://news.example.org/ko/section/{teasers[0].section}/feed.json") in fields
    message = json.loads(indexnow.get_data())
    assert message["host"] == "news.example.org"
    assert message["keyLocation"] == f"https://news.example.org/{KEY}.txt"
    assert [f"https://news.example.org{one.path}" for one in teasers] == message["urlList"][1:]
    assert announcing.announce(tools) == 0
    assert len(httpserver.log) == 2


def test_what_could_not_be_told_is_told_with_what_comes_next(tools: Tools, httpserver: HTTPServer) -> None:
    httpserver.expect_oneshot_request("/hub").respond_with_data(status=503)
    httpserver.expect_request("/indexnow").respond_with_data(status=200)
    one, other = sample_teasers(load_locale("ko"))[:2]
    _note(tools, (one,))
    assert announcing.announce(tools) == 1
    assert [failure.stage for failure in tools.archive.failures()] == ["announce"]
    httpserver.expect_request("/hub").respond_with_data(status=204)
    _note(tools, (other,))
    assert announcing.announce(tools) == 2
    hub = httpserver.log[2][0].get_data(as_text=True)
    assert f"section%2F{one.section}" in hub
    assert f"section%2F{other.section}" in hub
    assert not tools.archive.failures()


def test_nothing_new_and_nothing_configured_say_nothing(tools: Tools, httpserver: HTTPServer) -> None:
    _note(tools, ())
    assert announcing.announce(tools) == 0
    plain = dataclasses.replace(tools, frames=(sample_frame(load_locale("ko")),))
    assert announcing.notes(plain, {"ko": sample_teasers(load_locale("ko"))}) == {}
    assert announcing.announce(plain) == 0
    assert not httpserver.log


def test_a_hub_cannot_lead_the_message_elsewhere(tools: Tools, httpserver: HTTPServer) -> None:
    def away(_: Request) -> Response:
        return Response(status=307, headers={"Location": httpserver.url_for("/elsewhere")})

    httpserver.expect_request("/hub").respond_with_handler(away)
    httpserver.expect_request("/indexnow").respond_with_data(status=200)
    _note(tools, sample_teasers(load_locale("ko"))[:1])
    assert announcing.announce(tools) == 1
    assert "/elsewhere" not in [request.path for request, _ in httpserver.log]
