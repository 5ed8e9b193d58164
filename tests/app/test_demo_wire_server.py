"""The sample wire as a newsroom meets it: real requests to real servers on loopback."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message

import pytest
from lxml import etree, html

from prism.app.demo.content import items, outlets
from prism.app.demo.server import WireServer, demo_sources, serve_wire
from prism.model import Use
from prism.web.charsets import decode
from prism.web.robots import evaluate

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
AGENT = "PrismBot"


@pytest.fixture(scope="module")
def wire() -> Iterator[WireServer]:
    with serve_wire(NOW) as server:
        yield server


@pytest.fixture
def second_phase(wire: WireServer) -> Iterator[WireServer]:
    wire.phase = 2
    yield wire
    wire.phase = 1


def fetch(url: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def page(url: str) -> html.HtmlElement:
    status, headers, body = fetch(url)
    assert status == 200, url
    return html.fromstring(decode(body, {name.lower(): value for name, value in headers.items()}, markup=True))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_outlet_has_a_host_of_its_own_and_a_feed_that_lists_its_articles(wire: WireServer) -> None:
    sources = demo_sources(wire)
    assert len(set(wire.origins.values())) == len(sources) == len(outlets())
    assert set(wire.allow) == {origin.removeprefix("http://") for origin in wire.origins.values()}
    for source, outlet in zip(sources, outlets(), strict=True):
        status, headers, body = fetch(source.feed_url)
        assert status == 200
        text = decode(body, {name.lower(): value for name, value in headers.items()}, markup=True)
        if "sitemapindex" in text:
            status, headers, body = fetch(wire.origins[outlet.id] + "/sitemap-news.xml")
            text = decode(body, {name.lower(): value for name, value in headers.items()}, markup=True)
        for item in items(NOW, 1):
            if item.outlet == outlet:
                assert item.path.replace("&", "&amp;") in text or item.path in text, item.key


def test_ten_feeds_are_ten_dialects(wire: WireServer) -> None:
    roots = set()
    for source in demo_sources(wire):
        _, _, body = fetch(source.feed_url)
        if body.startswith(b"{"):
            assert json.loads(body)["version"].startswith("https://jsonfeed.org/")
            roots.add("jsonfeed")
        else:
            root = etree.fromstring(body, etree.XMLParser(resolve_entities=False))
            roots.add(f"{root.tag} {root.get('version')} {root.getroottree().docinfo.encoding}")
    assert len(roots) >= 8


def test_every_paragraph_stands_on_the_page_and_every_page_is_told_apart(wire: WireServer) -> None:
    pages = {item.key: len(item.pages) for item in items(NOW, 1)}
    for key, answer in wire.answer_key().items():
        texts = [squeezed(page(answer.url).text_content())]
        texts += [squeezed(page(f"{answer.url}?page={n}").text_content()) for n in range(2, pages[key] + 1)]
        for paragraph in answer.paragraphs:
            assert any(squeezed(paragraph) in text for text in texts), (key, paragraph)
        assert squeezed(answer.title) in texts[0]
    assert max(pages.values()) == 2


def test_all_that_is_sent_can_be_written_in_the_encoding_that_is_named(wire: WireServer) -> None:
    for key, answer in wire.answer_key().items():
        _, headers, body = fetch(answer.url)
        charset = headers.get_content_charset() or "euc-kr"
        decoded = body.decode(
            {"euc-kr": "cp949", "gb2312": "gbk", "shift_jis": "cp932", "iso-8859-1": "cp1252"}.get(charset, charset)
        )
        assert "&#" not in re.sub(r"&#(3[49]|x27);", "", decoded), key


def test_unchanged_documents_are_not_sent_twice(wire: WireServer) -> None:
    for source in demo_sources(wire):
        _, headers, _ = fetch(source.feed_url)
        assert fetch(source.feed_url, If_None_Match=headers["ETag"])[0] == 304
        assert fetch(source.feed_url, If_None_Match='"other"')[0] == 200
        assert fetch(source.feed_url, If_Modified_Since=headers["Last-Modified"])[0] == 304


def test_tracking_parameters_lead_to_the_same_page(wire: WireServer) -> None:
    answer = wire.answer_key()["neoul/dareum-gwajinggeum"]
    assert fetch(answer.url)[2] == fetch(answer.url + "&utm_source=rss&utm_medium=feed")[2]
    assert fetch(answer.url.replace("idxno=", "idxno=1"))[0] == 404


def test_robots_txt_forbids_what_the_key_says_it_forbids(wire: WireServer) -> None:
    for key, answer in wire.answer_key().items():
        origin = wire.origins[key.partition("/")[0]]
        robots = fetch(f"{origin}/robots.txt")[2].decode()
        assert evaluate(robots, answer.url, AGENT).allowed is not answer.forbidden, key
    assert sum(answer.forbidden for answer in wire.answer_key().values()) == 2


def test_a_reservation_is_said_in_header_file_and_page(wire: WireServer) -> None:
    origin = wire.origins["isenfurt"]
    answer = next(answer for key, answer in wire.answer_key().items() if key.startswith("isenfurt/"))
    _, headers, body = fetch(answer.url)
    assert headers["tdm-reservation"] == "1"
    assert b'name="tdm-reservation" content="1"' in body
    assert json.loads(fetch(f"{origin}/.well-known/tdmrep.json")[2]) == [{"location": "/", "tdm-reservation": 1}]


def test_the_operator_gives_different_words(wire: WireServer) -> None:
    assert {source.rights for source in demo_sources(wire)} == {Use.FULL, Use.EXCERPT, Use.LINK, None}


def test_amp_variants_name_their_canonical_page_and_one_is_listed_twice(wire: WireServer) -> None:
    feed = json.loads(fetch(wire.origins["corvane"] + "/feed.json")[2])
    assert len([row for row in feed["items"] if row["url"].endswith("amp/")]) == 1
    variant = next(row["url"] for row in feed["items"] if row["url"].endswith("amp/"))
    canonical = page(variant).xpath("//link[@rel='canonical']/@href")
    assert canonical == [variant.removesuffix("amp/")]


def test_the_hostile_page_attacks_in_every_field(wire: WireServer) -> None:
    answer = wire.answer_key()["newsburst/kestrel-meltdown"]
    assert len(answer.for_machines) == 5
    assert len(answer.hidden) == 6
    feed = fetch(wire.origins["newsburst"] + "/feed/")[2].decode()
    assert "&lt;script&gt;" in feed
    assert "javascript:" in feed
    body = fetch(answer.url)[2].decode()
    assert all(words in body for words in answer.hidden)
    assert "<script>alert('b')</script>" not in re.sub(r"&lt;.*?&gt;", "", answer.title)


def test_the_second_phase_adds_corrects_changes_and_withdraws(second_phase: WireServer) -> None:
    key = second_phase.answer_key()
    assert fetch(key["corvane/aurelis-orrin"].url)[0] == 410
    feed = json.loads(fetch(second_phase.origins["corvane"] + "/feed.json")[2])
    assert not [row for row in feed["items"] if "aurelis-orrin" in row["url"]]
    assert "$325 million" in page(key["corvane/kittiwake-heavy"].url).text_content()
    assert fetch(key["onsaemi/saebyeol-barojap"].url)[0] == 200
    second_phase.phase = 1
    assert fetch(key["onsaemi/saebyeol-barojap"].url)[0] == 404
    assert fetch(key["corvane/aurelis-orrin"].url)[0] == 200


def test_the_wire_keeps_a_log_and_says_the_time_of_the_demo(wire: WireServer) -> None:
    before = len(wire.requests)
    _, headers, _ = fetch(wire.origins["soha"] + "/nowhere")
    assert headers["Date"] == "Sun, 22 Nov 2026 20:00:00 GMT"
    assert [(r.outlet, r.path, r.status) for r in wire.requests[before:]] == [("soha", "/nowhere", 404)]


def test_fixed_ports_are_taken_in_the_order_of_the_outlets() -> None:
    # Below the range from which the system gives free ports; somebody else may still sit on one of them.
    for first in range(21_000, 31_000, 500):
        try:
            with serve_wire(NOW, first_port=first) as wire:
                assert wire.allow == tuple(f"127.0.0.1:{first + n}" for n in range(len(outlets())))
                return
        except OSError:
            continue
    pytest.fail("twenty rows of ports are all in use")
