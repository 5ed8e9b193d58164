from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.web.text import plain, tidy


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("a<b>b</b>c", "abc"),
        ("line<br>line<br/>line", "line line line"),
        ("AT&amp;T &amp;amp; more&nbsp;&hellip;", "AT&T & more …"),
        ("&lt;b&gt;속보&lt;/b&gt; 지진", "속보 지진"),
        ("&amp;lt;i&amp;gt;속보&amp;lt;/i&amp;gt;", "속보"),
        ("<![CDATA[<b>속보</b>]]>", "속보"),
        ("don&#146;t &#150; &#x2014;", "don’t – —"),
        ("don\x92t\x85", "don’t…"),
        ("a<!-- hidden -->b<!-- open", "ab"),
        ("a<script>alert('<p>')</script>b", "ab"),
        ("a<script>never closed", "a"),
        ("a<style>p{}</style>b", "ab"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;x", "x"),
        ("1 < 2 and 3 > 2, <3", "1 < 2 and 3 > 2, <3"),
        ("Kim <kim@news.example>", "Kim <kim@news.example>"),
        ("<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>都", "東京都"),
        ("<ruby>東<rt>ひがし</ruby>", "東"),
        ("zero\u200bwidth\u202eand\u2066bidi\ufeff", "zerowidthandbidi"),
        ("tag\U000e0041\U000e0042s", "tags"),
        ("ni\u200cjoined \u0645\u06cc\u200c\u0634\u0648\u062f", "ni\u200cjoined \u0645\u06cc\u200c\u0634\u0648\u062f"),
        ("full\u3000 \u3000width \t\n space\u3000", "full\u3000width space"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("", ""),
    ],
)
def test_what_it_says(markup: str, expected: str) -> None:
    assert plain(markup) == expected


@pytest.mark.parametrize(
    "bomb",
    [
        "<a",
        "<!--",
        "<script>",
        "<svg></svg",
        "<svg></script>",
        "<!-- -->",
        "&amp;",
        "<![CDATA[",
        "<rt>",
        "&lt;script&gt;",
    ],
)
def test_time_is_linear(bomb: str) -> None:
    started = time.process_time()
    plain(bomb * 100_000)
    assert time.process_time() - started < 20, "quadratic would take hours: this is a watchdog, not a measure"


def test_tidy_reads_no_markup() -> None:
    assert tidy(" <b>  &amp; ") == "<b> &amp;"


@given(st.text(max_size=200))
def test_plain_text_is_one_clean_line(text: str) -> None:
    said = plain(text)
    assert said == said.strip()
    assert "\n" not in said
    assert "\u202e" not in said
    said.encode("utf-8")


@given(st.text(alphabet="<>/!-&;abscript ltg#x3[]CDATA", max_size=80))
def test_markup_noise_never_fails_and_no_script_stays(text: str) -> None:
    assert "<script>" not in plain(text).lower()
