"""Figures in scales of a thousand: digits with separators, scale words, number words, fractions, ordinals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from prism.languages.numeral import Numeral
from prism.languages.tables import table_for
from prism.languages.tables.shape import NumberHabits

_BEFORE_LITERAL = r"(?<![\w])(?<![A-Za-z][-.])(?<!\d[.,/])"


@lru_cache(maxsize=32)
def _thousand_tokens(language: str) -> re.Pattern[str]:
    habits = table_for(language).numbers
    group = f"[{re.escape(habits.groups)}]" if habits.groups else "(?!)"
    decimal = re.escape(habits.decimal)
    other = "." if habits.decimal == "," else ","
    fallback = rf"|\d+{re.escape(other)}\d{{1,2}}(?!\d)" if other == "." else ""
    literal = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{decimal}\d+)?|\d+{decimal}\d+{fallback}|\d+"
    return re.compile(rf"(?P<literal>{_BEFORE_LITERAL}(?:{literal}))|(?P<word>[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*\.?)")


_TEENS = 13
"""From here on "twenty-fifth" is an order, no part."""


def _value(literal: str, habits: NumberHabits) -> Decimal | None:
    plain = literal
    if habits.decimal == "," and re.fullmatch(r"\d+\.\d{1,2}", plain):
        return Decimal(plain)
    for mark in habits.groups:
        plain = plain.replace(mark, "")
    try:
        return Decimal(plain.replace(habits.decimal, "."))
    except InvalidOperation:
        return None


@dataclass(slots=True)
class _Reading:
    """A figure while it is read."""

    start: int
    end: int
    form: str
    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    base: Decimal = Decimal(0)
    scale: int = 1
    has_units: bool = False
    open_joiner: bool = False

    def value(self) -> Decimal:
        return self.total + self.section

    def done(self) -> Numeral:
        base = self.base if self.scale > 1 and not self.section else self.value()
        return Numeral(self.value(), self.start, self.end, self.form, base, self.scale if not self.section else 1)


def read_thousands(text: str, language: str, habits: NumberHabits) -> tuple[Numeral, ...]:
    """All figures of a text in order; `text` has ASCII digits."""
    found: list[Numeral] = []
    tokens = list(_thousand_tokens(language).finditer(text))
    scales = {word.casefold(): value for word, value in habits.scales.items()}
    index = 0
    while index < len(tokens):
        reading, used = _read_one(text, tokens, index, habits, scales)
        if reading is None:
            index += 1
            continue
        found.append(reading)
        index += used
    return tuple(found)


def _read_one(  # noqa: C901, PLR0911, PLR0912 - one grammar, read in one place
    text: str, tokens: list[re.Match[str]], index: int, habits: NumberHabits, scales: Mapping[str, int]
) -> tuple[Numeral | None, int]:
    token = tokens[index]
    if token.lastgroup == "literal":
        value = _value(token.group(), habits)
        if value is None:
            return None, 1
        return _scaled(text, tokens, index, _Reading(token.start(), token.end(), "digits", section=value), scales)
    word = token.group().rstrip(".").casefold()
    parts = _split(word, habits)
    if len(parts) == 2 and habits.words.get(parts[0], _TEENS) < _TEENS and parts[1] in habits.fractions:  # noqa: PLR2004 - one-tenth
        value = habits.words[parts[0]] * habits.fractions[parts[1]]
        return Numeral(value, token.start(), token.end(), "fraction", value), 1
    if word in habits.ordinals or (len(parts) > 1 and parts[-1] in habits.ordinals and parts[0] in habits.words):
        value = Decimal(sum(habits.words.get(p, 0) for p in parts[:-1]) + habits.ordinals[parts[-1]])
        if _is_fraction(text, tokens, index, habits):
            return _fraction(text, tokens, index, habits, scales)
        return Numeral(value, token.start(), token.start() + len(word), "ordinal", value), 1
    if word in habits.words and _counts_parts(text, tokens, index, habits):
        part, used = _fraction(text, tokens, index + 1, habits, scales)
        return part, used + 1
    if all(p in habits.words for p in parts):
        return _words(text, tokens, index, habits, scales)
    grown = _grown(word, habits)
    if grown is not None:
        return Numeral(Decimal(grown[1]), token.start(), token.start() + grown[0], "words", Decimal(grown[1])), 1
    if len(parts) > 1 and parts[0] in habits.ordinals and word not in habits.fractions:  # sixth-largest
        value = Decimal(habits.ordinals[parts[0]])
        return Numeral(value, token.start(), token.start() + len(parts[0]), "ordinal", value), 1
    if len(parts) > 1 and parts[0] in habits.words and parts[0] not in habits.bare_words:  # six-game
        value = Decimal(habits.words[parts[0]])
        return Numeral(value, token.start(), token.start() + len(parts[0]), "words", value), 1
    if word in habits.fractions:
        return _fraction(text, tokens, index, habits, scales)
    if word in habits.articles and index + 1 < len(tokens) and _adjacent(text, token, tokens[index + 1]):
        following = tokens[index + 1].group().rstrip(".").casefold()
        if scales.get(following, 0) >= 100 or habits.words.get(following, 0) == 12:  # noqa: PLR2004 - a value of number words
            start = _Reading(token.start(), token.end(), "words", section=Decimal(1))
            if following in scales:
                return _scaled(text, tokens, index, start, scales)
            twelve = Decimal(habits.words[following])
            return Numeral(twelve, token.start(), tokens[index + 1].end(), "words", twelve), 2
    return None, 1


def _grown(word: str, habits: NumberHabits) -> tuple[int, int] | None:
    """How far a number word reaches in a word that grew on it (dreimal), and its value."""
    tail = habits.tails.search(word)
    if tail is None or word[: tail.start()] not in habits.words:
        return None
    return tail.start(), habits.words[word[: tail.start()]]


def _split(word: str, habits: NumberHabits) -> list[str]:
    if word in habits.words or word in habits.ordinals:
        return [word]
    return re.split(r"[-‐‑]", word)


_OF = re.compile(r"\s+(?:of|to|the|within|from|since|over|against|more|less|fewer|higher|lower|in)\b")
_BY = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|over|under|roughly|just|only|some|at least|up|down|rose|fell|grew|dropped) $",
    re.IGNORECASE,
)
"""Before "a fifth" that is a part: it fell by a fifth, more than a third."""
_ENDS = re.compile(r"[.,;:]? ?$|[,;:]")


def _is_fraction(text: str, tokens: list[re.Match[str]], index: int, habits: NumberHabits) -> bool:
    """Whether an ordinal word is the lower part of a fraction: "one third", "a third of"."""
    word = tokens[index].group().rstrip(".").casefold()
    if word not in habits.fractions or index == 0:
        return False
    before = tokens[index - 1].group().casefold()
    if before in habits.words:
        return True
    start, end = tokens[index - 1].start(), tokens[index].end()
    parts = _OF.match(text, end) is not None or _BY.search(text, 0, start) is not None or _ENDS.match(text, end)
    return before in habits.articles and bool(parts)


def _counts_parts(text: str, tokens: list[re.Match[str]], index: int, habits: NumberHabits) -> bool:
    """Whether a number word counts parts ("two thirds"); two quarters are periods of time."""
    if index + 1 >= len(tokens) or not _adjacent(text, tokens[index], tokens[index + 1]):
        return False
    part = habits.fractions.get(tokens[index + 1].group().rstrip(".").casefold())
    count = habits.words[tokens[index].group().rstrip(".").casefold()]
    return part is not None and part != Decimal("0.5") and 0 < count * part < 1 and count * part != Decimal("0.5")


def _adjacent(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    between = text[left.end() : right.start()]
    return between in {" ", "-", "\u00a0", "\u202f", ""}


def _scaled(
    text: str, tokens: list[re.Match[str]], index: int, reading: _Reading, scales: Mapping[str, int]
) -> tuple[Numeral, int]:
    """A figure with the scale words behind it ("1.2 million", "a hundred thousand", "5bn")."""
    used = 1
    while index + used < len(tokens) and tokens[index + used].lastgroup == "word":
        following = tokens[index + used]
        raw = following.group()
        word = re.split(r"[-‐‑]", raw.rstrip(".").casefold())[0]
        scale = scales.get(word) or scales.get(raw.casefold())
        gap = text[reading.end : following.start()]
        if scale is None or gap not in {" ", "-", "\u00a0", "\u202f", ""}:
            break
        if (len(word) <= 2 and gap not in {"", " "}) or (len(word) == 1 and gap):  # noqa: PLR2004 - a value of number words
            break
        reading.base = reading.section
        reading.scale = scale
        reading.total += reading.section * scale
        reading.section = Decimal(0)
        reading.end = following.start() + (len(raw) if raw.casefold() in scales else len(word))
        reading.section, reading.total = reading.total, Decimal(0)
        used += 1
    value = reading.section
    base = reading.base if reading.scale > 1 else value
    return Numeral(value, reading.start, reading.end, reading.form, base, reading.scale), used


def _words(
    text: str, tokens: list[re.Match[str]], index: int, habits: NumberHabits, scales: Mapping[str, int]
) -> tuple[Numeral, int]:
    """A figure in words: "twenty-three", "two hundred and five thousand", "two and a half million"."""
    reading = _Reading(tokens[index].start(), tokens[index].end(), "words")
    last_unit = 0
    used = 0
    while index + used < len(tokens):
        token = tokens[index + used]
        raw = token.group()
        word = raw.rstrip(".").casefold()
        if used and not _adjacent(text, tokens[index + used - 1], token):
            break
        parts = _split(word, habits)
        if all(p in habits.words for p in parts):
            value = sum(habits.words[p] for p in parts)
            if last_unit and not _may_follow(last_unit, value):
                break
            reading.section += value
            last_unit = value
        elif word in scales and scales[word] >= 100 and used:  # noqa: PLR2004 - a value of number words
            scale = scales[word]
            reading.base, reading.scale = reading.section, scale
            if scale == 100:  # noqa: PLR2004 - a value of number words
                reading.section = (reading.section or Decimal(1)) * scale
            else:
                reading.total += (reading.section or Decimal(1)) * scale
                reading.section = Decimal(0)
            last_unit = 0 if scale > 100 else 100  # noqa: PLR2004 - a value of number words
        elif word in habits.joiners and used and _joins(tokens, index + used, habits, last_unit, reading):
            used += 1
            continue
        else:
            break
        reading.end = token.start() + len(raw.rstrip("."))
        used += 1
    while used > 1 and tokens[index + used - 1].start() >= reading.end:
        used -= 1
    return _and_a_half(text, tokens, index + max(used, 1) - 1, reading, habits, scales)


def _and_a_half(
    text: str,
    tokens: list[re.Match[str]],
    last: int,
    reading: _Reading,
    habits: NumberHabits,
    scales: Mapping[str, int],
) -> tuple[Numeral, int]:
    """Add "and a half", with the scale that may follow it ("two and a half million")."""
    first = next(place for place in range(last, -1, -1) if tokens[place].start() <= reading.start)
    following = [token.group().rstrip(".").casefold() for token in tokens[last + 1 : last + 4]]
    if len(following) == 3 and following[0] in habits.joiners and following[1] in habits.articles:  # noqa: PLR2004 - a value of number words
        part = habits.fractions.get(following[2])
        if part is not None and text[reading.end : tokens[last + 3].start()].count(" ") == 3:  # noqa: PLR2004 - a value of number words
            reading.section += part
            reading.end = tokens[last + 3].end()
            numeral, used = _scaled(text, tokens, last + 3, reading, scales)
            return numeral, last + 3 - first + used
    return reading.done(), last - first + 1


def _may_follow(last: int, value: int) -> bool:
    """Twenty may be followed by three, hundred by anything below it."""
    return (last >= 20 and last % 10 == 0 and 0 < value < 10) or (last == 100 and value < 100)  # noqa: PLR2004 - a value of number words


def _joins(tokens: list[re.Match[str]], at: int, habits: NumberHabits, last: int, reading: _Reading) -> bool:
    """Whether "and" goes on with the figure: only behind a scale, and before a smaller number word."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].group().rstrip(".").casefold()
    smaller = all(p in habits.words for p in _split(following, habits))
    return smaller and (last == 100 or (reading.total > 0 and last == 0))  # noqa: PLR2004 - a value of number words


def _fraction(
    text: str, tokens: list[re.Match[str]], index: int, habits: NumberHabits, scales: Mapping[str, int]
) -> tuple[Numeral | None, int]:
    """Fractions: "half", "a third", "half a million", "zwei Drittel"."""
    token = tokens[index]
    part = habits.fractions[token.group().rstrip(".").casefold()]
    start, count = token.start(), Decimal(1)
    if index and _adjacent(text, tokens[index - 1], token):
        before = tokens[index - 1].group().casefold()
        if before in habits.words:
            start, count = tokens[index - 1].start(), Decimal(habits.words[before])
        elif before not in habits.articles and part != Decimal("0.5"):
            return None, 1
    elif part != Decimal("0.5"):
        return None, 1
    ahead = index + 1
    if ahead < len(tokens) and tokens[ahead].group().casefold() in habits.articles:
        ahead += 1
    if ahead < len(tokens) and (scale := scales.get(tokens[ahead].group().casefold(), 0)) >= 1000:  # noqa: PLR2004 - a value of number words
        value = count * part * scale
        return Numeral(value, start, tokens[ahead].end(), "words", value), ahead - index + 1
    return Numeral(count * part, start, token.end(), "fraction", count * part), 1
