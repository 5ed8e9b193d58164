"""Trying again, resting, and going on to the next model: around any `ChatModel`, by the clock that is handed in."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from prism.adapters.models.replies import PromptRefused
from prism.model import Completion, ModelBusy, ModelError, ModelUnreachable, Prompt
from prism.ports import ChatModel, Clock


@dataclass(frozen=True, slots=True)
class Patience:
    """How long it is tried.

    Attributes:
        tries: of one model for one prompt that end in a failure.
        busy_tries: likewise, that end in being told to wait: the model is well, and others are served meanwhile.
        first_pause_s: after the first failure; doubled after each further one.
        longest_pause_s: what is waited at most; a server that asks for more is left alone, and the work waits.
        failures: in a row, after which a model rests.
        rest_s: how long it rests before one prompt may try it again.
    """

    tries: int = 3
    busy_tries: int = 6
    first_pause_s: float = 1.0
    longest_pause_s: float = 60.0
    failures: int = 5
    rest_s: float = 60.0


class Breaker:
    """Whether a model may be asked now: closed after success, open after failures in a row, then half open for one."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until: datetime | None = None
        self._busy_until: datetime | None = None
        self._probing = False

    def admit(self, now: datetime) -> float:
        """Seconds until a prompt may be sent: 0 for now. Whoever is let through by a half-open breaker is the only one."""
        with self._lock:
            if self._busy_until is not None and now < self._busy_until:
                return (self._busy_until - now).total_seconds()
            if self._open_until is None:
                return 0.0
            if now < self._open_until:
                return (self._open_until - now).total_seconds()
            if self._probing:
                return self._patience.rest_s
            self._probing = True
            return 0.0

    @property
    def is_open(self) -> bool:
        """Whether it has failed so often that only one prompt at a time tries it."""
        return self._open_until is not None

    def worked(self) -> None:
        """An answer came: closed."""
        with self._lock:
            self._failures, self._open_until, self._busy_until, self._probing = 0, None, None, False

    def failed(self, now: datetime) -> None:
        """It failed once more."""
        with self._lock:
            self._failures += 1
            if self._probing or self._failures >= self._patience.failures:
                self._open_until = now + timedelta(seconds=self._patience.rest_s)
            self._probing = False

    def busy(self, now: datetime, seconds: float) -> None:
        """It asks all prompts to wait."""
        with self._lock:
            self._busy_until = max(now + timedelta(seconds=seconds), self._busy_until or now)
            self._probing = False

    def let_go(self) -> None:
        """A prompt ended without telling anything of the model's health."""
        with self._lock:
            self._probing = False


class Resilient:
    """Models in the order of preference, as one. Threads may ask it at the same time.

    Each is tried a bounded number of times, with pauses that double (no chance in them, so that a run is the same each
    time), or as long as the server asks; what a model can't do now, the next one does.
    """

    def __init__(
        self,
        models: Sequence[ChatModel],
        clock: Clock,
        *,
        patience: Patience | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take at least one model, the clock that rests go by, and what waits."""
        if not models:
            raise ValueError("at least one model is needed")
        self.models = tuple(models)
        self._clock = clock
        self._patience = patience or Patience()
        self._sleep = sleep
        self._breakers = tuple(Breaker(self._patience) for _ in models)

    def __repr__(self) -> str:
        return f"Resilient({', '.join(map(repr, self.models))})"

    @property
    def name(self) -> str:
        """Name of the preferred model; the completion says which one answered."""
        return self.models[0].name

    def complete(self, prompt: Prompt) -> Completion:
        """The first model's answer that can be had.

        Raises:
            ModelBusy: one of them may answer later; `retry_after_s` says when the first.
            ModelUnreachable: none could be reached.
            ModelRefused: none takes the request.
        """
        failures: list[ModelError] = []
        for model, breaker in zip(self.models, self._breakers, strict=True):
            try:
                return self._tried(model, breaker, prompt)
            except ModelError as error:
                failures.append(error)
        raise _worst(failures)

    def close(self) -> None:
        """Close those that can be closed."""
        for model in self.models:
            if callable(close := getattr(model, "close", None)):
                close()

    def _tried(self, model: ChatModel, breaker: Breaker, prompt: Prompt) -> Completion:
        """One model's answer within the bounded tries."""
        failed = busy = 0
        while True:
            self._wait_for(model, breaker)
            try:
                completion = model.complete(prompt)
            except ModelError as error:
                busy += isinstance(error, ModelBusy)
                failed += not isinstance(error, ModelBusy)
                pause = self._noted(error, breaker, failed + busy)
                spent = failed >= self._patience.tries or busy >= self._patience.busy_tries
                if spent or pause > self._patience.longest_pause_s or breaker.is_open:
                    raise
                if not isinstance(error, ModelBusy):
                    self._sleep(pause)
            except BaseException:
                breaker.let_go()
                raise
            else:
                breaker.worked()
                return completion

    def _wait_for(self, model: ChatModel, breaker: Breaker) -> None:
        """Return when the model may be asked.

        Raises:
            ModelBusy: not within the longest pause, or it rests after failures.
        """
        for _ in range(self._patience.busy_tries):
            wait = breaker.admit(self._clock.now())
            if not wait:
                return
            if wait > self._patience.longest_pause_s or breaker.is_open:
                break
            self._sleep(wait)
        raise ModelBusy("the model rests after failures, or asked for a pause", subject=model.name, retry_after_s=wait)

    def _noted(self, error: ModelError, breaker: Breaker, number: int) -> float:
        """Tell the breaker; the pause before the next try, infinite where there is no use in one."""
        doubled = self._patience.first_pause_s * float(2 ** (number - 1))
        match error:
            case ModelBusy():
                pause = doubled if error.retry_after_s is None else error.retry_after_s
                breaker.busy(self._clock.now(), pause)
                return pause
            case PromptRefused():
                breaker.let_go()
                return float("inf")
            case ModelUnreachable():
                breaker.failed(self._clock.now())
                return min(doubled, self._patience.longest_pause_s)
            case _:
                breaker.failed(self._clock.now())
                return float("inf")


def _worst(failures: Sequence[ModelError]) -> ModelError:
    """What all of them together mean: busy if one is (the soonest), then unreachable, else what the first one said."""
    busy = [error for error in failures if isinstance(error, ModelBusy)]
    if busy:
        return min(busy, key=lambda error: float("inf") if error.retry_after_s is None else error.retry_after_s)
    return next((error for error in failures if isinstance(error, ModelUnreachable)), failures[0])
