"""What the sources of a story say, once, for all editions.

For the digest a fact is a passage, or a title (passage 0). Left out of the sheet is what nothing may rest on or be quoted
from (decision 0060): articles that were withdrawn or superseded, texts of which the rights are only `link` or `none`,
wire copies (the original is cited once; where it may not be quoted, the first copy that may speaks for all), and what
is no news: addresses, markup, orders to machines and editors (`languages.oddities`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prism.briefs.copying import text_ids
from prism.briefs.speakers import stance_of
from prism.languages import oddities
from prism.model import TITLE, Article, Citation, Fact, FactSheet, Story, Use

_MAY_BE_QUOTED = frozenset({Use.FULL, Use.EXCERPT})


def standing(story: Story, articles: Iterable[Article]) -> tuple[Article, ...]:
    """The members of a story that still stand: neither withdrawn nor superseded, in the story's order."""
    by_id = {article.id: article for article in articles}
    superseded = frozenset(story.superseded)
    members = (by_id[article_id] for article_id in story.article_ids if article_id in by_id)
    return tuple(a for a in members if a.id not in superseded and a.withdrawn_at is None)


def quotable(story: Story, articles: Iterable[Article]) -> tuple[Article, ...]:
    """The members of a story that a sheet is made from, one for each text, in the story's order."""
    everyone = tuple(articles)
    texts = text_ids(everyone)
    speaks_for: dict[str, Article] = {}
    for article in standing(story, everyone):
        if article.rights.use not in _MAY_BE_QUOTED:
            continue
        text = texts[article.id]
        if text not in speaks_for or article.id == text:
            speaks_for[text] = article
    chosen = {article.id for article in speaks_for.values()}
    return tuple(article for article in standing(story, everyone) if article.id in chosen)


def fact_sheet(story: Story, articles: Iterable[Article]) -> FactSheet:
    """The sheet of one revision of a story.

    Args:
        story: with its members, and which of them are superseded.
        articles: the members; others are not looked at.

    Returns:
        One fact for each title and passage that may be quoted, "F1", "F2", … in the story's order of articles and the
        article's order of passages. Passages that stand word for word in several articles are one fact with several
        citations.
    """
    merged: dict[tuple[str, bool, str], tuple[str, list[Citation]]] = {}
    for article in quotable(story, articles):
        for number, text in _statements(article):
            key = (article.language, number == TITLE, re.sub(r"\s+", " ", text).strip())
            _, citations = merged.setdefault(key, (text, []))
            if all(citation.article_id != article.id for citation in citations):
                citations.append(Citation(article.id, number))
    facts = []
    for count, ((language, _, _), (text, citations)) in enumerate(merged.items(), start=1):
        said_by, certainty = stance_of(text, language)
        facts.append(Fact(f"F{count}", language, text, tuple(citations), said_by, certainty))
    return FactSheet(story.id, story.revision, tuple(facts))


def _statements(article: Article) -> Iterator[tuple[int, str]]:
    """Title and passages with their numbers, without what is empty or no news."""
    if article.title.strip() and not oddities(article.title):
        yield TITLE, article.title
    for passage in article.passages:
        if passage.text.strip() and not passage.for_machines and not oddities(passage.text):
            yield passage.number, passage.text
