"""Names in a claim that its sentence shows and no list has, and that no source has: 매물도, 윤세아, 무등모터스.

Within a language such a word must stand in a source by its letters, in another arrangement, or in another script. Across
languages it must be heard or read there. How sure it is that it does not depends on what the word is: a name that no
dictionary has is nothing else, one that a dictionary has may be a common word as well, and what the lexicon has may have been
translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from prism.checks.alignment import Aligned
from prism.checks.arranged import is_arranged
from prism.checks.naming import standing
from prism.checks.reading import CAPITALS, Statement
from prism.checks.respelling import alike_in_some_way
from prism.languages import NameMention, known, same_name
from prism.languages.concepts import concepts
from prism.languages.name_words import NameWord, is_korean_person, name_words
from prism.languages.own_names import own_part
from prism.languages.syllables import is_spoken_in, may_stand_in_han

_SURE, _LIKE, _HEARD = 0.69, 0.75, 0.8
_LEAST_ACROSS = 3
"""Syllables that a name needs for being told by its sound."""
_HAN = re.compile(r"[㐀-鿿々]")
_LATIN = re.compile(r"[^\W\d_가-힣ぁ-ヺ㐀-鿿][\w'’&-]+")
_SEVERAL = re.compile(rf"(?=\b([{CAPITALS}][\w’'-]+(?: (?:[a-z]{{1,3}}|[{CAPITALS}][\w’'-]*)){{1,3}}))")
_TWO = re.compile(rf"(?=\b([{CAPITALS}][\w’'-]+ [{CAPITALS}][\w’'-]+) )")
_FIRM = re.compile(r"([^\W\d_]\w+) & ([^\W\d_]\w+)")
"""A firm by two names, which other scripts write as one word (탄앤드로)."""
_SIDES = frozenset("동서남북")
_TAILS = 2
_BEGUN = 0.7
"""Doubt about a name of which a run of Han characters spells the beginning."""
_SHORT = 2


def names_shown(aligned: Aligned) -> Iterator[NameWord]:
    """The names of a claim that its structure shows and no list has, whether a source has them or not."""
    claim = aligned.claim
    spans = [(day.start, day.end) for day in claim.mentions] + [(one.start, one.end) for one in claim.figures]
    for word in name_words(claim.text, claim.language):
        if known(word.text) is None and not any(start < word.end and word.start < end for start, end in spans):
            yield word


def doubt_of(word: NameWord, aligned: Aligned) -> float:
    """How likely a name that a claim shows is in its sources after all, or no name: 0 to 1."""
    return max((_doubt(word, aligned.claim, passages) for passages in _by_language(aligned)), default=1.0)


def _by_language(aligned: Aligned) -> tuple[tuple[Statement, ...], ...]:
    """The passages, those of one language together."""
    languages = dict.fromkeys(one.language for one in aligned.every)
    return tuple(tuple(one for one in aligned.every if one.language == language) for language in languages)


def _doubt(word: NameWord, claim: Statement, passages: Sequence[Statement]) -> float:
    """How likely passages of one language have a name: 0 surely not, 1 surely, or nothing can be told."""
    if passages[0].language == claim.language:
        return _within(word, claim, passages)
    return _across(word, claim, passages)


def _within(word: NameWord, claim: Statement, passages: Sequence[Statement]) -> float:
    if any(_stands(word, passage) for passage in passages) or is_arranged(word.text, claim.language, passages):
        return 1.0
    if any(_abbreviates(word.text, passage.text) for passage in passages):
        return 1.0
    for passage in passages:
        for token in _LATIN.findall(passage.text):
            if same_name(word.text, claim.language, token, "en") >= _LIKE:
                return 1.0
    if _is_said(word, claim.language):
        return 1.0
    return 0.0 if not word.listed or word.placed or word.foreign or is_korean_person(word.text) else 0.5


def _stands(word: NameWord, passage: Statement) -> bool:
    """Whether a name stands in a passage: whole, without its kind, or with the syllable behind it."""
    text = passage.folded
    return word.text.casefold() in text or word.bare.casefold() in text


@lru_cache(maxsize=2048)
def _abbreviates(short: str, text: str) -> bool:
    """Whether two syllables are the first and a later one of a longer word (한은, 한국은행), or a longer name has both."""
    return len(short) == _SHORT and re.search(rf"{short[0]}[가-힣]{{1,3}}{short[1]}", text) is not None


@lru_cache(maxsize=8192)
def _is_said(word: NameWord, language: str) -> bool:
    """Whether the lexicon has the whole of a word: it is a common one, whatever the sentence makes of it."""
    return any(one.end - one.start >= len(word.text) for one in concepts(word.text, language))


def _across(word: NameWord, claim: Statement, passages: Sequence[Statement]) -> float:
    if _has_meaning(word.text, claim.language):
        return 1.0  # it may have been translated
    lettered = not any(_HAN.search(passage.text) for passage in passages)
    forms = _forms(word, claim.language, lettered=lettered)
    best = 0.0
    for form in forms:
        inner = form != word.text and word.text.endswith(form)
        for passage in passages:
            heard = _heard(form, claim, passage, capitals=inner)
            if heard >= _HEARD:
                return 1.0
            best = best if inner else max(best, heard)
    if not lettered:
        return _read(word, passages)
    if best >= _LIKE or not (word.foreign or word.placed or is_korean_person(word.text)):
        return 1.0
    if len(word.text) < _LEAST_ACROSS or best >= _SURE:
        return 1.0 if best >= _SURE and _is_end_of_a_name(word, claim, passages) else 0.5
    return 0.0 if word.foreign or (word.placed and not word.listed) else 0.5


def _is_end_of_a_name(word: NameWord, claim: Statement, passages: Sequence[Statement]) -> bool:
    """Whether a word with the one before it is heard as a name of two words (앨런 뮤어, Alan Muir)."""
    given = _GIVEN.search(claim.text, 0, word.start)
    return given is not None and any(
        same_name(given.group() + word.text, claim.language, two, "en") >= _HEARD
        for passage in passages
        for two in _TWO.findall(f"{passage.text} ")
    )


_GIVEN = re.compile(r"[가-힣]{2,} $")


@lru_cache(maxsize=8192)
def _has_meaning(word: str, language: str) -> bool:
    """Whether half of a word at least is one of the lexicon."""
    return any(
        (one.end - one.start) * 2 >= len(word) and one.end - one.start >= _SHORT for one in concepts(word, language)
    )


@lru_cache(maxsize=8192)
def _forms(word: NameWord, language: str, *, lettered: bool) -> tuple[str, ...]:
    """A name as it may have been meant: with what is written behind it, without its kind, or what is foreign in it (국제앰네스티).

    Args:
        word: of a claim.
        language: of the claim.
        lettered: whether it is compared with words in letters: parts of a name say little beside Han characters.
    """
    longer = [word.whole[: len(word.text) + more] for more in range(1, _TAILS + 1)]
    lead = [word.bare[1:]] if word.bare[0] in _SIDES and len(word.bare) > _LEAST_ACROSS else []
    inner = [
        word.text[cut:]
        for cut in range(1, _TAILS + 1)
        if lettered and len(word.text) - cut >= _LEAST_ACROSS and (cut == 1 or _has_meaning(word.text[:cut], language))
    ]
    return tuple(dict.fromkeys([word.text, word.bare, own_part(word.text, language), *longer, *lead, *inner]))


@lru_cache(maxsize=2048)
def _heard(form: str, claim: Statement, passage: Statement, *, capitals: bool) -> float:
    """How alike a form is to a word of a passage; the end of a name only to words with capitals."""
    best = standing(NameMention(form, "other", 0, len(form)), claim, passage).likeness
    if best >= _HEARD or not _LATIN.search(passage.text):
        return best
    words = (one for one in _spelt(passage.text) if one[0].isupper() or not capitals)
    return max([best, *(alike_in_some_way(form, claim.language, one, passage.language) for one in words)])


@lru_cache(maxsize=2048)
def _spelt(text: str) -> tuple[str, ...]:
    """The words of a text in Latin letters, and the names of several words as one."""
    joined = [*_SEVERAL.findall(text), *_TWO.findall(text), *(f"{a} and {b}" for a, b in _FIRM.findall(text))]
    return tuple(dict.fromkeys([*_LATIN.findall(text), *(one.replace(" ", "") for one in joined)]))


def _read(word: NameWord, passages: Sequence[Statement]) -> float:
    """Names in Han characters: told only where a word sounds like a name of that language, and is not even begun there."""
    language = passages[0].language
    if not is_spoken_in(word.bare, language):
        return 1.0
    if len(word.text) < _LEAST_ACROSS or word.listed:
        return 0.5
    return _BEGUN if any(may_stand_in_han(word.bare, passage.text, language) for passage in passages) else 0.0
