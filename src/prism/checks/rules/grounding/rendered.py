"""How a quotation of a claim renders the one of a passage in another language: what is denied, and which word stands for another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from prism.checks.alignment import bears
from prism.checks.reading import Statement
from prism.languages import Term, contrary_of
from prism.languages.concept_classes import is_converse, is_light
from prism.languages.contrasts import Contrast, contrasts, preferences
from prism.languages.korean_morphemes import content_words
from prism.languages.stance import denials, hints_of_denial, is_undone
from prism.languages.tables import table_for

_ANALYSED = frozenset({"ko"})
"""Languages whose content words are told from endings and auxiliaries morpheme by morpheme."""
_LEAST = 0.3
"""Least share of the words of a clause that its counterpart must have."""
_LIKELY = 0.34
"""Least share of a quotation that the other must have, so that what is left over in both may stand for each other."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a quotation says something else.

    Attributes:
        words: of the claim.
        theirs: the words of the passage.
        strength: how clear it is.
    """

    words: tuple[str, ...]
    theirs: tuple[str, ...]
    strength: float


@lru_cache(maxsize=2048)
def content(piece: Statement) -> tuple[Term, ...]:
    """The terms that are words of their own: no auxiliaries, dependent nouns and adverbs where a language shows them."""
    if piece.language not in _ANALYSED:
        return piece.terms
    starts = {word.start for word in content_words(piece.text)}
    return tuple(term for term in piece.terms if term.start in starts)


def unborne(piece: Statement, said: Statement) -> tuple[Term, ...]:
    """The words of a quotation that the other does not have."""
    return tuple(term for term in content(piece) if not bears(term, piece, said))


def replaced(piece: Statement, said: Statement) -> Slip | None:
    """A word that stands where the other quotation has one that it cannot mean.

    Both are in the lexicon, so that a translation would have been known; neither says little; and what is left over of the
    one is about as much as of the other.
    """
    mine = [term for term in unborne(piece, said) if term.known and not is_light(term.ids)]
    theirs = [term for term in unborne(said, piece) if term.known and not is_light(term.ids)]
    total = content(piece)
    met = len(total) - len(unborne(piece, said))
    if not mine or not theirs or not met or met / len(total) < _LIKELY:
        return None
    share = met / len(total)
    return Slip((mine[0].text,), (theirs[0].text,), min(0.9, 0.3 + 0.6 * share))


def contrary(piece: Statement, said: Statement) -> Slip | None:
    """A word whose contrary the other quotation has, both without a counterpart."""
    for term in unborne(piece, said):
        against = contrary_of(term.ids)
        for other in unborne(said, piece):
            if other.ids & against and not is_converse(term.ids, other.ids):
                return Slip((term.text,), (other.text,), 1.0)
    return None


def crossed(piece: Statement, said: Statement) -> Slip | None:
    """Not A but B, told as not B but A: what is denied in the one is asserted in the other."""
    for ours in _set_apart(piece):
        for theirs in _set_apart(said):
            no, yes = piece.part(*ours.denied), piece.part(*ours.asserted)
            denied, asserted = said.part(*theirs.denied), said.part(*theirs.asserted)
            if _common(no, denied) == 0 and _common(yes, denied) + _common(no, asserted) > 0:
                return Slip((no.text, yes.text), (denied.text, asserted.text), 1.0)
    return None


@lru_cache(maxsize=2048)
def _set_apart(piece: Statement) -> tuple[Contrast, ...]:
    return (*contrasts(piece.text, piece.language), *preferences(piece.text, piece.language))


def _common(one: Statement, other: Statement) -> int:
    return sum(1 for term in one.terms if bears(term, one, other))


def denied(piece: Statement, said: Statement) -> Slip | None:
    """A clause that denies what its counterpart says, or the other way round."""
    pairs = tuple(_pairs(piece, said))
    for mine, theirs in pairs:
        no, their_no = _denies(mine), _denies(theirs)
        if no == their_no or _hints(mine if their_no else theirs) or contrary(mine, theirs):
            continue
        words = [mark.text for mark in denials(mine.text, mine.language)] or [mine.text]
        return Slip(tuple(words[:1]), (theirs.text,), 1.0 if len(pairs) > 1 else 0.9)
    return None


def _pairs(piece: Statement, said: Statement) -> Iterator[tuple[Statement, Statement]]:
    """The clauses of two quotations that are each other's nearest."""
    ours, theirs = _pieces(piece), _pieces(said)
    for mine in ours:
        best = max(theirs, key=lambda one: _share(mine, one), default=None)
        if best is None or _share(mine, best) < _LEAST:
            continue
        if (
            max(ours, key=lambda one: _share(one, best)) is mine
            and sum(_share(mine, one) >= _share(mine, best) for one in theirs) == 1
        ):
            yield mine, best


def _pieces(statement: Statement) -> list[Statement]:
    """The clauses of a quotation, short ones too, as long as each has a word of its own."""
    text = statement.text
    stances = table_for(statement.language).stances
    cuts = {match.end() for pattern in (stances.breaks, _MARKS) for match in pattern.finditer(text)}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    found: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        if found and not content(statement.part(start, end)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [statement.part(*span) for span in found]


_MARKS = re.compile(r"[,;:，；：](?!\d)")


def _share(mine: Statement, other: Statement) -> float:
    words = content(mine)
    return sum(1 for term in words if bears(term, mine, other)) / len(words) if words else 0.0


def _denies(piece: Statement) -> bool:
    return bool(denials(piece.text, piece.language)) or (piece.is_negated and not is_undone(piece.text, piece.language))


def _hints(piece: Statement) -> bool:
    return lacks(piece) or bool(hints_of_denial(piece.text, piece.language)) or is_undone(piece.text, piece.language)


def lacks(piece: Statement) -> bool:
    """Whether a piece says by a word of its own what another may say by denying its contrary (부족하다, 足りない)."""
    return any(term.ids & _LACKING for term in piece.terms)


_LACKING = frozenset({"lack", "shortage", "absent-none", "impossible", "unable", "fall-short"})
