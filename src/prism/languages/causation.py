"""What a text gives as the cause of what: a marker with the stretches on its two sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from prism.languages.stance import causes

_STOPS = re.compile(r"[,;，；。、]\s?|[.](?=\s|$)|[—–]")
_TOPICS = re.compile(r"(?<=[가-힣])(?:은|는)\s|は、?(?=[^なあでい])|[,;，；、]\s?|(?<=[가-힣])(?:며|지만|고|는데),?\s")
"""What separates the topic from the cause where the cause stands before its marker (A는 B 때문에 C)."""
_LEAST = 2
"""Least length of a cause behind its marker, in characters, and …"""
_LEAST_CAUSE = 6
"""… of one before it."""


@dataclass(frozen=True, slots=True)
class Causation:
    """That one thing has caused another.

    Attributes:
        marker: the words that say so, as they stand.
        cause: (start, end) of what is given as the cause.
        effect: (start, end) of the stretches of what it has caused: before and behind the cause.
    """

    marker: str
    cause: tuple[int, int]
    effect: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4096)
def causations(text: str, language: str) -> tuple[Causation, ...]:
    """The causes that a sentence gives, from left to right.

    Args:
        text: one sentence.
        language: primary tag.
    """
    found = []
    for mark in causes(text, language):
        if mark.name == "behind":
            stop = _STOPS.search(text, mark.end + 1)
            end = stop.start() if stop and stop.start() - mark.end >= _LEAST else len(text)
            found.append(Causation(mark.text, (mark.end, end), ((0, mark.start), (end, len(text)))))
        elif mark.name == "before":
            start = _cause_start(text, mark.start)
            found.append(Causation(mark.text, (start, mark.start), ((0, start), (mark.end, len(text)))))
    return tuple(found)


def _cause_start(text: str, before: int) -> int:
    """Where a cause that ends here begins: behind the last mark of a topic, unless too little would be left."""
    starts = [match.end() for match in _TOPICS.finditer(text, 0, before) if before - match.end() >= _LEAST_CAUSE]
    return starts[-1] if starts else 0
