"""What has to be told of a language: one value a language, all of it data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from prism.languages.tables.stances import Stances

NOTHING = re.compile(r"(?!)")
"""A pattern that never matches."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a word behind a figure says that it counts.

    Attributes:
        name: canonical, the same in every language ("person", "KRW", "km"), "" if it only marks a count.
        kind: kind of quantity ("count", "money", "percent", "points", "ordinal", "measure", "age", "time", "multiple").
        factor: what the figure is multiplied by (割 is 10 percent, a basis point 0.01 points).
    """

    name: str
    kind: str
    factor: Decimal = Decimal(1)


def units(rows: Mapping[str, str]) -> Mapping[str, Unit]:
    """Read a table of units: "name/kind" or "name/kind/factor" → surfaces separated by "|"."""
    read: dict[str, Unit] = {}
    for head, surfaces in rows.items():
        name, kind, *factor = head.split("/")
        unit = Unit(name, kind, Decimal(factor[0]) if factor else Decimal(1))
        read.update(dict.fromkeys(surfaces.split("|"), unit))
    return read


@dataclass(frozen=True, slots=True)
class NumberHabits:
    """How a language writes figures.

    Attributes:
        myriads: scales are powers of ten thousand and stand behind the figure without a space (East Asia).
        decimal: the decimal mark.
        groups: the marks that may stand between groups of three digits.
        words: number words → value. East Asian ones are read character by character.
        scales: words that multiply what stands before them ("million", "Mio.", "만").
        small_scales: East Asian ten, hundred, thousand.
        natives: number words that stand before counters only (Korean 세, 열두).
        fractions: words of a part ("half", "Drittel") → the part.
        ordinals: ordinal words → value.
        joiners: words that may stand between number words ("and", "und").
        articles: words that stand for one before a scale ("a million").
        ranges: what stands between the ends of a range.
        about: marks before a figure that make it "about".
        over: … "over".
        under: … "under".
        nearly: … "nearly".
        about_after: marks behind it that make it "about".
        over_after: … "over".
        under_after: … "under".
        nearly_after: … "nearly".
        units: word behind a figure → unit; the longest wins.
        distant_units: nouns that make a unit even with an adjective or two between ("three Ukrainian soldiers").
        leading_units: sign or word before a figure → unit ("$", "EUR", 제).
        dates_and_times: pattern of what is no figure: clock times, dates, names with digits.
        vague: pattern of words before a scale that make it uncountable ("수" in 수십만).
        bare_words: number words that are no figures by themselves ("one" as a pronoun): only with a unit behind them.
        lone_words: a number word of one character counts (not the Korean 이, 일, 사).
        lone_natives: what follows a number word of `natives` that counts without a counter (셋 중 둘, 두 회사).
        vague_alone: scale words that are no figure by themselves (千人).
        infixes: marks that may stand between a figure and its scale (20여만, 550多万).
        tails: what may grow on a number word (German dreimal, fünfjährig).
        glued: units that may follow a number word without a space, None if all may (Korean 세대 is no three machines).
        fraction_marks: what stands between the lower and the upper part of a fraction (분의, 分之).
        wholes: words that are figure and unit in one (이틀, fortnight).
        whole_starts: characters with which such a word may begin inside a longer one (倍増, 半減).
        joints: what stands between two figures that are told one after the other ("and", 고, と).
        share_marks: what stands between part and whole ("in" of one in five), or whole and part (5명 중 1명).
        share_gap: the same with the noun that is counted or whose they are ("of its", 个工厂中有), whole.
    """

    myriads: bool = False
    decimal: str = "."
    groups: str = ","
    words: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    small_scales: Mapping[str, int] = field(default_factory=dict)
    natives: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, Decimal] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    joiners: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ("-", "–", "—", "~", "∼", "〜", "～")
    about: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    about_after: tuple[str, ...] = ()
    over_after: tuple[str, ...] = ()
    under_after: tuple[str, ...] = ()
    nearly_after: tuple[str, ...] = ()
    units: Mapping[str, Unit] = field(default_factory=dict)
    distant_units: Mapping[str, Unit] = field(default_factory=dict)
    leading_units: Mapping[str, Unit] = field(default_factory=dict)
    dates_and_times: re.Pattern[str] = NOTHING
    vague: str = ""
    bare_words: frozenset[str] = frozenset()
    lone_words: bool = True
    lone_natives: re.Pattern[str] = NOTHING
    fraction_marks: tuple[str, ...] = ()
    glued: frozenset[str] | None = None
    vague_alone: frozenset[str] = frozenset()
    infixes: str = ""
    tails: re.Pattern[str] = NOTHING
    wholes: Mapping[str, tuple[int, Unit]] = field(default_factory=dict)
    whole_starts: str = ""
    share_marks: tuple[str, ...] = ()
    share_gap: re.Pattern[str] = NOTHING
    joints: re.Pattern[str] = NOTHING


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way of writing a date.

    Attributes:
        pattern: with the groups that its resolution reads: y, m, d (digits), era, mon and wd (names), yw (a word for a
            year counted from now), n (how many).
        resolve: how, with an argument behind a colon: "date", "weekday:last", "shift:month:-1", "ago:day", …; see
            `languages.dates`.
    """

    pattern: re.Pattern[str]
    resolve: str


def rules(rows: Sequence[tuple[str, str]], **parts: str) -> tuple[DateRule, ...]:
    """Date rules of (pattern, resolution) rows; `<name>` in a pattern stands for one of the parts."""
    made = []
    for pattern, resolve in rows:
        full = pattern
        for name, part in parts.items():
            full = re.sub(rf"(?<!\?P)<{name}>", part.replace("\\", r"\\"), full)
        made.append(DateRule(re.compile(full, re.IGNORECASE), resolve))
    return tuple(made)


@lru_cache(maxsize=1024)
def listed(text: str) -> tuple[str, ...]:
    """A list of words written in one text, "|" between them."""
    return tuple(text.split("|"))


def either(names: Iterable[str]) -> str:
    """An alternation of the names, longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class LanguageTable:
    """All that is known of one language.

    Attributes:
        language: primary BCP 47 tag.
        abbreviations: tokens with a full stop that end a sentence only before a capital ("etc.", "a.m.").
        abbreviations_before_capitals: tokens with a full stop that a capital follows ("Dr.", "Nr.").
        ordinal_dot: a number with a full stop may be an ordinal ("22. November").
        sentence_openers: words that begin a sentence and no name, casefolded.
        months: name or abbreviation → 1 to 12, casefolded, without full stop.
        weekdays: name or abbreviation → 0 (Monday) to 6, casefolded, without full stop.
        dates: the ways of writing a date, in this order of preference where two are equally long.
        year_words: word for a year counted from now → difference ("last year" → -1).
        eras: name of an era → the year before its first (令和 → 2018).
        future: matches a sentence that tells what is to come (a bare weekday is then the next one).
        registers: (id, pattern of the ending), first match wins; empty if the language has none.
        hedges: matches a sentence that leaves open what it says.
        negations: matches a sentence that denies.
        stances: how it denies, leaves open, measures out and explains, clause by clause.
        stop_words: words that carry no matter, casefolded.
        numbers: how figures are written.
        titles_after: words behind a person's name.
        titles_before: words before a person's name.
        place_words: words or suffixes that end the name of a place.
        nouns_capitalised: common nouns have capitals too (German), so that a capital alone shows no name.
        organisation_words: words or suffixes that end the name of an organisation.
    """

    language: str
    abbreviations: frozenset[str] = frozenset()
    abbreviations_before_capitals: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    sentence_openers: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    dates: tuple[DateRule, ...] = ()
    year_words: Mapping[str, int] = field(default_factory=dict)
    eras: Mapping[str, int] = field(default_factory=dict)
    future: re.Pattern[str] = NOTHING
    registers: tuple[tuple[str, re.Pattern[str]], ...] = ()
    hedges: re.Pattern[str] = NOTHING
    negations: re.Pattern[str] = NOTHING
    stances: Stances = field(default_factory=Stances)
    stop_words: frozenset[str] = frozenset()
    numbers: NumberHabits = field(default_factory=NumberHabits)
    titles_after: tuple[str, ...] = ()
    titles_before: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    organisation_words: tuple[str, ...] = ()
    nouns_capitalised: bool = False
