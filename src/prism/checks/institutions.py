"""An institution put for another of its kind: 동아대 for Pusan National University, 서울역 where the source has 청량리역.

A name with the word for what it is (`languages.institutions`) is looked for among those of its kind in the sources. Where none of them may be it,
and a passage that the claim rests on has one of that kind that the claim leaves out, they were exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.bodies import Exchanged
from prism.checks.naming import standing
from prism.checks.partners import part
from prism.checks.reading import Statement
from prism.languages import NameMention, known
from prism.languages.institutions import TRADES, Institution, institutions
from prism.languages.readings import spelt_in_han, spelt_in_kanji
from prism.languages.terms import terms

_UNLIKE = 0.6
"""Below this a name is plainly not another."""
_BEGUN = 0.6
"""Share of a name, from its beginning, that makes it likely the other."""
_STRENGTH = 0.9


def exchanged_institutions(aligned: Aligned) -> Iterator[Exchanged]:
    """The institutions of a claim that stand where the passages it rests on have others of their kind."""
    claim = aligned.claim
    mine = _named(claim)
    for one in mine:
        text = claim.text[one.start : one.end]
        if any(text.casefold() in passage.folded for passage in aligned.every):
            continue
        alike = [(passage, other) for passage in aligned.every for other in _all(passage) if other.kind == one.kind]
        if any(_may_be(one, claim, other, passage) for passage, other in alike):
            continue
        same = [(passage, other) for passage, other in alike if other in _named(passage)]
        halved = _halved(one, aligned)
        if halved is not None:
            yield Exchanged(text, one.start, *halved, _STRENGTH)
            continue
        if one.kind in TRADES and _is_anywhere(one, aligned):
            continue
        rivals = [
            (passage, other)
            for passage, other in same
            if passage in aligned.near and not any(_may_be(each, claim, other, passage) for each in mine)
        ]
        if rivals:
            passage, other = rivals[0]
            yield Exchanged(text, one.start, passage.text[other.start : other.end], passage, _STRENGTH)


def _halved(one: Institution, aligned: Aligned) -> tuple[str, Statement] | None:
    """A firm of the sources by the same name in another trade (도카이건설 for 東海土木), with its passage, if there is but that."""
    if one.kind not in TRADES:
        return None
    for passage in aligned.every:
        for other in _named(passage):
            if other.kind in TRADES and other.kind != one.kind and _is_spelt(one, aligned.claim, other, passage):
                return passage.text[other.start : other.end], passage
    return None


def _is_anywhere(one: Institution, aligned: Aligned) -> bool:
    """Whether the own name of a firm stands in a source, with whatever word for its trade (Orbita Shipping of Korea)."""
    mention = NameMention(one.own, "other", one.start, one.start + len(one.own))
    return any(standing(mention, aligned.claim, passage).likeness >= _UNLIKE for passage in aligned.every)


def _is_spelt(one: Institution, claim: Statement, other: Institution, passage: Statement) -> bool:
    """Whether the names of two firms are the same, letter by letter or as Han characters are read."""
    if claim.language == passage.language:
        return one.own.casefold() == other.own.casefold()
    return max(spelt_in_han(one.own, other.own), spelt_in_kanji(one.own, other.own)) >= 1.0


@lru_cache(maxsize=1024)
def _all(statement: Statement) -> tuple[Institution, ...]:
    """The institutions of a statement, also those whose name may be words of the language (西北大学)."""
    return tuple(institutions(statement.text, statement.language))


@lru_cache(maxsize=1024)
def _named(statement: Statement) -> tuple[Institution, ...]:
    """The institutions of a statement whose name says more than words of the language do (not 국립중앙박물관)."""
    language = statement.language
    return tuple(one for one in _all(statement) if not _is_described(one.own, language))


@lru_cache(maxsize=4096)
def _is_described(own: str, language: str) -> bool:
    if known(own) is not None:
        return False
    return sum(len(term.text) for term in terms(own, language) if term.known) >= len(own.replace(" ", ""))


def _may_be(one: Institution, claim: Statement, other: Institution, passage: Statement) -> bool:
    """Whether two names of one kind may be the same, by spelling, reading or sound, either way round."""
    if _shares(one.own, claim.language, other.own, passage.language):
        return True
    there = part(passage, other.start, other.end)
    if standing(NameMention(one.own, "other", one.start, one.start + len(one.own)), claim, there).likeness >= _UNLIKE:
        return True
    here = part(claim, one.start, one.end)
    mention = NameMention(other.own, "other", other.start, other.start + len(other.own))
    return standing(mention, passage, here).likeness >= _UNLIKE


@lru_cache(maxsize=4096)
def _shares(own: str, language: str, other: str, of_other: str) -> bool:
    """Whether two names share a word by its meaning (한국해양과학, Korea Ocean Science), or begin as each other's characters are read."""
    mine, theirs = (
        frozenset(key for term in terms(name, tag) for key in term.keys)
        for name, tag in ((own, language), (other, of_other))
    )
    return not mine.isdisjoint(theirs) or max(spelt_in_han(own, other), spelt_in_kanji(own, other)) >= _BEGUN
