"""Near neighbours among the articles: a cache over the archive's vectors and keys."""

from __future__ import annotations

from prism.adapters.neighbours.cached import CachedNeighbours

__all__ = ["CachedNeighbours"]
