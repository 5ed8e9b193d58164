"""A model's text to JSON values, read leniently: what is meant is clear more often than it is well formed.

Code fences, thoughts and words around the object, line breaks within strings and trailing commas are read over; what was cut off
is not mended. What comes out is only lists, mappings and strings, to be validated by whoever asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from prism.asking.questions import Unusable

_FENCE = re.compile(r"```[a-zA-Z]*\s*\n?(.*?)(?:```|\Z)", re.DOTALL)
_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_TRAILING = re.compile(r",(\s*[\]}])")
_LONGEST = 400_000
_FAR = 2000
"""Characters of preface within which an object may begin."""
NO_JSON = "It was no JSON object of the given shape."


def read_object(text: str) -> Mapping[str, Any]:  # JSON has no better type
    """The first JSON object of an answer.

    Raises:
        Unusable: there is none.
    """
    bare = _THOUGHT.sub("", text[:_LONGEST])
    fenced = _FENCE.findall(bare)
    for candidate in (*fenced, bare):
        start = candidate.find("{")
        while 0 <= start < _FAR:
            if found := _object_at(candidate[start:]):
                return found
            start = candidate.find("{", start + 1)
    raise Unusable(NO_JSON)


def text_of(row: Mapping[str, Any], key: str) -> str:
    """A field as text; empty where it is missing or none."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def rows_of(row: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """A field as a list of objects; others in it are left out."""
    value = row.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def texts_of(row: Mapping[str, Any], key: str) -> list[str]:
    """A field as a list of texts; a single text counts as one."""
    value = row.get(key)
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _object_at(text: str) -> Mapping[str, Any] | None:
    decoder = json.JSONDecoder(strict=False)
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            value, _ = decoder.raw_decode(attempt)
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, dict) else None
    return None
