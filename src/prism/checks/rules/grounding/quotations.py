"""What a sentence quotes stands in a passage word for word, where one is in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.values import Finding

_SPACES = re.compile(r"\s+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_LONG = 8


def check(aligned: Aligned) -> Iterator[Finding]:
    """What the claim quotes stands in a source, word for word, where one is in its language."""
    if not aligned.own:
        return
    text = _squeezed(" ".join(passage.text for passage in aligned.own))
    for quote in aligned.claim.quotations:
        bare = _squeezed(quote.text).strip(".,!?。、，！？ ")
        if bare and bare not in text:
            signal = "quotations.altered" if len(bare) > _LONG else "quotations.short"
            yield aligned.finding(signal, quote.text, quote=quote.text)


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", text.translate(_MARKS)).casefold()
