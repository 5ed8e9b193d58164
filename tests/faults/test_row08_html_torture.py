"""Row 8: whatever a page is made of, reading it ends, and an empty article is never published."""

from __future__ import annotations

import resource
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prism.articles import read_page
from prism.model import Article, Basis, Entry, ParseError, Rights, Use

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
RIGHTS = Rights(Use.FULL, Basis.OPERATOR, "test", NOW)
URL = "https://torture.example/a"
TEXT = (
    "<p>The tidal gate at Port Ellery jammed on Monday night and stayed shut until noon, the harbour board said.</p>"
    * 1
)
SENTENCE = "The tidal gate at Port Ellery jammed on Monday night"


def read(html: str | bytes) -> Article | None:
    body = html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass")
    entry = Entry(id="e", source_id="s", guid="", url=URL, title="", seen_at=NOW)
    try:
        article = read_page(body, url=URL, headers={}, entry=entry, rights=RIGHTS, retrieved_at=NOW).article
    except ParseError:
        return None
    assert article.passages
    assert all(passage.text.strip() for passage in article.passages)
    return article


FRAGMENTS = [
    "<a><p>x</a></p>", "<b><i>a</b>b</i>", "<table><td>a<div>b</table>c", "<select><option>a<table><tr><td>b", "<svg><foreignObject><p>a</svg>b",
    "<math><mi><p>a", "<!DOCTYPE html><html><frameset><frame></frameset>", "<p/><p//>x", "</br></p>", "<plaintext><p>a", "<textarea><p>a</textarea>b",
    "<title><p>a</title>", "<script><!--<script></script>a", "<style></styl", "<!--", "<!-->", "<![CDATA[a]]>", "<?xml version='1.0'?><?php echo 1 ?>", "&#0;&#x110000;&#xD800;&nosuch;&amp",
    "<p id=a id=b>", '<p class="a', "<p =a =b>", "<div \x00a>", "<\x00p>", "<p\u3000>x", "<template><p>a</template>", "<noscript><p>a", "<base href='javascript:'>",
    "<a href=1><a href=2><a href=3>", "<form><form><form>", "<button><button>", "<h1><h2><h3></h1>", "<ruby>漢<rt>かん</ruby>", "<image><isindex>", "<xmp><p>a", "<listing>\na", "<dd><dt><dd>", "<object><param><embed>",
]  # fmt: skip


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_broken_fragment_is_read_or_refused(fragment: str) -> None:
    read(fragment)
    read(f"<html><body>{fragment}{TEXT * 3}")
    read(f"{TEXT}{fragment}{TEXT.replace('Monday', 'Friday')}{fragment}")


@pytest.mark.parametrize(
    "tag", ["div", "span", "b", "table><tr><td", "ul><li", "blockquote", "font", "section", "a", "svg", "p"]
)
def test_fifty_thousand_nested_elements(tag: str) -> None:
    article = read(f"<html><body>{f'<{tag}>' * 50_000}{TEXT}")
    if tag in {"div", "span", "b", "section", "font"}:
        assert article is not None
        assert article.passages[0].text.startswith(SENTENCE)


def test_deep_nesting_around_an_article_does_not_lose_it() -> None:
    article = read(
        f"<html><body>{'<div>' * 3_000}{TEXT}{'</div>' * 3_000}<p>And after it another sentence stands here, long enough to be one.</p>"
    )
    assert article is not None
    assert article.passages[0].text.startswith(SENTENCE)


def test_gigantic_attributes_and_names() -> None:
    huge = "x" * 2_000_000
    for opening in (
        f'<p title="{huge}">',
        f'<p class="{huge}">',
        f'<p class="{"a " * 400_000}">',
        f"<p style='{'color:red;' * 100_000}'>",
        f"<{huge}>",
        f"<p {huge}>",
        f'<div id="{huge}"><p>',
    ):
        article = read(f"<html><body>{opening}{TEXT * 2}")
        assert article is None or SENTENCE in article.passages[0].text


@pytest.mark.parametrize(
    "html",
    [
        "<p>" * 200_000,
        "<a href='/x'>y</a>" * 60_000,
        "<br>" * 200_000,
        f"<style>{'.a{display:none}' * 60_000}</style>{TEXT}",
        f"<style>{'{' * 200_000}</style>{TEXT}",
        f"<style>{'.a .b ' * 50_000}{{display:none}}</style>{TEXT}",
        f"<script type='application/ld+json'>{'[' * 200_000}</script>{TEXT}",
        "<script type='application/ld+json'>" + '{"@graph":' * 50_000 + f"</script>{TEXT}",
        '<script>x="' + "\\u003cp " * 150_000 + f'"</script>{TEXT}',
        f"<p>{'a' * 1_000_000}</p>",
        f"<p>{'가. ' * 100_000}</p>",
        f"<p>{'(' * 100_000}</p>",
        f"<p>{'=' * 30_000}기자</p>",
        f"<p>{'@' * 50_000}</p><p>{'a.' * 50_000}@b</p>",
        f"<meta name='author' content='{'a, ' * 100_000}'>{TEXT}",
        f"<title>{' | a' * 50_000}</title>{TEXT}",
        f"<!--{'-' * 300_000}{TEXT}",
        "&lt;p&gt;" * 100_000,
    ],
    ids=range(18),
)
def test_masses_of_anything_end_in_bounded_time(html: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    read(html)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 20


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=30), st.just(TEXT)), max_size=12))
def test_any_sequence_of_fragments(parts: list[str]) -> None:
    read("".join(parts))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(body: bytes) -> None:
    read(body)
    read(b"<html><body><p>" + body + TEXT.encode())
