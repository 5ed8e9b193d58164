"""Who acts upon whom where a claim and a passage tell the same tie: suing, accusing, beating, buying, paying, asking, refusing.

Both sentences are read for the same kind of tie (`languages.ties`), so that "A sued B", "B was taken to court by A" and "A가 B를 상대로 낸
소송" are one; a party of the claim that stands on the other side in the passage, and nowhere on its own, is on the wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.matching import find_figure, is_same
from prism.checks.reading import Statement
from prism.checks.rules.grounding.deeds import cast_of, sides_of
from prism.checks.values import Finding
from prism.languages import same_name, terms
from prism.languages.offices import office_words
from prism.languages.roles import Span, actors
from prism.languages.tables import table_for
from prism.languages.ties import Tie, ties

_LEAST = 2
_SURNAME = 1
_PARTS = frozenset(
    {"union", "trade-union", "worker", "employee", "resident", "citizen", "customer", "supporter", "fan"}
)
"""Bodies that are named by another to which they belong and are not that other (한려중공업 노조)."""
_CLEAR = 1
_OWN_WORDS = 2


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
    def names(self) -> tuple[str, ...]:
        """Its words that are no common nouns and no figures."""
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
            found += [bare, *_without_kind(bare, language)]
        return tuple(dict.fromkeys(found))


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


def parties(aligned: Aligned) -> list[Finding]:
    """The parties of a claim that stand on the wrong side of a tie."""
    found = []
    for mine in _ties(aligned.claim, aligned):
        finding = _wrong(mine, aligned)
        if finding is not None:
            found.append(finding)
    return found


def _ties(statement: Statement, aligned: Aligned) -> tuple[Tie, ...]:
    return _read(statement, cast_of(statement, aligned))


@lru_cache(maxsize=2048)
def _read(statement: Statement, cast: tuple[Span, ...]) -> tuple[Tie, ...]:
    return ties(statement.text, statement.language, tuple(sorted(sides_of(statement, cast))))


def _wrong(mine: Tie, aligned: Aligned) -> Finding | None:
    """The finding on one tie, held against the ties of its kind in all passages."""
    claim = aligned.claim
    doers, others = _parties(mine.doers, claim), _parties(mine.others, claim)
    right, wrong, against, crossed = -1.0, -1.0, None, 0
    for passage in aligned.every:
        for theirs in _ties(passage, aligned):
            if theirs.kind != mine.kind:
                continue
            acts, undergoes = _parties(theirs.doers, passage), _parties(theirs.others, passage)
            if _are_others(doers, others, acts, undergoes, aligned):
                continue
            kept = _meet(doers, acts, aligned) + _meet(others, undergoes, aligned)
            turned = _meet(doers, undergoes, aligned) + _meet(others, acts, aligned)
            like = _likeness(claim, passage)
            if kept >= turned and kept:
                right = max(right, like + kept)
            elif turned > kept and like + turned > wrong:
                wrong, against, crossed = like + turned, passage, turned
    if against is None or right >= wrong or (crossed < _OWN_WORDS and wrong - crossed < _CLEAR):
        return None
    words = [party.text for party in (*doers, *others)][:_LEAST]
    signal = "roles.swapped" if len(words) == _LEAST and crossed > 1 else "roles.turned"
    return aligned.finding(
        signal,
        *words,
        passages=(against,),
        strength=1.0,
        one=words[0],
        name=words[0],
        other=words[-1],
    )


def _parties(spans: tuple[Span, ...], statement: Statement) -> list[Party]:
    return [Party(span, statement) for span in spans]


def _meet(ours: list[Party], theirs: list[Party], aligned: Aligned) -> int:
    return int(any(_same(one, other, aligned) for one in ours for other in theirs))


def _are_others(
    doers: list[Party], others: list[Party], acts: list[Party], undergoes: list[Party], aligned: Aligned
) -> bool:
    """Whether one party is the same and the other a different one by name: then this is told of another day."""
    for one, two in ((doers, others), (others, doers)):
        for here, there in ((acts, undergoes), (undergoes, acts)):
            if _meet(one, here, aligned) and _named(two) and _named(there) and not _meet(two, there, aligned):
                return True
    return False


def _named(side: list[Party]) -> bool:
    return any(party.names for party in side)


def _same(one: Party, other: Party, aligned: Aligned) -> bool:
    """Whether two parties are one: by a name, or by what they are where not both are named."""
    if (one.ids & _PARTS) and (other.names or other.ids) and not other.ids & one.ids:
        return False
    if (other.ids & _PARTS) and (one.names or one.ids) and not other.ids & one.ids:
        return False
    if any(_one_name(a, one, b, other, aligned) for a in one.names for b in other.names):
        return True
    return not (one.names and other.names) and bool(one.ids & other.ids or one.sounds & other.sounds)


def _one_name(a: str, one: Party, b: str, other: Party, aligned: Aligned) -> bool:
    here, there = one.statement.language, other.statement.language
    if here == there:
        short, long = sorted((a, b), key=len)
        return short == long or (len(short) >= _LEAST and short in long) or _is_surname(a, one, b, other)
    if is_same(same_name(a, here, b, there)):
        return True
    whole = (
        name.text for passage in aligned.every for name in passage.names if name.text.startswith(b) and name.text != b
    )
    return any(is_same(same_name(a, here, name, there)) for name in whole)


def _is_surname(a: str, one: Party, b: str, other: Party) -> bool:
    """Whether one is a surname alone before a title (나 5단), and the other begins with it."""
    for short, party, long in ((a, one, b), (b, other, a)):
        if len(short) == _SURNAME and not short.isascii() and len(party.text) > _SURNAME and long.startswith(short):
            return True
    return False


@lru_cache(maxsize=4096)
def _likeness(claim: Statement, passage: Statement) -> float:
    """How much a passage shares with a claim beside the parties: words that say something, figures."""
    words = sum(1 for term in claim.terms if term.known and not term.ids & actors() and bears(term, claim, passage))
    return words + 2.0 * sum(1 for figure in claim.figures if find_figure(figure, passage.figures))
