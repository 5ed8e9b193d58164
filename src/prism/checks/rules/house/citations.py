"""Every sentence rests on facts, and every fact on passages that are there."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined
from prism.model import Outcome, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a sentence without facts, and for facts or passages that do not exist."""
    for part in examined.parts:
        if not part.sentence.facts:
            yield examined.verdict("citations", Outcome.FAIL, part, "check.citations.none")
        for missing in part.missing:
            yield examined.verdict("citations", Outcome.FAIL, part, "check.citations.missing", what=missing)
        if any(_for_machines(one.article.passages, one.citation.passage) for one in part.evidence):
            yield examined.verdict("citations", Outcome.FAIL, part, "check.citations.machines")


def _for_machines(passages: tuple[object, ...], number: int) -> bool:
    return any(getattr(one, "number", None) == number and getattr(one, "for_machines", False) for one in passages)
