"""What of a known place goes without saying: the country of a town, the capital of a country, where a source is at home."""

from __future__ import annotations

from prism.checks.alignment import Aligned
from prism.checks.reading import Statement
from prism.languages import known, spellings
from prism.languages.gazetteer import country_of, is_capital, places_of
from prism.languages.zones import home_country

_LONG_PART = 3


def known_id(name: str) -> str:
    """The id of a known name, or empty."""
    entry = known(name)
    return entry[0] if entry is not None else ""


def is_implied(ident: str, aligned: Aligned) -> bool:
    """Whether a known place goes without saying.

    It is the country where the language of a source is at home, or of a place that a source names, or the capital of a country there.
    """
    if any(ident == f"country:{home_country(passage.language)}" for passage in aligned.every):
        return True
    related = (*places_of(ident), *((country_of(ident),) if is_capital(ident) else ()))
    return any(_names(one, passage) for one in related for passage in aligned.every)


def _names(ident: str, passage: Statement) -> bool:
    return ident in passage.countries or any(
        spelling in passage.text
        or (spelling.isascii() and len(spelling) > _LONG_PART and spelling.upper() in passage.text)
        for spelling in spellings(ident, passage.language)
        if len(spelling) > 1
    )
