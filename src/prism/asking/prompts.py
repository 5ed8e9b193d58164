"""Prompts as files: a text for the system part, and the JSON Schema of its answers beside it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def system_of(package: str, purpose: str) -> str:
    """The system part of a purpose; raises FileNotFoundError for a purpose that has no file.

    Args:
        package: that the files stand in ("prism.briefs.prompts").
        purpose: of the prompt, the name of its files.
    """
    return files(package).joinpath(f"{purpose}.txt").read_text("utf-8").strip()


@cache
def schema_of(package: str, purpose: str) -> str:
    """The JSON Schema of a purpose's answers, as compact JSON text; arguments as for `system_of`."""
    raw = json.loads(files(package).joinpath(f"{purpose}.json").read_text("utf-8"))
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
