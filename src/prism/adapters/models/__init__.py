"""Language models behind the port `ChatModel`.

One place each for the provider and the model's quirks (`quirks`, a table), the shape of requests (`requests`) and replies
(`replies`), the wire (`wire`, `gate`), the model in the process (`local`), trying again (`resilient`), money (`prices`).
`OpenAIChat` and `LocalChat` stand in modules of their own, `wire` and `local`: they bring libraries that take a second to
load, which only those pay who have a model.
"""

from __future__ import annotations

from prism.adapters.models.prices import Prices
from prism.adapters.models.quirks import Quirks, providers, quirks_for
from prism.adapters.models.replies import PromptRefused
from prism.adapters.models.requests import Sampling, chat_body
from prism.adapters.models.resilient import Breaker, Patience, Resilient

__all__ = [
    "Breaker",
    "Patience",
    "Prices",
    "PromptRefused",
    "Quirks",
    "Resilient",
    "Sampling",
    "chat_body",
    "providers",
    "quirks_for",
]
