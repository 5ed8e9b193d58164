"""The passages of a fact sheet as the digest sees them: what each names, counts, dates and answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from prism.briefs.cues import cues_of
from prism.languages import DateMention, NameMention, Quantity, dates, home_zone, name_key, names, quantities, words
from prism.model import TITLE, Article, Entity, Fact, FactSheet, Source

_AMOUNTS = frozenset({"count", "money", "percent", "points", "measure", "multiple"})
_DATED = frozenset({"day", "week", "month"})


class Question(StrEnum):
    """What a report answers, in the order in which readers ask."""

    WHAT = "what"
    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    HOW_MANY = "how_many"
    WHY = "why"


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One fact, read.

    Attributes:
        fact: of the sheet.
        article: where it stands (the first of its citations).
        number: of the passage in it; 0 for the title.
        source: the outlet.
        said_on: the moment that its relative dates count from, in the outlet's own zone.
        words: content words.
        names: proper names in it.
        name_keys: their script-neutral keys.
        figures: quantities in it.
        dates: dates in it, resolved.
        answers: the questions that it answers.
    """

    fact: Fact
    article: Article
    number: int
    source: Source
    said_on: datetime
    words: tuple[str, ...]
    names: tuple[NameMention, ...]
    name_keys: frozenset[str]
    figures: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    answers: frozenset[Question]

    @property
    def text(self) -> str:
        """The passage, verbatim."""
        return self.fact.statement

    @property
    def dateline(self) -> str:
        """The place and the agency before the first sentence ("QUILLAMAR, Chile — "); empty if there is none."""
        found = cues_of(self.fact.language).dateline.match(self.text) if self.number == 1 else None
        return found.group() if found and found.end() < len(self.text) else ""

    @property
    def is_title(self) -> bool:
        """Whether it is an article's title."""
        return self.number == TITLE

    @property
    def paragraph(self) -> int:
        """The paragraph of its article that it stands in; -1 for the title."""
        return next((p.paragraph for p in self.article.passages if p.number == self.number), -1)

    def features(self) -> tuple[str, ...]:
        """What it can be compared by: words of its language, and names, figures and days that mean the same in all."""
        return (
            *(f"w:{self.fact.language}:{word}" for word in self.words),
            *(f"n:{key}" for key in sorted(self.name_keys)),
            *(figure_key(figure) for figure in self.figures if figure.kind in _AMOUNTS),
            *(f"d:{mention.first}:{mention.last}" for mention in self.dates if mention.precision in _DATED),
        )


def figure_key(figure: Quantity) -> str:
    """A figure as a language-neutral word: value and unit."""
    return f"q:{figure.value.normalize():f}:{figure.unit}"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a story before its passages are read: the words of its titles, its entities."""

    titles: Mapping[str, frozenset[str]]
    entities: tuple[Entity, ...]

    def kinds(self, text: str, language: str) -> frozenset[str]:
        """The kinds of the story's entities that a text names in its language."""
        return frozenset(e.kind for e in self.entities if (name := e.names.get(language)) and name in text)


def read(
    sheet: FactSheet, articles: Iterable[Article], sources: Iterable[Source], entities: Iterable[Entity] = ()
) -> tuple[Piece, ...]:
    """All facts of a sheet, read, in its order; facts of unknown articles or outlets are left out.

    Args:
        sheet: of the story.
        articles: at least those that the sheet cites.
        sources: at least their outlets.
        entities: of the story: whether a name is a person's or a place's is known of a story better than of a sentence.
    """
    by_id = {article.id: article for article in articles}
    outlets = {source.id: source for source in sources}
    known = _Known(_title_words(sheet), tuple(entities))
    pieces = []
    for fact in sheet.facts:
        citation = fact.citations[0]
        article = by_id.get(citation.article_id)
        source = outlets.get(article.source_id) if article else None
        if article and source:
            pieces.append(_piece(fact, article, citation.passage, source, known))
    return tuple(pieces)


def said_on(article: Article, source: Source) -> datetime:
    """When an article speaks, in the zone that its outlet's "yesterday" counts in."""
    zone = source.timezone or home_zone(article.language, source.country)
    try:
        return article.said_at.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return article.said_at.astimezone(ZoneInfo(home_zone(article.language, source.country)))


def _title_words(sheet: FactSheet) -> Mapping[str, frozenset[str]]:
    """Language → the content words of all titles in it."""
    found: dict[str, set[str]] = {}
    for fact in sheet.facts:
        if fact.citations[0].passage == TITLE:
            found.setdefault(fact.language, set()).update(words(fact.statement, fact.language))
    return {language: frozenset(bag) for language, bag in found.items()}


def _piece(fact: Fact, article: Article, number: int, source: Source, known: _Known) -> Piece:
    text, language = fact.statement, fact.language
    base = said_on(article, source)
    bag, named, figures, keys = _reading(text, language)
    dated = dates(text, language, base)
    return Piece(
        fact=fact,
        article=article,
        number=number,
        source=source,
        said_on=base,
        words=bag,
        names=named,
        name_keys=keys,
        figures=figures,
        dates=dated,
        answers=_answers(text, language, known, bag, named, figures, dated),
    )


@lru_cache(maxsize=4096)
def _reading(
    text: str, language: str
) -> tuple[tuple[str, ...], tuple[NameMention, ...], tuple[Quantity, ...], frozenset[str]]:
    """Words, names, figures and name keys of a text; remembered, since every edition reads the same sheet."""
    named = names(text, language)
    keys = frozenset(key for key in (name_key(mention.text, language) for mention in named) if key)
    return words(text, language), named, quantities(text, language), keys


_TELLS_WHAT = 3
"""Words shared with the titles from which on a passage tells what happened."""


def _answers(
    text: str,
    language: str,
    known: _Known,
    bag: Sequence[str],
    named: Sequence[NameMention],
    figures: Sequence[Quantity],
    dated: Sequence[DateMention],
) -> frozenset[Question]:
    cues = cues_of(language)
    title_words = known.titles.get(language, frozenset())
    shared = len(frozenset(bag) & title_words)
    kinds = {mention.kind for mention in named} | known.kinds(text, language)
    found = {
        Question.WHAT: shared >= min(_TELLS_WHAT, max(1, len(title_words))),
        Question.WHO: bool(kinds & {"person", "organisation"}) or cues.roles.search(text) is not None,
        Question.WHERE: "place" in kinds or cues.where.search(text) is not None,
        Question.WHEN: any(m.precision in _DATED for m in dated),
        Question.HOW_MANY: any(f.kind in _AMOUNTS for f in figures),
        Question.WHY: cues.cause.search(text) is not None,
    }
    return frozenset(question for question, answered in found.items() if answered)


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day of a moment in an edition's zone."""
    return moment.astimezone(ZoneInfo(zone)).date()
