"""A prompt as the body of `POST /chat/completions`, for one provider and model."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from prism.adapters.models.quirks import JsonMode, Quirks
from prism.model import Prompt, UsageError

Body = dict[str, object]
"""A JSON object as it is sent."""

_ASK_FOR_JSON = """

Answer with one JSON value and nothing else: no words before or after it, no code fence. It follows this JSON Schema:
"""

_MOST_NAME = 64


@dataclass(frozen=True, slots=True)
class Sampling:
    """What the operator sets; it goes before what prompts ask for, since every prompt asks for something.

    Attributes:
        temperature: of all answers, or None for what the prompt says.
        max_tokens: an answer has no more, or None for what the prompt says.
    """

    temperature: float | None = None
    max_tokens: int | None = None


def chat_body(
    prompt: Prompt,
    name: str,
    quirks: Quirks,
    sampling: Sampling | None = None,
    *,
    mode: JsonMode | None = None,
    without: AbstractSet[str] = frozenset(),
) -> Body:
    """The body of a request, also of a row in a batch file.

    Args:
        prompt: the question.
        name: of the model, as its server calls it.
        quirks: how it is spoken with.
        sampling: the operator's settings, which bound the prompt's own parameters.
        mode: how the answer's shape is asked for, if otherwise than the quirks say.
        without: fields that are left out, because the server refused them.

    Raises:
        UsageError: the prompt has a parameter that is not known or not of its kind: a bug of the flow.
    """
    mode = mode or quirks.json
    system = prompt.system
    if prompt.schema and mode != "schema":
        system += _ASK_FOR_JSON + prompt.schema
    body: Body = {"model": name, "messages": _messages(system, prompt.user, quirks)}
    if prompt.schema and mode != "text":
        body["response_format"] = _response_format(prompt, mode, strict=quirks.strict)
    body |= _parameters(prompt, quirks, sampling or Sampling())
    body |= quirks.extra
    return {key: value for key, value in body.items() if key not in without}


def _messages(system: str, user: str, quirks: Quirks) -> list[dict[str, str]]:
    if not system:
        return [{"role": "user", "content": user}]
    if quirks.system == "user":
        return [{"role": "user", "content": f"{system}\n\n{user}"}]
    return [{"role": quirks.system, "content": system}, {"role": "user", "content": user}]


def _response_format(prompt: Prompt, mode: JsonMode, *, strict: bool) -> Body:
    if mode == "object":
        return {"type": "json_object"}
    schema = json.loads(prompt.schema)
    name = re.sub(r"[^A-Za-z0-9_-]", "_", prompt.purpose)[:_MOST_NAME] or "answer"
    described: Body = {"name": name, "schema": schema}
    if strict and is_closed(schema):
        described["strict"] = True
    return {"type": "json_schema", "json_schema": described}


def is_closed(schema: object) -> bool:
    """Whether strict servers take a schema: each object lists its properties, requires all of them and allows no other."""
    if isinstance(schema, list):
        return all(is_closed(part) for part in schema)
    if not isinstance(schema, dict):
        return True
    properties = schema.get("properties", {})
    if schema.get("type") == "object" and (
        schema.get("additionalProperties") is not False or set(schema.get("required", ())) != set(properties)
    ):
        return False
    return all(is_closed(part) for part in schema.values())


def _parameters(prompt: Prompt, quirks: Quirks, sampling: Sampling) -> Body:
    """The sampling parameters under the names that the server knows."""
    given: dict[str, float] = {
        key: _number(prompt, key, value) for key, value in prompt.parameters.items() if key != "effort"
    }
    if sampling.temperature is not None:
        given["temperature"] = sampling.temperature
    if sampling.max_tokens is not None:
        given["max_tokens"] = min(sampling.max_tokens, given.get("max_tokens", sampling.max_tokens))
    if prompt.attempt:
        # The same question again is not to be answered by the same dice.
        given.setdefault("seed", prompt.attempt)
    named: dict[str, object] = {}
    for key, value in given.items():
        field = _field(key, quirks)
        if field:
            named[field] = _fitting(key, value, quirks)
    if quirks.effort and prompt.parameters.get("effort"):
        named[quirks.effort] = prompt.parameters["effort"]
    return named


def _fitting(key: str, value: float, quirks: Quirks) -> float:
    """A parameter within what the model takes, with room for what it thinks first."""
    if key == "temperature":
        return min(value, quirks.most_temperature)
    return value + quirks.thinking_room if key == "max_tokens" else value


def _field(key: str, quirks: Quirks) -> str:
    """What the server calls a parameter; empty where it has none."""
    if key in {"temperature", "top_p"}:
        return key if quirks.temperature else ""
    return quirks.limit if key == "max_tokens" else quirks.seed


_KINDS: Mapping[str, Callable[[str], float]] = {
    "temperature": float,
    "top_p": float,
    "max_tokens": int,
    "seed": int,
}


def _number(prompt: Prompt, key: str, value: str) -> float:
    try:
        return _KINDS[key](value)
    except (KeyError, ValueError) as error:
        raise UsageError(
            f"the prompt {prompt.purpose!r} has the parameter {key} = {value!r}, which is not known"
        ) from error
