"""The rules: one module each, listed here and nowhere else (a test fails for a module that is not)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from prism.checks.examined import Examined
from prism.checks.rules.house import (
    citations,
    copying,
    dates,
    figures,
    insight,
    language,
    links,
    names,
    particles,
    plain,
    quotations,
    register,
    repetition,
    rights,
    script,
    spacing,
    standing,
    support,
    wording,
)
from prism.model import Verdict

RULES: Mapping[str, Callable[[Examined], Iterator[Verdict]]] = {
    "citations": citations.check,
    "standing": standing.check,
    "rights": rights.check,
    "wording": wording.check,
    "support": support.check,
    "insight": insight.check,
    "quotations": quotations.check,
    "figures": figures.check,
    "dates": dates.check,
    "names": names.check,
    "language": language.check,
    "script": script.check,
    "particles": particles.check,
    "register": register.check,
    "spacing": spacing.check,
    "repetition": repetition.check,
    "copying": copying.check,
    "links": links.check,
    "plain": plain.check,
}
"""Name of a check → its rule, in the order of their verdicts."""
