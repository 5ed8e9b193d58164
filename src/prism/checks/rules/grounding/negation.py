"""A sentence denies what its passage denies, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.values import Finding

_SAME_SENTENCE = 0.5


def check(aligned: Aligned) -> Iterator[Finding]:
    """The claim denies what its passage says, or says what its passage denies."""
    best = aligned.best
    if best is None or aligned.claim.is_negated == best.is_negated:
        return
    signal = "negation.denied" if aligned.claim.is_negated else "negation.said"
    if aligned.mutual >= _SAME_SENTENCE:
        yield aligned.finding(signal, strength=aligned.mutual)
