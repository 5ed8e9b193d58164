"""Vectors of texts, each made once while it is remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from prism.model import Vector
from prism.ports import Embedder

_MOST = 20_000
"""Vectors kept: 30 MB of them at 384 dimensions; the least used go first, so memory stays flat over any input."""


class RememberedVectors:
    """An embedder that does not embed again what it embedded lately."""

    def __init__(self, embedder: Embedder, *, most: int = _MOST) -> None:
        """`embedder`: asked for what is not remembered; `most`: how many vectors are kept."""
        self._embedder = embedder
        self._most = most
        self._kept: OrderedDict[str, Vector] = OrderedDict()

    def of(self, texts: Sequence[str]) -> Mapping[str, Vector]:
        """The vector of each text."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._kept]
        if missing:
            self._kept.update(zip(missing, self._embedder.embed(missing), strict=True))
        found: dict[str, Vector] = {}
        for text in texts:
            self._kept.move_to_end(text)
            found[text] = self._kept[text]
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return found
