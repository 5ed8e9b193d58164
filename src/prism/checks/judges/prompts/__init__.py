"""What a judge is told: a text file, with the JSON Schema of its answer beside it."""

from __future__ import annotations

from prism.asking.prompts import schema_of, system_of


def system() -> str:
    """The system part: the same bytes whatever is judged."""
    return system_of(__name__, "judge")


def schema() -> str:
    """The JSON Schema of an answer, as compact JSON text."""
    return schema_of(__name__, "judge")
