"""A newsroom with no model: its prompts leave in a file, answers come back in files, and it goes on from there."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.doubles.scripted import Scripted
from tests.newsroom.press import Press, pressing, usual

from prism.adapters.archive import open_archive
from prism.app.batch import LONGEST_LINE, Answer, BadRow, read_results
from prism.app.cli import main
from prism.model import Completion, Prompt

NOW = "2026-11-20T06:00:00+00:00"
KEY = "ab" * 32


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


def prism(folder: Path, *arguments: str) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    before, status = sys.argv, 0
    sys.argv = ["prism", *arguments]
    try:
        with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    finally:
        sys.argv = before
    return Ran(status, out.getvalue(), err.getvalue())


@pytest.fixture
def press() -> Iterator[Press]:
    with pressing({"port": usual()["port"][:1]}) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path, press: Press) -> Path:
    """A newsroom whose only source is in English: its Korean edition can't be a digest."""
    host = press.origin.removeprefix("http://")
    config = (
        '[site]\nurl = "https://news.example"\n[[edition]]\nlocale = "ko"\n[[edition]]\nlocale = "en"\n'
        f'[fetch]\nallow = ["{host}"]\ndelay_seconds = 0\n'
    )
    (tmp_path / "prism.toml").write_text(config)
    assert prism(tmp_path, "sources", "add", f"{press.origin}/port/feed", "--rights", "full").status == 0
    assert prism(tmp_path, "run", "--once", "--now", NOW).status == 0
    return tmp_path


def answered(row: dict[str, Any], model: Scripted) -> dict[str, Any]:
    """What a batch service makes of a request, by someone who knows only the file."""
    body = row["body"]
    system, user = (message["content"] for message in body["messages"])
    completion: Completion = model.complete(Prompt(body["response_format"]["json_schema"]["name"], system, user))
    return result(row["custom_id"], completion.text)


def result(key: str, text: str, **changes: Any) -> dict[str, Any]:
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": "someone",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10},
    }
    row = {"id": "batch_req_1", "custom_id": key, "response": {"status_code": 200, "body": body}, "error": None}
    return {**row, **changes}


def exported(folder: Path) -> list[dict[str, Any]]:
    ran = prism(folder, "batch", "export", "--now", NOW)
    assert ran.status == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def briefs(folder: Path) -> dict[str, tuple[str, str]]:
    rows = [json.loads(line) for line in prism(folder, "export", "briefs").out.splitlines()]
    return {row["locale"]: (row["writer"], row["status"]) for row in rows}


def test_from_export_to_published_prose(folder: Path) -> None:
    assert briefs(folder) == {"en": ("digest", "published")}
    model, rounds = Scripted(), []
    while rows := exported(folder):
        rounds.append([row["body"]["response_format"]["json_schema"]["name"] for row in rows])
        answers = [json.dumps(answered(row, model)) for row in rows]
        (folder / "out.jsonl").write_text("\n".join(reversed(answers)) + "\n")
        ran = prism(folder, "batch", "import", "out.jsonl", "--now", NOW)
        assert (ran.status, f"new answers {len(rows)} ({len(rows)} to prompts that wait)" in ran.err) == (0, True)
        assert prism(folder, "run", "--once", "--now", NOW).status == 0
        assert len(rounds) < 6
    assert rounds[:2] == [["facts"], ["draft", "draft"]]
    assert briefs(folder) == {"en": ("prose", "published"), "ko": ("prose", "published")}
    page = next((folder / "site" / "ko" / "story").glob("*/index.html")).read_text()
    assert "someone" in page, "the page says which model wrote it"


def test_the_form_of_a_request(folder: Path) -> None:
    (row,) = exported(folder)
    assert (row["method"], row["url"], len(row["custom_id"])) == ("POST", "/v1/chat/completions", 64)
    body = row["body"]
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["metadata"] == {"purpose": "facts", "edition": "all"}
    assert body["response_format"]["type"] == "json_schema"
    assert "http" not in body["messages"][1]["content"], "no address goes out"


def test_a_file_is_whole_or_not_there(folder: Path) -> None:
    assert prism(folder, "batch", "export", "requests.jsonl", "--now", NOW).status == 0
    assert len((folder / "requests.jsonl").read_text().splitlines()) == 1
    assert not list(folder.glob("*.part"))
    ran = prism(folder, "batch", "export", "no/such/folder.jsonl")
    assert (ran.status, len(ran.err.strip().splitlines())) == (2, 1)


def test_any_order_twice_and_with_errors(folder: Path) -> None:
    (row,) = exported(folder)
    good = json.dumps(answered(row, Scripted()))
    lines = [
        "not json",
        "[1, 2]",
        json.dumps({"custom_id": 5}),
        json.dumps({"custom_id": "mine-1", "response": {}}),
        json.dumps(result(KEY, "x", error={"code": "batch_expired", "message": "too\nlate"})),
        json.dumps(result(KEY, "x", response={"status_code": 429, "body": {"error": {"message": "slow down"}}})),
        json.dumps(result(KEY, "x", response={"status_code": 200, "body": {"choices": []}})),
        json.dumps(result(KEY, "x", response=None)),
        json.dumps(result(KEY, "")),
        "",
        good,
        good,
        json.dumps(result("cd" * 32, "an answer that nobody waits for")),
        good[:40],
    ]
    (folder / "out.jsonl").write_text("\n".join(lines))
    ran = prism(folder, "batch", "import", "out.jsonl", "--now", NOW)
    assert ran.status == 0
    told = [line for line in ran.err.splitlines() if line.startswith("out.jsonl:")]
    assert [int(line.split(":")[1]) for line in told] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 14]
    assert "too late" in told[4]
    assert "slow down" in told[5]
    assert "cut off" in told[-1]
    assert "rows 13: new answers 2 (1 to prompts that wait), known already 1, not usable 10" in ran.err
    again = prism(folder, "batch", "import", "out.jsonl", "--now", NOW)
    assert "new answers 0 (0 to prompts that wait), known already 3" in again.err
    archive = open_archive(folder / "prism.db")
    assert archive.completion(row["custom_id"]) == Completion(
        json.loads(good)["response"]["body"]["choices"][0]["message"]["content"], "someone", "stop", 7, 3
    )
    archive.close()


def test_a_file_without_any_result_is_said_to_be_none(folder: Path) -> None:
    (folder / "out.jsonl").write_text("one\ntwo\n")
    ran = prism(folder, "batch", "import", "out.jsonl")
    assert ran.status == 1
    assert "no row could be used" in ran.err
    assert prism(folder, "batch", "import", "gone.jsonl").status == 2


def test_rows_are_read_one_by_one() -> None:
    long = b'{"custom_id": "' + b"x" * (LONGEST_LINE + 5000) + b'"}\n'
    good = json.dumps(result(KEY, "ok")).encode() + b"\n"
    rows = list(read_results(io.BytesIO(b"\xef\xbb\xbf" + good + long + b"\xff\xfe\n" + good)))
    assert [type(row) for row in rows] == [Answer, BadRow, BadRow, Answer]
    assert [row.line for row in rows] == [1, 2, 3, 4]
    assert json.loads("[" * 3 + "]" * 3)
    (deep,) = read_results(io.BytesIO(b"[" * 100_000 + b"\n"))
    assert isinstance(deep, BadRow)


@pytest.mark.parametrize("finish", ["length", "content_filter", "stop"])
def test_why_an_answer_stopped_is_kept(finish: str) -> None:
    row = result(KEY, "text")
    row["response"]["body"]["choices"][0]["finish_reason"] = finish
    (answer,) = read_results(io.BytesIO(json.dumps(row).encode()))
    assert isinstance(answer, Answer)
    assert answer.completion.finish_reason == finish


def test_what_was_spent_is_told(folder: Path) -> None:
    assert "nothing was spent" in prism(folder, "spend", "--now", NOW).out
    (row,) = exported(folder)
    (folder / "out.jsonl").write_text(json.dumps(answered(row, Scripted())) + "\n")
    prism(folder, "batch", "import", "out.jsonl", "--now", NOW)
    table = prism(folder, "spend", "--now", NOW).out
    assert "facts" in table
    assert "someone" in table
    (told,) = [json.loads(line) for line in prism(folder, "spend", "--json", "--now", NOW).out.splitlines()]
    assert told == {
        "day": "2026-11-20",
        "edition": "",
        "stage": "facts",
        "model": "someone",
        "calls": 1,
        "tokens_in": 7,
        "tokens_out": 3,
        "dollars": 0.0,
    }


def test_a_backup_takes_the_ledger_along(folder: Path, tmp_path: Path) -> None:
    (row,) = exported(folder)
    (folder / "out.jsonl").write_text(json.dumps(answered(row, Scripted())) + "\n")
    prism(folder, "batch", "import", "out.jsonl", "--now", NOW)
    assert prism(folder, "backup", "all.gz").status == 0
    assert prism(folder, "restore", "all.gz", "again").status == 0
    archive = open_archive(folder / "again" / "prism.db")
    assert archive.completion(row["custom_id"]) is not None
    archive.close()
