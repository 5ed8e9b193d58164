"""The checks: is every sentence borne by the passages it cites, in the edition's own language, within the rights?

`check_brief` holds a brief against its evidence, rule by rule (`rules`), without a model. `check_claim` holds any claim
against any sources, in any pair of languages, and is what `prism check` runs.
"""

from __future__ import annotations

from prism.checks.brief import check_brief, check_examined, examined_of
from prism.checks.claims import check_claim, texts_to_embed
from prism.checks.examined import Examined
from prism.checks.trust import Record, Trust
from prism.checks.values import ClaimSource, ClaimVerdict, Finding, FindingEvidence
from prism.model import CopyLimits

__all__ = [
    "ClaimSource",
    "ClaimVerdict",
    "CopyLimits",
    "Examined",
    "Finding",
    "FindingEvidence",
    "Record",
    "Trust",
    "check_brief",
    "check_claim",
    "check_examined",
    "examined_of",
    "texts_to_embed",
]
