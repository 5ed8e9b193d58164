"""Work in a process of its own, that a test can kill; never a fork of the test's own process, whose threads hold locks."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from typing import NamedTuple

_LONGEST_S = 300.0
_preloaded: list[str] = []


class Child(NamedTuple):
    """How it went.

    Attributes:
        ended: whether it came to its end; False if it was killed, by us or by itself.
        seconds: from the beginning of its work.
    """

    ended: bool
    seconds: float


def in_a_child(work: Callable[..., object], *given: object, kill_after_s: float | None = None) -> Child:
    """Do it in a child process.

    Args:
        work: importable by its name, as the child is forked from a server that has loaded its module and does nothing else.
        given: what it is called with; pickled.
        kill_after_s: seconds after which the child is killed (SIGKILL) wherever it is.

    Raises:
        AssertionError: it failed, or did not end.
    """
    context = multiprocessing.get_context("forkserver")
    if work.__module__ not in _preloaded:
        _preloaded.append(work.__module__)
        forkserver._forkserver._stop()  # type: ignore[attr-defined]  # one that runs loads nothing more
        context.set_forkserver_preload(_preloaded)
    begun, begins = context.Pipe(duplex=False)
    child = context.Process(target=_does, args=(begins, work, given))
    child.start()
    begins.close()
    try:
        begun.recv()
        start = time.perf_counter()
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            child.kill()
        child.join(_LONGEST_S)
        seconds = time.perf_counter() - start
        assert not child.is_alive(), "the child does not end"
    finally:
        child.kill()
        child.join()
        begun.close()
    assert child.exitcode in {0, -9}, "the child failed by itself"
    return Child(child.exitcode == 0, seconds)


def _does(begins: Connection, work: Callable[..., object], given: tuple[object, ...]) -> None:
    begins.send(None)
    work(*given)
