"""The ways of writing a date that a text shows, before anybody asks which days they mean."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from prism.languages.gates import Gates
from prism.languages.tables import table_for
from prism.languages.tables.shape import DateRule


@lru_cache(maxsize=2048)
def written_as(flat: str, language: str) -> tuple[tuple[DateRule, re.Match[str]], ...]:
    """Every way of writing a date that a text shows, whatever day it was said on."""
    return tuple((rule, match) for rule in _gates(language).open_to(flat) for match in rule.pattern.finditer(flat))


@cache
def _gates(language: str) -> Gates[DateRule]:
    return Gates((rule.pattern, rule) for rule in table_for(language).dates)
