"""A newsroom of which only the archive is real: for tests of what asks models."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from prism.adapters.archive import SqlArchive, open_archive
from prism.adapters.testing import SetClock
from prism.model import Completion, Prompt
from prism.newsroom import Tools
from prism.newsroom.spending import Budget
from prism.ports import ChatModel, Embedder, Fetcher, Neighbours, SiteStore

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class Answering:
    """A model that answers by a function, from many threads, and remembers what it was asked."""

    name = "answering"

    def __init__(self, answer: Callable[[Prompt], Completion]) -> None:
        self._answer = answer
        self._lock = threading.Lock()
        self.asked: list[Prompt] = []
        self.at_once = 0
        self.most_at_once = 0

    def complete(self, prompt: Prompt) -> Completion:
        with self._lock:
            self.asked.append(prompt)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            return self._answer(prompt)
        finally:
            with self._lock:
                self.at_once -= 1


def echo(prompt: Prompt) -> Completion:
    """Says what it was asked, and takes as many tokens as there are words."""
    words = len(f"{prompt.system} {prompt.user}".split())
    return Completion(f"re: {prompt.user}", "answering", tokens_in=words, tokens_out=words)


@contextmanager
def desk(
    folder: Path,
    model: ChatModel | None,
    *,
    budget: Budget | None = None,
    parallel: int = 8,
    clock: SetClock | None = None,
) -> Iterator[Tools]:
    """Tools with a real archive, a model, and nothing else that would be asked."""
    archive: SqlArchive = open_archive(folder / "prism.db")
    nobody = object()
    try:
        yield Tools(
            archive=archive,
            fetcher=cast("Fetcher", nobody),
            embedder=cast("Embedder", nobody),
            neighbours=cast("Neighbours", nobody),
            site=cast("SiteStore", nobody),
            clock=clock or SetClock(NOW),
            frames=(),
            model=model,
            budget=budget or Budget(),
            prose=True,
            parallel=parallel,
        )
    finally:
        archive.close()
