"""What a judge is told: a text file, with the JSON Schema of its answer beside it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

VERSION = "judge-1"
"""Version of the prompt; a new one with every edit of a file here."""


@cache
def system() -> str:
    """The system part: the same bytes whatever is judged."""
    return files(__name__).joinpath("judge.txt").read_text("utf-8").strip()


@cache
def schema() -> str:
    """The JSON Schema of an answer, as compact JSON text."""
    raw = json.loads(files(__name__).joinpath("judge.json").read_text("utf-8"))
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
