"""Sides that stand in another part of a deed than in the passage that tells the same deed.

Three readings, each on the slots of a sentence (`languages.slots`): two sides exchanged; one side that acts where the passage has
it acted upon, or gives where it is given; and a deed of one that the passage tells of another while it has the one elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.matching import same_word
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import Side, are_joined, cast_of, is_strong, same_side, sides_of
from prism.checks.rules.grounding.ways import CONTEST, GETTING, GIVING, LIGHT
from prism.checks.values import Finding
from prism.languages import Term, countries_meant, same_name
from prism.languages.concept_classes import is_light
from prism.languages.roles import Span
from prism.languages.slot_values import AGAINST, AGENT, OBJECT, OWNER, PLACE, RECIPIENT, SOURCE, Slots
from prism.languages.slots import slots

_UNDER = frozenset({OBJECT, RECIPIENT, AGAINST})
_BELOW = (OBJECT, RECIPIENT, AGAINST, PLACE, OWNER, SOURCE)
_NO_OWNER = (OBJECT, RECIPIENT, AGAINST, PLACE, SOURCE)


@dataclass(frozen=True, eq=False)
class Doing:
    """One predicate of a sentence.

    Attributes:
        slots: where it stands.
        parts: its sides, each with its part.
        verbs: the words of the predicate itself.
        words: the content words of its stretch, without names and those who do it.
        passage: the sentence.
    """

    slots: Slots
    parts: tuple[tuple[Side, str], ...]
    verbs: tuple[Term, ...]
    words: tuple[Term, ...]
    passage: Statement

    def of(self, *wanted: str) -> tuple[Side, ...]:
        """The sides that stand in one of these parts."""
        return tuple(side for side, part in self.parts if part in wanted)

    @property
    def way(self) -> str:
        """Whether it gives ("give"), gets ("get") or neither."""
        ids = {ident for term in self.verbs for ident in term.ids}
        gives, gets = bool(ids & GIVING), bool(ids & GETTING)
        if self.slots.given:  # told by who receives it, and turned round
            return "give" if gives or gets else ""
        return "" if gives == gets else "give" if gives else "get"


def turns(aligned: Aligned) -> Iterator[Finding]:
    """What is turned round in a claim."""
    for mine in doings(aligned.claim, aligned):
        for finding in (
            _exchanged(mine, aligned),
            _turned(mine, aligned),
            _conveyed(mine, aligned),
            _of_another(mine, aligned),
        ):
            if finding is not None:
                yield finding
                break


def doings(statement: Statement, aligned: Aligned) -> tuple[Doing, ...]:
    """The predicates of a passage or of the claim."""
    return _doings(statement, cast_of(statement, aligned))


@lru_cache(maxsize=2048)
def _doings(statement: Statement, cast: tuple[Span, ...]) -> tuple[Doing, ...]:
    sides = sides_of(statement, cast)
    names = {span for span, side in sides.items() if side.name}
    found = []
    for one in slots(statement.text, statement.language, tuple(sorted(sides))):
        parts = tuple((sides[span], part) for span, part in one.parts)
        taken = [*names, *(span for span, part in one.parts if part == AGENT)]
        words = tuple(
            term
            for term in statement.terms
            if one.start <= term.start < one.end and not any(first <= term.start < last for first, last in taken)
        )
        verbs = _verbs(words, one)
        found.append(Doing(one, parts, verbs, words, statement))
    return tuple(found)


def _verbs(words: tuple[Term, ...], one: Slots) -> tuple[Term, ...]:
    """The words that tell the deed: the last ones where the predicate ends a stretch, else it or what follows it."""
    inside = tuple(term for term in words if one.verb[0] <= term.start < one.verb[1])
    if one.verb[1] == one.end:
        if not one.marked:
            return inside
        return inside[-1:] if inside and inside[-1].known and not is_light(inside[-1].ids) else inside[-2:]
    heavy = tuple(term for term in inside if not term.ids & LIGHT)
    return heavy or (*inside, *[term for term in words if term.start >= one.verb[1]][:2])


def _meets(term: Term, other: Term, *, foreign: bool) -> bool:
    return _meets_any(term, (other,), foreign=foreign)


def _meets_any(term: Term, others: tuple[Term, ...], *, foreign: bool) -> bool:
    for other in others:
        if same_word(term, other, foreign=foreign):
            return True
    return not term.ids.isdisjoint(CONTEST) and any(not other.ids.isdisjoint(CONTEST) for other in others)


def _verbs_met(mine: Doing, other: Doing) -> int:
    """How many words of the predicate another has."""
    foreign = mine.passage.language != other.passage.language
    return sum(1 for term in mine.verbs if not term.ids & LIGHT and _meets_any(term, other.verbs, foreign=foreign))


@lru_cache(maxsize=2048)
def _likeness(mine: Doing, other: Doing) -> tuple[int, int, float]:
    """How many words of the predicate and of its stretch another has, and which share of the stretch."""
    foreign = mine.passage.language != other.passage.language
    verbs = _verbs_met(mine, other)
    met = sum(1 for term in mine.words if _meets_any(term, other.words, foreign=foreign))
    share = met / max(1, len(mine.words))
    back = min(1.0, met / max(1, len(other.words)))
    return verbs, met, max(share, back) if met > 1 else share


def _same(side: Side, others: tuple[Side, ...]) -> bool:
    return any(same_side(side, one) for one in others)


def _exchanged(mine: Doing, aligned: Aligned) -> Finding | None:
    """Two sides that stand the other way round."""
    pairs = [
        (agent, under)
        for agent in mine.of(AGENT)
        for under in mine.of(*_BELOW)
        if is_strong(agent) == is_strong(under) and not same_side(agent, under)
    ]
    best: tuple[float, Side, Side, Doing] | None = None
    for agent, under in pairs:
        for other in (doing for passage in aligned.near for doing in doings(passage, aligned)):
            verbs, met, share = _likeness(mine, other)
            theirs, below = other.of(AGENT), other.of(*_BELOW)
            if (not met or (not verbs and share < _MOSTLY)) and not _in_like_parts(agent, under, mine, other, aligned):
                continue
            if _same(agent, theirs) and not _same(agent, below):
                return None
            turned = _same(under, theirs) and _same(agent, below) and not _is_converse(mine, other)
            turned = turned and (under in mine.of(*_NO_OWNER) or _same(agent, other.of(OWNER)))
            if turned and (best is None or verbs + share > best[0]):
                best = (verbs + share, agent, under, other)
    if best is None:
        return None
    _, agent, under, other = best
    if are_joined(agent, under, aligned.claim):
        return None
    return _finding("roles.swapped", agent, under, other, aligned, strength=0.9)


_MOSTLY = 0.5
_TOGETHER = 2


def _in_like_parts(agent: Side, under: Side, mine: Doing, other: Doing, aligned: Aligned) -> bool:
    """Whether two sides stand exchanged in the parts of a claim, in a passage that tells of the same matter in other words."""
    parts = {part for side, part in mine.parts if side is under}
    theirs = {part for side, part in other.parts if same_side(agent, side)}
    like = _UNDER if agent.name and under.name else frozenset(parts & theirs & _UNDER)
    if not (parts & like and theirs & like) or GETTING & {
        one for term in (*mine.verbs, *other.verbs) for one in term.ids
    }:
        return False
    least = _TOGETHER if agent.name and under.name else _TOGETHER + 1
    return sum(1 for term in aligned.claim.terms if term.keys & other.passage.keys) >= least


def _is_converse(mine: Doing, other: Doing) -> bool:
    return bool(mine.way and other.way and mine.way != other.way)


def _turned(mine: Doing, aligned: Aligned) -> Finding | None:
    """One side that acts where it is acted upon, or is given where it gives."""
    if not mine.slots.marked:
        return None
    for side, part in mine.parts:
        if not is_strong(side) or part == SOURCE or (side.kind == "place" and not countries_meant(side.text)):
            continue
        against: Doing | None = None
        for passage in aligned.every:
            for other in doings(passage, aligned):
                theirs = {one for one_side, one in other.parts if same_side(side, one_side)}
                if not theirs or not _verbs_met(mine, other):
                    continue
                if _stands_alike(part, theirs, mine, other):
                    return None
                if passage in aligned.near and _tells_it(mine, other) and _is_opposite(part, theirs, mine, other):
                    against = other
        if against is not None:
            return _finding("roles.turned", side, None, against, aligned, strength=0.8)
    return None


def _conveyed(mine: Doing, aligned: Aligned) -> Finding | None:
    """Who is given something where the passage has it from them, whichever of the two tells it."""
    if not mine.way or not mine.slots.marked:
        return None
    givers, getters = _ends_of(mine)
    for other in (doing for passage in aligned.near for doing in doings(passage, aligned)):
        if not other.way or not other.slots.marked or not _thing(mine, other):
            continue
        gave, got = _ends_of(other)
        for side, wrong, right in (*((one, gave, got) for one in getters), *((one, got, gave) for one in givers)):
            if is_strong(side) and _same(side, wrong) and not _same(side, right):
                return _finding("roles.turned", side, None, other, aligned, strength=0.9)
    return None


def _ends_of(doing: Doing) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Who gives and who gets."""
    if doing.way == "give":
        return doing.of(AGENT), doing.of(RECIPIENT, PLACE)
    return doing.of(SOURCE, OWNER), doing.of(AGENT)


def _thing(mine: Doing, other: Doing) -> bool:
    """Whether what is conveyed is the same thing, and no payment for it."""
    if any(term.ids & _PAID for term in (*mine.words, *other.words)):
        return False
    foreign = mine.passage.language != other.passage.language
    things = [term for term in mine.words if term not in mine.verbs]
    met = sum(
        1 for term in things if any(_meets(term, one, foreign=foreign) for one in other.words if one not in other.verbs)
    )
    return met >= _FEW or (met > 0 and len(things) <= _FEW)


_PAID = frozenset({"pay", "payment", "price", "cost"})


def _tells_it(mine: Doing, other: Doing) -> bool:
    """Whether so much of a deed is shared that it is the same one."""
    _, met, share = _likeness(mine, other)
    return (met > 1 and share >= _HALF) or share == 1 or (met == len(other.words) and share >= _THIRD)


_HALF, _THIRD = 0.4, 0.3


def _stands_alike(part: str, theirs: set[str], mine: Doing, other: Doing) -> bool:
    same = {AGENT} if part == AGENT else set(_BELOW)
    opposite = set(_BELOW) if part == AGENT else {AGENT}
    return bool(theirs & (opposite if _is_converse(mine, other) else same))


def _is_opposite(part: str, theirs: set[str], mine: Doing, other: Doing) -> bool:
    """Whether a side stands in the opposite part, as far as the languages show it."""
    if _is_converse(mine, other) or not other.slots.marked or not mine.slots.sure:
        return False
    if not other.slots.sure and (AGENT in theirs or not other.of(AGENT)):
        return False
    if part == OWNER:
        return theirs == {AGENT} and bool(mine.of(AGENT))
    addressed = bool(mine.way and other.way)
    below = _UNDER | ({PLACE} if addressed else set())
    if part == AGENT:
        return theirs <= below | ({SOURCE} if other.of(AGENT) and not addressed else set())
    return part in below and theirs == {AGENT}


def _of_another(mine: Doing, aligned: Aligned) -> Finding | None:
    """A deed that a passage tells of another side than the claim."""
    for part in (AGENT, OBJECT):
        own = mine.of(part)
        if not own or not mine.slots.sure or (part == OBJECT and mine.of(AGENT)):
            continue
        other = _rival(own, part, mine, aligned)
        if other is None:
            continue
        theirs = other.of(part)
        crossed = _crosses(own, mine, other, aligned)
        strong = tuple(side for side in theirs if is_strong(side))
        if crossed or (strong and any(map(is_strong, own)) and _are_two(own, strong, mine, other, aligned)):
            shown = (strong or theirs)[-1]
            return _finding(
                "roles.other", own[-1], shown, other, aligned, strength=1.0 if crossed else 0.8, foreign=True
            )
    return None


def _rival(own: tuple[Side, ...], part: str, mine: Doing, aligned: Aligned) -> Doing | None:
    """The deed of another that is told most like this one; None if one of its own side is told as much like it."""
    best, same = 0.0, 0.0
    rival: Doing | None = None
    for passage in aligned.every:
        for other in doings(passage, aligned):
            if not _verbs_met(mine, other):
                continue
            verbs, met, share = _likeness(mine, other)
            if share < _HALF:
                continue
            theirs = other.of(part)
            score = verbs + share + _literal(mine, other)
            if any(_same(side, theirs) for side in own) or not theirs or not other.slots.sure:
                same = max(same, score)
            elif score > best and (met >= _FEW or _crosses(own, mine, other, aligned)):
                best, rival = score, other
    return rival if best > same else None


def _literal(mine: Doing, other: Doing) -> float:
    """A little for the same words in one language."""
    return 0.3 * any(term.text.casefold() == one.text.casefold() for term in mine.verbs for one in other.verbs)


_FEW = 2


def _crosses(own: tuple[Side, ...], mine: Doing, other: Doing, aligned: Aligned) -> bool:
    """Whether the passage tells of these sides what the claim tells of others."""
    for more in doings(mine.passage, aligned):
        if more is mine or not more.parts or any(_same(side, more.of(AGENT, OBJECT)) for side in own):
            continue
        for theirs in doings(other.passage, aligned):
            if (
                theirs is other
                or not theirs.slots.sure
                or not any(_same(side, theirs.of(AGENT, OBJECT)) for side in own)
            ):
                continue
            verbs, _, share = _likeness(more, theirs)
            if verbs and share >= _HALF:
                return True
    return False


def _are_two(own: tuple[Side, ...], theirs: tuple[Side, ...], mine: Doing, other: Doing, aligned: Aligned) -> bool:
    """Whether two sides are surely not one."""
    if any(_same(side, theirs) for side in own):
        return False
    if not (mine.slots.marked and other.slots.marked) and {side.kind for side in (*own, *theirs)} != {"person"}:
        return False
    named, known = {side.name for side in own} == {True}, any(side.name for side in theirs)
    if named != known:  # a name, and a word that may mean it
        below = any(_same(side, other.of(*_BELOW)) for side in own)
        return below or (named and _acts_beside(own, other, aligned))
    if any(
        one.kind == two.kind == "person" and same_name(one.text, one.language, two.text, two.language) < _UNLIKE
        for one in own
        for two in theirs
    ):
        return True
    elsewhere = tuple(
        side for doing in doings(other.passage, aligned) for side, _ in doing.parts if not _same(side, theirs)
    )
    if any(_same(side, elsewhere) for side in own):
        return True
    ours = tuple(side for doing in doings(mine.passage, aligned) for side, _ in doing.parts if not _same(side, own))
    return any(_same(side, ours) for side in theirs)


def _acts_beside(own: tuple[Side, ...], other: Doing, aligned: Aligned) -> bool:
    """Whether a sentence tells something else of a side, as of one beside the one that does this."""
    return any(
        doing is not other and doing.slots.sure and _same(side, doing.of(AGENT)) and side.kind == "person"
        for doing in doings(other.passage, aligned)
        for side in own
    )


_UNLIKE = 0.5


def _finding(
    signal: str, one: Side, two: Side | None, other: Doing, aligned: Aligned, *, strength: float, foreign: bool = False
) -> Finding:
    words = (one.text,) if two is None or foreign else (one.text, two.text)
    names = [side.text for side in other.of(AGENT, *_UNDER) if is_strong(side)]
    return aligned.finding(
        signal,
        *words,
        passages=(other.passage,),
        theirs=names,
        strength=strength,
        one=one.text,
        name=one.text,
        other=two.text if two is not None else ", ".join(names),
    )
