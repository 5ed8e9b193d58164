from __future__ import annotations

import json

import pytest

from prism.adapters.models.quirks import GENERIC, providers, quirks_for, recognised
from prism.adapters.models.requests import Sampling, chat_body, is_closed
from prism.model import Prompt, UsageError

CLOSED = '{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"],"additionalProperties":false}'


def asked(schema: str = "", attempt: int = 0, **parameters: str) -> Prompt:
    return Prompt("draft brief", "The system.", "The question.", schema, parameters, attempt)


@pytest.mark.parametrize(
    ("address", "provider"),
    [
        ("https://api.openai.com/v1", "openai"),
        ("https://eu.api.openai.com/v1", "openai"),
        ("https://API.OpenAI.com./v1", "openai"),
        ("https://api.openai.com.evil.example/v1", GENERIC),
        ("https://notapi.openai.com/v1", GENERIC),
        ("https://api.anthropic.com/v1", "anthropic"),
        ("https://generativelanguage.googleapis.com/v1beta/openai", "google"),
        ("https://europe-west4-aiplatform.googleapis.com/v1", "google"),
        ("https://api.mistral.ai/v1", "mistral"),
        ("http://127.0.0.1:11434/v1", "ollama"),
        ("http://gpu.internal:8000/v1", "vllm"),
        ("http://[::1]:8080/v1", "llamacpp"),
        ("https://models.example/v1", GENERIC),
    ],
)
def test_a_provider_is_known_by_its_host_or_port(address: str, provider: str) -> None:
    assert recognised(address) == provider


def test_every_provider_with_an_address_is_known_by_it() -> None:
    for key, quirks in providers().items():
        if quirks.base_url:
            assert recognised(quirks.base_url) == key
        assert quirks.title
        assert quirks.context


def test_the_operators_word_stands_above_what_the_address_looks_like() -> None:
    assert quirks_for("http://127.0.0.1:11434/v1", "qwen", "vllm").provider == "vllm"
    with pytest.raises(UsageError, match="nobody"):
        quirks_for("http://127.0.0.1:1/v1", "qwen", "nobody")


@pytest.mark.parametrize("name", ["o3-mini", "o1", "gpt-5", "gpt-5.2-mini", "openai/gpt-5"])
def test_reasoning_models_take_no_temperature_and_bound_their_thinking_too(name: str) -> None:
    body = chat_body(
        asked(temperature="0.2", max_tokens="1000", effort="low"), name, quirks_for("https://x.example/v1", name)
    )
    assert "temperature" not in body
    assert body["max_completion_tokens"] == 9000
    assert body["reasoning_effort"] == "low"


@pytest.mark.parametrize("name", ["gpt-4o", "gpt-5-chat", "gpt-4.1", "foo3", "claude-sonnet-4-5", "llama-3.3-70b"])
def test_others_do(name: str) -> None:
    body = chat_body(asked(temperature="0.2", effort="low"), name, quirks_for("https://x.example/v1", name))
    assert body["temperature"] == 0.2
    assert "reasoning_effort" not in body


@pytest.mark.parametrize(
    ("name", "thinks"),
    [("deepseek-r1:8b", True), ("qwen3-32b", True), ("QwQ-32B", True), ("magistral-small", True), ("mistral-small", False), ("gemma-3-4b", False), ("r16-lora", False)],
)  # fmt: skip
def test_models_that_think_aloud_are_known(name: str, thinks: bool) -> None:
    assert quirks_for("http://127.0.0.1:8080/v1", name).thinking is thinks


def test_a_template_without_a_system_part_gets_it_before_the_question() -> None:
    body = chat_body(asked(), "gemma-2-9b", quirks_for("http://127.0.0.1:8080/v1", "gemma-2-9b"))
    assert body["messages"] == [{"role": "user", "content": "The system.\n\nThe question."}]
    newer = chat_body(asked(), "gemma-3-9b", quirks_for("http://127.0.0.1:8080/v1", "gemma-3-9b"))
    assert isinstance(newer["messages"], list)
    assert newer["messages"][0]["role"] == "system"


def test_each_way_of_asking_for_a_shape() -> None:
    quirks = quirks_for("https://api.openai.com/v1", "gpt-4o")
    by_schema = chat_body(asked(CLOSED), "gpt-4o", quirks)
    assert by_schema["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "draft_brief", "schema": json.loads(CLOSED), "strict": True},
    }
    as_object = chat_body(asked(CLOSED), "gpt-4o", quirks, mode="object")
    assert as_object["response_format"] == {"type": "json_object"}
    in_words = chat_body(asked(CLOSED), "gpt-4o", quirks, mode="text")
    assert "response_format" not in in_words
    for body in (as_object, in_words):
        assert isinstance(body["messages"], list)
        assert body["messages"][0]["content"].startswith("The system.")
        assert CLOSED in body["messages"][0]["content"]
        assert "JSON" in body["messages"][0]["content"]
        assert body["messages"][1]["content"] == "The question."


def test_only_closed_schemas_are_strict() -> None:
    assert is_closed(json.loads(CLOSED))
    assert not is_closed({"type": "object", "properties": {"n": {"type": "integer"}}, "additionalProperties": False})
    assert not is_closed({"type": "array", "items": {"type": "object", "properties": {}}})
    assert is_closed({"type": "array", "items": {"anyOf": [{"type": "string"}, json.loads(CLOSED)]}})
    open_one = chat_body(asked('{"type":"object"}'), "gpt-4o", quirks_for("https://api.openai.com/v1", "gpt-4o"))
    assert "strict" not in json.dumps(open_one)


def test_what_the_operator_sets_goes_before_what_the_prompt_asks() -> None:
    quirks = quirks_for("https://x.example/v1", "m")
    sampling = Sampling(temperature=0.7, max_tokens=300)
    assert chat_body(asked(), "m", quirks, sampling)["temperature"] == 0.7
    assert chat_body(asked(), "m", quirks, sampling)["max_tokens"] == 300
    assert chat_body(asked(temperature="0"), "m", quirks, sampling)["temperature"] == 0.7
    assert chat_body(asked(temperature="0"), "m", quirks)["temperature"] == 0.0
    assert chat_body(asked(max_tokens="4096"), "m", quirks, sampling)["max_tokens"] == 300
    assert chat_body(asked(max_tokens="80"), "m", quirks, sampling)["max_tokens"] == 80
    assert "temperature" not in chat_body(asked(), "m", quirks)


def test_a_further_try_throws_other_dice_where_the_server_has_any() -> None:
    assert chat_body(asked(attempt=2), "m", quirks_for("http://127.0.0.1:11434/v1", "m"))["seed"] == 2
    assert chat_body(asked(attempt=2), "m", quirks_for("https://api.mistral.ai/v1", "m"))["random_seed"] == 2
    assert "seed" not in chat_body(asked(attempt=2), "m", quirks_for("https://api.openai.com/v1", "m"))
    assert "seed" not in chat_body(asked(), "m", quirks_for("http://127.0.0.1:11434/v1", "m"))


def test_temperature_stays_within_what_the_provider_takes() -> None:
    assert (
        chat_body(asked(temperature="1.6"), "m", quirks_for("https://api.anthropic.com/v1", "m"))["temperature"] == 1.0
    )


@pytest.mark.parametrize(("key", "value"), [("temperatur", "1"), ("temperature", "warm"), ("max_tokens", "2.5")])
def test_a_parameter_that_nobody_knows_is_a_bug(key: str, value: str) -> None:
    with pytest.raises(UsageError, match=key):
        chat_body(Prompt("draft", "", "?", "", {key: value}), "m", quirks_for("https://x.example/v1", "m"))


def test_the_body_holds_nothing_of_the_moment() -> None:
    quirks = quirks_for("https://x.example/v1", "m")
    assert chat_body(asked(CLOSED), "m", quirks) == chat_body(asked(CLOSED), "m", quirks)
