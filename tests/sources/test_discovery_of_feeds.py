from __future__ import annotations

from prism.sources import discover
from prism.sources.discovery import COMMON

URL = "https://tide.example/home/"

PAGE = """<!doctype html><html><head><base href="https://tide.example/en/">
<link rel="stylesheet" type="text/css" href="x.css">
<link rel="alternate" hreflang="ko" href="/ko/">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
<link rel='alternate' type='application/atom+xml' href='atom.xml' title='All'>
<link rel=alternate type=application/rss+xml href=/rss.xml?lang=en&amp;all=1>
<link rel="alternate" type="application/json+oembed" href="/oembed?x">
<link rel="alternate" type="application/feed+json" href="feed.json">
<link rel="sitemap" type="application/xml" href="/sitemap-a.xml">
</head><body><a href="/about">About</a><a href="/rss/">RSS</a><a href="https://other.example/rss">theirs</a>
<a href="javascript:void(0)">feed</a></body></html>"""


def test_declared_feeds_come_first_and_comments_late() -> None:
    found = discover(
        PAGE.encode(), URL, {"link": '<https://tide.example/h.xml>; rel="alternate"; type="application/rss+xml"'}
    )
    assert found[:6] == (
        "https://tide.example/h.xml",
        "https://tide.example/en/atom.xml",
        "https://tide.example/rss.xml?lang=en&all=1",
        "https://tide.example/en/feed.json",
        "https://tide.example/rss/",
        "https://tide.example/sitemap-a.xml",
    )
    assert found.index("https://tide.example/comments/feed/") > 5
    assert not any("other.example" in address or "oembed" in address for address in found)
    assert len(found) == len(set(found))


def test_a_page_that_says_nothing_has_the_common_places() -> None:
    found = discover(b"<html><body>Hello</body></html>", URL, {})
    assert len(found) == len(COMMON)
    assert all(address.startswith("https://tide.example/") for address in found)


def test_a_feed_is_itself() -> None:
    feed = b"<rss version='2.0'><channel><title>t</title><item><link>/1</link></item></channel></rss>"
    assert discover(feed, URL, {}) == (URL,)
    index = b"<sitemapindex><sitemap><loc>https://tide.example/s.xml</loc></sitemap></sitemapindex>"
    assert discover(index, URL, {}) == (URL,)


def test_nothing_is_found_at_what_is_no_address() -> None:
    assert discover(b"", "mailto:a@b.example", {}) == ()
    assert discover(b"", URL, {})


def test_a_korean_page_in_its_old_encoding() -> None:
    page = (
        '<html><head><meta charset="euc-kr"><link rel="alternate" type="application/rss+xml" href="/뉴스.xml"></head>'
    )
    assert discover(page.encode("cp949"), URL, {})[0] == "https://tide.example/%EB%89%B4%EC%8A%A4.xml"
