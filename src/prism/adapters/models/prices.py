"""What a call costs: the operator's prices, else those of genai-prices, else nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from prism.adapters.models.quirks import Quirks

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of one model.

    Attributes:
        model: its name.
        provider: its provider's name in genai-prices, or empty.
        own: it runs on a machine of one's own.
        dollars_in: for a million tokens of prompt, as the operator says; None if not.
        dollars_out: for a million tokens of answer.
    """

    model: str
    provider: str = ""
    own: bool = False
    dollars_in: float | None = None
    dollars_out: float | None = None

    @classmethod
    def of(
        cls, model: str, quirks: Quirks, dollars_in: float | None = None, dollars_out: float | None = None
    ) -> Prices:
        """Prices of a model at a provider."""
        return cls(model, quirks.prices, quirks.own, dollars_in, dollars_out)

    def dollars(self, tokens_in: int, tokens_out: int, at: datetime) -> float:
        """What a call at a moment costs; 0 where no price is known."""
        if self.dollars_in is not None or self.dollars_out is not None:
            return (tokens_in * (self.dollars_in or 0.0) + tokens_out * (self.dollars_out or 0.0)) / _MILLION
        return self._listed(tokens_in, tokens_out, at) or 0.0

    def known(self, at: datetime) -> Literal["configured", "listed", "own", ""]:
        """Where the price comes from; empty where none is known."""
        if self.dollars_in is not None or self.dollars_out is not None:
            return "configured"
        if self._listed(1, 1, at) is not None:
            return "listed"
        return "own" if self.own else ""

    def _listed(self, tokens_in: int, tokens_out: int, at: datetime) -> float | None:
        if not self.provider:
            return None
        # Brings an HTTP client that is not used here: the configuration, which knows this module, is read by every command.
        from genai_prices import Usage, calc_price  # noqa: PLC0415

        try:
            price = calc_price(
                Usage(input_tokens=tokens_in, output_tokens=tokens_out),
                self.model,
                provider_id=self.provider,
                genai_request_timestamp=at,
            )
        except LookupError:
            return None
        return float(price.total_price)
