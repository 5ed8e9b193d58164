"""The page docs/how-to/add-a-model-provider.md, followed: its tables are read, and a server is asked by them."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from prism.adapters.http.testing import HandClock
from prism.adapters.models.prices import Prices
from prism.adapters.models.quirks import quirks_among, read_tables
from prism.adapters.models.testing import ModelServer, saying
from prism.adapters.models.wire import OpenAIChat
from prism.model import Prompt

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "add-a-model-provider.md"
CLOCK = HandClock(datetime(2026, 11, 23, tzinfo=UTC))
SHAPED = Prompt("draft", "The system.", "?", '{"type":"object"}', {"temperature": "0.3", "max_tokens": "100"})


def written_out() -> str:
    """The indented blocks of the page."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return textwrap.dedent("\n".join(line for line in lines if line.startswith("       ") or not line))


def test_the_tables_of_the_page_do_what_it_says() -> None:
    shipped = resources.files("prism.adapters.models").joinpath("quirks.toml").read_text(encoding="utf-8")
    tables = read_tables(shipped + "\n" + written_out())
    chat = quirks_among(tables, "https://api.deepseek.com/v1", "deepseek-chat")
    assert chat.title == "DeepSeek"
    assert Prices.of("deepseek-chat", chat).known(CLOCK.now()) == "listed"
    assert quirks_among(tables, "https://api.deepseek.com.evil.example/v1", "deepseek-chat").provider == "generic"
    thinker = quirks_among(tables, "https://api.deepseek.com/v1", "deepseek-reasoner")
    with ModelServer(lambda _: saying("Hm.</think>{}")) as server:
        for name, quirks in (("deepseek-chat", chat), ("deepseek-reasoner", thinker)):
            model = OpenAIChat(base_url=server.base_url, name=name, quirks=quirks, clock=CLOCK)
            said = model.complete(SHAPED).text
            model.close()
            assert said == ("{}" if quirks.thinking else "Hm.</think>{}")
    plain, thinking = server.bodies
    assert plain["response_format"] == {"type": "json_object"}
    assert (plain["temperature"], plain["max_tokens"]) == (0.3, 100)
    assert '{"type":"object"}' in plain["messages"][0]["content"]
    assert "temperature" not in thinking
    assert thinking["max_tokens"] == 8100
