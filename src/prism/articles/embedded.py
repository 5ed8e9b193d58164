"""The article of a page that is drawn by a script: its text lies in a script's data, as markup within a string.

Only the last resort: it is used where the page's own elements hold no article.
"""

from __future__ import annotations

import json
import re

from lxml import etree

_MAX_SCRIPT = 3_000_000
_STRING = re.compile(r'"((?:[^"\\]|\\.){200,})"', re.DOTALL)
_PARAGRAPHS = re.compile(r"<p[\s>]", re.IGNORECASE)
_FEWEST = 3


def scripts_with_markup(tree: etree._Element) -> list[str]:
    """The texts of the page's scripts that hold paragraphs; to be asked for before the scripts are taken out."""
    return [
        script.text
        for script in tree.iter("script")
        if script.text
        and len(script.text) <= _MAX_SCRIPT
        and any(sign in script.text for sign in ("<p", "u003cp", "u003Cp"))
    ]


def article_markup(scripts: list[str]) -> str:
    """The markup with most paragraphs among the strings of the scripts; empty when there is none."""
    best, most = "", _FEWEST - 1
    for raw in scripts:
        for found in _STRING.finditer(raw):
            markup = _decoded(found[1])
            count = len(_PARAGRAPHS.findall(markup))
            if count > most:
                best, most = markup, count
    return best


def _decoded(literal: str) -> str:
    """The markup in a JSON string, which may hold JSON with strings of its own, and so on; empty if there is none."""
    held = literal
    for _ in range(_DEEPEST):
        try:
            held = str(json.loads(f'"{held}"', strict=False))
        except ValueError:
            return ""
        if held.lstrip().startswith("<"):
            return held
        inner = [found[1] for found in _STRING.finditer(held) if _HOLDS_MARKUP.search(found[1])]
        if not inner:
            return held if _PARAGRAPHS.search(held) else ""
        held = max(inner, key=len)
    return ""


_DEEPEST = 4
_HOLDS_MARKUP = re.compile(r"<p[\s>]|u003cp", re.IGNORECASE)
