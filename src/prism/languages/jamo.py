"""Syllables of Hangul taken apart into their letters, and put together."""

from __future__ import annotations

_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
LAST = ("", "ㄱ", "ㄲ", "ㄳ", "ㄴ", "ㄵ", "ㄶ", "ㄷ", "ㄹ", "ㄺ", "ㄻ", "ㄼ", "ㄽ", "ㄾ", "ㄿ", "ㅀ", "ㅁ", "ㅂ", "ㅄ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ")  # fmt: skip
"""Consonants that a syllable may end in, none first."""
_SYLLABLES = 0xAC00


def letters_of(syllable: str) -> tuple[str, str, str] | None:
    """First consonant, vowel and last consonant (or "") of a syllable; None if it is no Hangul."""
    code = ord(syllable) - _SYLLABLES
    if not 0 <= code < len(_FIRST) * len(_MIDDLE) * len(LAST):
        return None
    block, last = divmod(code, len(LAST))
    first, middle = divmod(block, len(_MIDDLE))
    return _FIRST[first], _MIDDLE[middle], LAST[last]


def syllable_of(first: str, middle: str, last: str = "") -> str:
    """The syllable of three letters, the last of which may be none."""
    return chr(_SYLLABLES + (_FIRST.index(first) * len(_MIDDLE) + _MIDDLE.index(middle)) * len(LAST) + LAST.index(last))
