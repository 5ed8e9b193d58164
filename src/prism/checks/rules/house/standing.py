"""Nothing rests on an article that its outlet took down or replaced by a correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prism.checks.examined import Examined
from prism.model import Article, Outcome, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a sentence none of whose passages stands any more; for the whole brief when that is true of all of it."""
    fallen = _fallen(examined.articles)
    bare = []
    for part in examined.parts:
        gone = [one for one in part.evidence if one.article.id in fallen]
        if gone and len(gone) == len(part.evidence):
            bare.append(part)
            outlet = examined.sources.get(gone[0].article.source_id)
            message = f"check.standing.{fallen[gone[0].article.id]}"
            yield examined.verdict(
                "standing", Outcome.FAIL, part, message, outlet=outlet.name if outlet else gone[0].article.source_id
            )
    cited = [part for part in examined.parts if part.evidence]
    if cited and len(bare) == len(cited):
        yield examined.verdict("standing", Outcome.FAIL, None, "check.standing.nothing")


def _fallen(articles: Mapping[str, Article]) -> dict[str, str]:
    """Article id → "withdrawn" or "superseded"."""
    fallen: dict[str, str] = {}
    corrections = [article for article in articles.values() if article.correction and article.withdrawn_at is None]
    for article in articles.values():
        if article.withdrawn_at is not None:
            fallen[article.id] = "withdrawn"
        elif any(_replaces(correction, article) for correction in corrections):
            fallen[article.id] = "superseded"
    return fallen


def _replaces(correction: Article, article: Article) -> bool:
    """A correction replaces what its own outlet said of the story before."""
    return (
        correction.id != article.id
        and correction.source_id == article.source_id
        and not article.correction
        and article.said_at <= correction.said_at
    )
