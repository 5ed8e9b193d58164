"""What goes into the check of a claim and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
        words: the words in it that the finding rests on, as they stand in `text`.
        outlet: who said it; may be empty.
    """

    source: str
    passage: int
    text: str
    words: tuple[str, ...] = ()
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of a sentence.

    Attributes:
        check: name of the check ("figures", "names", …; "row" for a row that can't be read).
        signal: what was found, "figures.missing": the key of its weight, and of its words in a locale (`check.<signal>`).
        strength: how clearly, above 0 to 1.
        fields: what the words in a locale name.
        words: the words of the claim that it is about, as they stand there.
        evidence: the passages that were looked at.
        outcome: pass, warn or fail; settled by the scoring.
    """

    check: str
    signal: str
    strength: float = 1.0
    fields: Mapping[str, str | int] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    evidence: tuple[FindingEvidence, ...] = ()
    outcome: Outcome = Outcome.WARN

    @property
    def message(self) -> str:
        """Id of its words in a locale."""
        return f"check.{self.signal}"


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """Whether sources bear a claim.

    Attributes:
        supported: the verdict.
        score: 0 to 1, the calibrated probability that a person would call the claim supported.
        findings: what each check found, the reasons for the verdict first.
    """

    supported: bool
    score: float
    findings: tuple[Finding, ...]
