"""To send a question, read the answer, and ask again where it can't be used: three tries at the most.

The reason why it stopped is read before the text. A further try has its own attempt number, so that it never meets the bad
answer in the ledger, and says in fixed words what was wrong with the last one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from prism.model import BadCompletion, Completion, Flow, Prompt, Usage

T = TypeVar("T")

TRIES = 3
"""The first and two more."""
_MUCH_LONGER = 2
_STOPPED = "stop"
_FAULTS: Mapping[str, str] = {
    "length": "It was cut off: be briefer.",
    "refusal": "It did not do the task: answer with the JSON.",
    "content_filter": "It did not do the task: answer with the JSON.",
    "other": "It broke off: answer with the JSON.",
}


class Unusable(Exception):
    """An answer that can't be used; the text says why, in words that may be sent to a model."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        purpose: of the prompt.
        system: the system part.
        user: the question with the fenced text.
        schema: JSON Schema of the answer, as JSON text.
        max_tokens: of the answer.
        first: number of the first attempt: more than 0 where the same was asked in an earlier round.
    """

    purpose: str
    system: str
    user: str
    schema: str
    max_tokens: int = 4096
    first: int = 0


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What came of it, who answered last, and what all tries cost."""

    value: T
    model: str
    usage: Usage


def ask(question: Question, read: Callable[[str], T]) -> Flow[Answer[T]]:
    """Ask until an answer can be read.

    Args:
        question: what is asked.
        read: the text of an answer to a value; raises `Unusable`.

    Raises:
        BadCompletion: no try gave an answer that could be used.
    """
    usage, fault, room = Usage(), "", question.max_tokens
    for attempt in range(question.first, question.first + TRIES):
        user = f"{question.user}\n\nYour last answer could not be used. {fault}" if fault else question.user
        completion = yield Prompt(
            question.purpose,
            question.system,
            user,
            question.schema,
            {"max_tokens": str(room), "temperature": "0.2"},
            attempt,
        )
        usage = added(usage, completion)
        if completion.finish_reason != _STOPPED:
            fault = _FAULTS.get(completion.finish_reason, _FAULTS["other"])
            room *= _MUCH_LONGER if completion.finish_reason == "length" else 1
            continue
        try:
            return Answer(read(completion.text), completion.model, usage)
        except Unusable as error:
            fault = str(error)
    raise BadCompletion(f"{question.purpose}: {TRIES} answers could not be used; the last one: {fault}")


def added(usage: Usage, completion: Completion) -> Usage:
    """What was spent, with one more answer."""
    return replace(
        usage,
        tokens_in=usage.tokens_in + completion.tokens_in,
        tokens_out=usage.tokens_out + completion.tokens_out,
        dollars=usage.dollars + completion.dollars,
    )


def total(one: Usage, other: Usage) -> Usage:
    """Two costs together."""
    return Usage(one.tokens_in + other.tokens_in, one.tokens_out + other.tokens_out, one.dollars + other.dollars)
