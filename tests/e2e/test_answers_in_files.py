"""Prompts leave in a file, someone who knows only the file answers, and what comes back in disorder is published with its evidence."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.app.test_batch_and_spend import answered, prism
from tests.doubles.scripted import Scripted
from tests.e2e.rooms import AT, Room
from tests.newsroom.press import pressing, usual

ORDER = random.Random(4)  # noqa: S311  (an order of rows, not a secret)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with pressing(usual()) as press:
        made = Room(tmp_path / "room", press)
        made.settings()
        made.add_sources()
        made.run()
        yield made


def requests(room: Room) -> list[dict[str, Any]]:
    """The rows that wait, from a file."""
    room.does("batch", "export", "requests.jsonl", "--now", AT)
    return [json.loads(line) for line in (room.folder / "requests.jsonl").read_text(encoding="utf-8").splitlines()]


def disordered(rows: Sequence[dict[str, Any]], model: Scripted) -> tuple[str, str]:
    """Answers in two parts: shuffled, with errors in rows, some twice, and the last line cut."""
    lines = [json.dumps(answered(row, model), ensure_ascii=False) for row in rows]
    ORDER.shuffle(lines)
    late = {"custom_id": rows[0]["custom_id"], "response": None, "error": {"code": "batch_expired", "message": "late"}}
    busy = {"custom_id": rows[-1]["custom_id"], "response": {"status_code": 429, "body": {"error": "slow down"}}}
    middle = (len(lines) + 1) // 2
    first = [json.dumps(late), *lines[:middle], lines[0], "no row at all"]
    second = [*lines[middle:], json.dumps(busy), lines[0][: len(lines[0]) // 2]]
    return "\n".join(first) + "\n", "\n".join(second)


def test_from_the_file_to_published_sentences_with_their_evidence(room: Room) -> None:
    model, rounds, waiting = Scripted(), list[list[str]](), requests(room)
    assert {writer for writer, _ in room.written().values()} == {"digest"}, "digests stand in"
    while waiting:
        rounds.append(sorted({row["body"]["response_format"]["json_schema"]["name"] for row in waiting}))
        assert len(rounds) < 7, rounds
        parts = disordered(waiting, model)
        new = 0
        for name, part in zip(("one.jsonl", "two.jsonl"), parts, strict=True):
            (room.folder / name).write_text(part, encoding="utf-8")
            for _ in range(2):  # each part is read twice
                told = room.does("batch", "import", name, "--now", AT).err
                found = re.search(r"new answers (\d+) .* not usable 2$", told, re.MULTILINE)
                assert found, told
                new += int(found[1])
        assert new == len(waiting), "each answer once"
        room.run()
        waiting = requests(room)
    assert rounds[:2] == [["facts"], ["draft"]]
    rows = room.briefs()
    assert sorted(row["locale"] for row in rows) == ["en", "en", "ko", "ko"]
    assert {(row["writer"], row["status"]) for row in rows} == {("prose", "published")}
    assert all(sentence["evidence"] for row in rows for sentence in row["body"])
    assert len(room.story_pages()) == 4
    assert room.looked_at_again() == []
    told = room.does("spend", "--now", AT).out
    assert {"facts", "draft", "someone"} <= set(told.split())
    assert sum(row["calls"] for row in room.spent()) == len(model.asked)
    assert "today tokens_a_day: 0% of the limit" in told, "what came in files counts for no limit"
    explained = room.does("explain", rows[0]["story"]).out
    assert re.search(r"^editions ko, en rest on the same facts: \d+ of \d+ \(\d+%\)$", explained, re.MULTILINE), (
        explained
    )


def test_a_file_of_errors_changes_nothing_and_says_so(room: Room) -> None:
    waiting = requests(room)
    before = room.briefs()
    error = [{"custom_id": row["custom_id"], "error": {"message": "no quota"}, "response": None} for row in waiting]
    (room.folder / "errors.jsonl").write_text("\n".join(map(json.dumps, error)), encoding="utf-8")
    ran = prism(room.folder, "batch", "import", "errors.jsonl", "--now", AT)
    assert (ran.status, "no quota" in ran.err, "no row could be used" in ran.err) == (1, True, True)
    room.run()
    assert (requests(room), room.briefs()) == (waiting, before)
