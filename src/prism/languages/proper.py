"""Words that stand where names stand, though nobody knows them as names: 용인 공장, 천호동, 뤄양의 화석, 명일역.

Whether such a word is a name is told only beside another text that has one in its place (`prism.checks.instead`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from prism.languages.gazetteer import known, known_in
from prism.languages.mentions import NameMention
from prism.languages.names_korean import is_common_place
from prism.languages.own_names import own_part
from prism.languages.tables.shape import listed
from prism.languages.terms import terms

_TOKEN = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,9}(?![가-힣A-Za-z0-9])")
_TAILS = "에서는|에서도|에서|에는|으로|까지|부터|에|로|의|을|를|은|는|과|와|도|이|가"
_TAIL = re.compile(rf"(?P<stem>[가-힣]{{2,}}?)(?P<tail>{_TAILS})$")
_KINDS = sorted(
    listed(
        "시|군|구|동|읍|현|항|역|섬|구청장|시장|군수|구청|시청|군청|시의회|군의회|구의회|경찰서|소방서|고등학교|중학교|초등학교|대학교|대학|공항|지법|지검|병원|터미널|대교|"
        "지방법원|의료원|해수욕장|저수지|발전소|공장|지점|캠퍼스|조선소|사업장|연구소|물류센터|본점|지사|앞바다|해안|광역시|특별시"
    ),
    key=len,
    reverse=True,
)
_ONE_SYLLABLE = re.compile(r"[가-힣](?:에서|으로|까지|부터|에는|에서는|에서도|이라|에게)")
"""A word of one syllable with a particle."""
_LITTLE = re.compile(
    r"\b(?P<word>in|at|near|off|to|from|around|outside|for|through|via|into|across|bei|aus|nach|vor) (?:the )?$"
)
_NEXT = re.compile(rf" (?:{'|'.join(one for one in _KINDS if len(one) > 1)})(?:{_TAILS})?(?![가-힣])")
_LEAST = 2
_BACK = 14


@dataclass(frozen=True, slots=True)
class Proper:
    """A word that may be a name.

    Attributes:
        text: without particle.
        own: without the word for its kind at its end.
        kind: that word, or empty.
        start: offset of its first character.
        end: offset behind it.
        tail: the particle behind it, or the little word before it.
        sure: whether it is known as a place, if only where the context says so.
        common: whether the lexicon has it.
    """

    text: str
    own: str
    kind: str
    start: int
    end: int
    tail: str
    sure: bool
    common: bool


@lru_cache(maxsize=2048)
def proper_words(text: str, language: str, names: Sequence[NameMention] = ()) -> tuple[Proper, ...]:
    """The words of a text that may be names of places.

    Args:
        text: a sentence.
        language: primary tag.
        names: those found in it already, as a tuple.

    Returns:
        In a script with capitals the places among the names found; in Hangul also words of the shape, or unknown ones.
    """
    found = [
        Proper(
            one.text,
            own_part(one.text, language),
            "",
            one.start,
            one.end,
            _link(text, one.start),
            known(one.text) is not None,
            common=False,
        )
        for one in names
        if one.kind in {"place", "other"} and not _TOKEN.fullmatch(one.text)
    ]
    return tuple(sorted([*found, *_hangul(text, language)], key=lambda one: one.start))


def _link(text: str, start: int) -> str:
    """The little word before a name (in, near, off)."""
    match = _LITTLE.search(text[max(0, start - _BACK) : start])
    return match.group("word") if match else ""


def is_place_kind(rest: str) -> bool:
    """Whether what follows a word begins with a word for what a place is the name of (공장, 앞바다)."""
    match = _NEXT.match(rest)
    return match is not None


def _hangul(text: str, language: str) -> list[Proper]:
    return [_proper(match.start(), match.group(), language) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=16384)
def _shape(word: str, language: str) -> tuple[str, str, str, str, bool, bool]:
    stem, tail = word, ""
    match = _TAIL.match(word)
    if match and word not in known_in(language):
        stem, tail = match.group("stem"), match.group("tail")
    kind = next((one for one in _KINDS if stem.endswith(one) and len(stem) - len(one) >= _LEAST), "")
    own = stem[: -len(kind)] if kind else stem
    if not kind and stem == word and _ONE_SYLLABLE.fullmatch(word):
        return word, word, "", "", False, True
    entry = known(own) or known(stem)
    sure = entry is not None and entry[1] == "place" and not entry[0].startswith("country:")
    common = not sure and (is_common_place(stem) or any(term.known for term in terms(own, language)))
    return stem, own, kind, tail, sure, common


def _proper(start: int, word: str, language: str) -> Proper:
    stem, own, kind, tail, sure, common = _shape(word, language)
    return Proper(stem, own, kind, start, start + len(stem), tail, sure, common)
