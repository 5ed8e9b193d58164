"""What has to be told of how a language denies, leaves open, measures out and explains: one value a language, all data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NOTHING = re.compile(r"(?!)")


def patterns(rows: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    """Compile a table of name → pattern."""
    return {name: re.compile(row, re.IGNORECASE) for name, row in rows.items()}


@dataclass(frozen=True, slots=True)
class Stances:
    """The words of stance of one language.

    Attributes:
        breaks: matches what ends a clause: it is cut behind the match.
        openers: matches what begins a clause: it is cut before the match.
        turns: matches the beginning of a clause that stands by itself: no condition of the clause before it is one of it.
        denial: "not" (a denied predicate), "no" (a noun of which there is none), "refusal" (a verb that denies: refuse, deny,
            reject), "lesser" (whatever else may say the same as a denial: cancel, only, unknown); "none" (what looks like a
            denial and is none: not only), "assent" (the contrary of a refusal: agree, admit, accept).
        denied_behind: a denied word stands behind its denial (not ready), else before it (준비하지 않).
        certainty: "possible", "considered", "alleged", "planned", "condition" (if): they leave it open, clearly; "estimated",
            "pondered", "attributed", "expected": what may say the same as these in other words; "present", "will" (sure,
            but to come), "decided", "done" (past); "undecided" (weighed, talked over, not decided), "resolved" and "fixed" (it is
            settled), "established" (found out, proved, admitted).
        scope: "all", "most", "many", "some", "none" (of those spoken of), "only", "least", "most_of" and so on, see `languages.stance`.
        cause: "before" (its cause stands before the marker), "behind" (its cause stands behind it), "loose" (an order or a
            setting that may be a cause: after, amid), "reason" (a word for giving reasons), "unknown" (the cause is not known,
            ruled out, not told), "unrelated" (two things have nothing to do with each other).
        due: matches what says that something ought to be, or ought to have been.
    """

    breaks: re.Pattern[str] = _NOTHING
    openers: re.Pattern[str] = _NOTHING
    turns: re.Pattern[str] = _NOTHING
    denial: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    denied_behind: bool = False
    certainty: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    scope: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    cause: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    due: re.Pattern[str] = _NOTHING
