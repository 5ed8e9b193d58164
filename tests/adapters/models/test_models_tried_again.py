from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.adapters.http.testing import HandClock
from prism.adapters.models.replies import PromptRefused
from prism.adapters.models.resilient import Patience, Resilient
from prism.model import Completion, ModelBusy, ModelError, ModelRefused, ModelUnreachable, Prompt

ASKED = Prompt("draft", "", "?")
OK = Completion("ok", "m")


def busy(seconds: float | None = None) -> ModelBusy:
    return ModelBusy("busy", retry_after_s=seconds)


@dataclass
class Scripted:
    """A model that answers or fails in a given order, the last for ever."""

    turns: Sequence[Completion | Exception]
    name: str = "m"
    calls: int = 0

    def complete(self, prompt: Prompt) -> Completion:
        turn = self.turns[min(self.calls, len(self.turns) - 1)]
        self.calls += 1
        if isinstance(turn, Exception):
            raise turn
        return turn


@dataclass
class House:
    """Resilient models, with a clock that goes on while they sleep."""

    models: Sequence[Scripted]
    patience: Patience = field(default_factory=Patience)
    slept: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = HandClock(datetime(2026, 11, 23, tzinfo=UTC))
        self.model = Resilient(self.models, self.clock, patience=self.patience, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.clock.forward(seconds)


def test_one_failure_is_tried_again_after_a_pause() -> None:
    house = House([Scripted([ModelUnreachable("x"), ModelUnreachable("x"), OK])])
    assert house.model.complete(ASKED) == OK
    assert house.slept == [1.0, 2.0]


def test_tries_are_bounded() -> None:
    house = House([Scripted([ModelUnreachable("gone")])])
    with pytest.raises(ModelUnreachable, match="gone"):
        house.model.complete(ASKED)
    assert house.models[0].calls == 3
    assert house.slept == [1.0, 2.0]


def test_retry_after_is_obeyed() -> None:
    house = House([Scripted([busy(17), OK])])
    assert house.model.complete(ASKED) == OK
    assert house.slept == [17.0]


def test_a_busy_model_is_asked_more_often_than_a_broken_one() -> None:
    house = House([Scripted([busy(2)] * 5 + [OK])])
    assert house.model.complete(ASKED) == OK
    assert house.slept == [2.0] * 5
    always = House([Scripted([busy(2)])])
    with pytest.raises(ModelBusy):
        always.model.complete(ASKED)
    assert always.models[0].calls == 6


def test_a_busy_model_that_says_nothing_is_given_ever_more_time() -> None:
    house = House([Scripted([busy()] * 4 + [OK])])
    assert house.model.complete(ASKED) == OK
    assert house.slept == [1.0, 2.0, 4.0, 8.0]


def test_a_long_retry_after_is_left_to_the_newsroom() -> None:
    house = House([Scripted([busy(3600), OK])])
    with pytest.raises(ModelBusy) as raised:
        house.model.complete(ASKED)
    assert raised.value.retry_after_s == 3600
    assert house.slept == []
    with pytest.raises(ModelBusy) as again:
        house.model.complete(ASKED)
    assert again.value.retry_after_s == 3600
    assert house.models[0].calls == 1, "until then it is not asked at all"
    house.clock.forward(3601)
    assert house.model.complete(ASKED) == OK


@pytest.mark.parametrize("refusal", [ModelRefused("no key"), PromptRefused("too long")])
def test_a_refusal_is_not_tried_again(refusal: ModelRefused) -> None:
    house = House([Scripted([refusal])])
    with pytest.raises(ModelRefused):
        house.model.complete(ASKED)
    assert house.models[0].calls == 1


@pytest.mark.parametrize("fault", [ModelRefused("x"), PromptRefused("x"), busy(3600), busy(), ModelUnreachable("x")])
def test_the_next_model_stands_in(fault: ModelError) -> None:
    house = House([Scripted([fault]), Scripted([Completion("ok", "second")], "second")])
    assert house.model.complete(ASKED).model == "second"


def test_after_failures_in_a_row_it_rests_and_then_one_prompt_tries() -> None:
    house = House([Scripted([ModelUnreachable("x")] * 6 + [OK])], Patience(tries=1, failures=5, rest_s=60))
    for _ in range(5):
        with pytest.raises(ModelUnreachable):
            house.model.complete(ASKED)
    with pytest.raises(ModelBusy, match="rests") as raised:
        house.model.complete(ASKED)
    assert raised.value.retry_after_s == 60
    assert house.models[0].calls == 5
    house.clock.forward(61)
    with pytest.raises(ModelUnreachable):
        house.model.complete(ASKED)
    with pytest.raises(ModelBusy):
        house.model.complete(ASKED)
    assert house.models[0].calls == 6, "the one that tried failed: it rests again"
    house.clock.forward(61)
    assert house.model.complete(ASKED) == OK
    assert house.model.complete(ASKED) == OK


def test_only_one_prompt_tries_a_resting_model() -> None:
    clock = HandClock(datetime(2026, 11, 23, tzinfo=UTC))
    asked, answer = threading.Event(), threading.Event()

    class Slow:
        name = "slow"
        calls = 0

        def complete(self, prompt: Prompt) -> Completion:
            self.calls += 1
            if self.calls == 1:
                raise ModelUnreachable("x")
            asked.set()
            answer.wait(20)
            return OK

    slow = Slow()
    model = Resilient([slow], clock, patience=Patience(tries=1, failures=1, rest_s=60))
    with pytest.raises(ModelUnreachable):
        model.complete(ASKED)
    clock.forward(61)
    got: list[Completion] = []
    thread = threading.Thread(target=lambda: got.append(model.complete(ASKED)))
    thread.start()
    asked.wait(20)
    with pytest.raises(ModelBusy):
        model.complete(ASKED)
    answer.set()
    thread.join()
    assert got == [OK]
    assert slow.calls == 2


def test_prompts_that_do_not_fit_do_not_make_it_rest() -> None:
    house = House([Scripted([PromptRefused("too long")] * 50 + [OK])])
    for _ in range(50):
        with pytest.raises(PromptRefused):
            house.model.complete(ASKED)
    assert house.model.complete(ASKED) == OK


def test_a_wrong_key_is_not_tried_ten_thousand_times() -> None:
    house = House([Scripted([ModelRefused("the key was refused")])])
    for _ in range(1000):
        with pytest.raises(ModelError):
            house.model.complete(ASKED)
    assert house.models[0].calls == 5


def test_a_pause_that_one_prompt_was_told_of_holds_for_all() -> None:
    house = House([Scripted([busy(10), OK])])
    house.model._breakers[0].busy(house.clock.now(), 30)
    assert house.model.complete(ASKED) == OK
    assert house.slept[0] == 30.0


def test_a_bug_is_no_failure_of_the_model() -> None:
    house = House([Scripted([ModelUnreachable("x")] * 5 + [ZeroDivisionError(), OK])], Patience(tries=1))
    for _ in range(5):
        with pytest.raises(ModelUnreachable):
            house.model.complete(ASKED)
    house.clock.forward(61)
    with pytest.raises(ZeroDivisionError):
        house.model.complete(ASKED)
    assert house.model.complete(ASKED) == OK


def test_at_least_one_model() -> None:
    with pytest.raises(ValueError, match="one model"):
        Resilient([], HandClock(datetime(2026, 11, 23, tzinfo=UTC)))


FAULTS = st.sampled_from(
    [OK, ModelUnreachable("x"), ModelRefused("x"), PromptRefused("x"), busy(), busy(0), busy(5), busy(61), busy(86400)]
)


@given(st.lists(st.lists(FAULTS, min_size=1, max_size=8), min_size=1, max_size=3), st.integers(1, 12))
def test_whatever_happens_calls_and_pauses_are_bounded(turns: list[list[Completion | Exception]], prompts: int) -> None:
    house = House([Scripted(one) for one in turns])
    for _ in range(prompts):
        before, slept = sum(model.calls for model in house.models), len(house.slept)
        with contextlib.suppress(ModelError):
            house.model.complete(ASKED)
        assert sum(model.calls for model in house.models) - before <= 8 * len(turns)
        assert sum(house.slept[slept:]) <= 8 * 6 * 60 * len(turns)
        assert max(house.slept[slept:], default=0) <= 60
