"""Any claim held against any sources, in any pair of languages, without a model.

The claim is cut into sentences; each is aligned with the passages that speak of the same things; the rules look for what
differs; the scoring weighs what they found. A claim is supported if every sentence of it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prism.checks.alignment import Aligned, align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import findings_of
from prism.checks.scoring import Weights, judge, shipped
from prism.checks.values import ClaimSource, ClaimVerdict, Finding
from prism.model import Outcome, Vector


def check_claim(
    claim: str,
    sources: Sequence[ClaimSource],
    language: str = "",
    *,
    weights: Weights | None = None,
    vectors: Mapping[str, Vector] | None = None,
) -> ClaimVerdict:
    """Whether the sources bear a claim.

    Args:
        claim: one or more sentences.
        sources: what it should rest on, in any languages.
        language: of the claim, BCP 47; empty: decided from the text.
        weights: other ones than the shipped.
        vectors: text of a sentence (`texts_to_embed`) → its vector; the rules do without, less well across languages.

    Returns:
        The verdict with a finding for each thing that differs, and one PASS for each check that found nothing. The claim
        is supported if every sentence of it is; an unsupported one has at least one FAIL, a supported one none.
    """
    every = tuple(passage for source in sources for passage in passages(source))
    base = max((source.published for source in sources if source.published), default=None)
    read = statements(claim, language, base)
    if not read or not every:
        signal = "row.claim" if not read else "row.sources"
        return ClaimVerdict(supported=False, score=0.0, findings=(Finding("row", signal, outcome=Outcome.FAIL),))
    told: list[Finding] = []
    score = 1.0
    for statement in read:
        aligned = align(statement, every, vectors=vectors)
        own, found = judge(findings_of(aligned), same_language=aligned.same_language, weights=weights)
        score = min(score, own)
        told.extend(found or _passed(aligned))
    supported = score >= (weights or shipped()).threshold
    return ClaimVerdict(supported, round(score, 4), _sorted(told))


def texts_to_embed(claim: str, sources: Sequence[ClaimSource], language: str = "") -> tuple[str, ...]:
    """The sentences whose vectors help to check a claim: none where all sources are in its language."""
    every = tuple(passage for source in sources for passage in passages(source))
    read = statements(claim, language, None)
    languages = {statement.language for statement in read}
    others = tuple(passage.text for passage in every if passage.language not in languages)
    return (*(statement.text for statement in read), *others) if others else ()


def _passed(aligned: Aligned) -> list[Finding]:
    return [Finding("alignment", "alignment.pass", evidence=aligned.evidence(), outcome=Outcome.PASS)]


def _sorted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Failures first, then warnings, then what passed; what is said twice is told once."""
    rank = {Outcome.FAIL: 0, Outcome.WARN: 1, Outcome.PASS: 2}
    once = {(finding.signal, finding.words, finding.outcome, finding.evidence): finding for finding in findings}
    return tuple(sorted(once.values(), key=lambda finding: rank[finding.outcome]))
