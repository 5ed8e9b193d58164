"""What rules of grounding say of a claim held against one source, for all tests that ask."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from prism.checks.alignment import Aligned, align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import findings_of
from prism.checks.values import ClaimSource, Finding


def signals_of(
    source: str, language: str, claim: str, claimed: str, named: Collection[str], base: datetime
) -> set[str]:
    """The signals of the checks of some names, among all that the rules say together; arguments as for `signals`."""
    every = passages(ClaimSource("s", source, language, base))
    return {
        finding.signal
        for statement in statements(claim, claimed, base)
        for finding in findings_of(align(statement, every))
        if finding.check in named
    }


def signals(
    source: str,
    language: str,
    claim: str,
    claimed: str,
    checks: Iterable[Callable[[Aligned], Iterable[Finding]]],
    base: datetime,
) -> set[str]:
    """The signals that some rules raise.

    Args:
        source: text of the source.
        language: of the source.
        claim: the claim.
        claimed: its language.
        checks: the rules.
        base: when both were said.
    """
    every = passages(ClaimSource("s", source, language, base))
    read = [align(statement, every) for statement in statements(claim, claimed, base)]
    return {finding.signal for aligned in read for check in checks for finding in check(aligned)}
