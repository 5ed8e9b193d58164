"""Organisations in a sentence, by name or by what they are, and whether the sentence is about them.

Firms, unions, teams by their names; ministries, courts, prosecutors by the words for them as well, told by the concepts of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.languages.clauses import clauses
from prism.languages.concept_classes import members
from prism.languages.gazetteer import known
from prism.languages.mentions import NameMention
from prism.languages.name_words import is_korean_person, name_words
from prism.languages.own_names import is_kind_word, own_part
from prism.languages.people import people
from prism.languages.tables import table_for
from prism.languages.terms import terms

_SUBJECT: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"(?: 측)?(?:은|는|이|가|도|측은|측이)(?=[ ,])|에 따르면"),
    "ja": re.compile(r"(?:側)?[はがも]"),
}
_LEAD: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(r"(?:而|但|但是|同时|其中|[^，。]{0,6}的)?\s*"),
}
_LATIN_LEAD = re.compile(
    r"(?:[^,]{2,30}, )?(?:(?:and|but|while|when|as|which|that|although|because|[A-Z][a-z]+ [a-z]+),? )?(?:[Tt]he |[Aa]n? )?(?:[A-Za-z-]+ ){0,3}$"
)
_OF_IT = re.compile(r"['’]s\b|的| (?:of|for)\b")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation in a sentence.

    Attributes:
        text: as it stands.
        start: offset of its first character.
        end: offset behind its last.
        ids: concepts that it stands for, if the lexicon has it.
        is_named: whether it is a name.
        is_subject: whether its clause is about it.
    """

    text: str
    start: int
    end: int
    ids: frozenset[str]
    is_named: bool
    is_subject: bool


def is_general(ids: frozenset[str]) -> bool:
    """Whether concepts of bodies are so general that others may stand for them (government, authorities, agency)."""
    return not ids.isdisjoint(members("body-general"))


@lru_cache(maxsize=2048)
def bodies(text: str, language: str, names: Sequence[NameMention]) -> tuple[Body, ...]:
    """The organisations in a sentence in their order.

    Args:
        text: a sentence.
        language: primary tag.
        names: those found in it, as a tuple.
    """
    found: dict[tuple[int, int], tuple[frozenset[str], bool]] = {}
    lexicon = members("body")
    for term in terms(text, language):
        if term.ids & lexicon:
            found[term.start, term.end] = (term.ids & lexicon, False)
    for one in names:
        if _is_organisation(one, text, language):
            _put(found, one.start, one.end)
    for start, end in _by_shape(text, language):
        _put(found, start, end)
    return tuple(
        Body(text[start:end], start, end, ids, named, _is_about(text, language, start, end))
        for (start, end), (ids, named) in sorted(found.items())
    )


def _put(found: dict[tuple[int, int], tuple[frozenset[str], bool]], start: int, end: int) -> None:
    """A name among the bodies, in place of the words of the lexicon within it, unless it lies within another name."""
    if any(named and start < last and first < end for (first, last), (_, named) in found.items()):
        return
    ids: frozenset[str] = frozenset()
    for span in [one for one in found if start < one[1] and one[0] < end]:
        ids |= found.pop(span)[0] if span[1] == end else found.pop(span)[0] & frozenset()
    found[start, end] = (ids, True)


def _is_organisation(one: NameMention, text: str, language: str) -> bool:
    if one.kind == "organisation":
        return not all(is_kind_word(word, language) for word in one.text.split()) and not _is_described(
            one.text, language
        )
    if one.kind != "other" or not one.text.isascii() or known(one.text) is not None:
        return False
    if any(term.known for term in terms(one.text.casefold(), language)):
        return False
    return not (one.text.endswith("s") and text[one.end : one.end + 1] in "'’") and not _AT.search(text[: one.start])


@lru_cache(maxsize=4096)
def _is_described(name: str, language: str) -> bool:
    """Whether what was taken for a name is made of words of the lexicon and known places only (杭州芯片设计公司)."""
    own = own_part(name, language)
    told = sum(len(term.text) for term in terms(own, language) if term.known or known(term.text) is not None)
    return language in _SIGNS and known(name) is None and told >= len(own.replace(" ", ""))


def _by_shape(text: str, language: str) -> list[tuple[int, int]]:
    """Names of firms that the readers of names miss: by the word for their kind, as unknown subjects, or as the first word."""
    found: list[tuple[int, int]] = []
    for word in name_words(text, language):
        if word.placed or is_korean_person(word.text) or known(word.text) is not None:
            continue
        whole = word.whole if word.listed else word.text
        end = word.start + len(whole)
        grown = len(whole) - len(word.text) >= _KIND
        if word.listed and not grown:
            continue
        if own_part(whole, language) != whole or _is_about(text, language, word.start, end):
            found.append((word.start, end))
    first = _FIRST.match(text) if language not in _SIGNS else None
    if first is not None and not any(one.known for one in terms(first.group().casefold(), language)):
        lead = first.group()
        if known(lead) is None and lead.casefold() not in table_for(language).stop_words:
            found.append(first.span())
    persons = [(one.start, one.end) for one in people(text, language)] if found else []
    return [(start, end) for start, end in found if not any(start < last and one < end for one, last in persons)]


_KIND = 2
"""Syllables that a word for the kind of a firm has at least."""
_FIRST = re.compile(r"[A-Z][a-z]{3,}(?=,? )")
_AT = re.compile(r"\b(?:in|at|near|off|to|from|around|outside|into|across|of) $")
_SIGNS = frozenset({"ko", "ja", "zh"})
"""Languages whose script has no capitals."""


def _is_about(text: str, language: str, start: int, end: int) -> bool:
    """Whether what follows an organisation, or its place at the head of a clause, shows that the clause is about it."""
    pattern = _SUBJECT.get(language)
    if pattern is not None:
        return pattern.match(text, end) is not None
    first = next((one for one, last in clauses(text, language) if one <= start < last), 0)
    if _OF_IT.match(text, end):
        return False
    lead = _LEAD.get(language)
    if lead is not None:
        return lead.fullmatch(text, first, start) is not None
    return _LATIN_LEAD.fullmatch(text[first:start].lstrip(" ,")) is not None or start == first
