"""East Asian figures: digits and characters in scales of ten thousand, native numbers, fractions lower part first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from prism.languages.numeral import Numeral
from prism.languages.tables import table_for
from prism.languages.tables.shape import NumberHabits

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED_BEFORE = re.compile(r"[A-Za-z]-?$|[A-Za-z]\d*[-.]$|\d[./]$")


@lru_cache(maxsize=16)
def _myriad_starts(language: str) -> re.Pattern[str]:
    habits = table_for(language).numbers
    natives = "|".join(sorted(map(re.escape, habits.natives), key=len, reverse=True)) or "(?!)"
    chars = "".join({*habits.words, *habits.small_scales, *habits.scales})
    fractions = "|".join(sorted(map(re.escape, habits.fractions), key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?P<fraction>{fractions})|(?P<digits>\d)|(?P<native>(?<![가-힣])(?:{natives}))|(?P<words>[{re.escape(chars)}])"
    )


def read_myriads(text: str, language: str, habits: NumberHabits) -> tuple[Numeral, ...]:
    """All figures of a text in order; `text` has ASCII digits."""
    found: list[Numeral] = []
    text = text.replace("만큼", "\u3000큼")  # 10분의 1만큼: "as much as", no ten thousand
    starts = _myriad_starts(language)
    at = 0
    while (match := starts.search(text, at)) is not None:
        kind = match.lastgroup
        numeral: Numeral | None
        if kind == "fraction":
            part = habits.fractions[match.group()]
            numeral = Numeral(part, match.start(), match.end(), "fraction", part)
        elif kind == "native":
            numeral = _native(match, habits)
        else:
            numeral = _with_part(text, _chain(text, match.start(), language, habits), language, habits)
        if numeral is None:
            at = match.end()
            if kind == "digits":
                # Digits that belong to a name ("F-16") are passed over whole.
                at = _DIGITS.match(text, match.start()).end()  # type: ignore[union-attr] # a digit was found there
            continue
        found.append(numeral)
        at = numeral.end
    return tuple(found)


def _native(match: re.Match[str], habits: NumberHabits) -> Numeral:
    value = Decimal(habits.natives[match.group()])
    return Numeral(value, match.start(), match.end(), "native", value)


def _with_part(text: str, below: Numeral | None, language: str, habits: NumberHabits) -> Numeral | None:
    """A fraction written lower part first (3분의 2, 三分之二, 百分之三): "percent" where the lower part is a hundred."""
    if below is None or not below.value:
        return below
    mark = next((mark for mark in habits.fraction_marks if text.startswith(mark, below.end)), "")
    if not mark or below.end + len(mark) >= len(text):
        return below
    at = below.end + len(mark)
    starts = text[at].isdigit() or text[at] in habits.words or text[at] in habits.small_scales
    above = _chain(text, at, language, habits) if starts else None
    if above is None:
        return below
    value = above.value if below.value == _HUNDRED else above.value / below.value
    form = "percent" if below.value == _HUNDRED else "fraction"
    return Numeral(value, below.start, above.end, form, value)


_HUNDRED = 100


def _chain(text: str, start: int, language: str, habits: NumberHabits) -> Numeral | None:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one grammar, read in one place
    """Read 1억 2천만, 3만5000, 二十三, 二〇二六, 百分之三 from a place."""
    if text[start].isdigit() and _GLUED_BEFORE.search(text[max(0, start - 6) : start]):
        return None
    if text[start] in habits.scales and text[start + 1 : start + 3].strip()[:1].isdigit():
        return None  # 만 18세: a word of its own
    total, section = Decimal(0), Decimal(0)
    current: Decimal | None = None
    base, scale, last_scale = Decimal(0), 1, 10**20
    digits_seen = False
    at = start
    end = start
    while at < len(text):
        char = text[at]
        literal = _DIGITS.match(text, at)
        if literal:
            if current is not None:
                break
            current = Decimal(literal.group().replace(",", ""))
            digits_seen = True
            at = end = literal.end()
        elif char in habits.words and not (current is not None and digits_seen):
            current = _positional(current, habits.words[char])
            at = end = at + 1
        elif at > start and at == end and char in _scale_units(language) and _opens_unit(text, at, language):
            break  # 3.2亿千瓦时
        elif char in habits.small_scales and (scale == 1 or not section):
            section += (Decimal(1) if current is None else current) * habits.small_scales[char]
            current = None
            at = end = at + 1
        elif char in habits.scales and habits.scales[char] < last_scale:
            here = section + (current or 0)
            base = here or Decimal(1)
            scale = last_scale = habits.scales[char]
            total += base * scale
            section, current = Decimal(0), None
            at = end = at + 1
            at = _over_space(text, at)
        elif char in habits.scales and at == end and current is None and not section and total:
            total *= habits.scales[char]  # 万亿
            scale *= habits.scales[char]
            at = end = at + 1
        elif (
            char in habits.infixes and (current is not None or section) and text[at + 1 : at + 2] in {*habits.scales}
        ) or (
            char == " "
            and current is not None
            and at + 1 < len(text)
            and text[at + 1] in {*habits.scales, *habits.small_scales}
        ):
            at += 1
        else:
            break
    value = total + section + (current or 0)
    if (value == 0 and current is None) or text[start:end] in _NO_FIGURES:
        return None
    form = "digits" if digits_seen else "words"
    if form == "words" and not habits.lone_words and all(c in habits.words for c in text[start:end]):
        return None
    if form == "words" and habits.glued is not None and start and "가" <= text[start - 1] <= "힣":
        vague = text[start - 1] in habits.vague
        return Numeral(value, start, end, form, base, scale, vague) if vague else None
    if text[start:end] in habits.vague_alone or (not digits_seen and text[end : end + 1] in {*habits.vague}):
        return Numeral(value, start, end, form, base, scale, vague=True)
    vague = bool(habits.vague) and not digits_seen and text[:start].rstrip().endswith(tuple(habits.vague))
    if current is not None or section:
        base, scale = value, 1
    return Numeral(value, start, end, form, base, scale, vague)


_NO_FIGURES = frozenset("조억兆億亿")
"""Scales that are no figures by themselves, as ten thousand is (만 명)."""


@lru_cache(maxsize=16)
def _scale_units(language: str) -> Mapping[str, tuple[str, ...]]:
    """Scale → the units that begin with it (千瓦, 千米, 兆瓦, 百帕)."""
    habits = table_for(language).numbers
    scales = {*habits.small_scales, *habits.scales}
    return {
        scale: units for scale in scales if (units := tuple(u for u in habits.units if u[0] == scale and len(u) > 1))
    }


def _opens_unit(text: str, at: int, language: str) -> bool:
    return text.startswith(_scale_units(language)[text[at]], at)


def _positional(current: Decimal | None, digit: int) -> Decimal:
    return Decimal(digit) if current is None else current * 10 + digit


def _over_space(text: str, at: int) -> int:
    """Behind a scale a space may stand before the next digits (1억 2천만)."""
    return at + 1 if at + 1 < len(text) and text[at] == " " and text[at + 1].isdigit() else at
