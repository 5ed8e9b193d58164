"""Korean particles: which form belongs behind a word, and where one is wrong or lost.

The form depends on the sound that the word ends in (Korean orthography of 1988, 한글 맞춤법; loans by their reading):
behind a consonant 이, 은, 을, 과, 으로; behind a vowel 가, 는, 를, 와, 로; 로 also behind ㄹ. Digits and Latin letters are
read as Koreans read them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from prism.languages.gazetteer import is_korean_name
from prism.languages.mentions import Slip

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_RIEUL = 8
_NO_FINAL = 0

_DIGIT_FINALS: Mapping[str, int] = {
    "0": 21, "1": _RIEUL, "2": 0, "3": 16, "4": 0, "5": 0, "6": 1, "7": _RIEUL, "8": _RIEUL, "9": 0,
}  # fmt: skip
"""Final consonant of 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구 as its place in the syllable block."""

_LETTER_FINALS: Mapping[str, int] = {"l": _RIEUL, "r": _RIEUL, "m": 16, "n": 4}
"""Letter names that end in a consonant: 엘, 알, 엠, 엔."""

_SYMBOL_FINALS: Mapping[str, int] = {
    "%": 0, "％": 0, "㎞": 0, "℃": 0, "°": 0, "$": 0, "€": 0, "£": 0, "㎏": 16, "㎡": 0, "㎝": 0, "㎜": 0,
}  # fmt: skip
_CLOSING = "\"'”’」』》〉)]）】>*_"

_WORD_FINALS: Mapping[str, int] = {"km": 0, "cm": 0, "mm": 0, "kg": 16, "ha": 0, "mw": 0, "gw": 0, "kw": 0, "tb": 0}
"""Units that are read as words: 킬로미터, 킬로그램."""


def _final(word: str) -> int | None:
    """Place of the final consonant of the last sound (0: a vowel), None where nobody can say."""
    bare = word
    while bare and (bare[-1] in _CLOSING or bare[-1].isspace()):
        closing = bare[-1]
        bare = bare[:-1]
        if closing in ")）]】":
            # What stands in brackets is a gloss: the particle belongs to the word before it.
            opening = max(bare.rfind("("), bare.rfind("（"), bare.rfind("["), bare.rfind("【"))
            if opening > 0:
                bare = bare[:opening]
    if not bare:
        return None
    last = bare[-1]
    if _FIRST <= ord(last) <= _LAST:
        return (ord(last) - _FIRST) % _FINALS
    if last in _DIGIT_FINALS or last in "０１２３４５６７８９":
        return _number_final(bare)
    if last in _SYMBOL_FINALS:
        return _SYMBOL_FINALS[last]
    if last.isascii() and last.isalpha():
        return _latin_final(bare)
    return None


def _number_final(word: str) -> int:
    """How a number in digits ends when it is read: 10 십, 100 백, 1000 천, 10000 만, 100000000 억."""
    digits = re.search(r"[\d,.]+$", word)
    plain = (digits.group() if digits else word).replace(",", "")
    plain = "".join(str(int(c)) if c.isdigit() else c for c in plain)
    if "." not in plain and plain.endswith("0") and plain.strip("0"):
        zeros = len(plain) - len(plain.rstrip("0"))
        if zeros >= 8:  # noqa: PLR2004 - places of a numeral, syllables of a word
            return 1
        if zeros >= 4:  # noqa: PLR2004 - places of a numeral, syllables of a word
            return 4
        return {1: 17, 2: 1, 3: 4}[zeros]
    return _DIGIT_FINALS.get(plain[-1], 0)


def _latin_final(word: str) -> int | None:
    """How a Latin word ends in Korean reading: letter by letter if it is an abbreviation, else by its spelling."""
    token = re.search(r"[A-Za-z]+$", word)
    latin = token.group() if token else word
    if latin.lower() in _WORD_FINALS:
        return _WORD_FINALS[latin.lower()]
    if latin.isupper() or len(latin) == 1:
        return _LETTER_FINALS.get(latin[-1].lower(), 0)
    lower = latin.lower()
    if lower.endswith(("ng",)):
        return 21
    if lower.endswith(("le", "l")) and not lower.endswith(("ale", "ile", "ole", "ule")):
        return _RIEUL
    if lower[-1] in "aeiouyw":
        return _NO_FINAL if lower[-1] in "aiouyw" else None
    return {"m": 16, "n": 4, "l": _RIEUL}.get(lower[-1], None if lower[-1] in "bcdgkpqt" else _NO_FINAL)


_PAIRS: Mapping[str, tuple[str, str]] = {
    "이/가": ("이", "가"), "가/이": ("이", "가"),
    "은/는": ("은", "는"), "는/은": ("은", "는"),
    "을/를": ("을", "를"), "를/을": ("을", "를"),
    "과/와": ("과", "와"), "와/과": ("과", "와"),
    "으로/로": ("으로", "로"), "로/으로": ("으로", "로"), "(으)로": ("으로", "로"), "으로": ("으로", "로"),
    "이라/라": ("이라", "라"), "이라고/라고": ("이라고", "라고"), "이라는/라는": ("이라는", "라는"),
    "이나/나": ("이나", "나"), "나/이나": ("이나", "나"), "아/야": ("아", "야"),
    "이다/다": ("이다", "다"), "이며/며": ("이며", "며"), "이었다/였다": ("이었다", "였다"), "이란/란": ("이란", "란"),
}  # fmt: skip
"""Pair → (behind a consonant, behind a vowel)."""


def with_particle(word: str, pair: str) -> str:
    """A Korean word with the particle that fits its last sound ("벨라루스", "이/가": "벨라루스가").

    Args:
        word: any word; digits, Latin letters, symbols and closing marks at its end are read as Koreans read them.
        pair: the two forms, in either order: "이/가", "은/는", "을/를", "과/와", "으로/로", "이라고/라고", …

    Returns:
        The word with the particle; with both forms ("X을(를)") where nobody can say how the word ends.

    Raises:
        KeyError: an unknown pair.
    """
    after_consonant, after_vowel = _PAIRS[pair]
    final = _final(word)
    if final is None:
        return f"{word}{after_consonant}({after_vowel})"
    vowel_like = final == _NO_FINAL or (after_vowel == "로" and final == _RIEUL)
    return word + (after_vowel if vowel_like else after_consonant)


def particle_slips(text: str) -> tuple[Slip, ...]:
    """Places of a Korean text where a particle is lost or has the wrong form.

    Two kinds, both for precision rather than recall:
    "missing": two names written together of which the second carries a particle ("벨라루스러시아의": 벨라루스**가** 러시아의).
    "agreement": a particle of the wrong form behind a word whose ending is beyond doubt ("정부을", "3명를", "서울로으로").
    """
    return tuple(sorted((*_missing(text), *_disagreeing(text)), key=lambda slip: slip.start))


_WORD = re.compile(r"[가-힣]+")
_TAILS = (
    "에서는",
    "에서도",
    "에게는",
    "으로부터",
    "에서의",
    "에서",
    "에게",
    "으로",
    "까지",
    "부터",
    "의",
    "에",
    "로",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "도",
    "만",
)


def _missing(text: str) -> list[Slip]:
    found: list[Slip] = []
    for token in _WORD.finditer(text):
        word = token.group()
        if len(word) < 5:  # noqa: PLR2004 - places of a numeral, syllables of a word
            continue
        stem = next((word[: -len(tail)] for tail in _TAILS if word.endswith(tail) and len(word) - len(tail) >= 4), "")  # noqa: PLR2004 - places of a numeral, syllables of a word
        if not stem or is_korean_name(stem) or is_korean_name(word):
            continue
        for cut in range(2, len(stem) - 1):
            first, second = stem[:cut], stem[cut:]
            if is_korean_name(first) and is_korean_name(second):
                particle = with_particle(first, "이/가")
                should = f"{particle} {word[cut:]}"
                found.append(Slip(token.start(), token.end(), word, "missing", should))
                break
    return found


_AGREEMENT = re.compile(r"(?P<word>[가-힣A-Za-z0-9%]*[가-힣0-9A-Z%][”’」』)\"']?)(?P<particle>을|를|으로)(?=[\s,.…]|$)")


def _disagreeing(text: str) -> list[Slip]:
    found: list[Slip] = []
    for match in _AGREEMENT.finditer(text):
        word, particle = match.group("word"), match.group("particle")
        final = _final(word)
        if final is None or word[-1] in ")）]":
            continue  # behind a gloss both the gloss and the word before it may decide
        should = _expected(final, particle)
        if should != particle and not _may_be_word(word, particle):
            found.append(Slip(match.start(), match.end(), match.group(), "agreement", word + should))
    return found


def _expected(final: int, particle: str) -> str:
    for after_consonant, after_vowel in (("을", "를"), ("으로", "로")):
        if particle in {after_consonant, after_vowel}:
            vowel_like = final == _NO_FINAL or (after_vowel == "로" and final == _RIEUL)
            return after_vowel if vowel_like else after_consonant
    return particle


_ENDS_LIKE_A_PARTICLE = frozenset({"가을", "마을", "노을", "고을", "겨를", "너를", "나을", "개를", "수을"})


def _may_be_word(word: str, particle: str) -> bool:
    """Nouns that end in 을 or 를 themselves ("마을", "가을"), and verb forms ("나을")."""
    return any((word + particle).endswith(noun) for noun in _ENDS_LIKE_A_PARTICLE)
