"""Judges: where the rules are unsure, the same question is put to a model, as a flow.

Sentence by sentence, each with its own passages only, several in one prompt, with a structured answer. A judge never overrules a
hard finding, and it is not asked where the rules are sure.
"""

from __future__ import annotations

from prism.checks.judges.briefs import doubts_of_brief, settled_brief
from prism.checks.judges.claims import doubts_of_claim, settled_claim
from prism.checks.judges.doubts import HIGH, LOW, Doubt, is_unsure
from prism.checks.judges.judging import Judgement, judge

__all__ = [
    "HIGH",
    "LOW",
    "Doubt",
    "Judgement",
    "doubts_of_brief",
    "doubts_of_claim",
    "is_unsure",
    "judge",
    "settled_brief",
    "settled_claim",
]
