"""From findings to a verdict: a logistic score over the signals of the rules.

Each signal has a weight within a language and one across languages (`weights.json`, fitted on our own labelled claims by
`python -m prism.app.evals.grounding.fit`, never on public data). The score is the probability that a person would call the sentence
supported: the logistic function of a bias less the weights of what was found (Cox 1958). A finding that alone would turn
the verdict is a FAIL, one that moves it a WARN.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from prism.checks.values import Finding
from prism.model import Outcome

_UNWEIGHED = (1.0, 1.0)
"""Of a signal that has not been fitted yet."""
_NOTED = 0.3
"""Below this share of what turns a verdict, a finding is not told."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the signals weigh.

    Attributes:
        bias: log odds of a sentence in which nothing was found.
        threshold: least probability of a supported sentence.
        signals: signal → weight within a language, weight across languages.
    """

    bias: float
    threshold: float
    signals: Mapping[str, tuple[float, float]]

    def of(self, signal: str, *, same_language: bool) -> float:
        """The weight of one signal."""
        return self.signals.get(signal, _UNWEIGHED)[0 if same_language else 1]


@cache
def shipped() -> Weights:
    """The weights that the program comes with."""
    raw = json.loads((files("prism.checks") / "weights.json").read_text(encoding="utf-8"))
    signals = {signal: (float(pair[0]), float(pair[1])) for signal, pair in raw["signals"].items()}
    return Weights(float(raw["bias"]), float(raw["threshold"]), signals)


def features(findings: Iterable[Finding]) -> Mapping[str, float]:
    """Signal → the strength of its clearest finding."""
    found: dict[str, float] = {}
    for finding in findings:
        found[finding.signal] = max(found.get(finding.signal, 0.0), finding.strength)
    return found


def judge(
    findings: Sequence[Finding], *, same_language: bool, weights: Weights | None = None, doubt: float = 0.0
) -> tuple[float, tuple[Finding, ...]]:
    """The score of a sentence and its findings with their outcomes.

    Args:
        findings: of all rules on one sentence.
        same_language: whether the sentence and its best passage are in one language.
        weights: other ones than the shipped.
        doubt: log odds that its writer's record has against it (`checks.trust`): they go from the bias.

    Returns:
        The probability that the sentence is supported, and what is worth telling: at least one FAIL if that is below the
        threshold, none if it is not.
    """
    weights = weights or shipped()
    bias = weights.bias - doubt
    odds = bias - sum(
        strength * weights.of(signal, same_language=same_language) for signal, strength in features(findings).items()
    )
    score = 1 / (1 + math.exp(-odds))
    margin = bias - math.log(weights.threshold / (1 - weights.threshold))
    moved = [
        (finding.strength * weights.of(finding.signal, same_language=same_language), finding) for finding in findings
    ]
    moved.sort(key=lambda pair: -pair[0])
    supported = score >= weights.threshold
    told = []
    for place, (weight, finding) in enumerate(moved):
        turns = not supported and (place == 0 or weight >= margin)
        if turns or weight >= margin * _NOTED:
            told.append(replace(finding, outcome=Outcome.FAIL if turns else Outcome.WARN))
    return score, tuple(told)
