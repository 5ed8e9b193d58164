"""From a request to its final response: every hop guarded, allowed by robots.txt, taken in turn, within one deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from prism.adapters.http.exchange import REDIRECTS, Answer, Exchanger
from prism.adapters.http.guard import Guard, Target
from prism.adapters.http.politeness import Lanes
from prism.adapters.http.robots_files import RobotsFile, Shelves, not_had, read_answer
from prism.model import BadResponse, FetchError, Refused, Request, Response, Unreachable
from prism.ports import Clock
from prism.web.manners import retry_after
from prism.web.robots import MAX_CHARACTERS

MOST_HOPS = 10
LONGEST_CRAWL_DELAY_S = 30.0

_ROBOTS_HOPS = 5  # RFC 9309, 2.3.1.2
_ROBOTS_DEADLINE_S = 10.0
_REST_S = 60.0  # after a 429 that does not say how long
_PERMANENT = frozenset((301, 308))
_TOO_MANY, _UNAVAILABLE = 429, 503
# All that may be said to an address that a redirect named: nothing that only the first host should know.
_MAY_FOLLOW = frozenset(("accept", "accept-language", "if-none-match", "if-modified-since"))


@dataclass(frozen=True, slots=True)
class Manners:
    """How a fetcher behaves.

    Attributes:
        delay_s: pause between two requests to one host, in seconds.
        connections: exchanges that may run at once, over all hosts.
    """

    delay_s: float
    connections: int


class Traveller:
    """Makes the journeys. All its methods run on one event loop."""

    def __init__(self, guard: Guard, exchanger: Exchanger, clock: Clock, manners: Manners) -> None:
        """Take the parts."""
        self._guard = guard
        self._exchanger = exchanger
        self._clock = clock
        self._delay_s = manners.delay_s
        self._lanes = Lanes(clock)
        self._seats = asyncio.Semaphore(manners.connections)
        self._shelves = Shelves()

    async def fetch(self, request: Request) -> Response:
        """The final response of a request; see `prism.ports.Fetcher.fetch` for what is raised."""
        return await self._travel(request, been=[], hops=MOST_HOPS, cut=False)

    async def robots(self, url: str) -> RobotsFile:
        """The robots.txt that speaks for an address.

        Raises:
            Refused: the guard forbids the address.
        """
        return await self._robots_file(self._guard.target(url))

    async def _travel(self, request: Request, *, been: list[str], hops: int, cut: bool) -> Response:
        """Follow a request to its end; `been` is told every address that it comes by, the one that is refused included."""
        target = self._guard.target(request.url)
        headers: Mapping[str, str] = {name.lower(): value for name, value in request.headers.items()}
        permanent_url, permanent = request.url, True
        left_s = request.deadline_s
        while True:
            been.append(target.url)
            delay_s = await self.permit(target) if request.respect_robots else self._delay_s
            answer, took_s = await self._hop(
                target, headers, delay_s, request.max_bytes, left_s, cut=cut, body=request.body
            )
            if request.body or answer.status not in REDIRECTS or "location" not in answer.headers:
                return Response(
                    target.url, answer.status, answer.headers, answer.body, self._clock.now(), permanent_url
                )
            left_s -= took_s
            target = self._follow(target, answer, been, hops)
            headers = {name: value for name, value in headers.items() if name in _MAY_FOLLOW}
            permanent = permanent and answer.status in _PERMANENT
            permanent_url = target.url if permanent else permanent_url

    async def _hop(
        self,
        target: Target,
        headers: Mapping[str, str],
        delay_s: float,
        max_bytes: int,
        left_s: float,
        *,
        cut: bool,
        body: bytes,
    ) -> tuple[Answer, float]:
        """One exchange, in turn; what it took of the deadline. Waiting for one's turn takes nothing of it."""
        async with self._lanes.turn(target.lane, delay_s), self._seats:
            loop = asyncio.get_running_loop()
            began = loop.time()
            answer = await self._exchanger.ask(
                target, headers, max_bytes=max_bytes, deadline_s=left_s, cut=cut, body=body
            )
            took_s = loop.time() - began
            self._note_rest(target, answer)
        return answer, took_s

    def _note_rest(self, target: Target, answer: Answer) -> None:
        if answer.status not in {_TOO_MANY, _UNAVAILABLE}:
            return
        seconds = retry_after(answer.headers, self._clock.now())
        if seconds is None and answer.status == _TOO_MANY:
            seconds = _REST_S
        if seconds:
            self._lanes.rest(target.lane, seconds)

    def _follow(self, here: Target, answer: Answer, been: list[str], hops: int) -> Target:
        """Where a redirect leads, judged like any address."""
        try:
            location = urljoin(here.url, answer.headers["location"].strip())
        except ValueError as error:
            raise BadResponse("the redirect leads to nothing that can be read", subject=here.url) from error
        try:
            there = self._guard.target(location)
        except Refused:
            been.append(location)
            raise
        if here.scheme == "https" and there.scheme == "http":
            raise Refused("a redirect from https to http is not followed", subject=there.url)
        if there.url in been:
            raise BadResponse("the redirects go round in a circle", subject=there.url)
        if len(been) > hops:
            raise BadResponse(f"more than {hops} redirects", subject=there.url)
        return there

    async def permit(self, target: Target) -> float:
        """Ask robots.txt; returns the pause that this host is owed, in seconds."""
        file = await self._robots_file(target)
        answer = file.ask(target.url)
        if not answer.allowed:
            if file.problem:
                raise Unreachable(f"{file.problem}, so nothing is fetched from there", subject=target.url)
            raise Refused(f"robots.txt forbids it: {answer.line}", subject=target.url)
        if target.allowed or answer.delay_s is None:
            return self._delay_s
        return max(self._delay_s, min(answer.delay_s, LONGEST_CRAWL_DELAY_S))

    async def _robots_file(self, target: Target) -> RobotsFile:
        shelf = self._shelves.of(target.origin)
        async with shelf.asking:
            file = shelf.at_hand(self._clock.now())
            if file is None:
                found = await self._ask_for_robots(f"{target.origin}/robots.txt")
                file = self._shelves.put(target.origin, found, self._clock.now())
            return file

    async def _ask_for_robots(self, url: str) -> RobotsFile:
        request = Request(
            url,
            headers={"accept": "text/plain"},
            max_bytes=MAX_CHARACTERS,
            deadline_s=_ROBOTS_DEADLINE_S,
            respect_robots=False,
        )
        been: list[str] = []
        try:
            response = await self._travel(request, been=been, hops=_ROBOTS_HOPS, cut=True)
        except FetchError as error:
            if isinstance(error, Refused) and len(been) == 1:
                raise  # the host itself is not public: that is what the caller is told
            return not_had(url, error.args[0], self._clock.now())
        # A hostile file may take a second to read (35,000 rules with wildcards), which the other hosts must not wait for.
        return await asyncio.to_thread(read_answer, url, response.status, response.body, response.retrieved_at)
