"""What has to be told of a language: one value a language, all of it data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

NOTHING = re.compile(r"(?!)")
"""A pattern that never matches."""

Unit: TypeAlias = tuple[str, str]
"""Canonical unit and kind of quantity: ("person", "count"), ("KRW", "money"), ("km", "measure")."""


@dataclass(frozen=True, slots=True)
class NumberHabits:
    """How a language writes figures.

    Attributes:
        decimal: the decimal mark.
        groups: the marks that may stand between groups of three digits.
        words: number words → value, those that add up ("twenty", "zwölf").
        scales: words that multiply what stands before them ("million", "Mio.", "만").
        fractions: words of a part ("half", "Drittel").
        ordinals: ordinal words → value.
        joiners: words that may stand between number words ("and", "und").
        about: words before or behind a figure that make it "about".
        over: … "over".
        under: … "under".
        nearly: … "nearly".
        units: word behind a figure → unit; the longest wins.
        leading_units: sign or word before a figure → unit ("$", "US$", "EUR").
        not_counts: words behind a figure that show it to be none (clock time, dates, names).
        bare_words: number words that are no figures by themselves ("one" as a pronoun): only with a unit behind them.
    """

    decimal: str = "."
    groups: str = ","
    words: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    joiners: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    units: Mapping[str, Unit] = field(default_factory=dict)
    leading_units: Mapping[str, Unit] = field(default_factory=dict)
    not_counts: tuple[str, ...] = ()
    bare_words: frozenset[str] = frozenset()


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
        registers: (id, pattern of the ending), first match wins; empty if the language has none.
        hedges: matches a sentence that leaves open what it says.
        negations: matches a sentence that denies.
        stop_words: words that carry no matter, casefolded.
        numbers: how figures are written.
        titles_after: words behind a person's name.
        titles_before: words before a person's name.
        place_words: words or suffixes that end the name of a place.
        organisation_words: words or suffixes that end the name of an organisation.
    """

    language: str
    abbreviations: frozenset[str] = frozenset()
    abbreviations_before_capitals: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    sentence_openers: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    registers: tuple[tuple[str, re.Pattern[str]], ...] = ()
    hedges: re.Pattern[str] = NOTHING
    negations: re.Pattern[str] = NOTHING
    stop_words: frozenset[str] = frozenset()
    numbers: NumberHabits = field(default_factory=NumberHabits)
    titles_after: tuple[str, ...] = ()
    titles_before: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    organisation_words: tuple[str, ...] = ()
