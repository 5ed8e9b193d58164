"""Doubles that ship with Prism, because those who build on it test too.

They stand in for what costs time or money, or what has to fail on purpose: never for what a test is about.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np

from prism.model import Vector


class SetClock:
    """A clock that is set by hand."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The moment that it was set to."""
        return self.at

    def advance(self, span: timedelta) -> None:
        """Set it forward (or back, with a negative span)."""
        self.at += span


class WordEmbedder:
    """Vectors from the words of a text, hashed: the same words, the same direction. No model, no load time.

    Knows nothing of languages or of meaning: for tests of everything around the vectors.
    """

    name = "words"
    dimensions = 384

    def embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        """One unit-length float32 vector a text, in order."""
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> Vector:
        vector = np.zeros(self.dimensions, np.float32)
        for word in text.casefold().split():
            place = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
            vector[place % self.dimensions] += 1.0
        length = float(np.linalg.norm(vector))
        return vector / np.float32(length) if length else vector
