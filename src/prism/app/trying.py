"""What a model can and can't do, found by asking it: for `prism doctor`."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from prism.adapters.models import Prices, Quirks, Resilient
from prism.asking.answers import read_object
from prism.asking.questions import Unusable
from prism.languages import detect
from prism.model import Completion, ModelError, ModelRefused, Prompt
from prism.ports import ChatModel, Clock

LEAST_CONTEXT = 16_000
"""Tokens that a story of several long articles needs, with its answer."""

_ROOM = {"max_tokens": "2000", "effort": "low"}
"""Room for the answers: models that think use much of it before they say a word."""

_TEXT = Prompt("doctor-text", "You answer in one short sentence.", "What is the capital of Korea?", "", _ROOM)

_SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "people": {"type": "integer"}},
    "required": ["city", "people"],
    "additionalProperties": False,
}
_SHAPED = Prompt(
    "doctor-json",
    "You take figures out of sentences.",
    "Take the city and the number of people out of this sentence: In Busan, 1,200 people came to the opening.",
    json.dumps(_SCHEMA),
    _ROOM,
)
_WAYS = {
    "schema": "JSON by schema",
    "object": "JSON, but not by schema: the schema is given in words",
    "text": "no JSON of its own: it is asked for in words",
}
_SENTENCE = "The city council approved the budget for the new library on Monday."


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's: what was looked at, whether it is well, what was found, what to do."""

    what: str
    well: bool
    found: str
    advice: str = ""


@runtime_checkable
class _Listed(Protocol):
    """A model whose server can be asked for its list."""

    quirks: Quirks

    def listed(self) -> Mapping[str, object] | None:
        """What the list says of it."""
        ...


@runtime_checkable
class _InProcess(Protocol):
    """A model that runs here."""

    context_tokens: int


def try_models(model: Resilient, languages: Sequence[str], clock: Clock) -> Iterator[Finding]:
    """Each of the models in turn, asked directly: no second try, no other model in its place.

    Args:
        model: the configured ones.
        languages: tags that it has to write.
        clock: what prices hold at.
    """
    for number, one in enumerate(model.models):
        called = f"model {one.name}" if not number else f"fallback model {one.name}"
        yield from _try(one, called, languages, clock)


def _try(model: ChatModel, called: str, languages: Sequence[str], clock: Clock) -> Iterator[Finding]:
    try:
        completion, seconds = _ask(model, _TEXT)
        yield _where(model, called)
    except ModelError as error:
        yield Finding(called, False, str(error))
        return
    yield Finding(
        f"{called}, plain text",
        _usable(completion),
        f"{_said(completion)} in {seconds:.1f} s, {completion.tokens_in} + {completion.tokens_out} tokens",
        "see whether max_tokens leaves room for the model's thinking",
    )
    for question in (_json, _write):
        try:
            yield from question(model, called, languages)
        except ModelError as error:
            yield Finding(called, False, str(error))
    yield _price(model, called, clock)


def _where(model: ChatModel, called: str) -> Finding:
    """That it is there and takes the key (it has answered); what its list says of it, and the room that it has, if told."""
    size: int | None = None
    there = "it answers"
    if isinstance(model, _InProcess):
        there, size = "it runs in this process", model.context_tokens
    elif isinstance(model, _Listed):
        there, size = _listed(model)
    return Finding(
        f"{called}, address",
        size is None or size >= LEAST_CONTEXT,
        there if size is None else f"{there}, with room for {size:,} tokens",
        f"stories of several long articles need {LEAST_CONTEXT:,}: let it have a larger context",
    )


def _listed(model: _Listed) -> tuple[str, int | None]:
    try:
        row = model.listed()
    except ModelRefused:
        return "the server takes the key, and shows no list of its models", None
    if row is None:
        return "the server takes the key; its list does not name this model", None
    return "the server takes the key and lists the model", _context(row, model.quirks.context)


def _context(row: Mapping[str, object], names: Sequence[str]) -> int | None:
    """Tokens of context, under any of the names that servers use, in the row or in its `meta`."""
    meta = row.get("meta")
    for name in names:
        for table in (row, meta):
            value = table.get(name) if isinstance(table, Mapping) else None
            if isinstance(value, int) and value > 0:
                return value
    return None


def _json(model: ChatModel, called: str, _languages: Sequence[str]) -> Iterator[Finding]:
    completion, seconds = _ask(model, _SHAPED)
    way = _WAYS.get(getattr(model, "json_mode", "schema"), "JSON")
    answer = _object(completion)
    kept = isinstance(answer.get("city"), str) and type(answer.get("people")) is int
    right = kept and answer["people"] == 1200  # noqa: PLR2004 (the number in the question)
    found = f"{way}, kept to, in {seconds:.1f} s" if kept else f"{way}, not kept to: {_said(completion)}"
    refused = ", ".join(sorted(getattr(model, "refused_fields", ())))
    found += f"; it takes no {refused}" if refused else ""
    found += "" if right or not kept else "; the figures were misread, so expect many held briefs"
    yield Finding(f"{called}, structured answers", kept, found, "a larger model keeps to the shape")


def _write(model: ChatModel, called: str, languages: Sequence[str]) -> Iterator[Finding]:
    """Whether it writes the editions' languages: told by their looks alone."""
    properties = {tag: {"type": "string"} for tag in languages}
    schema = {"type": "object", "properties": properties, "required": list(languages), "additionalProperties": False}
    completion, _ = _ask(
        model,
        Prompt(
            "doctor-languages",
            "You translate news.",
            f"Give this sentence in each of the languages {', '.join(languages)} (BCP 47): {_SENTENCE}",
            json.dumps(schema),
            _ROOM,
        ),
    )
    answer = _object(completion)
    texts = {tag: answer.get(tag) for tag in languages}
    missing = [tag for tag, text in texts.items() if not isinstance(text, str) or detect(text) != tag.partition("-")[0]]
    yield Finding(
        f"{called}, languages",
        not missing,
        f"can't be seen to write {', '.join(missing)}" if missing else f"writes {', '.join(languages)}",
        "such briefs will be held; choose a model that knows the editions' languages",
    )


def _price(model: ChatModel, called: str, clock: Clock) -> Finding:
    prices = getattr(model, "prices", Prices(model.name))
    now = clock.now()
    million = (
        f"${prices.dollars(1_000_000, 0, now):g} in, ${prices.dollars(0, 1_000_000, now):g} out for a million tokens"
    )
    words = {
        "configured": f"{million}, as configured",
        "listed": f"{million}, as listed",
        "own": "none: it runs on your own machines",
        "": "unknown, counted as $0: only the limits in tokens hold; set model.price_in and price_out",
    }
    return Finding(f"{called}, price", True, words[prices.known(now)])


def _ask(model: ChatModel, prompt: Prompt) -> tuple[Completion, float]:
    begun = time.monotonic()
    completion = model.complete(prompt)
    return completion, time.monotonic() - begun


def _object(completion: Completion) -> Mapping[str, object]:
    """The JSON object of an answer, read as leniently as the writers read; empty where there is none."""
    try:
        return read_object(completion.text) if _usable(completion) else {}
    except Unusable:
        return {}


def _usable(completion: Completion) -> bool:
    return completion.finish_reason == "stop" and bool(completion.text.strip())


def _said(completion: Completion) -> str:
    if completion.finish_reason != "stop":
        return {"length": "broke off at the limit", "refusal": "refused", "content_filter": "filtered"}.get(
            completion.finish_reason, "ended for no known reason"
        )
    return "answers" if completion.text.strip() else "says nothing"
