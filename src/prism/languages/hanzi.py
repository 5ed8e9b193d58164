"""Traditional Chinese characters as simplified ones, sign by sign, so that every rule and table reads both scripts alike."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_WRITTEN = frozenset({"zh"})
"""Languages that are written in both scripts."""


@cache
def _table() -> Mapping[int, str]:
    text = (files("prism.languages") / "data" / "traditional.txt").read_text(encoding="utf-8")
    pairs = (pair for line in text.splitlines() if not line.startswith("#") for pair in line.split())
    return {ord(pair[0]): pair[1] for pair in pairs}


def in_one_script(text: str, language: str) -> str:
    """A text as the rules read it: Chinese in simplified characters, as many as before; other languages unchanged.

    Args:
        text: any.
        language: primary tag.
    """
    return text.translate(_table()) if language in _WRITTEN else text
