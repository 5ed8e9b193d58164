"""Stretches of a text, from the offset of the first character to that behind the last."""

from __future__ import annotations

from collections.abc import Iterable


def meets(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch has a character in common with one of others."""
    for first, last in spans:  # noqa: SIM110 - a loop: this is asked of every word of every sentence
        if start < last and first < end:
            return True
    return False
