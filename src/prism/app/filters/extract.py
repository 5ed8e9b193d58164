"""`prism extract`: a page's bytes → one row."""

from __future__ import annotations

from datetime import UTC, datetime

from prism.articles import read_page
from prism.model import Basis, Entry, Rights, Use

_SOURCE = "extract"


def extract(
    html: bytes, url: str, *, now: datetime | None = None, headers: dict[str, str] | None = None
) -> dict[str, object]:
    """Read one page as `prism run` does, without a feed to lean on.

    Args:
        html: the page's bytes, in whatever encoding it says or does not say.
        url: the address it stands at.
        now: when it was fetched; no later date is believed. The present if not given.
        headers: of the response, lower-case names; may be left out.

    Returns:
        `{"url", "title", "language", "published", "authors", "passages"}`: the address as given, the publication as ISO 8601 in
        UTC or None, the passages in order, one sentence each.

    Raises:
        ParseError: the page holds no article.
    """
    at = now or datetime.now(UTC)
    article = read_page(
        html,
        url=url,
        headers=headers or {},
        entry=Entry(id=_SOURCE, source_id=_SOURCE, guid="", url=url, title="", seen_at=at),
        rights=Rights(Use.FULL, Basis.OPERATOR, "prism extract", at),
        retrieved_at=at,
    ).article
    return {
        "url": url,
        "title": article.title,
        "language": article.language,
        "published": article.published_at.isoformat() if article.published_at else None,
        "authors": list(article.authors),
        "passages": [passage.text for passage in article.passages],
    }
