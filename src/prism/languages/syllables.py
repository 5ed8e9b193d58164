"""What the syllables of a word in Hangul tell of where it comes from: Chinese characters, Mandarin, Japanese, other languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from prism.languages.mandarin import mandarin_in_hangul
from prism.languages.readings import han_characters, korean_readings, spelt_in_han, spelt_in_kanji

_JAPANESE = frozenset(
    "아이우에오가기구게고카키쿠케코사시스세소자지즈제조다데도타치쓰테토나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와"
    "갸규교캬큐쿄샤슈쇼주차추초냐뉴뇨햐휴효뱌뷰뵤퍄퓨표먀뮤묘랴류료"
)
"""Kana as Korean writes them."""
_CODAS = (0, 4, 19)
"""Japanese syllables end in nothing, ㄴ or ㅅ."""
_BLOCK, _FIRST = 28, 0xAC00


@cache
def _sino() -> frozenset[str]:
    return frozenset(reading for one in han_characters() for reading in korean_readings(one))


@cache
def _mandarin() -> frozenset[str]:
    return frozenset(syllable for one in han_characters() for syllable in mandarin_in_hangul(one))


def is_foreign(word: str) -> bool:
    """Whether a word in Hangul has a syllable in three that no Chinese character is read as (리트뮐러; not 해양)."""
    return sum(one not in _sino() for one in word) * _THIRD >= len(word)


_THIRD = 3


def _like_japanese(word: str) -> bool:
    return all(_without_coda(one) in _JAPANESE for one in word)


def _without_coda(syllable: str) -> str:
    code = ord(syllable) - _FIRST
    coda = code % _BLOCK
    return chr(_FIRST + code - coda) if code >= 0 and coda in _CODAS else syllable


def _like_mandarin(word: str) -> bool:
    return all(one in _mandarin() for one in word)


_BEGUN: Mapping[str, tuple[Callable[[str, str], float], float]] = {
    "zh": (spelt_in_han, 0.55),
    "ja": (spelt_in_kanji, 0.3),
}
"""How names of a language are read, and the share that must be read: nearly every character has one reading in Mandarin, not so in Japanese."""
_LIKE: Mapping[str, Callable[[str], bool]] = {"zh": _like_mandarin, "ja": _like_japanese}
"""Languages that write names in Han characters: whether a word in Hangul may be one of their names as it is spoken."""


@lru_cache(maxsize=8192)
def is_spoken_in(word: str, language: str) -> bool:
    """Whether a word in Hangul may be a name of a language that writes its names in Han characters.

    Args:
        word: in Hangul.
        language: primary tag; False for all languages with letters.
    """
    like = _LIKE.get(language)
    return like is not None and like(word)


def may_stand_in_han(word: str, text: str, language: str) -> bool:
    """Whether a name in Hangul may stand in a text in Han characters, in a reading that nobody listed: it is begun there.

    Args:
        word: in Hangul.
        text: in Han characters.
        language: primary tag of the text.
    """
    begun = _BEGUN.get(language)
    return begun is not None and begun[0](word, text) >= begun[1]
