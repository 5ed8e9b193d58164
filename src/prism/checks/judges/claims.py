"""Judges of single claims (`prism check --judge`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from prism.checks.alignment import align
from prism.checks.judges.doubts import Doubt, doubt_of, is_unsure
from prism.checks.judges.judging import Judgement
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import findings_of
from prism.checks.scoring import judge as weigh
from prism.checks.scoring import shipped
from prism.checks.values import ClaimSource, ClaimVerdict, Finding
from prism.model import Outcome

CLEARED, CONDEMNED = 0.75, 0.15
"""Scores of a sentence that the rules left open and a judge decided: as sure as the rules get by themselves, and no surer."""


def doubts_of_claim(claim: str, sources: Sequence[ClaimSource], language: str = "") -> tuple[Doubt, ...]:
    """The sentences of a claim of which the rules are unsure, keyed by their place ("0", "1"); none where any is sure to fail."""
    every = tuple(passage for source in sources for passage in passages(source))
    base = max((source.published for source in sources if source.published), default=None)
    found: list[Doubt] = []
    for place, statement in enumerate(statements(claim, language, base) if every else ()):
        aligned = align(statement, every)
        findings = findings_of(aligned)
        score, _ = weigh(findings, same_language=aligned.same_language)
        if is_unsure(score, findings):
            found.append(doubt_of(str(place), aligned))
        elif score < shipped().threshold:
            return ()
    return tuple(found)


def settled_claim(verdict: ClaimVerdict, doubts: Sequence[Doubt], judged: Mapping[str, Judgement]) -> ClaimVerdict:
    """The verdict of the rules with what a judge said of the sentences that they were unsure of.

    One sentence that is not borne is enough against the claim; for it speaks only a judgement on every open one.
    """
    against = [
        (doubt, judged[doubt.key]) for doubt in doubts if doubt.key in judged and not judged[doubt.key].supported
    ]
    if against:
        findings = tuple(finding_of(doubt, one) for doubt, one in against)
        return ClaimVerdict(False, min(verdict.score, CONDEMNED), (*findings, *verdict.findings))  # noqa: FBT003
    if not doubts or any(doubt.key not in judged for doubt in doubts):
        return verdict
    softened = tuple(
        replace(finding, outcome=Outcome.WARN) if finding.outcome is Outcome.FAIL else finding
        for finding in verdict.findings
    )
    passed = tuple(
        Finding("judge", "judge.supported", fields=_model(judged[d.key]), outcome=Outcome.PASS) for d in doubts
    )
    return ClaimVerdict(True, max(verdict.score, CLEARED), (*softened, *passed[:1]))  # noqa: FBT003


def finding_of(doubt: Doubt, judgement: Judgement) -> Finding:
    """A judgement against a sentence as a finding: in our words, with those of the sentence that it is about."""
    words = (judgement.words,) if judgement.words else ()
    signal = f"judge.{judgement.fault or 'unsupported'}"
    fields = {**_model(judgement), "words": judgement.words or doubt.text}
    return Finding("judge", signal, fields=fields, words=words, outcome=Outcome.FAIL)


def _model(judgement: Judgement) -> dict[str, str | int]:
    return {"model": judgement.model}
