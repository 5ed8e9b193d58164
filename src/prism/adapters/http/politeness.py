"""One at a time within a host, with a pause between; and a host that asks for rest gets it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from prism.model import Unreachable
from prism.ports import Clock
from prism.web.manners import LONGEST_S

PATIENCE_S = 5.0
"""A rest that ends sooner is waited for; a longer one is an error that says when it ends."""


@dataclass(slots=True)
class _Lane:
    """What is remembered of a host. `free_at` is in the loop's time, `rest_until` in the clock's."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    rest_until: datetime | None = None


class Lanes:
    """The hosts that were met, each with its queue."""

    def __init__(self, clock: Clock) -> None:
        """Take the clock that Retry-After dates count in."""
        self._clock = clock
        self._lanes: dict[str, _Lane] = {}

    @asynccontextmanager
    async def turn(self, name: str, delay_s: float) -> AsyncIterator[None]:
        """Wait for one's turn at a host; the pause begins when the turn ends.

        Raises:
            Unreachable: the host asked to be left alone for longer than is worth waiting.
        """
        lane = self._lanes.setdefault(name, _Lane())
        async with lane.turn:
            await self._wait(name, lane)
            try:
                yield
            finally:
                lane.free_at = asyncio.get_running_loop().time() + delay_s

    def rest(self, name: str, seconds: float) -> None:
        """The host asked for rest: nothing more is asked of it for so long."""
        until = self._clock.now() + timedelta(seconds=seconds)
        lane = self._lanes.setdefault(name, _Lane())
        lane.rest_until = max(until, lane.rest_until or until)

    async def _wait(self, name: str, lane: _Lane) -> None:
        resting = 0.0
        if lane.rest_until is not None:
            resting = (lane.rest_until - self._clock.now()).total_seconds()
            if resting > LONGEST_S:  # more than can have been asked for: the clock was put back
                resting = 0.0
            if resting > PATIENCE_S:
                until = lane.rest_until.isoformat(timespec="seconds")
                raise Unreachable(f"the host asked to be left alone until {until}", subject=name)
            lane.rest_until = None
        pause = max(resting, lane.free_at - asyncio.get_running_loop().time())
        if pause > 0:
            await asyncio.sleep(pause)
