"""Every figure of a sentence stands in the passages that it rests on, whatever their language; of prose `support` asks it."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Evidence, Examined, Part
from prism.checks.matching import find_figure, is_sum
from prism.languages import Quantity, quantities
from prism.model import Outcome, Verdict

_COUNTED = frozenset({"", "place", "item", "company", "case"})


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a figure that no cited passage gives; sums of two given figures and counts of the outlets are allowed."""
    for part in examined.quoting:
        text = examined.with_marked_outlets(part.plain)
        claimed = quantities(text, examined.language)
        if not claimed:
            continue
        follows = bool(examined.marked_in(text[claimed[-1].end :]))
        for place, figure in enumerate(claimed):
            before = text[claimed[place - 1].end if place else 0 : figure.start]
            after = text[figure.end : claimed[place + 1].start if place + 1 < len(claimed) else len(text)]
            passages = _tellers(after if follows else before, part, examined)
            told = [quantities(one.text, one.language) for one in passages]
            if any(find_figure(figure, given) or is_sum(figure, given) for given in told):
                continue
            if not _counts_outlets(figure, part, examined):
                yield examined.verdict("figures", Outcome.FAIL, part, "check.figures.missing", figure=figure.text)


def _tellers(words: str, part: Part, examined: Examined) -> tuple[Evidence, ...]:
    """The passages that may bear a figure: those of the outlets that the words beside it name, or all.

    Languages differ in whether the outlet stands before its figure or behind it; a sentence that ends with an outlet has
    them behind.
    """
    named = examined.marked_in(words)
    own = tuple(one for one in part.evidence if one.article.source_id in named)
    return own if own and _is_own(part) else part.evidence


def _is_own(part: Part) -> bool:
    """Whether a sentence is in Prism's own words throughout, so that the order of its words is known."""
    return not part.sentence.quotes


def _counts_outlets(figure: Quantity, part: Part, examined: Examined) -> bool:
    """Whether a figure of Prism's own words counts outlets, articles or languages."""
    if figure.text not in part.own or figure.unit not in _COUNTED or figure.value % 1:
        return False
    outlets = {one.article.source_id for one in part.evidence}
    every = {article.source_id for article in examined.articles.values()}
    counts = {len(outlets), len(every), len(part.evidence), len(examined.articles)}
    counts |= {len({one.language for one in part.evidence})}
    return int(figure.value) in counts
