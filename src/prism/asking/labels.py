"""The names that passages and facts go by in a prompt: A1.3 (report 1, passage 3), F7, B2.1; never ids or addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")
_LABEL = re.compile(
    r"(?<![A-Za-z0-9])(?P<letter>[A-Za-z])\s?(?P<first>\d{1,4})(?:\s?[.:]\s?(?P<second>\d{1,5})"
    r"(?:\s?[-–~]\s?(?:[A-Za-z]\d{1,4}\.)?(?P<last>\d{1,5}))?)?(?![A-Za-z0-9])"
)
_LONGEST_RANGE = 12


def article_label(number: int) -> str:
    """Of a report: "A1"."""
    return f"A{number}"


def passage_label(report: str, passage: int) -> str:
    """Of a passage of a report: "A1.3"; "A1.0" is its title."""
    return f"{report}.{passage}"


def labels_in(value: object) -> tuple[str, ...]:
    """The labels that an answer gives, in order, each once.

    Args:
        value: a label, a list of labels, or a text with labels in it ("[A1.3; A2.1]", "F3, F4", "A1.3-5").

    Returns:
        In canonical form ("A1.3", "F7"); none for what is no label.
    """
    found: dict[str, None] = {}
    items = value if isinstance(value, list | tuple) else [value]
    for item in items:
        if not isinstance(item, str):
            continue
        for match in _LABEL.finditer(item):
            found.update(dict.fromkeys(_spread(match)))
    return tuple(found)


def known(value: object, table: Mapping[str, T]) -> tuple[T, ...]:
    """What the labels of an answer stand for; labels that nobody gave out are dropped."""
    return tuple(table[label] for label in labels_in(value) if label in table)


def numbered(letter: str, items: Iterable[T]) -> dict[str, T]:
    """Items by labels of one letter: "S1", "S2" and so on."""
    return {f"{letter}{number}": item for number, item in enumerate(items, start=1)}


def _spread(match: re.Match[str]) -> list[str]:
    """The labels that one match stands for: a range stands for each in it."""
    head = f"{match['letter'].upper()}{int(match['first'])}"
    if match["second"] is None:
        return [head]
    first = int(match["second"])
    last = int(match["last"]) if match["last"] else first
    if not first <= last <= first + _LONGEST_RANGE:
        return [f"{head}.{first}"]
    return [f"{head}.{number}" for number in range(first, last + 1)]
