"""What the passages tell only as planned, promised or weighed is not told as done (part of the check of certainty).

A deed that the claim tells as done ("has halved", 내렸다) is looked for in the passages: where one that the claim's clause rests
on tells it, and every passage that tells it leaves it open (would halve, 내리겠다고 했다), the claim has done it too early.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, clause_at, compared, whole_of
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import Term
from prism.languages.korean_morphemes import content_words
from prism.languages.settled import DONE, OPEN, settled

_STEM = 5
_NEAR = 0.25
_BASE = 0.45
_CLOSE = 0.75
"""A passage that tells a deed as done bears out the claim if it is this part as near as the one that leaves it open."""
_SAYING = frozenset(
    {
        "say", "announce", "declare", "statement", "claim", "insist", "explain", "emphasise", "add", "report", "inform", "plan", "plan-noun", "aim",
        "decide", "expect", "predict", "forecast", "want", "hope", "consider", "discuss", "promise", "prepare", "think", "know", "see", "show",
        "warn", "believe", "agree", "propose", "estimate", "possible", "able", "stress-need", "criticise", "need", "become", "happen", "exist",
    }
)  # fmt: skip
"""What is said or meant is told as done whatever becomes of it."""


_LEFT_OPEN = frozenset({"asked", "possible", "condition", "expected", "alleged", "considered", "will"})
"""What in a clause of the claim leaves its deed open."""
_AT_ONCE = frozenset(
    {
        "delay",
        "cancel",
        "suspend",
        "postpone",
        "ban",
        "allow",
        "approve",
        "reject",
        "still",
        "make",
        "create",
        "remain",
        "absent-none",
        "lack",
        "result",
        "cause",
        "stay",
        "problem",
        "publish",
        "apologise",
        "include",
        "contain",
    }
)
"""What is done by saying that it will be, or is hardly a deed."""


@dataclass(frozen=True, eq=False)
class Deed:
    """A word that tells of something done or to be done.

    Attributes:
        keys: what it means; within a language its stem as well.
        text: as it stands.
        start: its offset.
        end: offset behind its last character.
        noun: whether it is a noun.
        said: the sentence.
    """

    keys: frozenset[str]
    text: str
    start: int
    end: int
    noun: bool
    said: Statement

    @cached_property
    def state(self) -> str:
        """What is told of it: "done", "open" or nothing; worked out for the few that are asked."""
        return settled(self.said.text, self.said.language, self.start, self.end, noun=self.noun)


def told_too_early(aligned: Aligned) -> Iterator[Finding]:
    """The first deed that the claim tells as done and its passages only as planned, promised or weighed."""
    passages: list[tuple[Statement, Deed]] = []
    for mine in deeds_told(aligned.claim):
        if mine.state != DONE or any(
            one.name in _LEFT_OPEN and not one.start <= mine.start < one.end
            for one in clause_at(aligned.claim, mine.start).certainty
        ):
            continue
        passages = passages or [(passage, deed) for passage in aligned.every for deed in deeds_told(passage)]
        met = [(one, deed) for one, deed in passages if deed.keys & mine.keys]
        if not any(deed.state == OPEN for _, deed in met):
            continue
        clause = clause_at(aligned.claim, mine.start)
        scored = sorted(
            ((_near(clause, one, deed), deed.state, one, deed) for one, deed in met), key=lambda row: -row[0]
        )
        near, state, passage, deed = scored[0]
        if state != OPEN or near < _NEAR or passage not in aligned.near:
            continue
        if any(other == DONE and there >= near * _CLOSE for there, other, *_ in scored):
            continue
        yield aligned.finding(
            "certainty.planned",
            mine.text,
            strength=min(1.0, _BASE + near),
            passages=(passage,),
            theirs=(deed.text,),
            other=deed.text,
        )
        return


def is_borne_as_done(aligned: Aligned, clause: Clause) -> bool:
    """Whether a deed that a clause of the claim tells as done is told as done by a passage that the claim rests on."""
    mine = [
        deed for deed in deeds_told(aligned.claim) if deed.state == DONE and clause.start <= deed.start < clause.end
    ]
    return any(
        not deed.keys.isdisjoint(one.keys) and deed.state == DONE
        for one in mine
        for passage in aligned.near
        for deed in deeds_told(passage)
    )


def _near(clause: Clause, passage: Statement, deed: Deed) -> float:
    """How nearly the clause of a deed says what the clause of another says, or the sentence of it."""
    own = compared(clause, clause_at(passage, deed.start)).nearness
    return max(own, compared(clause, whole_of(passage)).nearness)


@lru_cache(maxsize=2048)
def deeds_told(statement: Statement) -> tuple[Deed, ...]:
    """The deeds that a sentence tells, with how each is told."""
    text, language = statement.text, statement.language
    found = []
    words = {word.start: word for word in content_words(text)}
    whole = whole_of(statement)
    denied = [(mark.start, mark.end) for mark in whole.denials]
    undone = [whole.denied(mark) for mark in whole.denials]
    for term in statement.terms:
        if (term.ids and term.ids <= _SAYING | _AT_ONCE) or (not term.ids and term.text.startswith(_BOUND)):
            continue
        if term in undone or any(start < term.end and term.start < end + 1 for start, end in denied):
            continue
        word = words.get(term.start)
        noun = word.kind != "verb" if word else _KANJI.fullmatch(term.text) is not None
        keys = _keys(term, language, word.lemma if word and word.kind != "name" else "")
        if keys:
            found.append(Deed(keys, text[term.start : term.end], term.start, term.end, noun, statement))
    return tuple(found)


_BOUND = "것"
"""A Korean noun that means nothing by itself."""
_KANJI = re.compile(r"[一-鿿々ァ-ヺー]+")


def _keys(term: Term, language: str, lemma: str) -> frozenset[str]:
    keys = {f"c:{ident}" for ident in term.ids - _SAYING - _AT_ONCE}
    if lemma:
        keys.add(f"{language}:{lemma}")
    elif not term.ids and len(term.text) > 1:
        keys.add(f"{language}:{term.text.casefold()[:_STEM]}")
    return frozenset(keys)
