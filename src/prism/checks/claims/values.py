"""What goes into the check of a claim and what comes out."""

from __future__ import annotations

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
    """A passage that was looked at.

    Attributes:
        source: the source's id.
        passage: its number in the source, from 1.
        text: the source's characters.
    """

    source: str
    passage: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of a claim.

    Attributes:
        check: name of the check ("figures", "names", …; "row" for a row that can't be read).
        outcome: pass, warn or fail.
        reason: one plain English sentence that names the words it is about.
        evidence: the passages that were looked at.
        weight: what the claim's score is multiplied by.
    """

    check: str
    outcome: Outcome
    reason: str
    evidence: tuple[FindingEvidence, ...] = ()
    weight: float = 1.0


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
