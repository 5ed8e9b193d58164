"""Near neighbours by vector and by rare keys, in memory, to be thrown away and filled anew from the archive.

Vectors are kept as the embedder gave them and compared by inner product with the query less its language's mean:
within one language (v - mean)·u orders all u as the centred comparison does but for their lengths, so the means may
drift and no index is built anew. The best of each part are then ranked exactly, both sides centred.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np

from prism.adapters.neighbours.keys import KeyIndex
from prism.adapters.neighbours.parts import Part
from prism.model import Member, Vector

_DAYS = 28
"""Days that one part covers; parts older than the cut are not searched at all."""
_FETCH = 50
"""How many of each part are ranked exactly."""
_KEY_BONUS = 0.12
"""What a key that almost nobody shares adds to the nearness; measured on the grouping set (decision 0051)."""


class CachedNeighbours:
    """The `Neighbours` of one process; safe to use from several threads."""

    def __init__(self, *, dimensions: int) -> None:
        """`dimensions`: of the embedder's vectors; members with another length are found by their keys alone."""
        self._dimensions = dimensions
        self._parts: dict[tuple[str, int], Part] = {}
        self._keys = KeyIndex()
        self._slots: dict[str, int] = {}
        self._ids: list[str] = []
        self._where: list[tuple[Part | None, int]] = []
        self._at: list[float] = []
        self._lock = threading.RLock()

    def __len__(self) -> int:
        """How many members can be found."""
        return len(self._slots)

    def add(self, members: Sequence[Member]) -> None:
        """Make members findable; adding one again replaces it."""
        with self._lock:
            for member in members:
                self._forget(member.article_id)
                slot = len(self._ids)
                self._ids.append(member.article_id)
                self._slots[member.article_id] = slot
                self._at.append(member.at.timestamp())
                self._where.append(self._place(slot, member))
                self._keys.add(slot, member.keys)

    def near(self, member: Member, means: Mapping[str, Vector], *, since: datetime, count: int) -> Sequence[str]:
        """Ids of at most `count` other articles, nearest first, in all languages, none older than `since`."""
        earliest = since.timestamp()
        with self._lock:
            own = self._slots.get(member.article_id, -1)
            scores = self._by_vector(member, means, earliest)
            for slot, bonus in self._keys.sharing(member.keys, limit=4 * _FETCH).items():
                if self._at[slot] >= earliest and self._alive(slot):
                    scores[slot] = scores.get(slot, self._score(slot, member, means)) + _KEY_BONUS * bonus
            scores.pop(own, None)
            ranked = sorted(scores, key=lambda slot: (-scores[slot], self._ids[slot]))
            return [self._ids[slot] for slot in ranked[:count]]

    def _place(self, slot: int, member: Member) -> tuple[Part | None, int]:
        vector = member.vector
        if vector is None or vector.shape != (self._dimensions,):
            return None, -1
        key = (member.language, int(member.at.timestamp() // (_DAYS * 86400)))
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = Part(self._dimensions)
        return part, part.add(slot, vector)

    def _forget(self, article_id: str) -> None:
        slot = self._slots.pop(article_id, None)
        if slot is None:
            return
        part, row = self._where[slot]
        if part is not None:
            part.remove(row)
        self._keys.remove(slot)
        self._where[slot] = (None, -1)

    def _alive(self, slot: int) -> bool:
        return self._slots.get(self._ids[slot]) == slot

    def _by_vector(self, member: Member, means: Mapping[str, Vector], earliest: float) -> dict[int, float]:
        if member.vector is None or member.vector.shape != (self._dimensions,):
            return {}
        query = _unit(member.vector - self._mean(member.language, means))
        first = int(earliest // (_DAYS * 86400))
        scores: dict[int, float] = {}
        for (language, period), part in self._parts.items():
            if period < first:
                continue
            slots, similarities = part.nearest(query, self._mean(language, means), _FETCH)
            for slot, similarity in zip(slots.tolist(), similarities.tolist(), strict=True):
                if self._at[slot] >= earliest:
                    scores[slot] = similarity
        return scores

    def _score(self, slot: int, member: Member, means: Mapping[str, Vector]) -> float:
        """Exact nearness of one that only its keys brought; 0 without vectors."""
        part, row = self._where[slot]
        if part is None or member.vector is None or member.vector.shape != (self._dimensions,):
            return 0.0
        language = next((key[0] for key, one in self._parts.items() if one is part), "")
        query = _unit(member.vector - self._mean(member.language, means))
        return float(part.exact(query, self._mean(language, means), np.array([row]))[0])

    def _mean(self, language: str, means: Mapping[str, Vector]) -> Vector:
        for key in (language, ""):
            mean = means.get(key)
            if mean is not None and mean.shape == (self._dimensions,):
                return mean
        return np.zeros(self._dimensions, np.float32)


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / np.float32(length), np.float32) if length > 0 else np.asarray(vector, np.float32)
