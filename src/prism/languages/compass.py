"""Points of the compass in a sentence: 남쪽 기슭, northern bank, 北部, 南岸. Names that have one in them (South Korea, 서해안) are none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from prism.languages.gazetteer import known

_LETTERS: Mapping[str, str] = {
    "동": "e", "서": "w", "남": "s", "북": "n", "東": "e", "西": "w", "南": "s", "北": "n", "东": "e",
    "north": "n", "south": "s", "east": "e", "west": "w",
    "nord": "n", "nörd": "n", "süd": "s", "ost": "e", "öst": "e",
}  # fmt: skip
_CONTRARY = (frozenset("ns"), frozenset("ew"))
_POINT = re.compile("|".join(_LETTERS))
_ROSE = "(?:동북|동남|서북|서남|북동|북서|남동|남서|[동서남북])"
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(
        rf"(?<![가-힣])(?P<point>{_ROSE})(?:부(?=(?:에서|에는|에도|에|의|은|는|이|가|를|와|로|까지|지역|지방|해안|전선|권|해상)?(?![가-힣]))|쪽|단(?=[에의인은이을과에])|풍(?![가-힣]{{2}}))(?P<motion>에서|으로)?"
    ),
    "en": re.compile(
        r"(?:\b(?P<motion>from|to|towards?) (?:the )?)?\b(?P<point>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern(?:most)?|erly)?\b"
    ),
    "ja": re.compile(r"(?<![関近])(?P<point>[東西南北]{1,2})(?:部|側|端|岸|寄り)(?P<motion>から|へ)?"),
    "zh": re.compile(r"(?P<point>[东東西南北]{1,2})(?:部(?!战区|戰區)(?!湾)|侧|側|端|岸|边(?!境)|麓)"),
    "de": re.compile(r"\b(?P<point>(?:nord|süd)(?:ost|west|öst)?|ost|west|nörd|öst)(?:lich\w*|en)\b", re.IGNORECASE),
}  # fmt: skip


class Side(NamedTuple):
    """A point of the compass.

    Attributes:
        start: offset of its first character.
        end: offset behind its last.
        points: its letters: n, e, s, w.
        motion: whether something comes from there or goes there.
    """

    start: int
    end: int
    points: frozenset[str]
    motion: bool


@lru_cache(maxsize=4096)
def sides(text: str, language: str) -> tuple[Side, ...]:
    """The points of the compass in a sentence.

    Args:
        text: a sentence.
        language: primary tag; nothing is found in languages without a pattern.
    """
    pattern = _PATTERNS.get(language)
    if pattern is None:
        return ()
    found = (_side(match, text) for match in pattern.finditer(text))
    return tuple(one for one in found if one.points)


def _side(match: re.Match[str], text: str) -> Side:
    """A point of the compass; a letter that ends the name of a place before it is none of it (陕西南部)."""
    start, point = match.span("point")
    if start and known(text[start - 1 : start + 1]) is not None:
        start += 1
    letters = _POINT.findall(text[start:point].casefold())
    return Side(start, match.end(), frozenset(_LETTERS[one] for one in letters), bool(match.groupdict().get("motion")))


def are_apart(one: Side, other: Side) -> bool:
    """Whether two points cannot be said of one thing: none in common, or one the contrary of the other."""
    return one.points.isdisjoint(other.points) or any(
        one.points & pair and other.points & pair and (one.points & pair) != (other.points & pair) for pair in _CONTRARY
    )
