"""A person put for another of the same sources: what a clause tells stands in a passage that tells it of somebody else.

Names are looked for from the sources to the sentence: the persons that the sources name, in whatever sentence of theirs a
name shows best, are asked for in the clause and in the passage that bears the rest of it. So names count that nobody
would find in the sentence by itself (루징밍 for 陆景明).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from prism.checks.alignment import Aligned
from prism.checks.arranged import is_surely_name
from prism.checks.namesakes import kin
from prism.checks.naming import standing
from prism.checks.partners import borne_by, has_partner, is_somebody, part
from prism.checks.reading import Statement
from prism.languages import NameMention, same_name
from prism.languages.clauses import clauses
from prism.languages.offices import office_beside
from prism.languages.people import Person, people

_PLAIN = 0.78
"""From here on a full name is the one that it is taken for, and …"""
_UNLIKE = 0.78
"""… below this it is plainly not."""
_LEAST_REST = 1.5
"""Least of what else a clause says that its passage must bear; a figure counts for more than a word."""
_LEAST_PART = 2.0
_CLEAR, _AS_MUCH = 0.33, 0.8
"""Share of that which the passages with the claim's name must lack, and that the passage with another has of the most."""
_MOST = 24
_HE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b|(?:^|[\s“\"])(?:그는|그가|그녀|그의|자신)|[他她](?!国|國|人|们|們)|其(?!他|中|实|實)|彼(?!ら)[はがの女]|同氏|本人"
)
"""Words that stand for one person named before; those for several, or behind somebody who is named, mean no other."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A person put for another.

    Attributes:
        text: the person of the claim, as it has the name.
        other: the person whom the passage names.
        passage: the passage.
        elsewhere: one that names the claim's person.
        strength: how clear it is.
    """

    text: str
    other: str
    passage: Statement
    elsewhere: Statement
    strength: float


@dataclass(frozen=True, slots=True)
class _Person:
    mention: NameMention
    passage: Statement
    shown: Person

    def likeness(self, statement: Statement) -> float:
        return standing(self.mention, self.passage, statement).likeness

    def is_told(self, claim: Statement) -> bool:
        """Whether a claim has a namesake."""
        mine = people(claim.text, claim.language)
        return any(kin(one.text, claim.language, self.mention.text, self.passage.language).is_same for one in mine)


def put_for_another(aligned: Aligned) -> Iterator[Replaced]:
    """The persons of a claim that stand where its passages have somebody else."""
    everyone = _people(aligned.every)
    if len(everyone) <= 1:
        return
    mine = people(aligned.claim.text, aligned.claim.language)
    told = [one for one in everyone if has_partner(one.shown, one.passage, mine, aligned.claim, _PLAIN)]
    if not told:
        return
    pieces = [part(aligned.claim, *span) for span in clauses(aligned.claim.text, aligned.claim.language)]
    for piece in (*pieces, aligned.claim) if len(pieces) > 1 else pieces:
        found = _in_clause(piece, told, everyone, aligned)
        if found is not None:
            yield found
            return


def _in_clause(
    clause: Statement, told: Sequence[_Person], everyone: Sequence[_Person], aligned: Aligned
) -> Replaced | None:
    scored = [(borne_by(clause, passage), passage) for passage in aligned.every]
    best = max(score for score, _ in scored)
    if best < (_LEAST_REST if clause is aligned.claim else _LEAST_PART):
        return None
    here = [
        one
        for one in told
        if one.is_told(clause)
        or (
            (stands := standing(one.mention, one.passage, clause)).likeness >= _PLAIN
            and not (stands.text and _is_chance(stands.text, one, clause))
        )
    ]
    having = [(score, passage) for score, passage in scored if any(one.likeness(passage) >= _UNLIKE for one in here)]
    if not having:
        return None
    score, elsewhere = max(having, key=lambda pair: pair[0])
    share = (best - score) / best
    if share < _CLEAR:
        return None
    mine = people(aligned.claim.text, aligned.claim.language)
    others = [
        (score, -place, passage, one)
        for place, (score, passage) in enumerate(scored)
        if score >= best * _AS_MUCH
        for one in everyone
        if one.likeness(passage) >= _PLAIN
        and not _is_meant_before(one, passage)
        and not has_partner(one.shown, one.passage, mine, aligned.claim, _UNLIKE)
    ]
    if not others:
        return None
    _, _, at, other = max(others, key=lambda row: row[:2])
    written = standing(here[0].mention, here[0].passage, clause).text or _written(here[0], clause)
    written = next((one.text for one in mine if written in one.text), written)
    if _ONE_WORD.fullmatch(written) and elsewhere.language != clause.language:
        return None  # a surname alone, which a passage in another script may have in too few signs to be told
    return Replaced(written, other.mention.text, at, elsewhere, min(1.0, share))


_ONE_WORD = re.compile(r"[A-Za-zÀ-ž'’]+")


def _is_meant_before(person: _Person, passage: Statement) -> bool:
    """Whether a word for somebody named earlier stands in a passage before a person's name, or without one."""
    at = passage.text.find(person.mention.text)
    found = _HE.search(passage.text)
    return found is not None and (at < 0 or found.start() < at or not _leads(passage, at))


def _leads(passage: Statement, start: int) -> bool:
    """Whether who is named at a place is the one of whom a passage tells."""
    return any(one.start <= start < one.end and one.is_subject for one in people(passage.text, passage.language))


def _written(person: _Person, clause: Statement) -> str:
    """The word or two of a clause that sound most like a person's name."""
    words = _WORD.findall(clause.text)
    language, name = person.passage.language, person.mention.text
    spellings = [*words, *(" ".join(pair) for pair in pairwise(words))]
    return max(spellings, key=lambda one: same_name(one, clause.language, name, language), default=name)


_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@lru_cache(maxsize=64)
def _people(every: tuple[Statement, ...]) -> tuple[_Person, ...]:
    """The persons that the sources name, each by every way that they name him."""
    found: dict[str, _Person] = {}
    for passage in every:
        for shown in people(passage.text, passage.language):
            one = NameMention(shown.text, "person", shown.start, shown.end)
            if (
                _is_full(one.text, passage.language)
                and is_somebody(one.text, passage)
                and (shown.office is not None or shown.is_subject or _does(one, passage))
            ):
                found.setdefault(one.text, _Person(one, passage, shown))
    return tuple(found.values())[:_MOST]


def _does(one: NameMention, passage: Statement) -> bool:
    """Whether a passage shows somebody as a person: by an office, an age, or as one who says or does something."""
    if office_beside(passage.text, one.start, one.end, passage.language) is not None:
        return True
    if not is_surely_name(one.text, "person", passage.language):
        return False
    return bool(_DOES.match(passage.text, one.end) or _SAID_BY.search(passage.text[: one.start]))


_DOES = re.compile(
    r",? ?[(\[（]\d\d|, \d\d\b|,? (?:said|says|told|added|led|won|scored|was|is|who|has|had|wrote|called|warned|argued)\b|, (?:an?|the|who|whose|chief|head|its|his|her)\b|"
    r"(?:さん|氏|容疑者|被告|選手|教授|[はがも])|(?:说|說|称|稱|表示|认为|認為|指出|在|则|則|，)|(?: ?(?:씨|선수|교수|감독)|[은는이가]\s)"
)
_SAID_BY = re.compile(r"\b(?:said|by|sagte|says|von|according to) $")


def _is_full(name: str, language: str) -> bool:
    """Whether a name has all its parts, so that it tells whom it means: two words, or as many signs as names have."""
    if "&" in name:
        return False
    return _SPACED.search(name) is not None or (
        len(name) >= _SHORTEST.get(language, _FULL) and _EAST.match(name) is not None
    )


_FULL = 3
_SHORTEST = {"zh": 2}
"""Signs of a whole name, by language."""
_SPACED = re.compile(r"[ ·・]")
_EAST = re.compile(r"[぀-ヿ㐀-鿿가-힣]")


def _is_chance(text: str, person: _Person, clause: Statement) -> bool:
    """Whether what was taken for a name is a common word of the sentence, a figure, or less than a name of one word has."""
    if len(text) < _FULL and not _SPACED.search(person.mention.text):
        return True
    return any(term.known and text in term.text for term in clause.terms) or any(
        text in one.text for one in clause.figures
    )
