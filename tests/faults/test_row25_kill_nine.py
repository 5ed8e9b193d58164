"""Row 25: kill -9 at any point loses nothing that was acknowledged, and shows nothing twice."""

from __future__ import annotations

import os
import random
import signal
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Connection
from tests.faults.children import in_a_child
from tests.newsroom.press import NOW, Press, newsroom, pressing, tree, usual

from prism.adapters.archive import SqlArchive
from prism.adapters.testing import SetClock, WordEmbedder
from prism.newsroom import run_once

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]


def run(folder: Path, press: Press, die_at: int = 0) -> int:
    """One run in this process; returns the commits, or never when it dies at one of them."""
    with newsroom(folder, press, SetClock(NOW), WordEmbedder()) as tools:
        archive = tools.archive
        assert isinstance(archive, SqlArchive)
        commits = 0

        def count(connection: Connection) -> None:
            nonlocal commits
            if not connection.get_execution_options().get("writes"):
                return
            commits += 1
            if commits == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(archive.engine, "commit", count)
        known = {source.id for source in archive.sources()}
        for source in press.sources():
            if source.id not in known:
                archive.put_source(source, poll_at=NOW)
        run_once(tools)
        return commits


def state(folder: Path, press: Press) -> tuple[object, ...]:
    """What readers and the operator see: everything but the times of retries."""
    with newsroom(folder, press, SetClock(NOW), WordEmbedder()) as tools:
        archive = tools.archive
        assert isinstance(archive, SqlArchive)
        assert archive.integrity() == "ok"
        articles = [(article.id, article.content_hash, story) for article, story in archive.iterate_articles()]
        works = [(work.brief, work.verdicts, work.decision) for work in archive.iterate_work()]
        histories = [archive.history(work.brief.id) for work in archive.iterate_work()]
        return articles, list(archive.iterate_stories()), works, histories, archive.counts(), tree(folder)


def test_at_every_commit(tmp_path: Path) -> None:
    """Each run dies just before its second commit, so that every commit of the whole way is once the one that is lost."""
    with pressing(usual()) as press:
        reference, often = tmp_path / "reference", tmp_path / "often"
        for folder in (reference, often):
            folder.mkdir()
        commits = run(reference, press)
        assert commits > 15
        deaths = 0
        while not in_a_child(run, often, press, 2).ended:
            deaths += 1
            assert deaths <= 2 * commits, "the runs get nowhere"
        assert deaths >= commits // 3
        assert state(often, press) == state(reference, press)


def test_at_forty_random_instants(tmp_path: Path) -> None:
    chance = random.Random(25)  # noqa: S311  (instants, not secrets)
    with pressing(usual()) as press:
        reference = tmp_path / "reference"
        reference.mkdir()
        first = in_a_child(run, reference, press)
        assert first.ended
        expected = state(reference, press)
        folder = tmp_path / "often"
        folder.mkdir()
        for instant in range(40):
            if instant % 8 == 0:
                folder = tmp_path / f"often-{instant}"
                folder.mkdir()
            in_a_child(run, folder, press, kill_after_s=chance.uniform(0, first.seconds))
            if instant % 8 == 7:
                assert in_a_child(run, folder, press).ended
                assert state(folder, press) == expected


def test_a_second_day_after_a_kill_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    with pressing(usual()) as press:
        assert not in_a_child(run, tmp_path, press, 12).ended
        clock = SetClock(NOW + timedelta(days=1))
        with newsroom(tmp_path, press, clock, WordEmbedder()) as tools:
            run_once(tools)
            assert tools.archive.counts()["articles"] == 4
            assert tools.archive.failures() == ()
