"""What a sentence in the language of its passages has beside what they say: a run of words that no passage has, a phrase told twice.

A fair paraphrase has such runs too (decision 0143 has the figures), so they say
something only of a writer whose sentences were found wrong already (`checks.trust`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from prism.checks.alignment import Aligned
from prism.checks.bearing import bearing
from prism.languages import Term

_WORD = 0.3
_RUN = 1.0
"""Least weight of a run of two words or more (`checks.bearing`): a word of content and a general one, or three general ones."""
_RUNS = {"ko": 2.0, "ja": 2.0}
"""The same in languages whose words change so much that a paraphrase often shares no stem with what it puts otherwise."""


def embroidered(aligned: Aligned) -> tuple[str, ...]:
    """The words of a sentence that its writer is likely to have added; nothing across languages."""
    if not aligned.same_language:
        return ()
    least = _RUNS.get(aligned.claim.language, _RUN)
    return max(_runs(aligned, least), key=len, default=()) or next(_told_twice(aligned), ())


def _runs(aligned: Aligned, least: float) -> Iterator[tuple[str, ...]]:
    words: list[str] = []
    weight = 0.0
    for one in bearing(aligned).said:
        if one.bearers:
            words, weight = [], 0.0
        elif one.weight >= _WORD:
            words.append(one.text)
            weight += one.weight
            if weight >= least and len(words) > 1:
                yield tuple(words)


def _told_twice(aligned: Aligned) -> Iterator[tuple[str, ...]]:
    """Two words of content, side by side, that stand so twice in a sentence, and do not in any passage."""
    seen: dict[frozenset[str], int] = {}
    for one, other in pairwise(aligned.claim.terms):
        if aligned.claim.text[one.end : other.start].strip():
            continue
        keys = frozenset((*one.keys, *other.keys))
        if seen.setdefault(keys, one.start) != one.start and not any(_twice(keys, p.terms) for p in aligned.every):
            yield one.text, other.text


def _twice(keys: frozenset[str], terms: Sequence[Term]) -> bool:
    pairs = [frozenset((*one.keys, *other.keys)) for one, other in pairwise(terms)]
    return pairs.count(keys) > 1
