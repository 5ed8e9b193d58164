"""What a passage rules out, does not know or has not done yet, told the other way round (part of the check of negation).

These say which way a matter goes by a phrase of their own (ruled out, not clear, 아직 … 않았다), so that they are held against
the contrary phrase of the claim by what stands with both, whichever clauses that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, bears, clause_at, clauses_of, compared, shared, whole_of
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import Term
from prism.languages.stance import Mark, unrefused
from prism.languages.tables import table_for

_STRENGTH = 0.8
_ANCHORS = 1
_BESIDE = 24
"""Characters between what is known and the word that says so."""
_SHARE = 0.5
_NEAR = 0.3


def other_way(aligned: Aligned) -> Iterator[Finding]:
    """The first phrase of the claim that goes the other way than its passages."""
    yield from tuple(_ruled_out(aligned)) or tuple(_found_out(aligned)) or tuple(_done_already(aligned))


def _refusals(statement: Statement) -> tuple[tuple[Mark, Term, bool], ...]:
    """The refusals of a sentence, each with its word and whether it is undone (did not rule out)."""
    undone = unrefused(statement.text, statement.language)
    marks = [mark for mark in whole_of(statement).denials if mark.name == "refusal"]
    return tuple(
        (mark, term, mark in undone)
        for mark in (*marks, *undone)
        for term in statement.terms
        if term.ids and term.start < mark.end and mark.start < term.end
    )


def _ruled_out(aligned: Aligned) -> Iterator[Finding]:
    """What is ruled out, denied, refused in one and not in the other, by one word."""
    theirs = [(passage, *one) for passage in aligned.near for one in _refusals(passage)]
    if not theirs:
        return
    yield from _shut_out(aligned, [one[:3] for one in theirs if one[3] and _EXCLUDE in one[2].ids])
    for mark, term, undone in _refusals(aligned.claim):
        same = [one for one in theirs if one[2].ids & term.ids]
        against = next((one for one in same if one[3] != undone), None)
        if against is None or any(one[3] == undone for one in same):
            continue
        if undone and whole_of(against[0]).assents:
            continue  # who admits one thing and denies another does not deny the one
        clause = clause_at(aligned.claim, mark.start)
        if shared(whole_of(against[0]), whole_of(aligned.claim)) - 1 >= _ANCHORS:
            signal = "negation.said" if undone else "negation.denied"
            yield aligned.finding(
                signal,
                clause.text[-_BESIDE:].strip(),
                strength=_STRENGTH,
                passages=(against[0],),
                theirs=(against[1].text,),
            )
            return


_EXCLUDE, _OBJECT = "exclude", 3
_OPEN = frozenset({"possible", "estimated", "considered", "pondered", "asked", "condition"})


def _shut_out(aligned: Aligned, left_open: list[tuple[Statement, Mark, Term]]) -> Iterator[Finding]:
    """The claim says of what a passage does not rule out that it will not be."""
    if any(mark.name in _OPEN for mark in whole_of(aligned.claim).certainty):
        return
    for passage, mark, _ in left_open:
        words = _excluded(whole_of(passage), mark)
        for clause in clauses_of(aligned.claim):
            denied = next((one for one in clause.denials if one.name == "not"), None)
            if denied is not None and any(bears(word, passage.language, clause) for word in words):
                yield aligned.finding(
                    "negation.denied", denied.text, strength=_STRENGTH, passages=(passage,), theirs=(mark.text,)
                )
                return


def _excluded(clause: Clause, mark: Mark) -> list[Term]:
    """What is ruled out: the nearest known words on the side where the language puts it, the possibility of it left out."""
    behind = table_for(clause.whole.language).stances.denied_behind
    words = [term for term in clause.terms if term.known and "possible" not in term.ids and _EXCLUDE not in term.ids]
    if behind:
        return [term for term in words if term.start >= mark.end][:_OBJECT]
    return [term for term in words if term.end <= mark.start][-1:]


def _found_out(aligned: Aligned) -> Iterator[Finding]:
    """The claim knows, or has found out, what a passage says is not known."""
    claim = whole_of(aligned.claim)
    known = [
        mark
        for mark in claim.certainty
        if mark.name in {"established", "known"} and not _is_undone(aligned.claim, mark)
    ]
    if not known:
        return
    for passage in aligned.near:
        for clause in clauses_of(passage):
            unknown = next((one for one in clause.certainty if one.name == "unknown"), None)
            if unknown is None:
                continue
            words = _without(clause, unknown)
            met = [
                one for one in claim.terms if any(one.keys & word.keys or one.sounds & word.sounds for word in words)
            ]
            mark = next((one for one in known if any(_is_beside(one, term) for term in met)), None)
            if mark is None or len(met) < _SHARE * len(words) or _is_known(aligned, words, passage):
                continue
            yield aligned.finding(
                "negation.said", mark.text, strength=_STRENGTH, passages=(passage,), theirs=(unknown.text,)
            )
            return


def _is_undone(statement: Statement, mark: Mark) -> bool:
    """Whether what is known stands in a clause that denies, asks or looks for it."""
    clause = clause_at(statement, mark.start)
    return bool(clause.denials) or any(one.name in {"asked", "unknown", "pondered"} for one in clause.certainty)


def _without(clause: Clause, mark: Mark) -> list[Term]:
    """The content words of a clause that stand outside a mark."""
    return [term for term in clause.terms if term.end <= mark.start or mark.end <= term.start]


def _is_beside(mark: Mark, term: Term) -> bool:
    return 0 <= mark.start - term.end <= _BESIDE or 0 <= term.start - mark.end <= _BESIDE


def _is_known(aligned: Aligned, words: list[Term], unknown: Statement) -> bool:
    """Whether another passage has found out the same."""
    return any(
        mark.name in {"established", "known"} and not _is_undone(passage, mark)
        for passage in aligned.near
        if passage is not unknown and any(bears(word, unknown.language, whole_of(passage)) for word in words)
        for mark in whole_of(passage).certainty
    )


def _done_already(aligned: Aligned) -> Iterator[Finding]:
    """The claim has done already what a passage says is not done yet."""
    for mine in clauses_of(aligned.claim):
        if mine.denials or not any("already" in term.ids for term in mine.terms):
            continue
        for passage in aligned.near:
            for clause in clauses_of(passage):
                if not clause.denials or not any("still" in term.ids for term in clause.terms):
                    continue
                rest = compared(mine, clause)
                if rest.shared >= _ANCHORS and rest.back >= _NEAR:
                    yield aligned.finding(
                        "negation.said",
                        *(term.text for term in mine.terms if "already" in term.ids),
                        strength=_STRENGTH,
                        passages=(passage,),
                        theirs=tuple(mark.text for mark in clause.denials[:1]),
                    )
                    return
