"""The file format of OpenAI's Batch API, both ways: prompts that wait → rows of requests; rows of results → completions.

One JSON object a line. A request has `custom_id` (the prompt's key), `method`, `url` and `body`; a result `custom_id` with
`response` (`status_code`, `body`) or `error`. Rows come in any order; each stands for itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from prism.adapters.models import Quirks, Sampling, chat_body
from prism.adapters.models.replies import completion_of
from prism.model import Completion, ModelError
from prism.ports import Awaited

URL = "/v1/chat/completions"
LONGEST_LINE = 8 * 2**20
"""Bytes of a row that is read; an answer of a brief has some thousands."""
UNNAMED = "any-model"
"""Stands in `body.model` where the configuration names no model: whoever answers says in the result which one did."""

_KEY = re.compile("[0-9a-f]{64}")
_OK = 200
_MOST_SAID = 160


@dataclass(frozen=True, slots=True)
class Answer:
    """A row that holds an answer.

    Attributes:
        line: its number in the file, from 1.
        key: of the prompt.
        completion: the answer, without a price.
    """

    line: int
    key: str
    completion: Completion


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that holds none, and why; the prompt goes on waiting."""

    line: int
    reason: str


def request_row(key: str, awaited: Awaited, model: str, quirks: Quirks, sampling: Sampling) -> str:
    """A prompt that waits as a line of a batch file, without its line break.

    Where no model is named, the body has `metadata` that tells a person what the row is for; a provider may refuse it.
    """
    body = chat_body(awaited.prompt, model or UNNAMED, quirks, sampling)
    if not model:
        body["metadata"] = {"purpose": awaited.asked.purpose, "edition": awaited.asked.locale or "all"}
    return json.dumps({"custom_id": key, "method": "POST", "url": URL, "body": body}, ensure_ascii=False)


def read_results(stream: BinaryIO) -> Iterator[Answer | BadRow]:
    """Rows of results, each by itself, in bounded memory; empty lines are passed over."""
    number = 0
    while raw := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(raw) > LONGEST_LINE:
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(LONGEST_LINE)
            yield BadRow(number, f"the row is longer than {LONGEST_LINE // 2**20} MB")
        elif raw.strip():
            yield _read(number, raw)


class _Unusable(Exception):
    """A row that holds no answer; the text says why."""


def _read(number: int, raw: bytes) -> Answer | BadRow:
    try:
        row = _object(number, raw)
        key = row.get("custom_id")
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            return BadRow(number, f"custom_id {_said(key)} is none that `prism batch export` gave")
        try:
            return Answer(number, key, _completion(_body(row)))
        except _Unusable as why:
            return BadRow(number, f"{key[:12]}…: {why}")
    except _Unusable as why:
        return BadRow(number, str(why))


def _object(number: int, raw: bytes) -> Mapping[str, object]:
    try:
        row = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        raise _Unusable("it is not UTF-8") from None
    except (ValueError, RecursionError):
        raise _Unusable("it is not JSON" if raw.endswith(b"\n") else "it is not JSON: is the file cut off?") from None
    if not isinstance(row, dict):
        raise _Unusable("it is not a JSON object")
    return row


def _body(row: Mapping[str, object]) -> Mapping[str, object]:
    """The body of a row's response, if it was answered."""
    if row.get("error"):
        raise _Unusable(f"it was not answered: {_said(row['error'])}")
    response = row.get("response")
    if not isinstance(response, dict):
        raise _Unusable("it has no response")
    status, body = response.get("status_code", _OK), response.get("body")
    if status != _OK:
        error = body.get("error") if isinstance(body, Mapping) else body
        raise _Unusable(f"it was not answered: status {_said(status)} {_said(error)}")
    if not isinstance(body, dict):
        raise _Unusable("its response has no body")
    return body


def _completion(body: Mapping[str, object]) -> Completion:
    model = body.get("model")
    name = model if isinstance(model, str) else ""
    try:
        completion = completion_of(body, model=name, prompt_text="", thinking=False, subject="")
    except ModelError:
        raise _Unusable("its body is no chat completion with a message") from None
    if not completion.text and completion.finish_reason == "stop":
        raise _Unusable("its message has no text")
    return completion


def _said(value: object) -> str:
    """Anything out of a file, in a few words on one line."""
    if isinstance(value, Mapping):
        value = value.get("message") or value.get("code") or dict(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    line = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return line if len(line) <= _MOST_SAID else line[:_MOST_SAID] + "…"
