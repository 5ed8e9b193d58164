"""Which blocks of a page are its article.

Two readings are made and set against each other. trafilatura (2.3.1, `fast=True`; chosen by measurement) says which lines it
takes for the text; our own reading weighs blocks by their length, their links and what the elements above them call
themselves (`furniture`). The lines come from our own walk over the tree, so that the page's characters, its order and its
paragraphs are kept. What trafilatura left out is taken in where it is built as the rest is; what it let in is thrown out
where the page itself names it otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import escape

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from prism.articles import embedded
from prism.articles.blocks import Block, Cut, cut
from prism.articles.furniture import weigh
from prism.articles.keys import key_of, weight_of
from prism.articles.markup import parse
from prism.articles.trees import said
from prism.articles.words import pattern, whole_line
from prism.web import text

_SENTENCE_END = re.compile(r"[.!?。！？…][\"'”’」』)\]）】»]*\s*$")


@dataclass(slots=True)
class _Line:
    """A block with what the choice rests on."""

    block: Block
    key: str
    weight: int
    prose: bool
    outside: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a page.

    Attributes:
        chosen: the blocks of the article in document order; empty when there is none.
        around: those and what stands between and close around them, without lists of links.
        after: what stands close behind the last of them.
        keys: of all lines of the page.
    """

    chosen: list[Block]
    around: list[Block]
    after: list[Block]
    keys: frozenset[str]


def read(tree: etree._Element, claimed: str, scripts: list[str]) -> Reading:
    """Choose the blocks of the article.

    Args:
        tree: the page without its hidden text.
        claimed: the text that the page's own structured data give for the article, or empty.
        scripts: texts of the page's scripts that hold paragraphs, for pages that a script draws.
    """
    lines, whole = _lines(tree)
    _choose(lines, _taken(tree) if len(lines) <= _MANY_LINES and _size(tree) <= _MANY_ELEMENTS else (set(), ""))
    _mark_outside(lines, whole)
    if claimed:
        _follow(lines, key_of(text.plain(claimed)))
    _rescue(lines)
    _grow(lines)
    _prune(lines)
    weight = sum(line.weight for line in lines if line.chosen)
    if weight < _LITTLE:
        other = _elsewhere(claimed, scripts, weight)
        if other is not None:
            return other
    return _reading(lines)


_MANY_LINES = 6_000
_MANY_ELEMENTS = 30_000
"""A page with more of them is read without trafilatura, which takes minutes over it; real ones stay below 15,000."""


def _size(tree: etree._Element) -> int:
    return sum(1 for _ in tree.iter())


_LITTLE = 500
"""A page's text lighter than this may lie in its data instead."""


def _lines(tree: etree._Element) -> tuple[list[_Line], Cut]:
    whole = cut(tree, weigh)
    return [_line(block) for block in whole.blocks], whole


def _elsewhere(claimed: str, scripts: list[str], weight: int) -> Reading | None:
    """The article out of the page's data: a string of markup in a script, or the body that JSON-LD gives."""
    for source in (embedded.article_markup(scripts), claimed):
        if weight_of(source) < 2 * weight or not source.strip():
            continue
        marked = (
            source
            if "<" in source
            else "".join(f"<p>{escape(line)}</p>" for line in source.splitlines() if line.strip())
        )
        lines, whole = _lines(parse(f"<html><body>{marked}</body></html>"))
        for line in lines:
            line.chosen = bool(line.key)
        _mark_outside(lines, whole)
        _prune(lines)
        if sum(line.weight for line in lines if line.chosen) > 2 * weight:
            return _reading(lines)
    return None


def _reading(lines: list[_Line]) -> Reading:
    chosen = [index for index, line in enumerate(lines) if line.chosen]
    if not chosen:
        return Reading([], [], [], frozenset())
    near = lines[max(0, chosen[0] - _NEAR) : chosen[-1] + _NEAR + 1]
    around = [line.block for line in near if line.chosen or line.block.link_share < _LINKED]
    after = [line.block for line in lines[chosen[-1] + 1 : chosen[-1] + 1 + _NEAR]]
    return Reading([line.block for line in lines if line.chosen], around, after, frozenset(line.key for line in lines))


_NEAR = 8


def _line(block: Block) -> _Line:
    weight = weight_of(block.text)
    return _Line(block, key_of(block.text), weight, _is_prose(block, weight))


def _is_prose(block: Block, weight: int) -> bool:
    """Whether a block reads like a part of a text: long, or a sentence, or an enumeration; and no mere link."""
    if block.heading or weight < _SHORT:
        return False
    share, ends = block.link_share, bool(_SENTENCE_END.search(block.text))
    if share < _LINKED:
        return weight >= _LONG or ends
    if share > _ALL_LINKED:
        return False
    return (ends and weight >= _LONG) or len(_ENUMERATION.findall(block.text)) >= 3  # noqa: PLR2004 - a list in a line


_ENUMERATION = re.compile(r"[、,，;・]")
_ALL_LINKED = 0.85
_LINKED = 0.6
_LONG = 90
_SHORT = 26


def _mark_outside(lines: list[_Line], whole: Cut) -> None:
    """Believe the names of elements, except of those that hold too much of the page's prose to be what they are called.

    Two measures of "too much": the share of all prose, and the share of what trafilatura took.
    """
    total = sum(line.weight for line in lines if line.prose) or 1
    taken = sum(line.weight for line in lines if line.prose and line.chosen) or 1
    names = [
        (str(element.tag), element.get("class") or "", element.get("class") is None and number)
        for number, (element, _) in enumerate(whole.marked)
    ]
    held: Counter[object] = Counter()
    held_taken: Counter[object] = Counter()
    for line in lines:
        if line.prose:
            for name in {names[mark] for mark in line.block.marks}:
                held[name] += line.weight
                if line.chosen:
                    held_taken[name] += line.weight
    believed = set()
    for number, (element, weight) in enumerate(whole.marked):
        limit, limit_taken = (_HELD_STRONG, 0.4) if weight > 1 else (_HELD_WEAK, 0.2)
        name = names[number]
        if held[name] > limit * total or held_taken[name] > limit_taken * taken or element.find(".//h1") is not None:
            continue
        believed.add(number)
    for line in lines:
        line.outside = any(mark in believed for mark in line.block.marks)
        line.chosen = line.chosen and not line.outside


_HELD_STRONG = 0.5
_HELD_WEAK = 0.25


def _taken(tree: etree._Element) -> tuple[set[str], str]:
    """What trafilatura takes for the text: its lines as keys, and all of it as one key."""
    document = bare_extraction(tree, fast=True, include_comments=False, include_tables=True)
    if not isinstance(document, Document):
        return set(), ""
    whole = said(document.body)
    keys = {key_of(str(piece)) for piece in document.body.itertext()}
    keys |= {key_of(said(element)) for element in document.body.iter("p", "head", "item", "quote", "cell")}
    return keys, key_of(whole)


def _choose(lines: list[_Line], taken: tuple[set[str], str]) -> None:
    keys, everything = taken
    for line in lines:
        line.chosen = bool(line.key) and (line.key in keys or (line.weight >= _SHORT and line.key in everything))


def _follow(lines: list[_Line], claimed: str) -> None:
    """Where structured data carry the text, a paragraph that they hold is the article's."""
    for line in lines:
        if line.weight >= _SHORT and line.key in claimed and not line.block.heading:
            line.chosen, line.outside = True, False


def _prose_weight(lines: list[_Line]) -> int:
    return sum(line.weight for line in lines if line.chosen and line.prose)


def _rescue(lines: list[_Line]) -> None:
    """Take the densest container where little was chosen or another holds much more."""
    best, inside = _densest(lines)
    if best is None:
        return
    mine = sum(line.weight for line in inside if line.prose)
    theirs = _prose_weight(lines)
    if theirs > _ENOUGH or mine < _MUCH_MORE * theirs:
        return
    for line in lines:
        line.chosen = False
    for line in inside:
        line.chosen = line.prose or line.block.heading


_ENOUGH = 700
_MUCH_MORE = 1.6


def _densest(lines: list[_Line]) -> tuple[etree._Element | None, list[_Line]]:
    """The element whose own paragraphs weigh most, and the lines in it."""
    scores: dict[etree._Element, float] = {}
    for line in lines:
        if not line.prose or line.outside:
            continue
        share, node = 1.0, line.block.element.getparent()
        while node is not None and share > 0.2:  # noqa: PLR2004 - three steps up
            scores[node] = scores.get(node, 0.0) + line.weight * share
            share *= 0.6
            node = node.getparent()
    if not scores:
        return None, []
    best = max(scores, key=lambda element: scores[element])
    inside = [line for line in lines if not line.outside and _is_within(line.block.element, best)]
    return best, inside


def _is_within(element: etree._Element, above: etree._Element) -> bool:
    return element is above or any(node is above for node in element.iterancestors())


def _grow(lines: list[_Line]) -> None:
    """Take in what is built as the chosen paragraphs are."""
    weights: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        if line.chosen and line.prose:
            weights[_kind(line.block.element)] += line.weight
    total = sum(weights.values())
    if not total:
        return
    good = {kind for kind, weight in weights.items() if weight >= _COMMON * total}
    homes = {_home(line.block.element) for line in lines if line.chosen and line.prose}
    first = next(index for index, line in enumerate(lines) if line.chosen and line.prose)
    last = max(index for index, line in enumerate(lines) if line.chosen and line.prose)
    for index, line in enumerate(lines):
        if line.chosen or line.outside or not line.key:
            continue
        element = line.block.element
        if (line.prose and _kind(element) in good and _home(element) in homes) or (
            first < index < last and line.prose and _kind(element)[:1] == ("p",)
        ):
            line.chosen = True


_COMMON = 0.15


def _kind(element: etree._Element) -> tuple[str, ...]:
    """How an element is built: its own and its holders' tags and classes, up to the first that has a class."""
    parts: list[str] = []
    node: etree._Element | None = element
    while node is not None and len(parts) < 8:  # noqa: PLR2004 - four steps say enough
        names = node.get("class") or ""
        parts += [str(node.tag), names]
        if names and node is not element:
            break
        node = node.getparent()
    return tuple(parts)


def _home(element: etree._Element) -> etree._Element | None:
    """The nearest `article` above, where a page holds several."""
    return next(element.iterancestors("article"), None)


def _prune(lines: list[_Line]) -> None:
    """Throw out what only points elsewhere, asks for something, or says who made it; and lists of links."""
    last = [index for index, line in enumerate(lines) if line.chosen][-_LAST:]
    for index, line in enumerate(lines):
        if line.chosen and _is_furniture(line, at_end=index in last):
            line.chosen = False
            if whole_line("list_headings").match(line.block.text) and line.weight < _LONG:
                _drop_list_below(lines, index)
    prose = [index for index, line in enumerate(lines) if line.chosen and line.prose]
    if not prose:
        return
    for index, line in enumerate(lines):
        if line.chosen and not line.prose and not prose[0] <= index <= prose[-1]:
            line.chosen = False
    seen: set[str] = set()
    for line in lines:
        if line.chosen and line.weight >= _SHORT:
            line.chosen = line.key not in seen
            seen.add(line.key)


_LAST = 4


def _is_furniture(line: _Line, *, at_end: bool) -> bool:
    """Whether a line points elsewhere, asks for something, gives a credit or a name.

    A paragraph in the middle of a text may well report about newsletters and copyrights: longer lines are only suspected at
    the end, or where they are set in bold or hold a link.
    """
    content = line.block.text
    if line.block.link_share > _LINK_AND_MARK and not (line.prose or _SENTENCE_END.search(content)):
        return True
    if line.weight > _PARAGRAPH:
        return False
    if (
        whole_line("list_headings").match(content)
        or pattern("pointers").search(content)
        or pattern("credits").search(content)
        or pattern("reporter_lines").search(content)
    ):
        return True
    suspected = line.weight <= _SHORT_NOTICE or at_end or line.block.linked > 0 or 2 * line.block.bold > len(content)
    return suspected and pattern("notices").search(content) is not None


_LINK_AND_MARK = 0.85
_PARAGRAPH = 320
_SHORT_NOTICE = 110


def _drop_list_below(lines: list[_Line], index: int) -> None:
    """Below "Most read" stands what is most read: items of a list, or lines that are links."""
    for line in lines[index + 1 : index + 12]:
        if line.prose and line.block.element.tag != "li" and line.block.link_share < _LINKED:
            return
        line.chosen = False
