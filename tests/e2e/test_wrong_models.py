"""Every way to have a model wrong: it is said what failed, on what, why, and what to do; digests stand in meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.app.test_batch_and_spend import prism
from tests.e2e.rooms import AT, Room, two_outlets
from tests.newsroom.press import pressing

from prism.adapters.models.testing import Call, ModelServer, Sent, failing

KEY = "sk-canary-77e0c1"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with pressing(two_outlets()) as press:
        yield Room(tmp_path / "room", press)


def digests_and(room: Room, *words: str) -> str:
    """A run in which the model fails: digests for readers, these words for the operator."""
    room.add_sources()
    told = room.run().err
    for part in words:
        assert part in told, told
    assert "a digest or the version before stands meanwhile" in told
    assert KEY not in told
    assert room.written() == {"en": ("digest", "published"), "ko": ("digest", "published")}
    assert room.looked_at_again() == []
    return told


def test_a_wrong_key_is_tried_once(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODEL_KEY", KEY)
    with ModelServer(lambda _: failing(401, f"invalid key {KEY}")) as server:
        room.settings(f'[model]\nbase_url = "{server.base_url}"\nname = "m"\napi_key_env = "MODEL_KEY"')
        where = server.base_url.removeprefix("http://").removesuffix("/v1")
        digests_and(
            room, f"failed model language model: {where} m: the key was refused (401)", "(set the variable that"
        )
        assert len(server.calls) == 1


def test_a_model_that_the_server_does_not_have(room: Room) -> None:
    with ModelServer(lambda _: failing(404, "model 'nope' not found")) as server:
        room.settings(f'[model]\nbase_url = "{server.base_url}"\nname = "nope"')
        digests_and(room, " nope: ", "not found")
        assert len(server.calls) == 1
        ran = prism(room.folder, "doctor")
        assert (ran.status, "nope" in ran.out) == (1, True)


def test_an_address_where_nobody_is(room: Room) -> None:
    room.settings('[model]\nbase_url = "http://127.0.0.1:9/v1"\nname = "m"')
    digests_and(
        room,
        "failed model language model: 127.0.0.1:9 m: ",
        "can't be reached",
        "is it running, and is base_url right?",
    )


def test_an_address_where_something_else_is(room: Room) -> None:
    room.settings(f'[model]\nbase_url = "{room.press.origin}/v1"\nname = "m"')
    digests_and(room, f"failed model language model: {room.press.origin.removeprefix('http://')} m: ")


def test_a_server_that_hangs(room: Room) -> None:
    with ModelServer(lambda _: server.hanging()) as server:
        room.settings(f'[model]\nbase_url = "{server.base_url}"\nname = "m"\ntimeout_seconds = 0.3\nparallel = 2')
        digests_and(room, "no whole answer within 0.3 s", "a longer model.timeout_seconds")
        assert len(server.calls) <= 9, "three questions, each tried three times"


def test_a_budget_that_is_too_small_for_one_call(room: Room) -> None:
    with ModelServer(_nobody) as server:
        room.settings(f'[model]\nbase_url = "{server.base_url}"\nname = "m"', "[budget]\ntokens_a_day = 1")
        digests_and(room, "2 editions of stories wait: for budget (`prism spend`)")
        assert server.calls == []
    told = room.does("spend", "--now", AT).out
    assert "today tokens_a_day: 0% of the limit" in told
    assert "2 editions of stories wait for budget" in told


def _nobody(call: Call) -> Sent:
    raise AssertionError(f"asked all the same: {json.dumps(call.body)[:200]}")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('base_url = "http://127.0.0.1:9/v1"\nname = "m"\nbaseurl = "x"', ["model.baseurl", "there is no such key"]),
        ('base_url = "127.0.0.1:9/v1"\nname = "m"', ["model.base_url", "whole http(s) address"]),
        ('base_url = "http://127.0.0.1:9/v1"', ["names no model", "give its name"]),
        ('provider = "openay"\nname = "m"', ["model.provider", "no provider is called", "openai"]),
        ('provider = "vllm"\nname = "m"\ntimeout_seconds = 0', ["model.timeout_seconds", "more than 0"]),
        (
            f'base_url = "http://127.0.0.1:9/v1"\nname = "m"\napi_key_env = "{KEY}"',
            ["model.api_key_env", "name of an environment variable"],
        ),
    ],
)
def test_a_wrong_table_is_said_before_anything_is_done(room: Room, table: str, words: list[str]) -> None:
    room.settings(f"[model]\n{table}")
    ran = prism(room.folder, "run", "--once", "--now", AT)
    assert ran.status == 2
    for part in ["prism.toml", *words]:
        assert part in ran.err, ran.err
    assert KEY not in ran.err
    assert not (room.folder / "prism.db").exists()


def test_a_key_that_is_not_in_the_environment(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_SUCH_KEY", raising=False)
    room.settings('[model]\nbase_url = "http://127.0.0.1:9/v1"\nname = "m"\napi_key_env = "NO_SUCH_KEY"')
    ran = prism(room.folder, "run", "--once", "--now", AT)
    assert (ran.status, "model.api_key_env: the environment has no NO_SUCH_KEY" in ran.err) == (2, True)
    assert "set it, or take api_key_env out" in ran.err


def test_a_file_of_weights_that_is_not_there(room: Room) -> None:
    pytest.importorskip("xllamacpp", reason="xllamacpp is not installed")
    room.settings('[model]\npath = "weights/none.gguf"')
    digests_and(room, "the file is not there", "none.gguf")
