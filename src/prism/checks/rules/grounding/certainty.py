"""A sentence is as sure as its passage, and no surer."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.values import Finding

_NEARLY_SAME = 0.4


def check(aligned: Aligned) -> Iterator[Finding]:
    """The claim states as a fact what its passage leaves open."""
    best = aligned.best
    if best is None or aligned.claim.is_hedged or not best.is_hedged:
        return
    if aligned.mutual >= _NEARLY_SAME:
        yield aligned.finding("certainty.surer", strength=aligned.mutual)
