"""A clause is as sure as its passage, and no surer.

What a passage holds possible, considers, alleges or plans is told as sure only by a claim in which nothing at all leaves it
open: any word that may say the same (estimated, in talks, expected) excuses it, for languages leave things open in many ways.
A claim that is less sure than its passage is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.alignment import Aligned, shared_names
from prism.checks.clauses import Clause, Rest, bears, clauses_of, compared, rests_on, whole_of
from prism.checks.reading import Statement
from prism.checks.rules.grounding.settled_early import all_clauses, has, settled_early
from prism.checks.rules.grounding.untold import is_borne_as_done, told_too_early
from prism.checks.rules.grounding.ways import LIGHT
from prism.checks.values import Finding
from prism.languages import DateMention, Quotation, Term
from prism.languages.moments import hours
from prism.languages.stance import Mark
from prism.languages.tables import table_for

_OPEN = frozenset({"possible", "estimated", "considered", "expected", "condition", "asked"})
_EXCUSES = {
    "possible": _OPEN | {"alleged"},
    "considered": _OPEN | {"pondered", "undecided"},
    "alleged": _OPEN | {"alleged", "attributed", "planned"},
    "condition": _OPEN | {"such"},
    "planned": _OPEN | {"planned", "will", "present", "decided", "alleged"},
    "expected": _OPEN | {"planned", "will", "alleged", "attributed"},
}
"""What a passage may leave open → what in a claim leaves it open as well."""
_LEAST = {"possible": 0.2, "considered": 0.2, "condition": 0.25, "alleged": 0.35, "planned": 0.4, "expected": 0.35}
"""How near the two clauses must be."""
_SURE = frozenset({"will", "present", "decided", "done"})
_SETTLED = frozenset({"decided", "resolved", "done"})
_LEAST_WHOLE = 0.3
"""… if they are whole sentences."""
_CONVICTED = frozenset(
    {"c:convict", "c:sentence", "c:plead-guilty", "c:imprison", "c:death-penalty", "c:life-sentence"}
)
"""What a charge becomes by a verdict or a confession: told as a fact from then on."""
_BASE = 0.4
_ELSEWHERE = 0.3
"""What it takes away that another clause of the claim leaves something open."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """The claim states as sure, decided or done what its passage leaves open; one finding a class."""
    told: set[str] = set()
    mine = frozenset(mark.name for mark in whole_of(aligned.claim).certainty)
    for clause in clauses_of(aligned.claim):
        rest = _nearest(aligned, clause)
        if rest is None:
            continue
        for name in _left_open(rest, aligned.claim):
            if name == "condition" and _keeps_conditions(aligned.claim, rest.clause.whole):
                continue
            if name not in told and rest.nearness >= _LEAST[name] and not _open_beside(aligned, clause, rest, name):
                strength = _strength(clause, rest, name, mine)
                if strength > 0 and not _tells_it(aligned, clause, rest, name):
                    strength -= _NOT_TOLD if name != "alleged" else 1.0
                if strength > 0 and not (name in _OF_DEEDS and is_borne_as_done(aligned, clause)):
                    told.add(name)
                    yield _finding(aligned, clause, rest, name, strength)
    if not told:
        yield from (
            tuple(told_too_early(aligned))
            or tuple(_whole(aligned))
            or tuple(settled_early(aligned))
            or _surely_told(aligned)
        )


def _keeps_conditions(claim: Statement, passage: Statement) -> bool:
    """Whether a claim has as many conditions as its passage."""
    mine, theirs = (sum(mark.name == "condition" for mark in whole_of(one).certainty) for one in (claim, passage))
    return 0 < theirs <= mine


def _nearest(aligned: Aligned, clause: Clause) -> Rest | None:
    """The clause that a clause rests on: among its passages, or wherever one is clearly nearer."""
    rest, wide = rests_on(clause, aligned.near), rests_on(clause, aligned.every)
    if rest is None or (wide is not None and wide.there >= _MOST and wide.nearness > rest.nearness + _CLEARLY):
        return wide
    return rest


_OF_DEEDS = frozenset({"considered", "planned", "expected"})
_CLEARLY, _MOST = 0.25, 0.6
_FEW = 2


def _whole(aligned: Aligned) -> Iterator[Finding]:
    """A claim without any word that leaves it open against the whole of its nearest passage, which does."""
    claim = whole_of(aligned.claim)
    mine = frozenset(mark.name for mark in claim.certainty)
    if not aligned.near or not mine & _SURE or is_borne_as_done(aligned, claim) or _rests_on_others(aligned):
        return
    rest = compared(claim, whole_of(aligned.near[0]))
    here = frozenset(
        mark.name for mark in rest.clause.certainty if not _is_of_a_time(mark, aligned.near[0], aligned.claim)
    )
    for name in ("possible", "considered"):
        if (
            name in here
            and rest.nearness >= _LEAST_WHOLE
            and _is_meant(claim, rest, name)
            and not mine & (_EXCUSES[name] | {"pondered"})
        ):
            yield _finding(aligned, claim, rest, name, rest.nearness + _BASE / 2)
            return


def _rests_on_others(aligned: Aligned) -> bool:
    """Whether the claim names somebody or something that other passages name and the nearest does not: it rests on those as well."""
    here = shared_names(aligned.claim, aligned.near[0])
    return any(shared_names(aligned.claim, one) - here for one in aligned.every)


def _surely_told(aligned: Aligned) -> Iterator[Finding]:
    """The claim tells without any doubt what all clauses of the passages that have the same predicate hold possible."""
    claim = whole_of(aligned.claim)
    if any(mark.name in _EXCUSES["possible"] | {"pondered"} for mark in claim.certainty):
        return
    for passage in aligned.near:
        for clause in clauses_of(passage):
            doubts = (one for one in clause.certainty if not _is_of_a_time(one, passage, aligned.claim))
            mark = next((one for one in doubts if one.name == "possible"), None)
            word = clause.denied(mark) if mark is not None else None
            if mark is None or word is None or not word.known or not bears(word, passage.language, claim):
                continue
            others = (one for one in all_clauses(aligned) if bears(word, passage.language, one))
            rest = compared(claim, clause)
            if rest.back >= _HALF and all(has(one, *_OPEN) for one in others):
                yield _finding(aligned, claim, rest, "possible", min(1.0, _BASE + rest.nearness))
                return


_HALF = 0.5


def _tells_it(aligned: Aligned, clause: Clause, rest: Rest, name: str) -> bool:
    """Whether the claim has the word that the passage leaves open, where it can be told."""
    if name == "alleged":
        return _tells_allegation(rest.clause, whole_of(aligned.claim))
    if name != "possible" and (name != "considered" or has(clause, "decided", "resolved")):
        return True
    claim = whole_of(aligned.claim)
    if has(clause, "resolved") and not any(has(whole_of(one), "resolved", "decided") for one in aligned.near):
        return True  # what nobody has decided is told as decided, of whatever
    words = [_told_beside(rest.clause, mark) for mark in rest.clause.certainty if mark.name == name]
    return any(word is None or not word.known or bears(word, rest.clause.whole.language, claim) for word in words)


def _tells_allegation(clause: Clause, claim: Clause) -> bool:
    """Whether the claim has one of the words beside an allegation: else it may be of someone only whom others accuse."""
    mark = next((one for one in clause.certainty if one.name == "alleged"), None)
    if mark is None:
        return True
    behind = table_for(clause.whole.language).stances.denied_behind
    after = [term for term in clause.terms if term.start >= mark.end][:_FEW]
    before = [term for term in clause.terms if term.end <= mark.start][-_FEW:]
    words = after if behind else before
    return not words or any(not one.known or bears(one, clause.whole.language, claim) for one in words)


def _told_beside(clause: Clause, mark: Mark) -> Term | None:
    """The content word that a mark leaves open; a part of the day is none, nor another mark (the 방안, a plan, that is considered)."""
    times = [(one.start, one.end) for one in hours(clause.whole.text, clause.whole.language)]
    times += [(one.start, one.end) for one in clause.certainty if one.name == "pondered"]
    behind = table_for(clause.whole.language).stances.denied_behind
    for term in clause.terms if behind else reversed(clause.terms):
        if any(start < term.end and term.start < end for start, end in times) or term.ids & _ADVERBS:
            continue
        if (behind and term.start >= mark.end) or (not behind and term.start < mark.start):
            return term
    return None


_NOT_TOLD = 0.15
_ADVERBS = frozenset({"also", "still", "again", "soon", "now", "already", "together", "later", "eventually"})


def _is_meant(claim: Clause, rest: Rest, name: str) -> bool:
    """Whether the clause that leaves it open is one that the claim tells."""
    return any(
        compared(claim, clause).there >= rest.there / 2
        for clause in clauses_of(rest.clause.whole)
        if any(mark.name == name for mark in clause.certainty)
    )


def _left_open(rest: Rest, claim: Statement) -> tuple[str, ...]:
    """How the clause of a passage leaves open what it says."""
    here = frozenset(
        mark.name
        for mark in rest.clause.certainty
        if not _is_of_a_time(mark, rest.clause.whole, claim) and not _is_not_weighed(mark, rest.clause)
    )
    if _is_told_of(rest.clause):
        here |= {"alleged"}
    found: list[str] = [name for name in ("possible", "considered", "alleged") if name in here]
    if not found and any(mark.name == "asked" and not _IF.match(mark.text) for mark in rest.clause.certainty):
        found.append("considered")
    if _is_conditional(rest.clause) and "done" not in here and not found:
        found.append("condition")
    if _is_planned(rest.clause, claim) and not _is_done(rest.clause) and not found:
        found.append("planned")
    if "expected" in here and not here & {"planned", "will"} and rest.shared >= _FEW and not found:
        found.append("expected")
    return tuple(found)


def _is_not_weighed(mark: Mark, clause: Clause) -> bool:
    """Whether it is denied that something is considered (검토한 바 없다)."""
    return mark.name == "considered" and any(
        (word := clause.denied(one)) is not None and word.start < mark.end and mark.start < word.end
        for one in clause.denials
    )


def _is_planned(clause: Clause, claim: Statement) -> bool:
    """Whether a clause plans something by a word that is no mere way of saying it (크다고 호소했다), nor in a quotation that the claim leaves out."""
    said = [(mark.start, mark.end) for mark in clause.certainty if mark.name == "attributed"]
    said += [(one.start, one.end) for one in clause.whole.quotations if not _tells_of(one, clause, claim)]
    return any(
        mark.name == "planned" and not any(start < mark.end and mark.start < end for start, end in said)
        for mark in clause.certainty
    )


def _tells_of(quotation: Quotation, clause: Clause, claim: Statement) -> bool:
    """Whether a claim has a word of a quotation."""
    inside = (term for term in clause.terms if quotation.start <= term.start < quotation.end)
    return any(bears(term, clause.whole.language, whole_of(claim)) for term in inside)


_IF = re.compile(r"if\b", re.IGNORECASE)
"""Asks in some clauses and is a condition in more."""


def _is_done(clause: Clause) -> bool:
    """Whether something in a clause is done that is more than saying so (明らかにした, 밝혔다)."""
    said = [(term.start, term.end) for term in clause.terms if term.ids & LIGHT]
    said += [(mark.start, mark.end) for mark in clause.certainty if mark.name == "attributed"]
    return any(
        mark.name == "done" and not any(start <= mark.start <= end + 1 for start, end in said)
        for mark in clause.certainty
    )


def _is_told_of(clause: Clause) -> bool:
    """Whether a clause before, with nothing that turns between, has it that someone alleges all that follows (prosecutors allege that)."""
    stances = table_for(clause.whole.language).stances
    if not stances.denied_behind or stances.turns.match(clause.text):
        return False
    before = [one for one in clauses_of(clause.whole) if one.end <= clause.start]
    while before and not before[-1].text.rstrip().endswith(";"):
        one = before.pop()
        if has(one, "alleged"):
            return True
        if stances.turns.match(one.text):
            return False
    return False


def _is_of_a_time(mark: Mark, passage: Statement, claim: Statement) -> bool:
    """Whether a doubt is of a time or figure only, beside which it stands, and which the claim does not tell ("perhaps at noon"), or of a question."""
    if mark.name != "possible":
        return False
    if passage.language == "en" and _ASKING.search(passage.text, 0, mark.start):
        return True
    times = [(one.start, one.end) for one in passage.mentions if one.text not in claim.text and not _tells(one, claim)]
    times += [(one.start, one.end) for one in hours(passage.text, passage.language) if not _tells_hours(claim)]
    return any(_is_right_behind(mark.end, start, passage.text) for start, _ in times)


_ASKING = re.compile(r"\b(?:when|how|where|what|who|which|why) (?:\w+ ){0,4}$", re.IGNORECASE)
"""Before a doubt that is part of a question: did not say when it might apply."""


def _tells_hours(claim: Statement) -> bool:
    """Whether a claim tells a time of day."""
    return bool(hours(claim.text, claim.language))


def _tells(day: DateMention, claim: Statement) -> bool:
    return any(one.first <= day.last and day.first <= one.last for one in claim.mentions)


_LINKS = re.compile(
    r"\s*(?:(?:by|on|in|at|as|late|early|before|after|around|about|from|next|the|mid|shortly|soon)[ -])*", re.IGNORECASE
)
"""What may stand between a doubt and its time."""


def _is_right_behind(end: int, start: int, text: str) -> bool:
    return end <= start and _LINKS.fullmatch(text[end:start]) is not None


def _is_conditional(clause: Clause) -> bool:
    """Whether a clause holds under a condition: one of its own, or of the clause before it, or of the one behind it that begins so."""
    if has(clause, "condition"):
        return True
    every = clauses_of(clause.whole)
    at = next((place for place, one in enumerate(every) if one.start == clause.start and one.end >= clause.end), None)
    if at is None:
        return has(whole_of(clause.whole), "condition")
    stances = table_for(clause.whole.language).stances
    if at > 0 and has(every[at - 1], "condition") and not stances.turns.match(clause.text):
        return True
    behind = every[at + 1 : at + 2]
    return stances.denied_behind and any(
        one.name == "condition" and one.start - behind[0].start <= _BEGINS
        for other in behind
        for one in other.certainty
    )


_BEGINS = 2
"""A condition that begins a clause."""


def _open_beside(aligned: Aligned, clause: Clause, rest: Rest, name: str) -> bool:
    """Whether another clause of the claim rests on the same clause and leaves it open, by more than a condition of both."""
    for other in clauses_of(aligned.claim):
        if other is not clause and any(mark.name in _EXCUSES[name] for mark in other.certainty):
            beside = rests_on(other, aligned.near)
            if beside is None or beside.clause is not rest.clause:
                continue
            conditions = has(other, "condition") and has(beside.clause, "condition")
            if not conditions or has(rest.clause, "condition"):
                return True
    return False


def _strength(clause: Clause, rest: Rest, name: str, mine: frozenset[str]) -> float:
    """How clearly a clause of the claim is surer, 0 if it is not; `mine` are the marks of the whole claim."""
    here = frozenset(mark.name for mark in clause.certainty)
    excused = _EXCUSES[name]
    if here & excused or (mine & excused and not here & _SURE):
        return 0.0
    if name in {"considered", "condition"} and not mine & _SURE:
        return 0.0
    if name in {"planned", "expected"} and (
        "done" not in here or mine & excused or (name == "planned" and not _is_done(clause))
    ):
        return 0.0
    if name == "expected" and not any(
        term.known and bears(term, clause.whole.language, rest.clause) for term in clause.terms
    ):
        return 0.0
    if name == "alleged" and (
        (clause.denials and not rest.clause.denials) or mine & excused or _is_convicted(rest.clause.whole)
    ):
        return 0.0
    strength = min(1.0, _BASE + rest.nearness)
    if mine & excused:
        strength -= _ELSEWHERE
    if name in {"possible", "considered"} and clause.denials and not rest.clause.denials:
        strength -= _ELSEWHERE  # it is said not to be so: a denial of what is suspected
    if name in {"possible", "considered"} and "planned" in here and not here & _SETTLED:
        strength -= _BASE / 2
    return strength


def _is_convicted(passage: Statement) -> bool:
    """Whether a passage tells of a verdict or a confession, which nothing in it denies (pleaded not guilty)."""
    return bool(_CONVICTED & passage.keys) and not whole_of(passage).denials


def _finding(aligned: Aligned, clause: Clause, rest: Rest, name: str, strength: float) -> Finding:
    passage = whole_of(rest.clause.whole)
    words = tuple(mark.text.strip() for mark in clause.certainty if mark.name in _SURE) or tuple(
        term.text for term in clause.terms if bears(term, clause.whole.language, rest.clause)
    )
    marks = (passage if name in {"condition", "alleged"} else rest.clause).certainty
    theirs = tuple(mark.text.strip() for mark in marks if mark.name == name) or tuple(
        mark.text.strip() for mark in marks if mark.name in {"undecided", "asked"}
    )
    return aligned.finding(
        f"certainty.{name}", *words, strength=strength, passages=(passage.whole,), theirs=theirs, other=theirs[0]
    )
