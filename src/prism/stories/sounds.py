"""Names by their sound, straight from the text: what one script shows by a capital is only a word in another.

Where a reader of names finds nothing in 해든시 or 도하람, an article in another script may have "Haeden" and "Do Ha-ram". So
every word of title and lead that may be a name is kept by its sound, endings and words that only say what kind of thing is
named left out (`data/generic.toml`), and articles in two scripts are compared by these.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from prism.languages import known, name_sounds, names, words

Sounds = tuple[tuple[str, str], ...]
"""One word: its skeletons, each with its letters (`languages.name_sounds`)."""

_MOST = 64
_LETTERS = 3
_BONES = 3
"""Consonants that a word must have to say anything."""
_HANGUL = re.compile(r"[가-힣]{2,8}")
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}")
_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_][\w’'-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;–—\"“„«‘]\s*)$")
_VERB_ENDING = re.compile(r"[가-힣](?:습니다|합니다|입니다|에서만|으로만|이라던|하라)$")
_PARTS = re.compile(r"[\s·・‧•\-‐/=＝]+")
_SHORT_NAME = 12


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    """The file as it stands; its shape does not leave this module."""
    return tomllib.loads(files("prism.stories").joinpath("data/generic.toml").read_text(encoding="utf-8"))


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(_table()["endings"].get(language, ()), key=len, reverse=True))


@cache
def _generic(language: str) -> frozenset[str]:
    table = _table()["words"]
    return frozenset([*table["any"], *table.get(language, ())])


def heard(texts: Iterable[str], language: str) -> Mapping[str, Sounds]:
    """The words of some texts that may be names, as written → by their sound."""
    return {word: name_sounds(word) for text in texts for word in _candidates(text, language)}


def is_generic(name: str, language: str) -> bool:
    """Whether a word that was taken for a name only says what kind of thing is named, or is a common loan word."""
    return name.casefold() in _generic(language) or _VERB_ENDING.search(name) is not None


def script_of(language: str) -> str:
    """Which writing a language's names stand in: names of languages of one writing are compared as they are written."""
    return next((name for name, languages in _table()["scripts"].items() if language in languages), "latin")


def sounds_of(texts: Iterable[str], language: str) -> tuple[Sounds, ...]:
    """The words of some texts that may be names, by their sound, in the order of the text."""
    found: dict[Sounds, None] = {}
    for text in texts:
        for word in _candidates(text, language):
            forms = tuple(form for form in name_sounds(word) if len(form[0]) >= _BONES)
            if forms:
                found.setdefault(forms)
    return tuple(found)[:_MOST]


def _candidates(text: str, language: str) -> Iterator[str]:
    """Words that may be names. A known name goes by its key elsewhere and is left out."""
    for mention in names(text, language):
        if known(mention.text) is None:
            parts = [part for part in _PARTS.split(mention.text) if part]
            for part in parts:
                yield from _bare(part, language)
            if len(parts) > 1 and len(mention.text) <= _SHORT_NAME:
                yield "".join(parts)
    for word in _WORDS.get(language, _capitals)(text):
        yield from _bare(word, language)


def _hangul(text: str) -> Iterable[str]:
    return words(" ".join(_HANGUL.findall(text)), "ko")


def _capitals(text: str) -> Iterator[str]:
    """Words with a capital that no sentence begins with."""
    for match in _WORD.finditer(text):
        if match[0][0].isupper() and not _SENTENCE_START.search(text[: match.start()]):
            yield match[0].removesuffix("'s").removesuffix("’s")


def _none(_: str) -> Iterable[str]:
    return ()


_WORDS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "ko": _hangul,
    "ja": _KATAKANA.findall,
    "zh": _none,
    "de": _none,
}
"""Language → the words that may be names beside those that `names` finds; all others show them by capitals."""


def _bare(word: str, language: str) -> Iterator[str]:
    """A word without its ending, and as it stands; nothing if it only says what kind of thing is named."""
    if word.casefold() in _generic(language) or len(word) < (_LETTERS if word.isascii() else 2):
        return
    if known(word) is None:
        yield word
    for ending in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word.removesuffix(ending)
            if known(stem) is None:
                yield stem
            return
