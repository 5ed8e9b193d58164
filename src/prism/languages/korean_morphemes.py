"""Korean sentences cut into morphemes: which words are nouns, which are names, what a verb is without its endings.

Kiwi (kiwipiepy, Apache 2.0) does the cutting. Its model takes 0.8 s to load and 330 MB (decision 94), so it is loaded when the
first Korean sentence is asked about and not before; what does not check Korean sentences never loads it. The same text
gives the same morphemes at any time: nothing is learnt and no word is added while it runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kiwipiepy import Kiwi

_HANGUL = re.compile(r"[가-힣]")
_NOUNS = frozenset({"NNG", "NNP", "XR"})
_JOINS = frozenset({"XPN", "XSN", "NNG", "NNP", "NNB", "XR", "SL", "SH", "SN"})
_MOST = 2000
"""Characters of one text at most; what stands behind is no sentence."""


class Morpheme(NamedTuple):
    """The smallest piece of a sentence that means something.

    Attributes:
        form: as the dictionary has it ("하", "었", "발전소").
        tag: its part of speech by the Sejong tag set: NNG a noun, NNP a name, NNB a counter, VV a verb, VA an adjective, VX an
            auxiliary, XSV and XSA what makes a verb of a noun, J* particles, E* endings, MM and MAG what stands before.
        start: offset of its first character.
        end: offset behind its last; endings that grew together with a stem share its characters.
        lemma: a verb or adjective with 다 ("돕다"), else the form.
        listed: whether the dictionary has it; a name or a word that it does not have is told by its place in the sentence.
    """

    form: str
    tag: str
    start: int
    end: int
    lemma: str
    listed: bool = True

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, a name or the root of a word."""
        return self.tag in _NOUNS

    @property
    def is_name(self) -> bool:
        """Whether it is a proper noun."""
        return self.tag == "NNP"


class Word(NamedTuple):
    """A content word of a sentence.

    Attributes:
        lemma: a noun as it is, a verb or adjective with 다 (조사하다 by its noun, 조사, as "조사").
        kind: noun, name, verb or adjective.
        start: offset of its first character.
        end: offset behind its stem.
    """

    lemma: str
    kind: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _kiwi() -> Kiwi:
    return Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)


@lru_cache(maxsize=2048)
def morphemes(text: str) -> tuple[Morpheme, ...]:
    """The morphemes of a Korean text, from left to right; none where there is no Hangul.

    Args:
        text: a sentence; no more than its first 2,000 characters are read.
    """
    if not _HANGUL.search(text):
        return ()
    return tuple(
        Morpheme(one.form, one.tag.partition("-")[0], one.start, one.end, one.lemma, not one.oov)
        for one in _kiwi().tokenize(text[:_MOST])
    )


@lru_cache(maxsize=2048)
def content_words(text: str) -> tuple[Word, ...]:
    """The nouns, names, verbs and adjectives of a Korean text; auxiliaries, particles, endings and counters are left out."""
    return tuple(_content_words(morphemes(text)))


def _content_words(found: tuple[Morpheme, ...]) -> Iterator[Word]:
    for one in found:
        if one.is_noun:
            yield Word(one.form, "name" if one.is_name else "noun", one.start, one.end)
        elif one.tag in {"VV", "VA"}:
            yield Word(one.lemma, "verb" if one.tag == "VV" else "adjective", one.start, one.end)


@lru_cache(maxsize=2048)
def compounds(text: str) -> tuple[tuple[Morpheme, ...], ...]:
    """The nouns of a Korean text as they are written together: 수력발전소 is one of two, 한울제약 대표 two of one each."""
    runs: list[list[Morpheme]] = []
    for one in morphemes(text):
        if one.tag not in _JOINS:
            continue
        if runs and runs[-1][-1].end == one.start:
            runs[-1].append(one)
        else:
            runs.append([one])
    return tuple(tuple(run) for run in runs)


_ALSO = frozenset({"도", "마저", "조차"})
_WITHIN_PHRASE = frozenset({"NNG", "NNP", "NNB", "NR", "SN", "MM", "XSN", "XPN", "XR", "SL"})


@lru_cache(maxsize=2048)
def also_phrases(text: str) -> tuple[tuple[Word, ...], ...]:
    """The noun phrases that a Korean text names as one more: those before 도 and its like, and the sides of 와, 과, 및."""
    found: list[tuple[Word, ...]] = []
    phrase: list[Morpheme] = []
    joined = False
    for one in morphemes(text):
        if one.tag in _WITHIN_PHRASE:
            phrase.append(one)
            continue
        joins = one.tag == "JC" or (one.tag == "MAJ" and one.form == "및")
        if phrase and (joins or joined or (one.tag == "JX" and one.form in _ALSO)):
            found.append(tuple(_content_words(tuple(phrase))))
        joined = joins
        phrase = []
    return tuple(one for one in found if one)
