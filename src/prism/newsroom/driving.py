"""The driver: flows ask, models answer, and every answer is in the ledger before a flow sees it.

Flows advance in the calling thread; only the calls themselves run in a pool. A prompt that the ledger knows is never sent, and
one that two flows ask at the same time is sent once. Jobs are taken from an iterator, some tens at a time, so ten thousand
of them need no more room than ten. What is lost when the process dies is what the calls under way had not brought yet.
"""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from prism.briefs import Waiting
from prism.model import (
    Asked,
    Completion,
    Failure,
    Flow,
    ModelBusy,
    ModelError,
    ModelRefused,
    ModelUnreachable,
    PrismError,
    Prompt,
    prompt_key,
)
from prism.newsroom.spending import Purse, Reservation, Room
from prism.newsroom.tools import Tools, failure_of
from prism.ports import Awaited

T = TypeVar("T")

NO_MODEL, NO_BUDGET = "card.model", "card.budget"
"""Message ids of why a flow waits."""

GIVE_UP = 3
"""After so many calls in a row that brought nothing, no more are made in this run."""

GIVE_UP_REFUSED = 20
"""And after so many in a row that were refused, each for its own prompt."""

_AHEAD = 2
"""Flows under way for each call that may be."""
_FIRST_WANTS = 2.0
"""A job's first call needs room for itself and as much again, so that what is begun can be ended."""
_KEPT_AT_ONCE = 64
_MODEL = "language model"
"""Subject of the failure that is noted when it can't be had."""


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """One flow to be driven.

    Attributes:
        subject: story, revision and edition; a purpose only where it is not the brief itself that is made.
        flow: makes the flow; called when its turn has come, in the calling thread.
        weight: how important it is; of those under way the heavier are asked first.
        shared: purposes of prompts that serve all editions: they count for none of them.
    """

    subject: Asked
    flow: Callable[[], Flow[T]]
    weight: float = 0.0
    shared: frozenset[str] = frozenset()

    @property
    def waits_as(self) -> str:
        """What its prompts wait under: its edition, with the purpose of what is made beside the brief."""
        return ":".join(filter(None, (self.subject.locale, self.subject.purpose)))


def drive(jobs: Iterable[Job[T]], tools: Tools) -> Iterator[tuple[Job[T], T | Waiting | Failure]]:
    """Drive flows to their ends, or to where they have to wait.

    Args:
        jobs: most important first. Only some are taken ahead.
        tools: archive, model (or None), budget, how many calls at once.

    Yields:
        Each job with what its flow returned; or `Waiting` where there is no model, none that answers now ("card.model") or
        no budget ("card.budget"): its prompt is then among those that a batch can answer; or the `Failure` of its flow.
        In the order in which they end.
    """
    driver: _Driver[T] = _Driver(tools)
    try:
        yield from driver.run(iter(jobs))
    finally:
        driver.close()


@dataclass(slots=True)
class _Run(Generic[T]):
    """A flow under way, and the prompt that it stands at."""

    job: Job[T]
    flow: Flow[T]
    number: int
    prompt: Prompt | None = None
    key: str = ""
    follow_up: Reservation | None = None
    asked_before: bool = False

    def asked(self) -> Asked:
        """What the call for its prompt is for."""
        purpose = self.prompt.purpose if self.prompt else ""
        locale = "" if purpose in self.job.shared else self.job.subject.locale
        return replace(self.job.subject, purpose=purpose, locale=locale)


@dataclass(slots=True)
class _Call(Generic[T]):
    """A call under way, and the flows that wait for it."""

    key: str
    asked: Asked
    reservation: Reservation
    runs: list[_Run[T]] = field(default_factory=list)


class _Driver(Generic[T]):
    def __init__(self, tools: Tools) -> None:
        self._tools, self._archive, self._model = tools, tools.archive, tools.model
        name = tools.model.name if tools.model else ""
        self._purse = Purse(tools.budget, tools.archive, tools.clock, name)
        self._pool: ThreadPoolExecutor | None = None
        self._calls: dict[Future[Completion], _Call[T]] = {}
        self._asking: dict[str, _Call[T]] = {}
        self._queue: list[tuple[float, int, _Run[T]]] = []
        self._ended: deque[tuple[Job[T], T | Waiting | Failure]] = deque()
        self._awaited: list[Awaited] = []
        self._active = 0
        self._numbers = itertools.count()
        self._in_vain, self._refused = 0, 0
        self._answered = False
        self._gone: ModelError | None = None

    # -- the loop --------------------------------------------------------------------------------------------------
    def run(self, jobs: Iterator[Job[T]]) -> Iterator[tuple[Job[T], T | Waiting | Failure]]:
        more = True
        while True:
            while more and self._active < self._tools.parallel * _AHEAD and len(self._queue) < self._tools.parallel:
                job = next(jobs, None)
                if job is None:
                    more = False
                    break
                self._begin(job)
                self._ask()
                yield from self._told()
            self._ask()
            yield from self._told()
            if self._calls:
                self._collect()
            elif not more and not self._active:
                return

    def close(self) -> None:
        """Begin nothing more; keep what has come, and what waits."""
        for future in self._calls:
            future.cancel()
        self._keep_answers([future for future in self._calls if future.done() and not future.cancelled()])
        self._keep_awaited()
        self._purse.close()
        self._tell_of_the_model()
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _tell_of_the_model(self) -> None:
        """Note that it could not be had, or that it could."""
        if self._gone and self._model:
            at, where = self._tools.clock.now(), self._gone.subject or self._model.name
            error = f"{where}: {Exception.__str__(self._gone)}"
            self._archive.put_failure(Failure("model", _MODEL, error, self._gone.advice, at))
        elif self._answered:
            self._archive.clear_failure("model", _MODEL)

    def _told(self) -> Iterator[tuple[Job[T], T | Waiting | Failure]]:
        while self._ended:
            yield self._ended.popleft()

    # -- flows -----------------------------------------------------------------------------------------------------
    def _begin(self, job: Job[T]) -> None:
        self._active += 1
        run = _Run(job, job.flow(), next(self._numbers))
        self._advance(run, None)

    def _advance(self, run: _Run[T], completion: Completion | None) -> None:
        """Send a flow its answer, and further ones as long as the ledger has them."""
        try:
            while True:
                prompt = next(run.flow) if completion is None else run.flow.send(completion)
                key = prompt_key(prompt)
                completion = self._archive.completion(key)
                if completion is None:
                    run.prompt, run.key = prompt, key
                    heapq.heappush(self._queue, (-run.job.weight, run.number, run))
                    return
        except StopIteration as end:
            self._end(run, end.value)
        except PrismError as error:
            self._end(run, self._failure(run, error))

    def _end(self, run: _Run[T], outcome: T | Waiting | Failure) -> None:
        if run.follow_up:
            self._purse.give_back(run.follow_up)
            run.follow_up = None
        run.flow.close()
        self._active -= 1
        self._ended.append((run.job, outcome))

    def _wait(self, run: _Run[T], reason: str) -> None:
        if run.prompt:
            self._awaited.append(Awaited(run.prompt, run.asked(), run.job.waits_as, run.job.weight))
        if len(self._awaited) >= _KEPT_AT_ONCE:
            self._keep_awaited()
        self._end(run, Waiting(reason))

    def _keep_awaited(self) -> None:
        self._archive.put_awaited(self._awaited)
        self._awaited = []

    def _failure(self, run: _Run[T], error: PrismError) -> Failure:
        subject = run.job.subject
        return failure_of("write", f"{subject.story_id}:{subject.locale}", error, self._tools.clock.now())

    # -- calls -----------------------------------------------------------------------------------------------------
    def _width(self) -> int:
        """How many calls at once: one until the model has answered, so that a wrong key is tried once."""
        return self._tools.parallel if self._answered else 1

    def _ask(self) -> None:
        """Send the heaviest prompts that wait, as far as there are lines and budget."""
        while self._queue:
            run = self._queue[0][2]
            if self._model is None or self._in_vain >= GIVE_UP:
                heapq.heappop(self._queue)
                self._wait(run, NO_MODEL)
                continue
            if call := self._asking.get(run.key):
                heapq.heappop(self._queue)
                call.runs.append(run)
                continue
            if len(self._calls) >= self._width():
                return
            if not self._send(run):
                return

    def _send(self, run: _Run[T]) -> bool:
        """Send a run's prompt, or let it wait for budget; False where only what is under way stands against it."""
        if run.prompt is None or self._model is None:
            raise RuntimeError("a run without a prompt, or no model: nothing can be sent")
        if known := self._archive.completion(run.key):
            # Another flow asked the same while this one stood in the queue.
            heapq.heappop(self._queue)
            self._advance(run, known)
            return True
        if run.follow_up:
            self._purse.give_back(run.follow_up)
            run.follow_up = None
        reservation = self._purse.reservation(run.prompt, run.asked())
        room = self._purse.room(reservation, times=1.0 if run.asked_before else _FIRST_WANTS)
        if room is Room.LATER and self._calls:
            return False
        heapq.heappop(self._queue)
        if room is not Room.YES:
            self._wait(run, NO_BUDGET)
            return True
        self._purse.take(reservation)
        if not run.asked_before:
            run.follow_up = reservation
            self._purse.take(reservation)
            run.asked_before = True
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._tools.parallel, thread_name_prefix="model")
        call = _Call(run.key, run.asked(), reservation, [run])
        self._asking[run.key] = call
        self._calls[self._pool.submit(self._model.complete, run.prompt)] = call
        return True

    def _collect(self) -> None:
        """Wait for an answer; keep all that have come; let their flows go on."""
        done, _ = wait(self._calls, return_when=FIRST_COMPLETED)
        self._keep_answers(done)
        for future in done:
            call = self._calls.pop(future)
            del self._asking[call.key]
            error = future.exception()
            if error is None:
                completion = future.result()
                self._purse.settle(call.reservation, completion)
                self._in_vain, self._refused, self._answered, self._gone = 0, 0, True, None
                for run in call.runs:
                    self._advance(run, completion)
            elif isinstance(error, ModelError):
                self._purse.give_back(call.reservation)
                self._fell_through(call, error)
            else:
                raise error
        if not self._queue:
            self._purse.tell()

    def _keep_answers(self, done: Iterable[Future[Completion]]) -> None:
        answers = [
            (call.key, future.result(), call.asked)
            for future, call in ((future, self._calls[future]) for future in done)
            if future.exception() is None
        ]
        if answers:
            self._archive.put_completions(answers, self._tools.clock.now())

    def _fell_through(self, call: _Call[T], error: ModelError) -> None:
        """A call brought no answer: one prompt was refused, or the model can't be had now."""
        # A subclass of ModelRefused is about this one prompt; ModelRefused itself is about the key, the model, the address.
        about_all = type(error) is ModelRefused
        self._refused += 1
        if about_all or self._refused >= GIVE_UP_REFUSED:
            self._in_vain = GIVE_UP
        if about_all or isinstance(error, ModelBusy | ModelUnreachable):
            self._in_vain += 1
            self._gone = error
            for run in call.runs:
                self._wait(run, NO_MODEL)
            return
        for run in call.runs:
            self._end(run, self._failure(run, error))
