"""What a flow takes: the tokens and the money of its calls, added up as they are answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from prism.model import Completion, Flow, Prompt, Usage

T = TypeVar("T")


@dataclass(slots=True)
class Meter:
    """What a flow took, replayed calls included."""

    usage: Usage = field(default_factory=Usage)

    def add(self, completion: Completion) -> None:
        """Count one answer."""
        self.usage = Usage(
            self.usage.tokens_in + completion.tokens_in,
            self.usage.tokens_out + completion.tokens_out,
            self.usage.dollars + completion.dollars,
        )


def metered(flow: Flow[T], meter: Meter) -> Flow[T]:
    """The same flow, its completions counted."""
    try:
        prompt: Prompt = next(flow)
        while True:
            completion = yield prompt
            meter.add(completion)
            prompt = flow.send(completion)
    except StopIteration as end:
        value: T = end.value
        return value
