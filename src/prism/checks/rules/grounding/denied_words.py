"""A word that a passage denies is not said, nor the other way round, wherever it stands (part of the check of negation).

`negation` holds clause against clause. What is held here are words: one that a passage denies and the claim says, while no
passage says it; and one that denies in itself (불참, not attend, けが人はいない) against its contrary.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, clause_at, clauses_of, shared, whole_of
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import Term, contrary_of
from prism.languages.concept_classes import is_light
from prism.languages.stance import Mark, is_undone
from prism.languages.tables import table_for

_STRENGTH, _CONTRARY = 0.65, 0.65
_SHARED = 2.0
"""Words, names and figures besides that a claim and the passage that denies must share."""
_SHARED_CONTRARY = 1.0
_OF_NO_DEED = frozenset(
    {
        "decide", "plan", "plan-noun", "say", "announce", "report", "inform", "show", "see", "think", "know", "believe", "add", "claim", "statement", "explain",
        "mention", "confirm", "record", "still", "yet-already", "since", "number-amount", "long-time-ago", "lack", "able", "possible", "possible-able",
    }
)  # fmt: skip
"""What is said, meant or left open is no deed that one of two sentences may deny."""


def denied_words(aligned: Aligned) -> Iterator[Finding]:
    """The first word that the claim says and its passages deny, or that denies in itself what they say."""
    claim = whole_of(aligned.claim)
    if is_undone(claim.text, claim.whole.language):
        return
    yield from _said(aligned) or _contrary(aligned)


def _said(aligned: Aligned) -> tuple[Finding, ...]:
    for passage in aligned.near:
        for mark, word in _denied(passage):
            if any(word.ids & denied.ids for denied in _words_denied(aligned.claim)):
                continue
            for term in aligned.claim.terms:
                if not word.ids & term.ids or term.ids & _OF_NO_DEED:
                    continue
                clause = clause_at(aligned.claim, term.start)
                if clause.denials or _excused(clause, term) or _is_said(aligned, term):
                    continue
                if shared(whole_of(aligned.claim), whole_of(passage)) - 1 >= _SHARED:
                    return (
                        aligned.finding(
                            "negation.said", term.text, strength=_STRENGTH, passages=(passage,), theirs=(mark.text,)
                        ),
                    )
    return ()


def _is_said(aligned: Aligned, term: Term) -> bool:
    """Whether any passage has a word without denying it."""
    return any(
        other.keys & term.keys and other not in _words_denied(passage)
        for passage in aligned.every
        for other in passage.terms
    )


def _excused(clause: Clause, term: Term) -> bool:
    """Whether something else in the clause of a word may deny it: where verbs come last, only what stands behind it."""
    behind = 0 if table_for(clause.whole.language).stances.denied_behind else term.end
    return any(
        mark.end > behind and not (mark.start < term.end and term.start < mark.end) for mark in clause.hints_of_denial
    )


def _contrary(aligned: Aligned) -> tuple[Finding, ...]:
    """A word that denies in itself, on one side, and its contrary on the other."""
    for passage in aligned.near:
        for signal, mine, theirs in (
            ("negation.said", _plain(aligned.claim), _denying(passage)),
            ("negation.denied", _denying(aligned.claim), _plain(passage)),
        ):
            for term in mine:
                met = next((other for other in theirs if contrary_of(term.ids) & other.ids), None)
                if met is None or _has_contrary_of(aligned, term) or _is_open(met, passage):
                    continue
                if shared(whole_of(aligned.claim), whole_of(passage)) >= _SHARED_CONTRARY:
                    return (
                        aligned.finding(signal, term.text, strength=_CONTRARY, passages=(passage,), theirs=(met.text,)),
                    )
    return ()


def _is_open(term: Term, passage: Statement) -> bool:
    """Whether a passage only asks or weighs a word (to decide whether): nothing is denied of it."""
    return any(one.name in {"asked", "pondered", "considered"} for one in clause_at(passage, term.start).certainty)


def _has_contrary_of(aligned: Aligned, term: Term) -> bool:
    """Whether any passage says a word itself."""
    return any(other.ids & term.ids for passage in aligned.every for other in (*_plain(passage), *_denying(passage)))


_BEGUN = 2


@lru_cache(maxsize=2048)
def _denied(statement: Statement) -> tuple[tuple[Mark, Term], ...]:
    """The denials of a sentence, each with the word that it denies."""
    found = []
    for clause in clauses_of(statement):
        for mark in clause.denials:
            held = mark.name == "refusal" or any(_holds(term, mark) for term in statement.terms)
            word = None if held else clause.denied(mark)
            if word is not None:
                found.append((mark, word))
                found.extend((mark, one) for one in _object(clause, word))
    return tuple(found)


@lru_cache(maxsize=2048)
def _words_denied(statement: Statement) -> frozenset[Term]:
    return frozenset(word for _, word in _denied(statement))


def _object(clause: Clause, word: Term) -> tuple[Term, ...]:
    """The noun that is denied with a verb which says little, where verbs come last (대피령은 내리지 않았다, 処分を行わず)."""
    if table_for(clause.whole.language).stances.denied_behind or not (is_light(word.ids) or not word.ids):
        return ()
    return tuple(term for term in clause.terms if 0 < word.start - term.end <= _PARTICLE and term.known)


_PARTICLE = 2
"""Characters of a particle with its space."""


@lru_cache(maxsize=2048)
def _denying(statement: Statement) -> tuple[Term, ...]:
    """The words of a sentence that hold a denial."""
    marks = [mark for mark in whole_of(statement).denials if mark.name != "refusal"]
    return tuple(term for term in statement.terms if term.known and any(_holds(term, mark) for mark in marks))


def _holds(term: Term, mark: Mark) -> bool:
    """Whether a denial stands in a word, or begins there: by more than the last syllable of a stem, where most begin."""
    return min(term.end, mark.end) - max(term.start, mark.start) >= _BEGUN and term.end - term.start > _BEGUN


@lru_cache(maxsize=2048)
def _plain(statement: Statement) -> tuple[Term, ...]:
    """The words of a sentence that nothing in it denies."""
    denying = frozenset(_denying(statement))
    denied = _words_denied(statement)
    return tuple(
        term
        for term in statement.terms
        if term.known and term not in denying and term not in denied and not clause_at(statement, term.start).denials
    )
