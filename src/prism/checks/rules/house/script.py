"""Prism's own words are in the script of the edition."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined
from prism.languages import foreign_script
from prism.model import Outcome, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for letters of a foreign script in Prism's own words, WARN for those in a source's."""
    for part in examined.parts:
        own = foreign_script(examined.without_outlets(part.own), examined.language)
        quoted = foreign_script(examined.without_outlets(part.sentence.text), examined.language)
        if own:
            yield examined.verdict("script", Outcome.FAIL, part, "check.script.foreign", text="·".join(own))
        elif quoted:
            yield examined.verdict("script", Outcome.WARN, part, "check.script.quoted", text="·".join(quoted))
    for text in (examined.brief.insight.title if examined.brief.insight else "", *examined.brief.changes):
        if foreign := foreign_script(examined.without_outlets(text), examined.language):
            yield examined.verdict("script", Outcome.FAIL, None, "check.script.foreign", text="·".join(foreign))
