"""What figures count: a small table of concepts by the words that stand near them, in each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_REACH = 40
"""Letters on either side of a figure within which its noun or verb stands."""


@cache
def _tables() -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    text = files("prism.stories").joinpath("data/concepts.toml").read_text(encoding="utf-8")
    kept: Mapping[str, Mapping[str, Mapping[str, list[str]]]] = tomllib.loads(text)
    return kept


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Concept and what it looks like in a language, in the table's order."""
    found: list[tuple[str, re.Pattern[str]]] = []
    for concept, by_language in _tables()["concepts"].items():
        words = by_language.get(language)
        if words:
            found.append((concept, _any_of(words)))
    return tuple(found)


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Any of the words; in scripts with spaces at the start of a word."""
    alternatives = "|".join(
        rf"\b{re.escape(word)}" if word[0].isascii() or "\u00c0" <= word[0] <= "\u052f" else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(alternatives, re.IGNORECASE)


def concept_near(text: str, start: int, end: int, language: str) -> str:
    """What the figure at `start`..`end` counts, by the nearest word of the table within its clause; empty if none."""
    before, after = _clause(text, start, end)
    best, nearest = "", _REACH + 1
    for concept, pattern in _patterns(language):
        for match in pattern.finditer(text, before, after):
            if match.end() <= start:
                distance = start - match.end()
            elif match.start() >= end:
                distance = match.start() - end
            else:
                distance = 0
            if distance < nearest:
                best, nearest = concept, distance
    return best


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the text around a figure, ended by the nearest comma or stop on either side, and by the reach."""
    before, after = max(0, start - _REACH), min(len(text), end + _REACH)
    for place in range(start - 1, before - 1, -1):
        if _ends_clause(text, place):
            before = place + 1
            break
    for place in range(end, after):
        if _ends_clause(text, place):
            after = place
            break
    return before, after


def _ends_clause(text: str, place: int) -> bool:
    if text[place] in ",.":
        return not (place + 1 < len(text) and text[place + 1].isdigit())
    return text[place] in ";:!?。，、；：！？\n"


def label(concept: str, language: str) -> str:
    """What a concept is called in a language, or empty."""
    names = _tables()["labels"].get(concept, {})
    found = names.get(language, "")
    return found if isinstance(found, str) else ""


def labelled_languages(concept: str) -> tuple[str, ...]:
    """The languages in which a concept has a name."""
    return tuple(sorted(_tables()["labels"].get(concept, {})))


def says_correction(title: str, language: str) -> bool:
    """Whether a title says that the article corrects an earlier one."""
    marks = _tables()["corrections"]["marks"]
    words = [*marks.get(language, ()), *marks.get("any", ())]
    lowered = title.casefold()
    return any(lowered.startswith(word) or f"[{word}" in lowered or f"【{word}" in lowered for word in words)
