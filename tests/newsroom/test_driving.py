"""Flows are driven: ledger first, each prompt once, nothing lost and nothing asked twice."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.newsroom.quiet import NOW, Answering, desk, echo

from prism.briefs import Waiting
from prism.model import (
    Asked,
    BadCompletion,
    Completion,
    Failure,
    Flow,
    ModelBusy,
    ModelRefused,
    ModelUnreachable,
    Prompt,
    Story,
)
from prism.newsroom import Tools
from prism.newsroom.driving import GIVE_UP, Job, drive
from prism.newsroom.spending import Budget


def chat(*questions: str) -> Flow[tuple[str, ...]]:
    answers = []
    for question in questions:
        completion = yield Prompt("chat", "be brief", question, parameters={"max_tokens": "10"})
        answers.append(completion.text)
    return tuple(answers)


def job(number: int, *questions: str, weight: float = 0.0) -> Job[tuple[str, ...]]:
    return Job(Asked("", f"st{number}", 1, "ko"), lambda: chat(*questions), weight, frozenset({"facts"}))


def story(number: int) -> Story:
    return Story(f"st{number}", 1, (), NOW, NOW)


def outcomes(jobs: Iterable[Job[tuple[str, ...]]], tools: Tools) -> dict[str, tuple[str, ...] | Waiting | Failure]:
    return {job.subject.story_id: outcome for job, outcome in drive(jobs, tools)}


def test_flows_come_to_their_ends_and_run_again_from_the_ledger(tmp_path: Path) -> None:
    model = Answering(echo)
    jobs = [job(number, f"a{number}", f"b{number}") for number in range(40)]
    with desk(tmp_path, model) as tools:
        first = outcomes(jobs, tools)
        assert first["st7"] == ("re: a7", "re: b7")
        assert (len(model.asked), tools.archive.failures()) == (80, ())
    with desk(tmp_path, None) as tools:
        assert outcomes(jobs, tools) == first
        (spent,) = tools.archive.spent(tools.clock.now().replace(hour=0))
        assert (spent.purpose, spent.locale, spent.calls) == ("chat", "ko", 80)
    assert len(model.asked) == 80


def test_what_two_flows_ask_at_once_is_asked_once(tmp_path: Path) -> None:
    model = Answering(echo)
    with desk(tmp_path, model) as tools:
        found = outcomes([job(number, "the same", f"own {number}") for number in range(20)], tools)
    assert {answer[0] for answer in found.values() if isinstance(answer, tuple)} == {"re: the same"}
    assert len(model.asked) == 21


def test_calls_run_side_by_side_and_never_more_than_allowed(tmp_path: Path) -> None:
    together = threading.Barrier(4, timeout=20)

    def answer(prompt: Prompt) -> Completion:
        if prompt.user.startswith("b"):
            together.wait()
        return echo(prompt)

    model = Answering(answer)
    with desk(tmp_path, model, parallel=4) as tools:
        # The first answer alone opens all lines: eight more calls, four at a time.
        found = outcomes([job(0, "a0"), *(job(n, f"b{n}") for n in range(1, 9))], tools)
    assert len(found) == 9
    assert model.most_at_once == 4


def test_without_a_model_the_prompts_wait_where_a_batch_finds_them(tmp_path: Path) -> None:
    with desk(tmp_path, None) as tools:
        for number in range(100):
            tools.archive.put_story(story(number))
        found = outcomes((job(number, f"q{number}", weight=number) for number in range(100)), tools)
        assert set(found.values()) == {Waiting("card.model")}
        waiting = [one.prompt.user for _, one in tools.archive.awaited()]
        assert waiting == [f"q{number}" for number in reversed(range(100))]
        assert len(tools.archive.still_awaited()) == 100


def test_jobs_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    taken = 0

    def many() -> Iterator[Job[tuple[str, ...]]]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield job(number, f"q{number}")

    with desk(tmp_path, Answering(echo)) as tools:
        going = drive(many(), tools)
        for _ in range(5):
            next(going)
        assert taken < 100
        going.close()  # type: ignore[attr-defined]  # a generator


def test_the_heavier_of_those_that_stand_in_line_is_asked_first(tmp_path: Path) -> None:
    model = Answering(echo)
    with desk(tmp_path, model, parallel=1) as tools:
        outcomes([job(1, "light", "light again"), job(2, "heavy", weight=2)], tools)
    assert [prompt.user for prompt in model.asked] == ["light", "heavy", "light again"]


def test_a_failing_flow_harms_no_other(tmp_path: Path) -> None:
    def failing() -> Flow[tuple[str, ...]]:
        yield Prompt("chat", "be brief", "before")
        raise BadCompletion("three answers, none of use", advice="see the ledger")

    with desk(tmp_path, Answering(echo)) as tools:
        found = outcomes([job(1, "a"), Job(Asked("", "st2", 1, "ko"), failing), job(3, "c")], tools)
    assert (found["st1"], found["st3"]) == (("re: a",), ("re: c",))
    failure = found["st2"]
    assert isinstance(failure, Failure)
    assert (failure.subject_id, failure.error, failure.advice) == (
        "st2:ko",
        "three answers, none of use",
        "see the ledger",
    )


def test_a_wrong_key_is_tried_once(tmp_path: Path) -> None:
    def refuse(_prompt: Prompt) -> Completion:
        raise ModelRefused("the key was refused (401)", advice="set the key")

    model = Answering(refuse)
    with desk(tmp_path, model) as tools:
        found = outcomes([job(number, f"q{number}") for number in range(50)], tools)
        assert set(found.values()) == {Waiting("card.model")}
        assert len(model.asked) == 1
        (failure,) = tools.archive.failures()
        assert (failure.stage, failure.subject_id, failure.advice) == ("model", "language model", "set the key")
        assert "answering: the key was refused" in failure.error


class TooLong(ModelRefused):
    """As an adapter says that one prompt was refused."""


def test_one_refused_prompt_fails_its_own_job_only(tmp_path: Path) -> None:
    def answer(prompt: Prompt) -> Completion:
        if prompt.user == "q3":
            raise TooLong("the prompt is too long")
        return echo(prompt)

    with desk(tmp_path, Answering(answer)) as tools:
        found = outcomes([job(number, f"q{number}") for number in range(6)], tools)
    assert [name for name, outcome in found.items() if isinstance(outcome, Failure)] == ["st3"]
    assert sum(isinstance(outcome, tuple) for outcome in found.values()) == 5


@pytest.mark.parametrize("error", [ModelBusy("busy", retry_after_s=60), ModelUnreachable("no connection")])
def test_a_model_that_can_not_be_had_is_left_alone_and_asked_in_the_next_run(tmp_path: Path, error: Exception) -> None:
    def fail(_prompt: Prompt) -> Completion:
        raise error

    model = Answering(fail)
    jobs = [job(number, f"q{number}") for number in range(30)]
    with desk(tmp_path, model) as tools:
        assert set(outcomes(jobs, tools).values()) == {Waiting("card.model")}
        assert len(model.asked) == GIVE_UP
    with desk(tmp_path, Answering(echo)) as tools:
        assert all(isinstance(outcome, tuple) for outcome in outcomes(jobs, tools).values())


def test_a_bug_is_no_outcome(tmp_path: Path) -> None:
    def broken(_prompt: Prompt) -> Completion:
        raise KeyError("a bug")

    with desk(tmp_path, Answering(broken)) as tools, pytest.raises(KeyError):
        outcomes([job(1, "a")], tools)


def test_an_answer_is_in_the_ledger_before_its_flow_sees_it(tmp_path: Path) -> None:
    with desk(tmp_path, Answering(echo)) as tools:
        seen: list[int] = []

        def looking() -> Flow[tuple[str, ...]]:
            yield Prompt("chat", "be brief", "anything")
            seen.append(sum(one.calls for one in tools.archive.spent(tools.clock.now().replace(hour=0))))
            return ()

        outcomes([Job(Asked("", "st1", 1, "ko"), looking)], tools)
    assert seen == [1]


def test_shared_prompts_count_for_no_edition(tmp_path: Path) -> None:
    def two() -> Flow[tuple[str, ...]]:
        yield Prompt("facts", "read", "sources")
        yield Prompt("draft", "write", "facts")
        return ()

    with desk(tmp_path, Answering(echo)) as tools:
        outcomes([Job(Asked("", "st1", 1, "ko"), two, shared=frozenset({"facts"}))], tools)
        spent = tools.archive.spent(tools.clock.now().replace(hour=0))
    assert [(one.purpose, one.locale) for one in spent] == [("draft", "ko"), ("facts", "")]


def test_what_waits_for_budget_says_so(tmp_path: Path) -> None:
    with desk(tmp_path, Answering(echo), budget=Budget(tokens_a_day=200)) as tools:
        found = outcomes([job(number, f"q{number}", weight=-number) for number in range(50)], tools)
        told = [number for number in range(50) if isinstance(found[f"st{number}"], tuple)]
        assert told == list(range(len(told))), "the most important ones are served first"
        assert 0 < len(told) < 50
        assert set(found.values()) - {found[f"st{n}"] for n in told} == {Waiting("card.budget")}
