"""Whether a name stands in sources of its own language in another arrangement: apart or together, short or in full.

국토부 is 국토교통부, 새온전자노조 the 노동조합 of 새온전자, CARB the California Air Resources Board, Lincoln High the Lincoln High School.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from prism.checks.reading import Statement
from prism.languages import known
from prism.languages.own_names import is_kind_word
from prism.languages.tables import table_for
from prism.languages.terms import terms

_GLUED = re.compile(r"[가-힣一-鿿]")
_MARKS = re.compile(r"[\s·・‧•'\"‘’“”「」『』()-]+")
_RUN = re.compile(r"[가-힣A-Z]+|[一-鿿々]+")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_ACRONYM = re.compile(r"(?P<letters>[A-Z][A-Za-z]{0,4}[A-Z])s?")
_RUNS_ON = re.compile(r"(?:하고|하여|되어|이고|으며|라고|다고|하는|되는|있는|에서|에게|[을를은는의])$")
"""Behind these a name does not go on."""
_PARTICLE = re.compile(r"(?<=[가-힣])[은는이가을를의에도와과로]$")
_SHORT, _PIECE, _LONG, _STEM = 3, 2, 5, 4
_LONGEST = 16
_TOGETHER = 3


def is_arranged(name: str, language: str, passages: Sequence[Statement]) -> bool:
    """Whether a name stands in one of the passages, all in its language, in another arrangement.

    Args:
        name: as it stands in a claim.
        language: primary tag of claim and passages.
        passages: of the sources.
    """
    if _GLUED.match(name):
        return any(_in_other_spaces(name, one) or _abbreviated(name, one) for one in passages)
    return any(_by_words(name, language, one) or _by_initials(name, one) for one in passages)


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    return _MARKS.sub("", text.casefold())


def _in_other_spaces(name: str, passage: Statement) -> bool:
    """Written together or apart, or its two halves in two places."""
    own, text = _plain(name), _plain(passage.text)
    if own in text:
        return True
    return len(own) >= _LONG and any(
        own[:cut] in text and own[cut:] in text for cut in range(_PIECE, len(own) - _PIECE + 1)
    )


def _abbreviated(name: str, passage: Statement) -> bool:
    own = _plain(name)
    runs = [run for run in _runs(passage.text) if run[0] == own[0]]
    return any(_shortens(own, run) or _shortens(_PARTICLE.sub("", run), own) for run in runs)


@lru_cache(maxsize=2048)
def _runs(text: str) -> tuple[str, ...]:
    """The words of a text in scripts that shorten by syllables, and up to three of them together."""
    words = _RUN.findall(text)
    found = dict.fromkeys(words)
    for size in range(2, _TOGETHER + 1):
        for place in range(len(words) - size + 1):
            found.setdefault("".join(words[place : place + size]))
    return tuple(one.casefold() for one in found if _SHORT <= len(one) <= _LONGEST)


def _shortens(short: str, full: str) -> bool:
    """Whether the syllables of a short form stand in the full one in their order, the first first."""
    if not _SHORT <= len(short) < len(full):
        return False
    rest = iter(full)
    return all(one in rest for one in short)


@lru_cache(maxsize=2048)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text))


def _stem(word: str) -> str:
    bare = _POSSESSIVE.sub("", word.casefold())
    return bare[:-1] if bare.endswith("s") and len(bare) > _STEM else bare


def _by_words(name: str, language: str, passage: Statement) -> bool:
    """Every word of a name stands in a passage, or is said there in another word, one at least by its letters."""
    small = table_for(language).stop_words
    words = [word for word in _WORD.findall(name) if word.casefold() not in small]
    there = _stems(passage.text)
    borne = [word for word in words if _stem(word) in there or (word.isupper() and _by_initials(word, passage))]
    return bool(borne) and all(
        word in borne or is_kind_word(word, language) or _said(word, language, passage) for word in words
    )


@lru_cache(maxsize=2048)
def _said(word: str, language: str, passage: Statement) -> bool:
    return any(
        term.known and any(key in passage.keys for key in term.keys if key.startswith("c:"))
        for term in terms(word.casefold(), language)
    )


def _by_initials(name: str, passage: Statement) -> bool:
    match = _ACRONYM.fullmatch(name)
    if match:
        return match.group("letters").casefold() in _initials(passage.text, len(match.group("letters")))
    own = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
    return len(own) >= _PIECE and re.search(rf"(?<!\w){own}s?(?!\w)", passage.text) is not None


@lru_cache(maxsize=2048)
def _initials(text: str, length: int) -> frozenset[str]:
    """The first letters of so many words in a row, with and without the little words between them."""
    words = _WORD.findall(text.replace("-", " "))
    rows: Iterable[list[str]] = (words, [word for word in words if word[0].isupper() or len(word) > _SHORT])
    found: set[str] = set()
    for row in rows:
        letters = "".join(word[0] for word in row).casefold()
        found.update(letters[at : at + length] for at in range(len(letters) - length + 1))
    return frozenset(found)


@lru_cache(maxsize=8192)
def is_surely_name(name: str, kind: str, language: str) -> bool:
    """Whether what was found as a name that nobody knows is surely one, and no common words.

    Args:
        name: as it stands.
        kind: person, place or organisation.
        language: primary tag.
    """
    words = name.split()
    if _GLUED.match(name):
        if kind == "person" and len(words) == 1 and len(name) < _SHORT:
            return False  # 수단, 저지, 상인
        if any(_RUNS_ON.search(word) for word in words[:-1]):
            return False
        return not any(_is_common(word, language) for word in (words if kind == "person" else words[:1]))
    return not all(is_kind_word(word, language) or _is_common(word, language) or _is_place(word) for word in words)


def _is_common(word: str, language: str) -> bool:
    """Whether the lexicon has a word, or what it begins with before a syllable (정치학, 시선에)."""
    if word.casefold() in table_for(language).stop_words:
        return True
    found = next(iter(terms(word if _GLUED.match(word) else word.casefold(), language)), None)
    return found is not None and found.known and found.start == 0 and found.end >= len(word) - 1


def _is_place(word: str) -> bool:
    entry = known(word)
    return entry is not None and entry[1] == "place"


__all__ = ["is_arranged", "is_surely_name"]
