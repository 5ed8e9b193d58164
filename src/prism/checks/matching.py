"""Whether two figures, names or days are the same thing, across languages, units and rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from prism.languages import NameMention, Quantity, same_name

_CONVERSIONS: Mapping[str, tuple[str, Decimal]] = {
    "mile": ("m", Decimal("1609.344")), "km": ("m", Decimal(1000)), "m": ("m", Decimal(1)), "cm": ("m", Decimal("0.01")),
    "mm": ("m", Decimal("0.001")), "foot": ("m", Decimal("0.3048")), "inch": ("m", Decimal("0.0254")), "yard": ("m", Decimal("0.9144")),
    "hectare": ("sqm", Decimal(10000)), "acre": ("sqm", Decimal("4046.86")), "sqkm": ("sqm", Decimal(10**6)), "sqm": ("sqm", Decimal(1)),
    "sqmile": ("sqm", Decimal(2589988)), "sqft": ("sqm", Decimal("0.092903")), "pyeong": ("sqm", Decimal("3.3058")), "tsubo": ("sqm", Decimal("3.3058")), "mu": ("sqm", Decimal("666.67")),
    "tonne": ("kg", Decimal(1000)), "kg": ("kg", Decimal(1)), "g": ("kg", Decimal("0.001")), "pound": ("kg", Decimal("0.45359")), "jin": ("kg", Decimal("0.5")),
    "litre": ("litre", Decimal(1)), "gallon": ("litre", Decimal("3.7854")), "kmh": ("kmh", Decimal(1)), "mph": ("kmh", Decimal("1.60934")),
    "gw": ("mw", Decimal(1000)), "mw": ("mw", Decimal(1)),
    "week": ("day", Decimal(7)), "day": ("day", Decimal(1)), "month": ("month", Decimal(1)), "hour": ("hour", Decimal(1)), "minute": ("minute", Decimal(1)),
}  # fmt: skip
"""Unit → base unit and factor, so that 12 km meets 7.5 miles."""

_HUNDRED = Decimal(100)
_CONVERTED_TOLERANCE = Decimal("0.06")
_ROUNDED_TOLERANCE = Decimal("0.006")
_ABOUT_TOLERANCE = Decimal("0.05")
_LOOSE_UNITS = frozenset(
    {
        "",
        "item",
        "place",
        "case",
        "occasion",
        "match",
        "goal",
        "point",
        "ship",
        "vehicle",
        "aircraft",
        "building",
        "household",
        "company",
        "school",
        "times",
        "animal",
        "seat",
    }
)
"""Units that languages choose differently for one thing (대, 척, boats, 艘): their figures are compared without them."""
_SURE_NAME = 0.8
_CONTRARY = frozenset({frozenset({"over", "under"}), frozenset({"over", "nearly"})})
"""More than three is not less than three."""


def same_figure(claimed: Quantity, given: Quantity) -> bool:  # noqa: PLR0911 - one grammar, read in one place
    """Whether a claimed figure is the one that a source gives.

    Rounding is allowed where the claim says that it rounds ("about"), or where it keeps two or more digits of a long
    figure; units may differ in their measure, not in what they count.
    """
    left, right = _comparable(claimed), _comparable(given)
    if not _units_meet(left[1], right[1], claimed, given):
        return False
    if frozenset({claimed.approx, given.approx}) in _CONTRARY:
        return False
    if left[0] == right[0]:
        return True
    if not left[0] or not right[0]:
        return False
    distance = abs(left[0] - right[0]) / max(abs(left[0]), abs(right[0]))
    if claimed.unit != given.unit and claimed.unit in _CONVERSIONS and given.unit in _CONVERSIONS:
        return distance <= _CONVERTED_TOLERANCE
    if claimed.approx == "exact" and given.approx != "exact":
        return False  # nobody may be more exact than the source
    if claimed.approx != "exact":
        if _bound_meets(claimed, left[0], right[0]):
            return distance <= _ABOUT_TOLERANCE
        return False
    return distance <= _ROUNDED_TOLERANCE and _is_rounded(left[0], right[0])


def _bound_meets(claimed: Quantity, value: Decimal, given: Decimal) -> bool:
    """A bound: "over 1,000" must not be more than what is given, "nearly 1,000" not less."""
    if claimed.approx == "over":
        return value <= given
    if claimed.approx in {"nearly", "under"}:
        return value >= given
    return True


def _is_rounded(value: Decimal, given: Decimal) -> bool:
    """Whether a figure has fewer digits than the one that it stands for."""
    return len(value.normalize().as_tuple().digits) < len(given.normalize().as_tuple().digits)


def _comparable(figure: Quantity) -> tuple[Decimal, str]:
    if figure.kind == "fraction":
        return figure.value * _HUNDRED, "percent"
    base, factor = _CONVERSIONS.get(figure.unit, (figure.unit, Decimal(1)))
    return figure.value * factor, base


def _units_meet(left: str, right: str, claimed: Quantity, given: Quantity) -> bool:
    if left == right:
        return True
    kinds = {claimed.kind, given.kind}
    if "ordinal" in kinds:
        return kinds <= {"ordinal", "count", "time"}
    if kinds == {"percent", "points"}:
        return False
    if kinds == {"age", "time"} and claimed.unit == given.unit:
        return True
    return left in _LOOSE_UNITS or right in _LOOSE_UNITS


def find_figure(claimed: Quantity, given: Iterable[Quantity]) -> Quantity | None:
    """The first figure of a source that is the claimed one; equal ones before rounded ones."""
    figures = list(given)
    exact = (one for one in figures if one.value == claimed.value and same_figure(claimed, one))
    return next(exact, None) or next((one for one in figures if same_figure(claimed, one)), None)


def is_sum(claimed: Quantity, given: Iterable[Quantity]) -> bool:
    """Whether a figure is the sum or difference of two that a source gives in one unit."""
    values = [one.value for one in given if one.unit == claimed.unit and one.kind == claimed.kind]
    return any(
        claimed.value in {a + b, abs(a - b)} for place, a in enumerate(values) for b in values[place + 1 :] if a and b
    )


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
