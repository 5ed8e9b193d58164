"""A tree cut into blocks of text, in one pass and without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that begin and end a line of their own."""

HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_LINE_TAGS = frozenset({"p", "li", "dd", "td", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Block elements that hold lines rather than other parts of a page."""

_SILENT_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "picture",
        "source",
        "track",
        "map",
        "head",
        "title",
        "meta",
        "link",
        "base",
        "select",
        "button",
        "input",
        "textarea",
        "datalist",
        "noembed",
        "noframes",
        "applet",
        "param",
        "progress",
        "meter",
    ]
)


@dataclass(slots=True)
class Block:
    """One run of text between two block boundaries, in document order.

    Attributes:
        element: the innermost block element that holds it.
        text: white space normalised, otherwise the page's own characters.
        linked: how many of its characters stand within links.
        bold: how many stand in bold.
        marks: the elements above it whose names condemn them, as numbers into `Cut.marked`.
        number: its place among all blocks.
    """

    element: etree._Element
    text: str
    linked: int = 0
    bold: int = 0
    marks: tuple[int, ...] = ()
    number: int = 0

    @property
    def heading(self) -> bool:
        """Whether it is a heading (h1 to h6), or stands in one."""
        return self.element.tag in HEADING_TAGS

    @property
    def link_share(self) -> float:
        """Share of its characters that stand within links."""
        return min(1.0, self.linked / max(1, len(self.text)))


@dataclass(slots=True)
class Cut:
    """A tree cut into blocks.

    Attributes:
        blocks: in document order.
        marked: the elements whose names condemn them, with the weight of the verdict.
    """

    blocks: list[Block] = field(default_factory=list)
    marked: list[tuple[etree._Element, int]] = field(default_factory=list)


_SPACE = re.compile(r"\s+")
_UNSPACED = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]"
_BREAK_UNSPACED = re.compile(f"(?<={_UNSPACED})\\s*\u2028\\s*(?={_UNSPACED})")
_BREAKS = re.compile("(?:\u2028\\s*){2,}")
_BREAK_AFTER_SENTENCE = re.compile("(?<=[.!?。！？”’」』)])\\s*\u2028\\s*")


def cut(root: etree._Element, weigh: Callable[[etree._Element], int]) -> Cut:
    """The text of a tree, cut at block elements, at runs of line breaks, and at single ones behind a sentence's end.

    Any other line break becomes a space, or nothing between characters of scripts that set no spaces.

    Args:
        root: the tree.
        weigh: how much an element's names condemn it (0: not at all).
    """
    return _Cutter(weigh).run(root)


def _broken(part: str) -> list[str]:
    """A part at its single line breaks, where they end sentences or the part is a few short lines (a byline, a date)."""
    lines = part.split("\u2028")
    if len(lines) <= _FEW_LINES and all(len(line) <= _SHORT_LINE for line in lines) and len(part) <= 2 * _SHORT_LINE:
        return lines
    return _BREAK_AFTER_SENTENCE.split(part)


_FEW_LINES = 4
_SHORT_LINE = 60


def _bracketed(reading: etree._Element) -> bool:
    """Whether the reading above a character is given in brackets too, so that it can stand in the line."""
    before = reading.getprevious()
    return before is not None and before.tag == "rp"


class _Cutter:
    """Collects pieces of text until a block boundary; for one use."""

    def __init__(self, weigh: Callable[[etree._Element], int]) -> None:
        self.result = Cut()
        self.weigh = weigh
        self.pieces: list[str] = []
        self.linked = self.bold = self.links = self.bolds = 0
        self.begun = False
        self.holders: list[etree._Element] = []
        self.marks: list[tuple[etree._Element, int]] = []
        self.active: tuple[int, ...] = ()

    def run(self, root: etree._Element) -> Cut:
        """Walk the tree."""
        self.holders.append(root)
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self.leave(element)
                if element.tail and element is not root:
                    self.take(element.tail)
            elif element.tag in _SILENT_TAGS or (element.tag == "rt" and not _bracketed(element)):
                walker.skip_subtree()
            else:
                self.enter(element)
                if element.text:
                    self.take(element.text)
        self.flush()
        return self.result

    def enter(self, element: etree._Element) -> None:
        """An element begins."""
        tag = element.tag
        if tag in BLOCK_TAGS:
            self.flush()
            self.holders.append(element)
        elif tag == "br":
            self.pieces.append("\u2028")
        elif tag == "a":
            self.links += 1
        elif tag in {"b", "strong"}:
            self.bolds += 1
        weight = 0 if self.within_line(element) else self.weigh(element)
        if weight:
            self.flush()
            self.marks.append((element, len(self.result.marked)))
            self.result.marked.append((element, weight))
            self.active = tuple(number for _, number in self.marks)

    def within_line(self, element: etree._Element) -> bool:
        """Whether an element is a part of a line: whatever it is called, a sentence is not torn apart for it."""
        if element.tag in BLOCK_TAGS:
            return False
        return self.begun or self.holders[-1].tag in _LINE_TAGS

    def leave(self, element: etree._Element) -> None:
        """An element ends."""
        tag = element.tag
        if self.marks and self.marks[-1][0] is element:
            self.flush()
            self.marks.pop()
            self.active = tuple(number for _, number in self.marks)
        if tag in BLOCK_TAGS and self.holders[-1] is element:
            self.flush()
            self.holders.pop()
        elif tag == "a":
            self.links -= 1
        elif tag in {"b", "strong"}:
            self.bolds -= 1

    def take(self, text: str) -> None:
        """Characters of the current block."""
        self.pieces.append(text)
        self.begun = self.begun or not text.isspace()
        if self.links or self.bolds:
            length = len(text.strip())
            self.linked += length if self.links else 0
            self.bold += length if self.bolds else 0

    def flush(self) -> None:
        """The current block is whole."""
        if not self.pieces:
            return
        raw, linked, bold = "".join(self.pieces), self.linked, self.bold
        self.pieces, self.linked, self.bold, self.begun = [], 0, 0, False
        lines = [raw]
        if "\u2028" in raw:
            lines = [line for part in _BREAKS.split(raw) for line in _broken(part)]
        for line in lines:
            text = _SPACE.sub(" ", _BREAK_UNSPACED.sub("", line)).strip()
            if text:
                share = len(line) / len(raw)
                block = Block(self.holders[-1], text, round(linked * share), round(bold * share), self.active)
                block.number = len(self.result.blocks)
                self.result.blocks.append(block)
