"""The fact sheet with what the writer must know beside it: where each fact comes from, and what names are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from prism.model import Citation, Fact, FactSheet, Usage


@dataclass(frozen=True, slots=True)
class Origin:
    """A report that a sheet was read from.

    Attributes:
        source_id: its outlet.
        outlet: the outlet's name as readers know it.
        language: of the report.
        said_on: the day of its publication, in the outlet's zone.
    """

    source_id: str
    outlet: str
    language: str
    said_on: date


@dataclass(frozen=True, slots=True)
class Background:
    """An earlier story that a brief may lean on.

    Attributes:
        label: "B1", "B2", …: its facts have the ids "B1.1", "B1.2", …
        title: its headline, in any language.
        date: when it was news.
        facts: of its sheet, with citations to archived articles.
        origins: article id → the report, for every article that its facts cite.
        passages: the cited passages.
    """

    label: str
    title: str
    date: date
    facts: tuple[Fact, ...]
    origins: Mapping[str, Origin] = field(default_factory=dict)
    passages: Mapping[Citation, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sources of one revision say, read once for all editions.

    Attributes:
        facts: first what the model stated ("F1" …), most important first; then every passage that no statement covers, as
            it stands, so that all that may be cited can be.
        stated: how many of them the model stated.
        names: name as a source writes it → language → its usual form there.
        section: id of the section that the story belongs in; empty if nobody said.
        origins: article id → the report.
        passages: every passage that a fact may cite.
        model: which model read the sources; empty where none did.
        usage: what the reading cost, for all editions together.
    """

    facts: FactSheet
    stated: int = 0
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    section: str = ""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    passages: Mapping[Citation, str] = field(default_factory=dict)
    model: str = ""
    usage: Usage = field(default_factory=Usage)

    def with_background(self, background: Sequence[Background]) -> Sheet:
        """The sheet with the facts of earlier stories behind its own, under "B1.1", "B1.2", …; the same if they are there."""
        there = {fact.id for fact in self.facts.facts}
        added = tuple(
            replace(fact, id=f"{one.label}.{number}")
            for one in background
            for number, fact in enumerate(one.facts, start=1)
            if f"{one.label}.{number}" not in there
        )
        if not added:
            return self
        origins, passages = dict(self.origins), dict(self.passages)
        for one in background:
            origins.update(one.origins)
            passages.update(one.passages)
        return replace(
            self,
            facts=replace(self.facts, facts=(*self.facts.facts, *added)),
            origins=origins,
            passages=passages,
        )

    def outlets(self, fact: Fact) -> tuple[str, ...]:
        """Names of the outlets that have a fact, each once, in the order of its citations."""
        found = (self.origins[c.article_id].outlet for c in fact.citations if c.article_id in self.origins)
        return tuple(dict.fromkeys(found))

    def texts(self, fact: Fact) -> tuple[str, ...]:
        """What a fact rests on: its passages to the letter; its own statement where they are not at hand."""
        found = tuple(self.passages[c] for c in fact.citations if c in self.passages)
        return found or (fact.statement,)
