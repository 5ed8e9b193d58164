"""A sentence says nothing that no passage speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.values import Finding


def check(aligned: Aligned) -> Iterator[Finding]:
    """Content words that no passage bears: those that the lexicon knows weigh more than those that it does not."""
    if not aligned.near:
        yield aligned.finding("additions.nothing")
        return
    total = max(1, len(aligned.claim.terms))
    known = [term for term in aligned.unborne if term.known]
    unknown = [term for term in aligned.unborne if not term.known]
    if known:
        yield aligned.finding(
            "additions.known",
            *(t.text for t in known),
            strength=len(known) / total,
            words=", ".join(t.text for t in known),
        )
    if unknown:
        yield aligned.finding(
            "additions.unknown",
            *(t.text for t in unknown),
            strength=len(unknown) / total,
            words=", ".join(t.text for t in unknown),
        )
    if aligned.elsewhere:
        words = [t.text for t in aligned.elsewhere]
        yield aligned.finding("additions.elsewhere", *words, strength=len(words) / total, words=", ".join(words))
