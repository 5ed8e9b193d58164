"""Where each language's texts lie in the embedder's space, learnt from the newsroom's own articles.

Multilingual sentence vectors of one language lie together whatever they say, so that two unrelated Korean articles look
nearer than a Korean and a German one of the same event. Subtracting each language's own mean takes that away (decision
0050 has the figures).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files

import numpy as np

from prism.model import Member, Vector

ANY = ""
"""The key of the mean that stands in for a language without one of its own."""

_PRIOR = 24.0
"""The shipped mean of a language counts as much as this many of the newsroom's own articles."""
_MEMORY = 5000.0
"""Beyond this many articles of a language, new ones push old ones out: the news changes its subjects."""


@dataclass(frozen=True, slots=True)
class _Learnt:
    """Sum of the vectors seen in one language, and how many they were."""

    total: Vector
    count: float


@dataclass(frozen=True)
class Means(Mapping[str, Vector]):
    """Language → mean vector; a value: `update` gives a new one.

    A language's mean is the shipped one and the newsroom's own, blended by count. The key `ANY` holds the mean over all
    languages, to be used for a language that has none.

    Attributes:
        embedder: name of the embedder; what was learnt with one is never used with another.
        dimensions: length of the vectors.
    """

    embedder: str
    dimensions: int
    _learnt: Mapping[str, _Learnt] = field(default_factory=dict)

    def update(self, members: Iterable[Member]) -> Means:
        """The means after these articles too; members without a vector (or with one of other length) change nothing."""
        learnt = dict(self._learnt)
        for member in members:
            if member.vector is None or member.vector.shape != (self.dimensions,):
                continue
            before = learnt.get(member.language)
            total = np.asarray(member.vector, np.float32)
            if before is None:
                learnt[member.language] = _Learnt(total.copy(), 1.0)
                continue
            fade = min(1.0, _MEMORY / (before.count + 1.0))
            learnt[member.language] = _Learnt(before.total * np.float32(fade) + total, before.count * fade + 1.0)
        return Means(self.embedder, self.dimensions, learnt)

    @cached_property
    def _blended(self) -> Mapping[str, Vector]:
        """All means, blended once."""
        shipped = _shipped(self.embedder, self.dimensions)
        overall = self._overall(shipped)
        found = {ANY: overall}
        for language in sorted({*shipped, *self._learnt}):
            start, learnt = shipped.get(language, overall), self._learnt.get(language)
            if learnt is None:
                found[language] = start
            else:
                mean = (start * np.float32(_PRIOR) + learnt.total) / np.float32(_PRIOR + learnt.count)
                found[language] = np.asarray(mean, np.float32)
        return found

    def __getitem__(self, language: str) -> Vector:
        """The mean of a language; raises KeyError for one that is neither shipped nor learnt."""
        return self._blended[language]

    def __iter__(self) -> Iterator[str]:
        """`ANY`, then all languages with a mean."""
        return iter(self._blended)

    def __len__(self) -> int:
        """How many means there are."""
        return len(self._blended)

    def frozen(self) -> dict[str, Vector]:
        """All means as a plain dictionary."""
        return dict(self._blended)

    def centre(self, vector: Vector, language: str) -> Vector:
        """The vector without what it owes to its language, of unit length."""
        return centred(vector, mean_of(language, self, self.dimensions))

    def _overall(self, shipped: Mapping[str, Vector]) -> Vector:
        """The mean over all languages."""
        if shipped:
            return np.asarray(np.mean(np.stack(list(shipped.values())), axis=0), np.float32)
        if self._learnt:
            total = np.sum(np.stack([one.total for one in self._learnt.values()]), axis=0)
            return np.asarray(total / (_PRIOR + sum(one.count for one in self._learnt.values())), np.float32)
        return np.zeros(self.dimensions, np.float32)

    def to_json(self) -> str:
        """What was learnt, as JSON text, for the archive's notes."""
        learnt = {
            language: {"count": one.count, "total": base64.b64encode(one.total.astype("<f4").tobytes()).decode()}
            for language, one in sorted(self._learnt.items())
        }
        return json.dumps({"embedder": self.embedder, "dimensions": self.dimensions, "learnt": learnt})

    @classmethod
    def from_json(cls, text: str | None, *, embedder: str, dimensions: int) -> Means:
        """What `to_json` wrote; a fresh start if there is nothing, if it can't be read, or if another embedder made it."""
        fresh = cls(embedder, dimensions)
        if not text:
            return fresh
        try:
            kept = json.loads(text)
            if kept["embedder"] != embedder or kept["dimensions"] != dimensions:
                return fresh
            learnt = {
                str(language): _Learnt(_vector(one["total"], "<f4", dimensions), float(one["count"]))
                for language, one in kept["learnt"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError):
            return fresh
        return cls(embedder, dimensions, learnt)


def mean_of(language: str, means: Mapping[str, Vector], dimensions: int) -> Vector:
    """The mean to centre a language's vectors by: its own, else the one over all, else none at all."""
    for key in (language, ANY):
        mean = means.get(key)
        if mean is not None and mean.shape == (dimensions,):
            return mean
    return np.zeros(dimensions, np.float32)


def centred(vector: Vector, mean: Vector) -> Vector:
    """A vector less a mean, of unit length (zero stays zero)."""
    moved = np.asarray(vector, np.float32) - mean
    length = float(np.linalg.norm(moved))
    return np.asarray(moved / np.float32(length), np.float32) if length > 0 else np.asarray(moved, np.float32)


@cache
def _shipped(embedder: str, dimensions: int) -> Mapping[str, Vector]:
    """The means that come with the program for an embedder; none for one that it does not know."""
    source = files("prism.stories").joinpath("data/means.json")
    if not source.is_file():
        return {}
    kept = json.loads(source.read_text(encoding="utf-8"))
    if kept["embedder"] != embedder or kept["dimensions"] != dimensions:
        return {}
    return {language: _vector(text, "<f2", dimensions) for language, text in kept["means"].items()}


def _vector(text: str, kind: str, dimensions: int) -> Vector:
    """A vector out of base 64; raises ValueError if it is not as long as it should be."""
    vector = np.frombuffer(base64.b64decode(text), dtype=kind).astype(np.float32)
    if vector.shape != (dimensions,):
        raise ValueError(f"{vector.shape[0]} numbers instead of {dimensions}")
    return vector
