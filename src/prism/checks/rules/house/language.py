"""The brief is in the language of its edition."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined
from prism.languages import detect
from prism.model import Outcome, Verdict

_ENOUGH = 12


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a sentence in another language than the edition's."""
    for part in examined.parts:
        text = examined.without_outlets(part.sentence.text)
        if sum(c.isalpha() for c in text) < _ENOUGH:
            continue
        found = detect(text, hint=examined.language)
        if found not in {examined.language, "und"}:
            yield examined.verdict("language", Outcome.FAIL, part, "check.language.other", language=found)
