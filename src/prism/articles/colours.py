"""Colours of CSS as numbers, so that text in the colour of its ground is found."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, opacity from 0 to 1."""

    red: int
    green: int
    blue: int
    opacity: float = 1.0

    def like(self, other: Colour) -> bool:
        """Whether no reader tells them apart: less than a tenth of the range in every channel."""
        return all(abs(mine - theirs) <= _NEAR for mine, theirs in zip(self[:3], other[:3], strict=True))


_NEAR = 20
WHITE = Colour(255, 255, 255)

_NAMED = {
    "white": WHITE,
    "black": Colour(0, 0, 0),
    "red": Colour(255, 0, 0),
    "green": Colour(0, 128, 0),
    "blue": Colour(0, 0, 255),
    "yellow": Colour(255, 255, 0),
    "gray": Colour(128, 128, 128),
    "grey": Colour(128, 128, 128),
    "silver": Colour(192, 192, 192),
    "snow": Colour(255, 250, 250),
    "ivory": Colour(255, 255, 240),
    "whitesmoke": Colour(245, 245, 245),
    "ghostwhite": Colour(248, 248, 255),
    "floralwhite": Colour(255, 250, 240),
    "navy": Colour(0, 0, 128),
    "transparent": Colour(0, 0, 0, 0.0),
}
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_FUNCTION = re.compile(r"\b(rgb|hsl)a?\(([^()]*)\)")
_NAME = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"([-+]?\d*\.?\d+)(%|deg)?")


@lru_cache(maxsize=4096)
def colour_of(value: str) -> Colour | None:
    """The first colour named in a value of `color` or `background`; None if there is none that can be read."""
    if found := _HEX.search(value):
        return _from_hex(found[1])
    if function := _FUNCTION.search(value):
        return _from_function(function[1], function[2])
    return next((_NAMED[name] for name in _NAME.findall(value) if name in _NAMED), None)


def _from_hex(digits: str) -> Colour | None:
    if len(digits) in {3, 4}:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in {6, 8}:
        return None
    opacity = int(digits[6:], 16) / 255 if len(digits) > len("rrggbb") else 1.0
    return Colour(int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16), opacity)


def _from_function(kind: str, inside: str) -> Colour | None:
    numbers = [(float(number), unit) for number, unit in _NUMBER.findall(inside)]
    if len(numbers) < 3:  # noqa: PLR2004 - three channels
        return None
    opacity = 1.0
    if len(numbers) > 3:  # noqa: PLR2004 - and perhaps an opacity
        number, unit = numbers[3]
        opacity = number / 100 if unit == "%" else number
    if kind == "hsl":
        hue, saturation, lightness = (number for number, _ in numbers[:3])
        return Colour(*_from_hsl(hue % 360, saturation / 100, lightness / 100), opacity)
    red, green, blue = (round(number * 2.55 if unit == "%" else number) for number, unit in numbers[:3])
    return Colour(red, green, blue, opacity)


def _from_hsl(hue: float, saturation: float, lightness: float) -> tuple[int, int, int]:
    """CSS Color 4, section 7.1."""

    def channel(n: int) -> int:
        k = (n + hue / 30) % 12
        return round(255 * (lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(k - 3, 9 - k, 1))))

    return channel(0), channel(8), channel(4)
