"""Whether a draft may be believed where nothing was found: a writer whose sentences fail again and again is not.

No check finds every slip. So what a writer's sentences were found guilty of says something of those that nothing was found of:
with `found` of the wrong sentences found and `alarms` of the right ones held, a share `f` of failing sentences means that about
(f - alarms) / (found - alarms) of all were wrong: the estimator of Rogan and Gladen (1978) of a true share from a test with known
errors. The share is that of the draft, drawn to that of the same model's drafts before it (decision 0172), as the posterior mean
of a binomial share is drawn to its prior.

The score of a sentence (`checks.scoring`) is meant for a writer of whom one sentence in eleven is wrong. Of one who is worse it is
believed less, by Bayes' rule: the log odds of its being wrong beforehand grow from those of .09 to those of the estimate, and
the score falls by as much. Where even a sentence in which nothing was found would fall below the threshold, which is from an
estimate of a third on, mending those that were found leaves the others standing, and the whole draft is held (decision 0143).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from prism.checks.examined import Examined
from prism.model import Kind, Locale, Outcome, Tally, Verdict

FOUND, ALARMS = 0.65, 0.15
"""Share of wrong sentences that are found, of right ones that are held: those of the reported claims (`prism eval checks`)."""
_WRONG = 0.34
"""From here on so many of a writer's sentences are held to be wrong that the draft is not believed."""
_MEANT_FOR = 0.09
"""The share of wrong sentences that the threshold of the score is meant for: a fifth of a writer's sentences fail then."""
_LEAST = 3
"""So many must have failed: less is chance in a short draft."""
_DRAWN = 24
"""The most sentences that a model's record weighs against those of a draft: those of some two drafts, so that a good draft of a
poor model still has a say, and a model that got better is not held to its past for long."""
_CERTAIN = 0.99
_FORM = frozenset({"copying", "rights", "links"})
"""Checks that say nothing of what is true."""


@dataclass
class Record:
    """What the checks found of a writer's sentences, first drafts and those written again alike.

    Attributes:
        seen: text of a sentence that reports → whether it failed, by itself.
    """

    seen: dict[str, bool] = field(default_factory=dict)

    def add(self, examined: Examined, verdicts: Sequence[Verdict]) -> None:
        """Take a version into account; a sentence that was seen before counts once, one in the house's words not at all.

        The verdicts must be those without doubt: else who is doubted fails for it, and is doubted the more.
        """
        guilty = {one.sentence for one in verdicts if one.outcome is Outcome.FAIL and one.check not in _FORM}
        for part in examined.parts:
            if part.sentence.kind is not Kind.INFERRED and examined.is_prose(part):
                self.seen.setdefault(part.sentence.text, part.address in guilty)

    @property
    def tally(self) -> Tally:
        """What was found of this draft."""
        return Tally(sum(self.seen.values()), len(self.seen))

    @property
    def doubt(self) -> float:
        """What this draft alone has against each of its sentences."""
        return Trust(self.tally).doubt

    @property
    def is_no_judge(self) -> bool:
        """Whether its writer can't be asked where the rules are unsure: models say of their own nonsense that it is so."""
        return self.tally.failed >= _LEAST and self.doubt > 0

    def distrust(self, locale: Locale) -> Verdict | None:
        """The verdict on a draft that is not believed for its own sake, in the words of an edition; None where it may be."""
        return Trust(self.tally).distrust(locale)


@dataclass(frozen=True, slots=True)
class Trust:
    """What may be believed of a draft.

    Attributes:
        draft: what was found of it.
        others: what was found of other drafts of the same model.
    """

    draft: Tally
    others: Tally = field(default_factory=Tally)

    @property
    def wrong(self) -> float:
        """The share of all sentences that is estimated to be wrong, those included of which nothing was found."""
        checked = self.draft.checked + self._drawn
        if not checked:
            return 0.0
        return min(1.0, max(0.0, (self._failed / checked - ALARMS) / (FOUND - ALARMS)))

    @property
    def doubt(self) -> float:
        """What is held against each of its sentences, in log odds; 0 where the writer is as good as the score expects."""
        return max(0.0, _odds(min(self.wrong, _CERTAIN)) - _odds(_MEANT_FOR))

    def distrust(self, locale: Locale) -> Verdict | None:
        """The verdict on a draft that is not believed, in the words of an edition; None where it may be."""
        if self._failed < _LEAST or self.wrong < _WRONG:
            return None
        draft, others = self.draft, self.others
        if not others.checked or Trust(draft).distrust(locale):
            reason = locale.say("check.trust.draft", failed=draft.failed, total=draft.checked)
        else:
            reason = locale.say(
                "check.trust.record",
                failed=draft.failed,
                total=draft.checked,
                others_failed=others.failed,
                others=others.checked,
            )
        return Verdict("trust", Outcome.FAIL, "", reason)

    @property
    def _failed(self) -> float:
        """How many failed, with the weight that the other drafts have."""
        share = self.others.failed / self.others.checked if self.others.checked else 0.0
        return self.draft.failed + self._drawn * share

    @property
    def _drawn(self) -> int:
        return min(_DRAWN, self.others.checked)


def _odds(share: float) -> float:
    return math.log(share / (1 - share)) if share > 0 else -math.inf
