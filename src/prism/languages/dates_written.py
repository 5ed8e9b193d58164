"""The ways of writing a date that a text shows, before anybody asks which days they mean."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from prism.languages.gates import Gate, characters, gate_of, is_open
from prism.languages.tables import table_for
from prism.languages.tables.shape import DateRule


@lru_cache(maxsize=2048)
def written_as(flat: str, language: str) -> tuple[tuple[DateRule, re.Match[str]], ...]:
    """Every way of writing a date that a text shows, whatever day it was said on."""
    have = characters(flat)
    return tuple(
        (rule, match) for rule, gate in _gated(language) if is_open(gate, have) for match in rule.pattern.finditer(flat)
    )


@cache
def _gated(language: str) -> tuple[tuple[DateRule, Gate], ...]:
    return tuple((rule, gate_of(rule.pattern)) for rule in table_for(language).dates)
