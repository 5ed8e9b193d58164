"""Good briefs by the real writer: of the sample wire, of the stories told by hand, and of some written here.

`Case` holds all that `check_brief` asks for. Nothing is fetched: the wire's texts are cut into passages as a reader of its pages
would, and grouped by the label of their event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from prism.app.demo.content import Item, items, outlets
from prism.app.evals.briefs import read_story, stories
from prism.app.locales import load_locale
from prism.briefs import digest, fact_sheet
from prism.checks import check_brief
from prism.languages import addresses_machines, sentences
from prism.model import (
    Article,
    Basis,
    Brief,
    FactSheet,
    Locale,
    Outcome,
    Passage,
    Rights,
    Source,
    Story,
    Use,
    Verdict,
    derived_id,
)
from prism.stories import describe

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EDITIONS = ("ko", "en", "ja")
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A brief with its evidence."""

    name: str
    brief: Brief
    facts: FactSheet
    articles: dict[str, Article]
    sources: dict[str, Source]
    locale: Locale

    def verdicts(self, brief: Brief | None = None, zone: str = "") -> tuple[Verdict, ...]:
        """What the checks say of the brief, or of another version of it."""
        links = frozenset(article.url for article in self.articles.values())
        return check_brief(
            brief or self.brief, self.facts, self.articles, self.sources, self.locale, links=links, timezone=zone
        )

    def failures(self, brief: Brief | None = None, zone: str = "") -> tuple[Verdict, ...]:
        """What holds it."""
        return tuple(one for one in self.verdicts(brief, zone) if one.outcome is Outcome.FAIL)


@cache
def good_briefs() -> tuple[Case, ...]:
    """All of them, in a fixed order."""
    return (*_wire(1), *_wire(2), *_told(), *_own())


def cases(
    name: str,
    story: Story,
    articles: Sequence[Article],
    sources: Sequence[Source],
    now: datetime,
    before: Mapping[str, Brief] | None = None,
) -> Iterable[Case]:
    """The briefs of one story in every edition that has one; `before`: the versions that they follow, by edition."""
    sheet = fact_sheet(story, articles)
    for tag in EDITIONS:
        locale = load_locale(tag)
        written = digest.write(
            story, sheet, articles, sources, locale, timezone=locale.timezone, previous=(before or {}).get(tag), now=now
        )
        if isinstance(written, Brief):
            cited = set(sheet.cited())
            mine = {article.id: article for article in articles if article.id in cited}
            yield Case(f"{name}/{tag}", written, sheet, mine, {s.id: s for s in sources}, locale)


def _told() -> Iterable[Case]:
    for told in stories(HERE.parent / "evals"):
        yield from cases(told.story.id, told.story, told.articles, told.sources, told.now)


def _own() -> Iterable[Case]:
    for file in sorted((HERE / "stories").glob("*.toml")):
        told = read_story(file.read_text(encoding="utf-8"))
        story = replace(described(told.story.id, told.articles, told.sources), superseded=told.story.superseded)
        yield from cases(told.story.id, story, told.articles, told.sources, told.now)


def described(story_id: str, articles: Sequence[Article], sources: Sequence[Source]) -> Story:
    """A story as grouping describes it."""
    return describe(story_id, articles, sources, None)


def _wire(phase: int) -> Iterable[Case]:
    first = {case.name: case.brief for case in _wire(1)} if phase > 1 else {}
    found: dict[str, list[Article]] = {}
    for item in items(NOON, phase):
        found.setdefault(item.story, []).append(_article(item))
    for label, articles in sorted(found.items()):
        story = described(derived_id("story", label), articles, _sources())
        before = {tag: first[name] for tag in EDITIONS if (name := f"wire-1/{label}/{tag}") in first}
        later = NOON + timedelta(hours=phase)
        yield from cases(f"wire-{phase}/{label}", story, articles, _sources(), later, before)


@cache
def _sources() -> tuple[Source, ...]:
    return tuple(
        Source(
            one.id, one.name, f"https://{one.id}.example/feed", language=one.language, country=one.country,
            rights=Use(one.rights) if one.rights else None, timezone=one.timezone,
        )
        for one in outlets()
    )  # fmt: skip


def _article(item: Item) -> Article:
    url = f"https://{item.outlet.id}.example{item.path}"
    texts = [
        (place, text)
        for place, paragraph in enumerate(item.paragraphs)
        for text in sentences(paragraph, item.outlet.language)
    ]
    return Article(
        id=derived_id("article", item.key),
        source_id=item.outlet.id,
        url=url,
        canonical_url=url,
        language=item.outlet.language,
        title=item.title,
        passages=tuple(
            Passage(number, text, place, for_machines=addresses_machines(text))
            for number, (place, text) in enumerate(texts, start=1)
        ),
        retrieved_at=NOON,
        content_hash=derived_id(item.title, *(text for _, text in texts)),
        rights=Rights(Use(item.outlet.rights or "link"), Basis.OPERATOR, "sources import --rights", NOON),
        published_at=item.published.astimezone(UTC),
        copy_of=derived_id("article", item.copy_of) if item.copy_of else None,
        wire=item.wire,
        correction=item.correction,
    )
