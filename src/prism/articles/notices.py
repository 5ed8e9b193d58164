"""What an article says of itself: that it corrects an earlier one, that one is taken back, that it is only a teaser."""

from __future__ import annotations

from collections.abc import Sequence

from prism.articles.words import pattern

_FIRST = 2
_LAST = 3


def is_correction(title: str, lines: Sequence[str]) -> bool:
    """Whether the title, or a line at the text's beginning or end, says that it corrects an earlier text."""
    find = pattern("corrections").search
    return any(find(line) for line in (title, *_edges(lines)))


def is_retraction(title: str, lines: Sequence[str]) -> bool:
    """Whether the outlet takes the article back: the title or the text's beginning says so."""
    find = pattern("retractions").search
    return any(find(line) for line in (title, *lines[:_FIRST]))


def is_teaser(lines: Sequence[str]) -> bool:
    """Whether a line says that the rest is for subscribers."""
    find = pattern("teaser").search
    return any(find(line) for line in lines if len(line) < 300)  # noqa: PLR2004 - an appeal, not a report about one


def _edges(lines: Sequence[str]) -> Sequence[str]:
    return lines if len(lines) <= _FIRST + _LAST else (*lines[:_FIRST], *lines[-_LAST:])


def points_on(ending: str) -> bool:
    """Whether a text ends in an invitation to read on elsewhere."""
    return bool(pattern("read_on").search(ending))
