"""Who did what to whom is as in the passages: no sides swapped, no deed of one told of another, no figure given to the other name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from prism.checks.alignment import Aligned, bears
from prism.checks.matching import find_figure, is_same
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import Deed, Side, are_joined, is_strong, same_side, told
from prism.checks.rules.grounding.parties import parties
from prism.checks.rules.grounding.rivals import rivals
from prism.checks.rules.grounding.standing import standing
from prism.checks.rules.grounding.turns import turns
from prism.checks.rules.grounding.ways import GETTING
from prism.checks.values import Finding
from prism.languages import Term, contrary_of, same_name
from prism.languages.contrasts import contrasts
from prism.languages.roles import Span

_PARTS = 2
"""A name of two parts may have been read as two."""
_ALONE = 0.6
"""Least share of what is told of a side that its passage must bear."""
_MARGIN = 0.34


def check(aligned: Aligned) -> Iterator[Finding]:
    """The sides of each deed of a claim against those of the deeds of its passages."""
    seen: set[tuple[str, str]] = set()
    for deed in told(aligned.claim, aligned):
        for finding in (_swapped(deed, aligned), _done_by_another(deed, aligned), _beside_another(deed, aligned)):
            if finding is not None and (finding.signal, finding.words[0]) not in seen:
                seen.add((finding.signal, finding.words[0]))
                yield finding
    for finding in (*turns(aligned), *parties(aligned), *rivals(aligned), *standing(aligned)):
        if (finding.signal, finding.words[0]) not in seen:
            seen.add((finding.signal, finding.words[0]))
            yield finding
    yield from _values(aligned)
    yield from _contrasts(aligned)


def _contrasts(aligned: Aligned) -> Iterator[Finding]:
    """Denied is what the passage asserts, and asserted what it denies (not the one but the other)."""
    claim = aligned.claim
    for ours in contrasts(claim.text, claim.language):
        no, yes = claim.part(*ours.denied), claim.part(*ours.asserted)
        if not no.terms or not yes.terms:
            continue
        for passage in aligned.near:
            for theirs in contrasts(passage.text, passage.language):
                denied, asserted = passage.part(*theirs.denied), passage.part(*theirs.asserted)
                turned = _common(no, asserted) + _common(yes, denied)
                if turned and turned > _common(no, denied) + _common(yes, asserted):
                    yield aligned.finding(
                        "roles.contrast",
                        no.text,
                        yes.text,
                        passages=(passage,),
                        theirs=(denied.text, asserted.text),
                        one=no.text,
                        other=yes.text,
                    )
                    return


def _common(one: Statement, other: Statement) -> int:
    return sum(1 for term in one.terms if term.keys & other.keys)


def _swapped(deed: Deed, aligned: Aligned) -> Finding | None:
    """Two sides that stand the other way round where the passage tells the same."""
    ways = [
        (way, shared, agent, patient, other)
        for agent in deed.agents
        for patient in deed.patients
        if is_strong(agent) == is_strong(patient)
        and not same_side(agent, patient)
        and not are_joined(agent, patient, aligned.claim)
        for passage in aligned.near
        for other in told(passage, aligned)
        if _gets(deed) == _gets(other) and (way := _way(agent, patient, other)) and (shared := _shared(deed, other)) > 0
    ]
    if not ways or any((way > 0) != _is_converse(deed, other) for way, _, _, _, other in ways):
        return None
    _, shared, agent, patient, other = max(ways, key=lambda one: one[1])
    named = 0.3 * (agent.name + patient.name)
    return aligned.finding(
        "roles.swapped",
        agent.text,
        patient.text,
        passages=(other.passage,),
        theirs=[side.text for side in (*other.agents, *other.patients)],
        strength=min(1.0, 0.2 + named + 0.4 * shared),
        one=agent.text,
        other=patient.text,
    )


def _gets(deed: Deed) -> bool:
    """Whether a deed is told by a word for getting: who stands where then depends on more than is read here."""
    return any(term.ids & GETTING for term in deed.words)


def _way(agent: Side, patient: Side, other: Deed) -> int:
    """1 if a deed has the two sides as they are, -1 if the other way round, 0 if it has not both."""
    if any(same_side(agent, one) for one in other.agents) and any(same_side(patient, one) for one in other.patients):
        return 1
    if any(same_side(agent, one) for one in other.patients) and any(same_side(patient, one) for one in other.agents):
        return -1
    return 0


def _shared(deed: Deed, other: Deed) -> float:
    """Share of what a deed tells that the other deed's sentence bears within its stretch; contraries count."""
    if not deed.words:
        return 0.0
    keys = frozenset(key for term in other.words for key in term.keys)
    ids = frozenset(ident for term in other.words for ident in term.ids)
    met = sum(
        1
        for term in deed.words
        if term.keys & keys
        or contrary_of(term.ids) & ids
        or (term.ids & _CONTEST and ids & _CONTEST)
        or _looks(term, other)
    )
    return met / len(deed.words)


def _looks(term: Term, other: Deed) -> bool:
    return term.text in other.passage.text[other.frame.start : other.frame.end] if len(term.text) > 1 else False


_CONTEST = frozenset({"win", "defeat", "beat", "lose", "victory", "loss-defeat", "overtake", "triumph"})
"""Concepts of one deed: frames already turn "lost to" round."""
_CONVERSE = frozenset(
    frozenset(pair)
    for pair in ( ("purchase", "sell"), ("purchase", "sale"), ("buy", "sell"), ("lend", "borrow"), ("give", "receive"),
        ("precede", "follow"), ("import", "export"), ("pay", "receive-money"), ("employ", "work-for"), ("teach", "learn"), ("send", "receive"), ("supply", "purchase"), ("acquisition", "sale"),
        ("predecessor", "successor"),
    )
)  # fmt: skip
"""Pairs of concepts that tell one deed from its two sides."""


def _is_converse(deed: Deed, other: Deed) -> bool:
    ours = {ident for term in deed.words for ident in term.ids}
    theirs = {ident for term in other.words for ident in term.ids}
    return any(frozenset((one, two)) in _CONVERSE for one in ours - theirs for two in theirs - ours)


def _done_by_another(deed: Deed, aligned: Aligned) -> Finding | None:
    """A deed that the passages tell of another of their names than the claim does."""
    agents = [side for side in deed.agents if side.name]
    if not agents or len(agents) > _PARTS or len(deed.words) < 2:  # noqa: PLR2004 - one word tells no deed
        return None
    agent = agents[-1]
    best, mine, whose = 0.0, 0.0, None
    for passage in aligned.every:
        for other in told(passage, aligned):
            named = [side for side in other.agents if side.name]
            share = _told(deed, other)
            if _mentions(agent, other.passage) or not named:
                mine = max(mine, share)
            elif share > best and _sure_other(agent, named, aligned):
                best, whose = share, other
        if _mentions(agent, passage):
            mine = max(mine, _borne(deed, passage))
    if whose is None or best < _ALONE or best - mine < _MARGIN:
        return None
    theirs = [side.text for side in whose.agents if side.name]
    return aligned.finding(
        "roles.agent",
        agent.text,
        passages=(whose.passage,),
        theirs=theirs,
        strength=min(1.0, best),
        name=agent.text,
        other=", ".join(theirs),
    )


def _beside_another(deed: Deed, aligned: Aligned) -> Finding | None:
    """A deed told of one where the same passage tells it of another and something else of the one."""
    if len(deed.agents) != 1 or not deed.words or not is_strong(deed.agents[0]):
        return None
    agent = deed.agents[0]
    for passage in aligned.near:
        ours, theirs, whose = 0.0, 0.0, None
        knows = False
        for other in told(passage, aligned):
            if any(same_side(agent, side) for side in (*other.agents, *other.patients)):
                knows = knows or any(same_side(agent, side) for side in other.agents)
                ours = max(ours, _shared(deed, other))
            elif (
                other.agents and all(side.name == agent.name for side in other.agents) and _shared(deed, other) > theirs
            ):
                theirs, whose = _shared(deed, other), other
        if whose is None or not knows or theirs < _CLAUSE or ours > 0:
            continue
        if not any(same_side(side, one) for side in whose.agents for one in _others(deed, aligned)):
            continue
        return aligned.finding(
            "roles.clause",
            agent.text,
            passages=(passage,),
            theirs=[side.text for side in whose.agents],
            strength=min(1.0, theirs + 0.2),
            name=agent.text,
            other=", ".join(side.text for side in whose.agents),
        )
    return None


_CLAUSE = 0.5


def _others(deed: Deed, aligned: Aligned) -> list[Side]:
    """Those who do the other deeds of the claim."""
    return [side for other in told(aligned.claim, aligned) if other is not deed for side in other.agents]


def _told(deed: Deed, other: Deed) -> float:
    return _borne(deed, other.passage)


def _borne(deed: Deed, passage: Statement) -> float:
    return sum(1 for term in deed.words if bears(term, deed.passage, passage)) / len(deed.words)


def _mentions(side: Side, passage: Statement) -> bool:
    return side.text in passage.text or any(
        is_same(same_name(side.text, side.language, one, passage.language)) for one in passage.tokens
    )


def _sure_other(agent: Side, named: list[Side], aligned: Aligned) -> bool:
    """Whether none of the names can be the claim's, which the sources know as somebody else of the same kind."""
    if not any(side.kind == agent.kind for side in named):
        return False
    if any(same_name(agent.text, agent.language, side.text, side.language) > 0.7 for side in named):  # noqa: PLR2004
        return False
    return any(_mentions(agent, passage) for passage in aligned.every)


def _values(aligned: Aligned) -> Iterator[Finding]:
    """Figures that stand beside one name in a claim and beside another in its passage; two names exchanged where two are."""
    moved = list(_moved(aligned))
    for one, other in combinations(moved, 2):
        if same_side(one.beside, other.theirs) and same_side(other.beside, one.theirs):
            words = one.beside.text, other.beside.text
            yield aligned.finding(
                "roles.swapped",
                *words,
                one.figure,
                other.figure,
                passages=(one.passage,),
                theirs=words,
                one=words[0],
                other=words[1],
            )
            return
    for one in moved:
        yield aligned.finding(
            "roles.value",
            one.figure,
            one.beside.text,
            passages=(one.passage,),
            theirs=(one.theirs.text, one.given),
            figure=one.figure,
            name=one.beside.text,
            other=one.theirs.text,
        )


class _Moved(NamedTuple):
    """A figure with the name beside it in a claim, and as it is written and whose it is in a passage."""

    figure: str
    beside: Side
    given: str
    theirs: Side
    passage: Statement


def _moved(aligned: Aligned) -> Iterator[_Moved]:
    claim = aligned.claim
    for figure in claim.figures:
        beside = _beside(figure.start, claim)
        if beside is None or not figure.unit:
            continue
        for passage in aligned.near:
            given = find_figure(figure, passage.figures)
            if given is None:
                continue
            theirs = _beside(given.start, passage)
            if theirs is not None and not same_side(beside, theirs):
                known = any(
                    same_side(beside, one) and _has_another(at, given.unit, given.value, passage)
                    for at, one in _named(passage)
                )
                if known and any(same_side(theirs, one) for _, one in _named(claim)):
                    yield _Moved(figure.text, beside, given.text, theirs, passage)
            break


def _named(statement: Statement) -> list[tuple[Span, Side]]:
    return [
        ((one.start, one.end), Side(one.text, statement.language, one.kind, frozenset())) for one in statement.names
    ]


def _beside(start: int, statement: Statement) -> Side | None:
    """The name to which a figure belongs: the nearest before it, with no other figure between."""
    before = [(at, side) for at, side in _named(statement) if at[1] <= start]
    if not before:
        return None
    at, side = before[-1]
    if any(at[1] <= one.start < start for one in statement.figures) or start - at[1] > _REACH:
        return None
    return side


_REACH = 14


def _has_another(at: Span, unit: str, value: object, passage: Statement) -> bool:
    return any(one.unit == unit and one.value != value and 0 <= one.start - at[1] <= _REACH for one in passage.figures)
