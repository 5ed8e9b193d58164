"""How the words of a Japanese text are read, and which of them are names.

SudachiPy (Apache 2.0) cuts and reads them by its small dictionary, which is UniDic's (BSD): 尼崎 is アマガサキ, 各務原 カカミガハラ. It knows
the places and surnames of Japan; foreign names in Han characters it reads as if they were Japanese ones. The dictionary is
mapped into memory, which takes some hundredths of a second, and .05 ms a sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sudachipy import Dictionary, SplitMode, Tokenizer

PLACE, SURNAME, GIVEN, NAME = "place", "surname", "given", "name"
_KINDS = {"地名": PLACE, "人名": NAME, "固有名詞": NAME}
_PERSONS = {"姓": SURNAME, "名": GIVEN}
_SURE, _LEAST = frozenset({PLACE, SURNAME}), 2
_KANA = re.compile(r"[ぁ-ヺ]")
_READ = re.compile(r"[ァ-ヺー]+")
_HAN = re.compile(r"[㐀-鿿]")
_WRITTEN = re.compile(r"[㐀-鿿々〆ヶケノツのが]+")
"""How the names of places are written that are read from their characters."""
_ALONE = 8
"""Characters of a text without kana that may still be a Japanese name; longer ones are sentences in Chinese."""


class Reading(NamedTuple):
    """A word with how it is read.

    Attributes:
        start: offset of its first character.
        end: offset behind its last.
        kana: its reading in katakana.
        kind: place, surname, given, name (another proper noun), or "".
    """

    start: int
    end: int
    kana: str
    kind: str


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    return Dictionary(dict="small").tokenizer(mode=SplitMode.A)


@lru_cache(maxsize=2048)
def readings_of(text: str) -> tuple[Reading, ...]:
    """The words of a Japanese text that have Han characters, each with its reading; none for a text in another language.

    Args:
        text: a sentence or a name; a sentence without kana is not Japanese.
    """
    if not _HAN.search(text) or (len(text) > _ALONE and not _KANA.search(text)):
        return ()
    return tuple(
        Reading(one.begin(), one.end(), one.reading_form(), _kind(one.part_of_speech()))
        for one in _tokenizer().tokenize(text)
        if _HAN.search(one.surface()) and _READ.fullmatch(one.reading_form())
    )


@lru_cache(maxsize=8192)
def name_in_kana(name: str) -> str:
    """A Japanese place's name or surname by its reading (金沢市 is カナザワシ); "" where it is not sure.

    A given name may be read in several ways, and surnames of one character (李, 金) are mostly foreign.

    Args:
        name: a name from a Japanese text; a word for what it is may stand behind it, but no other name in kana (韓国ヘダム道).
    """
    read = readings_of(name) if _WRITTEN.fullmatch(name) else ()
    if not read or read[0].kind not in _SURE or read[0].end - read[0].start < _LEAST:
        return ""
    if any(one.kind not in {*_SURE, ""} for one in read):
        return ""
    found, place = "", 0
    for one in read:
        found += name[place : one.start] + one.kana
        place = one.end
    found += name[place:]
    return "" if _HAN.search(found) else found


def _kind(speech: tuple[str, ...]) -> str:
    _, of_noun, of_name, of_person = speech[:4]
    if of_noun != "固有名詞":
        return ""
    return _PERSONS.get(of_person, _KINDS.get(of_name, NAME))
