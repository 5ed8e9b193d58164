"""robots.txt files as they were found, and for how long they are believed."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from prism.web.robots import Robots, RobotsAnswer

AGENT = "PrismBot"
"""The product token that robots.txt files can name."""

BELIEVED = timedelta(hours=24)
"""RFC 9309, 2.4: no longer, unless the file can't be reached."""

ASKED_AGAIN = timedelta(minutes=10)
"""A host that answered, and had no file to give, is asked again after this."""

KNOCKED_AGAIN = timedelta(minutes=1)
"""A host that did not answer at all is asked again after this."""

_MOST_FILES = 2000
_MOST_CHARACTERS = 4 * 1024 * 1024
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """What an origin's robots.txt was when it was asked for.

    Attributes:
        url: its address.
        status: of the final response; 0 when there was none that could be used.
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

    def ask(self, url: str) -> RobotsAnswer:
        """What it says of an address; a file that could not be had forbids everything, and says why."""
        if self.problem:
            return RobotsAnswer(allowed=False, line=self.problem, delay_s=None, sitemaps=(), licences=())
        return self.rules.ask(url)

    @property
    def lasts(self) -> timedelta:
        """How long it need not be asked for again."""
        if not self.problem:
            return BELIEVED
        return ASKED_AGAIN if self.status else KNOCKED_AGAIN


def read_answer(url: str, status: int, body: bytes, seen_at: datetime) -> RobotsFile:
    """A robots.txt as its host answered (RFC 9309, 2.3.1).

    2xx is the file; 4xx means that there is none and all may be fetched, save 429, which says nothing about the file;
    anything else means that it could not be had.
    """
    if 200 <= status < 300:  # noqa: PLR2004 (HTTP)
        text = body.decode("utf-8", errors="replace")
        return RobotsFile(url, status, text, "", seen_at, Robots(text, AGENT))
    if 400 <= status < 500 and status != _TOO_MANY_REQUESTS:  # noqa: PLR2004 (HTTP)
        return RobotsFile(url, status, "", "", seen_at, Robots("", AGENT))
    return RobotsFile(url, status, "", f"robots.txt could not be had (status {status})", seen_at, Robots("", AGENT))


def not_had(url: str, reason: str, seen_at: datetime) -> RobotsFile:
    """A robots.txt whose host did not answer with anything that can be used."""
    return RobotsFile(url, 0, "", f"robots.txt could not be had ({reason})", seen_at, Robots("", AGENT))


@dataclass(slots=True)
class Shelf:
    """One origin's file, when to ask for it again, and the lock that keeps two from asking at once."""

    file: RobotsFile | None = None
    ask_again_at: datetime | None = None
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    def at_hand(self, now: datetime) -> RobotsFile | None:
        """The file, unless it is time to ask (or the clock was put back by more than a file is believed)."""
        if self.ask_again_at is None or not timedelta(0) < self.ask_again_at - now <= BELIEVED:
            return None
        return self.file


class Shelves:
    """The files of all origins that were met, the longest unused thrown away when they grow too many or too large.

    Attributes:
        characters: that all files together hold.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._shelves: OrderedDict[str, Shelf] = OrderedDict()
        self.characters = 0

    def __len__(self) -> int:
        """How many origins are remembered."""
        return len(self._shelves)

    def of(self, origin: str) -> Shelf:
        """The shelf of an origin, an empty one if it is new."""
        shelf = self._shelves.setdefault(origin, Shelf())
        self._shelves.move_to_end(origin)
        return shelf

    def put(self, origin: str, file: RobotsFile, now: datetime) -> RobotsFile:
        """Keep what was found; returns what holds, since a file that was had outlives the times when it can't be."""
        shelf = self.of(origin)
        shelf.ask_again_at = now + file.lasts
        if shelf.file is None or shelf.file.problem or not file.problem:
            self.characters += len(file.text) - (len(shelf.file.text) if shelf.file else 0)
            shelf.file = file
            self._make_room(shelf)
        return shelf.file

    def _make_room(self, keep: Shelf) -> None:
        for origin in list(self._shelves):
            if len(self._shelves) <= _MOST_FILES and self.characters <= _MOST_CHARACTERS:
                return
            shelf = self._shelves[origin]
            if shelf is not keep and not shelf.asking.locked():
                del self._shelves[origin]
                self.characters -= len(shelf.file.text) if shelf.file else 0
