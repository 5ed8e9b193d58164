"""How sure a sentence is of what it says, and whether it denies it."""

from __future__ import annotations

from prism.languages.tables import table_for


def is_hedged(text: str, language: str) -> bool:
    """Whether a sentence leaves open what it says: may, reportedly, plans to, 것으로 보인다, とみられる, 据称, soll."""
    return table_for(language).hedges.search(text) is not None


def is_negated(text: str, language: str) -> bool:
    """Whether a sentence denies: not, never, 않았다, なかった, 没有, kein. Two denials in one clause are not undone."""
    return table_for(language).negations.search(text) is not None
