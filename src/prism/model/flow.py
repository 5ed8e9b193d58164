"""The central idiom: whatever needs a language model is a generator that yields prompts and is sent completions."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
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
        parameters: sampling parameters, as strings.
    """

    purpose: str
    system: str
    user: str
    schema: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Completion:
    """A model's answer: its text, which model gave it, and why it stopped ("stop", "length", …)."""

    text: str
    model: str
    finish_reason: str = "stop"
    tokens_in: int = 0
    tokens_out: int = 0


Flow: TypeAlias = Generator[Prompt, Completion, T]
"""A computation that asks a model and in the end returns a `T`."""
