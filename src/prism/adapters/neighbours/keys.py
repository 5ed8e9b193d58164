"""Which articles share a key, and how much that says: a key that few have says much."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from math import log

_KEPT = 96
"""Latest articles remembered of a key: what more have says nothing."""
_RARE = 48


class KeyIndex:
    """Key → the latest articles that have it; keys are kept as 64-bit hashes."""

    def __init__(self) -> None:
        self._postings: dict[int, array[int]] = {}
        self._gone: set[int] = set()

    def add(self, slot: int, keys: Sequence[str]) -> None:
        """An article's keys."""
        for key in keys:
            postings = self._postings.setdefault(hashed(key), array("I"))
            postings.append(slot)
            if len(postings) > 2 * _KEPT:
                del postings[:_KEPT]

    def remove(self, slot: int) -> None:
        """The article is not to be found any more."""
        self._gone.add(slot)

    def sharing(self, keys: Sequence[str], *, limit: int) -> dict[int, float]:
        """Articles that share keys → the sum of what these keys say (1 for a key of two, less for a common one)."""
        scores: dict[int, float] = defaultdict(float)
        for key in keys:
            postings = self._postings.get(hashed(key))
            if not postings or len(postings) > _RARE:
                continue
            worth = 1.0 / (1.0 + log(max(1.0, len(postings) / 2.0)))
            for slot in postings:
                if slot not in self._gone:
                    scores[slot] += worth
        best = sorted(scores, key=lambda slot: (-scores[slot], -slot))[:limit]
        return {slot: scores[slot] for slot in best}


def hashed(key: str) -> int:
    """64 bits of a key."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
