"""A name that was put for another: no source has it, and the passage has another in the same place.

Neither need be known. 용인 공장 for 수원 공장, 천호동 for 고덕동, "off Mokpo" for "off Yeosu": the same kind of name, or beside
the same word or particle, while the rest of the sentence agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from prism.checks.alignment import Aligned, bears
from prism.checks.arranged import is_arranged
from prism.checks.naming import SAME, comparable, standing
from prism.checks.reading import Statement
from prism.languages import NameMention, known, same_name
from prism.languages.proper import Proper, is_place_kind, proper_words
from prism.languages.tables import table_for

_AGREES = 0.5
"""Least share of the rest of a sentence that its passage must bear."""
_ASKED = 2
"""Passages that are asked, the nearest first."""
_BESIDE, _FARTHER = 8, 16
"""Characters within which a word stands beside a name, within a language and across."""
_UNLIKE = 0.5
"""Below this two names in two scripts are not one."""
_NEARLY = 0.7
"""From here on a name that nobody knows may be in a text of another language."""
_PLACED = frozenset(
    {"에서", "에서는", "에서도", "에", "에는", "로", "으로", "까지", "부터"}
    | {
        "in",
        "at",
        "near",
        "off",
        "to",
        "from",
        "around",
        "outside",
        "through",
        "via",
        "into",
        "across",
        "bei",
        "aus",
        "nach",
        "vor",
    }
)
"""Particles and little words beside which an unknown word may be a place."""


@dataclass(frozen=True, slots=True)
class Instead:
    """A name put for another.

    Attributes:
        text: of the claim.
        start: where it stands there.
        other: of the passage.
        passage: where that stands.
        strength: how clear it is.
    """

    text: str
    start: int
    other: str
    passage: Statement
    strength: float


def put_instead(aligned: Aligned) -> Iterator[Instead]:
    """The names of a claim that no source has, each with that which its passage has in its place."""
    claim = aligned.claim
    for mine in _propers(claim):
        if not _is_candidate(mine, claim) or not _agrees(mine, aligned) or _is_borne(mine, aligned):
            continue
        found = next(iter(_others(mine, aligned)), None)
        if found is not None:
            yield found


def _propers(statement: Statement) -> tuple[Proper, ...]:
    return proper_words(statement.text, statement.language, statement.names)


def _is_candidate(one: Proper, claim: Statement) -> bool:
    """Whether a word may be a place's name: known or shaped so, or unknown and where places stand."""
    entry = known(one.own)
    if one.common or (entry is not None and entry[0].startswith("country:")):
        return False
    if _is_number(one, claim):
        return False
    spans = [(other.start, other.end) for other in claim.figures] + [
        (other.start, other.end) for other in claim.mentions
    ]
    if any(one.start < end and start < one.end for start, end in spans):
        return False
    if one.sure or one.kind:
        return True
    return one.tail in _PLACED or is_place_kind(claim.text[one.end :])


def _is_number(one: Proper, claim: Statement) -> bool:
    """Whether a word begins with a number (하나꼴로)."""
    return one.own.startswith(_natives(claim.language))


@cache
def _natives(language: str) -> tuple[str, ...]:
    return tuple(word for word in table_for(language).numbers.natives if len(word) > 1)


def _is_named(one: Proper, statement: Statement) -> bool:
    """Whether a word was found as the name of a place, or of nobody knows what."""
    return any(
        name.kind in {"place", "other"} and name.start <= one.start and one.start + len(one.own) <= name.end
        for name in statement.names
    )


def _is_of_another_kind(one: Proper, statement: Statement) -> bool:
    return any(
        name.kind in {"person", "organisation"} and name.start < one.end and one.start < name.end
        for name in statement.names
    )


def _agrees(mine: Proper, aligned: Aligned) -> bool:
    """Whether what a claim says beside a name is in the passages that it rests on."""
    rest = [term for term in aligned.claim.terms if term.end <= mine.start or mine.end <= term.start]
    return (
        bool(rest)
        and sum(any(bears(term, aligned.claim, passage) for passage in aligned.near[:_ASKED]) for term in rest)
        / len(rest)
        >= _AGREES
    )


def _is_borne(mine: Proper, aligned: Aligned) -> bool:
    """Whether any source has a name, in whatever way it may be written there."""
    claim, sure = aligned.claim, mine.sure
    if aligned.own and any(mine.own.casefold() in passage.folded for passage in aligned.own):
        return True
    if (
        not sure
        and not mine.kind
        and not any(term.start < mine.end and mine.start < term.end for term in aligned.unborne)
    ):
        return not _is_named(mine, claim)
    if len(aligned.own) == len(aligned.every):
        return is_arranged(mine.text, claim.language, aligned.own)
    mentions = [_mention(mine), *(name for name in claim.names if name.start <= mine.start < name.end)]
    return any(
        (passage.language != claim.language and not comparable(mentions[0], claim.language, passage.language))
        or any(standing(mention, claim, passage).likeness >= (SAME if mine.sure else _NEARLY) for mention in mentions)
        for passage in aligned.every
    )


def _mention(one: Proper) -> NameMention:
    return NameMention(one.own, "place", one.start, one.start + len(one.own))


def _others(mine: Proper, aligned: Aligned) -> Iterator[Instead]:
    claim = aligned.claim
    for passage in aligned.near[:_ASKED]:
        for other in _propers(passage):
            if (
                other.common
                or (not mine.sure and _is_seat(other, passage))
                or not _in_its_place(mine, claim, other, passage)
                or _is_said(other, passage, claim)
            ):
                continue
            clear = (mine.sure or bool(mine.kind)) and (other.sure or bool(other.kind))
            yield Instead(mine.text, mine.start, other.text, passage, 1.0 if clear else 0.8)


def _is_seat(one: Proper, passage: Statement) -> bool:
    """Whether a place stands in brackets, as the seat of a firm does behind its name."""
    return passage.text[max(0, one.start - 1) : one.start] in {"(", "（"}


def _in_its_place(mine: Proper, claim: Statement, other: Proper, passage: Statement) -> bool:
    """Whether two words stand beside the same, or say the same of what they are names of."""
    told = other.sure or _is_named(other, passage) or (bool(other.kind) and mine.kind == other.kind)
    if not told or _is_of_another_kind(other, passage) or _is_of_another_kind(mine, claim):
        return False
    if mine.kind and mine.kind == other.kind:
        return True
    if claim.language == passage.language:
        if _keys(claim, mine.end, mine.end + _BESIDE) & _keys(passage, other.end, other.end + _BESIDE):
            return True
        return bool(
            mine.tail
            and mine.tail == other.tail
            and _keys(claim, mine.start - _BESIDE, mine.start) & _keys(passage, other.start - _BESIDE, other.start)
        )
    if same_name(mine.own, claim.language, other.own, passage.language) >= _UNLIKE:
        return False
    ours = _keys(claim, mine.start - _BESIDE, mine.end + _BESIDE)
    theirs = _keys(passage, other.start - _FARTHER, other.end + _FARTHER)
    return any(key.startswith("c:") for key in ours & theirs)


@lru_cache(maxsize=2048)
def _keys(statement: Statement, start: int, end: int) -> frozenset[str]:
    """What the words between two places mean."""
    return frozenset(
        key
        for term in statement.terms
        if term.start < end and start < term.end and not (term.start <= start and end <= term.end)
        for key in term.keys
    )


def _is_said(other: Proper, passage: Statement, claim: Statement) -> bool:
    """Whether a claim has a name of the passage too."""
    if passage.language == claim.language:
        return other.own.casefold() in claim.folded or is_arranged(other.text, claim.language, (claim,))
    if known(other.own) is None and not comparable(_mention(other), passage.language, claim.language):
        return True
    return standing(_mention(other), passage, claim).likeness >= SAME
