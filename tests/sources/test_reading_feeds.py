from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.model import Entry, ParseError, Source
from prism.sources import Feed, read_feed
from prism.sources.feeds import MAX_MORE

SEEN_AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOURCE = Source("s1", "Tide", "https://tide.example/feed.xml")
URL = "https://tide.example/feed.xml"


def read(body: bytes | str, source: Source = SOURCE, **headers: str) -> Feed:
    raw = body.encode() if isinstance(body, str) else body
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return read_feed(raw, url=URL, headers=told, source=source, seen_at=SEEN_AT)


def rss(items: str, channel: str = "<title>Tide</title><link>https://tide.example/</link>") -> str:
    return f'<rss version="2.0"><channel>{channel}{items}</channel></rss>'


def one(item: str) -> Entry:
    (entry,) = read(rss(f"<item><link>https://tide.example/1</link>{item}</item>")).entries
    return entry


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "web page"),
        (b"<!-- a --><!-- b -->\n<html lang='en'>", "web page"),
        (
            b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html xmlns='http://www.w3.org/1999/xhtml'/>",
            "web page",
        ),
        (b"<div><p>fragment</p></div>", "web page"),
        (b"<note><to>you</to></note>", "no feed format"),
        (b'{"error": "not found"}', "no feed"),
        (b"[1, 2]", "no feed"),
        (b"{broken", "can't be read"),
        (b"Service unavailable", "neither XML nor JSON"),
        (b"\x1f\x8bnot gzip", "unpacked"),
        (b"<", "no element"),
        (b"\x00\x01\x02\xff", "no feed"),
    ],
)
def test_what_is_no_feed_says_so_in_plain_words(body: bytes, words: str) -> None:
    with pytest.raises(ParseError, match=words) as caught:
        read(body)
    assert URL in str(caught.value)


def test_a_gzip_file_is_unpacked() -> None:
    assert read(gzip.compress(rss("<item><link>/1</link></item>").encode())).entries[0].url == "https://tide.example/1"


def test_one_bad_item_takes_no_other_with_it() -> None:
    feed = read(
        rss(
            "<item><title>a & b</title><link>/1</link></item><item><title>c</tittle><link>/2</link></item><item><title>d</title><link>/3</link></item>"
        )
    )
    assert [entry.url for entry in feed.entries] == [f"https://tide.example/{n}" for n in (1, 2, 3)]
    assert [entry.title for entry in feed.entries][::2] == ["a & b", "d"]
    assert any("repaired" in note for note in feed.notes)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("a&nbsp;b&hellip;", "a b…"),
        ("&amp;quot;속보&amp;quot;", '"속보"'),
        ("<![CDATA[AT&T &amp; &lt;b&gt;x&lt;/b&gt;]]>", "AT&T & x"),
        ("<b xmlns=''>속보</b> 지진", "속보 지진"),
        ("&unknown; thing", "&unknown; thing"),
        ("don&#146;t", "don’t"),
        ("tags &lt;script&gt;alert(1)&lt;/script&gt;", "tags"),
    ],
)
def test_titles_are_plain_text(title: str, expected: str) -> None:
    assert one(f"<title>{title}</title>").title == expected


def test_full_text_in_a_description_is_seen_as_such() -> None:
    long = "&lt;p&gt;" + "다리를 두 주 동안 통제한다. " * 120 + "&lt;/p&gt;"
    assert one(f"<title>t</title><description>{long}</description>").content.startswith("<p>")
    assert not one(f"<title>t</title><description>{long[:-10]}… 더 보기</description>").content
    assert not one("<title>t</title><description>short</description>").content


def test_dates_without_a_zone_count_in_the_outlets_own() -> None:
    item = rss("<item><link>/1</link><pubDate>2026.11.22 10:00</pubDate></item>")
    korean = replace(SOURCE, language="ko")
    assert read(item, korean).entries[0].published_at == datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
    assert read(item).entries[0].published_at == datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    assert read(item, replace(korean, timezone="Europe/Berlin")).entries[0].published_at == datetime(
        2026, 11, 22, 9, 0, tzinfo=UTC
    )


def test_a_feed_that_claims_no_language_is_told_by_its_script() -> None:
    (entry,) = read(
        rss("<item><title>다리 통제</title><link>/1</link><pubDate>2026.11.22 10:00</pubDate></item>")
    ).entries
    assert entry.published_at == datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "homepage", "expected"),
    [
        ("https://tide.example/feeds/a.xml", "https://www.tide.example/", "https://tide.example/feeds/1"),
        ("https://feeds.example/tide", "https://tide.example/", "https://tide.example/1"),
        ("http://127.0.0.1:8000/feeds/a.xml", "https://tide.example/", "http://127.0.0.1:8000/feeds/1"),
        ("http://localhost:8000/a.xml", "https://tide.example/", "http://localhost:8000/1"),
    ],
)
def test_what_relative_links_count_from(url: str, homepage: str, expected: str) -> None:
    body = rss("<item><link>1</link></item>", f"<title>t</title><link>{homepage}</link>").encode()
    (entry,) = read_feed(body, url=url, headers={}, source=SOURCE, seen_at=SEEN_AT).entries
    assert entry.url == expected


def test_a_date_far_ahead_is_none_and_said() -> None:
    entry = one("<title>t</title><pubDate>Tue, 24 Nov 2026 12:00:00 GMT</pubDate>")
    assert entry.published_at is None
    assert "future" in entry.notes[0]
    assert one("<title>t</title><pubDate>Sun, 22 Nov 2026 20:00:00 GMT</pubDate>").published_at is not None


def test_the_same_item_under_two_spellings_is_one_entry() -> None:
    feed = read(
        rss(
            "<item><title>t</title><link>https://www.tide.example/1/?utm_source=a</link><guid isPermaLink='false'>1</guid></item>"
            "<item><title>t</title><link>http://tide.example/1</link><guid isPermaLink='false'>2</guid><description>more</description></item>"
        )
    )
    (entry,) = feed.entries
    assert entry.summary == "more"


def test_children_of_a_sitemap_index_come_newest_first_and_bounded() -> None:
    children = "".join(
        f"<sitemap><loc>https://tide.example/s{n}.xml</loc><lastmod>2026-01-{n % 28 + 1:02}</lastmod></sitemap>"
        for n in range(500)
    )
    feed = read(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{children}</sitemapindex>')
    assert len(feed.more) == MAX_MORE
    assert feed.more[0] in {f"https://tide.example/s{n}.xml" for n in range(500) if n % 28 == 27}


def test_names_of_authors_without_their_mail() -> None:
    assert one("<author>kim@tide.example (김누리)</author>").authors == ("김누리",)
    assert one(
        "<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Kim &lt;kim@tide.example&gt;</dc:creator>"
    ).authors == ("Kim",)
    assert one("<author>kim@tide.example</author>").authors == ()


def test_quiet_hours_that_leave_no_hour_are_not_believed() -> None:
    hours = "".join(f"<hour>{n}</hour>" for n in range(24))
    assert read(rss("", f"<title>t</title><skipHours>{hours}</skipHours>")).skip_hours == frozenset()


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_a_feed_or_a_parse_error(body: bytes) -> None:
    try:
        read(body)
    except ParseError:
        return


@given(st.lists(st.sampled_from(["<item>", "</item>", "<title>", "</title>", "&", "<![CDATA[", "]]>", "<link>", "</link>", "/1", "<", "한", "<br>", "\x01"]), max_size=25))  # fmt: skip
def test_broken_items_never_stop_the_reading(parts: list[str]) -> None:
    feed = read(rss("".join(parts) + "<item><title>last</title><link>https://tide.example/last</link></item>"))
    assert all(entry.url.startswith(("http://", "https://")) for entry in feed.entries)


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12)), max_size=6))
def test_values_of_any_kind_in_a_json_feed(rows: list[tuple[str, str, str]]) -> None:
    items = [{"id": a, "url": b, "title": c, "date_published": a, "content_text": b} for a, b, c in rows]
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": items}))
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
