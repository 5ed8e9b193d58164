"""A sentence does not say the opposite of its passage: rose for fell, praised for criticised, bought for sold.

A word is held against the word in its slot: each clause of the claim against the clause that it rests on, where both share what
else they say. A word that any passage of the sentence bears is no contrary, nor is one whose contrary the claim says as well,
one that is denied (not closed, open), one that mostly means something else, or one side of a deal that another side tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.alignment import bears as borne_by
from prism.checks.clauses import Clause, Rest, clauses_of, compared, rests_on, whole_of
from prism.checks.parted import is_the_rest
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import Side, is_strong, same_side, told
from prism.checks.values import Finding
from prism.languages import Term, contrary_of
from prism.languages.answers import tells_deed, way
from prism.languages.concept_classes import is_converse, is_quality
from prism.languages.opposites import TWO_SIDED, has_poles, is_weak, opposed, poles, words_at_pole
from prism.languages.tables import table_for

_SLOT = 0.4
"""Least nearness of two clauses in which one word is the contrary of another."""
_BESIDE = 0.25
"""What it adds that both words stand beside something shared."""
_CLEAR = 0.3
"""Strength of a finding beyond how near the clauses are: a contrary in a slot is rarely a chance."""
_FAINT = 0.3
"""Least nearness of two clauses that stand at opposite poles of a topic."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """A word whose contrary stands in its slot of the passage; opposite poles of a topic; deaths that nobody tells of."""
    if aligned.best is None:
        return
    for clause in clauses_of(aligned.claim):
        rest = rests_on(clause, aligned.near)
        if rest is not None and _denies(clause) == _denies(rest.clause):
            yield from _words(aligned, clause, rest)
            yield from _topics(aligned, clause, rest)
    yield from _answers(aligned)
    yield from _deaths(aligned)


def _answers(aligned: Aligned) -> Iterator[Finding]:
    """Yes for no, on for off, done for failed, in whatever words, where clauses share what else they say."""
    for clause in clauses_of(aligned.claim):
        told = _ways(clause)
        best: tuple[float, str, Clause] | None = None
        for passage in aligned.every:
            for other in clauses_of(passage):
                if not any(name in told and told[name][0] != goes for name, (goes, _) in _ways(other).items()):
                    continue
                rest = compared(clause, other)
                near = _near(rest)
                if rest.shared >= 1 and near >= _ANSWER and (best is None or near > best[0]):
                    name = next(n for n, (goes, _) in _ways(other).items() if n in told and told[n][0] != goes)
                    best = (near, name, other)
        if best is None:
            continue
        near, name, other = best
        if is_the_rest(clause, other) or _goes_both(aligned.claim, other.whole, name):
            continue
        if _is_undone_by_the_way(told[name][1], clause, _ways(other)[name][1], other):
            continue
        if any(
            _goes(whole, name, goes=told[name][0]) and _near(compared(clause, whole)) >= near * _BEARING
            for passage in aligned.every
            for whole in clauses_of(passage)
        ):
            continue
        yield aligned.finding(
            "opposites.answer",
            told[name][1].text,
            strength=min(1.0, _CLEAR + near),
            passages=(other.whole,),
            theirs=(_ways(other)[name][1].text,),
            word=told[name][1].text,
            other=_ways(other)[name][1].text,
        )
        return


def _goes_both(claim: Statement, passage: Statement, name: str) -> bool:
    """Whether claim and passage each tell of both: what was stopped and will be resumed."""
    return all(
        {way(term.ids)[name] for term in one.terms if name in way(term.ids)} == {True, False}
        or (name == _ON and len(one.poles.get(_BEGINS, ())) > 1)
        for one in (claim, passage)
    )


_ON, _BEGINS = "on", "begin-end"


def _is_undone_by_the_way(term: Term, clause: Clause, met: Term, other: Clause) -> bool:
    """Whether the same word goes two ways only by a denial of something else (not a cause of the decline)."""
    if term.keys.isdisjoint(met.keys):
        return False
    return not any(
        (word := one.denied(mark)) is not None and word.start == said.start
        for one, said in ((clause, term), (other, met))
        for mark in one.denials
    )


_ANSWER, _BEARING = 0.4, 0.4
"""Least nearness of two clauses of which one goes the other way."""


def _ways(clause: Clause) -> Mapping[str, tuple[bool, Term]]:
    """Which way the deeds of a clause go; one that is denied goes the other way, one that goes both ways none."""
    return _read_ways(clause.whole, clause.start, clause.end)


@lru_cache(maxsize=2048)
def _read_ways(whole: Statement, start: int, end: int) -> Mapping[str, tuple[bool, Term]]:
    clause = Clause(whole, start, end)
    found: dict[str, tuple[bool, Term]] = {}
    both: set[str] = set()
    denied = _denies(clause)
    for term in clause.terms:
        ways = way(term.ids)
        if not ways or not tells_deed(whole.text, term.end, whole.language):
            continue
        undone = denied and _reaches(clause, term)
        for name, goes in ways.items():
            if name in found and found[name][0] != (goes != undone):
                both.add(name)
            found[name] = (goes != undone, term)
    return {name: one for name, one in found.items() if name not in both}


def _reaches(clause: Clause, term: Term) -> bool:
    """Whether a denial of a clause may be that of a word: it stands before it, or beside or right behind it where verbs come last."""
    marks = [mark for mark in clause.denials if mark.name != "refusal"]
    if table_for(clause.whole.language).stances.denied_behind:
        return any(
            mark.start <= term.start and not _SAID.search(clause.whole.text, mark.end, term.start) for mark in marks
        )
    return any(mark.end > term.start and mark.start - term.end <= _BEHIND for mark in marks)


_BEHIND = 8
_SAID = re.compile(r"\s\w+\b.*\b(?:said|says|told|found|argued|added|warned|believes?)\b", re.IGNORECASE)
"""Between a denial and a word: what is denied belongs to whoever says it (experts not involved in the study said …)."""


def _goes(clause: Clause, name: str, *, goes: bool) -> bool:
    """Whether any word of a clause goes this way."""
    denied = _denies(clause)
    return any((way(term.ids).get(name) == (goes != denied)) and name in way(term.ids) for term in clause.terms)


def _words(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    other = rest.clause
    undone = [(mark.start, mark.end) for mark in clause.denials]
    for term in clause.terms:
        if any(start < term.end and term.start < end for start, end in undone):
            continue  # 알려지지 않은 is "unknown" by its denial, which the passage has too
        if not contrary_of(term.ids) or any(borne_by(term, aligned.claim, one) for one in aligned.near):
            continue
        for met in other.terms:
            if borne_by(met, other.whole, aligned.claim):
                continue
            strength = _contradiction(term, met) ** 0.5 * _slot(term, clause, met, rest)
            if (
                strength < _SLOT
                or (_is_denial(term, clause) and other.denials)
                or (is_converse(term.ids, met.ids) and not _same_actor(aligned, rest))
            ):
                continue
            yield aligned.finding(
                "opposites.word",
                term.text,
                strength=min(1.0, _CLEAR + strength),
                passages=(other.whole,),
                theirs=(met.text,),
                word=term.text,
                other=met.text,
            )
            return


def _is_denial(term: Term, clause: Clause) -> bool:
    """Whether a word denies by its meaning: no contrary of a word in a passage that denies as well."""
    return any(mark.start < term.end and term.start < mark.end for mark in clause.hints_of_denial)


def _contradiction(term: Term, met: Term) -> float:
    """How far what two words may mean contradicts: 1 if every meaning of each is a contrary of one of the other."""
    mine = sum(1 for ident in term.ids if contrary_of(frozenset({ident})) & met.ids) / len(term.ids)
    theirs = sum(1 for ident in met.ids if contrary_of(frozenset({ident})) & term.ids) / max(1, len(met.ids))
    return mine * theirs


def _slot(term: Term, clause: Clause, met: Term, rest: Rest) -> float:
    """How surely two words fill one slot: how near their clauses are, and whether they stand beside the same."""
    mine, theirs = _beside(term, clause.terms), _beside(met, rest.clause.terms)
    same = any(one.keys & two.keys or one.sounds & two.sounds for one in mine for two in theirs)
    if is_quality(term.ids) and not same:
        return 0.0
    return _near(rest) + (_BESIDE if same else 0.0)


def _near(rest: Rest) -> float:
    """How nearly two clauses say the same but for one word: what the claim says counts more than what the passage says beyond it."""
    size = rest.shared / rest.there if rest.there else 1.0
    there = rest.shared / max(1.0, size - 1)
    return float((min(1.0, there) ** 2 * rest.back) ** (1 / 3))


def _beside(term: Term, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The words beside a word; beside a quality, the one that follows it."""
    at = next((place for place, one in enumerate(terms) if one.start == term.start), 0)
    behind = tuple(terms[at + 1 : at + 2])
    return behind if is_quality(term.ids) else (*terms[max(0, at - 1) : at], *behind)


def _same_actor(aligned: Aligned, rest: Rest) -> bool:
    """Whether claim and passage speak of the same side first: else both may tell one deal, each from another side."""
    mine, theirs = (_first_side(one, aligned) for one in (aligned.claim, rest.clause.whole))
    if mine is None or theirs is None or not (is_strong(mine) and is_strong(theirs)):
        return False
    return same_side(mine, theirs)


def _first_side(statement: Statement, aligned: Aligned) -> Side | None:
    sides = [side for deed in told(statement, aligned) for side in (*deed.agents, *deed.patients)]
    return min(sides, key=lambda side: statement.text.find(side.text), default=None)


def _denies(clause: Clause) -> bool:
    """Whether a clause denies by more than the meaning of a content word."""
    return any(mark.name != "refusal" for mark in clause.denials)


_HARM = "dead-alive"


def _topics(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    ours, other = clause.whole.language, rest.clause.whole.language
    mine, theirs = poles(clause.text, ours), poles(rest.clause.text, other)
    near = _near(rest)
    for topic in opposed(mine, theirs):
        weak = is_weak(topic)
        if near < (_SLOT if weak else _FAINT) or (weak and _denies(clause)):
            continue
        if any(mine[topic] & passage.poles.get(topic, frozenset()) for passage in _told_of(aligned, clause)):
            continue
        if topic == _HARM and _denies(clause) and _denies(rest.clause):
            continue  # nobody died and nobody was hurt: both say that no harm was done
        if topic in TWO_SIDED and not _same_actor(aligned, rest):
            continue
        yield aligned.finding(
            "opposites.weak" if weak else "opposites.topic",
            *words_at_pole(clause.text, ours, topic),
            strength=min(1.0, _CLEAR + near),
            passages=(rest.clause.whole,),
            theirs=words_at_pole(rest.clause.text, other, topic),
            topic=topic,
        )


def _told_of(aligned: Aligned, clause: Clause) -> Iterator[Statement]:
    """The passages that a claim rests on, and any other of which a clause of it has as much as may be told there."""
    yield from aligned.near
    for passage in aligned.every:
        if passage not in aligned.near and compared(clause, whole_of(passage)).shared >= _MUCH:
            yield passage


_MUCH = 2


def _deaths(aligned: Aligned) -> Iterator[Finding]:
    """Deaths in a claim whose passages tell of none."""
    if aligned.claim.poles.get(_HARM, frozenset()) != {0}:
        return
    if all(has_poles(one.language) and 0 not in one.poles.get(_HARM, frozenset()) for one in aligned.every):
        yield aligned.finding("opposites.deaths")
