"""What a figure counts: the words, names and figures beside it, compared between a sentence and its passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.arithmetic import derivation
from prism.checks.matching import comparable, find_figure, units_meet
from prism.checks.reading import Statement
from prism.languages import Quantity, name_key
from prism.languages.quantity_joins import shares
from prism.languages.quantity_turns import scores, turns
from prism.languages.rates import counted_by
from prism.languages.tables import table_for

_NEAR = 10.0
"""Characters after which a word counts half."""
_CLAUSE, _FIGURE, _JOINT = 14.0, 8.0, 6.0
"""What a mark, another figure or a word that joins two adds to the distance."""
_ANOTHERS = 0.5
"""What a word counts that stands nearer to another figure."""
_WIDE = 2.2
"""East Asian characters say as much as so many Latin ones."""
_WIDE_LETTERS = re.compile(r"[^\u0000-\u2e80]")
_MARKS = re.compile(r"[,;:，、；：。—]")
_LEAST, _LEAST_EXCHANGED = 0.3, 0.4
_BETTER, _BETTER_EXCHANGED = 1.4, 1.2
_BASE = 0.4
"""How clearly another figure must fit, and how sure that is at least: tried on supported claims with their figures exchanged."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A word or name beside a figure, and how near it stands (1 beside it, towards 0)."""

    keys: frozenset[str]
    weight: float


@lru_cache(maxsize=2048)
def figures_of(passage: Statement) -> tuple[Quantity, ...]:
    """The figures of a passage and the shares that pairs of them may say."""
    return (*passage.figures, *(share for _, _, share in shares_of(passage)))


@lru_cache(maxsize=2048)
def shares_of(statement: Statement) -> tuple[tuple[Quantity, Quantity, Quantity], ...]:
    """Its pairs of figures that may say a part of a whole."""
    return shares(statement.text, statement.figures, statement.language)


@lru_cache(maxsize=512)
def beside(statement: Statement) -> Mapping[Quantity, tuple[_Item, ...]]:
    """Figure → what stands beside it."""
    things = [(one.start, one.end, one.keys | one.sounds) for one in statement.terms]
    things += [
        (one.start, one.end, frozenset({f"n:{name_key(one.text, statement.language)}", f"t:{one.text.casefold()}"}))
        for one in statement.names
    ]
    things += [(one.start, one.end, frozenset({_value_key(one)})) for one in statement.figures]
    things += [(one.start, one.end, frozenset({f"d:{one.first}:{one.last}"})) for one in statement.days]
    found: dict[Quantity, list[_Item]] = {figure: [] for figure in statement.figures}
    for start, end, keys in things:
        ways = {one: _distance(statement, one, start, end) for one in found if one.start != start}
        nearest = min(ways.values(), default=0.0)
        for figure, way in ways.items():
            weight = 1 / (1 + way / _NEAR)
            found[figure].append(_Item(keys, weight if way <= nearest else weight * _ANOTHERS))
    return {figure: tuple(items) for figure, items in found.items()}


def _value_key(figure: Quantity) -> str:
    return f"v:{comparable(figure)[0].normalize()}"


def _distance(statement: Statement, figure: Quantity, start: int, end: int) -> float:
    left, right = (end, figure.start) if start < figure.start else (figure.end, start)
    between = statement.text[left:right] if left < right else ""
    wide = len(_WIDE_LETTERS.findall(between))
    width = _WIDE * wide + (len(between) - wide)
    marks = len(_MARKS.findall(between))
    others = sum(1 for one in statement.figures if left <= one.start < right and one != figure)
    joints = sum(1 for _ in table_for(statement.language).numbers.joints.finditer(statement.text, left, right))
    return width + _JOINT * joints + _CLAUSE * marks + _FIGURE * others


def fit(mine: Iterable[_Item], theirs: Iterable[_Item], without: frozenset[str] = frozenset()) -> float:
    """How much two surroundings have in common: shared words, by how near they stand in both; some keys may be left out."""
    others = tuple(one for one in theirs if not one.keys <= without)
    return sum(
        one.weight * max((other.weight for other in others if not one.keys.isdisjoint(other.keys)), default=0.0)
        for one in mine
    )


def rival(figure: Quantity, aligned: Aligned) -> tuple[Quantity, float] | None:
    """Another figure of the passages that fits what the sentence says of this one much better than its own place does.

    A figure that the sentence gives too counts only if the two fit better exchanged.

    Args:
        figure: of the sentence; some passage gives it.
        aligned: the sentence with its passages.

    Returns:
        The other figure and how much better it fits (0 to 1), None if this one stands where it belongs.
    """
    own = _fit(figure, figure, aligned)
    found: tuple[Quantity, float] | None = None
    for other in _rivals(figure, aligned):
        if _is_reckoned(figure, other, aligned):
            continue
        twin = next((one for one in aligned.claim.figures if one != figure and find_figure(one, (other,))), None)
        score, place = _fit(figure, other, aligned), own
        if twin is not None:
            both = frozenset({_value_key(figure), _value_key(twin), _value_key(other)})
            score = _fit(figure, other, aligned, both) + _fit(twin, figure, aligned, both)
            place = _fit(figure, figure, aligned, both) + _fit(twin, other, aligned, both)
        clear, better = (_LEAST, _BETTER) if twin is None else (_LEAST_EXCHANGED, _BETTER_EXCHANGED)
        if score - place >= clear and score >= place * better and (found is None or score - place > found[1]):
            found = other, score - place
    return (found[0], min(1.0, _BASE + found[1])) if found else None


def _is_reckoned(figure: Quantity, other: Quantity, aligned: Aligned) -> bool:
    """Whether a third figure of the sentence follows from the two, so that it speaks of both."""
    third = [one for one in aligned.claim.figures if one != figure and derivation(one, (figure, other))]
    told = any(find_figure(one, (other,)) for one in aligned.claim.figures)
    return bool(third) and (
        told or not all(any(find_figure(one, figures_of(p)) for p in aligned.every) for one in third)
    )


def _rivals(figure: Quantity, aligned: Aligned) -> Iterable[Quantity]:
    """The figures that may count the same thing and have another value, one of each value: those beside its own place.

    Where no near passage gives the figure, all passages are looked at.
    """
    values: dict[tuple[Decimal, str], Quantity] = {}
    own = [passage for passage in aligned.near if find_figure(figure, passage.figures)]
    if figure.kind == "ordinal":
        return ()
    given = [find_figure(figure, passage.figures) for passage in own]
    for passage in own or aligned.every:
        partners = _partners(figure, passage)
        for one in passage.figures:
            if (
                one not in partners
                and one.kind == figure.kind
                and units_meet(figure, one)
                and not _is_other_end(figure, one, passage)
                and all(there is None or units_meet(there, one) for there in given)
                and not find_figure(figure, (one,))
            ):
                values.setdefault(comparable(one), one)
    return values.values()


def _is_other_end(figure: Quantity, other: Quantity, passage: Statement) -> bool:
    """Whether a figure of a passage is the other end of the range that a figure stands in there (200만~300만 원)."""
    ranges = table_for(passage.language).numbers.ranges
    return any(
        find_figure(figure, (one,))
        and passage.text[min(one.end, other.end) : max(one.start, other.start)].strip().casefold() in ranges
        for one in passage.figures
        if one != other
    )


@lru_cache(maxsize=2048)
def turns_of(statement: Statement) -> tuple[tuple[Quantity, Quantity], ...]:
    """Its pairs of figures of which one became the other, the earlier value first."""
    return turns(statement.text, statement.figures, statement.language)


def _partners(figure: Quantity, passage: Statement) -> frozenset[Quantity]:
    """The figures that became a figure, or that it became: both are told of the same thing."""
    pairs = [(a, b) for a, b in turns_of(passage) if find_figure(figure, (a, b))]
    return frozenset(one for pair in pairs for one in pair)


def turned(figure: Quantity, aligned: Aligned) -> Quantity | None:
    """The figure that stands in the passages where this one stands in the sentence, if the two were turned round.

    "From 5 to 8" told as "from 8 to 5": for either figure the other one.
    """
    for mine in turns_of(aligned.claim):
        if figure not in mine:
            continue
        for passage in aligned.near:
            for early, late in turns_of(passage):
                if find_figure(mine[0], (late,)) and find_figure(mine[1], (early,)):
                    return early if figure == mine[0] else late
    return None


@lru_cache(maxsize=2048)
def pairs_of(statement: Statement) -> tuple[tuple[str, Quantity, Quantity], ...]:
    """Its pairs of figures that belong together: what became what, a score, a part and its whole."""
    return (
        *(("turn", one, other) for one, other in turns_of(statement)),
        *(("score", one, other) for one, other in scores(statement.text, statement.figures)),
        *(
            ("share", one, other)
            for one, other, _ in shares(statement.text, statement.figures, statement.language, any_whole=True)
        ),
    )


def unpaired(figure: Quantity, aligned: Aligned) -> Quantity | None:
    """The figure that the passages give where this one stands: 15-12 for 15-10, 14 of 40 for 24 of 40, from 200 to 500 for 300.

    None if the figure has no partner in the sentence, if a passage pairs the two so or names the figure beside them, or
    if it is what is left (26 of 40).
    """
    for way, one, other in pairs_of(aligned.claim):
        if figure not in {one, other}:
            continue
        partner, first = (other, True) if figure == one else (one, False)
        for passage in aligned.near:
            if find_figure(figure, figures_of(passage)):
                return None
        for passage in aligned.near:
            for their_way, a, b in pairs_of(passage):
                if their_way != way:
                    continue
                for theirs, paired in ((a, b), (b, a)) if way == "score" else (((a, b),) if first else ((b, a),)):
                    fits = find_figure(partner, (paired,)) and units_meet(figure, theirs)
                    if fits and not (way == "share" and derivation(figure, (theirs, paired))):
                        return theirs
    return None


def _fit(figure: Quantity, value: Quantity, aligned: Aligned, without: frozenset[str] = frozenset()) -> float:
    """How well what the sentence says of a figure fits the places in the passages where a value stands."""
    mine = beside(aligned.claim).get(figure, ())
    return max(
        (
            fit(mine, beside(passage)[one], without)
            for passage in aligned.every
            for one in passage.figures
            if one == value or find_figure(value, (one,)) is not None
        ),
        default=0.0,
    )


_TELLING = 13
"""From here on an equal value is no chance."""


@lru_cache(maxsize=2048)
def in_another_unit(figure: Quantity, aligned: Aligned) -> Quantity | None:
    """The figure of the passages that has the claimed value with a unit which is not the claimed one.

    None if some passage has the figure itself. Small whole figures count only beside figures of their own kind in the
    passages that the sentence rests on.
    """
    if (
        not figure.unit
        or figure.kind == "ordinal"
        or any(find_figure(figure, figures_of(one)) for one in aligned.every)
    ):
        return None
    telling = figure.value >= _TELLING or bool(figure.value % 1)
    for passage in aligned.every if telling else aligned.near:
        for one in passage.figures:
            equal = one.unit and one.value == figure.value and one.kind != "ordinal" and one.unit != figure.unit
            own = any(find_figure(other, (one,)) for other in aligned.claim.figures if other != figure)
            if equal and not own and (telling or one.kind == figure.kind) and not _follows(figure, aligned):
                return one
    return None


def _follows(figure: Quantity, aligned: Aligned) -> bool:
    """Whether a figure is the plain sum or difference of two of one near passage."""
    ways = (derivation(figure, [one for one in passage.figures if one.kind == figure.kind]) for passage in aligned.near)
    return any(way is not None and way.plain for way in ways)


def per_units(statement: Statement, figure: Quantity) -> frozenset[str]:
    """What a figure of a statement is counted by: a day, a litre, a head."""
    own = counted_by(statement.text, figure.start, figure.end, statement.language)
    return own or frozenset(
        name
        for pair in turns_of(statement)
        if figure in pair
        for one in pair
        for name in counted_by(statement.text, one.start, one.end, statement.language)
    )
