"""Pieces of pages that were made before, kept while what they were made of is in use.

A card or a feed's entry depends on a teaser, its frame and little else, and stands in many listings of many builds. The
values are frozen, so the same object always gives the same piece: keys are identities, which cost nothing to compare, and
what is kept holds on to the objects, so that no other can take their place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from prism.model import Frame, Teaser

T = TypeVar("T")


class Remembered(Generic[T]):
    """Pieces by frame, teaser and whatever else they depend on; all are forgotten when there are too many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[tuple[int, int, Hashable], tuple[Frame, Teaser, T]] = {}

    def get(self, frame: Frame, teaser: Teaser, beside: Hashable, make: Callable[[], T]) -> T:
        """The piece, made if it is not there."""
        key = (id(frame), id(teaser), beside)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= self._most:
                self._kept.clear()
            found = self._kept[key] = (frame, teaser, make())
        return found[2]
