"""A question is asked three times at the most, and never twice alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from prism.asking.questions import Question, Unusable, ask
from prism.model import BadCompletion, Completion, Prompt, prompt_key

QUESTION = Question("gloss", "system", "user", "{}")


def read(text: str) -> str:
    if text == "bad":
        raise Unusable("It was bad.")
    return text


@pytest.mark.parametrize("reason", ["length", "refusal", "content_filter", "other"])
def test_why_it_stopped_is_read_before_the_text(reason: str, send: Callable[..., object]) -> None:
    answer = send(ask(QUESTION, read), Completion("good", "m", reason), "good")
    assert getattr(answer, "value") == "good"  # noqa: B009 - the fixture gives an object


def test_after_three_bad_answers_it_is_given_up(send: Callable[..., object]) -> None:
    with pytest.raises(BadCompletion, match="gloss: 3 answers"):
        send(ask(QUESTION, read), "bad", Completion("x", "m", "length"), "bad")


def test_every_try_has_its_own_place_in_the_ledger() -> None:
    flow = ask(QUESTION, read)
    prompts: list[Prompt] = [next(flow), *(flow.send(Completion("bad", "m")) for _ in range(2))]
    assert [prompt.attempt for prompt in prompts] == [0, 1, 2]
    assert len({prompt_key(prompt) for prompt in prompts}) == 3
    assert {prompt.system for prompt in prompts} == {"system"}
    assert "It was bad." in prompts[1].user


def test_an_answer_that_was_cut_off_gets_more_room() -> None:
    flow = ask(QUESTION, read)
    first = next(flow)
    second = flow.send(Completion("goo", "m", "length"))
    assert int(second.parameters["max_tokens"]) == 2 * int(first.parameters["max_tokens"])


def test_what_all_tries_cost_is_added_up(send: Callable[..., object]) -> None:
    answer = send(
        ask(QUESTION, read),
        Completion("bad", "m", tokens_in=10, tokens_out=2, dollars=0.5),
        Completion("good", "n", "stop", 7, 1),
    )
    usage = getattr(answer, "usage")  # noqa: B009 - the fixture gives an object
    assert (usage.tokens_in, usage.tokens_out, usage.dollars) == (17, 3, 0.5)
    assert getattr(answer, "model") == "n"  # noqa: B009
