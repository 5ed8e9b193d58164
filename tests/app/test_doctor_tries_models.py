from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prism.adapters.http.testing import HandClock
from prism.adapters.models.testing import Call, ModelServer, Sent, failing, saying
from prism.app.config import FILE, Config
from prism.app.trying import try_models
from prism.app.wiring import model_of

CANARY = "sk-canary-a91b44"
CLOCK = HandClock(datetime(2026, 11, 23, tzinfo=UTC))

GOOD = {
    "doctor-json": '{"city": "Busan", "people": 1200}',
    "doctor-languages": json.dumps(
        {"ko": "시의회가 월요일 새 도서관 예산을 승인했다.", "en": "The city council approved the budget on Monday."},
        ensure_ascii=False,
    ),
}


def good(call: Call) -> Sent:
    if call.path.endswith("/models"):
        return Sent(json.dumps({"data": [{"id": "big", "max_model_len": 131072}]}).encode())
    name = call.body.get("response_format", {}).get("json_schema", {}).get("name", "")
    return saying(GOOD.get(name, "Seoul."))


def tried(server: ModelServer, monkeypatch: pytest.MonkeyPatch, **more: float) -> tuple[bool, str]:
    """Whether all is well, and what was said, as the command says it."""
    monkeypatch.setenv("KEY", CANARY)
    table = {"base_url": server.base_url, "name": "big", "api_key_env": "KEY", **more}
    model = model_of(Config.model_validate({"model": table}), CLOCK)
    assert model is not None
    found = list(try_models(model, ["ko", "en"], CLOCK))
    model.close()
    told = "\n".join(f"{'ok ' if one.well else 'ill'} {one.what}: {one.found} {one.advice}" for one in found)
    assert CANARY not in told
    return all(one.well for one in found), told


def test_a_good_model_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer(good) as server:
        well, told = tried(server, monkeypatch, price_in=1.0, price_out=5.0)
    assert "ok  model big, address: the server takes the key and lists the model, with room for 131,072 tokens" in told
    assert "ok  model big, plain text: answers in" in told
    assert "100 + 10 tokens" in told
    assert "ok  model big, structured answers: JSON by schema, kept to" in told
    assert "ok  model big, languages: writes ko, en" in told
    assert "ok  model big, price: $1 in, $5 out for a million tokens, as configured" in told
    assert well


def test_a_model_that_takes_no_schema_and_writes_no_korean(monkeypatch: pytest.MonkeyPatch) -> None:
    def script(call: Call) -> Sent:
        if call.path.endswith("/models"):
            return failing(404, "not found")
        if "response_format" in call.body:
            return failing(400, "response_format is not supported")
        return saying("Sure! The answer is 1200 people.")

    with ModelServer(script) as server:
        well, told = tried(server, monkeypatch)
    assert "shows no list of its models" in told
    assert "ill model big, structured answers: no JSON of its own: it is asked for in words, not kept to" in told
    assert "ill model big, languages: can't be seen to write ko, en" in told
    assert "price: unknown" in told
    assert not well


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (failing(401, f"wrong key {CANARY}"), "the key was refused"),
        (failing(503, "later"), "busy"),
        (Sent(b"<html>"), "no JSON"),
    ],
)
def test_a_model_that_can_not_be_had_is_said_once(monkeypatch: pytest.MonkeyPatch, sent: Sent, words: str) -> None:
    with ModelServer(lambda _: sent) as server:
        well, told = tried(server, monkeypatch)
    lines = [line for line in told.splitlines() if "model big" in line]
    assert len(lines) == 1
    assert lines[0].startswith("ill")
    assert words in lines[0]
    assert not well


def test_a_small_context_and_an_empty_answer_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def script(call: Call) -> Sent:
        if call.path.endswith("/models"):
            return Sent(json.dumps({"data": [{"id": "big", "meta": {"n_ctx": 4096}}]}).encode())
        return saying("", "length")

    with ModelServer(script) as server:
        well, told = tried(server, monkeypatch)
    assert "ill model big, address" in told
    assert "4,096" in told
    assert "ill model big, plain text: broke off at the limit" in told
    assert not well


def test_the_command_says_so_and_its_status_too(tmp_path: Path) -> None:
    prism = Path(sys.executable).parent / "prism"
    with ModelServer(lambda _: failing(401, f"wrong key {CANARY}")) as server:
        (tmp_path / FILE).write_text(
            f"""
            [site]
            editor = "E"
            contact = "c@example.org"
            [model]
            base_url = "{server.base_url}"
            name = "big"
            api_key_env = "KEY"
            """,
            encoding="utf-8",
        )
        ran = subprocess.run(
            [prism, "doctor"],
            cwd=tmp_path,
            env=os.environ | {"KEY": CANARY},
            capture_output=True,
            text=True,
            check=False,
        )
    assert ran.returncode == 1
    ill = [line for line in ran.stdout.splitlines() if line.startswith("ill")]
    assert len(ill) == 1
    assert "model big: 127.0.0.1" in ill[0]
    assert "the key was refused (401): wrong key [key]" in ill[0]
    assert CANARY not in ran.stdout + ran.stderr
