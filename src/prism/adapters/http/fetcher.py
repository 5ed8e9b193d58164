"""`HttpFetcher`: the one guarded way out, as `prism.ports.Fetcher` asks for it."""

from __future__ import annotations

import asyncio
import queue
import ssl
from collections.abc import Generator, Sequence
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

from prism.adapters.http.background import Background
from prism.adapters.http.exchange import Exchanger
from prism.adapters.http.guard import Guard
from prism.adapters.http.journey import Manners, Traveller
from prism.adapters.http.network import Resolver, system_resolver
from prism.adapters.http.robots_files import AGENT, RobotsFile
from prism.model import Basis, FetchError, Request, Response, Rights, Use
from prism.ports import Clock

Outcome = tuple[Request, Response | Exception]

_READY = 64  # finished responses that may wait for whoever reads them


class HttpFetcher:
    """Fetches over HTTP and HTTPS, concurrently across hosts and politely within one.

    Threads may share it. It holds connections and a thread: close it, or use it as a context manager.
    """

    def __init__(
        self,
        allow: Sequence[str] = (),
        user_agent: str = AGENT,
        delay_seconds: float = 1.0,
        *,
        clock: Clock,
        resolver: Resolver = system_resolver,
        concurrency: int = 64,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Prepare; nothing is fetched yet.

        Args:
            allow: exact host:port pairs that may have private addresses ("127.0.0.1:8123").
            user_agent: sent with every request; should hold `AGENT` and a way to reach the operator.
            delay_seconds: pause between two requests to one host.
            clock: for Retry-After, the age of robots.txt, and `retrieved_at`.
            resolver: names to addresses.
            concurrency: exchanges at once, over all hosts.
            tls: a client's context in place of the system's certificates (for an authority of one's own).

        Raises:
            UsageError: an entry of `allow` is not host:port.
        """
        guard = Guard(allow)
        self._background = Background("prism-fetcher")
        self._exchanger = Exchanger(guard, user_agent, resolver=resolver, connections=concurrency, tls=tls)
        self._traveller = Traveller(guard, self._exchanger, clock, Manners(delay_seconds, concurrency))
        self._guard = guard

    def fetch(self, request: Request) -> Response:
        """The final response, whatever its status.

        Raises:
            Refused: the guard or robots.txt forbids it.
            Unreachable: name, connection, TLS or deadline failed; the host rests; robots.txt could not be had.
            BadResponse: too large, a bomb, truncated, a redirect loop.
        """
        return self._background.run(self._traveller.fetch(request))

    def fetch_all(self, requests: Sequence[Request]) -> Generator[Outcome, None, None]:
        """Each request with its response or its FetchError, in the order they finish.

        Hosts are asked at the same time, the requests to one host in the order given. To stop reading is to stop
        fetching.
        """
        done: queue.SimpleQueue[Outcome | None] = queue.SimpleQueue()
        room = asyncio.Semaphore(_READY)
        work = self._background.start(self._fetch_all(requests, done, room))
        work.add_done_callback(lambda _: done.put(None))
        try:
            while (outcome := done.get()) is not None:
                self._background.call(room.release)
                yield outcome
            work.result()
        finally:
            work.cancel()

    def robots(self, url: str) -> Rights | None:
        """What robots.txt says of an address: NONE with the line that forbids it, else None.

        Raises:
            Refused: the guard forbids the address.
        """
        file = self.robots_file(url)
        answer = file.ask(self._guard.target(url).url)
        if answer.allowed:
            return None
        evidence = answer.line if file.problem else f"{file.url}: {answer.line}"
        return Rights(Use.NONE, Basis.ROBOTS, evidence, file.seen_at)

    def licences(self, url: str) -> tuple[str, ...]:
        """Addresses of the RSL licences that robots.txt names for an address (`License:` lines), absolute.

        Raises:
            Refused: the guard forbids the address.
        """
        file = self.robots_file(url)
        return tuple(urljoin(file.url, address) for address in file.ask(url).licences)

    def robots_file(self, url: str) -> RobotsFile:
        """The robots.txt that speaks for an address, from the shelf if it is there: `.ask(url)` reads it.

        Raises:
            Refused: the guard forbids the address.
        """
        return self._background.run(self._traveller.robots(url))

    def close(self) -> None:
        """Let go of all connections; twice is once."""
        if self._background.alive:
            self._background.run(self._exchanger.close())
            self._background.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def _fetch_all(
        self, requests: Sequence[Request], done: queue.SimpleQueue[Outcome | None], room: asyncio.Semaphore
    ) -> None:
        lanes: dict[str, list[Request]] = {}
        for request in requests:
            lanes.setdefault(self._lane(request), []).append(request)
        async with asyncio.TaskGroup() as group:
            for lane in lanes.values():
                group.create_task(self._fetch_lane(lane, done, room))

    async def _fetch_lane(
        self, requests: Sequence[Request], done: queue.SimpleQueue[Outcome | None], room: asyncio.Semaphore
    ) -> None:
        for request in requests:
            outcome: Response | Exception
            try:
                outcome = await self._traveller.fetch(request)
            except FetchError as error:
                outcome = error
            await room.acquire()
            done.put((request, outcome))

    def _lane(self, request: Request) -> str:
        try:
            return self._guard.target(request.url).lane
        except FetchError:
            return ""
