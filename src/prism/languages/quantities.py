"""Figures with what they count, the same in every language: 1억 2천만 원, ¥120 million, zwölf Menschen, 二十三人."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from prism.languages.dates import date_spans
from prism.languages.mentions import Quantity
from prism.languages.numerals import WIDE, Numeral, numerals
from prism.languages.quantity_joins import with_compounds, with_ranges
from prism.languages.tables import table_for
from prism.languages.tables.shape import NumberHabits, Unit

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_REACH = 3
_GAP = re.compile(r"[ \u00a0\u202f]?")
_WORD_AHEAD = re.compile(r"[ \u00a0]([^\W\d_]+(?:[-‐'’][^\W\d_]+)*)")
_PLAIN = Unit("", "count")
_HALF = Decimal("0.5")
_PERCENT = Unit("percent", "percent")
_MORE_THAN_HALF = re.compile(r"[반半]")
"""Within a unit it adds a half: 两个半小时, 2년 반."""
_AFTER_COUNTER = frozenset("이가을를은는의에로으와과도만씩째당꼴여쯤뿐밖까마입인일서중나며다간들넘")
"""What may stand behind a Korean counter of one syllable, so that 한 대학 is no machine and 두 기업 no turbines."""


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The figures of a text with their units, in order.

    Dates, clock times, years and names with digits in them are left out. A number word that is none by itself ("one",
    세 in 세계) counts only before a word that is counted.

    Args:
        text: plain text.
        language: BCP 47 tag; a language without a table is read with English habits.

    Returns:
        Values as plain decimals: "3,5 Mio. Euro" is 3500000 EUR, "2割" 20 percent, "세 명" 3 persons, "절반" a
        "fraction" of 0.5.
    """
    flat = text.translate(WIDE)
    habits = table_for(language).numbers
    taken = [*date_spans(flat, language), *(m.span() for m in habits.dates_and_times.finditer(flat))]
    whole = _wholes(flat, language, habits, taken)
    taken += [(one.start, one.end) for one in whole if one.kind == "points"]
    clocked = _clocked(flat)
    taken += [(one.start, one.end) for one in clocked]
    whole += clocked
    read: list[tuple[Numeral, Quantity]] = []
    for numeral in numerals(flat, language):
        if read and numeral.start < read[-1][1].end:
            continue  # a numeral within a unit (百分点)
        if numeral.vague or any(start < numeral.end and numeral.start < end for start, end in taken):
            continue
        quantity = _quantity(flat, numeral, language, habits)
        if quantity is not None:
            read.append((numeral, quantity))
    return tuple(
        Quantity(q.value, q.unit, q.kind, q.approx, q.start, q.end, text[q.start : q.end])
        for q in with_compounds(flat, sorted([*with_ranges(flat, read, habits), *whole], key=lambda q: q.start))
    )


def _wholes(text: str, language: str, habits: NumberHabits, taken: list[tuple[int, int]]) -> list[Quantity]:
    """Words that are figure and unit in one."""
    found: list[Quantity] = []
    for word, (value, unit) in habits.wholes.items():
        if word not in text:
            continue
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            inside = at > 0 and text[at - 1].isalpha() and not (habits.myriads and word[0] in habits.whole_starts)
            inside |= not habits.myriads and text[end : end + 1].isalpha()
            inside |= at > 0 and text[at - 1] in {*habits.words, *habits.small_scales, *habits.vague}
            inside |= any(one.start < end and at < one.end for one in found)
            if not inside and not any(start < end and at < stop for start, stop in taken):
                approx = _approx(text, at, end, language)
                found.append(Quantity(value * unit.factor, unit.name, unit.kind, approx, at, end, word))
            at = text.find(word, end)
    return found


def _quantity(text: str, numeral: Numeral, language: str, habits: NumberHabits) -> Quantity | None:  # noqa: C901, PLR0911, PLR0912 - one grammar, read in one place
    leading, start = _leading(text, numeral.start, language)
    unit, end, near = _trailing(text, numeral, language, habits)
    if numeral.form == "percent":
        approx = _approx(text, numeral.start, numeral.end, language)
        return Quantity(numeral.value, "percent", "percent", approx, start, numeral.end, text[start : numeral.end])
    over_after, end_of_mark = _mark_after(text, numeral.end, language)
    if over_after and unit is None:
        unit, end, near = _trailing_at(text, end_of_mark, language)
    chosen = unit or leading
    if unit is not None and leading is not None and not near:
        unit, chosen = None, leading  # magnitude 6.4 earthquake killed
    if unit is not None and leading is not None and unit.kind == leading.kind == "money":
        chosen = leading  # 新台幣7億元
    if unit is not None and near and not _may_be_glued(text, numeral, end, habits):
        return None
    if chosen is None and not _stands_alone(text, numeral, habits):
        return None
    if chosen is None and numeral.form == "digits" and _is_year(numeral, text):
        return None
    if chosen is not None and chosen.kind == "none":
        return None
    found = chosen or _PLAIN
    kind = found.kind
    if leading is not None and leading.name == "fahrenheit":
        found = leading
    if numeral.form == "fraction" and chosen is None:
        found, end, near = _part_of_unit(text, numeral, language)
        kind = found.kind
    if numeral.form == "fraction" and not (near and kind in {"time", "measure", "points", "money"}):
        kind, found, end = "fraction", _PLAIN, numeral.end
    elif numeral.form == "ordinal" or (leading is not None and leading.kind == "ordinal") or kind == "ordinal":
        kind, found = "ordinal", _PLAIN
    elif chosen is None and _in_brackets(text, numeral):
        kind, found = "age", _YEARS
    elif _is_year(numeral, text) and (
        (found.name == "year" and kind == "time") or (kind == "count" and not habits.myriads)
    ):
        return None
    approx = over_after or _approx(text, start, end if near else numeral.end, language)
    approx = "exact" if found.name == "intensity" else approx  # 震度5弱
    tenths, end = _tenths(text, end) if found.name == "percent" and found.factor > 1 and near else (_ZERO, end)
    value = numeral.value
    if found.name == "tenths-left":
        found, value = _PERCENT, 100 - (value * 10 if value < 10 else value)  # noqa: PLR2004 - 八折 are eight tenths, 八五折 85 hundredths
    half = _HALF if near and kind in {"time", "multiple"} and _MORE_THAN_HALF.search(text[numeral.end : end]) else 0
    return Quantity((value + half + tenths) * found.factor, found.name, kind, approx, start, end, text[start:end])


def _clocked(text: str) -> list[Quantity]:
    """Times that a stopwatch shows, in seconds: 2:04:51."""
    return [
        Quantity(
            Decimal(one["hours"]) * 3600 + Decimal(one["minutes"]) * 60 + Decimal(one["seconds"]),
            "second",
            "time",
            "exact",
            *one.span(),
            one.group(),
        )
        for one in _STOPWATCH.finditer(text)
    ]


_STOPWATCH = re.compile(r"(?<![\d:.])(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d+)?)(?![\d:])")
_OF_A = re.compile(r"(?: of)? an? (?=\w)", re.IGNORECASE)
_TENTHS = re.compile(
    r"(?:半|(?P<marked>[一二三四五六七八九1-9])(?:分|푼)|(?P<bare>[一二三四五六七八九])(?![一二三四五六七八九十百千万\d人名个個年月日]))"
    r"|(?: (?P<far>[1-9])푼)"
)
"""Behind a tenth: 3割5分, 三成五, 两成半."""
_CHARACTERS = "一二三四五六七八九"
_ZERO = Decimal(0)


def _part_of_unit(text: str, numeral: Numeral, language: str) -> tuple[Unit, int, bool]:
    """The unit that a fraction is a part of: a quarter of a percentage point, half a century, three quarters of an hour."""
    article = _OF_A.match(text, numeral.end)
    unit, end, near = _trailing_at(text, article.end(), language) if article else (None, numeral.end, False)
    return (unit, end, near) if unit is not None else (_PLAIN, numeral.end, False)


def _tenths(text: str, end: int) -> tuple[Decimal, int]:
    """What is told behind tenths, as a part of one: 3割5分 has five hundredths more."""
    match = _TENTHS.match(text, end)
    if match is None:
        return _ZERO, end
    digit = match.group("marked") or match.group("bare") or match.group("far") or "5"
    value = int(digit) if digit.isdigit() and digit.isascii() else _CHARACTERS.index(digit) + 1
    return Decimal(value) / 10, match.end()


def _may_be_glued(text: str, numeral: Numeral, end: int, habits: NumberHabits) -> bool:
    """Whether a number word may be followed by its unit without a space."""
    if habits.glued is None or numeral.form not in {"words", "native"} or text[numeral.end : numeral.end + 1] == " ":
        return True
    unit = text[numeral.end : end]
    return unit in habits.glued and (
        numeral.end - numeral.start > 1 or numeral.form == "native" or text[numeral.start] in habits.small_scales
    )


def _stands_alone(text: str, numeral: Numeral, habits: NumberHabits) -> bool:
    """Whether a figure without a unit is one."""
    if numeral.form == "digits":
        after = text[numeral.end : numeral.end + 1]
        return not (after.isalpha() and after.isascii()) or habits.myriads
    if numeral.form in {"fraction", "ordinal"}:
        return True
    if habits.myriads:
        return numeral.form == "native" and habits.lone_natives.match(text, numeral.end) is not None
    return text[numeral.start : numeral.end].casefold() not in habits.bare_words


def _is_year(numeral: Numeral, text: str) -> bool:
    plain = text[numeral.start : numeral.end]
    return len(plain) == 4 and plain.isalnum() and _FIRST_YEAR <= numeral.value <= _LAST_YEAR  # noqa: PLR2004 - digits of a year


_YEARS = Unit("year", "age")
_OLDEST = 120


def _in_brackets(text: str, numeral: Numeral) -> bool:
    """A small whole figure alone in brackets or commas behind a name is an age: 김(45), "Smith, 45, said"."""
    if numeral.form != "digits" or not 1 <= numeral.value <= _OLDEST or numeral.value % 1:
        return False
    before, after = text[max(0, numeral.start - 3) : numeral.start], text[numeral.end : numeral.end + 1]
    if before[-1:] in {"(", "（"} and after in {")", "）", "·", ",", "、"}:
        return before[:-1].strip()[-1:].isalpha()
    return before[-2:] == ", " and before[:1].isalpha() and after == ","


# -- units ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=32)
def _unit_pattern(language: str) -> re.Pattern[str]:
    """Units behind a figure: longest first; those of letters must not go on with one."""
    habits = table_for(language).numbers
    surfaces = sorted(habits.units, key=len, reverse=True)
    if not surfaces:
        return re.compile(r"(?!)")
    alternatives = []
    for surface in surfaces:
        escaped = re.escape(surface).replace(r"\ ", r"[ \u00a0\-]")
        last = surface[-1]
        tail = ""
        if last.isalpha() and (last.isascii() or not habits.myriads):
            tail = r"(?![A-Za-z0-9])" if habits.myriads else r"(?![^\W_])"
        if last in {"반", "半"}:
            tail = r"(?![도대면발응복론박기등값영환드려출입경지포란군달찬期ば島導数年減世分額径月日信端身])"
        alternatives.append(escaped + tail)
    flags = re.IGNORECASE if not habits.myriads else re.NOFLAG
    return re.compile(rf"[ \u00a0\u202f\-]?(?P<unit>{'|'.join(alternatives)})", flags)


@lru_cache(maxsize=32)
def _folded_units(language: str) -> Mapping[str, Unit]:
    habits = table_for(language).numbers
    return {**{k.casefold(): v for k, v in habits.units.items()}, **habits.units}


def _trailing(text: str, numeral: Numeral, language: str, habits: NumberHabits) -> tuple[Unit | None, int, bool]:
    """The unit behind a figure, where it ends, and whether it stands right behind it."""
    unit, end, near = _trailing_at(text, numeral.end, language)
    if unit is not None and not _is_cut(text, numeral, end):
        return unit, end, near
    if habits.distant_units:
        ahead = numeral.end
        stop = table_for(language).stop_words
        for _ in range(_REACH):
            word = _WORD_AHEAD.match(text, ahead)
            if word is None:
                break
            folded = word.group(1).casefold()
            if folded in habits.distant_units:
                return habits.distant_units[folded], numeral.end, False
            if folded in stop and folded != "of":
                break
            ahead = word.end()
    return None, numeral.end, False


def _is_cut(text: str, numeral: Numeral, end: int) -> bool:
    """Whether what was read as a counter of one syllable behind a number word is the beginning of another word."""
    if numeral.form not in {"native", "words"} or not "가" <= text[end - 1] <= "힣":
        return False
    unit = text[numeral.end : end].strip()
    following = text[end : end + 1]
    return len(unit) == 1 and "가" <= following <= "힣" and following not in _AFTER_COUNTER


def _trailing_at(text: str, at: int, language: str) -> tuple[Unit | None, int, bool]:
    match = _unit_pattern(language).match(text, at)
    if match is None:
        return None, at, False
    surface = re.sub(r"[\u00a0\-]", " ", match.group("unit"))
    folded = _folded_units(language)
    unit = (
        folded.get(match.group("unit")) or folded.get(match.group("unit").casefold()) or folded.get(surface.casefold())
    )
    return unit, match.end(), True


@lru_cache(maxsize=32)
def _leading_pattern(language: str) -> re.Pattern[str]:
    signs = sorted(table_for(language).numbers.leading_units, key=len, reverse=True)
    if not signs:
        return re.compile(r"(?!)")
    parts = [rf"(?<![A-Za-z]){re.escape(s)}" if s[0].isalpha() and s.isascii() else re.escape(s) for s in signs]
    return re.compile(rf"(?P<sign>{'|'.join(parts)})[ \u00a0]?$")


@lru_cache(maxsize=32)
def _longest_sign(language: str) -> int:
    return max((len(sign) for sign in table_for(language).numbers.leading_units), default=0)


def _leading(text: str, start: int, language: str) -> tuple[Unit | None, int]:
    window = max(0, start - _longest_sign(language) - 1)
    match = _leading_pattern(language).search(text[window:start])
    if match is None:
        return None, start
    return table_for(language).numbers.leading_units[match.group("sign")], window + match.start()


# -- about, over, under, nearly --------------------------------------------------------------------------------------


@lru_cache(maxsize=32)
def _approx_patterns(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    habits = table_for(language).numbers
    rows = (
        ("nearly", habits.nearly, habits.nearly_after),
        ("over", habits.over, habits.over_after),
        ("under", habits.under, habits.under_after),
        ("about", habits.about, habits.about_after),
    )
    return tuple((name, _before(before, habits), _after(after, habits)) for name, before, after in rows)


def _alternatives(marks: tuple[str, ...]) -> str:
    return "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True)) or "(?!)"


def _before(marks: tuple[str, ...], habits: NumberHabits) -> re.Pattern[str]:
    edge = r"(?<![가-힣])" if habits.myriads else r"\b"
    return re.compile(rf"{edge}(?:{_alternatives(marks)})[ \u00a0]?(?:the |a |an |as many as )?$", re.IGNORECASE)


def _after(marks: tuple[str, ...], habits: NumberHabits) -> re.Pattern[str]:
    edge = "" if habits.myriads else r"\b"
    return re.compile(rf"[ \u00a0]?(?:{_alternatives(marks)}){edge}", re.IGNORECASE)


def _approx(text: str, start: int, end: int, language: str) -> str:
    left = text[max(0, start - 24) : start]
    found = [
        (len(mark.group()), -place, name)
        for place, (name, before, after) in enumerate(_approx_patterns(language))
        for mark in (before.search(left), after.match(text, end))
        if mark
    ]
    return max(found)[2] if found else "exact"  # "no more than" is longer than "more than"


def _mark_after(text: str, end: int, language: str) -> tuple[str, int]:
    """A mark between figure and counter (20여 명, 30多人): what it says and where it ends."""
    for name, _, after in _approx_patterns(language):
        match = after.match(text, end)
        if match and table_for(language).numbers.myriads:
            return name, match.end()
    return "", end
