"""Markup to a tree, and a tree to blocks of text, without recursion and with bounded depth.

The parser is libxml2's (lxml), which recovers from anything that html5lib's test fragments hold. It refuses more than 2,048
nested elements; a page that nests deeper is flattened first (containers without meaning are taken away), so that the text
of such a page is not lost with its structure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from prism.model import ParseError

MAX_DEPTH = 250
"""Elements nested deeper than this are flattened before parsing."""

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTAINER_TAGS = re.compile(
    r"</?(?:div|span|b|i|em|strong|font|center|big|small|u|s|a|section)\b[^<>]*>", re.IGNORECASE
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody "
    "td tfoot th thead tr ul".split()
)
"""Elements that begin and end a line of their own."""

HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_SILENT_TAGS = frozenset(
    "script style noscript template svg math canvas iframe object embed audio video picture source track map head title meta "
    "link base select button input textarea datalist noembed noframes applet param progress meter rp".split()
)


@dataclass(slots=True)
class Block:
    """One run of text between two block boundaries, in document order.

    Attributes:
        element: the innermost block element that holds it.
        text: white space normalised, otherwise the page's own characters.
        linked: how many of its characters stand within links.
        heading: it is a heading (h1 to h6).
        bold: how many of its characters are set in bold.
    """

    element: etree._Element
    text: str
    linked: int = 0
    heading: bool = False
    bold: int = 0


def parse(markup: str) -> etree._Element:
    """The tree of a page's markup, at most `MAX_DEPTH` levels of containers deep.

    Raises:
        ParseError: there is not one element in it.
    """
    text = _ILLEGAL.sub("", _XML_DECLARATION.sub("", markup, count=1))
    tree = _tree(text)
    if tree is None:
        raise ParseError("no markup")
    if _too_deep(text, tree):
        tree = _tree(_CONTAINER_TAGS.sub(" ", text))
    if tree is None:
        raise ParseError("no markup")
    return tree


def _tree(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    raw = text.encode("utf-8", "replace")
    if not raw.strip():
        return None
    try:
        tree = etree.fromstring(raw, parser)
    except etree.LxmlError:
        return None
    return tree


def _too_deep(text: str, tree: etree._Element) -> bool:
    """Whether nesting passes `MAX_DEPTH`; counted on the tree, iteratively."""
    if text.count("<") <= MAX_DEPTH:
        return False
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > deepest:
            deepest = depth
            if deepest > MAX_DEPTH:
                return True
    return False


def blocks(root: etree._Element) -> list[Block]:
    """The text of a tree, cut at block elements and at runs of two or more line breaks.

    A single line break within a block becomes a space, or nothing between characters of scripts that set no spaces.
    """
    return _Cutter().cut(root)


_SPACE = re.compile(r"\s+")
_CJK = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]"
_BREAK_WITHIN_CJK = re.compile(f"(?<={_CJK})[ \t\r\f]*\u2028[ \t\r\f]*(?={_CJK})")
_BREAKS = re.compile("(?:[ \t\r\f\n\u00a0]*\u2028){2,}")


class _Cutter:
    """Collects pieces of text until a block boundary; one use."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.bold = 0

    def cut(self, root: etree._Element) -> list[Block]:
        block: list[etree._Element] = [root]
        links = bolds = 0
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if tag in _SILENT_TAGS:
                    walker.skip_subtree()
                    continue
                if tag in BLOCK_TAGS:
                    self.flush(block[-1])
                    block.append(element)
                elif tag == "a":
                    links += 1
                elif tag in {"b", "strong"}:
                    bolds += 1
                elif tag == "br":
                    self.pieces.append("\u2028")
                if element.text:
                    self.take(element.text, links, bolds)
                continue
            if tag in BLOCK_TAGS:
                self.flush(element)
                block.pop()
            elif tag == "a":
                links -= 1
            elif tag in {"b", "strong"}:
                bolds -= 1
            if element.tail and element is not root:
                self.take(element.tail, links, bolds)
        self.flush(root)
        return self.found

    def take(self, text: str, links: int, bolds: int) -> None:
        self.pieces.append(text)
        if links:
            self.linked += len(text.strip())
        if bolds:
            self.bold += len(text.strip())

    def flush(self, element: etree._Element) -> None:
        if not self.pieces:
            return
        raw, linked, bold = "".join(self.pieces), self.linked, self.bold
        self.pieces, self.linked, self.bold = [], 0, 0
        lines = _BREAKS.split(raw) if "\u2028" in raw else [raw]
        for line in lines:
            joined = _BREAK_WITHIN_CJK.sub("", line)
            text = _SPACE.sub(" ", joined).strip()
            if text:
                share = len(line) / len(raw)
                self.found.append(
                    Block(element, text, round(linked * share), element.tag in HEADING_TAGS, round(bold * share))
                )
