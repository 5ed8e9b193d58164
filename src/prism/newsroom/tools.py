"""What the newsroom is handed: its adapters, its editions, and someone to tell how far it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from prism.model import Failure, Frame, Interests, PrismError
from prism.newsroom.shelf import Shelf
from prism.newsroom.spending import Budget
from prism.ports import Archive, ChatModel, Clock, Crew, Embedder, Fetcher, Neighbours, SiteStore

RETRY_FIRST = timedelta(minutes=10)
RETRY_LONGEST = timedelta(hours=24)
RETRY_LIMIT = 8
"""After this many failed tries a page is left alone; with the pauses above that is after about two days."""


class Progress(Protocol):
    """Who is told how far a step is."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """`done` of `total` items of a stage are through; `total` may grow."""
        ...


def silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The adapters and the settings of one newsroom.

    Attributes:
        archive: everything it knows.
        fetcher: the one way out.
        embedder: texts to vectors.
        neighbours: which articles may be near.
        site: where the editions are put.
        clock: the time.
        frames: one an edition, in the order of the site.
        policy: locale tag → "auto" (what passes is published) or "review" (a person publishes).
        progress: who is told.
        interests: what the publisher wants more and less of.
        model: the language model, or None.
        budget: what it may cost.
        prose: prose is wanted: a model is configured, or prompts are answered by batch.
        parallel: calls of the model at once.
        gloss: cited passages are translated for readers.
        judge: where the rules are unsure of a sentence in prose, the model is asked.
        shelf: what the site shows, kept between two builds.
        crew: who helps where there is much to do, or None: alone.
    """

    archive: Archive
    fetcher: Fetcher
    embedder: Embedder
    neighbours: Neighbours
    site: SiteStore
    clock: Clock
    frames: tuple[Frame, ...]
    policy: Mapping[str, str] = field(default_factory=dict)
    progress: Progress = silent
    interests: Interests = field(default_factory=Interests)
    model: ChatModel | None = None
    budget: Budget = field(default_factory=Budget)
    prose: bool = False
    parallel: int = 32
    judge: bool = False
    gloss: bool = False
    shelf: Shelf = field(default_factory=Shelf)
    crew: Crew | None = None

    def told(self, stage: str) -> Callable[[int], None]:
        """A function to call with how many items of a stage are through; the total is what waits now, or more."""
        total = self.archive.backlog(self.clock.now()).get(stage, 0)

        def tell(done: int) -> None:
            self.progress(stage, done, max(done, total))

        return tell

    def fail(self, stage: str, subject_id: str, error: PrismError) -> Failure:
        """Note the failure of one item; the others go on."""
        failure = failure_of(stage, subject_id, error, self.clock.now())
        self.archive.put_failure(failure)
        return failure


def failure_of(stage: str, subject_id: str, error: PrismError, at: datetime) -> Failure:
    """An error as a value."""
    return Failure(stage, subject_id, Exception.__str__(error) or type(error).__name__, error.advice, at)


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after that many failed tries in a row; None: leave it alone."""
    if attempts >= RETRY_LIMIT:
        return None
    pause: timedelta = RETRY_FIRST * 2 ** (attempts - 1)
    return min(pause, RETRY_LONGEST)
