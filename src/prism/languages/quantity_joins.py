"""Figures that belong together: ranges (3~4만 명), durations in two units (1년 2개월), shares (one in five, 5명 중 1명)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from prism.languages.mentions import Quantity
from prism.languages.numeral import Numeral
from prism.languages.tables import table_for
from prism.languages.tables.shape import NumberHabits

_SMALLER = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("day", "hour"): 24,
}
_BETWEEN = frozenset(
    {"", " ", " and ", ", ", "と", "零", "又", "하고도 ", "하고 ", "과 ", "와 ", "에 ", " und ", " y ", " et "}
)
_LARGEST_WHOLE = 10_000
_WHOLES = frozenset({Decimal(10), Decimal(100), Decimal(1000), Decimal(10_000)})


def with_ranges(text: str, read: Sequence[tuple[Numeral, Quantity]], habits: NumberHabits) -> list[Quantity]:
    """Give the lower end of a range the scale and unit of the upper one (3~4만 명, 20 to 30 percent)."""
    result = [quantity for _, quantity in read]
    for index in range(len(read) - 1):
        numeral, lower = read[index]
        upper_numeral, upper = read[index + 1]
        between = text[lower.end : upper_numeral.start].strip().casefold()
        if lower.unit or lower.kind not in {"count", "money"} or between not in habits.ranges:
            continue
        value = lower.value
        if numeral.scale == 1 and upper_numeral.scale > 1 and numeral.value < max(upper_numeral.base * 2, Decimal(10)):
            value *= upper_numeral.scale
        factor = upper.value / upper_numeral.value if upper_numeral.value else Decimal(1)
        result[index] = replace(lower, value=value * factor, unit=upper.unit, kind=upper.kind)
    return result


def with_compounds(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """Join a duration that is told in two units: "1년 2개월" is 14 months, "2 hours 20 minutes" 140 minutes."""
    joined: list[Quantity] = []
    for figure in figures:
        before = joined[-1] if joined else None
        many = _SMALLER.get((before.unit, figure.unit)) if before else None
        if (
            before is not None
            and many is not None
            and before.kind == figure.kind == "time"
            and 0 < figure.value < many
            and text[before.end : figure.start] in _BETWEEN
        ):
            approx = figure.approx if before.approx == "exact" else before.approx
            value = before.value * many + figure.value
            whole = text[before.start : figure.end]
            joined[-1] = Quantity(value, figure.unit, "time", approx, before.start, figure.end, whole)
        else:
            joined.append(figure)
    return joined


@lru_cache(maxsize=32)
def _share_pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(marks, key=len, reverse=True)
    return re.compile(rf"[ \u00a0]?(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})[ \u00a0]?", re.IGNORECASE)


def shares(
    text: str, figures: Sequence[Quantity], language: str, *, any_whole: bool = False
) -> tuple[tuple[Quantity, Quantity, Quantity], ...]:
    """Pairs of figures that may say a part of a whole: "one in five", "10명 중 7명", "5人に1人".

    Args:
        text: what the figures were read in.
        figures: as `quantities` gives them.
        language: its primary tag.
        any_whole: whether wholes count that nobody tells a share by ("14 of 41").

    Returns:
        The part, the whole, and the share as a figure of kind "fraction". Whether the two are counts ("2 of the 5
        patents") or a share only the one who compares can tell.
    """
    habits = table_for(language).numbers
    pattern = _share_pattern(habits.share_marks)
    ones = (_one_in(text, whole, language) for whole in figures if not habits.myriads)
    found = [pair for pair in ones if pair is not None]
    for first, second in pairwise(figures):
        if (
            first.kind != "count"
            or second.kind != "count"
            or not (
                pattern.fullmatch(text[first.end : second.start])
                or habits.share_gap.fullmatch(text, first.end, second.start)
            )
        ):
            continue
        part, whole = (second, first) if habits.myriads else (first, second)
        if not 0 < part.value < whole.value <= _LARGEST_WHOLE or (part.unit and whole.unit and part.unit != whole.unit):
            continue
        if not any_whole and whole.value > _ROUND and whole.value not in _WHOLES:
            continue
        approx = part.approx if part.approx != "exact" else first.approx
        span = text[first.start : second.end]
        share = Quantity(part.value / whole.value, "", "fraction", approx, first.start, second.end, span)
        found.append((part, whole, share))
    return tuple(found)


def _one_in(text: str, whole: Quantity, language: str) -> tuple[Quantity, Quantity, Quantity] | None:
    """A share like "one in five", where the one is no figure by itself."""
    habits = table_for(language).numbers
    if whole.kind not in _SHARED or not 1 < whole.value <= _LARGEST_WHOLE:
        return None
    ones = tuple(word for word in habits.bare_words if habits.words.get(word) == 1)
    before = _one_before(ones, habits.share_marks).search(text, 0, whole.start)
    if before is None:
        return None
    at = before.start("one")
    part = Quantity(Decimal(1), whole.unit, whole.kind, whole.approx, at, before.end("one"), before.group("one"))
    share = Quantity(1 / whole.value, "", "fraction", "exact", at, whole.end, text[at : whole.end])
    return part, whole, share


@lru_cache(maxsize=32)
def _one_before(ones: tuple[str, ...], marks: tuple[str, ...]) -> re.Pattern[str]:
    one = "|".join(map(re.escape, ones)) or "(?!)"
    between = "|".join(map(re.escape, sorted(marks, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"\b(?P<one>{one}) (?:{between}) $", re.IGNORECASE)


_SHARED = frozenset({"count", "measure", "money"})
_ROUND = 20
"""A share of more than twenty is told in tens."""
