"""Whether a statement that a model gives as a fact can be in the passages that it cites: what rules can tell for sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal

from prism.languages import dates, quantities, words

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SHARED = 0.34
"""Share of a statement's content words that its passages must have: the rest is inflection and wording."""
_FEW = 3


def figures_of(text: str, language: str) -> tuple[str, ...]:
    """The figures of a text as it writes them, each once."""
    return tuple(dict.fromkeys(found.text for found in quantities(text, language)))


def figures_stand(statement: str, passages: Sequence[str], language: str, said: datetime) -> bool:
    """Whether every number of a statement is one that its passages have, a day that they name, or the day they were said.

    Args:
        statement: in the language of the passages.
        passages: that it cites.
        language: of both.
        said: when the first passage was said, in the outlet's zone: what its relative days count from.
    """
    given = {value for passage in passages for value in numbers_in(passage, language) | _digits(passage)}
    days = [(one.first, one.last) for passage in passages for one in dates(passage, language, said)]
    days.append((said.date(), said.date()))
    rest = list(statement)
    for mention in dates(statement, language, said):
        if any(mention.first <= last and first <= mention.last for first, last in days):
            rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    return numbers_in("".join(rest), language) <= given


def words_stand(statement: str, passages: Sequence[str], language: str) -> bool:
    """Whether a statement is about what its passages say: a third of its content words stand in them."""
    said = frozenset(words(statement, language))
    there = frozenset(word for passage in passages for word in words(passage, language))
    text = " ".join(passages).casefold()
    shared = sum(word in there or word in text for word in said)
    return not said or shared >= (_SHARED * len(said) if len(said) > _FEW else 1)


def midday(day: date) -> datetime:
    """Noon of a day, for what counts in days."""
    return datetime.combine(day, time(12), UTC)


def numbers_in(text: str, language: str) -> set[Decimal]:
    """The numbers of a text: its quantities, and digits that are part of none, such as days."""
    found = quantities(text, language)
    rest = list(text)
    for one in found:
        rest[one.start : one.end] = " " * (one.end - one.start)
    return {one.value.normalize() for one in found} | _digits("".join(rest))


def _digits(text: str) -> set[Decimal]:
    return {Decimal(match.group().replace(",", "")).normalize() for match in _DIGITS.finditer(text)}
