"""The model is switched off between two runs: the second comes from the ledger, to the same bytes, without a call."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.app.test_batch_and_spend import result
from tests.doubles.scripted import Scripted
from tests.e2e.rooms import AT, Room
from tests.newsroom.modelserver import Reply, said, serving
from tests.newsroom.press import pressing, tree, usual

from prism.model import Prompt

TABLE = '[model]\nbase_url = "{}"\nname = "m"\njudge = false\ngloss = false\nmax_tokens = 4000'


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A newsroom that a model has written; when the tests begin, its server is gone."""
    good, asked = Scripted(), list[dict[str, Any]]()

    def answer(body: dict[str, Any]) -> Reply:
        asked.append(body)
        system, user = (message["content"] for message in body["messages"])
        return said(good.complete(Prompt(body["response_format"]["json_schema"]["name"], system, user)).text)

    with pressing(usual()) as press:
        room = Room(tmp_path_factory.mktemp("ledger") / "room", press)
        with serving(answer) as server:
            room.settings(TABLE.format(server.address))
            room.add_sources()
            room.run()
        assert {(row["writer"], row["status"]) for row in room.briefs()} == {("prose", "published")}
        assert sum(row["calls"] for row in room.spent()) == len(asked)
        yield room


def test_a_site_that_was_lost_is_made_again(written: Room, tmp_path: Path) -> None:
    room = Room(tmp_path / "copy", written.press)
    shutil.copytree(written.folder, room.folder, symlinks=True)
    (room.folder / "site").unlink()
    shutil.rmtree(room.folder / ".site")
    calls = room.spent()
    assert "failed" not in room.run().err
    assert (tree(room.folder), room.spent()) == (tree(written.folder), calls)


def test_a_restored_backup_is_the_same_newsroom(written: Room, tmp_path: Path) -> None:
    backup = tmp_path / "all.gz"
    written.does("backup", str(backup))
    room = Room(tmp_path / "again", written.press)
    written.does("restore", str(backup), str(room.folder))
    assert "failed" not in room.run().err
    assert (tree(room.folder), room.spent()) == (tree(written.folder), written.spent())


def test_a_new_newsroom_that_has_only_the_ledger_writes_the_same_bytes(written: Room, tmp_path: Path) -> None:
    room = Room(tmp_path / "new", written.press)
    shutil.copytree(written.folder, room.folder, ignore=lambda _, names: [n for n in names if n != "prism.toml"])
    (room.folder / "ledger.jsonl").write_text("\n".join(ledger(written)), encoding="utf-8")
    room.does("batch", "import", "ledger.jsonl", "--now", AT)
    room.add_sources()
    ran = room.run()
    assert ("failed" not in ran.err, "wait" not in ran.err) == (True, True), ran.err
    assert tree(room.folder) == tree(written.folder)
    assert room.looked_at_again() == []


def ledger(room: Room) -> Iterator[str]:
    """Its answers as the rows of a batch's results."""
    archive = sqlite3.connect(f"file:{room.folder / 'prism.db'}?mode=ro", uri=True)
    try:
        for key, body in archive.execute("SELECT key, body FROM completions ORDER BY key"):
            kept = json.loads(body)
            row = result(key, kept["text"])
            row["response"]["body"]["model"] = kept["model"]
            usage = {"prompt_tokens": kept["tokens_in"], "completion_tokens": kept["tokens_out"]}
            row["response"]["body"]["usage"] = usage
            yield json.dumps(row, ensure_ascii=False)
    finally:
        archive.close()
