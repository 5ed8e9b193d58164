"""A claim held against sources, in any languages, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from prism.model import Outcome


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """One source of a claim.

    Attributes:
        id: as the caller names it.
        text: plain text, paragraphs parted by line breaks.
        language: BCP 47 tag; empty: decided from the text.
        published: when it was said, None if unknown.
        outlet: who said it; may be empty.
    """

    id: str
    text: str
    language: str = ""
    published: datetime | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class FindingEvidence:
    """A passage that was looked at: the source's id, the passage's number in it from 1, its text."""

    source: str
    passage: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of a claim, in plain English words.

    Attributes:
        check: "figures", "dates", "names", "negation", "certainty", "quotations", "direction", "additions", "row".
        outcome: pass, warn or fail.
        reason: one sentence.
        evidence: the passages that were looked at.
    """

    check: str
    outcome: Outcome
    reason: str
    evidence: tuple[FindingEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """Whether sources bear a claim.

    Attributes:
        supported: the verdict.
        score: 0 to 1; supported from one half on.
        findings: what each check found.
    """

    supported: bool
    score: float
    findings: tuple[Finding, ...]


def check_claim(claim: str, sources: Sequence[ClaimSource], language: str = "") -> ClaimVerdict:
    """Whether the sources bear the claim."""
    del claim, sources, language
    return ClaimVerdict(supported=False, score=0.0, findings=())
