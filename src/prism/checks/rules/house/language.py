"""The brief is in the language of its edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.examined import Examined
from prism.languages import detect
from prism.model import Outcome, Verdict

_ENOUGH = 12
_LEFT_OVER = re.compile(r"(?<![A-Za-z])(?:[a-z]{2,}\s+){3,}[a-z]{2,}(?![A-Za-z])")
"""Four Latin words in small letters in a row: no name is written so."""


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a sentence in another language than the edition's."""
    for part in examined.parts:
        text = examined.without_outlets(part.sentence.text)
        if sum(c.isalpha() for c in text) < _ENOUGH:
            continue
        found = detect(text, hint=examined.language)
        if found not in {examined.language, "und"}:
            yield examined.verdict("language", Outcome.FAIL, part, "check.language.other", language=found)
            continue
        own = examined.without_outlets(part.own)
        if not is_latin(examined.locale.endonym) and (words := _LEFT_OVER.search(own)):
            text = words.group()
            yield examined.verdict("language", Outcome.FAIL, part, "check.language.words", text, words=text)


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char.isascii() for char in letters) > len(letters)
