"""The fields of everyday speech: which words of quotations may say the same in several languages.

A quotation is made of other words than the news around it: hands and doors, to wait, to be sorry. They are too short and mean too
much to be looked for anywhere in a text; here they are looked up where they stand as words (`data/everyday.txt`): Korean by
lemma, a single kanji where no other stands beside it, English inflected. A field is wider than a concept (a son and a daughter are
both children), so that what shares none says something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from prism.languages.concepts import ConceptMention, english_forms, read_concept
from prism.languages.korean_morphemes import morphemes

_HAN = re.compile(r"[一-鿿々]")
_LATIN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_STEMS = frozenset({"VV", "VA"})
_WHOLE = frozenset({"NNG", "NNP", "XR", "MAG", "MM"})
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class _Fields:
    forms: Mapping[str, Mapping[str, frozenset[str]]]
    contrary: Mapping[str, frozenset[str]]


@cache
def _fields() -> _Fields:
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    contrary: dict[str, set[str]] = defaultdict(set)
    data = files("prism.languages") / "data" / "everyday.txt"
    for line in data.read_text(encoding="utf-8").splitlines():
        one = read_concept(line)
        if one is None:
            continue
        for language, listed in one.forms.items():
            for form in listed:
                for spelling in _spellings(form, language):
                    forms[language][spelling].add(one.id)
        for other in one.contrary:
            contrary[one.id].add(other)
            contrary[other].add(one.id)
    return _Fields(
        {tag: {form: frozenset(ids) for form, ids in listed.items()} for tag, listed in forms.items()},
        {ident: frozenset(others) for ident, others in contrary.items()},
    )


def _spellings(form: str, language: str) -> Iterator[str]:
    if language != "en":
        yield form
        return
    for part in form.split("/"):
        first, _, rest = part.strip().partition(" ")
        yield from (f"{head} {rest}".strip() for head in english_forms(first))
        if not rest:
            yield from _degrees(first)


def _degrees(word: str) -> Iterator[str]:
    """What a short adjective becomes in comparisons (safer, emptiest), which no other short word does."""
    stem = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
    doubled = stem + stem[-1] if len(stem) <= _SHORT and stem[-1] not in "aeiouwxy" else stem
    yield from (f"{one}{end}" for one in {stem, doubled} for end in ("er", "est") if len(word) > 2)  # noqa: PLR2004 - letters


_SHORT = 4


def opposed(ids: frozenset[str]) -> frozenset[str]:
    """The fields that contradict any of these."""
    return frozenset(other for ident in ids for other in _fields().contrary.get(ident, ()))


@lru_cache(maxsize=2048)
def fields(text: str, language: str) -> tuple[ConceptMention, ...]:
    """The words of a text that belong to fields of everyday speech, from left to right.

    Args:
        text: plain text.
        language: primary tag: ko, en, ja or zh; others give nothing.
    """
    if language == "ko":
        return tuple(_by_lemma(text))
    if language == "en":
        return tuple(_by_word(text))
    return tuple(_in_runs(text, language))


def _by_lemma(text: str) -> Iterator[ConceptMention]:
    known = _fields().forms["ko"]
    for one in morphemes(text):
        if one.tag in _STEMS or one.tag in _WHOLE:
            ids = known.get(one.lemma if one.tag in _STEMS else one.form)
            if ids:
                yield ConceptMention(one.start, one.end, ids)


def _by_word(text: str) -> Iterator[ConceptMention]:
    known = _fields().forms["en"]
    tokens = [(match.start(), match.end()) for match in _LATIN.finditer(text)]
    place = 0
    while place < len(tokens):
        length, ids = 1, frozenset[str]()
        for count in range(min(_LONGEST_PHRASE, len(tokens) - place), 0, -1):
            start, end = tokens[place][0], tokens[place + count - 1][1]
            ids = known.get(text[start:end].casefold().replace("’", "'").removesuffix("'s"), frozenset())
            if ids:
                length = count
                yield ConceptMention(start, end, ids)
                break
        place += length


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    known = _fields().forms.get(language)
    return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True)))) if known else None


def _in_runs(text: str, language: str) -> Iterator[ConceptMention]:
    pattern = _pattern(language)
    if pattern is None:
        return
    known = _fields().forms[language]
    at = 0
    while match := pattern.search(text, at):
        start, end = match.span()
        at = end
        alone = end - start > 1 or language != "ja" or not _HAN.match(match.group())
        if alone or not (_is_han(text, start - 1) or _is_han(text, end)):
            yield ConceptMention(start, end, known[match.group()])


def _is_han(text: str, at: int) -> bool:
    return 0 <= at < len(text) and _HAN.match(text[at]) is not None
