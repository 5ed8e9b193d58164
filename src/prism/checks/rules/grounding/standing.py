"""Who stands above whom in a claim, against the same two parties in its passages, whatever words tell it.

Two parties of a claim are held against each pair of parties of which a passage puts one above the other (`languages.standing`). They are
matched whichever way round is the likelier, so that names are told apart that no table of readings makes equal. Turned they are where
some passage has them the other way round, none has them this way for the same word, and the words are not two sides of one deal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.matching import find_figure, same_word
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import cast_of, sides_of
from prism.checks.rules.grounding.party import Party, likeness
from prism.checks.rules.grounding.ways import CONTEST, GETTING, GIVING, LIGHT
from prism.checks.values import Finding
from prism.languages import Term
from prism.languages.concept_classes import is_converse
from prism.languages.roles import Span, actors, has_bare_clauses, is_marked
from prism.languages.slot_values import AGAINST, OBJECT, OWNER, RECIPIENT, SOURCE
from prism.languages.standing import standings
from prism.languages.standing_values import INNER

_LIKELY, _APART, _TOGETHER = 0.6, 0.1, 0.5
_WORD, _UNTOLD = 0.8, 0.7
"""How sure it is where the same word tells it, and where another does."""


@dataclass(frozen=True, eq=False)
class _Pair:
    """One party above another, with the words of what happens."""

    upper: tuple[Party, ...]
    lower: tuple[Party, ...]
    part: str
    words: tuple[Term, ...]
    passage: Statement

    @property
    def flow(self) -> int:
        """1 if something goes from the one above to the one below, -1 if it comes from there, 0 if neither shows."""
        ids = {ident for term in self.words for ident in term.ids}
        gives, gets = bool(ids & GIVING) or self.part == RECIPIENT, bool(ids & GETTING) or self.part == SOURCE
        return gives - gets


def standing(aligned: Aligned) -> Iterator[Finding]:
    """The pairs of parties of a claim that stand the other way round in its passages."""
    best: tuple[float, _Pair, _Pair] | None = None
    for mine in _pairs(aligned.claim, aligned):
        found = _turned(mine, aligned)
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], mine, found[1])
    if best is None:
        return
    score, mine, other = best
    one, two = mine.upper[-1].text, mine.lower[-1].text
    yield aligned.finding(
        "roles.standing",
        one,
        two,
        passages=(other.passage,),
        theirs=[party.text for party in (*other.upper, *other.lower)],
        strength=1.0 if score >= _WORD else _UNTOLD,
        one=one,
        other=two,
    )


def _pairs(statement: Statement, aligned: Aligned) -> tuple[_Pair, ...]:
    return _read(statement, cast_of(statement, aligned))


@lru_cache(maxsize=2048)
def _read(statement: Statement, cast: tuple[Span, ...]) -> tuple[_Pair, ...]:
    found = []
    for one in standings(statement.text, statement.language, tuple(sorted(sides_of(statement, cast)))):
        upper = _proper(tuple(Party(at, statement) for at in one.upper))
        lower = (Party(one.lower, statement),)
        if not _is_party(upper) or not _is_party(lower):
            continue
        spans = (*one.upper, one.lower)
        words = tuple(
            term
            for term in statement.terms
            if one.verb[0] <= term.start < one.verb[1] and not any(a <= term.start < b for a, b in spans)
        )
        if is_marked(statement.language):  # what is somebody's may be a deed of theirs: 노조의 요구를 거부했다
            words = words[-1:] if one.part == OWNER else words[-_FEW:]
        elif has_bare_clauses(statement.language):  # 拒绝了加方的请求
            words = tuple(term for term in words if one.upper[-1][1] <= term.start < one.lower[0]) or words
        part = one.part
        if part == SOURCE and any(term.ids & _RECEIVING for term in words):
            upper, lower, part = lower, upper, RECIPIENT
            words = tuple(term for term in words if not term.ids & _RECEIVING)
        found.append(_Pair(upper, lower, part, words, statement))
    return tuple(found)


_FEW = 2
"""Content words at the end of a predicate that tell it."""
_RECEIVING = frozenset({"receive", "receive-money", "get", "obtain", "face-confront", "hear"})
"""Words for receiving: what is received says who acts upon whom."""


def _proper(side: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of the words for one party those with a proper name, if there are any (of 谷口陣営の運動員 the first)."""
    return tuple(party for party in side if party.is_proper) or side


def _is_party(side: tuple[Party, ...]) -> bool:
    return any(party.names or party.ids for party in side)


def _turned(mine: _Pair, aligned: Aligned) -> tuple[float, _Pair] | None:
    """How surely a pair is turned round, and the passage's pair that shows it."""
    kept, turned, against = 0.0, 0.0, None
    for passage in aligned.near:
        for theirs in _pairs(passage, aligned):
            way = _way(mine, theirs)
            if not way:
                continue
            word = _likeness(mine, theirs)
            if not word:
                continue
            if _is_converse(mine, theirs):
                way = -way
            score = word + 0.01 * _content(mine.passage, passage)
            if way > 0:
                kept = max(kept, score)
            elif score > turned:
                turned, against = score, theirs
    if against is None or turned <= kept:
        return None
    return turned, against


def _way(mine: _Pair, theirs: _Pair) -> int:
    """1 if two pairs stand the same way round, -1 if the other, 0 if they are not the same two."""
    straight = likeness(mine.upper, theirs.upper), likeness(mine.lower, theirs.lower)
    crossed = likeness(mine.upper, theirs.lower), likeness(mine.lower, theirs.upper)
    if _are_likelier(straight, crossed):
        return 1
    return -1 if _are_likelier(crossed, straight) else 0


def _are_likelier(these: tuple[float, float], those: tuple[float, float]) -> bool:
    apart = these[0] - those[0], these[1] - those[1]
    return min(these) >= _LIKELY and min(apart) >= _APART and sum(apart) >= _TOGETHER


def _likeness(mine: _Pair, theirs: _Pair) -> float:
    """How much two pairs are told by the same word, or in the same part."""
    foreign = mine.passage.language != theirs.passage.language
    told = [term for term in mine.words if not term.ids & LIGHT]
    if any(same_word(term, other, foreign=foreign) for term in told for other in theirs.words):
        return 0.8
    crossed = ((mine.upper, theirs.lower), (mine.lower, theirs.upper))
    if mine.flow * theirs.flow < 0 or not all(_is_named(one) and _is_named(two) for one, two in crossed):
        return 0.0
    if not all(any(party.is_proper for party in (*one, *two)) for one, two in crossed):
        return 0.0
    if mine.part == theirs.part:
        enough = mine.part in _MARKED or (mine.part == INNER and _content(mine.passage, theirs.passage) >= _MUCH)
        return 0.3 if enough and mine.flow == theirs.flow else 0.0
    return 0.2 if not (mine.flow and theirs.flow) and INNER not in {mine.part, theirs.part} else 0.0


_MUCH = 3
"""Words and figures shared beside the parties where something is told of one of them."""


def _is_named(side: tuple[Party, ...]) -> bool:
    return any(party.names for party in side) and not any(party.ids or party.is_place for party in side)


_MARKED = frozenset({OBJECT, AGAINST, SOURCE, OWNER})


def _is_converse(mine: _Pair, theirs: _Pair) -> bool:
    ours = frozenset(ident for term in mine.words for ident in term.ids)
    others = frozenset(ident for term in theirs.words for ident in term.ids)
    if mine.flow and theirs.flow:
        return mine.flow != theirs.flow
    return is_converse(ours - others - _CONTEST, others - ours - _CONTEST)


_CONTEST = CONTEST | {"outdo", "lag-behind", "trail", "lead-ahead"}
"""Concepts of which the readings have turned round who loses already."""


@lru_cache(maxsize=4096)
def _content(claim: Statement, passage: Statement) -> float:
    """How much a passage shares with a claim: words that say something, figures."""
    words = sum(1 for term in claim.terms if term.known and not term.ids & actors() and bears(term, claim, passage))
    return words + sum(1 for figure in claim.figures if find_figure(figure, passage.figures))
