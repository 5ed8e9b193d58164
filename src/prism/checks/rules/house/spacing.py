"""Spaces and marks of Prism's own words stand as the language has them."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import QUOTE_HOLE, Examined
from prism.languages.slips import spacing_slips
from prism.model import Outcome, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a space that is missing, lost or too many, or a character that nobody sees, outside of quotations."""
    for part in examined.parts:
        if part.own.strip() == QUOTE_HOLE:
            continue
        own = examined.with_marked_outlets(part.own)
        for slip in spacing_slips(own, examined.language):
            shown = slip.text.strip()
            words = (shown,) if shown in part.sentence.text else ()
            yield examined.verdict("spacing", Outcome.FAIL, part, "check.spacing.slip", *words, text=shown)
