"""Near neighbours by vector and by rare keys, in memory, to be thrown away and filled anew from the archive.

Vectors are kept as the embedder gave them and compared by inner product with the query less its language's mean:
within one language (v - mean)·u orders all u as the centred comparison does but for their lengths, so the means may
drift and no index is built anew. The best of each part are then ranked exactly, both sides centred.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from prism.adapters.neighbours.keys import KeyIndex, hashed
from prism.adapters.neighbours.parts import Part
from prism.model import Member, Vector

_DAYS = 28
"""Days that one part covers; parts older than the cut are not searched at all."""
_FETCH = 32
"""How many of each part are ranked exactly."""
_KEY_BONUS = 0.12
"""What a key that only one other article has adds to the nearness."""
_MOST_BONUS = 0.3
"""What all shared keys add at most: unrelated articles of one subject share many, and lie far apart all the same."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a member is kept: its part and row (None for one without a vector), and what it was added with."""

    part: Part | None
    row: int
    language: str
    at: float
    keys: int


class CachedNeighbours:
    """The `Neighbours` of one process; safe to use from several threads."""

    def __init__(self, *, dimensions: int) -> None:
        """`dimensions`: of the embedder's vectors; members with another length are found by their keys alone."""
        self._dimensions = dimensions
        self._parts: dict[tuple[str, int], Part] = {}
        self._keys = KeyIndex()
        self._slots: dict[str, int] = {}
        self._ids: list[str] = []
        self._places: list[_Place | None] = []
        self._lock = threading.RLock()

    def __len__(self) -> int:
        """How many members can be found."""
        return len(self._slots)

    def add(self, members: Sequence[Member]) -> None:
        """Make members findable; adding one again replaces it, and costs nothing where nothing changed."""
        with self._lock:
            for member in members:
                if self._unchanged(member):
                    continue
                self._forget(member.article_id)
                slot = len(self._ids)
                self._ids.append(member.article_id)
                self._slots[member.article_id] = slot
                self._places.append(self._placed(slot, member))
                self._keys.add(slot, member.keys)

    def near(self, member: Member, means: Mapping[str, Vector], *, since: datetime, count: int) -> Sequence[str]:
        """Ids of at most `count` other articles, nearest first, in all languages, none older than `since`."""
        earliest = since.timestamp()
        with self._lock:
            query = self._query(member, means)
            scores = self._by_vector(query, means, earliest)
            for slot, worth in self._keys.sharing(member.keys, limit=4 * _FETCH).items():
                place = self._places[slot]
                if place is not None and place.at >= earliest:
                    near = scores[slot] if slot in scores else self._exact(place, query, means)
                    scores[slot] = near + min(_MOST_BONUS, _KEY_BONUS * worth)
            scores.pop(self._slots.get(member.article_id, -1), None)
            ranked = sorted(scores, key=lambda slot: (-scores[slot], self._ids[slot]))
            return [self._ids[slot] for slot in ranked[:count]]

    def _placed(self, slot: int, member: Member) -> _Place:
        at, keys = member.at.timestamp(), hashed("\n".join(member.keys))
        vector = self._usable(member)
        if vector is None:
            return _Place(None, -1, member.language, at, keys)
        key = (member.language, int(at // (_DAYS * 86400)))
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = Part(self._dimensions)
        return _Place(part, part.add(slot, vector), member.language, at, keys)

    def _unchanged(self, member: Member) -> bool:
        slot = self._slots.get(member.article_id)
        place = None if slot is None else self._places[slot]
        if place is None or place.at != member.at.timestamp() or place.language != member.language:
            return False
        if place.keys != hashed("\n".join(member.keys)):
            return False
        vector = self._usable(member)
        if place.part is None or vector is None:
            return place.part is None and vector is None
        return place.part.holds(place.row, vector)

    def _forget(self, article_id: str) -> None:
        slot = self._slots.pop(article_id, None)
        if slot is None:
            return
        place = self._places[slot]
        if place is not None and place.part is not None:
            place.part.remove(place.row)
        self._keys.remove(slot)
        self._places[slot] = None

    def _by_vector(self, query: Vector | None, means: Mapping[str, Vector], earliest: float) -> dict[int, float]:
        scores: dict[int, float] = {}
        if query is None:
            return scores
        first = int(earliest // (_DAYS * 86400))
        for (language, period), part in self._parts.items():
            if period < first:
                continue
            slots, similarities = part.nearest(query, self._mean(language, means), _FETCH)
            for slot, similarity in zip(slots.tolist(), similarities.tolist(), strict=True):
                place = self._places[slot]
                if place is not None and place.at >= earliest:
                    scores[slot] = similarity
        return scores

    def _exact(self, place: _Place, query: Vector | None, means: Mapping[str, Vector]) -> float:
        """Nearness of one that only its keys brought; 0 where there are no two vectors."""
        if place.part is None or query is None:
            return 0.0
        return float(place.part.exact(query, self._mean(place.language, means), np.array([place.row]))[0])

    def _query(self, member: Member, means: Mapping[str, Vector]) -> Vector | None:
        vector = self._usable(member)
        if vector is None:
            return None
        moved = vector - self._mean(member.language, means)
        return np.asarray(moved / np.float32(max(float(np.linalg.norm(moved)), 1e-9)), np.float32)

    def _usable(self, member: Member) -> Vector | None:
        vector = member.vector
        return vector if vector is not None and vector.shape == (self._dimensions,) else None

    def _mean(self, language: str, means: Mapping[str, Vector]) -> Vector:
        for key in (language, ""):
            mean = means.get(key)
            if mean is not None and mean.shape == (self._dimensions,):
                return mean
        return np.zeros(self._dimensions, np.float32)
