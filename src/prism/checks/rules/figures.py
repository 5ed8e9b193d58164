"""Every figure of a sentence stands in the passages that it rests on, whatever their language."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined, Part
from prism.checks.matching import find_figure, is_sum
from prism.languages import Quantity, quantities
from prism.model import Outcome, Verdict

_COUNTED = frozenset({"", "place", "item", "company", "case"})


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a figure that no cited passage gives; sums of two given figures and counts of the outlets are allowed."""
    for part in examined.parts:
        text = examined.without_outlets(part.plain)
        claimed = quantities(text, examined.language)
        if not claimed:
            continue
        given = [one for evidence in part.evidence for one in quantities(evidence.text, evidence.language)]
        for figure in claimed:
            if find_figure(figure, given) or is_sum(figure, given) or _counts_outlets(figure, part, examined):
                continue
            yield examined.verdict("figures", Outcome.FAIL, part, "check.figures.missing", figure=figure.text)


def _counts_outlets(figure: Quantity, part: Part, examined: Examined) -> bool:
    """Whether a figure of Prism's own words counts outlets, articles or languages."""
    if figure.text not in part.own or figure.unit not in _COUNTED or figure.value % 1:
        return False
    outlets = {one.article.source_id for one in part.evidence}
    every = {article.source_id for article in examined.articles.values()}
    counts = {len(outlets), len(every), len(part.evidence), len(examined.articles)}
    counts |= {len({one.language for one in part.evidence})}
    return int(figure.value) in counts
