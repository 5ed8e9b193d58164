"""Wire copies: the same text in another outlet."""

from __future__ import annotations

from collections.abc import Sequence

from prism.articles.maintext import key_of
from prism.model import Article


def copy_of(article: Article, others: Sequence[Article]) -> str | None:
    """The id of the article among `others` of which this one is a wire copy, or None."""
    mine = _shingles(article)
    best: tuple[float, str] = (0.5, "")
    for other in others:
        if other.id == article.id or other.language != article.language:
            continue
        theirs = _shingles(other)
        smaller = min(len(mine), len(theirs))
        if smaller:
            best = max(best, (len(mine & theirs) / smaller, other.id))
    return best[1] or None


def _shingles(article: Article) -> set[str]:
    text = key_of(" ".join(passage.text for passage in article.passages))
    return {text[n : n + 12] for n in range(len(text) - 11)}
