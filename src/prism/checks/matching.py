"""Whether two figures, names or days are the same thing, across languages, units and rounding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from prism.languages import NameMention, Quantity, Term, same_name

_CONVERSIONS: Mapping[str, tuple[str, Decimal]] = {
    "mile": ("m", Decimal("1609.344")), "nmi": ("m", Decimal(1852)), "km": ("m", Decimal(1000)), "m": ("m", Decimal(1)), "cm": ("m", Decimal("0.01")),
    "mm": ("m", Decimal("0.001")), "um": ("m", Decimal("0.000001")), "nm": ("m", Decimal("0.000000001")), "foot": ("m", Decimal("0.3048")), "inch": ("m", Decimal("0.0254")), "yard": ("m", Decimal("0.9144")),
    "hectare": ("sqm", Decimal(10000)), "are": ("sqm", Decimal(100)), "acre": ("sqm", Decimal("4046.86")), "sqkm": ("sqm", Decimal(10**6)), "sqm": ("sqm", Decimal(1)),
    "sqmile": ("sqm", Decimal(2589988)), "sqft": ("sqm", Decimal("0.092903")), "pyeong": ("sqm", Decimal("3.3058")), "tsubo": ("sqm", Decimal("3.3058")), "mu": ("sqm", Decimal("666.67")),
    "tonne": ("kg", Decimal(1000)), "kg": ("kg", Decimal(1)), "g": ("kg", Decimal("0.001")), "mg": ("kg", Decimal("0.000001")), "pound": ("kg", Decimal("0.45359")), "jin": ("kg", Decimal("0.5")), "ounce": ("kg", Decimal("0.02835")),
    "litre": ("litre", Decimal(1)), "ml": ("litre", Decimal("0.001")), "kl": ("litre", Decimal(1000)), "cum": ("litre", Decimal(1000)), "gallon": ("litre", Decimal("3.7854")), "quart": ("litre", Decimal("0.94635")), "pint": ("litre", Decimal("0.47318")), "barrel": ("litre", Decimal("158.99")), "cuft": ("litre", Decimal("28.317")),
    "kmh": ("kmh", Decimal(1)), "mph": ("kmh", Decimal("1.60934")), "knot": ("kmh", Decimal("1.852")), "mps": ("kmh", Decimal("3.6")), "kmps": ("kmh", Decimal(3600)),
    "w": ("w", Decimal(1)), "kw": ("w", Decimal(1000)), "mw": ("w", Decimal(10**6)), "gw": ("w", Decimal(10**9)), "tw": ("w", Decimal(10**12)),
    "kwh": ("kwh", Decimal(1)), "mwh": ("kwh", Decimal(1000)), "gwh": ("kwh", Decimal(10**6)), "twh": ("kwh", Decimal(10**9)),
    "kb": ("mb", Decimal("0.001")), "mb": ("mb", Decimal(1)), "gb": ("mb", Decimal(1000)), "tb": ("mb", Decimal(10**6)), "pb": ("mb", Decimal(10**9)),
    "week": ("second", Decimal(604800)), "day": ("second", Decimal(86400)), "hour": ("second", Decimal(3600)), "minute": ("second", Decimal(60)), "second": ("second", Decimal(1)),
    "year": ("month", Decimal(12)), "quarter": ("month", Decimal(3)), "month": ("month", Decimal(1)),
}  # fmt: skip
"""Unit → base unit and factor, so that 12 km meets 7.5 miles, 48 hours two days and 14 months one year and two months."""

_CONVERTED = _CONVERSIONS.keys() | {"fahrenheit", "degree"}
_HUNDRED = Decimal(100)
_CONVERTED_TOLERANCE = Decimal("0.03")
_ROUNDED_TOLERANCE = Decimal("0.006")
_COUNTS: Mapping[str, frozenset[str]] = {
    "person": frozenset({"", "seat", "case", "vote", "item", "team", "place"}),
    "household": frozenset({"", "building", "place", "item", "case", "room"}),
    "company": frozenset({"", "place", "item", "school", "hospital", "team"}),
    "country": frozenset({"", "place", "item", "city", "team", "company"}),
    "animal": frozenset({"", "item"}),
}
"""Counted things whose counters languages do not mix up, with the looser ones that may stand for them. Any other counter
meets any other: 대, 척, boats and 艘 are chosen by habit."""
_SURE_NAME = 0.8
_CONTRARY = frozenset({frozenset({"over", "under"}), frozenset({"over", "nearly"})})
"""More than three is not less than three."""
_PESOS = frozenset({"PESO", "PHP", "MXN", "COP", "CLP"})
_ALIKE = (
    frozenset({"m", "kmh"}),
    frozenset({"times", "occasion"}),
    frozenset({"point", "item"}),
    *(frozenset({"PESO", one}) for one in sorted(_PESOS - {"PESO"})),
)
"""Bases that are written alike: 초속 35m and 35 metres a second, three times and 세 차례, points and 점, pesos of any country."""
_SPEEDS = frozenset({frozenset({"mile", "mph"}), frozenset({"km", "kmh"}), frozenset({"m", "mps"})})
"""Lengths that stand for speeds: 시속 85마일."""
_DAYS: Mapping[str, Decimal] = {
    "day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4"), "quarter": Decimal("91.3"), "year": Decimal("365.25"),
}  # fmt: skip
_CALENDAR_TOLERANCE = Decimal("0.08")
"""People call fifteen days two weeks and sixty days two months."""


@lru_cache(maxsize=8192)
def same_figure(claimed: Quantity, given: Quantity) -> bool:
    """Whether a claimed figure is the one that a source gives, in its value, its unit and the sense of its rounding.

    Rounding is allowed as people round: to the last digit that is told, if it is said to be about, over or nearly, or if
    two or more digits of a long figure are kept.
    """
    if "km" in {claimed.unit, given.unit} and claimed.unit != given.unit:
        claimed, given = _kilo_as(claimed, given), _kilo_as(given, claimed)
    return units_meet(claimed, given) and values_meet(claimed, given)


def _kilo_as(one: Quantity, other: Quantity) -> Quantity:
    """A bare "kilo" (キロ, 킬로), read as a length, as the weight that it is beside a weight."""
    if one.unit == "km" and one.text.endswith(_KILOS) and comparable(other)[1] == "kg":
        return replace(one, unit="kg")
    return one


_KILOS = ("キロ", "킬로")


def values_meet(claimed: Quantity, given: Quantity) -> bool:
    """Whether two figures have one value, whatever they count."""
    left, right = comparable(claimed)[0], comparable(given)[0]
    if not claimed.unit or not given.unit:  # 35 hours instead of 38
        left, right = (claimed.value, given.value) if "fraction" not in {claimed.kind, given.kind} else (left, right)
    if {claimed.kind, given.kind} == {"age", "time"} and claimed.unit == given.unit:
        claimed, given = replace(claimed, kind="age"), replace(given, kind="age")
        left, right = claimed.value, given.value
    if left == right or (claimed.value == given.value and _is_told_alike(claimed, given)):
        return True
    if not left or not right:
        return False
    if claimed.unit != given.unit and {claimed.unit, given.unit} <= _DAYS.keys():
        left, right = (one.value * _DAYS[one.unit] for one in (claimed, given))
        return abs(left - right) / max(left, right) <= _CALENDAR_TOLERANCE
    if claimed.unit != given.unit and {claimed.unit, given.unit} <= _CONVERTED:
        return abs(left - right) / max(left, right) <= _CONVERTED_TOLERANCE
    if claimed.approx == "exact" and given.approx != "exact" and "fraction" not in {claimed.kind, given.kind}:
        return False  # nobody may be more exact than the source
    return rounds_to(claimed, right)


def _is_told_alike(claimed: Quantity, given: Quantity) -> bool:
    """Whether the words leave open that two units are one: miles for miles an hour, degrees without a scale."""
    units = {claimed.unit, given.unit}
    if units == {"fahrenheit", "degree"}:
        return not any(_CELSIUS.search(one.text) for one in (claimed, given))
    return frozenset(units) in _SPEEDS


_CELSIUS = re.compile(r"섭씨|[摄攝摂]氏|℃|C$|Celsius|centigrade", re.IGNORECASE)


def is_contrary(claimed: Quantity, given: Quantity) -> bool:
    """Whether one figure is said to be more and the other less than the same value."""
    return frozenset({claimed.approx, given.approx}) in _CONTRARY and comparable(claimed)[0] == comparable(given)[0]


def is_surer(claimed: Quantity, given: Quantity) -> bool:
    """Whether a figure is told as exact that the source only bounds or estimates."""
    return claimed.approx == "exact" and given.approx != "exact"


def rounds_to(claimed: Quantity, value: Decimal) -> bool:
    """Whether a claimed figure may stand for a value, in the claimed figure's base unit.

    "About" allows a step of its last digit, or six tenths of its only one, "over" and "nearly" so much on their side; a bare figure
    only what it leaves off of a longer one. A fraction is what people call one: a third for 34 percent.
    """
    told, _ = comparable(claimed)
    if told == value:
        return True
    if not told or not value:
        return False
    distance = abs(told - value) / max(abs(told), abs(value))
    if claimed.kind == "fraction":
        return distance <= _FRACTION_TOLERANCE and _on_its_side(claimed, told, value)
    step = _step(claimed.value) * (told / claimed.value)
    if claimed.approx == "exact":
        near = distance <= _ROUNDED_TOLERANCE and abs(told - value) < step
        return (near and _is_rounded(told, value)) or _drops_decimals(claimed, told, value)
    long = len(claimed.value.normalize().as_tuple().digits) > 1
    room = min(step * (1 if long else _ROOM), abs(told) * _MOST_ROOM)
    if claimed.approx == "about":
        room = min(room, abs(told) * _ABOUT_ROOM)
    return abs(told - value) <= room and _on_its_side(claimed, told, value)


_FRACTION_TOLERANCE = Decimal("0.06")
_ROOM = Decimal("0.6")
_MOST_ROOM = Decimal("0.3")
_ABOUT_ROOM = Decimal("0.1")


def _drops_decimals(claimed: Quantity, told: Decimal, value: Decimal) -> bool:
    """Whether a percentage of two digits or more is told without its decimals: 18 for 18.3."""
    fewer = _decimals(told) < _decimals(value)
    return (
        claimed.kind == "percent" and told >= _TWO_DIGITS and fewer and abs(told - value) <= _step_of_decimals(told) / 2
    )


_TWO_DIGITS = 10


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _step_of_decimals(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(-_decimals(value))


def _step(value: Decimal) -> Decimal:
    """The worth of the last digit that is told: a thousand in 31,000."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _on_its_side(claimed: Quantity, value: Decimal, given: Decimal) -> bool:
    """A bound: "over 1,000" must not be more than what is given, "nearly 1,000" not less."""
    if claimed.approx == "over":
        return value <= given
    if claimed.approx in {"nearly", "under"}:
        return value >= given
    return True


def _is_rounded(value: Decimal, given: Decimal) -> bool:
    """Whether a figure has fewer digits than the one that it stands for."""
    return len(value.normalize().as_tuple().digits) < len(given.normalize().as_tuple().digits)


def comparable(figure: Quantity) -> tuple[Decimal, str]:
    """Value and unit on a common footing: fractions as percent, measures and durations in their base."""
    if figure.kind == "fraction":
        return figure.value * _HUNDRED, "percent"
    if figure.kind not in {"measure", "time"}:
        return figure.value, figure.unit
    if figure.unit == "fahrenheit":
        return (figure.value - 32) / Decimal("1.8"), "degree"
    base, factor = _CONVERSIONS.get(figure.unit, (figure.unit, Decimal(1)))
    return figure.value * factor, base


def units_meet(claimed: Quantity, given: Quantity) -> bool:  # noqa: PLR0911 - one table of cases, read in one place
    """Whether two figures may count the same thing."""
    if claimed.unit and claimed.unit == given.unit and claimed.kind == given.kind:
        return True
    left, right = comparable(claimed)[1], comparable(given)[1]
    kinds = {claimed.kind, given.kind}
    if left == right and (left or claimed.kind == given.kind):
        return True
    if kinds == {"time"} and {claimed.unit, given.unit} <= _DAYS.keys():
        return True
    if frozenset({left, right}) in _ALIKE or _is_bare_money(claimed, given) or _is_bare_money(given, claimed):
        return True
    if "ordinal" in kinds:
        return kinds <= {"ordinal", "count", "time", "age"}
    if kinds == {"percent", "points"}:
        return False
    if kinds == {"age", "time"} and claimed.unit == given.unit:
        return True
    if not left or not right:
        return kinds.isdisjoint({"percent", "fraction"})
    if kinds != {"count"}:
        return False
    pair = {claimed.unit, given.unit}
    return all(pair - {strict} <= _COUNTS[strict] for strict in pair & _COUNTS.keys())


_DOLLARS = frozenset({"AUD", "CAD", "HKD", "TWD", "SGD", "NZD"})
_YUAN = frozenset({"TWD", "HKD", "SGD", "MOP"})
_BARE = re.compile(
    r"(?<![미美米국])(?<![미美米국] )달러$|(?<![美米])ドル$|(?<!U\.S\.)(?<!US)(?<!American) dollars?$|^\$"
)
_BARE_YUAN = re.compile(r"[\d万萬亿億千百十]元$")


def _is_bare_money(one: Quantity, other: Quantity) -> bool:
    """Whether money is told in the plain word that several countries have: dollars, 元."""
    if one.unit == "USD":
        return other.unit in _DOLLARS and _BARE.search(one.text) is not None
    return one.unit == "CNY" and other.unit in _YUAN and _BARE_YUAN.search(one.text) is not None


def find_figure(claimed: Quantity, given: Iterable[Quantity]) -> Quantity | None:
    """The first figure of a source that is the claimed one; equal ones before rounded ones."""
    figures = tuple(given)
    if not figures:
        return None
    same = [one for one in figures if same_figure(claimed, one)]
    return next((one for one in same if one.value == claimed.value), same[0] if same else None)


def is_sum(claimed: Quantity, given: Iterable[Quantity]) -> bool:
    """Whether a figure is the sum or difference of two that a source gives in one unit."""
    values = [one.value for one in given if one.unit == claimed.unit and one.kind == claimed.kind]
    return any(
        claimed.value in {a + b, abs(a - b)} for place, a in enumerate(values) for b in values[place + 1 :] if a and b
    )


def same_word(term: Term, other: Term, *, foreign: bool) -> bool:
    """Whether two content words are one: by their meaning, in two languages (`foreign`) also by their sound."""
    return not term.keys.isdisjoint(other.keys) or (foreign and not term.sounds.isdisjoint(other.sounds))


def find_name(name: str, language: str, given: Iterable[tuple[str, str]]) -> tuple[str, float]:
    """The name among (name, language) pairs that is most likely the same, with how likely; ("", 0) if there is none."""
    best = ("", 0.0)
    for other, other_language in given:
        likeness = same_name(name, language, other, other_language)
        if likeness > best[1]:
            best = (other, likeness)
    return best


def is_same(likeness: float) -> bool:
    """Whether two names that are so alike are taken for one."""
    return likeness >= _SURE_NAME


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text literally, or its longest part does."""
    folded = text.casefold()
    return name.casefold() in folded


def surnames_stand_in(mention: NameMention, text: str) -> bool:
    """Whether the last part of a name of several stands in a text."""
    parts = mention.text.split()
    return len(parts) > 1 and len(parts[-1]) > 1 and stands_in(parts[-1], text)
