"""The news web itself: complete, quirky in the ways it claims to be, and true to its key."""

from __future__ import annotations

import html
import re
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.e2e.newsweb.stock import HOUSES, NOW
from tests.e2e.newsweb.web import Web, serve

from prism.web.robots import evaluate


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with serve() as served:
        yield served


def fetch(url: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status, dict(response.headers), response.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def test_it_has_eight_dialects_five_languages_and_two_pairs_that_look_alike(web: Web) -> None:
    key = web.key()
    assert len(HOUSES) == 9
    assert len(key) >= 24
    assert {truth.language for truth in key.values()} == {"ko", "en", "ja", "zh", "de"}
    stories = Counter(truth.story for truth in key.values())
    assert {"fire-pardilla", "fire-marrow", "moa-leak", "moa-results"} <= set(stories)
    assert sum(bool(truth.copy_of) for truth in key.values()) == 1
    assert max(truth.published for truth in key.values()) < NOW


def test_every_paragraph_stands_on_its_page(web: Web) -> None:
    for key, truth in web.key().items():
        status, _, body = fetch(truth.url)
        assert status == 200, key
        encoding = next(house.encoding for house in HOUSES if key.startswith(house.name))
        if b'rel="next"' in body:
            body += fetch(f"{truth.url}&page=2")[2]
        text = body.decode(encoding)
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
        for paragraph in truth.paragraphs:
            assert paragraph in text, (key, paragraph)


def test_listings_lead_to_pages(web: Web) -> None:
    for feed in web.feeds:
        status, _, body = fetch(feed.url)
        assert status == 200
        assert body
    moved = web.origins["tamarack"] + "/go/moa-earnings"
    assert b"Memory Chips Triple" in fetch(moved)[2]
    assert fetch(web.origins["halvering"] + "/sitemaps/news.xml.gz")[2][:2] == b"\x1f\x8b"


def test_robots_txt_forbids_the_notebook_alone(web: Web) -> None:
    for truth in web.key().values():
        origin = truth.url[: truth.url.index("/", 8)]
        status, _, body = fetch(origin + "/robots.txt")
        allowed = status == 404 or evaluate(body.decode(), truth.url, "PrismBot").allowed
        assert allowed is not truth.forbidden, truth.key
