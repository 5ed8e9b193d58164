"""How good the digest is: sections on labelled items, questions answered on stories told by hand."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from prism.app.evals.measure import Measure
from prism.app.locales import all_locales
from prism.briefs import digest, fact_sheet
from prism.briefs.topics import Evidence, section_of, topics_of, weight_of
from prism.languages import sentences
from prism.model import (
    Article,
    Basis,
    Brief,
    Citation,
    Disagreement,
    Entity,
    Locale,
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
        answers: (article id, passage) → the questions that it answers, labelled by hand; unlabelled ones answer none.
    """

    story: Story
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    section: str
    now: datetime
    answers: Mapping[tuple[str, int], frozenset[str]]


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
    answers = {_place(place): frozenset(asked.split()) for place, asked in raw.get("answers", {}).items()}
    return Told(story, articles, sources, raw["section"], raw["now"], answers)


def stories(ours: Path) -> tuple[Told, ...]:
    """The stories told by hand in `tests/evals`, in the order of their files."""
    return tuple(read_story(file.read_text("utf-8")) for file in sorted((ours / "briefs" / "stories").glob("*.toml")))


def evaluate(data: Path | None, ours: Path) -> Sequence[Measure]:
    """The figures of the digest.

    Args:
        data: not used: everything here is our own.
        ours: `tests/evals`.

    Returns:
        `section_accuracy` on short items in five languages, `section_of_reports` on ones whose later sentences speak for
        other sections; `question_coverage`, the share of the six questions that the
        passages in an edition's language answer (labelled by hand) and its brief answers too; `section_of_stories`.
    """
    del data
    told = stories(ours)
    drafts = [(story, locale, brief) for story in told for locale in all_locales() if (brief := _brief(story, locale))]
    covered = [_covered(story, locale, brief) for story, locale, brief in drafts]
    sections, reports = _sections(ours, "sections.jsonl"), _sections(ours, "reports.jsonl")
    right = [brief.section == story.section for story, _, brief in drafts]
    return (
        Measure("briefs", "section_accuracy", sum(sections) / len(sections), len(sections)),
        Measure("briefs", "section_of_reports", sum(reports) / len(reports), len(reports)),
        Measure("briefs", "question_coverage", sum(covered) / len(covered), len(covered)),
        Measure("briefs", "section_of_stories", sum(right) / len(right), len(right)),
    )


def _sections(ours: Path, file: str) -> list[bool]:
    lines = (ours / "briefs" / file).read_text("utf-8").splitlines()
    found = []
    for row in map(json.loads, lines):
        language = row["language"]
        texts = (row["title"], *sentences(row["text"], language))
        evidence = [Evidence(text, language, weight_of(number)) for number, text in enumerate(texts)]
        found.append(section_of(topics_of(evidence)) == row["section"])
    return found


def _brief(told: Told, locale: Locale) -> Brief | None:
    sheet = fact_sheet(told.story, told.articles)
    written = digest.write(
        told.story,
        sheet,
        told.articles,
        told.sources,
        locale,
        timezone=locale.timezone,
        previous=None,
        now=told.now,
    )
    return written if isinstance(written, Brief) else None


def _covered(told: Told, locale: Locale, brief: Brief) -> float:
    """Of the questions that passages in the edition's language answer, the share that the brief's quotations answer."""
    own = {article.id for article in told.articles if article.language == locale.language}
    wanted = frozenset[str]().union(*(asked for (article, _), asked in told.answers.items() if article in own))
    sheet = fact_sheet(told.story, told.articles)
    cited = [sheet.fact(fact) for sentence in (*brief.dek, *brief.body) if sentence.quotes for fact in sentence.facts]
    places = [(citation.article_id, citation.passage) for fact in cited for citation in fact.citations]
    given = frozenset[str]().union(*(told.answers.get(place, frozenset()) for place in places))
    return len(wanted & given) / len(wanted) if wanted else 1.0


def _place(text: str) -> tuple[str, int]:
    article, _, number = text.rpartition(".")
    return article, int(number)


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
    places = {source: _place(place) for source, place in entry["citations"].items()}
    return Disagreement(
        what=entry["what"],
        values=entry["values"],
        citations={source: Citation(article, number) for source, (article, number) in places.items()},
        labels=entry.get("labels", {}),
    )
