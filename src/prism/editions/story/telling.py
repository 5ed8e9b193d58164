"""Who tells a story: the outlets it rests on, the coverage, what they differ in, what happened when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from prism.editions.covers import hue_of
from prism.editions.evidence import Note, Quoted, Shelf
from prism.model import Article, Disagreement, Dossier, Moment

_OPEN = 12
"""Articles in the coverage that are shown without being asked for; of longer coverage only the edition's own language."""


@dataclass(frozen=True, slots=True)
class Covering:
    """One article in the coverage: its outlet, whose copy it is (empty: its own), and its title as it may be shown."""

    article: Article
    outlet: str
    source_id: str
    country: str
    owner: str
    title: Quoted
    copy_of: str
    superseded: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """One language of the coverage: its articles, its colour class, and whether they are shown without being asked for."""

    language: str
    hue: int
    articles: tuple[Covering, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One value in a disagreement, and who gives it: source id, outlet, colour class of its language, the passage."""

    value: str
    outlets: tuple[tuple[str, str, int, Quoted | None], ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """One disagreement: what is counted, and its sides, the value that most outlets give first."""

    what: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A moment of the timeline, the words that tell it, and whether a moment before has shown the same words."""

    moment: Moment
    quoted: Quoted
    again: bool


def rested_on(notes: Sequence[Note], shelf: Shelf) -> tuple[tuple[str, str, str], ...]:
    """The outlets that the brief rests on, most relied on first."""
    weight = Counter(quoted.source_id for note in notes for quoted in note.quoted)
    links: dict[str, str] = {}
    for note in notes:
        for quoted in note.quoted:
            links.setdefault(quoted.source_id, quoted.link)
    return tuple((source_id, shelf.outlet(source_id), links[source_id]) for source_id, _ in weight.most_common())


def coverage_of(dossier: Dossier, shelf: Shelf) -> tuple[Spoken, ...]:
    """The articles of a story by language, the edition's own first."""
    by_language: dict[str, list[Covering]] = {}
    for article in dossier.articles:
        source = shelf.sources.get(article.source_id)
        origin = shelf.articles.get(article.copy_of or "")
        by_language.setdefault(article.language, []).append(
            Covering(
                article=article,
                outlet=shelf.outlet(article.source_id),
                source_id=article.source_id,
                country=source.country if source else "",
                owner=source.owner if source else "",
                title=shelf.title(article),
                copy_of=shelf.outlet(origin.source_id) if origin else article.wire if article.copy_of else "",
                superseded=article.id in dossier.story.superseded,
            )
        )
    home = dossier.brief.locale.partition("-")[0]
    few = len(dossier.articles) <= _OPEN
    order = sorted(by_language.items(), key=lambda item: (item[0] != home, -len(item[1]), item[0]))
    return tuple(
        Spoken(language, hue_of(language), tuple(articles), few or language == home) for language, articles in order
    )


def differing_of(one: Disagreement, language: str, shelf: Shelf) -> Differing:
    """A disagreement as an edition in a language shows it."""
    sides: dict[str, list[tuple[str, str, int, Quoted | None]]] = {}
    for source_id, value in one.values.items():
        quoted = shelf.quoted(one.citations[source_id]) if source_id in one.citations else None
        source = shelf.sources.get(source_id)
        spoken = quoted.language if quoted else source.language if source else ""
        sides.setdefault(value, []).append((source_id, shelf.outlet(source_id), hue_of(spoken), quoted))
    order = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))
    return Differing(
        one.labels.get(language, one.what),
        tuple(Side(value, tuple(sorted(outlets, key=lambda outlet: outlet[1]))) for value, outlets in order),
    )


def timeline_of(dossier: Dossier, shelf: Shelf) -> tuple[Told, ...]:
    """Each moment with the passage that says so, or the title of its article where the passage may not be shown."""
    found: list[Told] = []
    shown: set[tuple[str, int]] = set()
    for moment in dossier.story.timeline:
        quoted = shelf.quoted(moment.citation)
        if quoted:
            quoted = quoted if quoted.text else shelf.title(quoted.article)
            words = (quoted.article.id, quoted.number)
            found.append(Told(moment, quoted, again=words in shown))
            shown.add(words)
    return tuple(found)
