"""Work in a process of its own, that a test can kill; never a fork of the test's own process, whose threads hold locks."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable

_LONGEST_S = 300.0


def in_a_child(work: Callable[..., object], *given: object, kill_after_s: float | None = None) -> bool:
    """Do it in a child process.

    Args:
        work: importable by its name, as the child is forked from a server that has loaded nothing but the code.
        given: what it is called with; pickled.
        kill_after_s: seconds after which the child is killed (SIGKILL) wherever it is.

    Returns:
        Whether it came to its end; False if it was killed, by us or by itself.

    Raises:
        AssertionError: it failed, or did not end.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([work.__module__])
    begun, begins = context.Pipe(duplex=False)
    child = context.Process(target=_does, args=(begins, work, given))
    child.start()
    begins.close()
    try:
        begun.recv()
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            child.kill()
        child.join(_LONGEST_S)
        assert not child.is_alive(), "the child does not end"
    finally:
        child.kill()
        child.join()
        begun.close()
    assert child.exitcode in {0, -signal.SIGKILL}, "the child failed by itself"
    return child.exitcode == 0


def _does(
    begins: multiprocessing.connection.Connection, work: Callable[..., object], given: tuple[object, ...]
) -> None:
    begins.send(None)
    work(*given)
