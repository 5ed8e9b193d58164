"""The numbers of kings and popes, which Latin letters write as Roman numerals behind the name (Mohammed VI, 모하메드 6세)."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBERED = re.compile(r"\b(?!The )[A-ZÀ-Þ][\w’'-]+ (?P<tens>X{0,2})(?P<ones>IX|IV|V?I{0,3})\b")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@lru_cache(maxsize=2048)
def regnal_numbers(text: str) -> frozenset[int]:
    """The numbers that names in a text bear as Roman numerals."""
    return frozenset(
        10 * len(match.group("tens")) + _ONES.index(match.group("ones"))
        for match in _NUMBERED.finditer(text)
        if match.group("ones") or match.group("tens")
    )
