"""Which words of different languages say the same thing: a lexicon of concepts, and the concepts that contradict each other.

The lexicon is Prism's own (`data/concepts/*.txt`, one concept a line): an id, its forms in Korean, English, Japanese, Chinese
and German, and the ids of the concepts that must never be taken for it (rise and fall, buy and sell, minister and president).
East Asian forms are found anywhere in a text by an Aho-Corasick automaton (Aho & Corasick 1975), the longest from the left;
English and German ones at whole words, inflected forms included.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

_GLUED = frozenset({"ko", "ja", "zh"})
"""Languages whose words are found inside longer runs of letters."""
_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SPOKEN_LENGTH = 2
"""Korean forms of this many syllables are also found inside a word (재선거); shorter ones only where it begins."""
_NO_CONCEPT = frozenset({"no-concept"})
"""Of forms that hide another word: endings and compounds whose letters happen to be those of a word."""
_LONGEST_PHRASE = 4
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that can be said in several languages.

    Attributes:
        id: English, hyphenated.
        forms: language → what stands for it in a text.
        contrary: ids of concepts that contradict it.
    """

    id: str
    forms: Mapping[str, tuple[str, ...]]
    contrary: frozenset[str]


class ConceptMention(NamedTuple):
    """A place in a text that stands for one or several concepts.

    Attributes:
        start: offset of its first character.
        end: offset behind its last.
        ids: the concepts that it may mean.
    """

    start: int
    end: int
    ids: frozenset[str]


@dataclass(slots=True)
class _Words:
    """What is looked up word by word."""

    phrases: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    """First word → words of the longest phrase that begins with it."""
    stems: dict[str, set[str]] = field(default_factory=dict)
    longest_stem: int = 0


@cache
def lexicon() -> Mapping[str, Concept]:
    """Every concept by its id; contraries hold both ways."""
    found: dict[str, Concept] = {}
    contrary: dict[str, set[str]] = defaultdict(set)
    folder = files("prism.languages") / "data" / "concepts"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        for line in file.read_text(encoding="utf-8").splitlines():
            concept = read_concept(line)
            if concept is None:
                continue
            before = found.get(concept.id)
            found[concept.id] = _joined(before, concept) if before else concept
            for other in concept.contrary:
                contrary[concept.id].add(other)
                contrary[other].add(concept.id)
    return {ident: Concept(ident, one.forms, frozenset(contrary[ident])) for ident, one in found.items()}


def read_concept(line: str) -> Concept | None:
    """A line of a lexicon: an id, its forms by language, the ids that contradict it; None for a comment."""
    ident, *fields = (part.strip() for part in line.split(" | "))
    if not ident or ident.startswith("#") or not fields:
        return None
    forms: dict[str, tuple[str, ...]] = {}
    contrary: frozenset[str] = frozenset()
    for one in fields:
        if one.startswith("!="):
            contrary = frozenset(part.strip() for part in one[2:].split(",") if part.strip())
        elif ":" in one:
            language, listed = one.split(":", 1)
            forms[language.strip()] = tuple(part.strip() for part in listed.split(",") if part.strip())
    return Concept(ident, forms, contrary)


def _joined(one: Concept, other: Concept) -> Concept:
    languages = {**one.forms, **other.forms}
    forms = {tag: tuple(dict.fromkeys((*one.forms.get(tag, ()), *other.forms.get(tag, ())))) for tag in languages}
    return Concept(one.id, forms, one.contrary | other.contrary)


def contrary_of(ids: frozenset[str]) -> frozenset[str]:
    """The concepts that contradict any of these."""
    known = lexicon()
    return frozenset(other for ident in ids if ident in known for other in known[ident].contrary)


@lru_cache(maxsize=2048)
def concepts(text: str, language: str) -> tuple[ConceptMention, ...]:
    """The concepts that a text names, from left to right, the longest forms first.

    Args:
        text: plain text.
        language: its primary language; the lexicon has ko, en, ja, zh and de, other languages give nothing.
    """
    if language in _GLUED:
        return tuple(_in_runs(text, language))
    return tuple(_in_words(text, language))


@cache
def _automaton(language: str) -> tuple[AhoCorasick, tuple[str, ...], tuple[frozenset[str], ...]] | None:
    forms: dict[str, set[str]] = defaultdict(set)
    for concept in lexicon().values():
        for form in concept.forms.get(language, ()):
            forms[form.casefold()].add(concept.id)
    if not forms:
        return None
    ordered = tuple(sorted(forms))
    return AhoCorasick(ordered), ordered, tuple(frozenset(forms[form]) for form in ordered)


def _in_runs(text: str, language: str) -> Iterator[ConceptMention]:
    built = _automaton(language)
    if built is None:
        return
    automaton, _, ids = built
    folded = text.casefold()
    if len(folded) != len(text):
        folded = text
    hits = sorted(
        automaton.find_matches_as_indexes(folded, overlapping=True), key=lambda hit: (hit[1], hit[1] - hit[2])
    )
    reached = 0
    for pattern, start, end in hits:
        if start < reached:
            continue
        if ids[pattern] == _NO_CONCEPT:
            reached = end
            continue
        inside = language == "ko" and start > 0 and _HANGUL.match(text[start - 1]) is not None
        if inside and end - start < _SPOKEN_LENGTH:
            continue
        yield ConceptMention(start, end, ids[pattern])
        reached = end


@cache
def _word_index(language: str) -> _Words:
    index = _Words()
    for concept in lexicon().values():
        for form in concept.forms.get(language, ()):
            for spelling in form.split("/"):
                folded = spelling.strip().casefold()
                if folded.endswith("*"):
                    index.stems.setdefault(folded[:-1], set()).add(concept.id)
                    index.longest_stem = max(index.longest_stem, len(folded) - 1)
                elif folded:
                    for phrase in _inflected(folded, language):
                        index.phrases.setdefault(phrase, set()).add(concept.id)
                        length = min(len(phrase), _LONGEST_PHRASE)
                        index.longest[phrase[0]] = max(index.longest.get(phrase[0], 0), length)
    return index


def _inflected(form: str, language: str) -> Iterator[tuple[str, ...]]:
    words = tuple(_LATIN.findall(form))
    if not words or language != "en":
        if words:
            yield words
        return
    heads = english_forms(words[0])
    yield from ((head, *words[1:]) for head in heads)
    if len(words) > 1:
        yield from ((*words[:-1], last) for last in english_forms(words[-1]) if last != words[-1])


_VOWELS = frozenset("aeiou")


def english_forms(word: str) -> tuple[str, ...]:
    """The regular inflections of a word, itself first: -s, -ed, -ing, -ly, with dropped e, y to ie, doubled consonant."""
    found = [word, word + "s", word + "ly"]
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        found.append(word + "es")
    if word.endswith("e"):
        found += [word + "d", word[:-1] + "ing", word[:-1] + "y"]
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        found += [word[:-1] + "ies", word[:-1] + "ied", word + "ing", word[:-1] + "ily"]
    else:
        found += [word + "ed", word + "ing"]
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:  # noqa: PLR2004 - letters
        found += [word + word[-1] + "ed", word + word[-1] + "ing"]
    return tuple(dict.fromkeys(found))


def _in_words(text: str, language: str) -> Iterator[ConceptMention]:
    index = _word_index(language)
    if not index.phrases and not index.stems:
        return
    tokens = [(match.start(), match.end(), _bare(match.group().casefold())) for match in _LATIN.finditer(text)]
    place = 0
    while place < len(tokens):
        length, ids = _longest(tokens, place, index)
        if ids:
            yield ConceptMention(tokens[place][0], tokens[place + length - 1][1], ids)
        place += max(1, length)


def _bare(token: str) -> str:
    """A word without the mark of possession."""
    return token.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _longest(tokens: list[tuple[int, int, str]], place: int, index: _Words) -> tuple[int, frozenset[str]]:
    word = tokens[place][2]
    for length in range(index.longest.get(word, 0), 0, -1):
        here = tuple(token for _, _, token in tokens[place : place + length])
        if here in index.phrases:
            return len(here), frozenset(index.phrases[here])
    for length in range(min(len(word), index.longest_stem), _SHORTEST_STEM - 1, -1):
        if word[:length] in index.stems:
            return 1, frozenset(index.stems[word[:length]])
    if "-" in word:
        parts = [one for part in word.split("-") for one in index.phrases.get((part,), ())]
        return (1, frozenset(parts)) if parts else (0, frozenset())
    return 0, frozenset()
