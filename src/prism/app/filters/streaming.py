"""Rows in, answers out, in order: in this process while they trickle, on all cores when they come in numbers.

Each answer is given as soon as it is known and no later one before it. What waits is bounded, so that memory stays flat
over any input.
"""

from __future__ import annotations

import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Generic, TypeVar

Row = TypeVar("Row")
Answer = TypeVar("Answer")

_CHUNK = 24
"""Rows that are handed to another process at once."""
_WAITING = 256
"""Rows read ahead."""
_AHEAD = 3
"""Chunks a process may have waiting."""


class _End:
    """Behind the last row."""

    def __init__(self, error: BaseException | None = None) -> None:
        """`error`: why there are no more, None at the end of the input."""
        self.error = error


class _Reading(Generic[Row]):
    """Rows read by a thread, so that answers need not wait for the next row."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._queue: queue.Queue[Row | _End] = queue.Queue(_WAITING)
        self._ended = False
        threading.Thread(target=self._read, args=(rows,), daemon=True).start()

    def _read(self, rows: Iterable[Row]) -> None:
        try:
            for row in rows:
                self._queue.put(row)
        except BaseException as error:  # noqa: BLE001 - raised again where the rows are taken
            self._queue.put(_End(error))
        else:
            self._queue.put(_End())

    @property
    def ended(self) -> bool:
        """Whether the last row was taken."""
        return self._ended

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be taken."""
        return self._ended or self._queue.empty()

    def take(self) -> list[Row]:
        """The rows that are there, at least one unless the input is at its end."""
        taken: list[Row] = []
        while len(taken) < _CHUNK and not self._ended and (not taken or not self._queue.empty()):
            item = self._queue.get()
            if isinstance(item, _End):
                self._ended = True
                if item.error is not None:
                    raise item.error
            else:
                taken.append(item)
        return taken


def streamed(
    rows: Iterable[Row], answer: Callable[[Sequence[Row]], Sequence[Answer]], *, processes: int | None = None
) -> Iterator[tuple[Row, Answer]]:
    """Each row with its answer, in order.

    Args:
        rows: read in a thread of its own.
        answer: answers for rows, one each; it must be importable by its name, as other processes call it too.
        processes: how many may work; as many as this one may use cores if None.
    """
    count = processes or _cores()
    reading = _Reading(rows)
    waiting: deque[tuple[list[Row], Future[Sequence[Answer]]]] = deque()
    pool: ProcessPoolExecutor | None = None
    try:
        while not reading.ended or waiting:
            taken = reading.take() if not reading.ended else []
            if taken and pool is None and (count == 1 or len(taken) < _CHUNK):
                yield from zip(taken, answer(taken), strict=True)
                continue
            if taken:
                # Forked children would share the threads of the embedder: they are started afresh.
                pool = pool or ProcessPoolExecutor(count, mp_context=get_context("spawn"))
                waiting.append((taken, pool.submit(answer, taken)))
            while waiting and (waiting[0][1].done() or reading.idle or len(waiting) > count * _AHEAD):
                given, future = waiting.popleft()
                yield from zip(given, future.result(), strict=True)
    finally:
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
