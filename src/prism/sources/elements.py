"""What the XML formats share: names by the usual prefix, text, inner markup, base and language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from html import escape
from urllib.parse import urljoin

from lxml import etree

from prism.sources.raw import Element
from prism.sources.xml import UNDECLARED, is_element

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://example.com/newformat#": "atom",
    "http://example.com/necho": "atom",
    "http://purl.org/echo/": "atom",
    "uri/of/echo/namespace#": "atom",
    "http://purl.org/pie/": "atom",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://backend.userland.com/creativecommonsrssmodule": "cc",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "cc",
    "http://creativecommons.org/ns#": "cc",
    "http://web.resource.org/cc/": "cc",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "https://rslstandard.org/rsl": "rsl",
    "http://rslstandard.org/rsl": "rsl",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "https://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "https://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.google.com/schemas/sitemap-image/1.1": "image",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss091": "",
    "http://backend.userland.com/rss092": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
}
"""Namespace (lower case) → the prefix that this project calls it by; "" are the RSS and sitemap elements proper."""

_ALIASES = {"creativecommons": "cc", "dcterm": "dcterms", "mrss": "media", "atom10": "atom", "a10": "atom"}
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NESTED = 3
"""Items within items that are read: an item never closed holds the next one."""
MAX_BASE = 1000
"""Characters of a base that is believed: every relative link of a feed is made as long."""
MAX_LANGUAGE = 40
_NAMESPACES = re.compile(r'\sxmlns(?::[\w.\-]+)?="[^"]*"')


@lru_cache(maxsize=4096)
def _named(tag: str) -> str:
    if tag.startswith("{"):
        space, _, local = tag[1:].rpartition("}")
        prefix = _PREFIXES.get(space.lower())
        if prefix is None:
            prefix = space.removeprefix(UNDECLARED).lower() if space.startswith(UNDECLARED) else "other"
    else:
        prefix, _, local = tag.rpartition(":")
    prefix = _ALIASES.get(prefix.lower(), prefix.lower())
    return f"{prefix}:{local.lower()}" if prefix else local.lower()


def name_of(element: Element) -> str:
    """An element's name in lower case with the usual prefix ("dc:creator", "title"), whatever prefix the feed chose."""
    return _named(element.tag) if is_element(element) else ""


def own_names(root: Element) -> Element:
    """The same tree, its root's namespace taken off where no format is known by it ("rss" in a namespace of its own)."""
    if name_of(root).startswith("other:"):
        space = root.tag[: root.tag.rfind("}") + 1]
        for element in root.iter():
            if is_element(element) and element.tag.startswith(space):
                # The parser mends broken markup into names that no element may be given ("lastmod" with a time behind it): they stay.
                with suppress(ValueError):
                    element.tag = element.tag[len(space) :]
    return root


def children(element: Element) -> dict[str, list[Element]]:
    """An element's children by `name_of`, in order."""
    found: dict[str, list[Element]] = {}
    for child in element:
        if is_element(child):
            found.setdefault(_named(child.tag), []).append(child)
    return found


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """All elements below with one of these names, in document order."""
    wanted = set(names)
    for child in element.iter():
        if is_element(child) and _named(child.tag) in wanted:
            yield child


def items_of(root: Element, *names: str) -> Iterator[Element]:
    """`descendants` that are items: those deep within others are left out, or each would hold the text of all within it."""
    wanted = set(names)
    depth = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if not is_element(node) or _named(node.tag) not in wanted:
            continue
        depth += 1 if event == "start" else -1
        if event == "start" and depth <= _NESTED:
            yield node


def text_of(element: Element | None) -> str:
    """The characters of an element and all below it, stripped; empty for None."""
    if element is None:
        return ""
    if len(element) == 0:
        return (element.text or "").strip()
    return "".join(str(part) for part in element.itertext()).strip()


def first_text(found: dict[str, list[Element]], *names: str) -> str:
    """The first text that is not empty among children of these names, tried in this order."""
    for name in names:
        for element in found.get(name, ()):
            if text := text_of(element):
                return text
    return ""


def markup_of(element: Element | None) -> str:
    """What is inside an element as markup: character data as it is, child elements written out, namespaces left off."""
    if element is None:
        return ""
    if len(element) == 0:
        return (element.text or "").strip()
    parts = [escape(element.text or "", quote=False)]
    parts += [etree.tostring(child, encoding="unicode") for child in element]
    written = _NAMESPACES.sub("", "".join(parts))
    return re.sub(r"<(/?)[A-Za-z_][\w.\-]*:(?=[A-Za-z])", r"<\1", written).strip()


class Inherited:
    """What elements have from those around them: xml:base and xml:lang, worked out once for each element around.

    Items stand side by side within the same few elements; to climb from each of them to the root again takes minutes for a
    feed of thousands of items deep down, and a base of 200 kB joined anew for each a gigabyte.
    """

    def __init__(self) -> None:
        self._bases: dict[Element, str] = {}
        self._languages: dict[Element, str] = {}

    def base(self, element: Element) -> str:
        """What relative links of an element count from by xml:base, itself perhaps relative; empty if nothing says."""
        return _own_base(element, self._around(element, self._bases, _own_base))

    def language(self, element: Element) -> str:
        """The nearest xml:lang, or empty."""
        return _own_language(element, self._around(element, self._languages, _own_language))

    @staticmethod
    def _around(element: Element, known: dict[Element, str], own: Callable[[Element, str], str]) -> str:
        """What the parent of an element passes on to it."""
        above = []
        node = element.getparent()
        while node is not None and node not in known:
            above.append(node)
            node = node.getparent()
        passed = known[node] if node is not None else ""
        for ancestor in reversed(above):
            passed = known[ancestor] = own(ancestor, passed)
        return passed


def _own_base(element: Element, passed: str) -> str:
    """The base passed on by an element: its own joined with the one around it, unless that makes none."""
    own = (element.get(_XML_BASE) or element.get("base") or "").strip()
    if not own or len(own) > MAX_BASE:
        return passed
    try:
        joined = urljoin(passed, own)
    except ValueError:
        return passed
    return joined if len(joined) <= MAX_BASE else passed


def _own_language(element: Element, passed: str) -> str:
    own = element.get(_XML_LANG) or ""
    return own.strip() if own and len(own) <= MAX_LANGUAGE else passed


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty if absent."""
    value = element.get(name)
    if value is None:
        value = next((str(v) for key, v in element.items() if _local(str(key)) == name), "")
    return str(value).strip()


def _local(key: str) -> str:
    return key.rpartition("}")[2].rpartition(":")[2]
