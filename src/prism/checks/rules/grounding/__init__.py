"""The rules that hold a sentence against its passages: one module each, listed here and nowhere else.

A rule yields findings: what it found and how clearly. What a finding weighs is no business of the rule (`checks.scoring`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from prism.checks.alignment import Aligned
from prism.checks.rules.grounding import (
    additions,
    causes,
    certainty,
    dates,
    figures,
    names,
    negation,
    opposites,
    places,
    quotations,
    roles,
    scope,
    units,
)
from prism.checks.values import Finding

RULES: Mapping[str, Callable[[Aligned], Iterator[Finding]]] = {
    "figures": figures.check,
    "units": units.check,
    "dates": dates.check,
    "names": names.check,
    "places": places.check,
    "quotations": quotations.check,
    "roles": roles.check,
    "negation": negation.check,
    "certainty": certainty.check,
    "scope": scope.check,
    "causes": causes.check,
    "opposites": opposites.check,
    "additions": additions.check,
}
"""Name of a check → its rule, in the order of the findings."""


def findings_of(aligned: Aligned) -> tuple[Finding, ...]:
    """What every rule finds in an aligned sentence, not yet weighed."""
    return tuple(finding for rule in RULES.values() for finding in rule(aligned))
