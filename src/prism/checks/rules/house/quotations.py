"""What stands between quotation marks is the source's, to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined, Part, squeezed, without_brackets
from prism.languages import quotations
from prism.model import Outcome, Verdict

_SHOWN = 40


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a quotation that no cited passage has, that the sentence does not show as it says, or that nobody declared."""
    for part in examined.parts:
        passages = [squeezed(one.text) for one in part.evidence]
        for quote in part.sentence.quotes:
            if not any(squeezed(quote) in passage for passage in passages):
                yield _fail(examined, part, "check.quotations.altered", quote)
        for quote in part.unmatched:
            yield _fail(examined, part, "check.quotations.shown", quote)
        if part.unmatched:
            continue
        for undeclared in quotations(part.own):
            bare = squeezed(without_brackets(undeclared.text)[0])
            if not any(bare in passage for passage in passages):
                yield _fail(examined, part, "check.quotations.altered", undeclared.text)


def _fail(examined: Examined, part: Part, message: str, quote: str) -> Verdict:
    shown = quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + "…"
    return examined.verdict("quotations", Outcome.FAIL, part, message, quote=shown)
