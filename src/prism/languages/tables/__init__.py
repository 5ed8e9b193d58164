"""The languages that Prism knows more of than their script: one module each, listed here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from prism.languages.tables import de, en, es, fr, ja, ko, ru, zh
from prism.languages.tables.shape import LanguageTable

TABLES: Mapping[str, LanguageTable] = {
    "de": de.TABLE,
    "en": en.TABLE,
    "es": es.TABLE,
    "fr": fr.TABLE,
    "ja": ja.TABLE,
    "ko": ko.TABLE,
    "ru": ru.TABLE,
    "zh": zh.TABLE,
}
"""Primary tag → table. A new language is a module and a line here."""

_UNKNOWN = LanguageTable("und")


def table_for(language: str) -> LanguageTable:
    """The table of a BCP 47 tag's primary language; an empty one for a language that has none."""
    found = TABLES.get(language)
    return found if found is not None else TABLES.get(language.split("-", maxsplit=1)[0].lower(), _UNKNOWN)


__all__ = ["TABLES", "LanguageTable", "table_for"]
