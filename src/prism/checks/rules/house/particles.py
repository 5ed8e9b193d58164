"""No particle is lost or wrong in Prism's own words (Korean)."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined
from prism.languages import particle_slips
from prism.model import Outcome, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a slip in Prism's own words, WARN for one inside a quotation (it is the source's)."""
    for part in examined.parts:
        own = {slip.text for slip in particle_slips(part.own)}
        for slip in particle_slips(part.sentence.text):
            outcome = Outcome.FAIL if slip.text in own else Outcome.WARN
            yield examined.verdict(
                "particles", outcome, part, f"check.particles.{slip.reason}", text=slip.text, should_be=slip.should_be
            )
    for text in (examined.brief.insight.title if examined.brief.insight else "", *examined.brief.changes):
        for slip in particle_slips(text):
            yield examined.verdict(
                "particles",
                Outcome.FAIL,
                None,
                f"check.particles.{slip.reason}",
                text=slip.text,
                should_be=slip.should_be,
            )
