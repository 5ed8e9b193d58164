"""Verdicts and a policy become a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from prism.desk.corrections import correction_of
from prism.model import Action, Brief, Correction, Decision, Outcome, Verdict

_HOLDING = frozenset({"hold", "review"})
"""Policies under which a person decides about everything."""


def decide(
    brief: Brief, verdicts: Sequence[Verdict], *, policy: str, published: Brief | None, at: datetime
) -> tuple[Decision, Correction | None]:
    """What becomes of a version of a brief.

    Args:
        brief: the version.
        verdicts: what the checks found of it.
        policy: "hold" keeps everything for a person; anything else ("publish") lets pass what has no FAIL.
        published: the version that readers see now, or None.
        at: now (UTC).

    Returns:
        The decision, by "policy". A brief that is published and none of whose evidence stands any more is withdrawn; one
        with a FAIL is held; one that gives another figure because a source corrected itself is a correction, which says
        what was, what is and why.
    """
    failed = [verdict for verdict in verdicts if verdict.outcome is Outcome.FAIL]
    if published is not None and any(verdict.check == "standing" and not verdict.sentence for verdict in failed):
        reason = next(v.reason for v in failed if v.check == "standing" and not v.sentence)
        return Decision(brief.id, brief.version, Action.WITHDRAW, "policy", reason, at), None
    if failed:
        return Decision(brief.id, brief.version, Action.HOLD, "policy", _reasons(failed), at), None
    if policy in _HOLDING:
        return Decision(brief.id, brief.version, Action.HOLD, "policy", policy, at), None
    correction = correction_of(brief, published, at) if published is not None else None
    if correction is not None:
        return Decision(brief.id, brief.version, Action.CORRECT, "policy", correction.why, at), correction
    return Decision(brief.id, brief.version, Action.PUBLISH, "policy", "publish", at), None


_MOST = 3


def _reasons(failed: Sequence[Verdict]) -> str:
    """The first reasons, each with the sentence that it is about."""
    shown = [f"{verdict.sentence}: {verdict.reason}" if verdict.sentence else verdict.reason for verdict in failed]
    return " ".join(dict.fromkeys(shown[:_MOST])) + (f" (+{len(failed) - _MOST})" if len(failed) > _MOST else "")
