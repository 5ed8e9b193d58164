"""Which facts of an earlier sheet still stand on a later one, and which of the later one are new.

A sheet is read anew for every revision, so that ids and wordings of the same fact differ. A fact is carried by the facts
that cite a passage of it, if what it says still stands there, or else by one that says the same in the same language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prism.briefs.prose.sheet import Sheet
from prism.briefs.prose.support import figures_of, figures_stand, midday, words_stand
from prism.languages import words
from prism.model import Citation, Fact, FactSheet

_ALIKE = 0.6
"""Share of content words (Dice) from which on two statements with the same figures are one."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of an earlier sheet.

    Attributes:
        ids: earlier id → ids on the later sheet; those that no fact carries are not here.
        news: statements of the later sheet that the earlier one has not, in its order.
    """

    ids: Mapping[str, tuple[str, ...]]
    news: tuple[Fact, ...]


def carried(earlier: FactSheet, wanted: Sequence[str], sheet: Sheet) -> Carried:
    """What of an earlier sheet stands on a later one.

    Args:
        earlier: the sheet of the last version.
        wanted: ids of it that matter.
        sheet: the later one, background included.
    """
    table = {fact.id: fact for fact in earlier.facts}
    places = _by_place(sheet.facts.facts)
    ids = {ident: found for ident in wanted if ident in table and (found := _carriers(table[ident], sheet, places))}
    before = _by_place(earlier.facts)
    own = sheet.facts.facts[: sheet.stated]
    news = tuple(fact for fact in own if not _was_known(fact, before, earlier.facts))
    return Carried(ids, news)


def _by_place(facts: Sequence[Fact]) -> Mapping[Citation, list[Fact]]:
    found: dict[Citation, list[Fact]] = {}
    for fact in facts:
        for citation in fact.citations:
            found.setdefault(citation, []).append(fact)
    return found


def _carriers(fact: Fact, sheet: Sheet, places: Mapping[Citation, list[Fact]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for citation in fact.citations:
        passage = sheet.passages.get(citation)
        if passage is None or not _stands(fact, citation, passage, sheet):
            continue
        near = sorted(places.get(citation, ()), key=lambda one: -_likeness(fact, one))
        found.update(dict.fromkeys(one.id for one in near[:1]))
    if not found:
        same = (one for one in sheet.facts.facts if _same(fact, one))
        found.update(dict.fromkeys(one.id for one in list(same)[:1]))
    return tuple(found)


def _stands(fact: Fact, citation: Citation, passage: str, sheet: Sheet) -> bool:
    origin = sheet.origins.get(citation.article_id)
    if fact.statement == passage:
        return True
    if origin is None or origin.language != fact.language:
        return origin is not None  # nothing to compare in two languages: its passage is there
    said = midday(origin.said_on)
    return figures_stand(fact.statement, [passage], fact.language, said) and words_stand(
        fact.statement, [passage], fact.language
    )


def _was_known(fact: Fact, before: Mapping[Citation, list[Fact]], earlier: Sequence[Fact]) -> bool:
    for citation in fact.citations:
        texts = [one.statement for one in before.get(citation, ()) if one.language == fact.language]
        if texts and _figures(fact) <= frozenset(n for text in texts for n in figures_of(text, fact.language)):
            return True
    return any(_same(fact, one) for one in earlier)


def _same(one: Fact, other: Fact) -> bool:
    if one.language != other.language:
        return False
    if one.statement == other.statement:
        return True
    return _figures(one) == _figures(other) and _likeness(one, other) >= _ALIKE


def _figures(fact: Fact) -> frozenset[str]:
    return frozenset(fact.figures or figures_of(fact.statement, fact.language))


def _likeness(one: Fact, other: Fact) -> float:
    """Share of content words in common (Dice); 0 across languages."""
    if one.language != other.language:
        return 0.0
    a, b = frozenset(words(one.statement, one.language)), frozenset(words(other.statement, other.language))
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
