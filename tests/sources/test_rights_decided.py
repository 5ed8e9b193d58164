from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.model import Basis, Rights, Source, Use
from prism.sources import decide_rights, linked_licences
from prism.sources.patterns import matches

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOURCE = Source("s1", "Tide", "https://tide.example/feed.xml")
URL = "https://tide.example/news/2026/1"
FORBIDDEN = Rights(Use.NONE, Basis.ROBOTS, "Disallow: /news/", NOW)
RESERVED = b'[{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://tide.example/policy.json"}]'


def decide(
    source: Source = SOURCE,
    *,
    robots: Rights | None = None,
    headers: Mapping[str, str] | None = None,
    tdmrep: bytes | None = None,
    rsl: bytes | None = None,
    meta: Mapping[str, str] | None = None,
    licence: str = "",
) -> Rights:
    return decide_rights(
        source,
        url=URL,
        robots=robots,
        headers=headers or {},
        tdmrep=tdmrep,
        rsl=rsl,
        page_meta=meta,
        licence=licence,
        now=NOW,
    )


def terms(inner: str, url: str = "/") -> bytes:
    return f'<rsl xmlns="https://rslstandard.org/rsl"><content url="{url}">{inner}</content></rsl>'.encode()


def test_nobody_said_anything() -> None:
    rights = decide()
    assert (rights.use, rights.basis, rights.seen_at) == (Use.LINK, Basis.DEFAULT, NOW)
    assert rights.evidence


@pytest.mark.parametrize("word", list(Use))
def test_the_operators_word(word: Use) -> None:
    rights = decide(replace(SOURCE, rights=word))
    assert (rights.use, rights.basis) == (word, Basis.OPERATOR)
    assert word.value in rights.evidence


def test_robots_that_forbid_the_fetch_always_win() -> None:
    assert decide(replace(SOURCE, rights=Use.FULL), robots=FORBIDDEN, licence="CC0") == FORBIDDEN


def test_the_operators_licence_stands_over_a_reservation_which_is_kept_as_evidence() -> None:
    rights = decide(replace(SOURCE, rights=Use.FULL), tdmrep=RESERVED)
    assert (rights.use, rights.basis) == (Use.FULL, Basis.OPERATOR)
    assert "tdm-reservation: 1" in rights.evidence


def test_a_signal_in_robots_caps() -> None:
    signal = Rights(Use.LINK, Basis.ROBOTS, "Content-Signal: ai-input=no", NOW)
    assert decide(robots=signal, licence="CC BY 4.0") == signal
    assert decide(replace(SOURCE, rights=Use.FULL), robots=signal).use is Use.FULL


@pytest.mark.parametrize(
    ("headers", "meta", "file", "reserved", "words"),
    [
        ({"tdm-reservation": "1"}, {}, None, True, "header tdm-reservation: 1"),
        ({"tdm-reservation": "0"}, {}, RESERVED, False, "header tdm-reservation: 0"),
        ({"tdm-reservation": "0"}, {"tdm-reservation": "1"}, None, True, "meta tdm-reservation: 1"),
        ({}, {"tdm-reservation": "0"}, RESERVED, False, "meta tdm-reservation: 0"),
        ({}, {}, RESERVED, True, "tdmrep.json / tdm-reservation: 1, tdm-policy: https://tide.example/policy.json"),
        (
            {},
            {},
            b'[{"location": "/news/*", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]',
            False,
            "/news/*",
        ),
        ({}, {}, b'[{"location": "/sport", "tdm-reservation": 1}]', False, ""),
        ({}, {}, b'[{"location": "/news/2026/1$", "tdm-reservation": 1}]', True, "/news/2026/1$"),
        ({}, {}, b'{"location": "/", "tdm-reservation": "1"}', True, "tdm-reservation: 1"),
        ({}, {}, b'[{"location": "/", "tdm-reservation": 7}, 3, {"location": null}]', False, ""),
        ({}, {}, b"<html>not found</html>", False, ""),
        ({}, {}, b"[" * 100_000, False, ""),
        ({"tdm-reservation": "maybe"}, {}, None, False, ""),
    ],
)
def test_tdmrep(headers: dict[str, str], meta: dict[str, str], file: bytes | None, reserved: bool, words: str) -> None:
    rights = decide(headers=headers, meta=meta, tdmrep=file, licence="")
    assert rights.use is Use.LINK
    assert (rights.basis is Basis.TDMREP) is reserved
    assert words in rights.evidence
    granted = decide(headers=headers, meta=meta, tdmrep=file, licence="https://creativecommons.org/licenses/by/4.0/")
    assert granted.use is (Use.LINK if reserved else Use.FULL)


@pytest.mark.parametrize(
    ("licences", "use", "basis"),
    [
        ('<license><prohibits type="usage">ai-all</prohibits></license>', Use.LINK, Basis.RSL),
        ('<license><prohibits type="usage">ai-train, ai-input</prohibits></license>', Use.LINK, Basis.RSL),
        ('<license><prohibits type="usage">ai-train</prohibits></license>', Use.LINK, Basis.DEFAULT),
        ('<license><permits type="usage">search</permits></license>', Use.LINK, Basis.RSL),
        ('<license><permits type="usage">ai-input</permits></license>', Use.EXCERPT, Basis.RSL),
        ('<license><permits type="usage">all</permits><payment type="free"/></license>', Use.FULL, Basis.RSL),
        (
            '<license><permits type="usage">ai-all</permits><payment type="attribution"/></license>',
            Use.EXCERPT,
            Basis.RSL,
        ),
        ('<license><permits type="usage">ai-input</permits><payment type="crawl"/></license>', Use.LINK, Basis.RSL),
        (
            '<license><permits type="usage">all</permits><permits type="user">non-commercial</permits></license>',
            Use.LINK,
            Basis.RSL,
        ),
        (
            '<license><permits type="usage">all</permits><permits type="user">commercial</permits></license>',
            Use.FULL,
            Basis.RSL,
        ),
        (
            '<license><permits type="usage">all</permits><prohibits type="user">commercial</prohibits></license>',
            Use.LINK,
            Basis.RSL,
        ),
        ('<license><permits type="usage">all</permits><permits type="geo">US</permits></license>', Use.LINK, Basis.RSL),
        (
            """<license><permits type="usage">ai-input</permits><payment type="subscription"/></license>
            <license><permits type="usage">ai-input</permits><payment type="attribution"/></license>""",
            Use.EXCERPT,
            Basis.RSL,
        ),
        (
            '<license><permits type="usage">all</permits></license><license><prohibits type="usage">all</prohibits></license>',
            Use.LINK,
            Basis.RSL,
        ),
        ('<license><permits type="usage">train-ai</permits></license>', Use.LINK, Basis.RSL),
        ("", Use.LINK, Basis.DEFAULT),
    ],
)
def test_rsl_files(licences: str, use: Use, basis: Basis) -> None:
    rights = decide(rsl=terms(licences))
    assert (rights.use, rights.basis) == (use, basis)


def test_a_licence_server_must_be_asked_first() -> None:
    body = b'<rsl xmlns="https://rslstandard.org/rsl"><content url="/" server="https://l.example/"><license><permits type="usage">all</permits></license></content></rsl>'
    assert decide(rsl=body).use is Use.LINK
    assert decide(rsl=body).basis is Basis.RSL


def test_the_most_specific_content_holds() -> None:
    free, closed = (
        '<license><permits type="usage">all</permits></license>',
        '<license><prohibits type="usage">all</prohibits></license>',
    )
    body = (
        '<rsl xmlns="https://rslstandard.org/rsl">'
        f'<content url="/">{closed}</content><content url="https://tide.example/news/*">{free}</content>'
        f'<content url="/sport/archive/of/long/ago">{closed}</content></rsl>'
    )
    assert decide(rsl=body.encode()).use is Use.FULL


@pytest.mark.parametrize(
    "body", [b"", b"nothing", b"<html/>", b'<!DOCTYPE r [<!ENTITY a "b">]><rsl/>', b"<rsl><content"]
)
def test_rsl_that_cannot_be_read_says_nothing(body: bytes) -> None:
    assert decide(rsl=body).basis is Basis.DEFAULT


def test_rsl_in_the_feed() -> None:
    assert decide(licence="RSL: prohibits ai-all").basis is Basis.RSL
    granted = decide(licence="RSL: permits ai-input search; payment attribution | permits all; payment subscription")
    assert (granted.use, granted.basis) == (Use.EXCERPT, Basis.RSL)
    assert decide(licence="RSL: permits ai-input; payment attribution", tdmrep=RESERVED).use is Use.LINK


@pytest.mark.parametrize(
    ("licence", "use"),
    [
        ("https://creativecommons.org/publicdomain/zero/1.0/", Use.FULL),
        ("http://creativecommons.org/publicdomain/mark/1.0/", Use.FULL),
        ("https://creativecommons.org/licenses/by/4.0/deed.ko", Use.FULL),
        ("CC BY 4.0", Use.FULL),
        ("cc-by", Use.FULL),
        ("https://creativecommons.org/licenses/by-sa/4.0/", Use.EXCERPT),
        ("CC BY-ND 2.0 KR", Use.EXCERPT),
        ("https://creativecommons.org/licenses/by-nc/4.0/", Use.LINK),
        ("CC BY-NC-SA", Use.LINK),
        ("https://creativecommons.org/licenses/nc-sampling+/1.0/", Use.LINK),
        ("© Tide, all rights reserved", Use.LINK),
        ("https://tide.example/licence", Use.LINK),
    ],
)
def test_creative_commons(licence: str, use: Use) -> None:
    assert decide(licence=licence).use is use


@pytest.mark.parametrize(
    ("meta", "headers"),
    [
        ({"robots": "noindex, noai"}, {}),
        ({}, {"x-robots-tag": "noai, noimageai"}),
        ({}, {"content-usage": "ai-use=n, bots=y"}),
    ],
)
def test_other_words_against_the_use_cap_too(meta: dict[str, str], headers: dict[str, str]) -> None:
    rights = decide(meta=meta, headers=headers, licence="CC0")
    assert (rights.use, rights.basis) == (Use.LINK, Basis.ROBOTS)


def test_evidence_is_one_short_line() -> None:
    rights = decide(headers={"tdm-reservation": "1", "tdm-policy": "https://tide.example/\n" + "x" * 1000})
    assert "\n" not in rights.evidence
    assert len(rights.evidence) <= 300


def test_link_headers_that_name_rsl_files() -> None:
    header = '<https://a.example/style.css>; rel=preload, </license.xml>; rel="license"; type="application/rsl+xml", <x>; rel="license"'
    assert linked_licences(header, URL) == ("https://tide.example/license.xml",)
    assert linked_licences("", URL) == ()


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("/", "/anything", True), ("", "/anything", True), ("/news", "/news/1", True), ("/news/", "/news", False),
        ("/*.html", "/a/b.html?x", True), ("/*.html$", "/a/b.html", True), ("/*.html$", "/a/b.html?x", False),
        ("/a$", "/a", True), ("/a$", "/ab", False), ("*", "/x", True), ("/a*b*c", "/a1b2c3", True), ("/a*b*c$", "/a1b2c3", False),
        ("news", "/news/1", True), ("https://tide.example/news/", "/news/1", True), ("https://other.example/", "/news/1", False),
        ("https://tide.example", "/news/1", True), ("/A", "/a", False),
    ],
)  # fmt: skip
def test_patterns(pattern: str, path: str, covered: bool) -> None:
    assert matches(pattern, f"https://tide.example{path}") is covered


@given(
    st.binary(max_size=200),
    st.binary(max_size=200),
    st.text(max_size=60),
    st.dictionaries(st.text(max_size=10), st.text(max_size=20)),
)
def test_whatever_is_said_there_is_a_decision_and_never_more_than_link_by_noise(
    tdmrep: bytes, rsl: bytes, licence: str, headers: dict[str, str]
) -> None:
    assert decide(tdmrep=tdmrep, rsl=rsl, licence=licence.replace("0", "o"), headers=headers).use.rank <= Use.FULL.rank


@given(
    st.lists(
        st.tuples(st.sampled_from(["/", "/news/", "/news/*", "/x", 3, None]), st.sampled_from([0, 1, "1", True, None])),
        max_size=4,
    )
)
def test_a_page_is_never_freer_for_a_tdmrep_file(rules: list[tuple[object, object]]) -> None:
    file = json.dumps([{"location": where, "tdm-reservation": what} for where, what in rules]).encode()
    for licence in ("", "CC BY 4.0", "CC BY-SA", "RSL: permits all"):
        assert decide(tdmrep=file, licence=licence).use.rank <= decide(licence=licence).use.rank
