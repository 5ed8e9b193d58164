"""The content words of a text with what they mean, so that they can be compared within a language and across.

A term has keys: the concepts of the lexicon that it may stand for (`c:rise`), and its stem in its own language (`w:…`:
Snowball for European languages, Korean words without particles and endings, runs of Han and Kana). Two terms that share a
key say the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

import Stemmer

from prism.languages.concepts import concepts
from prism.languages.name_keys import name_key
from prism.languages.readings import read
from prism.languages.spans import meets
from prism.languages.tables import table_for

_ALGORITHMS = {"en": "english", "de": "german", "es": "spanish", "fr": "french", "ru": "russian"}
_TOKEN = re.compile(
    r"[가-힣]+|[ァ-ヺー]+|[一-鿿々]+(?:[ぁ-ゖ]{1,2})?|[^\W\d_가-힣ぁ-ヺー一-鿿]+(?:[-’'][^\W\d_가-힣]+)*"
)
_KO_ENDINGS = re.compile(
    r"(?:(?:으로|로|에|에서|에게|께|까지|부터|보다|처럼|만큼|마다|밖에|조차|마저|이나|나|이라|라)?(?:는|은|도|만|의|서|써)?|"
    r"(?:이|가|을|를|은|는|과|와|도|의|만|들이|들은|들을|들의|들|께서|이며|이고|이다|였다|이었다|인|일|이라고|라고|라며|이라며)|"
    r"(?:하|되|시키|당하|받|했|됐|되었|하였|시켰|당했|받았|한|된|할|될|함|됨|해|돼|하기|되기)[가-힣]{0,6}|"
    r"(?:다|고|며|면|면서|지만|는데|으며|은|을|던|기|음|게|지|도록|려고|으려|었다|았다|였다|었고|았고|였고|었으며|았으며|었던|았던|는다|ㄴ다|어서|아서))$"
)
_HANGUL = re.compile(r"[가-힣]")
_HAN = re.compile(r"[一-鿿]")
_KANA_TAIL = re.compile(r"[ぁ-ゖ]+$")
_HAN_RUN = re.compile(r"[一-鿿々]+")
_HANGUL_PAIR = re.compile(r"[가-힣]{2}")
_SHORT = 2
_SOUNDED, _SKELETON = 4, 3


class Term(NamedTuple):
    """A content word.

    Attributes:
        text: as it stands.
        start: offset of its first character.
        end: offset behind its last.
        keys: what it may mean (`c:` concept) and its stem (`w:`).
        known: whether the lexicon has it.
        sounds: keys that it shares with the same word in another language: its Korean reading in pairs of syllables
            (`r:`, for words of Han characters), its consonants (`s:`, for loanwords and words of one root).
    """

    text: str
    start: int
    end: int
    keys: frozenset[str]
    known: bool
    sounds: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """The concepts that it may stand for."""
        return _ids(self.keys)


@lru_cache(maxsize=16384)
def _ids(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key[2:] for key in keys if key.startswith("c:"))


@lru_cache(maxsize=4096)
def terms(text: str, language: str, without: Sequence[tuple[int, int]] = ()) -> tuple[Term, ...]:
    """The content words of a text in their order.

    Args:
        text: plain text.
        language: primary tag.
        without: spans that are no words here (names, figures, dates), as a tuple.
    """
    found: list[Term] = []
    taken = list(without)
    for mention in concepts(text, language):
        if not meets(mention.start, mention.end, without):
            word = text[mention.start : mention.end]
            keys = _known_keys(word, language, mention.ids)
            found.append(Term(word, mention.start, mention.end, keys, known=True, sounds=_sounds(word, language)))
            taken.append((mention.start, mention.end))
    found.extend(_unknown(text, language, sorted(taken)))
    return tuple(sorted(found, key=_START))


_START = attrgetter("start")


def _unknown(text: str, language: str, taken: Sequence[tuple[int, int]]) -> Iterator[Term]:
    passed, count = 0, len(taken)
    for match in _TOKEN.finditer(text):
        begun, ended = match.span()
        while passed < count and taken[passed][1] <= begun:
            passed += 1
        is_free = passed == count or taken[passed][0] >= ended
        for start, end in ((begun, ended),) if is_free else _free(begun, ended, taken, passed):
            read = _unknown_word(text[start:end], language, start == begun)
            if read is not None:
                bare, keys, sounds = read
                yield Term(bare, start, start + len(bare), keys, known=False, sounds=sounds)


@lru_cache(maxsize=16384)
def _unknown_word(word: str, language: str, whole: bool) -> tuple[str, frozenset[str], frozenset[str]] | None:  # noqa: FBT001 - a part of what is remembered
    """A word that the lexicon does not have, without its ending, with its keys and sounds; None for one that says nothing."""
    bare = _bare(word, language, whole=whole)
    stop = table_for(language).stop_words
    if len(bare) < _SHORT or word.casefold() in stop or bare.casefold() in stop:
        return None
    return bare, _unknown_keys(bare, language), _sounds(bare, language)


def _free(start: int, end: int, taken: Sequence[tuple[int, int]], passed: int) -> Iterator[tuple[int, int]]:
    """The stretches of a token that no span takes; the spans come in order, some of them passed."""
    at = start
    for place in range(passed, len(taken)):
        first, last = taken[place]
        if first >= end:
            break
        if last <= start:
            continue
        if first > at:
            yield at, first
        at = max(at, last)
    if at < end:
        yield at, end


@lru_cache(maxsize=16384)
def _known_keys(word: str, language: str, ids: frozenset[str]) -> frozenset[str]:
    return frozenset(f"c:{ident}" for ident in ids) | {f"w:{_stem(word.casefold(), language)}"}


def _unknown_keys(bare: str, language: str) -> frozenset[str]:
    return frozenset({f"w:{_stem(bare.casefold(), language)}", *_pieces(bare)})


def _bare(word: str, language: str, *, whole: bool) -> str:
    """A word without particle and ending; what follows a known word in one token counts only if it is a word itself."""
    if _HANGUL.match(word):
        if not whole and _KO_ENDINGS.fullmatch(word):
            return ""
        stripped = _KO_ENDINGS.sub("", word)
        return stripped if len(stripped) >= _SHORT else word if whole and len(word) > _SHORT else stripped
    if language == "ja" and _HAN.match(word):
        return word if len(word) > _SHORT else _KANA_TAIL.sub("", word) if len(_KANA_TAIL.sub("", word)) > 1 else word
    return word


@cache
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm)


@lru_cache(maxsize=16384)
def _stem(word: str, language: str) -> str:
    algorithm = _ALGORITHMS.get(language)
    if algorithm is None:
        return _KANA_TAIL.sub("", word) or word
    return str(_stemmer(algorithm).stemWord(word))


def _pieces(word: str) -> frozenset[str]:
    """The pairs of characters in a longer run of Han characters, which may hold several words."""
    if not _HAN_RUN.fullmatch(word) or len(word) <= _SHORT:
        return frozenset()
    return frozenset(f"w:{word[at : at + _SHORT]}" for at in range(len(word) - 1))


@lru_cache(maxsize=65536)
def _sounds(word: str, language: str) -> frozenset[str]:
    if _HANGUL.match(word):
        found = {f"r:{word[at : at + _SHORT]}" for at in range(len(word) - 1)}
        return frozenset(found | _bones(word, language))
    if _HAN.match(word):
        spoken = read(_KANA_TAIL.sub("", word))
        return frozenset(
            f"r:{spoken[at : at + _SHORT]}"
            for at in range(len(spoken) - 1)
            if _HANGUL_PAIR.fullmatch(spoken[at : at + _SHORT])
        )
    return frozenset(_bones(word, language))


def _bones(word: str, language: str) -> set[str]:
    """The consonants of a word, where it has enough of them to be told from others."""
    if len(word) < (_SHORT if _HANGUL.match(word) else _SOUNDED):
        return set()
    key = name_key(word, language)
    return {f"s:{key}"} if len(key) >= _SKELETON and ":" not in key else set()
