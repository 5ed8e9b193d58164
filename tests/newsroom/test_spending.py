"""What may be spent: estimates on the high side, reservations for what is under way, the day, the story, the edition."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.newsroom.quiet import NOW, Answering, desk

from prism.adapters.testing import SetClock
from prism.model import Asked, Completion, Flow, Prompt, Spent
from prism.newsroom import Tools
from prism.newsroom.driving import Job, drive
from prism.newsroom.spending import Budget, Purse, Room, estimated, shares

KO, EN = Asked("draft", "st1", 1, "ko"), Asked("draft", "st1", 1, "en")
PROMPT = Prompt("draft", "write", "x" * 1000, parameters={"max_tokens": "500"})


def purse(tools: Tools, budget: Budget) -> Purse:
    return Purse(budget, tools.archive, tools.clock, "m")


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    with desk(tmp_path, None) as opened:
        yield opened


@given(st.text(), st.text())
@example("𠀀", "")  # Han beyond the first plane stood in two classes once
@settings(max_examples=60)
def test_an_estimate_never_shrinks_with_more_text(one: str, other: str) -> None:
    assert estimated(one + other) >= estimated(one) - 1e-9
    assert estimated(one) <= max(1.3 * len(one), 0)


def test_an_unknown_model_is_reckoned_dear_until_its_calls_tell(tools: Tools) -> None:
    before = purse(tools, Budget(tokens_a_day=10**6))
    first = before.reservation(PROMPT, KO)
    before.take(first)
    before.settle(first, Completion("", "m", tokens_in=round(first.raw * 0.8), tokens_out=5))
    before.close()
    after = purse(tools, Budget(tokens_a_day=10**6)).reservation(PROMPT, KO)
    assert after.tokens < first.tokens
    assert after.tokens > first.raw * 0.8 + 500


def test_what_is_under_way_counts_as_spent(tools: Tools) -> None:
    wallet = purse(tools, Budget(tokens_a_day=3000))
    wanted = wallet.reservation(PROMPT, KO)
    assert wallet.room(wanted) is Room.YES
    while wallet.room(wanted) is Room.YES:
        wallet.take(wanted)
    assert wallet.room(wanted) is Room.LATER
    wallet.give_back(wanted)
    assert wallet.room(wanted) is Room.YES


def test_each_limit_holds_by_itself(tools: Tools) -> None:
    for budget, refused, allowed in (
        (Budget(tokens_a_day=100), KO, None),
        (Budget(tokens_a_story=100), KO, Asked("draft", "", 0, "ko")),
        (Budget(tokens_an_edition=100), KO, Asked("facts", "st1", 1)),
        (Budget(dollars_a_day=0.5, price=lambda i, o: 1.0), KO, None),
        (Budget(dollars_a_story=0.5, price=lambda i, o: 1.0), EN, Asked("draft", "", 0, "en")),
        (Budget(dollars_an_edition=0.5, price=lambda i, o: 1.0), EN, Asked("facts", "st1", 1)),
        (Budget(dollars_a_day=0.5), Asked("facts", "st1", 1), KO),
    ):
        wallet = purse(tools, budget)
        if budget.price or not budget.dollars_a_day:
            assert wallet.room(wallet.reservation(PROMPT, refused)) is Room.NO, budget
        if allowed:
            assert wallet.room(wallet.reservation(PROMPT, allowed)) is Room.YES, budget


def test_what_other_runs_spent_today_counts_and_yesterday_and_files_do_not(tools: Tools) -> None:
    big = Completion("", "m", tokens_in=5000, tokens_out=0)
    tools.archive.put_completion("a", big, KO, NOW - timedelta(days=1))
    tools.archive.put_completion("b", big, KO, NOW, batch=True)
    budget = Budget(tokens_a_day=6000)
    assert purse(tools, budget).room(purse(tools, budget).reservation(PROMPT, KO)) is Room.YES
    tools.archive.put_completion("c", big, KO, NOW)
    assert purse(tools, budget).room(purse(tools, budget).reservation(PROMPT, KO)) is Room.NO


def test_the_day_turns_while_a_run_goes_on(tmp_path: Path) -> None:
    clock = SetClock(NOW)
    with desk(tmp_path, None, clock=clock) as tools:
        tools.archive.put_completion("c", Completion("", "m", tokens_in=5000), KO, NOW)
        wallet = purse(tools, Budget(tokens_a_day=5000))
        wanted = wallet.reservation(PROMPT, KO)
        assert wallet.room(wanted) is Room.NO
        clock.advance(timedelta(hours=15))
        assert wallet.room(wanted) is Room.YES


def test_shares_of_the_limits() -> None:
    today = NOW.date()
    rows = (Spent(today, "facts", "", "m", 1, 100, 100, 0.5), Spent(today, "draft", "ko", "m", 1, 50, 50, 0.25))
    budget = Budget(tokens_a_day=600, dollars_a_day=3.0, tokens_an_edition=400)
    assert list(shares(rows, budget)) == [
        ("tokens_a_day", "", 0.5),
        ("dollars_a_day", "", 0.25),
        ("tokens_an_edition", "ko", 0.25),
    ]


def test_many_threads_never_spend_more_than_the_limit(tmp_path: Path) -> None:
    lock, spent = threading.Lock(), [0]

    def answer(prompt: Prompt) -> Completion:
        # As many tokens out as the prompt allows, and in as the estimate says at the most.
        tokens_in, tokens_out = round(estimated(prompt.system + prompt.user)), 200
        with lock:
            spent[0] += tokens_in + tokens_out
        return Completion("ok", "answering", tokens_in=tokens_in, tokens_out=tokens_out)

    def flow(number: int) -> Flow[None]:
        for step in range(3):
            yield Prompt("draft", "system", f"{number} {step} " + "글" * 200, parameters={"max_tokens": "200"})

    limit = 20_000
    with desk(tmp_path, Answering(answer), budget=Budget(tokens_a_day=limit), parallel=16) as tools:
        jobs = (Job(Asked("", f"st{n}", 1, "ko"), lambda n=n: flow(n), -n) for n in range(300))  # type: ignore[misc]  # bound at once
        ended = {job.subject.story_id for job, outcome in drive(jobs, tools) if outcome is None}
    assert limit * 0.8 < spent[0] <= limit
    assert ended, "what is begun can mostly be ended"
    # Three calls each: nearly all that was spent went into stories that were told to the end, the most important ones.
    assert len(ended) >= 0.7 * spent[0] / (3 * 450)
    assert f"st{len(ended) + 20}" not in ended
