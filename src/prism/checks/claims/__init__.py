"""Any claim held against any sources, in any pair of languages, without a model.

The claim is cut into sentences; each is aligned with the passages that speak of the same things; the rules look for what
differs. Every finding lowers the score by its weight; a claim is supported from one half on. The weights were set on our
own labelled claims (`tests/evals/checks`), never on public data; measured in `prism eval checks`.
"""

from __future__ import annotations

from collections.abc import Sequence

from prism.checks.claims.alignment import align
from prism.checks.claims.rules import RULES
from prism.checks.claims.statements import Statement, passages, statements
from prism.checks.claims.values import ClaimSource, ClaimVerdict, Finding, FindingEvidence
from prism.model import Outcome

_HALF = 0.5


def check_claim(claim: str, sources: Sequence[ClaimSource], language: str = "") -> ClaimVerdict:
    """Whether the sources bear a claim.

    Args:
        claim: one or more sentences.
        sources: what it should rest on, in any languages.
        language: of the claim, BCP 47; empty: decided from the text.

    Returns:
        The verdict with a finding for each thing that differs, and one PASS for each check that found nothing. The claim
        is supported if every sentence of it is.
    """
    every = tuple(passage for source in sources for passage in passages(source))
    base = max((source.published for source in sources if source.published), default=None)
    read = statements(claim, language, base)
    if not read or not every:
        reason = "the claim is empty" if not read else "there is no source text"
        return ClaimVerdict(supported=False, score=0.0, findings=(Finding("additions", Outcome.FAIL, reason),))
    findings: list[Finding] = []
    score = 1.0
    for statement in read:
        found = _of_sentence(statement, every)
        findings.extend(found)
        sentence_score = 1.0
        for finding in found:
            sentence_score *= finding.weight
        score = min(score, sentence_score)
    return ClaimVerdict(score >= _HALF, round(score, 4), _sorted(findings))


def _of_sentence(statement: Statement, every: tuple[Statement, ...]) -> list[Finding]:
    aligned = align(statement, every)
    evidence = tuple(passage.evidence for passage in aligned.near if passage.evidence is not None)
    found: list[Finding] = []
    for name, rule in RULES.items():
        here = list(rule(aligned))
        found.extend(here or [Finding(name, Outcome.PASS, "nothing differs", evidence)])
    return found


def _sorted(findings: list[Finding]) -> tuple[Finding, ...]:
    """What was found first, failures before warnings; a check that passed for all sentences is told once."""
    told: dict[tuple[str, Outcome, str], Finding] = {}
    for finding in findings:
        told.setdefault((finding.check, finding.outcome, finding.reason), finding)
    spoken = {finding.check for finding in told.values() if finding.outcome is not Outcome.PASS}
    kept = [f for f in told.values() if f.outcome is not Outcome.PASS or f.check not in spoken]
    rank = {Outcome.FAIL: 0, Outcome.WARN: 1, Outcome.PASS: 2}
    return tuple(sorted(kept, key=lambda finding: (rank[finding.outcome], finding.weight)))


__all__ = ["ClaimSource", "ClaimVerdict", "Finding", "FindingEvidence", "check_claim"]
