"""A figure as it is written, before anybody asks what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

WIDE = str.maketrans("０１２３４５６７８９．，％：\u00a0\u202f\u2009\u3000", "0123456789.,%:    ")
"""Full-width digits and marks and odd spaces to ASCII, one for one, so that offsets hold."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure as it is written.

    Attributes:
        value: its value, scales multiplied in.
        start: offset.
        end: offset, before any unit.
        form: "digits", "words", "native", "fraction" or "ordinal".
        base: the value before its last scale, for ranges ("3~4만").
        scale: the last scale, 1 if none.
        vague: it only gives an order of magnitude ("수십만").
    """

    value: Decimal
    start: int
    end: int
    form: str
    base: Decimal
    scale: int = 1
    vague: bool = False
