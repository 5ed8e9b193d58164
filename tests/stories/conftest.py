"""What tests of stories share: articles made in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from prism.model import Article, Basis, Passage, Rights, Use

WriteArticle = Callable[..., Article]


@pytest.fixture
def write() -> WriteArticle:
    """An article from its words: `write("a", "en", "Title", "Sentence one.", …, outlet="harbor", at="2026-09-03T06:00")`."""

    def made(
        article_id: str,
        language: str,
        title: str,
        *sentences: str,
        outlet: str = "harbor",
        at: str = "2026-09-03T06:00",
        copy_of: str | None = None,
        correction: bool = False,
    ) -> Article:
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
        return Article(
            id=article_id,
            source_id=outlet,
            url=f"https://{outlet}.example/{article_id}",
            canonical_url=f"https://{outlet}.example/{article_id}",
            language=language,
            title=title,
            passages=tuple(Passage(number, text) for number, text in enumerate(sentences, 1)),
            retrieved_at=moment,
            content_hash=article_id,
            rights=Rights(Use.FULL, Basis.OPERATOR, "test", moment),
            published_at=moment,
            copy_of=copy_of,
            correction=correction,
        )

    return made
