"""Two processes over one archive: what both spend stays within the limits, and what dies frees what it held."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from tests.faults.children import in_a_child
from tests.newsroom.quiet import NOW, Answering, desk

from prism.adapters.archive import open_archive
from prism.adapters.testing import SetClock
from prism.model import Asked, Completion, Flow, Prompt
from prism.newsroom.driving import Job, drive
from prism.newsroom.spending import Budget, estimated

LIMIT, ANSWER = 60_000, 200


def spend(folder: Path, name: str, pause_s: float) -> None:
    """Three hundred stories of three calls each, five at once."""

    def answer(prompt: Prompt) -> Completion:
        time.sleep(pause_s)
        tokens_in = round(estimated(prompt.system + prompt.user))
        return Completion("ok", "answering", tokens_in=tokens_in, tokens_out=ANSWER)

    def flow(number: int) -> Flow[None]:
        for step in range(3):
            yield Prompt("draft", name, f"{number} {step} " + "글" * 200, parameters={"max_tokens": str(ANSWER)})

    jobs = (Job(Asked("", f"{name}{n}", 1, "ko"), lambda n=n: flow(n), -n) for n in range(300))  # type: ignore[misc]  # bound at once
    with desk(folder, Answering(answer), budget=Budget(tokens_a_day=LIMIT), parallel=5) as tools:
        for _ in drive(jobs, tools):
            pass


def spent(folder: Path, name: str = "") -> int:
    archive = open_archive(folder / "prism.db")
    stories = archive.spent_on_stories(NOW.replace(hour=0))
    archive.close()
    return sum(tokens for story, (tokens, _) in stories.items() if story.startswith(name))


def test_two_runs_at_once_keep_one_limit(tmp_path: Path) -> None:
    open_archive(tmp_path / "prism.db").close()
    in_a_child(spend, tmp_path / "elsewhere", "warm", 0.0, kill_after_s=0.0)  # the server of the children stands
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(in_a_child, spend, tmp_path, name, 0.02) for name in ("a", "b")]
        assert all(child.result().ended for child in both)
    assert 0.85 * LIMIT < spent(tmp_path) <= LIMIT
    assert min(spent(tmp_path, "a"), spent(tmp_path, "b")) > 0.05 * LIMIT, "both had their turn"


def test_what_a_killed_run_held_is_free_half_an_hour_later(tmp_path: Path) -> None:
    open_archive(tmp_path / "prism.db").close()
    assert not in_a_child(spend, tmp_path, "killed", 0.5, kill_after_s=3.0).ended
    archive = open_archive(tmp_path / "prism.db")
    before = archive.reserve(0, {"": (0.0, 0.0)}, 0, NOW, NOW)
    assert before.held[""][0] > 0
    archive.close()
    clock = SetClock(NOW + timedelta(minutes=31))
    with desk(tmp_path, None, budget=Budget(tokens_a_day=LIMIT), clock=clock) as tools:
        assert not tools.archive.reserve(0, {"": (0.0, 0.0)}, 0, clock.now(), clock.now()).held
