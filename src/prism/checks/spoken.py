"""A name by how it is spoken: the readings of Han characters, Korean names in Latin letters, and the sound of all others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from prism.checks.reading import CAPITALS, Statement
from prism.checks.respelling import alike_in_some_way, respelt
from prism.languages import known, same_name
from prism.languages.korean_latin import is_surname, romanised_vowels, same_korean_name, spells, vowels_of
from prism.languages.orthographies import heard_as
from prism.languages.own_names import is_kind_word, own_part
from prism.languages.readings import folded_sound, spelt_in_han, spelt_in_kanji

SAME = 0.8
"""From here on two spellings are taken for one name."""
PART, SURELY = 0.9, 0.88
"""How alike a name is of which a part is found; from here on a sound is plainly another's."""
_READ = 0.97
_HEARD = 0.82
_UNHEARD, _OTHERS = 0.78, 0.6
_LONG_PART = 3
_SYLLABLES = 5
_WORTH = 0.55
_HANGUL = re.compile(r"[가-힣]")
_SYLLABIC = re.compile(r"[가-힣ァ-ヺ]")
_HAN = re.compile(r"[一-鿿]")
_KOREAN_SHAPE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
_BEGINS = re.compile(r"(?<![가-힣])[가-힣]{3}")
_THREE = re.compile(r"[가-힣]{3}|[一-鿿]{3}")
_LATIN_NAME = re.compile(
    rf"(?<![\w’'-])(?=(?P<two>[{CAPITALS}][\w’-]+ [{CAPITALS}][\w’-]*)(?P<three> [{CAPITALS}][\w’-]*)?)"
)
_PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:에서는|에서도|에서|에는|에도|에게|으로는|으로도|으로|까지|부터|은|는|이|가|을|를|의|와|과|도|에|로|측)$"
)
_AND = re.compile(r"(?<=[가-힣])앤드?(?=[가-힣])")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a name stands in a passage.

    Attributes:
        likeness: 0 to 1; from `SAME` on it is taken to stand there.
        text: what stands there for it, "" if unknown.
        another: a person of the passage with the same surname and another given name, "" if there is none.
    """

    likeness: float
    text: str = ""
    another: str = ""


@lru_cache(maxsize=2048)
def tokens(passage: Statement) -> tuple[str, ...]:
    """Everything in a passage that may be a name, words of Hangul also without their particle."""
    found = dict.fromkeys(passage.tokens)
    for token in passage.tokens:
        bare = _PARTICLE.sub("", token)
        if len(bare) > 1:
            found.setdefault(bare)
        if _AND.search(bare):
            found.update(dict.fromkeys(part for part in _AND.split(bare) if len(part) > 1))
    return tuple(found)


def read_as(name: str, passage: Statement) -> Standing:
    """A name by the readings of Han characters, its own or the passage's."""
    if not _HAN.search(passage.text):
        if _HAN.search(name) and _HANGUL.search(passage.text):
            return _read_back(name, passage)
        return Standing(0.0)
    if _HANGUL.search(name) and spelt_in_han(name, passage.text) >= 1.0:
        return Standing(_READ)
    return Standing(_READ) if spelt_in_kanji(name, passage.text) >= 1.0 else Standing(0.0)


def _read_back(name: str, passage: Statement) -> Standing:
    """A name in Han characters against the words of a passage in Hangul."""
    for token in tokens(passage):
        if len(token) > 1 and spelt_in_han(token, name) >= 1.0 and len(token) >= len(name) - 1:
            return Standing(_READ, token)
        if len(token) > _LONG_PART - 1 and spelt_in_kanji(token, name) >= 1.0:
            return Standing(_READ, token)
    return Standing(0.0)


@lru_cache(maxsize=2048)
def _latin_names(passage: Statement) -> tuple[str, ...]:
    """Every two and three capitalised words in a row."""
    found = dict.fromkeys(match.group("two") for match in _LATIN_NAME.finditer(passage.text))
    for match in _LATIN_NAME.finditer(passage.text):
        if match.group("three"):
            found.setdefault(match.group("two") + match.group("three"))
    return tuple(found)


@lru_cache(maxsize=2048)
def _persons_shape(passage: Statement) -> tuple[str, ...]:
    """The first three syllables of every word of a passage that begins as the name of a Korean does."""
    return tuple(dict.fromkeys(one for one in _BEGINS.findall(passage.text) if is_surname(one[0])))


def as_korean(name: str, passage: Statement) -> Standing | None:
    """A Korean name in Hangul and Latin letters: the same, another, or nothing told."""
    hangul = _HANGUL.search(name) is not None
    others = _latin_names(passage) if hangul else [one.text for one in passage.names if one.kind == "person"]
    another = ""
    if not hangul:
        shapes = _BEGINS.findall(passage.text) if _KOREAN_SHAPE.fullmatch(name) else _persons_shape(passage)
        found = next((one for one in shapes if same_korean_name(one, name)), "")
        if found:
            return Standing(_READ, found)
    for other in others:
        pair = (name, other) if hangul else (other, name)
        same = same_korean_name(*pair)
        if same:
            return Standing(_READ, other)
        if same is False:
            another = another or other
    if not another and not hangul and _KOREAN_SHAPE.fullmatch(name) and _HANGUL.search(passage.text):
        return Standing(0.5)
    return Standing(0.5, another, another) if another else None


def by_syllables(name: str, passage: Statement) -> Standing | None:
    """A name of three syllables against names of three Han characters: the same surname with another given name."""
    if not _THREE.fullmatch(name):
        return None
    for other in passage.names:
        if other.kind != "person" or not _THREE.fullmatch(other.text):
            continue
        hangul, han = (name, other.text) if _HANGUL.match(name) else (other.text, name)
        if not _HANGUL.match(hangul) or not _HAN.match(han):
            continue
        same = [spelt_in_han(one, sign) >= 1.0 for one, sign in zip(hangul, han, strict=True)]
        if same[0] and not same[1] and not same[2]:
            return Standing(0.5, other.text, other.text)
    return None


def heard(name: str, language: str, passage: Statement, kind: str = "") -> Standing:
    """A name by its sound: the word of a passage that sounds most like it."""
    sound = folded_sound(name) if _HANGUL.search(name) else ""
    best, text = 0.0, ""
    for token in tokens(passage):
        if kind == "person" and _is_no_person(token):
            continue
        likeness = same_name(name, language, token, passage.language)
        if likeness < _HEARD or _is_another_in_korea(name, token):
            likeness = min(likeness, _UNHEARD if likeness < _HEARD else _OTHERS)
        if likeness < SAME and len(sound) > _LONG_PART and _KATAKANA.match(token):
            likeness = max(likeness, PART if _is_end(sound, folded_sound(token)) else 0.0)
        if likeness < SAME and not sound and _HANGUL.match(token) and name.isascii() and spells(token, name):
            likeness = _READ
        if likeness < SAME and sound:
            likeness = max(likeness, _otherwise(name, sound, language, token, passage.language, likeness))
        if likeness > best:
            best, text = likeness, token
    return Standing(best, text)


def _is_another_in_korea(name: str, token: str) -> bool:
    """Whether one of two names is Korean in Latin letters by the rules, and the other is read otherwise (Hoengseong, 홍천)."""
    hangul, letters = (name, token) if _HANGUL.match(name) else (token, name)
    if not letters.isascii() or not _HANGUL.match(hangul):
        return False
    vowels = romanised_vowels(letters)
    if not vowels or not _TAIL.fullmatch(hangul[len(vowels) :]):
        return False  # 마테오 has other syllables than Matteo: nothing Korean
    return vowels_of(hangul)[: len(vowels)] != vowels


_TAIL = re.compile(r"(?:[시군구도읍면동리역항산강섬])?(?:은|는|이|가|을|를|의|와|과|도|에|로|으로|에서|에는)?")


_KATAKANA = re.compile(r"[ァ-ヺー]{4,}$")


def _is_end(sound: str, whole: str) -> bool:
    """Whether a name is the first or last part of several that are written as one (에덴, エデンハザード)."""
    return whole.startswith(sound) or whole.endswith(sound)


@lru_cache(maxsize=16384)
def _otherwise(name: str, sound: str, language: str, token: str, other: str, likeness: float) -> float:
    """How alike a name in Hangul is to a word whose letters may be sounded in another way."""
    if len(sound) > _LONG_PART and folded_sound(token) == sound:
        return _READ
    if not token[0].isascii() or not token[0].isupper():
        return 0.0
    if len(name) <= _SYLLABLES and spells(name, token):
        return _READ
    ways = (*respelt(token), *heard_as(token)) if likeness >= _WORTH else heard_as(token)
    best = max((same_name(name, language, one, other) for one in ways), default=0.0)
    return best if best >= _HEARD else 0.0


@lru_cache(maxsize=8192)
def _is_no_person(token: str) -> bool:
    """Whether a word is known as a place or an organisation in a script that shows names badly."""
    entry = known(token)
    return entry is not None and entry[1] != "person" and _HAN.match(token) is not None


def heard_joined(name: str, language: str, passage: Statement) -> Standing | None:
    """A name in one word against the names of several Latin words (판데르즈반, Van der Zwaan)."""
    if not _SYLLABIC.match(name) or len(name) <= _LONG_PART:
        return None
    for one in _several(passage.text):
        word = one.replace(" & ", " and ").replace(" ", "")
        if alike_in_some_way(name, language, word, passage.language) >= _HEARD:
            return Standing(PART, one)
    return None


_SEVERAL = re.compile(
    rf"(?=\b(?P<name>[{CAPITALS}][\w’'-]+(?: (?:[a-z]{{1,3}}|&|[{CAPITALS}][\w’'-]*)){{0,2}} [{CAPITALS}][\w’'-]*))"
)


@lru_cache(maxsize=2048)
def _several(text: str) -> tuple[str, ...]:
    """The names of two to four Latin words."""
    return tuple(dict.fromkeys(match.group("name") for match in _SEVERAL.finditer(text)))


def is_in_two_parts(name: str, passage: Statement) -> bool:
    """Whether a name of several Latin words is one word in Hangul: its first part by its letters, the next by its sound."""
    words = name.split()
    if len(words) < 2 or not words[0].isascii() or not _HANGUL.search(passage.text):  # noqa: PLR2004 - of a name's parts
        return False
    return any(_is_joined(words[0], words[1], token) for token in tokens(passage) if _HANGUL.match(token))


def is_two_words_of(name: str, passage: Statement) -> bool:
    """Whether a word in Hangul is a name of two Latin words in a passage."""
    if not _HANGUL.match(name) or len(name) <= _LONG_PART:
        return False
    return any(_is_joined(*pair.split()[:2], name) for pair in _latin_names(passage) if pair.count(" ") == 1)


@lru_cache(maxsize=8192)
def _is_joined(first: str, second: str, token: str) -> bool:
    """Whether a word in Hangul is made of two Latin words (대륙퍼니처, Daeryuk Furniture)."""
    for cut in range(2, len(token) - 1):
        if spells(token[:cut], first) or same_name(token[:cut], "ko", first, "en") >= SURELY:
            rest = token[cut:]
            if is_kind_word(rest, "ko") or max(same_name(rest, "ko", one, "en") for one in respelt(second)) >= _WORTH:
                return True
    return False


def begun(own: str, language: str, passage: Statement) -> Standing:
    """The own part against the own parts of the names and words of a passage."""
    best = Standing(0.0)
    for token in tokens(passage):
        other = own_part(token, passage.language)
        if other != token:
            likeness = same_name(own, language, other, passage.language)
            if likeness > best.likeness:
                best = Standing(likeness if likeness >= _HEARD else min(likeness, _UNHEARD), token)
    return best


def grown(own: str, kind: str, language: str, passage: Statement) -> Standing:
    """An institution in Hangul whose own name and what it deals in are one word: by its first syllables (사바나의학)."""
    if kind != "organisation" or not _HANGUL.match(own) or " " in own:
        return Standing(0.0)
    ways = (heard(own[:length], language, passage) for length in range(len(own) - 1, _LONG_PART - 1, -1))
    best = next((one for one in ways if one.likeness >= SURELY), None)
    return best or Standing(0.0)


def begins_word(name: str, passage: Statement) -> bool:
    """Whether a Korean name in one Latin word is the first part of a word in Hangul (Cheonghae, 청해해조)."""
    if not name.isascii() or not name.isalpha() or not _HANGUL.search(passage.text):
        return False
    return any(_is_first_part(name, token) for token in tokens(passage) if _HANGUL.match(token))


@lru_cache(maxsize=8192)
def _is_first_part(name: str, token: str) -> bool:
    return any(spells(token[:length], name) for length in (2, 3) if len(token) >= length + 2)
