"""Figures with what they count."""

from __future__ import annotations

import re
from decimal import Decimal

from prism.languages.mentions import Quantity
from prism.languages.tables import table_for

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The figures of a text, in order."""
    habits = table_for(language).numbers
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        plain = match.group()
        for mark in habits.groups:
            plain = plain.replace(mark, "")
        value = (
            Decimal(plain.replace(habits.decimal, ".")) if plain.replace(habits.decimal, "").isdigit() else Decimal(0)
        )
        end = match.end()
        rest = text[end:].lstrip()
        scale = next((s for s in sorted(habits.scales, key=len, reverse=True) if rest.startswith(s)), "")
        if scale:
            value *= habits.scales[scale]
            end = text.index(scale, end) + len(scale)
            rest = text[end:].lstrip()
        unit = next((u for u in sorted(habits.units, key=len, reverse=True) if rest.startswith(u)), "")
        canonical, kind = habits.units.get(unit, ("", "count"))
        if unit:
            end = text.index(unit, end) + len(unit)
        found.append(Quantity(value, canonical, kind, "exact", match.start(), end, text[match.start() : end]))
    return tuple(found)
