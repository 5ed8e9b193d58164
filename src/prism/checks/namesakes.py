"""How alike two persons' names are, part by part, within a script and across: the same, half the same, or somebody else's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import permutations, product

from anyascii import anyascii
from rapidfuzz import fuzz

from prism.checks.respelling import alike_in_some_way
from prism.languages import same_name
from prism.languages.korean_latin import is_surname, same_korean_name, spells, surname_spells
from prism.languages.mandarin import hangul_of_taiwanese, is_nearly_said, mandarin_in_hangul, sounds_like_mandarin
from prism.languages.orthographies import pinyin_in_hangul
from prism.languages.readings import (
    is_read_in_names,
    kanji_in,
    kanji_split,
    korean_readings,
    spelt_in_kanji,
)
from prism.languages.syllables import is_spoken_in

_SPLIT = re.compile(r"[\s·・‧•＝=]+")
_HANGUL, _HAN = re.compile(r"[가-힣]"), re.compile(r"[一-鿿々]")
_KOREAN = re.compile(r"[가-힣]{2,4}")
_GLUED = re.compile(r"[-’'.]")
_SAME_BEST, _SAME_WORST = 0.85, 0.65
_HALF_BEST, _HALF_WORST = 0.88, 0.5
_OTHER = 0.66
_DOUBLE, _PARTS = 4, 3
_CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class Kin:
    """How alike two names are.

    Attributes:
        best: of their parts (surname, given name) those most alike, 0 to 1.
        worst: of their parts those least alike.
        told: False if a part is written in a way that has more readings than anybody listed.
    """

    best: float
    worst: float
    told: bool = True

    @property
    def is_same(self) -> bool:
        """Whether they may well be one name."""
        return self.worst >= _SAME_WORST and self.best >= _SAME_BEST

    @property
    def is_half(self) -> bool:
        """Whether a part is the same and another plainly not."""
        return self.told and self.best >= _HALF_BEST and self.worst <= _HALF_WORST

    @property
    def is_other(self) -> bool:
        """Whether they are plainly two names, if perhaps of one family."""
        return self.told and (self.best <= _OTHER or self.is_half)

    def __or__(self, other: Kin) -> Kin:
        """The likelier of two ways to compare."""
        return max(self, other, key=lambda one: (one.best + one.worst, one.best))


@lru_cache(maxsize=32768)
def kin(name: str, language: str, other: str, spoken: str) -> Kin:
    """How alike two names of persons are.

    Args:
        name: one, as it stands.
        language: its text's.
        other: the other.
        spoken: that one's text's.
    """
    if name.casefold() == other.casefold():
        return Kin(1.0, 1.0)
    han, glyphs = _HAN.match(name) is not None, _HAN.match(other) is not None
    if han and glyphs:
        return _by_characters(name, other)
    if han:
        return kin(other, spoken, name, language)
    if glyphs:
        return _in_han(name, other, spoken)
    if bool(_HANGUL.match(name)) == bool(_HANGUL.match(other)) and name.isascii() == other.isascii():
        return _within(name, other)
    return _across(name, other)


def _in_han(name: str, han: str, spoken: str) -> Kin:
    """A name against one in Han characters, as names are read in the language of its text, or else in China's or Korea's way."""
    found = _in_kanji(name, han) if spoken in _KANJI else _in_characters(name, han)
    if not found.is_same and spoken in _KANJI:
        other = _in_characters(name, han)
        found = other if other.is_same else found
    if (
        found.is_same
        or not _HANGUL.match(name)
        or is_spoken_in("".join(_parts(name)), spoken)
        or _KOREAN.fullmatch(name)
    ):
        return found
    return replace(found, told=False)


_KANJI = frozenset({"ja"})
"""Languages whose names in Han characters have readings of their own."""


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in _SPLIT.split(name) if part)[:_PARTS]


def _surname_cut(name: str) -> int:
    return 2 if len(name) == _DOUBLE else 1


def _paired(scores: list[list[float]]) -> Kin:
    """Parts against parts, in whatever order suits best; the shorter name must find all its parts."""
    if len(scores) > len(scores[0]):
        scores = [list(row) for row in zip(*scores, strict=True)]
    best = max(
        (
            [scores[row][column] for row, column in enumerate(order)]
            for order in permutations(range(len(scores[0])), len(scores))
        ),
        key=sum,
    )
    return Kin(max(best), min(best))


def _within(name: str, other: str) -> Kin:
    one, two = _parts(name), _parts(other)
    if len(one) == len(two) == 1 and _KOREAN.fullmatch(name) and _KOREAN.fullmatch(other) and is_surname(name[0]):
        cut = _surname_cut(name)
        given, theirs = name[cut:], other[cut:]
        alike = sum(a == b for a, b in zip(given, theirs, strict=False)) / max(len(given), len(theirs), 1)
        surname = float(name[:cut] == other[:cut])
        return Kin(max(surname, alike), min(surname, alike))
    return _paired([[fuzz.ratio(a.casefold(), b.casefold()) / 100 for b in two] for a in one])


def _by_characters(name: str, other: str) -> Kin:
    if "·" in name or "·" in other:
        return _within(name, other)
    surname = float(name[0] == other[0])
    given, theirs = name[1:], other[1:]
    alike = sum(a in theirs for a in given) / max(len(given), len(theirs), 1)
    return Kin(max(surname, alike), min(surname, alike))


def _in_characters(name: str, han: str) -> Kin:
    """A name in Hangul or Latin letters against one in Han characters, read in Mandarin or the Korean way."""
    if "·" in han or "·" in name or len(han) > _DOUBLE:
        return _across(name, han)
    letters = _GLUED.sub("", name.replace(" ", "")).casefold()
    best = Kin(0.0, 0.0)
    for cut in (1, 2) if len(han) == _DOUBLE else (1,):
        best |= _read(letters, han[:cut], han[cut:])
    words = _parts(name)
    if len(words) == 2 and not best.is_same:  # noqa: PLR2004 - given name first
        best |= _read(_GLUED.sub("", words[1] + words[0]).casefold(), han[:1], han[1:])
    if best.best >= 1.0 and _HANGUL.match(name) and is_spoken_in(letters, _CHINESE):
        return best  # nearly every character has one reading in Mandarin: what is not read so is another name
    likeness = same_name(name, "", han, "")
    return best | Kin(likeness, likeness) if likeness >= _SAME_BEST else best


def _read(letters: str, surname: str, given: str) -> Kin:
    """How much of letters or syllables a surname and a given name are, character by character."""
    behind = _rest(letters, surname)
    if _HANGUL.match(letters) and any(sounds_like_mandarin(rest, given) for rest in behind):
        return Kin(1.0, 1.0)
    if behind:
        share = max(_share(rest, given) for rest in behind)
        return Kin(1.0, share) if share < 1 else Kin(1.0, 1.0)
    backwards = max((_share(letters[cut:], given) for cut in range(1, len(letters))), default=0.0)
    return Kin(backwards, 0.0)


def _rest(letters: str, han: str) -> tuple[str, ...]:
    """What is left of letters behind a reading of Han characters; nothing if they do not begin so."""
    left: tuple[str, ...] = (letters,)
    for one in han:
        left = tuple(rest[len(way) :] for rest in left for way in _ways(one) if rest.startswith(way))
    return left


def _share(letters: str, given: str) -> float:
    """The share of a given name's characters that are read in letters, each in its place or at one end."""
    if "" in _rest(letters, given):
        return 1.0
    if len(given) == 1:
        return 0.0
    first = any(letters.startswith(way) for way in _ways(given[0]))
    last = any(letters.endswith(way) for way in _ways(given[-1]))
    return 0.5 if first or last else 0.0


@lru_cache(maxsize=8192)
def _ways(character: str) -> tuple[str, ...]:
    latin = anyascii(character).casefold()
    ways = [*korean_readings(character), mandarin_in_hangul(character), latin, latin.replace("ü", "u")]
    return tuple(dict.fromkeys(way for way in ways if way))


def _in_kanji(name: str, han: str) -> Kin:
    """A name in Hangul or Latin letters against a Japanese one in Han characters."""
    words, han = _parts(name), _REPEATED.sub(r"\1\1", han)
    if len(words) == 1:
        is_part = any(spelt_in_kanji(name, han[at:]) >= 1.0 for at in range(len(han)))
        return Kin(1.0, 1.0) if is_part else Kin(0.0, 0.0, _is_plainly_unread(name, han))
    begun = max(spelt_in_kanji(word, han) for word in (words[0], words[-1]))
    best = Kin(0.0, 0.0, _is_listed(han) and begun <= _HARDLY)
    for surname, given in ((words[0], words[-1]), (words[-1], words[0])):
        cut = kanji_split(surname, han)
        if 0 < cut < len(han):
            best |= _other_part(given, han[cut:])
        for length in range(1, len(han)):
            if spelt_in_kanji(given, han[length:]) >= 1.0 and kanji_split(given, han[length:]) == len(han) - length:
                best |= _other_part(surname, han[:length])
    return best


_REPEATED = re.compile(r"(.)々")


def _other_part(word: str, han: str) -> Kin:
    """A part of a name beside another that is read: half of it may have a reading that nobody listed."""
    share = spelt_in_kanji(word, han)
    return Kin(1.0, 1.0) if share >= 1.0 else Kin(1.0, min(share, 0.5), _is_plainly_unread(word, han))


def _is_plainly_unread(word: str, han: str) -> bool:
    """Whether no character of a name is read in a word, though its readings are known."""
    return (
        _is_listed(han)
        and spelt_in_kanji(word, han) <= _BEGUN
        and not any(kanji_in(one, word) for one in han if _HAN.match(one))
    )


def _is_listed(han: str) -> bool:
    return is_read_in_names("".join(one for one in han if _HAN.match(one)))


_BEGUN, _HARDLY = 0.2, 0.4


def _across(name: str, other: str) -> Kin:
    hangul, letters = (name, other) if _HANGUL.match(name) else (other, name)
    korean = None
    if _KOREAN.fullmatch(hangul) and letters.isascii() and is_surname(hangul[0]):
        if same_korean_name(hangul, letters):
            return Kin(1.0, 1.0)
        korean = _korean(hangul, letters)
    one, two = _parts(name), _parts(other)
    if not one or not two:
        return Kin(0.0, 0.0)
    chinese = _in_pinyin(hangul, letters) if len(_parts(letters)) > 1 else None
    if chinese is not None:
        return chinese
    found = _paired([[_sound(a, b) for b in two] for a in one])
    if len(one) != len(two):
        whole = _sound("".join(one), "".join(two))
        found |= Kin(whole, whole)
    return korean | found if korean is not None and found.is_same else korean or found


def _in_pinyin(hangul: str, letters: str) -> Kin | None:
    """A Chinese name in Hangul against Pinyin, if both are such: the same, or a surname with another given name."""
    spoken = "".join(_parts(hangul))
    if not is_spoken_in(spoken, _CHINESE):
        return None
    if "-" in letters and _in_taiwanese(spoken, letters):
        return Kin(1.0, 1.0)
    words = [pinyin_in_hangul(one, 1) for one in _parts(letters)]
    if not all(words):
        return None
    best = Kin(0.0, 0.0)
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        whole = surname + "".join(given)
        if is_nearly_said(spoken, whole):
            return Kin(1.0, 1.0)
        if spoken.startswith(surname):
            best = Kin(1.0, _HALF_WORST)
    return best if best.best else None


def _in_taiwanese(spoken: str, letters: str) -> bool:
    """Whether a Chinese name in Hangul is one with a hyphen in its given name, as Taiwan spells names."""
    words = letters.casefold().split()
    for order in (words, [words[-1], *words[:-1]]):
        ways = [hangul_of_taiwanese(one) for word in order for one in word.split("-")]
        if any(is_nearly_said(spoken, "".join(one)) for one in product(*ways)):
            return True
    return False


def _korean(hangul: str, letters: str) -> Kin | None:
    """A Korean name in Hangul against Latin letters: surname and given name each by the spellings that they may have."""
    words = letters.split()
    cut = _surname_cut(hangul)
    best: Kin | None = None
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if not given:
            continue
        family = float(surname_spells(hangul[:cut], surname) or spells(hangul[:cut], surname))
        own = float(spells(hangul[cut:], "".join(given)))
        if not own and "-" in given[0]:
            pieces = given[0].split("-")
            halves = [spells(a, b) for a, b in zip(hangul[cut:], pieces, strict=False)]
            own = 0.5 if any(halves) else 0.0
        row = Kin(max(family, own), min(family, own))
        best = row if best is None else best | row
    return best if best is not None and (best.best >= 1.0 or "-" in letters) else None


@lru_cache(maxsize=65536)
def _sound(a: str, b: str) -> float:
    return max(alike_in_some_way(a, "", b, ""), alike_in_some_way(b, "", a, ""))
