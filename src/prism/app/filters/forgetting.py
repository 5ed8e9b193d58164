"""What the rules remember is let go in steps, so that memory stays flat however many rows come.

The rules keep what they read of a text in some two hundred bounded caches. Each bound is small, but a cache that is asked seldom
takes a hundred thousand rows to fill, and until then keeps whole sources with all that was read of them. So all of them are
emptied every few hundred rows: what they are for are the sentences of one source and the claims that come with it. Tables, which
are the same for every text, stay. Measured in docs/measured.md, "Checks": it costs no time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any

_ROOMS = ("prism.checks.", "prism.languages.")
_LEAST = 128
"""Entries of a cache that is emptied; smaller ones hold tables, or the sources just read."""
_EVERY = 400
"""Rows after which the caches are emptied."""


class Forgetting:
    """Counts rows, and lets go of what is remembered when it is time."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self._seen = 0

    def after(self, rows: int) -> None:
        """So many rows more were answered."""
        self._seen += rows
        if self._seen >= _EVERY:
            self._seen = 0
            forget()


def forget() -> None:
    """Empty the caches of the rules, but not the tables of the languages."""
    for one in remembered():
        one.cache_clear()


def remembered() -> Iterator[_lru_cache_wrapper[Any]]:
    """The caches of the rules whose keys are texts, sentences and words."""
    for name, module in tuple(sys.modules.items()):
        if name.startswith(_ROOMS) and not name.startswith("prism.languages.tables"):
            for value in tuple(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper) and value.__module__ == name:
                    size = value.cache_parameters()["maxsize"]
                    if size is not None and size >= _LEAST:  # type: ignore[redundant-expr]  # it is None for a cache without bound
                        yield value
