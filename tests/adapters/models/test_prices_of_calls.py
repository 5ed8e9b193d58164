from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.adapters.models.conftest import Asking

from prism.adapters.models.prices import Prices
from prism.adapters.models.quirks import quirks_for
from prism.adapters.models.testing import saying
from prism.model import Prompt

AT = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://api.openai.com/v1", "gpt-4o-mini"),
        ("https://api.anthropic.com/v1", "claude-sonnet-4-5"),
        ("https://generativelanguage.googleapis.com/v1beta/openai", "gemini-2.5-flash"),
        ("https://api.mistral.ai/v1", "mistral-large-latest"),
    ],
)
def test_list_prices_are_known_of_the_large_providers(address: str, name: str) -> None:
    prices = Prices.of(name, quirks_for(address, name))
    assert prices.known(AT) == "listed"
    assert prices.dollars(1_000_000, 0, AT) > 0
    assert prices.dollars(0, 1_000_000, AT) > prices.dollars(1_000_000, 0, AT)
    assert prices.dollars(0, 0, AT) == 0


def test_what_the_operator_says_stands_above_the_list() -> None:
    prices = Prices.of("gpt-4o", quirks_for("https://api.openai.com/v1", "gpt-4o"), 1.5, 6.0)
    assert prices.known(AT) == "configured"
    assert prices.dollars(2_000_000, 500_000, AT) == 6.0
    assert Prices("m", dollars_in=0.0).known(AT) == "configured"


def test_unknown_is_nothing_and_said_to_be_unknown() -> None:
    made_up = Prices.of("gpt-made-up", quirks_for("https://api.openai.com/v1", "gpt-made-up"))
    assert (made_up.dollars(10**6, 10**6, AT), made_up.known(AT)) == (0.0, "")
    assert Prices.of("m", quirks_for("https://models.example/v1", "m")).known(AT) == ""
    assert Prices.of("m", quirks_for("http://127.0.0.1:11434/v1", "m")).known(AT) == "own"


def test_a_completion_carries_its_price(asking: Asking, plain: Prompt) -> None:
    _, model = asking(lambda _: saying("ok"), provider="openai", name="gpt-4o")
    assert model.complete(plain).dollars == pytest.approx(100 * 2.5e-6 + 10 * 10e-6)
