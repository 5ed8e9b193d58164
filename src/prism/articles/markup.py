"""Markup to a tree, of bounded depth.

The parser is libxml2's (lxml), which recovers from anything that html5lib's test fragments hold. It refuses more than 256
nested elements; a page that nests deeper is flattened (containers without meaning are taken away), so that the text
of such a page is not lost with its structure.
"""

from __future__ import annotations

import re

from lxml import etree, html

from prism.model import ParseError

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTAINER_TAGS = re.compile(
    r"</?(?:div|span|b|i|em|strong|font|center|big|small|u|s|a|section)\b[^<>]*>", re.IGNORECASE
)
_ANY_TAGS = re.compile(
    r"</?(?!(?:p|br|h[1-6]|html|head|body|title|meta|link|script|style)\b)[a-zA-Z][^<>]*>", re.IGNORECASE
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def parse(markup: str) -> etree._Element:
    """The tree of a page's markup, at most 256 levels deep.

    Raises:
        ParseError: there is not one element in it.
    """
    text = _ILLEGAL.sub("", _XML_DECLARATION.sub("", markup, count=1))
    for flatten in (None, _CONTAINER_TAGS, _ANY_TAGS):
        tree, too_deep = _tree(flatten.sub(" ", text) if flatten else text)
        if tree is None:
            raise ParseError("no markup")
        if not too_deep:
            return tree
    raise ParseError("elements nested without end")


def _tree(text: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether libxml2 gave up on its depth (it stops at 256 elements above one another)."""
    raw = text.encode("utf-8", "replace")
    if not raw.strip():
        return None, False
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(raw, parser)
    except etree.LxmlError:
        return None, False
    return tree, any("xcessive depth" in entry.message for entry in parser.error_log)
