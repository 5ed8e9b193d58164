"""JSON Schema (2020-12) of all that the site gives away as data, under /schema/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from prism.editions.plain import Json, file_json
from prism.model import Edition, Frame, OutputFile

NAMES = ("brief", "feed", "oembed", "search")
_TYPE = "application/schema+json; charset=utf-8"


def schema_path(name: str) -> str:
    """Where a schema stands."""
    return f"/schema/{name}.json"


@cache
def _schema(name: str) -> dict[str, Json]:
    read: dict[str, Json] = json.loads((files("prism.editions") / "schemas" / f"{name}.json").read_text("utf-8"))
    return read


def render(frames: Sequence[Frame], editions: Sequence[Edition]) -> Iterable[OutputFile]:  # noqa: ARG001  # every site format is called alike
    """One file a schema."""
    if not frames:
        return
    for name in NAMES:
        whole: dict[str, Json] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": frames[0].site.url + schema_path(name),
            **_schema(name),
        }
        yield OutputFile(schema_path(name).removeprefix("/"), _TYPE, file_json(whole))
