"""Judges of the sentences of a brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from prism.checks.examined import Examined
from prism.checks.judges.claims import finding_of
from prism.checks.judges.doubts import Doubt, doubt_of, is_unsure
from prism.checks.judges.judging import Judgement
from prism.checks.rules.grounding import RULES as GROUNDING
from prism.checks.rules.house.support import grounded
from prism.checks.scoring import shipped
from prism.model import Kind, Locale, Outcome, Verdict

_SOFT = frozenset(GROUNDING) - {"quotations"}
"""Checks whose failures on a sentence of prose are readings that a judge may clear. A quotation stands to the letter or not."""


def doubts_of_brief(examined: Examined, verdicts: Sequence[Verdict]) -> tuple[Doubt, ...]:
    """The sentences of a brief of which the rules are unsure, keyed by their addresses.

    Args:
        examined: one version, in prose, as the rules looked at it (`examined_of`).
        verdicts: what they found (`check_examined`).

    Returns:
        Reported sentences only: an inference is no matter of entailment. None that fails for a reason no judge may clear.
    """
    hard = {v.sentence for v in verdicts if v.outcome is Outcome.FAIL and v.check not in _SOFT}
    found: list[Doubt] = []
    for part in examined.parts:
        if part.address in hard or part.sentence.kind is Kind.INFERRED or not part.evidence:
            continue
        if not examined.is_prose(part):
            continue
        open_ones = []
        for one in grounded(part, examined):
            if is_unsure(one.score, one.findings):
                open_ones.append(one.aligned)
            elif one.score < shipped().threshold:
                open_ones.clear()
                break
        if open_ones:
            passages = dict.fromkeys(pair for aligned in open_ones for pair in doubt_of("", aligned).passages)
            found.append(Doubt(part.address, part.plain, examined.language, tuple(passages)))
    return tuple(found)


def settled_brief(
    verdicts: Sequence[Verdict], doubts: Sequence[Doubt], judged: Mapping[str, Judgement], locale: Locale
) -> tuple[Verdict, ...]:
    """The verdicts of the rules with what a judge said of the sentences that they were unsure of.

    What a judge clears stays as a warning, so that a reader sees that a rule had stumbled over it.
    """
    by_key = {doubt.key: doubt for doubt in doubts}
    cleared = {key for key in by_key if key in judged and judged[key].supported}
    kept = [
        replace(verdict, outcome=Outcome.WARN)
        if verdict.sentence in cleared and verdict.outcome is Outcome.FAIL and verdict.check in _SOFT
        else verdict
        for verdict in verdicts
    ]
    added: list[Verdict] = []
    for key, doubt in by_key.items():
        judgement = judged.get(key)
        if judgement is None:
            continue
        if judgement.supported:
            reason = locale.say("check.judge.supported", model=judgement.model)
            added.append(Verdict("judge", Outcome.PASS, key, reason))
        else:
            finding = finding_of(doubt, judgement)
            reason = locale.say(finding.message, **finding.fields)
            added.append(Verdict("judge", Outcome.FAIL, key, reason, words=finding.words))
    return (*kept, *added)
