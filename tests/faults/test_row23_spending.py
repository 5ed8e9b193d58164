"""Row 23: ten thousand new items at once: calls stay within the budget; the rest waits, visibly, most important first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from tests.newsroom.quiet import NOW, Answering, desk

from prism.adapters.archive import schema
from prism.adapters.archive.codecs import micros
from prism.adapters.archive.engine import writing
from prism.adapters.testing import SetClock
from prism.briefs import Waiting
from prism.model import Asked, Completion, Flow, Prompt
from prism.newsroom.driving import Job, drive
from prism.newsroom.spending import Budget, estimated

ITEMS, LIMIT = 10_000, 100_000


def told(number: int) -> Flow[bool]:
    yield Prompt("facts", "read", f"{number} " + "둑이 무너졌다. " * 20, parameters={"max_tokens": "300"})
    yield Prompt("draft", "write", f"{number} facts", parameters={"max_tokens": "300"})
    return True


def jobs() -> Iterator[Job[bool]]:
    for number in range(ITEMS):
        subject = Asked("", f"st{number}", 1, "ko")
        yield Job(subject, lambda number=number: told(number), float(ITEMS - number), frozenset({"facts"}))  # type: ignore[misc]  # bound at once


def fill(engine: Engine) -> None:
    """All stories in one transaction: ten thousand commits would take longer than the test."""
    with writing(engine) as connection:
        connection.execute(
            sa.insert(schema.stories),
            [
                {"id": f"st{number}", "revision": 1, "due": False, "last_seen_at": micros(NOW)}
                for number in range(ITEMS)
            ],
        )


@pytest.mark.slow
def test_ten_thousand_items_at_once(tmp_path: Path) -> None:
    lock = threading.Lock()
    spent: dict[int, int] = {}
    day = 0

    def answer(prompt: Prompt) -> Completion:
        tokens_in = round(estimated(prompt.system + prompt.user))
        with lock:
            spent[day] = spent.get(day, 0) + tokens_in + 300
        return Completion("ok", "answering", tokens_in=tokens_in, tokens_out=300)

    clock = SetClock(NOW)
    told_so_far: set[str] = set()
    for day in range(2):
        with desk(tmp_path, Answering(answer), budget=Budget(tokens_a_day=LIMIT), parallel=32, clock=clock) as tools:
            if not day:
                fill(tools.archive.engine)  # type: ignore[attr-defined]  # the SQL archive has one
            ended, waiting = set[str](), 0
            for job, outcome in drive(jobs(), tools):
                if outcome is True:
                    ended.add(job.subject.story_id)
                else:
                    assert outcome == Waiting("card.budget")
                    waiting += 1
            assert 0.9 * LIMIT < spent[day] <= LIMIT
            assert len(ended) + waiting == ITEMS
            new = ended - told_so_far
            assert new == {f"st{n}" for n in range(len(told_so_far), len(ended))}, "the most important ones"
            told_so_far = ended
            visible = list(tools.archive.awaited())
            assert len(visible) == len({key for key, _ in visible}) == waiting
            weights = [one.weight for _, one in visible]
            assert weights == sorted(weights, reverse=True)
        clock.advance(timedelta(days=1))
