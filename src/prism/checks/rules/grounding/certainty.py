"""A clause is as sure as its passage, and no surer.

What a passage holds possible, considers, alleges or plans is told as sure only by a claim in which nothing at all leaves it
open: any word that may say the same (estimated, in talks, expected) excuses it, for languages leave things open in many ways.
A claim that is less sure than its passage is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, Rest, bears, clauses_of, compared, rests_on, whole_of
from prism.checks.reading import Statement
from prism.checks.rules.grounding.untold import is_borne_as_done, told_too_early
from prism.checks.values import Finding
from prism.languages import DateMention, Term
from prism.languages.moments import hours
from prism.languages.stance import Mark
from prism.languages.tables import table_for

_OPEN = frozenset({"possible", "estimated", "considered", "expected", "condition", "asked"})
_EXCUSES = {
    "possible": _OPEN | {"alleged"},
    "considered": _OPEN | {"pondered"},
    "alleged": _OPEN | {"alleged", "attributed", "planned"},
    "condition": _OPEN | {"such"},
    "planned": _OPEN | {"planned", "will", "present", "decided", "alleged"},
    "expected": _OPEN | {"planned", "will", "alleged", "attributed"},
}
"""What a passage may leave open → what in a claim leaves it open as well."""
_LEAST = {"possible": 0.2, "considered": 0.2, "condition": 0.25, "alleged": 0.45, "planned": 0.4, "expected": 0.35}
"""How near the two clauses must be."""
_SURE = frozenset({"will", "present", "decided", "done"})
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
            if name not in told and rest.nearness >= _LEAST[name] and not _open_beside(aligned, clause, rest, name):
                strength = _strength(clause, rest, name, mine)
                if strength > 0 and not _tells_it(aligned, clause, rest, name):
                    strength -= _NOT_TOLD
                if strength > 0 and not (name in _OF_DEEDS and is_borne_as_done(aligned, clause)):
                    told.add(name)
                    yield _finding(aligned, clause, rest, name, strength)
    if not told:
        yield from (
            tuple(told_too_early(aligned))
            or tuple(_whole(aligned))
            or tuple(_resolved(aligned))
            or tuple(_fixed(aligned))
            or _surely_told(aligned)
        )


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
    if not aligned.near or not mine & _SURE or is_borne_as_done(aligned, claim):
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


def _resolved(aligned: Aligned) -> Iterator[Finding]:
    """The claim has decided what its passages weigh, discuss or wish: told by the word that is decided."""
    claim = whole_of(aligned.claim)
    if any(mark.name in {"undecided", "considered"} for mark in claim.certainty):
        return
    for mark in claim.certainty:
        word = claim.denied(mark) if mark.name == "resolved" else None
        if word is None:
            continue
        telling = [one for one in _all_clauses(aligned) if bears(word, claim.whole.language, one)]
        weighing = next((one for one in telling if _has(one, "undecided")), None)
        if weighing is not None and not any(_has(whole_of(one.whole), "resolved") for one in telling):
            theirs = next(one.text for one in weighing.certainty if one.name == "undecided")
            yield aligned.finding(
                "certainty.considered",
                mark.text,
                strength=min(1.0, _BASE + compared(claim, weighing).nearness),
                passages=(weighing.whole,),
                theirs=(theirs,),
                other=theirs,
            )
            return


def _fixed(aligned: Aligned) -> Iterator[Finding]:
    """The claim calls fixed what its passages only aim at, plan, expect or hold possible."""
    claim = whole_of(aligned.claim)
    mark = next((one for one in claim.certainty if one.name == "fixed"), None)
    if mark is None or any(_has(whole_of(one), "fixed", "resolved", "decided") for one in aligned.near):
        return
    open_ones = [
        (compared(claim, clause), one)
        for passage in aligned.near
        for clause in clauses_of(passage)
        for one in clause.certainty
        if one.name in _AIMED
    ]
    rest, theirs = max(open_ones, key=lambda pair: pair[0].nearness, default=(None, None))
    if rest is not None and theirs is not None and rest.nearness >= _LEAST["planned"] / 2:
        yield aligned.finding(
            "certainty.planned",
            mark.text,
            strength=min(1.0, _HALF + rest.nearness),
            passages=(rest.clause.whole,),
            theirs=(theirs.text,),
            other=theirs.text,
        )


_AIMED = frozenset({"planned", "expected", "possible", "considered", "undecided"})


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
            others = (one for one in _all_clauses(aligned) if bears(word, passage.language, one))
            rest = compared(claim, clause)
            if rest.back >= _HALF and all(_has(one, *_OPEN) for one in others):
                yield _finding(aligned, claim, rest, "possible", min(1.0, _BASE + rest.nearness))
                return


_HALF = 0.5


def _all_clauses(aligned: Aligned) -> Iterator[Clause]:
    for passage in aligned.every:
        yield from clauses_of(passage)


def _has(clause: Clause, *names: str) -> bool:
    return any(mark.name in names for mark in clause.certainty)


def _tells_it(aligned: Aligned, clause: Clause, rest: Rest, name: str) -> bool:
    """Whether the claim has the word that the passage leaves open, where it can be told."""
    if name != "possible" and (name != "considered" or _has(clause, "decided", "resolved")):
        return True
    claim = whole_of(aligned.claim)
    if _has(clause, "resolved") and not any(_has(whole_of(one), "resolved", "decided") for one in aligned.near):
        return True  # what nobody has decided is told as decided, of whatever
    words = [_told_beside(rest.clause, mark) for mark in rest.clause.certainty if mark.name == name]
    return any(word is None or not word.known or bears(word, rest.clause.whole.language, claim) for word in words)


def _told_beside(clause: Clause, mark: Mark) -> Term | None:
    """The content word that a mark leaves open; a part of the day is none, nor another mark (the 방안, a plan, that is considered)."""
    times = [(one.start, one.end) for one in hours(clause.whole.text, clause.whole.language)]
    times += [(one.start, one.end) for one in clause.certainty if one.name == "pondered"]
    behind = table_for(clause.whole.language).stances.denied_behind
    for term in clause.terms if behind else reversed(clause.terms):
        if any(start < term.end and term.start < end for start, end in times):
            continue
        if (behind and term.start >= mark.end) or (not behind and term.start < mark.start):
            return term
    return None


_NOT_TOLD = 0.3


def _is_meant(claim: Clause, rest: Rest, name: str) -> bool:
    """Whether the clause that leaves it open is one that the claim tells."""
    return any(
        compared(claim, clause).there >= rest.there / 2
        for clause in clauses_of(rest.clause.whole)
        if any(mark.name == name for mark in clause.certainty)
    )


def _left_open(rest: Rest, claim: Statement) -> tuple[str, ...]:
    """How the clause of a passage leaves open what it says."""
    here = frozenset(mark.name for mark in rest.clause.certainty if not _is_of_a_time(mark, rest.clause.whole, claim))
    found: list[str] = [name for name in ("possible", "considered", "alleged") if name in here]
    if _is_conditional(rest.clause) and "done" not in here and not found:
        found.append("condition")
    if "planned" in here and "done" not in here and not found:
        found.append("planned")
    if "expected" in here and not here & {"planned", "will"} and rest.shared >= _FEW and not found:
        found.append("expected")
    return tuple(found)


def _is_of_a_time(mark: Mark, passage: Statement, claim: Statement) -> bool:
    """Whether a doubt is of a time or figure only, beside which it stands, and which the claim does not tell ("perhaps at noon")."""
    if mark.name != "possible":
        return False
    times = [(one.start, one.end) for one in passage.mentions if one.text not in claim.text and not _tells(one, claim)]
    times += [(one.start, one.end) for one in hours(passage.text, passage.language) if not _tells_hours(claim)]
    return any(_is_right_behind(mark.end, start, passage.text) for start, _ in times)


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
    if _has(clause, "condition"):
        return True
    every = clauses_of(clause.whole)
    at = next((place for place, one in enumerate(every) if one.start == clause.start and one.end >= clause.end), None)
    if at is None:
        return _has(whole_of(clause.whole), "condition")
    stances = table_for(clause.whole.language).stances
    if at > 0 and _has(every[at - 1], "condition") and not stances.turns.match(clause.text):
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
    """Whether another clause of the claim rests on the same passage and leaves it open, by more than a condition of both."""
    for other in clauses_of(aligned.claim):
        if other is not clause and any(mark.name in _EXCUSES[name] for mark in other.certainty):
            beside = rests_on(other, aligned.near)
            if beside is None or beside.clause.whole is not rest.clause.whole:
                continue
            conditions = _has(other, "condition") and _has(beside.clause, "condition")
            if not conditions or _has(rest.clause, "condition"):
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
    if name in {"planned", "expected"} and ("done" not in here or mine & excused):
        return 0.0
    if name == "expected" and not any(
        term.known and bears(term, clause.whole.language, rest.clause) for term in clause.terms
    ):
        return 0.0
    if name == "alleged" and (mine & excused or _CONVICTED & rest.clause.whole.keys):
        return 0.0
    strength = min(1.0, _BASE + rest.nearness)
    if mine & excused:
        strength -= _ELSEWHERE
    if name in {"possible", "considered"} and "planned" in here:
        strength -= _BASE / 2
    return strength


def _finding(aligned: Aligned, clause: Clause, rest: Rest, name: str, strength: float) -> Finding:
    passage = whole_of(rest.clause.whole)
    words = tuple(mark.text.strip() for mark in clause.certainty if mark.name in _SURE) or tuple(
        term.text for term in clause.terms if bears(term, clause.whole.language, rest.clause)
    )
    marks = (passage if name == "condition" else rest.clause).certainty
    theirs = tuple(mark.text.strip() for mark in marks if mark.name == name)
    return aligned.finding(
        f"certainty.{name}", *words, strength=strength, passages=(passage.whole,), theirs=theirs, other=theirs[0]
    )
