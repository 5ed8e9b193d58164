"""A party of a tie as it stands in a sentence, and how likely two of them are one: by their names in any script, or by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from prism.checks.namesakes import kin
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import are_alike, whole_meaning
from prism.languages import countries_meant, same_name, terms
from prism.languages.demonyms import demonym, side_of
from prism.languages.gazetteer import country_of, is_capital, known
from prism.languages.offices import office_words
from prism.languages.roles import Span, actors
from prism.languages.slots_korean import SELVES
from prism.languages.spans import meets
from prism.languages.tables import table_for

SURE = 0.84
"""From here on two parties are one, whatever else stands beside them."""
_LONG, _BEGUN, _SHORT = 5, (3, 4), 0.9
"""From how many syllables on a name may be the short one of another, how many that has, and how sure that is."""
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
    def is_thing(self) -> bool:
        """Whether it has no proper name, and its last word is a common noun for something that does not act (특혜 의혹)."""
        found = terms(self.text, self.statement.language)
        last = found[-1] if found and self.text.split()[-1] == found[-1].text else None
        return last is not None and bool(last.ids) and not last.ids & actors() and not self.is_proper

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How a common noun sounds that another language may have borrowed (county, 카운티)."""
        found = terms(self.text.removesuffix(" 측").removesuffix(" 쪽"), self.statement.language)
        return found[-1].sounds if len(found) == 1 else frozenset()

    @cached_property
    def meaning(self) -> frozenset[str]:
        """What all words of a common noun of several mean and how they are read (기업 연합, 企業連合)."""
        return frozenset() if self._named and self.is_proper else whole_meaning(self.text, self.statement.language)

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
        spoken = self._spoken
        found = []
        for at in _WORD.finditer(self.statement.text, *self.span):
            word = at.group().removesuffix("’s").removesuffix("'s")
            bare = next((word.removesuffix(one) for one in titles if word.endswith(one) and word != one), word)
            if bare[:1].isdigit() or bare in titles or meets(*at.span(), self._times):
                continue
            if len(bare) == _SURNAME and not _TITLED.match(self.statement.text, at.start()):
                continue
            if at.start() not in spoken and (bare in known or bare in offices or bare.casefold() in known):
                continue
            if bare in _SELVES or (bare.isascii() and not bare[:1].isupper()):
                continue
            found.append(bare)
        return tuple(found)

    @cached_property
    def is_proper(self) -> bool:
        """Whether a proper name that shows by itself is in it."""
        return any(meets(one.start, one.end, (self.span,)) for one in self.statement.names)

    @cached_property
    def is_place(self) -> bool:
        """Whether the names in it are those of places alone."""
        kinds = {one.kind for one in self.statement.names if meets(one.start, one.end, (self.span,))}
        return kinds == {"place"} or any(demonym(word) for word in self._named)

    @cached_property
    def states(self) -> frozenset[str]:
        """The countries that it is, where it names no person: Canada, the Canadian side, 加方."""
        if any(one.kind == "person" and meets(one.start, one.end, (self.span,)) for one in self.statement.names):
            return frozenset()
        if len(self._named) != 1:
            return frozenset() if self._named else countries_meant(self.text)
        place = known(self._named[0])
        found = place[0] if place is not None else side_of(self._named[0]) or demonym(self._named[0])
        if is_capital(found):  # it speaks for its country
            found = country_of(found)
        return frozenset({found}) if found.startswith("country:") else frozenset()

    @cached_property
    def _spoken(self) -> frozenset[int]:
        """Where words of names begin that may be common nouns too (the Whales, Strand)."""
        return frozenset(
            word.start()
            for name in self.statement.names
            if name.kind in _PROPER or name.text.isascii()
            for word in _WORD.finditer(self.statement.text, name.start, name.end)
        )

    @cached_property
    def _times(self) -> tuple[Span, ...]:
        return tuple((one.start, one.end) for one in self.statement.mentions)


_WORD = re.compile(r"[^\s·“”\"‘「」『』,()（）]+")
_TITLED = re.compile(r"[가-힣] [가-힣]")
"""A surname alone, before what somebody is (나 5단, 하 씨)."""
_PROPER = frozenset({"person", "organisation"})
_SELVES = SELVES | {"양측", "서로"}
"""Words for whoever was spoken of."""


@lru_cache(maxsize=4096)
def _without_kind(word: str, language: str) -> tuple[str, ...]:
    """A name without the common noun that it ends in (동해식품 → 동해), its runs in two scripts, and the beginnings of a long run of Han characters."""
    found = []
    inside = [term for term in terms(word, language) if term.known]
    if inside and inside[-1].end == len(word) and inside[-1].start >= _LEAST:
        found.append(word[: inside[-1].start])
    if len(word) > _LEAST and _TEAM.search(word):
        found.append(word[:-1])
    runs = _RUNS.findall(word)
    if len(runs) > 1 and "".join(runs) == word:  # 金沢ルミナス
        found += runs
    if _HAN.fullmatch(word):
        found += [word[:size] for size in _BEGINNINGS if size < len(word)]
    return tuple(found)


_KANJI = re.compile(r"[一-鿿々]{2,5}")
_TEAM = re.compile(r"[팀队隊]$")
_HAN, _RUNS = re.compile(r"[一-鿿]{4,}"), re.compile(r"[一-鿿々]{2,}|[ァ-ヺー]{2,}")
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
    if one.states & other.states:
        return 1.0
    here, there = one.statement.language, other.statement.language
    best = max((_one_name(a, one, b, other) for a in one.names for b in other.names), default=0.0)
    if here != there and best < 1.0 and min(len(one.whole), len(other.whole)) >= _LEAST:
        whole = kin(one.whole, here, other.whole, there)
        best = max(best, (whole.best + whole.worst) / 2)
    if best >= SURE or (one.names and other.names):
        return best
    if here == there and one.text == other.text:
        return 1.0
    alike = one.ids & other.ids or one.sounds & other.sounds or are_alike(one.meaning, other.meaning)
    return _ALIKE_IN_KIND if alike else best


def _one_name(a: str, one: Party, b: str, other: Party) -> float:
    here, there = one.statement.language, other.statement.language
    if here != there:
        best = same_name(a, here, b, there)
        if best < SURE and min(len(a), len(b)) >= _LEAST and (_KANJI.fullmatch(a) or _KANJI.fullmatch(b)):
            read = kin(a, here, b, there)  # a surname may be a part of what is written together
            best = max(best, (read.best + read.worst) / 2)
        if best < SURE and b.isascii() and len(a) >= _LONG:  # a company for short: 토런스메탈스, Torrance
            begun = max(same_name(a[:size], here, b, there) for size in _BEGUN)
            best = max(best, _SHORT * begun if begun >= SURE else 0.0)
        return best
    short, long = sorted((a, b), key=len)
    return float(short == long or (len(short) >= _LEAST and short in long) or _is_surname(a, one, b, other))


def _is_surname(a: str, one: Party, b: str, other: Party) -> bool:
    """Whether one is a surname alone before a title (나 5단), and the other begins with it."""
    for short, party, long in ((a, one, b), (b, other, a)):
        if len(short) == _SURNAME and not short.isascii() and len(party.text) > _SURNAME and long.startswith(short):
            return True
    return False
