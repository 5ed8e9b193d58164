"""An event loop on a thread of its own, so that a synchronous interface can wait for many hosts at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

Result = TypeVar("Result")


class Background:
    """Runs coroutines for threads that have no loop."""

    def __init__(self, name: str) -> None:
        """Start the thread; it does not keep the process alive."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def start(self, work: Coroutine[Any, Any, Result]) -> Future[Result]:
        """Begin; the future can be waited for and cancelled from any thread."""
        if not self.alive:
            work.close()
            raise RuntimeError(f"{self._thread.name} is closed")
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Begin and wait; what it raises is raised here. An interrupted wait cancels the work."""
        future = self.start(work)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def call(self, callback: Callable[[], object]) -> None:
        """Have the loop call something that must run on its thread."""
        self._loop.call_soon_threadsafe(callback)

    @property
    def alive(self) -> bool:
        """Whether it can still be given work."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Cancel what still runs and end the thread; twice is once."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            self._loop.close()
