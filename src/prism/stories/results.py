"""Results of matches and votes ("3-1", "3대1", "214 to 187"): the same event in any language has the same."""

from __future__ import annotations

import re

_RESULT = re.compile(
    r"(?<![\d.,:\-–―/])(\d{1,3})\s?(?:[-–―‐−]|대|対|對|比|zu|to|:|：|×)\s?(\d{1,3})(?![\d.,:\-–―/%])(?!\s?(?:percent|Prozent|km|㎞|時|시|点|點|分))"
)
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
_MOST = 500


def results(text: str) -> tuple[str, ...]:
    """All results in a text as "larger-smaller"; times of day and ranges of years are none."""
    found: dict[str, None] = {}
    for match in _RESULT.finditer(text):
        if _CLOCK.fullmatch(match[0]) and len(match[2]) == len("00"):
            continue
        pair = sorted((int(match[1]), int(match[2])), reverse=True)
        if pair[0] <= _MOST:
            found.setdefault(f"{pair[0]}-{pair[1]}")
    return tuple(found)
