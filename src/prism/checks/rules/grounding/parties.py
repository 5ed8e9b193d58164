"""Who acts upon whom where a claim and a passage tell the same tie: suing, accusing, beating, buying, paying, asking, refusing.

Both sentences are read for the same kind of tie (`languages.ties`), so that "A sued B", "B was taken to court by A" and "A가 B를 상대로 낸
소송" are one. Where both parties are read on both sides, what decides is which way round they are more alike, so that names are told
apart that no table of readings makes equal; a party alone must be surely the one that stands on the other side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.matching import find_figure
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import cast_of, sides_of
from prism.checks.rules.grounding.party import SURE, Party, likeness
from prism.checks.values import Finding
from prism.languages.roles import Span, actors
from prism.languages.ties import BOTH, Tie, ties

_LEAST = 2
_CLEAR = 1
_OWN_WORDS = 2
_LIKELY, _APART = 0.6, 0.2
"""How alike the parties must be the other way round, and how much more alike than the right way."""


@dataclass(frozen=True, slots=True)
class _Meeting:
    """How a tie of a claim stands to one of a passage: how many parties stand as there, and how many on the other side."""

    kept: int
    turned: int


_APARTS = _Meeting(0, 0)


def parties(aligned: Aligned) -> list[Finding]:
    """The parties of a claim that stand on the wrong side of a tie."""
    found = []
    for mine in ties_of(aligned.claim, aligned):
        finding = _wrong(mine, aligned)
        if finding is not None:
            found.append(finding)
    return found


def ties_of(statement: Statement, aligned: Aligned) -> tuple[Tie, ...]:
    """The ties of a passage or of the claim."""
    return _read(statement, cast_of(statement, aligned))


@lru_cache(maxsize=2048)
def _read(statement: Statement, cast: tuple[Span, ...]) -> tuple[Tie, ...]:
    return ties(statement.text, statement.language, tuple(sorted(sides_of(statement, cast))))


def _wrong(mine: Tie, aligned: Aligned) -> Finding | None:
    """The finding on one tie, held against the ties of its kind in all passages."""
    claim = aligned.claim
    doers, others = (
        tuple(one for one in parties_of(side, claim) if not one.is_thing) for side in (mine.doers, mine.others)
    )
    right, wrong, against, crossed = -1.0, -1.0, None, 0
    for passage in aligned.every:
        for theirs in ties_of(passage, aligned):
            if theirs.kind != mine.kind:
                continue
            met = _meeting(doers, others, parties_of(theirs.doers, passage), parties_of(theirs.others, passage))
            if mine.kind in BOTH and met.kept + met.turned < _LEAST:
                continue
            like = shared_beside(claim, passage)
            if met.kept >= met.turned and met.kept:
                right = max(right, like + met.kept)
            elif not met.turned and likeness(doers, parties_of(theirs.doers, passage)) >= _LIKELY:
                right = max(right, like + 1)  # a name that no table of readings makes quite equal
            elif met.turned > met.kept and like + met.turned > wrong:
                wrong, against, crossed = like + met.turned, passage, met.turned
    if against is None or right >= wrong or (crossed < _OWN_WORDS and wrong - crossed < _CLEAR):
        return None
    words = [party.text for party in (*doers, *others)][:_LEAST]
    if any(_is_one_phrase(one, other) for one in doers for other in others):
        return None
    return aligned.finding(
        "roles.swapped" if len(words) == _LEAST and crossed > 1 else "roles.party",
        *words,
        passages=(against,),
        strength=1.0,
        one=words[0],
        name=words[0],
        other=words[-1],
    )


def _is_one_phrase(one: Party, other: Party) -> bool:
    """Whether two parties were read from one noun phrase, or are the same words (a workers' group)."""
    first, second = sorted((one.span, other.span))
    return one.text == other.text or _OWNED.fullmatch(one.statement.text, first[1], second[0]) is not None


_OWNED = re.compile(r"['’]s? ?")


def parties_of(spans: tuple[Span, ...], statement: Statement) -> tuple[Party, ...]:
    """The parties at some places of a sentence."""
    return tuple(Party(span, statement) for span in spans)


def _meeting(
    doers: tuple[Party, ...], others: tuple[Party, ...], acts: tuple[Party, ...], undergoes: tuple[Party, ...]
) -> _Meeting:
    one, two = likeness(doers, acts), likeness(others, undergoes)
    turned_one, turned_two = likeness(doers, undergoes), likeness(others, acts)
    if doers and others and acts and undergoes:
        if min(turned_one - one, turned_two - two) >= _APART and min(turned_one, turned_two) >= _LIKELY:
            return _Meeting(0, 2)
        if min(one - turned_one, two - turned_two) >= _APART and min(one, two) >= _LIKELY:
            return _Meeting(2, 0)
    for same, here, there in (
        (one, others, undergoes),
        (two, doers, acts),
        (turned_one, others, acts),
        (turned_two, doers, undergoes),
    ):
        if same >= SURE and _named(here) and _named(there) and likeness(here, there) < SURE:
            return _APARTS  # the other party is a different one by name: this is told of another day
    return _Meeting((one >= SURE) + (two >= SURE), (turned_one >= SURE) + (turned_two >= SURE))


def _named(side: tuple[Party, ...]) -> bool:
    return any(party.names for party in side)


@lru_cache(maxsize=4096)
def shared_beside(claim: Statement, passage: Statement) -> float:
    """How much a passage shares with a claim beside the parties: words that say something, figures."""
    words = sum(1 for term in claim.terms if term.known and not term.ids & actors() and bears(term, claim, passage))
    return words + 2.0 * sum(1 for figure in claim.figures if find_figure(figure, passage.figures))
