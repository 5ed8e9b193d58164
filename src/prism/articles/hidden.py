"""Text that a page holds and its readers do not see: taken out of the tree, and noted.

Row 30 of the safety rules. trafilatura drops `display:none`, comments and tag characters by itself, but lets `hidden`,
`font-size:0`, white on white and alternative texts pass; so all of it is done here, before anything else reads the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from prism.articles.sight import Sight, names_unseen
from prism.articles.styles import Index, Sheet, sheet_of
from prism.articles.trees import found, values
from prism.languages import addresses_machines
from prism.web.text import normal

NEVER_TEXT = (
    "script",
    "style",
    "noscript",
    "template",
    "noframes",
    "noembed",
    "object",
    "applet",
    "iframe",
    "svg",
    "canvas",
)
"""Elements whose content is not text of the page for a reader with an ordinary browser."""

_CANDIDATES = etree.XPath("//*[@hidden or @aria-hidden or @style or @color or self::dialog]")
_UNSEEN_CHARACTERS = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\U000e0000-\U000e007f]"
)
_DECEIVING = re.compile("[\u202d\u202e\u2066-\u2069\U000e0020-\U000e007e]")
_COLOURED = etree.XPath("//*[@color or contains(@style, 'color')][1]")
_ATTRIBUTES = etree.XPath("//@alt | //@title | //@aria-label | //@data-description")
_COMMENT = re.compile(r"<!--(.{15,}?)-->", re.DOTALL)
_NOTED = 5_000
"""Characters of comments and of attributes that are looked at for a note; none of them is ever text."""
_WORDY = 16
"""Letters from which hidden text is worth a note."""
_WHOLE = 0.6
"""What would hide more than this share of the page's paragraphs is taken back by a script (fade-in, consent, subscription)."""


def strip_hidden(tree: etree._Element) -> tuple[str, ...]:
    """Take out of the tree what no reader sees; one note for each way of hiding that held text of the article's kind."""
    css = "\n".join(style.text or "" for style in tree.iter("style"))
    machine_texts = _texts_for_machines(tree)
    for element in list(tree.iter(*NEVER_TEXT)):
        _take_out(element)
    index = Index.of(tree)
    sheet = sheet_of(css, index, grounded=bool(found(_COLOURED, tree))) if css.strip() else Sheet()
    suspects = _suspects(tree, sheet, index)
    groups: dict[tuple[str, str, str], list[etree._Element]] = {}
    for element, way in suspects.items():
        groups.setdefault((way, str(element.tag), element.get("class") or ""), []).append(element)
    total = max(1, _prose(tree))
    notes: dict[str, int] = {}
    for (way, _, _), elements in groups.items():
        if sum(_prose(element) for element in elements) > (_FADED if way in _TAKEN_BACK else _WHOLE) * total and not (
            any(addresses_machines(text) for text in _texts(elements))
        ):
            notes[_REVEALED] = 1
            continue
        for element in elements:
            if _is_noteworthy(element):
                notes[f"hidden text left out: {way}"] = notes.get(f"hidden text left out: {way}", 0) + 1
            _take_out(element)
    return (*(f"{note} ({count})" if count > 1 else note for note, count in notes.items()), *machine_texts)


_TAKEN_BACK = frozenset({"opacity", "visibility", "aria-hidden"})
"""What pages use for fading in and while a dialogue is open."""
_FADED = 0.35

_REVEALED = "most of the text is hidden until a script or a subscription shows it"


def _suspects(tree: etree._Element, sheet: Sheet, index: Index) -> dict[etree._Element, str]:
    """The outermost elements that are hidden, and how."""
    sight = Sight(sheet, whole=tree.find(".//link[@rel='stylesheet']") is None)
    named = (element for name in index.named if names_unseen(name) for element in index.named[name])
    candidates = dict.fromkeys((*found(_CANDIDATES, tree), *named, *sheet.hiding))
    ways = {element: way for element in candidates if (way := sight.way(element, ruled=element in sheet.hiding))}
    return {
        element: way
        for element, way in ways.items()
        if element.tag not in {"body", "html"} and not any(above in ways for above in element.iterancestors())
    }


def _prose(element: etree._Element) -> int:
    """Letters in paragraphs, or in all of the element where it is one itself."""
    if element.tag == "p":
        return _letters(element)
    return sum(_letters(paragraph) for paragraph in element.iter("p"))


def _texts(elements: Sequence[etree._Element]) -> Iterator[str]:
    """The paragraphs of elements, one by one, as far as orders to machines are looked for."""
    for element in elements:
        for paragraph in element.iter("p") if element.tag != "p" else (element,):
            text = "".join(str(piece) for piece in paragraph.itertext())
            if _may_address(text):
                yield text[:_NOTED]


def _letters(element: etree._Element) -> int:
    return sum(len(piece.strip()) for piece in element.itertext())


def _is_noteworthy(element: etree._Element) -> bool:
    """Whether hidden text stands where an article's text stands, and reads like one: no menu, no form, no dialogue."""
    letters = _letters(element)
    if letters < _WORDY or letters < 2 * sum(_letters(link) for link in element.iter("a")):
        return False
    if element.find(".//input") is not None or element.find(".//button") is not None:
        return False
    tags = [str(above.tag) for above in (element, *element.iterancestors())]
    if any(tag in _FURNITURE for tag in tags):
        return False
    return "article" in tags or "main" in tags or element.getroottree().find(".//article") is None


_FURNITURE = frozenset(
    {"nav", "header", "footer", "aside", "form", "dialog", "figure", "ul", "ol", "a", "button", "label"}
)


def _take_out(element: etree._Element) -> None:
    """Remove an element, keeping the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + tail
        else:
            previous.tail = (previous.tail or "") + tail
    parent.remove(element)


def _texts_for_machines(tree: etree._Element) -> Iterator[str]:
    """Notes on attributes that speak to machines rather than to readers."""
    long = "\n".join(text.strip() for text in values(_ATTRIBUTES, tree) if len(text) > _WORDY * 2)
    return iter(
        ("text addressed to machines in an attribute",)
        if _may_address(long) and addresses_machines(long[:_NOTED])
        else ()
    )


def hidden_in_markup(markup: str) -> Iterable[str]:
    """Notes on what the markup hides besides elements: comments that address machines, characters that are not seen."""
    comments = "\n".join(comment[1].strip() for comment in _COMMENT.finditer(markup) if "[if" not in comment[1][:8])
    if _may_address(comments) and addresses_machines(comments[:_NOTED]):
        yield "text addressed to machines in a comment"


def _may_address(text: str) -> bool:
    """Whether a text holds a word that orders to machines hold; saves the full look at what is only worth a note."""
    folded = text.casefold()
    return any(sign in folded for sign in _SIGNS)


_SIGNS = (
    "ignor", "disregard", "forget", "instruction", "prompt", "language model", "assistant", "summar", "무시", "지시", "인공지능", "요약", "指示",
    "無視", "要約", "忽略", "无视", "指令", "摘要", "anweisung", "vergiss", "zusammenfass", "instruc", "игнор", "инструкц",
)  # fmt: skip


def unseen_characters(text: str) -> bool:
    """Whether a text carries tag characters or direction overrides, which no honest spelling needs."""
    return bool(_DECEIVING.search(text))


def seen(text: str) -> str:
    """A line as readers see it: white space run together, unseen characters off; else the page's own characters.

    Joiners that Persian, Indian scripts and emoji need stay. Of two spellings of one letter the page's stays, save that Hangul
    taken apart is put together, since nothing that reads Korean reads it otherwise.
    """
    line = _SPACE.sub(" ", _UNSEEN_CHARACTERS.sub("", text)).strip()
    return normal("NFC", line) if _JAMO.search(line) else line


_SPACE = re.compile(r"\s+")
_JAMO = re.compile("[\u1100-\u11ff]")
