"""Copying stays within what the rights allow; a wire text and its copies are one text with one allowance."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.examined import Examined, squeezed
from prism.model import TITLE, Outcome, Use, Verdict


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a text of which more passages are quoted than its rights allow."""
    quoted = _quoted(examined)
    for text_id, passages in quoted.items():
        copies = [
            a
            for a in examined.articles.values()
            if _root(a.id, examined) == text_id and a.rights.use.rank > Use.LINK.rank
        ]
        allowed = min((examined.limits.passages_of(article) for article in copies), default=0)
        if len(passages) > allowed:
            source = examined.sources.get(copies[0].source_id) if copies else None
            yield examined.verdict(
                "copying",
                Outcome.FAIL,
                None,
                "check.copying.much",
                outlet=source.name if source else text_id,
                count=len(passages),
                allowed=allowed,
            )


def _quoted(examined: Examined) -> dict[str, set[str]]:
    """Text → the different passages of it that the brief quotes."""
    found: dict[str, set[str]] = {}
    for part in examined.parts:
        for quote in part.sentence.quotes:
            for evidence in part.evidence:
                if squeezed(quote) in squeezed(evidence.text):
                    if evidence.citation.passage != TITLE:
                        found.setdefault(_root(evidence.article.id, examined), set()).add(squeezed(evidence.text))
                    break
    return found


def _root(article_id: str, examined: Examined) -> str:
    """The text that an article is: its own, or the original that it copies (chains followed)."""
    seen = {article_id}
    while (
        (article := examined.articles.get(article_id)) is not None and article.copy_of and article.copy_of not in seen
    ):
        article_id = article.copy_of
        seen.add(article_id)
    return article_id
