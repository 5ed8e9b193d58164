"""Texts to terms. `assets/search.js` does the same to what a reader types: one can't be changed without the other.

A *word* is a run of letters and figures of one kind of script. Hangul gives the pairs of its syllables, so 증시 is found in
뉴욕증시와; Han and Kana give the pairs of their characters; all other words give their stem, without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import Stemmer
from babel import Locale as Cldr
from babel import UnknownLocaleError

from prism.languages.words import KOREAN_TAILS

_WORD = re.compile(r"[가-힣]+|[ぁ-ゖァ-ヺー一-鿿々㐀-䶿]+|[^\W_가-힣ぁ-ゖァ-ヺー一-鿿々㐀-䶿]+")
_HIRAGANA = re.compile(r"[ぁ-ゖ]+")
_SYLLABLES = re.compile(r"[가-힣]")
_UNSPACED = re.compile(r"[ぁ-ゖァ-ヺー一-鿿々㐀-䶿]")
_PAIR = 2
_LONG_KOREAN, _LONG = 3, 5
"""From this length on a word may be found though one letter of it is wrong."""

TAILS = tuple(
    sorted(
        {*KOREAN_TAILS, "이다", "였다", "됐다", "된다", "들", "들이", "들은", "들의", "보다", "처럼"},
        key=lambda t: (-len(t), t),
    )
)
"""What is taken off a Korean word that is searched for, the longest first."""


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    """The Snowball stemmer of a language, which is called by the language's English name."""
    try:
        name = str(Cldr.parse(language).get_language_name("en")).lower()
    except (UnknownLocaleError, ValueError):
        return None
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None


@lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """A word without accents, in small letters."""
    small = word.casefold()
    if small.isascii():
        return small
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))


@lru_cache(maxsize=16_384)
def stem(word: str, language: str) -> str:
    """The stem of a word in small letters, without accents."""
    stemmer = _stemmer(language)
    return folded(stemmer.stemWord(word) if stemmer else word)


def words(text: str) -> list[str]:
    """The words of a text in their order, in small letters, Korean composed."""
    text = text.casefold()
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFC", text))


def is_korean(word: str) -> bool:
    """Whether a word is of Hangul."""
    return _SYLLABLES.match(word) is not None


def is_unspaced(word: str) -> bool:
    """Whether a word is of Han and Kana."""
    return _UNSPACED.match(word) is not None


def pairs(word: str) -> Iterator[str]:
    """The pairs of characters in a word, or the character if there is only one."""
    return (word[at : at + _PAIR] for at in range(max(1, len(word) - 1)))


def is_furniture(pair: str) -> bool:
    """Whether a pair is of Hiragana alone: endings and particles, which nearly every text has."""
    return _HIRAGANA.fullmatch(pair) is not None


def bare(word: str) -> str:
    """A Korean word without particle and ending; at least two syllables are left."""
    for tail in TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= _PAIR:
            return word[: -len(tail)]
    return word


def is_long(word: str) -> bool:
    """Whether a word is long enough to be found though a letter is wrong."""
    return len(word) >= (_LONG_KOREAN if is_korean(word) else _LONG)
