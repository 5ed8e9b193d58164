"""Words that are names by how a sentence is built, whether any list has them or not: 슈판다우, 리트뮐러, 무등모터스.

Only for languages whose script does not show names, and for which there is a reader of morphemes. Names shown by capitals, titles and
lists are `prism.languages.names`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from prism.languages.korean_latin import is_surname
from prism.languages.korean_morphemes import Morpheme, compounds, morphemes
from prism.languages.syllables import is_foreign
from prism.languages.tables.shape import listed

_LEAST, _PERSON = 2, 3
_KIND = sorted(
    listed(
        "특별시|광역시|시|군|구|읍|면|동|리|도|역|항|섬|강|산|현|주|성|대|대학|대학교|사|호|만|촌|궁|구역|지구|지원|지법|지검|고법|경찰서|시청|군청|구청|초|중|고|공단|해변|해수욕장|대교|공항|경기장|운동장|종합운동장"
    ),
    key=len,
    reverse=True,
)
_PLACE_TAIL = re.compile(
    r"[가-힣]{2,}(?:특별시|광역시|[시군구읍면동현역항섬강도대성]|경기장|운동장|공단|대교|공항|해수욕장)"
)
_PARTICLES = tuple("의은는을를와과")
_LETTERS = re.compile(r"[가-힣]+")
_NOUNS = frozenset({"NNP", "NNG"})


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word that is a name by its place in a sentence.

    Attributes:
        text: as it stands.
        bare: without the word for what it is the name of at its end (여수시, 여수), the text itself if there is none.
        start: offset of its first character.
        end: offset behind its last.
        whole: the word with the nouns that are written together with it, behind it, or with one letter more.
        listed: whether a dictionary has it as a name.
        placed: whether its end says that it is a place.
        foreign: whether its syllables are those that foreign names are written with.
    """

    text: str
    bare: str
    start: int
    end: int
    whole: str
    listed: bool
    placed: bool
    foreign: bool


def name_words(text: str, language: str) -> tuple[NameWord, ...]:
    """The names in a text that its structure shows; none for languages without a reader of morphemes.

    Args:
        text: a sentence.
        language: primary tag.
    """
    finder = _FINDERS.get(language)
    return finder(text) if finder else ()


@lru_cache(maxsize=2048)
def _korean(text: str) -> tuple[NameWord, ...]:
    return tuple(_korean_words(text))


def _korean_words(text: str) -> Iterator[NameWord]:
    for run in compounds(text):
        for one in run:
            if _is_name(one):
                whole = text[one.start : max(run[-1].end, one.end + 1)]
                yield NameWord(
                    one.form,
                    _bare(one.form),
                    one.start,
                    one.end,
                    whole,
                    one.listed,
                    bool(_PLACE_TAIL.fullmatch(one.form)),
                    is_foreign(one.form),
                )


def _is_name(one: Morpheme) -> bool:
    if one.tag not in _NOUNS or len(one.form) < _LEAST or not _LETTERS.fullmatch(one.form):
        return False
    if one.listed:
        return one.is_name and (
            not one.form.endswith(_AILMENTS) or len(one.form) < _PERSON or is_korean_person(one.form)
        )
    return not _is_common(one.form)


_AILMENTS = ("병", "열", "증", "염", "균", "증후군", "바이러스")
"""What the names of illnesses end in, which dictionaries list beside the names of persons and places (뎅기열)."""


@lru_cache(maxsize=8192)
def _is_common(word: str) -> bool:
    """Whether a word that no dictionary has is made of common nouns: 뱃삯 with the ㅅ between two, 성물상 with what kind of thing it is."""
    if _is_noun(word) or (word.endswith(_THINGS) and len(word) > _LEAST and _is_noun(word[:-1])):
        return True
    return any(
        (bare := _without_s(word[at])) and _is_noun(word[:at] + bare) and _is_noun(word[at + 1 :])
        for at in range(len(word) - 1)
    )


_THINGS = tuple("상병열증염균암값삯칸집터꾼통옷밭돌칼틀탑함탕빵떡술죽곡")
"""Nouns of one syllable that say what kind of thing the noun before them names, and that seldom end a name."""


def _is_noun(word: str) -> bool:
    """Whether a dictionary has the whole of a word as a common noun."""
    found = morphemes(word)
    return len(found) == 1 and found[0].tag == "NNG" and found[0].listed


def _without_s(syllable: str) -> str:
    """A syllable without the ㅅ at its end; empty if it has none."""
    code = ord(syllable) - _FIRST
    return chr(_FIRST + code - _FINAL_S) if code % _FINALS == _FINAL_S else ""


_FIRST, _FINALS, _FINAL_S = 0xAC00, 28, 19


def _bare(word: str) -> str:
    if word.endswith(_PARTICLES) and len(word) > _PERSON:
        return word[:-1]
    for kind in _KIND:
        if word.endswith(kind) and len(word) - len(kind) >= _LEAST:
            return word[: -len(kind)]
    return word


def is_plain(text: str, language: str, start: int, end: int) -> bool:
    """Whether a stretch of a sentence has words of the dictionary only and no name ("달린 디펜딩", the 대구 that is a fish).

    Args:
        text: a sentence.
        language: primary tag; False for languages without a reader of morphemes.
        start: offset of the first character of the stretch.
        end: offset behind its last.
    """
    if language not in _FINDERS:
        return False
    inside = [one for one in morphemes(text) if one.start < end and start < one.end]
    return bool(inside) and all(one.listed and one.tag not in _NAMED for one in inside)


def name_start(text: str, language: str, start: int, end: int) -> int:
    """Where a name begins within a stretch of a sentence: behind the last word of it that bears a particle or an ending.

    Args:
        text: a sentence.
        language: primary tag; `start` itself for languages without a reader of morphemes.
        start: offset of the first character of the stretch.
        end: offset behind its last.
    """
    if language not in _FINDERS or " " not in text[start:end]:
        return start
    for one, before in pairwise(reversed(morphemes(text))):
        closes = one.tag.startswith(("J", "E")) and before.listed and text[one.end : one.end + 1] == " "
        if closes and start < one.end < end - 1:
            return one.end + 1
    return start


def name_end(text: str, language: str, start: int, end: int) -> int:
    """Where a name ends within a stretch of a sentence: before the particles that the stretch takes in (페로제도와).

    Args:
        text: a sentence.
        language: primary tag; `end` itself for languages without a reader of morphemes.
        start: offset of the first character of the stretch.
        end: offset behind its last.
    """
    if language not in _FINDERS:
        return end
    cut = end
    for one in reversed(morphemes(text)):
        if one.end > cut or one.end <= start:
            continue
        if one.end < cut or not one.tag.startswith("J"):
            break
        cut = one.start
    return cut if cut - start >= _LEAST else end


_NAMED = frozenset({"NNP", "SL", "SH"})


def is_korean_person(word: str) -> bool:
    """Whether a word of three syllables begins with a surname of Korea: a name that a dictionary has as one is somebody's then."""
    return len(word) == _PERSON and is_surname(word[0])


_FINDERS: Mapping[str, Callable[[str], tuple[NameWord, ...]]] = {"ko": _korean}
