"""Slips of writing: spaces that are lost or too many, words written twice, words for "lately" that leave open when."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from prism.languages.mentions import Slip

_TWICE = re.compile(r"(?<![^\W_])([^\W\d_]{2,})[^\S\n]+\1(?![^\W_])")
_ALWAYS = "any"
_AROUND = 4
"""Characters shown on either side of a space."""


def spacing_slips(text: str, language: str) -> tuple[Slip, ...]:
    """Places of a text where a space is missing, lost or too many, or a character stands that nobody sees."""
    return _found(text, "spacing", _ALWAYS) + _found(text, "spacing", language)


def doubled_words(text: str, language: str) -> tuple[Slip, ...]:
    """Words that stand twice in a row; names (with a capital: "Bora Bora") and words that are said so are none."""
    well = _pattern(language, "doubled_well")
    twice = tuple(
        Slip(match.start(), match.end(), match.group(), "doubled", match[1])
        for match in _TWICE.finditer(text)
        if not match[1][0].isupper() and not (well and well.fullmatch(match[1]))
    )
    return twice + _found(text, "doubled", language)


def vague_times(text: str, language: str) -> tuple[Slip, ...]:
    """Words for a time that nobody can tell: recently, 최근, 最近."""
    return _found(text, "vague", language)


def breaks_off(sentence: str, language: str) -> str:
    """The last word of a sentence that nobody ends a sentence with ("closed at."); empty where there is none."""
    pattern = _pattern(language, "cut")
    match = pattern.search(sentence.rstrip()) if pattern else None
    return match.group() if match else ""


def speaks_of_its_task(text: str) -> str:
    """The words of a text in which a model speaks of what it was asked for ("Rewritten as:"); empty where there are none.

    Models fall into English for it, whatever language they write.
    """
    pattern = _pattern(_ALWAYS, "task")
    match = pattern.search(text.strip()) if pattern else None
    return match.group() if match else ""


def by_another_clock(text: str, language: str) -> bool:
    """Whether a text tells its days by the clock of another place ("local time")."""
    pattern = _pattern(language, "abroad")
    return pattern is not None and pattern.search(text) is not None


def _found(text: str, kind: str, language: str) -> tuple[Slip, ...]:
    pattern = _pattern(language, kind)
    if pattern is None:
        return ()
    around = _AROUND if kind == "spacing" else 0
    return tuple(
        Slip(match.start(), match.end(), text[max(0, match.start() - around) : match.end() + around], kind, "")
        for match in pattern.finditer(text)
    )


def _pattern(language: str, kind: str) -> re.Pattern[str] | None:
    return _patterns().get((language.split("-", maxsplit=1)[0].lower(), kind))


@cache
def _patterns() -> Mapping[tuple[str, str], re.Pattern[str]]:
    table = tomllib.loads((files("prism.languages") / "data" / "slips.toml").read_text(encoding="utf-8"))
    return {
        (language, kind): re.compile(pattern, re.IGNORECASE if kind == "vague" else re.NOFLAG)
        for language, row in table.items()
        for kind, pattern in row.items()
    }
