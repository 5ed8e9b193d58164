"""Text that a page holds and its readers do not see: taken out of the tree, and noted.

Row 30 of the safety rules. trafilatura drops `display:none`, comments and tag characters by itself, but lets `hidden`,
`font-size:0`, white on white and alternative texts pass; so all of it is done here, before anything else reads the tree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from lxml import etree

from prism.articles.colours import WHITE, Colour, colour_of
from prism.articles.styles import Index, Sheet, sheet_of
from prism.articles.trees import found, values
from prism.languages import addresses_machines

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

_CANDIDATES = etree.XPath(
    "//*[@hidden or @aria-hidden or @style or @color or self::dialog or contains(@class, 'hid') or contains(@class, 'sr-') or contains(@class, 'reader') or "
    "contains(@class, 'screen') or contains(@class, 'blind') or contains(@class, 'none') or contains(@class, 'invisible')]"
)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|u-visually-hidden|screen-reader(?:-text|-only)?|a11y-hidden|element-invisible|"
    r"offscreen|off-screen|blind|hide-text|is-hidden|d-none|hidden)(?=\s|$)",
    re.IGNORECASE,
)
_SHOWN_ELSEWHERE = re.compile(r"(?:^|\s)(?:\w+:(?:block|flex|inline\S*|grid|contents)|d-\w+-\w+)(?=\s|$)")
_LENGTH = re.compile(r"^([-+]?\d*\.?\d+)\s*(px|em|rem|pt|%|vw|vh|ch|cm|mm|in|pc)?$")
_PIXELS = {
    "em": 16.0,
    "rem": 16.0,
    "pt": 1.33,
    "vw": 12.0,
    "vh": 8.0,
    "%": 10.0,
    "ch": 8.0,
    "cm": 38.0,
    "mm": 3.8,
    "in": 96.0,
}
_FAR = -400.0
_UNSEEN = 0.05
"""Opacity up to which no eye sees a text, or its ground."""
_ZERO_CLIP = re.compile(
    r"rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?\s*\)|inset\(\s*(?:[5-9]\d|100)%"
)
_TRANSFORM = re.compile(r"scale[xy3d]*\(\s*0(?:\.0+)?\s*[,)]|translate[xy3d]*\(\s*-\d{4,}px")
_UNSEEN_CHARACTERS = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\U000e0000-\U000e007f]"
)
_DECEIVING = re.compile("[\u202d\u202e\u2066-\u2069\U000e0020-\U000e007e]")
_ATTRIBUTES = etree.XPath("//@alt | //@title | //@aria-label | //@data-description")
_COMMENT = re.compile(r"<!--(.{15,}?)-->", re.DOTALL)
_WORDY = 16
"""Letters from which hidden text is worth a note."""
_WHOLE = 0.5
"""What would hide more than this share of the page's paragraphs is taken back by a script (fade-in, consent, subscription)."""


def strip_hidden(tree: etree._Element) -> tuple[str, ...]:
    """Take out of the tree what no reader sees; one note for each way of hiding that held text of the article's kind."""
    css = "\n".join(style.text or "" for style in tree.iter("style"))
    machine_texts = _texts_for_machines(tree)
    for element in list(tree.iter(*NEVER_TEXT)):
        _take_out(element)
    index = Index.of(tree) if css.strip() else Index()
    sheet = sheet_of(css, index) if css.strip() else Sheet()
    suspects = _suspects(tree, sheet, index)
    groups: dict[tuple[str, str, str], list[etree._Element]] = {}
    for element, way in suspects.items():
        groups.setdefault((way, str(element.tag), element.get("class") or ""), []).append(element)
    total = max(1, _prose(tree))
    notes: dict[str, int] = {}
    for (way, _, _), elements in groups.items():
        if sum(_prose(element) for element in elements) > (_FADED if way in _TAKEN_BACK else _WHOLE) * total:
            notes[_REVEALED] = 1
            continue
        for element in elements:
            if _is_noteworthy(element):
                notes[f"hidden text left out: {way}"] = notes.get(f"hidden text left out: {way}", 0) + 1
            _take_out(element)
    return (*(f"{note} ({count})" if count > 1 else note for note, count in notes.items()), *machine_texts)


_TAKEN_BACK = frozenset({"opacity", "visibility", "aria-hidden"})
"""What pages use for fading in and while a dialogue is open."""
_FADED = 0.25

_REVEALED = "most of the text is hidden until a script or a subscription shows it"


def _suspects(tree: etree._Element, sheet: Sheet, index: Index) -> dict[etree._Element, str]:
    """The outermost elements that are hidden, and how."""
    whole = tree.find(".//link[@rel='stylesheet']") is None
    candidates = dict.fromkeys(found(_CANDIDATES, tree))
    candidates.update((element, None) for rule in sheet.hiding for element in index.selected(rule))
    ways = {element: way for element in candidates if (way := _way(element, sheet, whole=whole))}
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


def _way(element: etree._Element, sheet: Sheet, *, whole: bool) -> str:
    """How the element is hidden, or empty."""
    if element.get("hidden") is not None:
        return "hidden attribute"
    if element.get("aria-hidden") == "true":
        return "aria-hidden"
    if element.tag == "dialog" and element.get("open") is None:
        return "closed dialog"
    names = element.get("class") or ""
    if names and _UNSEEN_CLASS.search(names) and not _SHOWN_ELSEWHERE.search(names):
        return "class"
    inline = element.get("style") or ""
    if not (inline or sheet or element.get("color")):
        return ""
    declared = sheet.declared(element, inline)
    return _by_style(declared) or _same_colour(element, declared, sheet, whole=whole)


def _by_style(declared: dict[str, str]) -> str:
    opacity = _number(declared.get("opacity", ""))
    ways = {
        "display:none": declared.get("display") == "none",
        "visibility": declared.get("visibility") in {"hidden", "collapse"},
        "opacity": opacity is not None and opacity <= _UNSEEN,
        "font size": _tiny_font(declared),
        "no size": _no_size(declared),
        "off screen": _off_screen(declared),
    }
    return next((way for way, holds in ways.items() if holds), "")


def _tiny_font(declared: dict[str, str]) -> bool:
    size = declared.get("font-size", "")
    if not size and (
        short := re.search(r"(?:^|\s)(\d*\.?\d+(?:px|em|rem|pt|%)?)(?:/|\s)", declared.get("font", "") + " ")
    ):
        size = short[1]
    pixels = _pixels(size)
    return pixels is not None and abs(pixels) <= 1.0


def _no_size(declared: dict[str, str]) -> bool:
    if _ZERO_CLIP.search(declared.get("clip", "") + declared.get("clip-path", "")):
        return True
    if "hidden" not in declared.get("overflow", "") and "clip" not in declared.get("overflow", ""):
        return False
    sizes = [_pixels(declared.get(name, "")) for name in ("height", "width", "max-height", "max-width", "line-height")]
    return any(size is not None and size <= 1.0 for size in sizes)


def _off_screen(declared: dict[str, str]) -> bool:
    indent = _pixels(declared.get("text-indent", ""))
    if indent is not None and abs(indent) >= -_FAR:
        return True
    if _TRANSFORM.search(declared.get("transform", "")):
        return True
    names = ["margin-left", "margin-top"]
    if declared.get("position") in {"absolute", "fixed", "relative"}:
        names += ["left", "right", "top", "bottom", "inset"]
    distances = [_pixels(declared.get(name, "").split(" ")[0]) for name in names]
    return any(distance is not None and distance <= _FAR for distance in distances)


def _same_colour(element: etree._Element, declared: dict[str, str], sheet: Sheet, *, whole: bool) -> str:
    """Text in the colour of its ground.

    The ground is the nearest one that the page declares. Where it declares none it is white, but text that a rule sets in
    white is only taken for hidden if no other sheet could give it a darker ground.
    """
    value = declared.get("color") or element.get("color") or ""
    if not value:
        return ""
    ink = colour_of(value)
    if ink is None:
        return ""
    if ink.opacity <= _UNSEEN:
        return "text colour"
    ground = _ground(element, declared, sheet)
    if ground is None:
        own = "color" in (element.get("style") or "") or element.get("color") is not None
        ground = WHITE if whole or own else None
    return "text colour" if ground is not None and ink.like(ground) else ""


def _ground(element: etree._Element, declared: dict[str, str], sheet: Sheet) -> Colour | None:
    """The colour that the text stands on, None where the page does not say."""
    node: etree._Element | None = element
    found = declared
    while node is not None:
        value = found.get("background-color") or found.get("background") or node.get("bgcolor") or ""
        if "url(" in value or "gradient" in value or "background-image" in found:
            return Colour(-255, -255, -255)  # a picture: like no ink
        colour = colour_of(value) if value else None
        if colour is not None and colour.opacity > _UNSEEN:
            return colour
        node = node.getparent()
        if node is not None:
            found = sheet.declared(node, node.get("style") or "")
    return None


def _pixels(value: str) -> float | None:
    size = _LENGTH.match(value.strip())
    return float(size[1]) * _PIXELS.get(size[2] or "px", 1.0) if size else None


def _number(value: str) -> float | None:
    size = _LENGTH.match(value.strip())
    return float(size[1]) / (100 if size[2] == "%" else 1) if size else None


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
    long = " \n".join(text for text in values(_ATTRIBUTES, tree) if len(text) > _WORDY * 2)
    return iter(("text addressed to machines in an attribute",) if long and addresses_machines(long) else ())


def hidden_in_markup(markup: str) -> Iterable[str]:
    """Notes on what the markup hides besides elements: comments that address machines, characters that are not seen."""
    comments = "\n".join(comment[1] for comment in _COMMENT.finditer(markup) if "[if" not in comment[1][:8])
    if comments and addresses_machines(comments[:50_000]):
        yield "text addressed to machines in a comment"


def unseen_characters(text: str) -> bool:
    """Whether a text carries tag characters or direction overrides, which no honest spelling needs."""
    return bool(_DECEIVING.search(text))


def seen(text: str) -> str:
    """A line as readers see it: white space run together, unseen characters off; else the page's own characters.

    Joiners that Persian, Indian scripts and emoji need stay. Of two spellings of one letter the page's stays, save that Hangul
    taken apart is put together, since nothing that reads Korean reads it otherwise.
    """
    line = _SPACE.sub(" ", _UNSEEN_CHARACTERS.sub("", text)).strip()
    return unicodedata.normalize("NFC", line) if _JAMO.search(line) else line


_SPACE = re.compile(r"\s+")
_JAMO = re.compile("[\u1100-\u11ff]")
