from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from prism.adapters.http.testing import HandClock
from prism.adapters.models.quirks import quirks_for
from prism.adapters.models.requests import Sampling
from prism.adapters.models.testing import ModelServer, Script
from prism.adapters.models.wire import Exchange, OpenAIChat
from prism.model import Prompt

SCHEMA = '{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"],"additionalProperties":false}'

Asking = Callable[..., tuple[ModelServer, OpenAIChat]]


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 11, 23, 9, tzinfo=UTC))


@pytest.fixture
def asking(clock: HandClock) -> Iterator[Asking]:
    """A server with a script and a model that asks it."""
    opened: list[ModelServer | OpenAIChat] = []

    def make(
        script: Script,
        *,
        provider: str = "generic",
        name: str = "small",
        api_key: str = "",
        sampling: Sampling | None = None,
        exchange: Exchange | None = None,
    ) -> tuple[ModelServer, OpenAIChat]:
        server = ModelServer(script)
        model = OpenAIChat(
            base_url=server.base_url,
            name=name,
            quirks=quirks_for(server.base_url, name, provider),
            clock=clock,
            api_key=api_key,
            sampling=sampling,
            exchange=exchange or Exchange(timeout_s=20, most_bytes=100_000),
        )
        opened.extend((model, server))
        return server, model

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def plain() -> Prompt:
    return Prompt("draft", "You are short.", "Say something.")


@pytest.fixture
def shaped() -> Prompt:
    return Prompt("draft", "You count.", "How many?", SCHEMA, {"temperature": "0.2", "max_tokens": "50"})
