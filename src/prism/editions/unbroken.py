"""Figures that a line must not break: scores, spans and times, and numbers with a sign for thousands, millions or a unit."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from prism.editions.plain import clean

_NUMBER = r"\d[\d.,]*"
_FIGURE = re.compile(
    rf"{_NUMBER}(?:(?:[-–−:/]{_NUMBER}|[千万億兆천만억조]+(?:{_NUMBER})?){{1,4}}[\u3400-\u9fff]?|[\u3300-\u33ff])"
)
"""Unicode's line breaking (UAX 14) allows "0-|1", "1万|4000人" and "286|㎜"; nobody reads these with ease in letters of two centimetres."""


@lru_cache(maxsize=4096)  # a headline stands in several lists
def unbroken(text: str) -> str:
    """A text whose figures stay in one line; the same characters, so that it is searched for and copied as it stands."""
    found = list(_FIGURE.finditer(text))
    if not found:
        return text
    pieces, at = Markup(), 0
    for figure in found:
        pieces += escape(clean(text[at : figure.start()]))
        pieces += Markup('<span class="nw">{}</span>').format(clean(figure[0]))
        at = figure.end()
    return pieces + escape(clean(text[at:]))
