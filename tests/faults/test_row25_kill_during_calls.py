"""Row 25, with a model: kill -9 between a call and its answer's storing costs at most the calls under way."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.faults.children import in_a_child
from tests.newsroom.quiet import NOW, desk, echo

from prism.model import Asked, Completion, Flow, Prompt
from prism.newsroom.driving import Job, drive

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]
JOBS, STEPS, LINES = 60, 3, 6


class Counted:
    """A model that notes every answer in a file, at the moment when it would be paid for."""

    name = "counted"

    def __init__(self, bill: Path) -> None:
        self._bill = bill

    def complete(self, prompt: Prompt) -> Completion:
        time.sleep(0.004)
        line = os.open(self._bill, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(line, f"{prompt.user}\n".encode())
        os.close(line)
        return echo(prompt)


def chain(number: int) -> Flow[str]:
    said = ""
    for step in range(STEPS):
        said = (yield Prompt("draft", "system", f"{number}.{step} after {said}")).text
    return said


def run(folder: Path, bill: Path) -> list[str]:
    with desk(folder, Counted(bill), parallel=LINES) as tools:
        jobs = (Job(Asked("", f"st{n}", 1, "ko"), lambda n=n: chain(n)) for n in range(JOBS))  # type: ignore[misc]  # bound at once
        return sorted(str(outcome) for _, outcome in drive(jobs, tools))


def test_at_random_instants(tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311  (instants, not secrets)
    expected = run(_made(tmp_path / "reference"), tmp_path / "bill-0")
    folder, bill = _made(tmp_path / "often"), tmp_path / "bill"
    kills = 0
    for _ in range(20):
        kills += not in_a_child(run, folder, bill, kill_after_s=chance.uniform(0.02, 0.3)).ended
    assert run(folder, bill) == expected
    paid = Counter(bill.read_text().splitlines()) if bill.exists() else Counter[str]()
    assert len(paid) == JOBS * STEPS
    assert kills
    assert sum(paid.values()) - len(paid) <= kills * LINES
    with desk(folder, None) as tools:
        assert tools.archive.integrity() == "ok"  # type: ignore[attr-defined]  # the SQL archive has one
        assert sum(one.calls for one in tools.archive.spent(NOW.replace(hour=0))) == JOBS * STEPS


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
