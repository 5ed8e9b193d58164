"""What a figure counts, by the noun beside it, against the noun beside the same figure in the passages.

140 schools are no 140 hospitals, though both are told by one counter (곳). Only nouns that the lexicon knows are compared, and only
where neither text has the other's noun at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from prism.checks.alignment import Aligned
from prism.checks.matching import find_figure
from prism.checks.reading import Statement
from prism.languages import Quantity, Term, terms
from prism.languages.concept_classes import members

_BEHIND: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"(?:의)? ?$"),
    "ja": re.compile(r"の?$"),
    "zh": re.compile(r"的?$"),
    "en": re.compile(r" (?:\w+ )?$"),
}
"""Language → what stands between a figure and the noun behind it."""
_BEFORE: Mapping[str, re.Pattern[str]] = {"ko": re.compile(r" (?:약 |총 |모두 )?$"), "ja": re.compile(r"(?:約|計)?$")}
_LEAST = 3
"""Fewer are counted of many things."""


class Miscounted(NamedTuple):
    """A figure that counts something else.

    Attributes:
        figure: of the claim.
        mine: the noun there.
        theirs: the noun of the passage.
        passage: that passage.
    """

    figure: Quantity
    mine: str
    theirs: str
    passage: Statement


def miscounted(aligned: Aligned) -> Iterator[Miscounted]:
    """The figures of a claim that its passages give for something else."""
    claim = aligned.claim
    for figure in claim.figures:
        mine = nouns_of(claim, figure) if figure.kind == "count" and figure.value >= _LEAST else ()
        if not mine:
            continue
        found = [(passage, find_figure(figure, passage.figures)) for passage in aligned.every]
        given = [(passage, one) for passage, one in found if one is not None]
        wrong = [_another(mine, claim, one, passage) for passage, one in given]
        first = next(iter(wrong), None)
        if first is not None and all(wrong):
            yield Miscounted(figure, mine[0].text, first.text, given[0][0])


def _another(mine: tuple[Term, ...], claim: Statement, given: Quantity, passage: Statement) -> Term | None:
    """The noun of a figure of a passage, if it is plainly another than that of the claim."""
    theirs = nouns_of(passage, given)
    if not theirs:
        return None
    if any(one.keys & passage.keys or one.sounds & passage.sounds for one in mine):
        return None
    if any(one.keys & claim.keys or one.sounds & claim.sounds for one in theirs):
        return None
    ours = frozenset[str]().union(*(one.ids for one in mine))
    return next(
        (one for one in theirs if any(ours & row and one.ids & row and not ours & one.ids for row in _rows())), None
    )


def _rows() -> tuple[frozenset[str], ...]:
    return members("counted"), members("counted-firm")


@lru_cache(maxsize=2048)
def nouns_of(statement: Statement, figure: Quantity) -> tuple[Term, ...]:
    """The nouns that tell what a figure counts, as far as the lexicon knows them; nothing where one is unknown to it."""
    text, language = statement.text, statement.language
    behind, before = _BEHIND.get(language), _BEFORE.get(language)
    if behind is None:
        return ()
    found: list[Term] = []
    for term in _words(statement):
        if figure.start <= term.start < figure.end:
            found += [term] if term.known else []  # else a counter: 마리, 여대
        elif (term.start >= figure.end and behind.fullmatch(text[figure.end : term.start]) and not found) or (
            before and term.end <= figure.start and before.fullmatch(text[term.end : figure.start])
        ):
            found.append(term)
    return tuple(one for one in found if one.known and len(one.text) > 1)


@lru_cache(maxsize=2048)
def _words(statement: Statement) -> tuple[Term, ...]:
    return terms(statement.text, statement.language)
