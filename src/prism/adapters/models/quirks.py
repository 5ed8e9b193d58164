"""What a provider and a model want otherwise than the others, as values: read from `quirks.toml`.

Nothing else in Prism knows a provider by name. A provider is known by the operator's word, else by its host, else by the
port that its server listens on by default; else it is the generic one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias
from urllib.parse import urlsplit

from prism.model import UsageError

GENERIC = "generic"

JsonMode: TypeAlias = Literal["schema", "object", "text"]
"""How an answer's shape is asked for: by response_format json_schema, by json_object, or in words."""

STEPS_DOWN: Mapping[JsonMode, JsonMode] = {"schema": "object", "object": "text"}
"""What is tried when a server refuses a way to ask."""


@dataclass(frozen=True, slots=True)
class Quirks:
    """How to speak with one model at one provider; `quirks.toml` says what each field means.

    Attributes:
        provider: its key in the table.
        title: its name for people.
        hosts: patterns of host names.
        ports: by which it is known where no host is.
        base_url: its address, or empty.
        json: how an answer's shape is asked for.
        strict: a closed schema is marked strict.
        limit: field that bounds the answer's tokens.
        system: who says the system part.
        temperature: whether temperature and top_p are taken.
        most_temperature: the highest that is taken.
        effort: field for reasoning effort, or empty.
        seed: field for the sampling seed, or empty.
        extra: fields that go with every request.
        key_header: header that carries the key.
        key_prefix: stands before the key.
        prices: name in genai-prices, or empty.
        own: it runs on machines of one's own.
        context: names under which the list of models tells the size of the context.
        thinking_room: tokens of thinking that count towards the limit.
        thinking: the answer may have thinking in tags before it.
    """

    provider: str
    title: str
    json: JsonMode
    hosts: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()
    base_url: str = ""
    strict: bool = True
    limit: str = "max_tokens"
    system: Literal["system", "developer", "user"] = "system"
    temperature: bool = True
    most_temperature: float = 2.0
    effort: str = ""
    seed: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    key_header: str = "authorization"
    key_prefix: str = "Bearer "
    prices: str = ""
    own: bool = False
    context: tuple[str, ...] = ()
    thinking_room: int = 0
    thinking: bool = False


Tables: TypeAlias = tuple[Mapping[str, Quirks], tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]]
"""Providers by key; patterns of models' names → the fields that differ."""


def providers() -> Mapping[str, Quirks]:
    """All that are known, by their keys."""
    return _tables()[0]


def quirks_for(base_url: str, name: str, provider: str = "") -> Quirks:
    """How to speak with a model.

    Args:
        base_url: where it is.
        name: as its server calls it.
        provider: the operator's word for who serves it, or empty.

    Raises:
        UsageError: no provider is called so.
    """
    return quirks_among(_tables(), base_url, name, provider)


def quirks_among(tables: Tables, base_url: str, name: str, provider: str = "") -> Quirks:
    """As `quirks_for`, by tables of one's own."""
    known, models = tables
    if provider and provider not in known:
        raise UsageError(f"model.provider: {provider!r} is not known", advice=f"one of {', '.join(sorted(known))}")
    quirks = known[provider or recognised(base_url, known)]
    for pattern, changes in models:
        if pattern.search(name.lower()):
            quirks = replace(quirks, **changes)
    return quirks


def recognised(base_url: str, known: Mapping[str, Quirks] | None = None) -> str:
    """Key of the provider that an address belongs to; "generic" where that can't be told."""
    known = providers() if known is None else known
    parts = urlsplit(base_url)
    host = (parts.hostname or "").rstrip(".").lower()
    for key, quirks in known.items():
        if any(fnmatchcase(host, pattern) for pattern in quirks.hosts):
            return key
    return next((key for key, quirks in known.items() if parts.port in quirks.ports), GENERIC)


@cache
def _tables() -> Tables:
    return read_tables(resources.files("prism.adapters.models").joinpath("quirks.toml").read_text(encoding="utf-8"))


def read_tables(text: str) -> Tables:
    """Providers by key, and patterns of models' names with what differs, out of TOML as in `quirks.toml`."""
    raw = tomllib.loads(text)
    generic = raw["provider"][GENERIC]
    known = {key: Quirks(provider=key, **_frozen(generic | table)) for key, table in raw["provider"].items()}
    models = tuple(
        (re.compile(table["match"]), _frozen({key: value for key, value in table.items() if key != "match"}))
        for table in raw["model"]
    )
    return known, models


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
