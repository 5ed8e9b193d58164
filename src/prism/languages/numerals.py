"""Figures as they are written: digits with separators and scales, number words, East Asian numerals.

Two ways of writing cover the tables: scales of ten thousand (1억 2천만, 3億5000万, 二十三: `numerals_myriad`) and scales of
a thousand (1.2 million, dreiundzwanzig, two hundred and five: `numerals_thousand`). Both read at a place and say where the
figure ends; what it counts is `quantities`' business.
"""

from __future__ import annotations

from prism.languages.numeral import WIDE, Numeral
from prism.languages.numerals_myriad import read_myriads
from prism.languages.numerals_thousand import read_thousands
from prism.languages.tables import table_for


def numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """All figures of a text in order; `text` has ASCII digits (see `WIDE`)."""
    habits = table_for(language).numbers
    return read_myriads(text, language, habits) if habits.myriads else read_thousands(text, language, habits)


__all__ = ["WIDE", "Numeral", "numerals"]
