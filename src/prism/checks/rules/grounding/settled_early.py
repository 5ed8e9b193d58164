"""What passages weigh, aim at or suspect is not told as decided, fixed or found out (part of the check of certainty).

Words that settle a matter (결정했다, signed, 判明した) are few and clear, so that they are held against what the passages leave open
of the same matter, whatever else in the claim may leave something open.
"""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, bears, clause_at, clauses_of, compared, rests_on, shared, whole_of
from prism.checks.matching import find_figure
from prism.checks.reading import Statement
from prism.checks.rules.grounding.ways import LIGHT
from prism.checks.values import Finding
from prism.languages import Term
from prism.languages.stance import Mark
from prism.languages.tables import table_for

_BASE, _FIXED = 0.4, 0.5
_NEAR_AIM, _NEAR = 0.2, 0.35
"""How near the clause must be that aims at something, and one that suspects it."""
_FEW = 2


def settled_early(aligned: Aligned) -> Iterator[Finding]:
    """The first word of the claim that settles what its passages leave open."""
    yield from (
        tuple(_resolved(aligned))
        or tuple(_fixed(aligned))
        or tuple(_established(aligned))
        or tuple(_certain(aligned))
        or tuple(_in_its_sentence(aligned))
    )


def all_clauses(aligned: Aligned) -> Iterator[Clause]:
    """The clauses of all passages."""
    for passage in aligned.every:
        yield from clauses_of(passage)


def has(clause: Clause, *names: str) -> bool:
    """Whether one of these marks of certainty stands in a clause."""
    return any(mark.name in names for mark in clause.certainty)


def _resolved(aligned: Aligned) -> Iterator[Finding]:
    """The claim has decided what its passages weigh, discuss or wish: told by the word that is decided, or by what stands with it."""
    claim = whole_of(aligned.claim)
    if any(mark.name in {"undecided", "considered"} for mark in claim.certainty):
        return
    for mark in claim.certainty:
        if mark.name != "resolved":
            continue
        word, language = _before(claim, mark), claim.whole.language
        telling = [one for one in all_clauses(aligned) if word is not None and bears(word, language, one)]
        clause = clause_at(aligned.claim, mark.start)
        telling += [one for one in all_clauses(aligned) if one not in telling and _is_pinned(clause, one)]
        weighing = next((one for one in telling if has(one, "undecided")), None)
        if weighing is not None and not any(_is_resolved(one) for one in telling):
            theirs = next(one.text for one in weighing.certainty if one.name == "undecided")
            yield _told(
                aligned,
                "certainty.considered",
                mark,
                theirs,
                weighing.whole,
                _BASE + max(_LEAST_TOLD, compared(claim, weighing).nearness),
            )
            return


def _in_its_sentence(aligned: Aligned) -> Iterator[Finding]:
    """The claim decides, or says that it will be, what the sentence that it rests on only weighs or holds possible, in whatever words."""
    if has(whole_of(aligned.claim), "possible", "considered", "undecided"):
        return
    for clause in clauses_of(aligned.claim):
        mark = next((one for one in clause.certainty if one.name == "resolved" or one.text in _WILL), None)
        if mark is None or has(clause, *_OPEN, "alleged", "pondered"):
            continue
        for passage in _rested_on(aligned):
            open_ones = [one for one in clauses_of(passage) if _weighs(one)]
            others = [one for one in clauses_of(passage) if one not in open_ones]
            if not open_ones or _is_resolved(open_ones[0]):
                continue
            best = max(open_ones, key=lambda one: _shared_content(clause, one))
            share = _shared_content(clause, best)
            if share < max((_shared_content(clause, one) for one in others), default=0):
                continue
            if share == 0 and any(has(one, *_CLOSED) for one in others):
                continue
            rest = compared(whole_of(aligned.claim), whole_of(passage))
            if rest.nearness < _NEAR_SENTENCE or share + rest.shared < _PINNED:
                continue
            theirs = next(one.text for one in best.certainty if one.name in {"possible", "considered", "undecided"})
            yield _told(aligned, "certainty.sentence", mark, theirs, passage, _BASE + rest.nearness, word=mark.text)
            return


def _weighs(clause: Clause) -> bool:
    """Whether a clause weighs a deed or holds it possible, and plans none."""
    return has(clause, "considered", "undecided") or (has(clause, "possible") and not has(clause, *_CLOSED))


_NEAR_SENTENCE = 0.25
_WILL = frozenset({"겠", "will", "Will"})
_OPEN = ("possible", "considered", "estimated", "undecided", "condition", "asked", "expected")
_CLOSED = ("resolved", "decided", "planned", "will")


def _rested_on(aligned: Aligned) -> tuple[Statement, ...]:
    """The sentences that the clauses of the claim rest on."""
    rests = (rests_on(clause, aligned.near) for clause in clauses_of(aligned.claim))
    return tuple(dict.fromkeys(rest.clause.whole for rest in rests if rest is not None))


def _shared_content(clause: Clause, other: Clause) -> float:
    """How many words and figures two clauses share, who says so left out."""
    words = sum(1.0 for term in clause.terms if not term.ids & LIGHT and bears(term, clause.whole.language, other))
    return words + sum(1.0 for one in clause.figures if find_figure(one, other.figures))


def _certain(aligned: Aligned) -> Iterator[Finding]:
    """The claim calls sure or unavoidable what its passages hold possible or expect."""
    mark = next((one for one in whole_of(aligned.claim).certainty if one.name == "certain"), None)
    if mark is None or any(has(whole_of(one), "certain") for one in aligned.near):
        return
    rest = rests_on(clause_at(aligned.claim, mark.start), aligned.near)
    if rest is None or rest.nearness < _NEAR_AIM:
        return
    told = whole_of(rest.clause.whole).certainty
    theirs = next((one for one in told if one.name in {"possible", "estimated", "expected"}), None)
    if theirs is not None:
        yield _told(aligned, "certainty.possible", mark, theirs.text, rest.clause.whole, _FIXED + rest.nearness)


_LEAST_TOLD = 0.25


def _before(clause: Clause, mark: Mark) -> Term | None:
    """The content word that is decided: the nearest one that is no part of the mark, before it or behind it as the language goes."""
    if table_for(clause.whole.language).stances.denied_behind:
        return next((term for term in clause.terms if term.start >= mark.end), None)
    return next((term for term in reversed(clause.terms) if term.end <= mark.start), None)


def _is_pinned(clause: Clause, other: Clause) -> bool:
    """Whether two clauses share so much besides that they tell of one matter in other words: a figure with a word, or three of all."""
    share = shared(clause, other)
    figures = any(find_figure(one, other.figures) for one in clause.figures if one.value >= _ROUND)
    return share >= _PINNED or (share >= _FEW and figures)


_PINNED, _ROUND = 3.0, 10


def _is_resolved(clause: Clause) -> bool:
    """Whether the sentence of a clause says that something is decided, and not that it is not."""
    marks = whole_of(clause.whole).certainty
    open_ones = [one for one in marks if one.name == "undecided"]
    return any(
        one.name == "resolved" and not any(o.start < one.end and one.start < o.end for o in open_ones) for one in marks
    )


def _fixed(aligned: Aligned) -> Iterator[Finding]:
    """The claim calls fixed what its passages only aim at, plan, expect or hold possible."""
    claim = whole_of(aligned.claim)
    mark = next((one for one in claim.certainty if one.name == "fixed"), None)
    if mark is None or any(has(whole_of(one), "fixed", "resolved", "decided") for one in aligned.near):
        return
    open_ones = [
        (compared(claim, clause), one)
        for passage in aligned.near
        for clause in clauses_of(passage)
        for one in clause.certainty
        if one.name in _AIMED
    ]
    rest, theirs = max(open_ones, key=lambda pair: pair[0].nearness, default=(None, None))
    if rest is not None and theirs is not None and rest.nearness >= _NEAR_AIM:
        yield _told(aligned, "certainty.planned", mark, theirs.text, rest.clause.whole, _FIXED + rest.nearness)


_AIMED = frozenset({"planned", "expected", "possible", "considered", "undecided"})


def _established(aligned: Aligned) -> Iterator[Finding]:
    """The claim has found out, proved or admitted what its passages suspect, allege or hold possible."""
    if any(has(whole_of(one), "established") for one in aligned.near):
        return
    for clause in clauses_of(aligned.claim):
        mark = next((one for one in clause.certainty if one.name == "established"), None)
        if mark is None or clause.denials or has(clause, "asked", "possible"):
            continue
        rest = rests_on(clause, aligned.near)
        if rest is None or rest.nearness < _NEAR:
            continue
        theirs = next((one for one in rest.clause.certainty if one.name in _SUSPECTED), None)
        if theirs is not None:
            yield _told(aligned, "certainty.alleged", mark, theirs.text, rest.clause.whole, _BASE + rest.nearness)
            return


_SUSPECTED = frozenset({"alleged", "possible"})


def _told(
    aligned: Aligned, signal: str, mark: Mark, theirs: str, passage: Statement, strength: float, **fields: str
) -> Finding:
    """The word that settles, with what the passage has in its place."""
    strength = min(1.0, strength)
    return aligned.finding(
        signal, mark.text, strength=strength, passages=(passage,), theirs=(theirs,), other=theirs, **fields
    )
