"""Which passages speak of what a claim says.

A passage is near a claim by the words they share (rarer ones count more, within a language), by names in any script, by
figures and days. The nearest few are the evidence; the checks look at them first and at the rest of the sources after.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from prism.checks.claims.statements import Statement
from prism.checks.matching import find_figure, is_same
from prism.languages import same_name

_MOST = 4
_NEAR = 0.45
_MOST_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Aligned:
    """A claim's sentence with its evidence.

    Attributes:
        claim: the sentence.
        best: the nearest passage, None where nothing is near.
        near: the nearest passages, best first.
        every: all passages.
        coverage: share of the claim's words that its near passages have; 1 where no source is in its language.
        mutual: how nearly claim and best passage say the same, 0 to 1 (words both ways; names and figures across languages).
        same_language: whether the best passage is in the claim's language.
    """

    claim: Statement
    best: Statement | None
    near: tuple[Statement, ...]
    every: tuple[Statement, ...]
    coverage: float
    mutual: float
    same_language: bool


def align(claim: Statement, every: Sequence[Statement]) -> Aligned:
    """The passages nearest to a claim's sentence."""
    rarity = _rarity(every)
    scored = sorted(
        ((_nearness(claim, passage, rarity), -number) for number, passage in enumerate(every)), reverse=True
    )
    top = scored[0][0] if scored else 0.0
    near = tuple(every[-number] for score, number in scored[:_MOST] if score > 0 and score >= top * _NEAR)
    if not near:
        return Aligned(claim, None, (), tuple(every), 0.0, 0.0, same_language=False)
    best = near[0]
    same_language = best.language == claim.language
    return Aligned(
        claim, best, near, tuple(every), _coverage(claim, every), _mutual(claim, best), same_language=same_language
    )


def _rarity(every: Sequence[Statement]) -> dict[str, float]:
    """How much a word tells passages apart."""
    counts = Counter(word for passage in every for word in passage.words)
    return {word: math.log(1 + len(every) / count) for word, count in counts.items()}


def _nearness(claim: Statement, passage: Statement, rarity: dict[str, float]) -> float:
    score = 0.0
    if claim.language == passage.language:
        shared = claim.words & passage.words
        score += sum(rarity.get(word, 1.0) for word in shared)
    figures = sum(1.0 for figure in claim.figures if find_figure(figure, passage.figures))
    days = sum(1.0 for day in claim.days if any(day.first <= o.last and o.first <= day.last for o in passage.days))
    score += 1.5 * figures + 1.2 * days + 1.5 * _shared_names(claim, passage)
    return score


def _shared_names(claim: Statement, passage: Statement) -> float:
    found = 0.0
    for mention in claim.names:
        if mention.text in passage.text or any(
            is_same(same_name(mention.text, claim.language, n.text, passage.language)) for n in passage.names
        ):
            found += 1
    return found


def _coverage(claim: Statement, every: Sequence[Statement]) -> float:
    """Share of the claim's content words that the sources in its language have, literally or by their beginning."""
    own = [passage for passage in every if passage.language == claim.language]
    if not own or not claim.words:
        return 1.0
    given = frozenset().union(*(passage.words for passage in own))
    text = " ".join(passage.text.casefold() for passage in own)
    return sum(_has(word, given, text) for word in claim.words) / len(claim.words)


_STEM = 5


def _has(word: str, given: frozenset[str], text: str) -> bool:
    if word in given or (len(word) > 1 and word in text):
        return True
    return len(word) > _STEM and word[:_STEM] in text


def _mutual(claim: Statement, passage: Statement) -> float:
    if claim.language == passage.language:
        shared = len(claim.words & passage.words)
        return (
            shared
            / max(1, min(len(claim.words), len(passage.words)))
            * (0.5 + 0.5 * min(len(claim.words), len(passage.words)) / max(1, len(claim.words), len(passage.words)))
        )
    anchors = len(claim.names) + len(claim.figures) + len(claim.days)
    theirs = len(passage.names) + len(passage.figures) + len(passage.days)
    if not anchors or not theirs:
        return 0.3
    shared_figures = sum(1 for figure in claim.figures if find_figure(figure, passage.figures))
    shared_days = sum(1 for d in claim.days if any(d.first <= o.last and o.first <= d.last for o in passage.days))
    return min(1.0, (_shared_names(claim, passage) + shared_figures + shared_days) / max(anchors, theirs))
