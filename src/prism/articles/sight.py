"""Whether a reader sees an element: attributes, styles, sizes, places, colours."""

from __future__ import annotations

import re

from lxml import etree

from prism.articles.colours import WHITE, Colour, colour_of
from prism.articles.styles import Sheet, inline_style

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


class Sight:
    """What is seen of one page.

    Args:
        sheet: the page's own rules.
        whole: there are no other sheets that could give text another ground.
    """

    def __init__(self, sheet: Sheet, *, whole: bool) -> None:
        self._sheet = sheet
        self._whole = whole
        self._grounds: dict[etree._Element, Colour | None] = {}

    def way(self, element: etree._Element, *, ruled: bool) -> str:
        """How the element is hidden, or empty.

        Args:
            element: which.
            ruled: some rule of the page's sheet could hide it; else only its own attributes are looked at.
        """
        if by_attribute := _by_attribute(element):
            return by_attribute
        inline = element.get("style") or ""
        if not (inline or ruled or element.get("color")):
            return ""
        declared = self._sheet.declared(element, inline) if ruled else inline_style(inline)
        return _by_style(declared) or self._same_colour(element, declared)

    def _same_colour(self, element: etree._Element, declared: dict[str, str]) -> str:
        """Text in the colour of its ground.

        The ground is the nearest one that the page declares. Where it declares none it is white, but text that a rule sets in
        white is only taken for hidden if no other sheet could give it a darker ground.
        """
        ink = colour_of(declared.get("color") or (element.get("color") or "").lower())
        if ink is None:
            return ""
        if ink.opacity <= _UNSEEN:
            return "text colour"
        own = "color" in (element.get("style") or "") or element.get("color") is not None
        if not own and element.tag in _LINKS:
            return ""
        ground = _own_ground(element, declared) or self._ground(element)
        if ground is None:
            ground = WHITE if self._whole or own else None
        return "text colour" if ground is not None and ink.like(ground) else ""

    def _ground(self, element: etree._Element) -> Colour | None:
        """The colour that the text stands on, None where the page does not say."""
        path: list[etree._Element] = []
        node: etree._Element | None = element
        ground: Colour | None = None
        while node is not None:
            if node in self._grounds:
                ground = self._grounds[node]
                break
            path.append(node)
            ground = _own_ground(node, self._sheet.declared(node, node.get("style") or ""))
            if ground is not None:
                break
            node = node.getparent()
        self._grounds.update(dict.fromkeys(path, ground))
        return ground


_LINKS = frozenset({"a", "button"})
"""Sheets colour these by rules for many places and states, most of which are not read here."""


def _own_ground(element: etree._Element, declared: dict[str, str]) -> Colour | None:
    """The ground that an element itself has; a picture is like no ink."""
    value = declared.get("background-color") or declared.get("background") or (element.get("bgcolor") or "").lower()
    if "url(" in value or "gradient" in value or "background-image" in declared:
        return _PICTURE
    colour = colour_of(value) if value else None
    return colour if colour is not None and colour.opacity > _UNSEEN else None


_PICTURE = Colour(-255, -255, -255)


def names_unseen(name: str) -> bool:
    """Whether a selector's name (".sr-only") is a class that hides by custom, whatever sheet says so."""
    return name.startswith(".") and _UNSEEN_CLASS.fullmatch(name[1:]) is not None


def _by_attribute(element: etree._Element) -> str:
    if element.get("hidden") is not None:
        return "hidden attribute"
    if element.get("aria-hidden") == "true":
        return "aria-hidden"
    if element.tag == "dialog" and element.get("open") is None:
        return "closed dialog"
    names = element.get("class") or ""
    return "class" if names and _UNSEEN_CLASS.search(names) and not _SHOWN_ELSEWHERE.search(names) else ""


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


def _pixels(value: str) -> float | None:
    size = _LENGTH.match(value.strip())
    return float(size[1]) * _PIXELS.get(size[2] or "px", 1.0) if size else None


def _number(value: str) -> float | None:
    size = _LENGTH.match(value.strip())
    return float(size[1]) / (100 if size[2] == "%" else 1) if size else None
