"""Row 27: the database can't grow: what was there stands, the old site is served, and all resumes when there is room."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from tests.newsroom.press import NOW, Press, newsroom, pressing, register, tree, usual

from prism.adapters.archive import SqlArchive
from prism.adapters.testing import SetClock, WordEmbedder
from prism.model import ArchiveError
from prism.newsroom import Tools, run_once


def run_until_full(tools: Tools, press: Press, clock: SetClock) -> None:
    for _ in range(50):
        register(tools, press)
        run_once(tools)
        clock.advance(timedelta(hours=6))


def test_a_full_database_stops_the_run_and_nothing_else(tmp_path: Path) -> None:
    clock = SetClock(NOW)
    pieces = usual()
    with pressing({"haedeul": pieces["haedeul"]}) as press:
        with newsroom(tmp_path, press, clock, WordEmbedder()) as tools:
            register(tools, press)
            run_once(tools)
        before = tree(tmp_path)
        press.pieces["port"] = pieces["port"]
        with newsroom(tmp_path, press, clock, WordEmbedder()) as tools:
            assert isinstance(tools.archive, SqlArchive)

            def no_more_pages(connection: object, _record: object) -> None:
                connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]  # a DB-API connection

            tools.archive.engine.dispose()
            event.listen(tools.archive.engine, "connect", no_more_pages)
            with pytest.raises(ArchiveError, match="full"):
                run_until_full(tools, press, clock)
        assert tree(tmp_path) == before
        with newsroom(tmp_path, press, clock, WordEmbedder()) as tools:
            assert isinstance(tools.archive, SqlArchive)
            assert tools.archive.integrity() == "ok"
            register(tools, press)
            tools.archive.poll_all(clock.now())
            run_once(tools)
            assert tools.archive.counts()["articles"] == 4
        assert len(tree(tmp_path)) > len(before)
