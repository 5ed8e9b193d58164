"""Row 13: whatever stands in a field, pages and feeds have the templates' own tags and no others, and the data parse back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

import pytest
from lxml import etree, html

from prism.app.locales import load_locale
from prism.editions import listing_pages, site_pages, story_page
from prism.editions.plain import clean
from prism.editions.samples import sample_dossier, sample_edition, sample_frame
from prism.model import OutputFile

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    "</script><script>alert(1)</script>",
    "]]></content:encoded><script/>",
    "</title></head><body><h1>owned",
    "<!--",
    "--><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt;&#x3c;script&#x3e;",
    "</textarea><a href=javascript:alert(1)>x</a>",
    "a\x00b\x0bc\x1f\ufffe",
    "\u202egnp.exe\u2066\u200f",
    "\u2028\u2029\ud800",
    "javascript:alert(1)",
    "x" * 3000,
]
KEPT = frozenset(
    {
        "id",
        "story_id",
        "brief_id",
        "article_id",
        "source_id",
        "path",
        "tag",
        "language",
        "locale",
        "section",
        "kind",
        "timezone",
    }
    | {
        "direction",
        "writer",
        "facts",
        "article_ids",
        "outlets",
        "editions",
        "use",
        "basis",
        "action",
        "outcome",
        "certainty",
    }
    | {
        "words",
        "sections",
        "topics",
        "formats",
        "fonts",
        "territory",
        "values",
        "citations",
        "labels",
        "superseded",
        "copy_of",
    }
    | {"feed_url", "canonical_url", "redirects", "fact", "version", "register"}
)
"""Fields that Prism itself fills with its own ids and codes."""
SITE_KEPT = frozenset({"url", "publisher_url", "contact"})
T = TypeVar("T")


def _poisoned(value: T, poison: Callable[[str], str], *, url: Callable[[str], str]) -> T:
    """The value with every text field of every noun in it changed."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {}
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            if field.name in KEPT or (type(value).__name__ == "Site" and field.name in SITE_KEPT):
                continue
            if field.name in {"url", "homepage"}:
                changed[field.name] = url(inner)
            elif isinstance(inner, str) and type(inner) is str:
                changed[field.name] = poison(inner)
            elif isinstance(inner, tuple) or dataclasses.is_dataclass(inner):
                changed[field.name] = _poisoned(inner, poison, url=url)
        return cast("T", dataclasses.replace(value, **changed))
    if isinstance(value, tuple):
        return cast("T", tuple(poison(v) if type(v) is str else _poisoned(v, poison, url=url) for v in value))
    return value


def _site(poison: Callable[[str], str], url: Callable[[str], str] = lambda u: u) -> list[OutputFile]:
    locale = load_locale("ko")
    frame = _poisoned(sample_frame(locale, editions=(("ko", "한국어"), ("en", "English"))), lambda t: t, url=url)
    frame = dataclasses.replace(frame, site=_poisoned(frame.site, poison, url=url))
    dossier = _poisoned(sample_dossier(locale), poison, url=url)
    edition = _poisoned(sample_edition(locale), poison, url=url)
    edition = dataclasses.replace(edition, redirects=sample_edition(locale).redirects)
    return [story_page(dossier, frame), *listing_pages(edition, frame), *site_pages([frame], [edition])]


def _shape(element: html.HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Tags and attribute names in order: what a template makes, and no data."""
    return [
        (str(node.tag), tuple(sorted(map(str, node.attrib)))) for node in element.iter() if isinstance(node.tag, str)
    ]


def _pages(files: Iterable[OutputFile]) -> dict[str, html.HtmlElement]:
    return {f.path: html.document_fromstring(f.body.decode()) for f in files if f.path.endswith(".html")}


@pytest.fixture(scope="module")
def benign() -> dict[str, html.HtmlElement]:
    return _pages(_site(lambda text: "word" if text else ""))


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_pages_have_the_templates_own_tags_alone(payload: str, benign: dict[str, html.HtmlElement]) -> None:
    pages = _pages(_site(lambda text: payload if text else ""))
    tag_pages = {path for path in pages if "/tag/" in path}
    assert set(pages) - tag_pages == {path for path in benign if "/tag/" not in path}
    for path in set(pages) - tag_pages:
        assert _shape(pages[path]) == _shape(benign[path]), path
    allowed = {tag for page in benign.values() for tag, _ in _shape(page)}
    for path in tag_pages:
        assert {tag for tag, _ in _shape(pages[path])} <= allowed


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_data_parse_back_equal(payload: str) -> None:
    files = {file.path: file.body for file in _site(lambda text: payload if text else "")}
    story: html.HtmlElement = html.document_fromstring(files["ko/story/0sample0bridge00/index.html"].decode())
    said = clean(payload)
    assert story.xpath("//h1")[0].text_content() == said
    graph = json.loads(story.xpath("//script[@type='application/ld+json']")[0].text_content())
    assert graph[0]["headline"] == said
    feed = json.loads(files["ko/feed.json"])
    assert {item["title"] for item in feed["items"]} == {said}
    for item in feed["items"]:
        inside = html.document_fromstring(f"<div>{item['content_html']}</div>")
        assert {tag for tag, _ in _shape(inside)} <= {"html", "body", "div", "p", "a", "ul", "li"}
    for name in ("rss.xml", "atom.xml"):
        root = etree.fromstring(files[f"ko/{name}"])
        titles = [node.text or "" for node in root.iter() if str(node.tag).endswith("title")]
        assert said in titles


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,<script>",
        "//evil.example/",
        'https://a.example/"onload="x',
        "https://u:p@e.example/",
    ],
)
def test_an_address_that_is_no_web_address_is_shown_without_a_link(url: str) -> None:
    for path, page in _pages(_site(lambda text: text, lambda _: url)).items():
        for link in cast("list[str]", page.xpath("//@href | //@src | //@action | //@cite")):
            assert link.startswith(("/", "#", "https://example.org/", "https://news.example.org", "mailto:desk@")), path
