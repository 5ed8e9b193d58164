"""Figures that follow from others: sums, differences, shares, ratios, products, and what is left of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, product

from prism.checks.matching import comparable, rounds_to, units_meet
from prism.languages import Quantity

_HUNDRED = Decimal(100)
_PARTS = frozenset({"percent", "fraction"})
_ADDED = frozenset({"count", "money", "measure", "time", "percent", "points", "age"})
_WHOLES = frozenset({"count", "money", "measure", "time"})
_PLACES = 6
_ROUNDED = 10**18
"""Figures from here on have more digits than are reckoned with, and no third of anything."""
_STEPS = frozenset({"", "place", "step"})
"""What the way from one rank to another is counted in."""
_MOST = 24
"""Figures that are combined at most; a passage with more is a table."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows.

    Attributes:
        operands: the figures that it follows from.
        plain: a sum or difference, a rest, or a share of two figures, as people reckon; not a product or growth.
        change: how much one figure is more or less than another, in percent or as many times.
    """

    operands: tuple[Quantity, ...]
    plain: bool
    change: bool = False


def derivation(claimed: Quantity, given: Sequence[Quantity]) -> Derivation | None:
    """How a claimed figure follows from given ones, None if it does not; plain ways come first.

    Args:
        claimed: the figure.
        given: the figures of the passages, in order.
    """
    if claimed.kind == "ordinal":
        return None
    ranks = [one for one in dict.fromkeys(given) if one.kind == "ordinal"]
    if claimed.kind == "count" and claimed.unit in _STEPS:
        for one, other in combinations(ranks, 2):
            if abs(one.value - other.value) == claimed.value:
                return Derivation((one, other), plain=True)
    figures = [_with_unit(one, claimed) for one in dict.fromkeys(given) if one.kind != "ordinal" and one.value][:_MOST]
    unit = comparable(claimed)[1]
    for plain, value, operands in (*_plain(claimed, unit, figures), *_reckoned(claimed, unit, figures)):
        if value > 0 and _is(claimed, value):
            return Derivation(operands, plain)
    if claimed.kind in {"percent", "multiple"}:
        for _, value, operands in _growth(claimed, figures):
            if value > 0 and _is(claimed, value):
                return Derivation(operands, plain=False, change=True)
    return None


def lead(claimed: Quantity, given: Sequence[Quantity]) -> Derivation | None:
    """How a lead follows from a whole and what one side or two have of it: 49 of 90 seats are a majority of eight.

    Args:
        claimed: the lead.
        given: the figures of the passages.
    """
    counts = [one for one in dict.fromkeys(given) if one.kind == "count" and units_meet(claimed, one)][:_MOST]
    for whole in counts:
        for sides in (*combinations(counts, 1), *combinations(counts, 2)):
            more = sum(one.value for one in sides)
            if whole not in sides and more < whole.value and 2 * more - whole.value == claimed.value:
                return Derivation((*sides, whole), plain=True)
    return None


def _with_unit(one: Quantity, claimed: Quantity) -> Quantity:
    """A large bare figure is told in the unit before it ("1.68 million tonnes, down from 1.78 million"), plain money in the claim's."""
    bare = not one.unit and one.kind == "count" and claimed.kind in {"money", "measure"} and one.value >= _HUNDRED
    plain = one.kind == claimed.kind == "money" and one.unit != claimed.unit and units_meet(claimed, one)
    return replace(one, unit=claimed.unit, kind=claimed.kind) if bare or plain else one


_Way = tuple[bool, Decimal, tuple[Quantity, ...]]


def _is(claimed: Quantity, value: Decimal) -> bool:
    """Whether a claimed figure tells a reckoned value: equal, rounded as it says, or to its last digit."""
    if abs(value) < _ROUNDED:
        value = round(value, _PLACES)  # a third of 600,000
    if rounds_to(claimed, value):
        return True
    if claimed.approx != "exact" or claimed.kind not in {"percent", "multiple", "money", "points", "measure"}:
        return False
    told, _ = comparable(claimed)
    digits = claimed.value.normalize().as_tuple()
    if len(digits.digits) < 2 or not isinstance(digits.exponent, int):  # noqa: PLR2004 - one digit tells too little
        return False
    step = Decimal(1).scaleb(digits.exponent) * (told / claimed.value)
    return abs(told - value) <= step / 2


def _plain(claimed: Quantity, unit: str, figures: Sequence[Quantity]) -> Iterator[_Way]:
    """Sums and differences in one unit, the rest of a hundred percent, the share of one in another."""
    same = [one for one in figures if _joins(claimed, unit, one)]
    for place, a in enumerate(same):
        for b in same[place + 1 :]:
            first, second = comparable(a)[0], comparable(b)[0]
            if claimed.kind != "percent":
                yield True, abs(first - second), (a, b)
            if claimed.kind != "age":
                yield True, first + second, (a, b)
    if claimed.kind == "percent":
        yield from _by_points(figures)
    if claimed.kind in _PARTS:
        for one in figures:
            if one.kind in _PARTS:
                yield True, _HUNDRED - comparable(one)[0], (one,)
        yield from _shares(figures)


def _by_points(figures: Sequence[Quantity]) -> Iterator[_Way]:
    """What a percentage was before it moved by points, and what it is after it (51.3 %, up 6.8 points: 44.5 % before)."""
    for share in figures:
        if share.kind != "percent":
            continue
        for step in figures:
            if step.kind == "points" or step.unit == "point":
                yield True, share.value - step.value, (share, step)
                yield True, share.value + step.value, (share, step)


def _joins(claimed: Quantity, unit: str, one: Quantity) -> bool:
    """Whether a figure may be added to make the claimed one."""
    if claimed.kind == "points":
        return one.kind in {"points", "percent"}
    if claimed.kind not in _ADDED or one.kind == "multiple":
        return False
    if claimed.kind == "time" and one.kind == "age":
        return comparable(one)[1] == claimed.unit
    other = comparable(one)[1]
    return one.kind == claimed.kind and (other == unit or (claimed.kind == "count" and units_meet(claimed, one)))


def _shares(figures: Sequence[Quantity]) -> Iterator[_Way]:
    for a, b in _pairs(figures):
        yield True, _HUNDRED * comparable(a)[0] / comparable(b)[0], (a, b)


def _is_bare_beside(a: Quantity, b: Quantity) -> bool:
    """Whether a large figure without a unit is told in that of another ("300,000 tonnes, of which 60,000")."""
    return not a.unit and a.kind == "count" and a.value >= _HUNDRED and b.kind in {"money", "measure"}


def _pairs(figures: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of one unit, the smaller first."""
    for one in figures:
        for b in figures:
            a = replace(one, unit=b.unit, kind=b.kind) if _is_bare_beside(one, b) else one
            alike = a.kind == b.kind and a.kind in _WHOLES and units_meet(a, b)
            if alike and comparable(a)[0] < comparable(b)[0]:
                yield a, b


def _reckoned(claimed: Quantity, unit: str, figures: Sequence[Quantity]) -> Iterator[_Way]:
    """Sums of three, parts of a whole, price times number."""
    if claimed.kind not in _WHOLES:
        return
    same = [one for one in figures if _joins(claimed, unit, one)]
    for three in combinations(same, 3):
        low, middle, high = sorted(comparable(one)[0] for one in three)
        yield False, low + middle + high, three
        yield False, high - middle - low, three
    for a in same:
        for one in figures:
            yield from _scaled(a, one)
    if claimed.kind in {"money", "measure"}:
        counts = [one for one in figures if one.kind == "count" and one.value > 1]
        for a, one in product(same, counts):
            yield False, comparable(a)[0] * one.value, (a, one)
            yield False, comparable(a)[0] / one.value, (a, one)


def _growth(claimed: Quantity, figures: Sequence[Quantity]) -> Iterator[_Way]:
    for a, b in _pairs(figures):
        low, high = comparable(a)[0], comparable(b)[0]
        if claimed.kind == "percent":
            yield False, _HUNDRED * (high - low) / low, (a, b)
            yield False, _HUNDRED * (high - low) / high, (a, b)
        else:
            yield False, high / low, (a, b)
    for one in figures:
        if claimed.kind == "percent" and one.kind == "multiple":
            yield False, _HUNDRED * (one.value - 1), (one,)
        elif claimed.kind == "multiple" and one.kind in _PARTS:
            yield False, 1 + comparable(one)[0] / _HUNDRED, (one,)


def _scaled(whole: Quantity, by: Quantity) -> Iterator[_Way]:
    """A part of a whole, what is left of it, what it was before it grew, what it is times as much."""
    value = comparable(whole)[0]
    if by.kind in _PARTS:
        part = comparable(by)[0] / _HUNDRED
        yield False, value * part, (whole, by)
        if part != 1:
            yield False, value * (1 - part), (whole, by)
            yield False, value / (1 + part), (whole, by)
            yield False, value / (1 - part), (whole, by)
    elif by.kind == "multiple":
        yield False, value * by.value, (whole, by)
        yield False, value / by.value, (whole, by)
