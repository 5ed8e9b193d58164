"""`[model]`, `[budget]` and `PRISM_MODEL`: from words to models, with keys out of the environment that nothing shows."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prism.adapters.http.testing import HandClock
from prism.adapters.models.quirks import providers
from prism.adapters.models.testing import ModelServer, saying
from prism.adapters.models.wire import OpenAIChat
from prism.app.config import EXAMPLE, FILE, Config, load_config
from prism.app.wiring import model_in_words, model_of, model_of_environment
from prism.model import Prompt, UsageError

CANARY = "sk-canary-51d2e0"
CLOCK = HandClock(datetime(2026, 11, 23, tzinfo=UTC))


def config(folder: Path, text: str) -> Config:
    (folder / FILE).write_text(text, encoding="utf-8")
    return load_config(folder)


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("[model]\nbase_url = 'http://x.example/v1'", "model", "names no model"),
        ("[model]\nname = 'x'", "model", "names no address"),
        ("[model]\nprovider = 'generic'\nname = 'x'", "model", "no address of its own"),
        ("[model]\npath = 'x.gguf'\nbase_url = 'http://x.example'", "model", "one of them"),
        ("[model]\nprovider = 'nobody'\nname = 'x'", "model.provider", "there are anthropic"),
        (f"[model]\nbase_url = 'https://me:{CANARY}@x.example/v1'\nname = 'x'", "model.base_url", "plain address"),
        (f"[model]\nbase_url = 'https://x.example/v1?key={CANARY}'\nname = 'x'", "model.base_url", "plain address"),
        (f"[model]\napi_key_env = '{CANARY}'", "model.api_key_env", "not the key itself"),
        (f"[embeddings]\napi_key_env = '{CANARY}'", "embeddings.api_key_env", "not the key itself"),
        (f"[model]\napi_key = '{CANARY}'", "model.api_key", "no such key"),
        ("[model]\nparallel = 0", "model.parallel", "1 or more"),
        ("[model]\ntimeout_seconds = 0", "model.timeout_seconds", "more than 0"),
        ("[model]\ntemperature = 3", "model.temperature", "2 or less"),
        ("[model]\nbatch = 'maybe'", "model.batch", "true or false"),
        ("[model]\nprice_in = -1", "model.price_in", "0 or more"),
        ("[model]\nprovider='ollama'\nname='x'\n[[model.fallback]]\nname='y'", "model.fallback 1", "names no address"),
        (
            "[model]\nprovider='ollama'\nname='x'\n[[model.fallback]]\nbase_url='http://y'",
            "model.fallback 1",
            "names no model",
        ),
        ("[budget]\ntokens_a_day = -1", "budget.tokens_a_day", "0 or more"),
        ("[budget]\ndollars_a_day = inf", "budget.dollars_a_day", "finite"),
        ("[budget]\ntokens_a_week = 1", "budget.tokens_a_week", "no such key"),
    ],
)
def test_a_wrong_table_is_told_in_plain_words_without_any_key(tmp_path: Path, text: str, key: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        config(tmp_path, text)
    told = str(raised.value)
    assert f"{FILE}: {key}: " in told
    assert words in told
    assert CANARY not in told


def test_every_key_is_shown_and_what_is_shown_can_be_set() -> None:
    shown = "\n".join(re.sub(r"^# (?=[a-z_]+ = |\[)", "", line) for line in EXAMPLE.splitlines())
    raw = tomllib.loads(shown)
    assert set(Config.model_fields) == set(raw)
    for name, field in Config.model_fields.items():
        table = raw[name][0] if isinstance(raw[name], list) else raw[name]
        kind = field.get_default()
        kind = kind[0] if isinstance(kind, tuple) else kind
        assert set(table) == set(type(kind).model_fields), name
    named = {"base_url": "http://127.0.0.1:11434/v1", "name": "x", "path": ""}
    raw["model"] |= named
    raw["model"]["fallback"] = [named | {"path": "x"}]
    raw["model"]["fallback"][0].pop("path")
    assert Config.model_validate(raw).model.configured
    assert Config.model_validate(raw).budget == Config().budget
    assert all(key in EXAMPLE for key in providers())


def test_no_model_is_configured_by_default(tmp_path: Path) -> None:
    read = config(tmp_path, EXAMPLE)
    assert not read.model.configured
    assert model_of(read) is None


def test_a_model_with_its_stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRST", CANARY)
    with ModelServer(lambda _: saying("first")) as first, ModelServer(lambda _: saying("second")) as second:
        text = f"""
            [model]
            base_url = "{first.base_url}/"
            name = "a"
            api_key_env = "FIRST"
            price_out = 100.0
            temperature = 0.4
            [[model.fallback]]
            base_url = "{second.base_url}"
            name = "b"
            provider = "llamacpp"
        """
        model = model_of(config(tmp_path, text), CLOCK)
        assert model is not None
        assert CANARY not in repr(model)
        assert model.name == "a"
        completion = model.complete(Prompt("draft", "", "?"))
        assert completion.dollars == pytest.approx(10 * 100e-6)
        assert first.bodies[0]["temperature"] == 0.4
        assert first.calls[0].headers["authorization"] == f"Bearer {CANARY}"
        assert first.calls[0].headers["user-agent"].startswith("Prism/")
        first.close()
        stand_in = model.models[1].complete(Prompt("draft", "", "?", attempt=1))
        assert (stand_in.text, stand_in.model) == ("second", "b")
        assert second.bodies[0]["seed"] == 1
        assert "authorization" not in second.calls[0].headers
        model.close()


@pytest.mark.parametrize("value", ["", "  ", "two\nlines", "키"])
def test_a_key_that_is_none_is_told_by_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("FIRST", value)
    read = config(tmp_path, "[model]\nprovider = 'openai'\nname = 'x'\napi_key_env = 'FIRST'")
    with pytest.raises(UsageError, match="FIRST") as raised:
        model_of(read)
    assert "lines" not in str(raised.value)


def test_a_provider_stands_for_its_address(tmp_path: Path) -> None:
    model = model_of(config(tmp_path, "[model]\nprovider = 'ollama'\nname = 'x'"), CLOCK)
    assert model is not None
    assert repr(model.models[0]) == "OpenAIChat('127.0.0.1:11434 x', provider='ollama')"
    model.close()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("http://127.0.0.1:11434/v1 qwen3", {"base_url": "http://127.0.0.1:11434/v1", "name": "qwen3"}),
        ("  openai   gpt-5  ", {"provider": "openai", "name": "gpt-5"}),
        ("/models/some model.gguf", {"path": "/models/some model.gguf"}),
    ],
)
def test_a_model_in_words(monkeypatch: pytest.MonkeyPatch, words: str, expected: dict[str, str]) -> None:
    monkeypatch.delenv("PRISM_MODEL_KEY", raising=False)
    table = model_in_words(words)
    assert table.configured
    assert {key: getattr(table, key) for key in expected} == expected
    assert table.api_key_env == ""
    monkeypatch.setenv("PRISM_MODEL_KEY", CANARY)
    assert model_in_words(words).api_key_env == ("" if table.path else "PRISM_MODEL_KEY")


@pytest.mark.parametrize(
    "words", ["http://127.0.0.1:1/v1", "openai", "nobody gpt", "ftp://x y", f"https://me:{CANARY}@x.example/v1 m"]
)
def test_words_that_name_no_model(words: str) -> None:
    with pytest.raises(UsageError, match="PRISM_MODEL") as raised:
        model_in_words(words)
    assert CANARY not in str(raised.value)


def test_the_visitors_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRISM_MODEL", raising=False)
    assert model_of_environment() is None
    with ModelServer(lambda _: saying("hello")) as server:
        monkeypatch.setenv("PRISM_MODEL", f"{server.base_url} small")
        monkeypatch.setenv("PRISM_MODEL_KEY", CANARY)
        model = model_of_environment(CLOCK)
        assert model is not None
        assert isinstance(model.models[0], OpenAIChat)
        assert model.complete(Prompt("draft", "", "?")).text == "hello"
        assert server.calls[0].headers["authorization"] == f"Bearer {CANARY}"
        model.close()
