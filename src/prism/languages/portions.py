"""The numbers of a sentence of which it tells a part only: the nine of "four of the nine villages", the 12 of 12곳 중 7곳."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prism.languages.mentions import Quantity
from prism.languages.tables.portions import BEFORE, BEHIND

_LEAST = 2
_COUNTED = frozenset({"count", "money"})


def parted(text: str, figures: Sequence[Quantity], language: str) -> Iterator[tuple[Quantity, int, int]]:
    """The wholes that are told in parts.

    Args:
        text: a sentence.
        figures: as `quantities` reads them in it.
        language: its primary tag.

    Yields:
        The figure of the whole, and where the words of whole and part begin and end.
    """
    before, behind = BEFORE.get(language), BEHIND.get(language)
    for whole in figures:
        if whole.kind not in _COUNTED or whole.value < _LEAST:
            continue
        found = before.search(text, 0, whole.start) if before else behind.match(text, whole.end) if behind else None
        if found is not None:
            yield whole, min(found.start(), whole.start), max(found.end(), whole.end)
