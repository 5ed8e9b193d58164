"""robots.txt files as they were found, and for how long they are believed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from prism.web.robots import Robots, RobotsAnswer

BELIEVED = timedelta(hours=24)
"""RFC 9309, 2.4: no longer, unless the file can't be reached."""

ASKED_AGAIN = timedelta(minutes=10)
"""A file that could not be had is asked for again after this."""

_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """What an origin's robots.txt was when it was asked for.

    Attributes:
        url: its address.
        status: of the final response; 0 when there was none.
        text: the file; empty when there is none.
        problem: why it could not be had, one line; then nothing may be fetched (RFC 9309, 2.3.1.4). Else empty.
        seen_at: UTC.
        rules: the text, read.
    """

    url: str
    status: int
    text: str
    problem: str
    seen_at: datetime
    rules: Robots = field(repr=False, compare=False)

    def ask(self, url: str, agent: str) -> RobotsAnswer:
        """What it says of an address; a file that could not be had forbids everything, and says why."""
        if self.problem:
            return RobotsAnswer(allowed=False, line=self.problem, delay_s=None, sitemaps=(), licences=())
        return self.rules.ask(url, agent)


@dataclass(slots=True)
class Shelf:
    """One origin's file, when to ask for it again, and the lock that keeps two from asking at once."""

    file: RobotsFile | None = None
    ask_again_at: datetime | None = None
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    def put(self, file: RobotsFile, now: datetime) -> None:
        """Keep what was found. A file that was had once outlives the times when it can't be."""
        self.ask_again_at = now + (ASKED_AGAIN if file.problem else BELIEVED)
        if not file.problem or self.file is None or self.file.problem:
            self.file = file

    def at_hand(self, now: datetime) -> RobotsFile | None:
        """The file, unless it is time to ask."""
        return self.file if self.ask_again_at is not None and now < self.ask_again_at else None


def read_answer(url: str, status: int, body: bytes, seen_at: datetime) -> RobotsFile:
    """A robots.txt as its host answered (RFC 9309, 2.3.1).

    2xx is the file; 4xx means that there is none and all may be fetched, save 429, which says nothing about the file;
    anything else means that it could not be had.
    """
    if 200 <= status < 300:  # noqa: PLR2004 (HTTP)
        text = body.decode("utf-8", errors="replace")
        return RobotsFile(url, status, text, "", seen_at, Robots(text))
    if 400 <= status < 500 and status != _TOO_MANY_REQUESTS:  # noqa: PLR2004 (HTTP)
        return RobotsFile(url, status, "", "", seen_at, Robots(""))
    return RobotsFile(url, status, "", f"robots.txt could not be had (status {status})", seen_at, Robots(""))


def not_had(url: str, reason: str, seen_at: datetime) -> RobotsFile:
    """A robots.txt whose host did not answer with anything that can be used."""
    return RobotsFile(url, 0, "", f"robots.txt could not be had ({reason})", seen_at, Robots(""))
