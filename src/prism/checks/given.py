"""A person of the sources under another given name: one part of the name is theirs, the other is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from prism.checks.reading import Statement
from prism.checks.respelling import alike_in_some_way
from prism.languages import known, same_name
from prism.languages.korean_latin import same_korean_name
from prism.languages.name_words import is_plain
from prism.languages.offices import office_words
from prism.languages.own_names import is_kind_word
from prism.languages.readings import is_read_in_names, kanji_in, kanji_split, spelt_in_kanji
from prism.languages.tables import table_for
from prism.languages.terms import terms

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_OPENS = re.compile(r"[\s(\"'“‘「『·]")
_BETWEEN = re.compile(r"[ ·・‧•]")
_PARTICLE = re.compile(r"(?<=[가-힣]{2})(?:에게|에서|은|는|이|가|을|를|의|와|과|도|측|씨)$")
_GOES_ON = re.compile(r"(?<=[가-힣])(?:[은는을를의와과가]|에게|에서|으로|하여|하고|라고|다고|인|할|한|된)$")
"""Behind these a Korean name does not go on."""
_SPLIT = re.compile(r"[\s·・‧•]+")
_HAN_NAME = re.compile(r"[一-鿿々]{3,5}$")
_HANGUL = re.compile(r"[가-힣]")
_SAME_PART, _OTHER_PART = 0.85, 0.59
_SAME_LETTERS, _OTHER_LETTERS = 0.95, 0.6
_SHORT_PART = 0.25
_MOST_PARTS = 3
_LEAST = 2
_ENDINGS = ("라고", "다고", "씨", "씨는", "씨가", "하여", "면서", "으며")
_COUNTERS = frozenset("세살명번째등전현고그이저두한세네첫및또각본")
"""Words of one syllable that stand before names."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A name of a claim that is half somebody else's.

    Attributes:
        text: as it stands in the claim.
        passage: where the person stands.
        other: the person's name there.
    """

    text: str
    passage: Statement
    other: str


@dataclass(frozen=True, slots=True)
class _Word:
    raw: str
    bare: str
    start: int


def changed_names(claim: Statement, every: Sequence[Statement]) -> Iterator[Changed]:
    """The names in a claim that differ from a person's of the sources in one part, where nobody there has the whole."""
    words = _words(claim)
    for passage in every:
        for person in passage.names:
            if person.kind != "person":
                continue
            for text in _half(words, claim, person.text, passage):
                if not _has_somebody(text, claim, every):
                    yield Changed(text, passage, person.text)


@lru_cache(maxsize=256)
def _words(claim: Statement) -> tuple[_Word, ...]:
    return tuple(
        _Word(match.group(), _PARTICLE.sub("", match.group()), match.start()) for match in _WORD.finditer(claim.text)
    )


def _half(words: Sequence[_Word], claim: Statement, person: str, passage: Statement) -> Iterator[str]:
    parts = [part for part in _SPLIT.split(person) if part]
    if _LEAST <= len(parts) <= _MOST_PARTS:
        for run in _runs(words, claim, len(parts)):
            if _differ_in_one(run, claim, parts, passage) and _is_named(run, claim):
                yield _text(run, claim)
    elif _HAN_NAME.match(person) and claim.language != passage.language:
        for run in _runs(words, claim, 2):
            if _differ_in_kanji(run, claim, person):
                yield _text(run, claim)


def _runs(words: Sequence[_Word], claim: Statement, length: int) -> Iterator[tuple[_Word, ...]]:
    """Words in a row with nothing but a space between them."""
    for place in range(len(words) - length + 1):
        run = tuple(words[place : place + length])
        if any(_GOES_ON.search(one.raw) for one in run[:-1]) or run[-1].raw.endswith(_ENDINGS):
            continue
        if run[0].start and not _OPENS.match(claim.text[run[0].start - 1]):
            continue
        if all(
            len(one.raw) + one.start + 1 == other.start and _BETWEEN.match(claim.text[other.start - 1])
            for one, other in pairwise(run)
        ):
            yield run


def _is_named(run: Sequence[_Word], claim: Statement) -> bool:
    """Whether one word at least of a run stands in a name, where a script does not show names by itself."""
    if not _HANGUL.match(run[0].raw):
        return True
    return any(name.start <= word.start < name.end for word in run for name in claim.names)


def _text(run: Sequence[_Word], claim: Statement) -> str:
    return claim.text[run[0].start : run[-1].start] + run[-1].bare


def _differ_in_one(run: Sequence[_Word], claim: Statement, parts: Sequence[str], passage: Statement) -> bool:
    """Whether all parts but one are the same, and that one is a name of its own."""
    unlike = -1
    for place, (word, part) in enumerate(zip(run, parts, strict=True)):
        last = place == len(run) - 1
        likeness = max(_likeness(one, claim, part, passage) for one in ({word.raw, word.bare} if last else {word.raw}))
        same, other = (
            (_SAME_LETTERS, _OTHER_LETTERS) if claim.language == passage.language else (_SAME_PART, _OTHER_PART)
        )
        if likeness >= same:
            continue
        if likeness > (_SHORT_PART if min(len(word.bare), len(part)) == 1 else other) or unlike >= 0:
            return False
        unlike = place
    if len(run) == _MOST_PARTS and not unlike:
        return False  # of three parts the first is the surname or the first given name, and spelt in more ways
    return unlike >= 0 and _may_be_part(run[unlike], claim) and _tells(run, unlike, claim)


def _tells(run: Sequence[_Word], unlike: int, claim: Statement) -> bool:
    """Whether the parts that are the same are no common words."""
    return all(_may_be_part(word, claim) for place, word in enumerate(run) if place != unlike)


def _likeness(word: str, claim: Statement, part: str, passage: Statement) -> float:
    if claim.language == passage.language:
        return fuzz.ratio(word.casefold(), part.casefold()) / 100
    return max(
        alike_in_some_way(word, claim.language, part, passage.language),
        alike_in_some_way(part, passage.language, word, claim.language),
    )


def _may_be_part(one: _Word, claim: Statement) -> bool:
    """Whether a word may be a part of a person's name: capitals where there are any, no title, no word of the lexicon."""
    language, word = claim.language, one.bare
    if (word.isupper() and len(word) <= _MOST_PARTS) or (len(word) < _LEAST and not _HANGUL.match(word)):
        return False
    if (len(word) < _LEAST and word in _COUNTERS) or (word[0].isascii() and not word[0].isupper()):
        return False
    table = table_for(language)
    if word in table.titles_before or word in table.titles_after or word.casefold() in office_words(language):
        return False
    if known(word) is not None or is_kind_word(word, language) or word.casefold() in table.stop_words:
        return False
    found = [term for term in terms(word, language) if term.known]
    if _HANGUL.match(word) and (bool(found) == (len(word) > _LEAST)):  # 레이스 is no word within 그레이스, 글자 is one
        return not is_plain(claim.text, language, one.start, one.start + len(word))
    return not found


def _differ_in_kanji(run: Sequence[_Word], claim: Statement, person: str) -> bool:
    """Whether one word is how a surname in Han characters is read, and the other cannot be how the given name is."""
    first, second = run
    ways = [(first.raw, second)]
    if not _HANGUL.match(first.raw):
        ways.append((second.bare, first))  # the given name first, as in Latin letters
    for surname, given in ways:
        if len(surname) < _LEAST or known(surname) is not None:
            continue
        cut = kanji_split(surname, person)
        if not cut or cut >= len(person):
            continue
        rest = person[cut:]
        if max(spelt_in_kanji(one, rest) for one in {given.raw, given.bare}) > _OTHER_PART:
            return False
        if any(kanji_in(one, given.bare) for one in rest):
            return False  # half of the given name: there may be a reading that nobody listed
        return is_read_in_names(rest) and len(given.bare) >= _LEAST and _may_be_part(given, claim)
    return False


def _has_somebody(text: str, claim: Statement, every: Sequence[Statement]) -> bool:
    """Whether a person of the sources has the whole of a name."""
    for passage in every:
        if text.casefold() in passage.folded:
            return True
        for person in passage.names:
            if same_name(text, claim.language, person.text, passage.language) >= _SAME_PART:
                return True
            if same_korean_name(text.replace(" ", ""), person.text):
                return True
        if _HANGUL.search(text) and spelt_in_kanji(text, passage.text) >= 1.0:
            return True
    return False
