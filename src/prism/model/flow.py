"""The central idiom: whatever needs a language model is a generator that yields prompts and is sent completions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to a model. It holds nothing that changes by itself: no clock, no ids, no addresses.

    Attributes:
        purpose: "facts", "draft", "revise", "judge", …
        system: the system part, byte for byte the same whatever the articles say.
        user: the question with the fenced passages.
        schema: JSON Schema of the answer, as JSON text; empty for free text.
        parameters: sampling parameters, as strings ("temperature", "max_tokens").
        attempt: 0 for the first try; one more for each further one, so that it never meets the bad answer again.
    """

    purpose: str
    system: str
    user: str
    schema: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    attempt: int = 0


def prompt_key(prompt: Prompt) -> str:
    """The address of a prompt's completion in the ledger: SHA-256, in hex, of all that the model sees, and of the attempt.

    What the question is for and which model answers are no part of it.
    """
    seen = [prompt.system, prompt.user, prompt.schema, sorted(prompt.parameters.items()), prompt.attempt]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Completion:
    """A model's answer.

    Attributes:
        text: of the answer.
        model: which one gave it.
        finish_reason: why it stopped: "stop", "length", "refusal", "content_filter", "other". Read before the text.
        tokens_in: of the prompt, as the server counted them.
        tokens_out: of the answer.
        dollars: what it cost, by the prices known when it came.
    """

    text: str
    model: str
    finish_reason: str = "stop"
    tokens_in: int = 0
    tokens_out: int = 0
    dollars: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call was for, so that the ledger can say what was spent on what.

    Attributes:
        purpose: of the prompt.
        story_id: the story, or empty.
        revision: of the story.
        locale: the edition, or empty for what serves all of them.
    """

    purpose: str
    story_id: str = ""
    revision: int = 0
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent on one day (UTC) on one purpose, for one edition, with one model."""

    day: date
    purpose: str
    locale: str
    model: str
    calls: int
    tokens_in: int
    tokens_out: int
    dollars: float


Flow: TypeAlias = Generator[Prompt, Completion, T]
"""A computation that asks a model and in the end returns a `T`."""
