"""What the model is told: one text file a purpose, with the JSON Schema of its answer beside it.

The system part of a purpose is its file, byte for byte the same whatever the articles say; where it is written for an
edition, the edition's language and style guide stand in it. Nothing else ever does: no article text, clock, id or address.
"""

from __future__ import annotations

from string import Template

from prism.asking.prompts import schema_of, system_of
from prism.model import Locale

VERSION = "prose-3"
"""Version of all prompts together, kept in the provenance of every brief; a new one with every edit of a file here."""


def system(purpose: str) -> str:
    """The system part of a purpose that serves all editions; raises FileNotFoundError for a purpose that has no file."""
    return system_of(__name__, purpose)


def system_for(purpose: str, locale: Locale) -> str:
    """The system part of a purpose for one edition: its file with the edition's language and style guide."""
    fields = {
        "language": f"{locale.endonym} ({locale.tag})",
        "style": locale.style_guide,
        "quote_open": locale.quote_open,
        "quote_close": locale.quote_close,
    }
    return Template(system(purpose)).substitute(fields)


def schema(purpose: str) -> str:
    """The JSON Schema of a purpose's answers, as compact JSON text."""
    return schema_of(__name__, purpose)
