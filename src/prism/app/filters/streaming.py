"""Rows in, answers out, in order: in this process while they trickle, on all cores when they come in numbers.

Each answer is given as soon as it is known and no later one before it. What waits is bounded, so that memory stays flat
over any input. Where processes can be forked, they are when the first row is answered and no other thread runs yet: what it
loaded (lexicons, the model of Korean morphemes) they share, and none of them loads it again.
"""

from __future__ import annotations

import gc
import os
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import Generic, TypeVar

Row = TypeVar("Row")
Answer = TypeVar("Answer")

_CHUNK = 24
"""Rows that are handed to another process at once."""
_WAITING = 256
"""Rows read ahead."""
_AHEAD = 3
"""Chunks a process may have waiting."""
COLLECTOR = (1_000_000, 5, 5)
"""How many objects more than before the collector waits for. The checks make no cycles, so there is nothing for it to find, and what the
bounded caches hold stays about the same in number: it is left as a guard against what may come, not as a part of the work."""


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
    rows: Iterable[Row],
    answer: Callable[[Sequence[Row]], Sequence[Answer]],
    *,
    processes: int | None = None,
    forked: bool = True,
) -> Iterator[tuple[Row, Answer]]:
    """Each row with its answer, in order.

    Args:
        rows: the first is read here, the others in a thread of their own.
        answer: answers for rows, one each; it must be importable by its name, as other processes call it too.
        processes: how many may work; as many as this one may use cores if None.
        forked: whether `answer` may be called in a process that is a copy of this one, as it may not if it has threads; other
            processes are started afresh then, and not before rows come in numbers.
    """
    count = processes or _cores()
    given = iter(rows)
    first = list(islice(given, 1))
    yield from zip(first, answer(first), strict=True)
    pool = _forked(count) if first and forked and count > 1 and sys.platform == "linux" else None
    reading = _Reading(given)
    waiting: deque[tuple[list[Row], Future[Sequence[Answer]]]] = deque()
    many = False
    try:
        while not reading.ended or waiting:
            taken = reading.take() if not reading.ended else []
            many = many or (count > 1 and len(taken) == _CHUNK)
            if taken and not many:
                yield from zip(taken, answer(taken), strict=True)
                continue
            if taken:
                pool = pool or ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)
                waiting.append((taken, pool.submit(answer, taken)))
            while waiting and (waiting[0][1].done() or reading.idle or len(waiting) > count * _AHEAD):
                asked, future = waiting.popleft()
                yield from zip(asked, future.result(), strict=True)
    finally:
        if pool is not None:
            pool.shutdown(
                cancel_futures=True
            )  # waits for it: the interpreter would, and could meet its last thread half closed


def _forked(count: int) -> ProcessPoolExecutor:
    """Processes that are copies of this one as it is now."""
    gc.collect()
    gc.freeze()  # what is loaded stays: to look at it again costs time, and the pages that the copies share
    pool = ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=_begin)
    pool.submit(os.getpid)  # forks them all
    return pool


def _begin() -> None:
    """What a process does before its first rows."""
    gc.set_threshold(*COLLECTOR)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process is gone that hands out the rows, though it was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
