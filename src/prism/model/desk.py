"""What was found of a brief, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from prism.model.stories import Citation


class Outcome(StrEnum):
    """What a check says."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check says of one sentence.

    Attributes:
        check: name of the check ("figures", "names", "quotations", …).
        outcome: pass, warn or fail.
        sentence: the sentence's address in the brief ("headline", "body.3"), or empty for the whole brief.
        reason: one plain sentence in the edition's language; names the words that it is about.
        evidence: the passages that were looked at.
        words: the words of the sentence that it is about, as they stand there; empty where it is about all of it.
    """

    check: str
    outcome: Outcome
    sentence: str
    reason: str
    evidence: tuple[Citation, ...] = ()
    words: tuple[str, ...] = ()


class Action(StrEnum):
    """What the desk does with a version of a brief."""

    PUBLISH = "publish"
    HOLD = "hold"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one version of a brief.

    Attributes:
        brief_id: which brief.
        version: which version of it.
        action: what is done.
        by: "policy" or the name of a person.
        reason: plain words.
        at: UTC.
    """

    brief_id: str
    version: int
    action: Action
    by: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """What a published brief said wrongly, and what it says now. All texts in the edition's language."""

    brief_id: str
    at: datetime
    what_was: str
    what_is: str
    why: str


@dataclass(frozen=True, slots=True)
class Interests:
    """What a publisher wants more and less of: ids of sections or topics, or words of titles and names."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weight:
    """One reason why a story stands where it stands.

    Attributes:
        what: "coverage", "freshness", "disagreements", "home", "novelty", "wanted", "unwanted".
        points: what it adds; one point outweighs one half-life of age.
        because: the figures or words behind it (outlets and languages; the latest report; the words that were found).
    """

    what: str
    points: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Importance:
    """How much a story matters to an edition: a figure to sort by, higher first, and what it is the sum of."""

    score: float
    weights: tuple[Weight, ...]
