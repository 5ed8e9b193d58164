"""Row 14: every link of every output is a stored source's address or the site's own, http(s) only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast

import pytest
from lxml import etree, html

from prism.app.locales import all_locales
from prism.editions import listing_pages, site_pages, story_page
from prism.editions.samples import sample_articles, sample_dossier, sample_edition, sample_frame, sample_sources
from prism.model import Locale, OutputFile

STORED = {article.url for article in sample_articles()} | {source.homepage for source, _ in sample_sources()}
CONFIGURED = {"https://example.org/", "https://news.example.org"}
VOCABULARIES = re.compile(
    r"https?://(schema\.org|cv\.iptc\.org|www\.w3\.org|purl\.org|www\.sitemaps\.org|www\.google\.com/schemas|www\.jsonfeed\.org|jsonfeed\.org|json-schema\.org|search\.yahoo\.com/mrss)"
)


def _known(link: str) -> bool:
    own = link.startswith(("https://news.example.org/", "#")) or (link.startswith("/") and not link.startswith("//"))
    return own or link in STORED | CONFIGURED or link.partition("?")[0] == "mailto:desk@example.org"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _addresses(file: OutputFile) -> Iterator[str]:
    """Everything in a file that a reader or a machine could follow."""
    if file.path.endswith(".html"):
        page: html.HtmlElement = html.document_fromstring(file.body.decode())
        yield from cast("list[str]", page.xpath("//@href | //@src | //@action | //@cite | //@poster | //@srcset"))
        for refresh in cast("list[str]", page.xpath("//meta[@http-equiv='refresh']/@content")):
            yield refresh.partition("url=")[2]
        for script in page.xpath("//script[not(@src)]"):
            yield from (text for text in _strings(json.loads(script.text_content())) if text.startswith("http"))
    elif file.path.endswith(".json"):
        yield from (text for text in _strings(json.loads(file.body)) if re.match(r"\w+://", text))
    elif file.path.endswith(".xml"):
        for node in etree.fromstring(file.body).iter():
            yield from (str(value) for key, value in node.attrib.items() if str(key) == "href")
            if re.match(r"\w+://", (node.text or "").strip()):
                yield (node.text or "").strip()
            if str(node.tag).endswith(("encoded", "content")) and node.text:
                inside: html.HtmlElement = html.document_fromstring(f"<div>{node.text}</div>")
                yield from cast("list[str]", inside.xpath("//@href"))


@pytest.mark.parametrize("locale", all_locales(), ids=lambda locale: locale.tag)
def test_every_link_is_known(locale: Locale) -> None:
    tags = tuple((one.tag, one.endonym) for one in all_locales())
    frame = sample_frame(locale, editions=tags)
    dossier = sample_dossier(locale, editions=tuple(tag for tag, _ in tags))
    edition = sample_edition(locale)
    files = [story_page(dossier, frame), *listing_pages(edition, frame), *site_pages([frame], [edition])]
    seen = 0
    for file in files:
        for link in _addresses(file):
            seen += 1
            assert _known(link) or VOCABULARIES.match(link), f"{file.path}: {link}"
    assert seen > 1000
