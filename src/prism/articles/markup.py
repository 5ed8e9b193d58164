"""Markup to a tree, of bounded depth.

The parser is libxml2's (lxml), which recovers from anything that html5lib's test fragments hold. It refuses more than 2,048
nested elements; a page that nests deeper is flattened first (containers without meaning are taken away), so that the text
of such a page is not lost with its structure.
"""

from __future__ import annotations

import re

from lxml import etree, html

from prism.model import ParseError

MAX_DEPTH = 250
"""Elements nested deeper than this are flattened before parsing."""

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTAINER_TAGS = re.compile(
    r"</?(?:div|span|b|i|em|strong|font|center|big|small|u|s|a|section)\b[^<>]*>", re.IGNORECASE
)
_ANY_TAGS = re.compile(
    r"</?(?!(?:p|br|h[1-6]|html|head|body|title|meta|link|script|style)\b)[a-zA-Z][^<>]*>", re.IGNORECASE
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def parse(markup: str) -> etree._Element:
    """The tree of a page's markup, at most `MAX_DEPTH` levels of containers deep.

    Raises:
        ParseError: there is not one element in it.
    """
    text = _ILLEGAL.sub("", _XML_DECLARATION.sub("", markup, count=1))
    for flatten in (None, _CONTAINER_TAGS, _ANY_TAGS):
        tree = _tree(flatten.sub(" ", text) if flatten else text)
        if tree is None:
            raise ParseError("no markup")
        if not _too_deep(tree):
            return tree
    raise ParseError("elements nested without end")


def _tree(text: str) -> etree._Element | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False)
    raw = text.encode("utf-8", "replace")
    if not raw.strip():
        return None
    try:
        tree = etree.fromstring(raw, parser)
    except etree.LxmlError:
        return None
    return tree


def _too_deep(tree: etree._Element) -> bool:
    """Whether nesting passes `MAX_DEPTH`; counted iteratively."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return True
    return False
