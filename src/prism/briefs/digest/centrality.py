"""How much of a story each passage carries.

LexRank (Erkan & Radev 2004, JAIR 22): passages vote for the passages that they resemble, and the stationary distribution
of the random walk over these votes is their centrality; with the topic-sensitive restart of Otterbacher, Erkan & Radev
(2005), which here prefers titles and leads. Two changes for stories told by many in several languages: passages of one
article hardly vote for each other, since what several outlets tell independently is what matters; and likeness is
measured over words within a language and over script-neutral names, figures and days (and vectors, where given) across.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from prism.briefs.digest.material import Piece
from prism.model import Vector

Matrix: TypeAlias = npt.NDArray[np.float64]

_RESTART = 0.25
_WITHIN_ONE_ARTICLE = 0.25
_NEUTRAL_WEIGHT = 1.6
"""Names, figures and days tell events apart better than words do."""
_FROM_VECTORS = 0.5
_TITLE_PULL = 2.0
_LEAD_PULL = 1.5
_ROUNDS = 60


def likeness(pieces: Sequence[Piece], vectors: Mapping[str, Vector] | None = None) -> Matrix:
    """How alike passages are, 0 to 1, each with each; the diagonal is 1.

    Args:
        pieces: passages in any languages.
        vectors: text → its vector, for as many texts as there are; pairs without are compared by features alone.
    """
    if not pieces:
        return np.zeros((0, 0))
    alike = _by_features(pieces)
    if vectors:
        known, by_vector = _by_vectors(pieces, vectors)
        both = np.outer(known, known)
        alike = np.where(both, (1 - _FROM_VECTORS) * alike + _FROM_VECTORS * by_vector, alike)
    np.fill_diagonal(alike, 1.0)
    return np.asarray(alike, dtype=np.float64)


def centrality(pieces: Sequence[Piece], alike: Matrix) -> npt.NDArray[np.float64]:
    """The centrality of each passage, the highest scaled to 1.

    Args:
        pieces: passages.
        alike: their likeness, from `likeness`.
    """
    if not pieces:
        return np.zeros(0)
    texts = np.array([piece.article.id for piece in pieces])
    same = texts[:, None] == texts[None, :]
    votes = np.where(same, _WITHIN_ONE_ARTICLE, 1.0) * alike
    np.fill_diagonal(votes, 0.0)
    votes += 1e-9
    votes /= votes.sum(axis=1, keepdims=True)
    restart = np.array([_pull(piece) for piece in pieces])
    restart /= restart.sum()
    rank = restart.copy()
    for _ in range(_ROUNDS):
        rank = _RESTART * restart + (1 - _RESTART) * (rank @ votes)
    # Rounded, so that the order of additions on another machine changes no choice.
    ranked: Matrix = np.round(rank / rank.max(), 9)
    return ranked


def _pull(piece: Piece) -> float:
    """Where the walk starts again: at titles, and the nearer to the top of an article the likelier."""
    return _TITLE_PULL if piece.is_title else 1.0 + _LEAD_PULL / piece.number


def _by_features(pieces: Sequence[Piece]) -> Matrix:
    """Cosine of tf-idf over words, names, figures and days."""
    bags = [Counter(piece.features()) for piece in pieces]
    spread = Counter(feature for bag in bags for feature in bag)
    column = {feature: place for place, feature in enumerate(spread)}
    table = np.zeros((len(pieces), max(1, len(column))))
    for row, bag in enumerate(bags):
        for feature, count in bag.items():
            weight = math.log((len(pieces) + 1) / (spread[feature] + 0.5)) + 0.1
            neutral = 1.0 if feature.startswith("w:") else _NEUTRAL_WEIGHT
            table[row, column[feature]] = (1 + math.log(count)) * weight * neutral
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths > 0, lengths, 1.0)
    return np.clip(table @ table.T, 0.0, 1.0)


def _by_vectors(pieces: Sequence[Piece], vectors: Mapping[str, Vector]) -> tuple[npt.NDArray[np.bool_], Matrix]:
    """Cosine of vectors after each language's own mean is taken away (STACK: without it languages keep to themselves)."""
    known = np.array([piece.text in vectors for piece in pieces])
    size = next((len(vectors[piece.text]) for piece in pieces if piece.text in vectors), 1)
    table = np.zeros((len(pieces), size))
    for row, piece in enumerate(pieces):
        if known[row]:
            table[row] = vectors[piece.text]
    languages = np.array([piece.fact.language for piece in pieces])
    for language in sorted(set(languages.tolist())):
        rows = known & (languages == language)
        if rows.sum() > 1:
            table[rows] -= table[rows].mean(axis=0)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths > 0, lengths, 1.0)
    return known, np.clip(table @ table.T, 0.0, 1.0)
