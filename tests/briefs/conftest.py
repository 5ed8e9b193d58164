"""Stories for the tests of the briefs: told by hand in `tests/evals/briefs`, or put together here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from prism.app.evals.briefs import Told, stories
from prism.app.locales import load_locale
from prism.briefs import Waiting, digest, fact_sheet
from prism.model import Article, Basis, Brief, Locale, Passage, Rights, Source, Story, Use

MORNING = datetime(2026, 11, 21, 0, 0, tzinfo=UTC)


@pytest.fixture
def told() -> Callable[[str], Told]:
    """A story of the set by its id."""
    found = {one.story.id: one for one in stories(Path(__file__).parents[1] / "evals")}
    return lambda story_id: found[story_id]


@pytest.fixture
def make_article() -> Callable[..., Article]:
    """An article in a few words."""

    def build(
        article_id: str,
        sentences: Sequence[str],
        *,
        title: str = "벨마르크, 정치범 123명 석방",
        language: str = "ko",
        source: str = "haneul",
        use: Use = Use.FULL,
        hours: int = 0,
        copy_of: str | None = None,
        correction: bool = False,
        withdrawn: bool = False,
        for_machines: Sequence[int] = (),
    ) -> Article:
        at = MORNING + timedelta(hours=hours)
        url = f"https://{source}.example/{article_id}"
        return Article(
            id=article_id,
            source_id=source,
            url=url,
            canonical_url=url,
            language=language,
            title=title,
            passages=tuple(
                Passage(number, text, (number - 1) // 2, for_machines=number in for_machines)
                for number, text in enumerate(sentences, start=1)
            ),
            retrieved_at=at,
            content_hash=f"hash-{article_id}",
            rights=Rights(use, Basis.OPERATOR, "sources import --rights", at),
            published_at=at,
            copy_of=copy_of,
            correction=correction,
            withdrawn_at=at if withdrawn else None,
        )

    return build


@pytest.fixture
def make_story() -> Callable[..., Story]:
    """The story of some articles."""

    def build(articles: Sequence[Article], *, revision: int = 1, superseded: Sequence[str] = ()) -> Story:
        return Story(
            id="st-test",
            revision=revision,
            article_ids=tuple(article.id for article in articles),
            first_seen_at=min(article.said_at for article in articles),
            last_seen_at=max(article.said_at for article in articles),
            superseded=tuple(superseded),
        )

    return build


@pytest.fixture
def outlets() -> tuple[Source, ...]:
    """Five outlets in four languages."""
    rows = (
        ("haneul", "하늘일보", "ko", "KR"),
        ("bada", "바다신문", "ko", "KR"),
        ("harbour", "The Harbour Post", "en", "GB"),
        ("sora", "空日報", "ja", "JP"),
        ("kurier", "Elbkurier", "de", "DE"),
    )
    return tuple(
        Source(key, name, f"https://{key}.example/feed", language=language, country=country, rights=Use.FULL)
        for key, name, language, country in rows
    )


@pytest.fixture
def draft(outlets: tuple[Source, ...]) -> Callable[..., Brief | Waiting]:
    """The digest of a story."""

    def write(
        story: Story,
        articles: Sequence[Article],
        locale: Locale | str = "ko",
        *,
        sources: Sequence[Source] = (),
        previous: Brief | None = None,
        now: datetime = MORNING + timedelta(days=1),
    ) -> Brief | Waiting:
        edition = load_locale(locale) if isinstance(locale, str) else locale
        return digest.write(
            story,
            fact_sheet(story, articles),
            articles,
            sources or outlets,
            edition,
            timezone=edition.timezone,
            previous=previous,
            now=now,
        )

    return write
