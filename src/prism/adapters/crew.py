"""Other processes that help where there is much to do: each has an archive of its own, and gets orders and gives answers.

They are forked from a server that has loaded nothing but the code (`forkserver`), so they inherit no thread, lock, connection
or model of the newsroom. Answers come in the order of the orders, so a build gives the same bytes with any number of hands.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from prism.ports import Archive

A = TypeVar("A")
B = TypeVar("B")

_AHEAD = 3
"""Orders in hand for each process: enough that none waits, few enough that answers don't pile up."""

_opened: list[Archive] = []


def _open(opener: Callable[[], Archive]) -> None:
    _opened.append(opener())


def _do(job: Callable[[Archive, A], B], order: A) -> B:
    return job(_opened[0], order)


class ProcessCrew:
    """As many hands as the machine has processors (see `prism.ports.Crew`)."""

    def __init__(
        self, archive: Archive, opener: Callable[[], Archive], *, hands: int = 0, modules: Iterable[str] = ()
    ) -> None:
        """Nothing is started before there is much to do.

        Args:
            archive: for jobs that are done here.
            opener: opens the same archive in another process; it is pickled.
            hands: how many processes; 0: one a processor.
            modules: what the processes load once, before they are forked.
        """
        self._archive = archive
        self._opener = opener
        self._hands = hands or len(os.sched_getaffinity(0))
        self._modules = list(modules)

    def each(self, job: Callable[[Archive, A], B], orders: Iterable[A], *, many: bool) -> Iterator[B]:
        """The answer of the job to each order, in their order."""
        if not many or self._hands < 2:  # noqa: PLR2004  # one hand is our own
            for order in orders:
                yield job(self._archive, order)
            return
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(self._modules)
        with ProcessPoolExecutor(self._hands, context, _open, (self._opener,)) as pool:
            waiting: deque[Future[B]] = deque()
            try:
                for order in orders:
                    waiting.append(pool.submit(_do, job, order))
                    if len(waiting) >= self._hands * _AHEAD:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for one in waiting:
                    one.cancel()
