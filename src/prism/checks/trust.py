"""Whether a draft may be believed where nothing was found: a writer whose sentences fail again and again is not.

No check finds every slip. So what a draft's sentences were found guilty of says something of those that nothing was found of:
with `found` of the wrong sentences found and `alarms` of the right ones held, a share `f` of failing sentences means that about
(f - alarms) / (found - alarms) of all were wrong. Where a third of them were, mending the ones that were found
leaves the others standing; the whole draft is held then (decision 0143). This is the estimator of Rogan and Gladen (1978) of a
true share from a test with known errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from prism.checks.examined import Examined
from prism.model import Kind, Locale, Outcome, Verdict

FOUND, ALARMS = 0.65, 0.15
"""Share of wrong sentences that are found, of right ones that are held: those of the reported claims (`prism eval checks`)."""
_WRONG = 0.34
"""From here on so many of a draft's sentences are held to be wrong that it is not believed."""
_DOUBTED = 0.09
"""From here on (a fifth of the sentences failed) one that may be a paraphrase or not is held to be none (`checks.embroidered`)."""
_LEAST = 3
"""So many must have failed: less is chance in a short draft."""
_FORM = frozenset({"copying", "rights", "links"})
"""Checks that say nothing of what is true."""


@dataclass
class Record:
    """What the checks found of a writer's sentences, first drafts and those written again alike.

    Attributes:
        seen: text of a sentence that reports → whether it failed.
    """

    seen: dict[str, bool] = field(default_factory=dict)

    def add(self, examined: Examined, verdicts: Sequence[Verdict]) -> None:
        """Take a version into account; a sentence that was seen before counts once, one in the house's words not at all."""
        guilty = {one.sentence for one in verdicts if one.outcome is Outcome.FAIL and one.check not in _FORM}
        for part in examined.parts:
            if part.sentence.kind is not Kind.INFERRED and examined.is_prose(part):
                self.seen.setdefault(part.sentence.text, part.address in guilty)

    @property
    def failed(self) -> int:
        """How many failed."""
        return sum(self.seen.values())

    @property
    def wrong(self) -> float:
        """The share of all sentences that is estimated to be wrong, those included of which nothing was found."""
        if not self.seen:
            return 0.0
        return min(1.0, max(0.0, (self.failed / len(self.seen) - ALARMS) / (FOUND - ALARMS)))

    @property
    def doubted(self) -> bool:
        """Whether so many were wrong that the writer gets the benefit of no doubt."""
        return self.wrong >= _DOUBTED

    def distrust(self, locale: Locale) -> Verdict | None:
        """The verdict on a draft that is not believed, in the words of an edition; None where it may be."""
        if self.failed < _LEAST or self.wrong < _WRONG:
            return None
        reason = locale.say("check.trust.draft", failed=self.failed, total=len(self.seen))
        return Verdict("trust", Outcome.FAIL, "", reason)
