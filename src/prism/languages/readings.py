"""How Han characters are read: in Korean, in Mandarin as Korean writes it, and in Japanese names.

So words of Chinese origin meet (批判 and 비판, 経済, 经济, 經濟 and 경제), and so do names: 金秀賢 and 김수현, 黄书卿 and 황수칭, 杉本 and 스기모토.
The Korean readings stand in `data/readings.txt` and, as in names, in `data/readings_names.txt`, those of Japanese names in
`data/kanji.txt`, all our own. Mandarin is
romanised by anyascii and written in Hangul by the rules of the National Institute of Korean Language (외래어 표기법, 중국어).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from anyascii import anyascii

from prism.languages.jamo import letters_of, syllable_of
from prism.languages.kana import readings_of
from prism.languages.mandarin import mandarin_in_hangul, second_reading, sounds_like_mandarin

_IOTATED = frozenset("ㅑㅕㅖㅛㅠㅣ")
_HAN = re.compile(r"[㐀-鿿々]")


@lru_cache(maxsize=1)
def _korean() -> Mapping[str, tuple[str, ...]]:
    """Han character → its Korean readings, the commonest first."""
    found: dict[str, list[str]] = {}
    folder = files("prism.languages") / "data"
    for name in ("readings.txt", "readings_names.txt"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            reading, _, characters = line.partition(" ")
            if line.startswith("#"):
                continue
            for character in characters.strip():
                found.setdefault(character, []).append(reading)
    return {character: tuple(readings) for character, readings in found.items()}


def at_beginning(reading: str) -> str:
    """A reading as it sounds at the beginning of a word: 리 is 이, 로 is 노, 녀 is 여 (두음법칙)."""
    parts = letters_of(reading[:1]) if reading else None
    if parts is None or parts[0] not in "ㄹㄴ":
        return reading
    first, middle, last = parts
    if middle in _IOTATED:
        return syllable_of("ㅇ", middle, last) + reading[1:]
    return syllable_of("ㄴ", middle, last) + reading[1:] if first == "ㄹ" else reading


@lru_cache(maxsize=16384)
def korean_readings(character: str) -> tuple[str, ...]:
    """The Korean readings of a Han character, as within a word and as at its beginning; none if it is not known."""
    readings = _korean().get(character, ())
    return tuple(dict.fromkeys([*readings, *(at_beginning(reading) for reading in readings)]))


def han_characters() -> tuple[str, ...]:
    """The Han characters whose Korean readings are known."""
    return tuple(_korean())


_SURNAMES: Mapping[str, str] = {"金": "김"}
"""Characters that are read otherwise as a surname than in words."""
_NO_GIVEN = frozenset("融属屬額额利銭錢钱貨货庫库塊块銀银鉱鑛矿山海堤浦泉価價价品曜星色")
"""Behind such a surname these make a word or the name of a place."""


@lru_cache(maxsize=16384)
def read(text: str) -> str:
    """A text with its Han characters read the Korean way: 金秀賢 is 김수현, 李相哲 이상철; unknown characters stay."""
    known = _korean()
    found: list[str] = []
    begins = True
    for place, character in enumerate(text):
        readings = known.get(character)
        reading = readings[0] if readings else character
        if (
            begins
            and character in _SURNAMES
            and _HAN.match(text[place + 1 : place + 2])
            and text[place + 1] not in _NO_GIVEN
        ):
            reading = _SURNAMES[character]
        found.append(at_beginning(reading) if begins and readings else reading)
        begins = not _HAN.match(character)
    return "".join(found)


@lru_cache(maxsize=8192)
def is_heard_in_han(name: str, text: str) -> bool:
    """Whether two or three Han characters of a text are read as a name in Hangul, the Korean way or nearly as in Mandarin."""
    return spelt_in_han(name, text) >= 1.0 or any(
        sounds_like_mandarin(name, text[at : at + length])
        for at in range(len(text))
        for length in (2, 3)
        if _HAN.match(text[at])
    )


@lru_cache(maxsize=1)
def _kanji() -> tuple[Mapping[str, tuple[str, ...]], int]:
    """One or several Han characters → folded readings in Japanese names, and the length of the longest entry."""
    found: dict[str, list[str]] = {}
    text = (files("prism.languages") / "data" / "kanji.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        for entry in line.split(";"):
            characters, *readings = entry.split() or [""]
            if characters:
                found.setdefault(_unfolded(characters), []).extend(folded_sound(reading) for reading in readings)
    return {one: tuple(dict.fromkeys(many)) for one, many in found.items()}, max(map(len, found))


_VOWELS = (("eu", "u"), ("eo", "o"))
"""Vowels of one syllable: 케우 has two."""
_FOLDS = (("shi", "si"), ("sh", "s"), ("chi", "si"), ("ch", "s"), ("tsu", "su"), ("ts", "s"), ("fu", "hu"), ("nk", "n k"))  # fmt: skip
_LETTERS = str.maketrans({"g": "k", "d": "t", "b": "p", "z": "s", "j": "s", "l": "r", "c": "s"})
_DOUBLE = re.compile(r"(.)(?=\1)")
_NO_LATIN = re.compile(r"[^a-z]+")
_NASAL = re.compile(r"m(?=p)|ng(?![aeiouy])")


@lru_cache(maxsize=8192)
def folded_sound(word: str) -> str:
    """The sound of a Japanese name in Latin letters or Hangul, folded until both are written the same.

    Voiced and voiceless fall together, so do long and short vowels, s and ch and z: 스기모토 and "Sugimoto" are "sukimoto".
    """
    hangul = any("가" <= character <= "힣" for character in word)
    if hangul:
        word = _without_stops(word)
    latin = "".join(map(_vowel_folded, word)) if hangul else anyascii(word).casefold()
    for one, other in _FOLDS:
        latin = latin.replace(one, other)
    latin = _NASAL.sub("n", _NO_LATIN.sub("", latin)).translate(_LETTERS)
    latin = latin.replace("sy", "s")
    return _DOUBLE.sub("", latin.replace("ou", "o"))


@lru_cache(maxsize=16384)
def _vowel_folded(syllable: str) -> str:
    latin = anyascii(syllable).casefold()
    for one, other in _VOWELS:
        latin = latin.replace(one, other)
    return latin


def _without_stops(word: str) -> str:
    """Hangul without the ㅅ that stands for a doubled consonant (삿포로)."""
    found = []
    for character in word:
        parts = letters_of(character)
        found.append(syllable_of(parts[0], parts[1]) if parts and parts[2] == "ㅅ" else character)
    return "".join(found)


def spelt_in_han(name: str, text: str) -> float:
    """How much of a Korean name stands in Han characters somewhere in a text, read the Korean or Mandarin way.

    Args:
        name: in Hangul.
        text: with Han characters.

    Returns:
        The share of the name, from its beginning, that one run of characters spells: 1 for 김수현 and 金秀賢.
    """
    return _best(name.replace(" ", ""), text, japanese=False)


def spelt_in_kanji(name: str, text: str) -> float:
    """How much of a name in Hangul or Latin letters stands in a text in Han characters, read as Japanese names are.

    Returns:
        The share of the name, from its beginning, that one run of characters spells: 1 for 스기모토 and 杉本.
    """
    words, text = _GAPS.split(name), _unfolded(text)
    ways = {folded_sound("".join(words))}
    if len(words) > 1:
        ways.add(folded_sound(words[-1] + "".join(words[:-1])))
    return max(_best(way, text, japanese=True) for way in ways)


_GAPS = re.compile(r"[\s\-]+")
_REPEATED = re.compile(r"([一-鿿])々")


@lru_cache(maxsize=2048)
def _unfolded(text: str) -> str:
    """A text with the character that 々 repeats in its place."""
    return _REPEATED.sub(r"\1\1", text) if "々" in text else text


def spelt_at(name: str, text: str, *, japanese: bool) -> tuple[int, int] | None:
    """Where a name in Hangul is spelt in full by the Han characters of a text, or None.

    Args:
        name: in Hangul, without spaces.
        text: with Han characters.
        japanese: whether they are read as in Japanese names, else the Korean and the Mandarin way.
    """
    if japanese:
        name, text = folded_sound(name), _unfolded(text)
    for at in _begun_with(text, japanese=japanese).get(name[:1], ()):
        place, end = _spelt(name, 0, text, at, japanese=japanese)
        if place == len(name):
            return at, end
    return None


def _best(name: str, text: str, *, japanese: bool) -> float:
    if not name:
        return 0.0
    longest = 0
    for at in _begun_with(text, japanese=japanese).get(name[0], ()):
        longest = max(longest, _spelt(name, 0, text, at, japanese=japanese)[0])
        if longest == len(name):
            break
    return longest / len(name)


@lru_cache(maxsize=1024)
def _begun_with(text: str, *, japanese: bool) -> Mapping[str, tuple[int, ...]]:
    """First letter or syllable of a reading → where the Han characters of a text stand that may be read so."""
    found: dict[str, dict[int, None]] = {}
    for match in _HAN.finditer(text):
        at = match.start()
        for _, reading in _kanji_ways(text, at) if japanese else _hangul_ways(text[at]):
            if reading:
                found.setdefault(reading[0], {})[at] = None
    return {first: tuple(places) for first, places in found.items()}


def _spelt(name: str, place: int, text: str, at: int, *, japanese: bool) -> tuple[int, int]:
    """How far a name is spelt by a text from two places on, and where the characters end that spell it."""
    if place >= len(name) or at >= len(text):
        return place, at
    longest = place, at
    for length, reading in _kanji_ways(text, at) if japanese else _hangul_ways(text[at]):
        if reading and name.startswith(reading, place):
            found = _spelt(name, place + len(reading), text, at + length, japanese=japanese)
            longest = max(longest, found, key=lambda one: one[0])
            if longest[0] == len(name):
                break
    return longest


@lru_cache(maxsize=16384)
def _hangul_ways(character: str) -> tuple[tuple[int, str], ...]:
    ways = [*korean_readings(character), mandarin_in_hangul(character), second_reading(character)]
    return tuple((1, one) for one in dict.fromkeys(ways) if one)


def _kanji_ways(text: str, at: int) -> tuple[tuple[int, str], ...]:
    return (*_ways_of(text[at : at + _kanji()[1]]), *_words_at(text).get(at, ()))


@lru_cache(maxsize=2048)
def _words_at(text: str) -> Mapping[int, tuple[tuple[int, str], ...]]:
    """Where words of a Japanese text begin, with their length and folded reading."""
    return {one.start: ((one.end - one.start, folded_sound(one.kana)),) for one in readings_of(text)}


@lru_cache(maxsize=8192)
def _ways_of(text: str) -> tuple[tuple[int, str], ...]:
    """How the beginning of a run of characters may be read: how many of them, and the folded reading."""
    known, longest = _kanji()
    found: list[tuple[int, str]] = []
    for length in range(1, longest + 1):
        piece = text[:length]
        if len(piece) == length:
            found += [(length, reading) for reading in known.get(piece, ())]
    found += [(1, folded_sound(reading)) for reading in korean_readings(text[0])]
    if text[0] in "ノケヶツのが":
        found += [(1, {"の": "no", "ノ": "no", "ツ": "su"}.get(text[0], "ka"))]
    return tuple(found)


@lru_cache(maxsize=8192)
def kanji_split(surname: str, name: str) -> int:
    """How many characters at the beginning of a Japanese name are read as a surname; 0 if none are.

    Args:
        surname: in Hangul or Latin letters.
        name: in Han characters.
    """
    letters, name = folded_sound(surname), _unfolded(name)
    ends: set[tuple[int, int]] = {(0, 0)}
    reached = 0
    while ends:
        place, at = ends.pop()
        if place == len(letters):
            reached = max(reached, at)
            continue
        if at < len(name):
            for length, reading in _kanji_ways(name, at):
                if reading and letters.startswith(reading, place):
                    ends.add((place + len(reading), at + length))
    return reached


def is_read_in_names(text: str) -> bool:
    """Whether it is known how each character is read in Japanese names."""
    return all(character in _kanji()[0] for character in text if character != "々")


def kanji_in(character: str, name: str) -> bool:
    """Whether a name in Hangul or Latin letters has a reading of a Han character somewhere in it."""
    letters = folded_sound(name)
    return any(reading in letters for reading in _kanji()[0].get(character, ()))
