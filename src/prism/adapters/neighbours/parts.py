"""One part of the neighbours: the vectors of one language and one span of time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from usearch.compiled import MetricKind, ScalarKind
from usearch.index import Index

from prism.model import Vector

_GRAPH_FROM = 400
"""Up to here every vector is compared; from here on a graph is walked (0.2 ms a part, where 600 vectors took 1)."""

_EXPANSION = 48
"""Places that a walk of the graph keeps in view; the 32 best are wanted."""


class Part:
    """Raw vectors in half precision, with a usearch graph over them once there are many."""

    def __init__(self, dimensions: int) -> None:
        self._dimensions = dimensions
        self._rows = np.zeros((64, dimensions), np.float16)
        self._slots = np.full(64, -1, np.int64)
        self._used = 0
        self._graph: Index | None = None

    def add(self, slot: int, vector: Vector) -> int:
        """Keep a vector under its slot; returns its row."""
        if self._used == len(self._slots):
            grown = max(64, len(self._slots) // 2)
            self._rows = np.concatenate([self._rows, np.zeros((grown, self._dimensions), np.float16)])
            self._slots = np.concatenate([self._slots, np.full(grown, -1, np.int64)])
        row = self._used
        self._rows[row] = vector
        self._slots[row] = slot
        self._used += 1
        if self._graph is not None:
            self._graph.add(row, np.asarray(vector, np.float32), threads=1)
        elif self._used > _GRAPH_FROM:
            self._build()
        return row

    def remove(self, row: int) -> None:
        """Let no search find a row again."""
        self._slots[row] = -1
        if self._graph is not None:
            self._graph.remove(row)

    def holds(self, row: int, vector: Vector) -> bool:
        """Whether a row is this vector (in the precision that is kept)."""
        return bool(np.array_equal(self._rows[row], vector.astype(np.float16)))

    def nearest(self, query: Vector, mean: Vector, count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Slots and centred cosines of the `count` nearest; `query` is centred and of unit length."""
        rows = self._candidates(query, count)
        rows = rows[self._slots[rows] >= 0]
        similarities = self.exact(query, mean, rows)
        order = np.argsort(-similarities, kind="stable")[:count]
        return self._slots[rows[order]], similarities[order]

    def exact(self, query: Vector, mean: Vector, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Centred cosines of some rows."""
        vectors = self._rows[rows].astype(np.float32) - mean
        lengths = np.linalg.norm(vectors, axis=1)
        return np.asarray((vectors @ query) / np.maximum(lengths, np.float32(1e-9)), np.float32)

    def _candidates(self, query: Vector, count: int) -> npt.NDArray[np.int64]:
        if self._graph is None:
            return np.arange(self._used)
        found = self._graph.search(query, count, threads=1)
        return np.asarray(found.keys, np.int64)

    def _build(self) -> None:
        """Make the graph out of what is there (8 bit, inner product)."""
        self._graph = Index(
            ndim=self._dimensions, metric=MetricKind.IP, dtype=ScalarKind.I8, expansion_search=_EXPANSION
        )
        self._graph.add(np.arange(self._used), self._rows[: self._used].astype(np.float32), threads=1)
