"""Institutions and sites that have a name and a word for what they are: 동아대, Harwick Station, 京都大学, 松江大学.

The words for the kinds stand in `data/institutions.txt`, one line a kind with the words of each language. In scripts without spaces the word stands
behind the name, in others behind it or before it with "of".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from prism.languages.korean_morphemes import morphemes

_KOREAN = "ko"
_BEFORE: Mapping[str, str] = {
    "ko": r"(?<![가-힣])(?P<own>[가-힣A-Z]{2,8}?)",
    "ja": r"(?P<own>[一-鿿々ァ-ヶー]{2,8}?)",
    "zh": r"(?P<own>[一-鿿]{2,8}?)",
}
"""What a name is made of where the word for the kind is glued to it."""
_BEHIND: Mapping[str, str] = {
    "ko": r"(?=(?:에서는|에서도|에서|에는|에도|으로|까지|부터|은|는|이|가|을|를|의|와|과|도|에|로|측)?(?:[ ,.·)]|$))",
    "ja": "",
    "zh": "",
}
_LOAN = re.compile(r"[ァ-ヺー]{2}")
_WORD = r"[A-ZÀ-Þ][\w’'.-]*"
_LESS = frozenset(
    ["The", "National", "International", "State", "General", "Central", "Public", "City", "Regional", "Royal", "University", "County", "Municipal", "Provincial", "Federal"]
)  # fmt: skip
"""Words of a Latin name that say little of whose it is."""


TRADES = frozenset(
    ["power-company", "securities", "builder", "civil-engineering", "insurer", "chemical-firm", "electronics-firm", "heavy-industry", "steelmaker", "carmaker", "railway", "airline", "drugmaker", "shipbuilder", "shipping-line", "trading-house", "bank"]
)  # fmt: skip
"""Kinds of firms by what they trade in: part of the name, so that another trade is another firm."""


class Institution(NamedTuple):
    """An institution in a text.

    Attributes:
        start: offset of its first character.
        end: offset behind its last.
        own: its own name, without the word for the kind.
        kind: of `data/institutions.txt`.
    """

    start: int
    end: int
    own: str
    kind: str


@lru_cache(maxsize=2048)
def institutions(text: str, language: str) -> tuple[Institution, ...]:
    """The named institutions of a text, from left to right.

    Args:
        text: a sentence.
        language: primary tag; for languages that the table does not have nothing is found.
    """
    found: list[Institution] = []
    for one in _found(text, language):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(sorted(found))


def _found(text: str, language: str) -> Iterator[Institution]:
    pattern, kinds = _pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        word = match.group("kind") or match.group("of")
        own = (match.group("own") or match.group("whose")).strip()
        if language not in _BEFORE:
            own = " ".join(one for one in own.split() if one.removesuffix("’s") not in _LESS)
        elif language == _KOREAN and not _is_name(text, match.start(), match.start("kind"), match.end("kind")):
            continue
        elif _LOAN.match(own[-1] + word[0]):
            continue  # one loanword or name that ends so (ヘダム is no dam)
        if own:
            yield Institution(match.start(), match.end(), own, kinds[word])


def _is_name(text: str, start: int, kind: int, end: int) -> bool:
    """Whether a Korean word is a name with a kind, and no common noun that happens to end so (지역, 시대)."""
    last = next((one for one in morphemes(text) if one.start < end <= one.end and one.end > kind), None)
    if last is None or (last.start < kind and last.tag == "NNG" and last.listed):
        return False
    inside = [one for one in morphemes(text) if start <= one.start < kind]
    if any(one.tag.startswith("J") for one in inside):
        return True  # no particle stands within a word: a name was taken for a noun with one (다이와증권)
    return any(one.is_name or not one.listed for one in inside) or last.start <= start


@cache
def _pattern(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    kinds = {word: kind for kind, words in _table().items() for word in words.get(language, ())}
    if not kinds:
        return None, {}
    words = "|".join(re.escape(one) for one in sorted(kinds, key=len, reverse=True))
    if language in _BEFORE:
        full = rf"{_BEFORE[language]}(?P<kind>{words})(?P<of>)(?P<whose>){_BEHIND[language]}"
    else:
        full = (
            rf"\b(?P<own>(?:{_WORD} ){{1,4}}?)(?P<kind>{words})\b(?! of [A-Z])|"
            rf"\b(?P<of>{words}) of (?P<whose>{_WORD}(?: {_WORD}){{0,2}})"
        )
    return re.compile(full), kinds


@cache
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in (files("prism.languages") / "data" / "institutions.txt").read_text(encoding="utf-8").splitlines():
        kind, *fields = (part.strip() for part in line.split(" | "))
        if fields and not line.startswith("#"):
            found[kind] = {
                tag.strip(): tuple(one.strip() for one in words.split(","))
                for tag, _, words in (field.partition(":") for field in fields)
            }
    return found
