"""A party of a tie as it stands in a sentence, and how likely two of them are one: by their names in any script, or by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from prism.checks.namesakes import kin
from prism.checks.reading import Statement
from prism.languages import same_name, terms
from prism.languages.offices import office_words
from prism.languages.roles import Span, actors
from prism.languages.tables import table_for

SURE = 0.84
"""From here on two parties are one, whatever else stands beside them."""
_ALIKE_IN_KIND = 0.85
_LEAST = 2
_SURNAME = 1
_PARTS = frozenset(
    {"union", "trade-union", "worker", "employee", "resident", "citizen", "customer", "supporter", "fan"}
)
"""Bodies that are named by another to which they belong and are not that other (한려중공업 노조)."""


@dataclass(frozen=True, eq=False)
class Party:
    """A party as it stands in a sentence."""

    span: Span
    statement: Statement

    @cached_property
    def text(self) -> str:
        """Its words."""
        return self.statement.text[self.span[0] : self.span[1]].strip("“”\"'「」‘’ ")

    @cached_property
    def ids(self) -> frozenset[str]:
        """What it is, where its last word says so: a union, a company, a ministry."""
        found = terms(self.text, self.statement.language)
        return found[-1].ids & actors() if found and self.text.endswith(found[-1].text) else frozenset()

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How a common noun sounds that another language may have borrowed (county, 카운티)."""
        found = terms(self.text.removesuffix(" 측").removesuffix(" 쪽"), self.statement.language)
        return found[-1].sounds if len(found) == 1 else frozenset()

    @cached_property
    def whole(self) -> str:
        """Its name as it is written, all parts together; "" if it has none."""
        return " ".join(self._named)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its words that are no common nouns and no figures, and what they may be called for short."""
        language = self.statement.language
        return tuple(dict.fromkeys(one for word in self._named for one in (word, *_without_kind(word, language))))

    @cached_property
    def _named(self) -> tuple[str, ...]:
        language = self.statement.language
        titles = table_for(language).titles_after
        known = {term.text for term in terms(self.text, language) if term.known}
        offices = set(office_words(language))
        found = []
        for word in self.text.replace("·", " ").replace("’s", "").replace("'s", "").split():
            bare = next((word.removesuffix(one) for one in titles if word.endswith(one) and word != one), word)
            if any(sign.isdigit() for sign in bare) or bare in known or bare in offices or bare.casefold() in known:
                continue
            if bare.isascii() and not bare[:1].isupper():
                continue
            found.append(bare)
        return tuple(found)


@lru_cache(maxsize=4096)
def _without_kind(word: str, language: str) -> tuple[str, ...]:
    """A name without the common noun that it ends in (동해식품 → 동해), and the beginnings of a long run of Han characters."""
    found = []
    inside = [term for term in terms(word, language) if term.known]
    if inside and inside[-1].end == len(word) and inside[-1].start >= _LEAST:
        found.append(word[: inside[-1].start])
    if len(word) > _LEAST and _TEAM.search(word):
        found.append(word[:-1])
    if _HAN.fullmatch(word):
        found += [word[:size] for size in _BEGINNINGS if size < len(word)]
    return tuple(found)


_TEAM = re.compile(r"[팀队隊]$")
_HAN = re.compile(r"[一-鿿]{4,}")
_BEGINNINGS = (4, 3, 2)
"""Characters with which a company is called for short."""


def likeness(ours: Iterable[Party], theirs: Iterable[Party]) -> float:
    """How likely somebody of one side is somebody of another, 0 to 1."""
    others = tuple(theirs)
    return max((_alike(one, other) for one in ours for other in others), default=0.0)


def _alike(one: Party, other: Party) -> float:
    if (one.ids & _PARTS) and (other.names or other.ids) and not other.ids & one.ids:
        return 0.0
    if (other.ids & _PARTS) and (one.names or one.ids) and not other.ids & one.ids:
        return 0.0
    here, there = one.statement.language, other.statement.language
    best = max((_one_name(a, one, b, other) for a in one.names for b in other.names), default=0.0)
    if here != there and best < 1.0 and one.whole and other.whole:
        whole = kin(one.whole, here, other.whole, there)
        best = max(best, (whole.best + whole.worst) / 2)
    if best >= SURE or (one.names and other.names):
        return best
    if here == there and one.text == other.text:
        return 1.0
    return _ALIKE_IN_KIND if one.ids & other.ids or one.sounds & other.sounds else best


def _one_name(a: str, one: Party, b: str, other: Party) -> float:
    here, there = one.statement.language, other.statement.language
    if here != there:
        return same_name(a, here, b, there)
    short, long = sorted((a, b), key=len)
    return float(short == long or (len(short) >= _LEAST and short in long) or _is_surname(a, one, b, other))


def _is_surname(a: str, one: Party, b: str, other: Party) -> bool:
    """Whether one is a surname alone before a title (나 5단), and the other begins with it."""
    for short, party, long in ((a, one, b), (b, other, a)):
        if len(short) == _SURNAME and not short.isascii() and len(party.text) > _SURNAME and long.startswith(short):
            return True
    return False
