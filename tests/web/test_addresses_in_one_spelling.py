from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.web.addresses import clean, host_of, is_tracking, same_site

BASE = "https://news.example/world/feed.xml"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("HTTPS://News.Example:443/a/./b/../c", "https://news.example/a/c"),
        ("http://news.example:80", "http://news.example/"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("  \n https://news.example/a\n ", "https://news.example/a"),
        ("https://news.example/a\tb", "https://news.example/ab"),
        ("story.html", "https://news.example/world/story.html"),
        ("/story", "https://news.example/story"),
        ("//other.example/x", "https://other.example/x"),
        ("?id=3", "https://news.example/world/feed.xml?id=3"),
        ("https:\\\\news.example\\a", "https://news.example/a"),
        ("https://https://news.example/a", "https://news.example/a"),
        ("https://user:pass@news.example/a", "https://news.example/a"),
        ("https://good.example@bad.example/", "https://bad.example/"),
        ("https://news.example./a", "https://news.example/a"),
        ("https://뉴스.example/속보/1", "https://xn--vg1b002a.example/%EC%86%8D%EB%B3%B4/1"),
        ("https://news.example/%7ekim/%ea%b0%80", "https://news.example/~kim/%EA%B0%80"),
        ("https://news.example/a b?q=c d", "https://news.example/a%20b?q=c%20d"),
        ("https://news.example/100%", "https://news.example/100%25"),
        ("https://news.example/a#part", "https://news.example/a"),
        ("https://news.example/#!/story/3", "https://news.example/#!/story/3"),
        ("http://[2001:DB8::0:1]:80/", "http://[2001:db8::1]/"),
    ],
)
def test_one_spelling(found: str, expected: str) -> None:
    assert clean(found, BASE) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("https://news.example/a?utm_source=rss&id=7&UTM_Medium=x", "https://news.example/a?id=7"),
        ("https://news.example/a?id=7&amp;fbclid=abc", "https://news.example/a?id=7"),
        ("https://news.example/a?gclid=x", "https://news.example/a"),
        ("https://news.example/a?ref=rss&b=1", "https://news.example/a?b=1"),
        ("https://news.example/a?ref=chapter2", "https://news.example/a?ref=chapter2"),
        ("https://news.example/a?from=2026-01-01", "https://news.example/a?from=2026-01-01"),
        ("https://news.example/a?b=2&a=1", "https://news.example/a?b=2&a=1"),
        ("https://news.example/a?article=5&article=6", "https://news.example/a?article=5&article=6"),
    ],
)
def test_what_only_tracks_goes(found: str, expected: str) -> None:
    assert clean(found) == expected


@pytest.mark.parametrize(
    "found",
    [
        "", "   ", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "ftp://news.example/", "file:///etc/passwd",
        "http://", "https:///", "http://a b.example/", "http://exa<mple/", "http://[::1", "http://news.example:99999/",
        "http://1.2.3.4.5/", "http://256.1.1.1/", "http://news..example/", "/relative", "story.html", "http://%00.example/",
        "java\nscript:alert(1)", "x" * 5000, "http://" + "a" * 5000,
    ],
)  # fmt: skip
def test_no_web_address(found: str) -> None:
    assert clean(found) is None


@pytest.mark.parametrize(
    "found",
    [
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://①②⑦.⓪.⓪.①/",
        "http://127.0.0.1./",
    ],
)
def test_a_number_is_read_as_browsers_read_it(found: str) -> None:
    assert clean(found) == "http://127.0.0.1/"


def test_schemes_of_others_are_not_joined_with_the_base() -> None:
    assert clean("javascript:alert(1)", BASE) is None
    assert clean("tel:+821012345678", BASE) is None
    assert clean("story", "not an address") is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://www.news.example/a", "https://m.news.example/b", True),
        ("https://news.co.kr", "https://www.news.co.kr", True),
        ("https://one.co.kr", "https://two.co.kr", False),
        ("https://one.or.jp", "https://two.or.jp", False),
        ("https://kim.tistory.com", "https://lee.tistory.com", False),
        ("https://news.example", "https://news.example.org", False),
        ("http://127.0.0.1:80", "http://127.0.0.2", False),
        ("nonsense", "nonsense", False),
    ],
)
def test_same_site(a: str, b: str, same: bool) -> None:
    assert same_site(a, b) is same
    assert same_site(b, a) is same


def test_host_of() -> None:
    assert host_of("https://WWW.News.Example:8443/a") == "www.news.example"
    assert host_of("mailto:a@b.example") == ""


def test_tracking_is_told_by_name_or_by_sender() -> None:
    assert is_tracking("utm_campaign")
    assert is_tracking("source", "twitter")
    assert not is_tracking("source", "12")
    assert not is_tracking("id", "rss")


@given(st.text(max_size=80), st.sampled_from(["", BASE, "http://127.0.0.1:8000/feed"]))
def test_cleaning_never_fails_and_is_done_once(text: str, base: str) -> None:
    once = clean(text, base)
    if once is not None:
        assert once.isascii()
        assert once.startswith(("http://", "https://"))
        assert clean(once) == once


@given(
    st.lists(st.text(alphabet="ab%/.?&=#가 ", max_size=8), max_size=6).map("/".join),
    st.sampled_from(["https://news.example/", "http://news.example:8080/a/", "https://news.example?"]),
)
def test_cleaning_addresses_is_done_once(tail: str, head: str) -> None:
    once = clean(head + tail)
    assert once is not None
    assert clean(once) == once
    assert host_of(once) == "news.example"
