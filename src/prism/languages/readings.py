"""Han characters as Koreans read them, so that words of Chinese origin meet across Korean, Japanese and Chinese.

批判, 비판 and 批判 are one word; so are 経済, 经济, 經濟 and 경제. The readings (`data/readings.txt`) cover nine tenths of the
Han characters in newspaper text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files


@cache
def _table() -> Mapping[str, str]:
    raw = (files("prism.languages") / "data" / "readings.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in raw.splitlines():
        if line and not line.startswith("#"):
            reading, characters = line.split()
            for character in characters:
                found.setdefault(character, reading)
    return found


@lru_cache(maxsize=65536)
def read(text: str) -> str:
    """A text with its Han characters in Korean reading ("経済成長" → "경제성장"); what has none stays.

    At the beginning of a word ㄹ and ㄴ fall as in the South (理由 → 이유, 女性 → 여성).
    """
    table = _table()
    spoken = "".join(table.get(character, character) for character in text)
    if text and text[0] in table:
        spoken = _softened(spoken[0]) + spoken[1:]
    return spoken


_FIRST, _MEDIALS, _FINALS = 0xAC00, 21, 28
_L, _N, _NONE = 5, 2, 11
_IOTISED = frozenset({2, 3, 6, 7, 12, 17, 20})
"""Vowels with i or y: before them both l and n fall."""


def _softened(syllable: str) -> str:
    """A syllable as it is said at the beginning of a word (두음법칙)."""
    code = ord(syllable) - _FIRST
    if not 0 <= code < _MEDIALS * _FINALS * 19:
        return syllable
    initial, rest = divmod(code, _MEDIALS * _FINALS)
    vowel = rest // _FINALS
    if initial in {_L, _N} and vowel in _IOTISED:
        initial = _NONE
    elif initial == _L:
        initial = _N
    return chr(_FIRST + initial * _MEDIALS * _FINALS + rest)
