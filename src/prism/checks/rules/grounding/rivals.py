"""A deed that is told of another party than in the passages: who sued, refused, won, cancelled, gave way (`languages.ties`).

Two readings. Where a claim tells of two parties what its passages tell of the same two the other way round (one asked and the other
refused), they are exchanged, whatever they are called. Else both the claim's party and the passages' must be proper names, the claim's
be known to the passages, and no passage tell the same of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from prism.checks.alignment import Aligned
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import cast_of, sides_of
from prism.checks.rules.grounding.parties import parties_of, shared_beside, ties_of
from prism.checks.rules.grounding.party import SURE, Party, likeness
from prism.checks.values import Finding
from prism.languages.roles import Span
from prism.languages.spans import meets
from prism.languages.ties import BOTH, Tie

_UNLIKE = 0.5
"""Parties that are less alike than this are two."""
_APPOSED = 3
"""Signs, at the most, between two words for one party (the mayor of Limni, Vasiliki Drakou)."""
_Done = tuple[Tie, tuple[Party, ...], Statement]


def rivals(aligned: Aligned) -> Iterator[Finding]:
    """The parties of a claim of which it tells what its passages tell of others."""
    mine = [one for one in _done(aligned.claim, aligned) if one[0].kind not in BOTH]
    if not mine:
        return
    theirs = [one for passage in aligned.every for one in _done(passage, aligned)]
    crossed = next(_crossed(mine, theirs, aligned), None)
    if crossed is not None:
        yield crossed
        return
    for one in mine:
        found = _told_of_another(one, theirs, aligned)
        if found is not None:
            yield found
            return


def _done(statement: Statement, aligned: Aligned) -> list[_Done]:
    """The ties of a sentence of which it is told who acts."""
    return [(tie, parties_of(tie.doers, statement), statement) for tie in ties_of(statement, aligned) if tie.doers]


def _crossed(mine: list[_Done], theirs: list[_Done], aligned: Aligned) -> Iterator[Finding]:
    """Two deeds of two parties, each told of the other one."""
    for (one, first, _), (two, second, _) in permutations(mine, 2):
        if one.kind == two.kind or likeness(first, second) >= _UNLIKE:
            continue
        ones = [(doers, at) for tie, doers, at in theirs if tie.kind == one.kind]
        twos = [(doers, at) for tie, doers, at in theirs if tie.kind == two.kind]
        if not ones or not twos or _any_alike(first, ones) or _any_alike(second, twos):
            continue
        against = next((at for doers, at in ones if at in aligned.near and likeness(doers, second) >= SURE), None)
        if against is not None:
            a, b = first[0].text, second[0].text
            yield aligned.finding("roles.swapped", a, b, passages=(against,), strength=1.0, one=a, other=b)


def _any_alike(party: tuple[Party, ...], others: list[tuple[tuple[Party, ...], Statement]]) -> bool:
    return any(likeness(party, doers) >= _UNLIKE for doers, _ in others)


def _told_of_another(one: _Done, theirs: list[_Done], aligned: Aligned) -> Finding | None:
    tie, doers, claim = one
    if not _is_proper(doers) or not tie.sure:
        return None
    best: tuple[float, tuple[Party, ...], Statement] | None = None
    for other, party, passage in theirs:
        if other.kind != tie.kind:
            continue
        if likeness(doers, party) >= _UNLIKE or _is_apposed(doers, party, aligned):
            return None
        others, undergoing = parties_of(tie.others, claim), parties_of(other.others, passage)
        if _is_proper(others) and _is_proper(undergoing) and likeness(others, undergoing) < SURE:
            continue  # told of another day
        like = shared_beside(claim, passage)
        if (
            other.sure
            and _is_proper(party)
            and passage in aligned.near
            and like >= 1
            and (best is None or like > best[0])
        ):
            best = (like, party, passage)
    if best is None or not _is_known(doers, aligned) or _may_stand_for(doers, best[1], aligned):
        return None
    _, party, passage = best
    name, other_name = doers[0].text, party[0].text
    return aligned.finding("roles.rival", name, passages=(passage,), theirs=(other_name,), name=name, other=other_name)


def _is_proper(party: tuple[Party, ...]) -> bool:
    """Whether a party is told by a name, and not by that of a place alone, unless it is the place itself that acts."""
    return any(
        one.names and (not one.is_place or (one.states and len(one.text) - len(one.whole) <= _APPOSED)) for one in party
    )


def _is_apposed(doers: tuple[Party, ...], party: tuple[Party, ...], aligned: Aligned) -> bool:
    """Whether the name stands before the other in its passage, so that both are one or the one speaks for the other."""
    for other in party:
        passage = other.statement
        spans = [*_spans(passage, aligned), *_spelt(doers, passage)]
        for span in spans:
            gap = passage.text[span[1] : other.span[0]] if span[1] <= other.span[0] else None
            beside = gap is not None and (len(gap) <= _APPOSED or _OWNED.fullmatch(gap) is not None)
            if beside and likeness(doers, (Party(span, passage),)) >= SURE:
                return True
    return False


def _spelt(party: tuple[Party, ...], passage: Statement) -> Iterator[Span]:
    """Where the names of a party stand in a passage letter by letter, with the title behind them."""
    for name in {name for one in party for name in one.names}:
        at = passage.text.find(name)
        if at >= 0:
            yield at, at + len(name) + 2 * passage.text.startswith(" 씨", at + len(name))


_OWNED = re.compile(r"(?: ?씨| ?측)?(?:의 |['’]s |の|的)[^.;,]{0,24}?,? ?")
"""Between an owner and what is theirs (Corvane's general counsel, Miles Ferrante)."""


def _is_known(party: tuple[Party, ...], aligned: Aligned) -> bool:
    """Whether the sources name somebody like this."""
    place = all(one.is_place for one in party)
    return any(
        likeness(party, (known,)) >= SURE and (place or not known.is_place)
        for passage in aligned.every
        for known in (Party(span, passage) for span in _spans(passage, aligned))
    )


def _may_stand_for(doers: tuple[Party, ...], party: tuple[Party, ...], aligned: Aligned) -> bool:
    """Whether one is a person, the other a body, and the passage has but one of them: somebody may act for a body."""
    if (_kind(doers) == "person") == (_kind(party) == "person"):
        return False
    passage = party[0].statement
    return not any(likeness(doers, (Party(span, passage),)) >= SURE for span in _spans(passage, aligned))


def _kind(party: tuple[Party, ...]) -> str:
    return next(
        (name.kind for one in party for name in one.statement.names if meets(name.start, name.end, (one.span,))), ""
    )


def _spans(passage: Statement, aligned: Aligned) -> Iterator[Span]:
    yield from ((one.start, one.end) for one in passage.names)
    yield from sides_of(passage, cast_of(passage, aligned))
