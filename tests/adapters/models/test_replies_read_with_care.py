from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.adapters.models.replies import (
    completion_of,
    error_in,
    estimated_tokens,
    failure_of,
    parsed,
    said_in,
    without_thinking,
)
from prism.model import ModelBusy, ModelError, ModelRefused, ModelUnreachable

NOW = datetime(2026, 11, 23, tzinfo=UTC)
WORDS = st.sampled_from(
    ["choices", "message", "content", "finish_reason", "error", "usage", "refusal", "code", "detail", "text", "type"]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["stop", "length", "text"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=5),
    max_leaves=8,
)


@given(st.dictionaries(WORDS, VALUES, max_size=6))
def test_any_json_is_a_completion_or_a_failure(reply: dict[str, Any]) -> None:
    error_in(reply)
    try:
        completion = completion_of(reply, model="m", prompt_text="?", thinking=True, subject="s")
    except ModelUnreachable:
        return
    assert completion.finish_reason in {"stop", "length", "refusal", "content_filter", "other"}
    assert completion.tokens_in >= 0
    assert completion.tokens_out >= 0


@given(st.binary(max_size=300) | VALUES.map(lambda value: json.dumps(value).encode()), st.integers(100, 999))
def test_any_body_of_any_status_is_an_error_in_one_short_line(body: bytes, status: int) -> None:
    error = failure_of(status, {}, body, subject="host m", now=NOW)
    assert isinstance(error, ModelError)
    assert len(str(error)) < 500
    assert said_in(body).isprintable()


@given(st.binary(max_size=300), st.text(max_size=50))
def test_any_bytes_are_an_object_or_a_failure(body: bytes, kind: str) -> None:
    with contextlib.suppress(ModelUnreachable):
        assert isinstance(parsed(body, kind, "s"), dict)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"error": {"message": "No such model", "type": "invalid"}}', "No such model [invalid]"),
        (b'{"error": "model not found, try pulling it first"}', "model not found, try pulling it first"),
        (b'{"error": {"message": "Unsupported value", "param": "temperature"}}', "Unsupported value [temperature]"),
        (b'{"object": "error", "message": "too long", "code": 400}', "too long"),
        (
            b'[{"error": {"code": 400, "message": "API key not valid.", "status": "INVALID_ARGUMENT"}}]',
            "API key not valid.",
        ),
        (
            b'{"detail": [{"loc": ["body", "seed"], "msg": "extra fields not permitted"}]}',
            "body.seed: extra fields not permitted",
        ),
        (b'{"message": {"detail": [{"msg": "bad schema"}]}}', "bad schema"),
        (b"<html>", ""),
        (b"", ""),
        (b"[]", ""),
        (b"{}", ""),
    ],
)
def test_what_servers_say_in_their_own_ways(body: bytes, said: str) -> None:
    assert said_in(body).startswith(said)
    assert bool(said) is bool(said_in(body))


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (402, b"", ModelRefused),
        (429, b'{"error": {"message": "Your credit balance is too low"}}', ModelRefused),
        (429, b'{"error": {"message": "Rate limit"}}', ModelBusy),
        (418, b"", ModelRefused),
        (300, b"", ModelRefused),
        (599, b"", ModelUnreachable),
    ],
)
def test_statuses(status: int, body: bytes, kind: type[ModelError]) -> None:
    assert type(failure_of(status, {}, body, subject="s", now=NOW)).__mro__[:2].count(kind) == 1


def test_estimates_are_on_the_high_side_and_grow_with_the_text() -> None:
    assert estimated_tokens("") == 0
    assert estimated_tokens("한국어") == 3
    assert estimated_tokens("four") == 1
    assert estimated_tokens("fours") == 2


@given(st.text(max_size=60))
def test_an_answer_without_tags_stays_as_it_is(text: str) -> None:
    if "<" not in text:
        assert without_thinking(text, tagged=True) == text
