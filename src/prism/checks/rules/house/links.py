"""Every address is known: those of the cited articles, and none in the text that no source has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.examined import Examined
from prism.model import Outcome, Verdict

_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.|javascript:|data:text|mailto:)[^\s\"'<>”’」』）)\]]+", re.IGNORECASE
)


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for an address in Prism's words that is not known, and for a cited article whose address is not."""
    texts = [(part, part.own) for part in examined.parts]
    for part, text in texts:
        for match in _ADDRESS.finditer(text):
            if match.group().rstrip(".,;") not in examined.links:
                yield examined.verdict("links", Outcome.FAIL, part, "check.links.unknown", url=match.group())
    for part in examined.parts:
        for one in part.evidence:
            if one.article.url not in examined.links:
                yield examined.verdict("links", Outcome.FAIL, part, "check.links.unknown", url=one.article.url)
