"""Which sentences the rules are unsure of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prism.checks.alignment import Aligned
from prism.checks.values import Finding

LOW, HIGH = 0.2, 0.7
"""Between these scores the rules are unsure: there, of the claims of the calibration part, about as many are supported as not,
while below nine in ten are not (decision 0116)."""
_MOST_PASSAGES = 6

HARD = frozenset(
    {
        "quotations.altered",
        "quotations.nowhere",
        "quotations.figure",
        "quotations.negated",
        "units.other",
        "row.claim",
        "row.sources",
        "row.unread",
    }
)
"""Signals that are facts about the two texts and not readings of them: no judge is asked whether they hold."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence to be judged.

    Attributes:
        key: what it goes by with whoever asks ("body.3", a number).
        text: the sentence.
        language: of it.
        passages: (language, text) of those that it rests on, best first.
    """

    key: str
    text: str
    language: str
    passages: tuple[tuple[str, str], ...]


def is_unsure(score: float, findings: Sequence[Finding]) -> bool:
    """Whether the rules leave a sentence open: an undecided score, and nothing hard among what was found.

    Args:
        score: the probability that it is supported, by the rules.
        findings: what they told of it.
    """
    return LOW <= score < HIGH and not any(finding.signal in HARD for finding in findings)


def doubt_of(key: str, aligned: Aligned) -> Doubt:
    """A sentence with the passages that it is held against: those that it cites or that speak of the same, best first."""
    near = aligned.near or aligned.every[:_MOST_PASSAGES]
    passages = tuple((one.language, one.text) for one in near[:_MOST_PASSAGES])
    return Doubt(key, aligned.claim.text, aligned.claim.language, passages)
