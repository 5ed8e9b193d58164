"""Every format is listed, and whatever is put into it comes out as text."""

from __future__ import annotations

import json
import pkgutil
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from prism.editions import formats
from prism.editions.addresses import segment
from prism.editions.formats import EDITION_FORMATS, FEED_FORMATS, HEAD_FORMATS, SITE_FORMATS
from prism.editions.plain import clean, gap, run_on, script_json, web_link
from prism.editions.xml import document, element

ANY = st.text(max_size=60) | st.text(alphabet="<>&'\"/-!]\\\u2028\u2029\x00\x0b\ud800\u202e a", max_size=30)


def test_every_module_of_the_room_is_listed_once() -> None:
    modules = {module.name for module in pkgutil.iter_modules(formats.__path__)}
    tables = (HEAD_FORMATS, FEED_FORMATS, EDITION_FORMATS, SITE_FORMATS)
    listed = [name for table in tables for name in table]
    assert sorted(listed) == sorted(modules), "a format is listed in no table, or in two"
    for table in map(MappingProxyType, tables):
        for name, render in table.items():
            assert getattr(render, "__module__", "").endswith(f".{name}")


@given(ANY, ANY)
def test_xml_gives_back_what_was_put_in(text: str, value: str) -> None:
    root = etree.fromstring(document(element("a", element("b", text), attributes={"c": value})))
    (child,) = root
    # XML reads \r as \n, and white space in attributes as spaces: that is the reader's, not ours.
    assert (child.text or "").replace("\r", "\n") == clean(text).replace("\r\n", "\n").replace("\r", "\n")
    assert len(root.get("c") or "") <= len(clean(value))


@given(st.recursive(ANY, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY, inner, max_size=3)))
def test_json_in_a_script_never_ends_it_and_parses_back(value: object) -> None:
    script = f"<html><head><script type='application/ld+json'>{script_json(value)}</script></head><body><p>x</p></body></html>"  # type: ignore[arg-type]  # hypothesis' recursive type
    found = html.document_fromstring(script).findtext(".//script") or ""
    assert "<" not in found
    assert json.loads(found) == _clean(value)


def _clean(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    if isinstance(value, dict):
        return {clean(str(key)): _clean(inner) for key, inner in value.items()}
    return value


@given(ANY)
def test_a_link_is_http_or_nothing(url: str) -> None:
    for text in (url, f"https://{url}", f"javascript:{url}", f"http://a.example/{url}"):
        link = web_link(text)
        assert link in {"", text}
        assert not link or link.startswith(("http://", "https://")) or link.lower().startswith("http")


def test_links_that_are_none() -> None:
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example/",
        "https:evil",
        "https://",
        "https://user:pw@evil.example/",
        "https://a.example/\x00",
        "https://a.example/ b",
        "https://a.example\\@b.example/",
        "http://a.example:port/",
        "ftp://a.example/",
        "/ko/",
        "",
    ):
        assert web_link(url) == "", url
    for url in ("https://a.example/가?a=1&b=2#c", "http://127.0.0.1:8123/x", "https://a.example/a|b"):
        assert web_link(url) == url


@given(ANY)
def test_a_segment_is_one_safe_name(text: str) -> None:
    name = segment(text.encode("utf-8", "ignore").decode())
    assert name
    assert "/" not in name
    assert "\\" not in name
    assert name not in {".", ".."}
    assert len(name.encode()) <= 200


def test_sentences_run_on_as_their_script_does() -> None:
    assert run_on(["하나다.", "둘이다."]) == "하나다. 둘이다."
    assert run_on(["一つ。", "二つ。"]) == "一つ。二つ。"
    assert run_on(["終わり。", "The end.", "二つ"]) == "終わり。The end. 二つ"
    assert run_on(["終わり！", "17人"]) == "終わり！17人"
    assert gap("終わり", "The end") == " "
