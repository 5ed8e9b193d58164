"""The newsroom of the demo: when it reads the wire, its editions, its configuration."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from prism.app.config import ModelTable
from prism.app.demo.server import WireServer, demo_sources
from prism.newsroom import Tools

SAMPLE_TIME = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""The moment that the sample wire is read at: fixed, so that every visitor sees the same pages, and so that prompts made of
its articles find the answers that were prepared for them."""
LATER = timedelta(hours=2)
"""How long after the first run the second one looks again."""
ROUNDS = (SAMPLE_TIME - LATER, SAMPLE_TIME)
"""When the wire is read, as long as nobody dates it anew."""

EDITIONS = (("ko", "Asia/Seoul"), ("en", "UTC"), ("ja", "Asia/Tokyo"))
TOKENS, DOLLARS = 400_000, 1.0
"""What the demo may spend on a visitor's own model: the drafts of all its stories take about 350,000 tokens."""


_NO_JUDGE = "\n[model]\njudge = false\n"
"""Without a model nobody can judge where the rules are unsure; so it is not even worked out."""


def know_the_wire(tools: Tools, wire: WireServer) -> None:
    """The wire's outlets as sources, all of them due now."""
    at = tools.clock.now()
    for source in demo_sources(wire):
        tools.archive.put_source(source, poll_at=at)
    tools.archive.poll_all(at)


def configured(wire: WireServer, port: int, model: ModelTable | None = None) -> str:
    """The demo's `prism.toml`.

    Args:
        wire: its addresses are the only private ones that may be fetched.
        port: of the site.
        model: the visitor's own, or None.
    """
    editions = "".join(f'[[edition]]\nlocale = "{locale}"\ntimezone = "{zone}"\n\n' for locale, zone in EDITIONS)
    return (
        f'[site]\nurl = "http://127.0.0.1:{port}"\nname = "Prism Demo"\neditor = "Prism Demo Desk"\n'
        f'contact = "desk@prism-demo.example"\n\n{editions}'
        f"[fetch]\nallow = {json.dumps(list(wire.allow))}\ndelay_seconds = 0\n{_model(model)}"
    )


def _model(model: ModelTable | None) -> str:
    """The visitor's model and its small budget as tables."""
    if model is None:
        return _NO_JUDGE
    given = model.model_dump(exclude_defaults=True)
    keys = "".join(f"{key} = {json.dumps(value)}\n" for key, value in given.items())
    return f"\n[model]\n{keys}\n[budget]\ntokens_a_day = {TOKENS}\ndollars_a_day = {DOLLARS}\n"
