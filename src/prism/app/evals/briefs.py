"""How good the digest is: sections on labelled items, questions answered on stories told by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from prism.model import (
    Article,
    Basis,
    Citation,
    Disagreement,
    Entity,
    Passage,
    Rights,
    Source,
    Story,
    Use,
    derived_id,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One story of the set, told by hand.

    Attributes:
        story: as grouping would describe it.
        articles: its members.
        sources: their outlets.
        section: where it belongs.
        now: when it is written.
    """

    story: Story
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    section: str
    now: datetime


def read_story(text: str) -> Told:
    """A story from the text of its TOML file (see `tests/evals/briefs/stories`)."""
    raw = tomllib.loads(text)
    sources = tuple(_source(entry) for entry in raw["source"])
    uses = {source.id: source.rights or Use.LINK for source in sources}
    articles = tuple(sorted((_article(entry, uses) for entry in raw["article"]), key=lambda a: (a.said_at, a.id)))
    story = Story(
        id=raw["id"],
        revision=raw.get("revision", 1),
        article_ids=tuple(article.id for article in articles),
        first_seen_at=articles[0].said_at,
        last_seen_at=articles[-1].said_at,
        entities=tuple(Entity(**entry) for entry in raw.get("entity", ())),
        disagreements=tuple(_disagreement(entry) for entry in raw.get("disagreement", ())),
        superseded=tuple(raw.get("superseded", ())),
    )
    return Told(story, articles, sources, raw["section"], raw["now"])


def _source(entry: Mapping[str, Any]) -> Source:
    return Source(
        id=entry["id"],
        name=entry["name"],
        feed_url=f"https://{entry['id']}.example/feed",
        language=entry["language"],
        country=entry["country"],
        rights=Use(entry["rights"]),
        trust=entry.get("trust", 0.5),
    )


def _article(entry: Mapping[str, Any], uses: Mapping[str, Use]) -> Article:
    texts = [(place, text) for place, paragraph in enumerate(entry["paragraphs"]) for text in paragraph]
    url = f"https://{entry['source']}.example/{entry['id']}"
    return Article(
        id=entry["id"],
        source_id=entry["source"],
        url=url,
        canonical_url=url,
        language=entry["language"],
        title=entry["title"],
        passages=tuple(
            Passage(number, text, place, for_machines=number in entry.get("for_machines", ()))
            for number, (place, text) in enumerate(texts, start=1)
        ),
        retrieved_at=entry.get("retrieved", entry["published"]),
        content_hash=derived_id(entry["title"], *(text for _, text in texts)),
        rights=Rights(uses[entry["source"]], Basis.OPERATOR, "sources import --rights", entry["published"]),
        published_at=entry["published"],
        copy_of=entry.get("copy_of"),
        wire=entry.get("wire", ""),
        correction=entry.get("correction", False),
        withdrawn_at=entry.get("withdrawn"),
    )


def _disagreement(entry: Mapping[str, Any]) -> Disagreement:
    places = {source: place.split(".") for source, place in entry["citations"].items()}
    return Disagreement(
        what=entry["what"],
        values=entry["values"],
        citations={source: Citation(article, int(number)) for source, (article, number) in places.items()},
        labels=entry.get("labels", {}),
    )
