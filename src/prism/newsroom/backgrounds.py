"""Earlier briefs as something that a draft may lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prism.briefs import prose
from prism.briefs.prose.material import reports
from prism.model import Article, Source, Story
from prism.ports import Work

_FACTS = 5
"""Of each: they cost tokens in every edition."""


def background_of(
    work: Work, story: Story, articles: Sequence[Article], sources: Sequence[Source]
) -> prose.Background | None:
    """An earlier brief as something to lean on: the facts that it rests on, as far as they may be read."""
    told = replace(story, article_ids=tuple(article.id for article in articles))
    read = reports(told, articles, sources)
    passages = {line.citation: line.text for report in read for line in report.lines}
    used = dict.fromkeys(fact for _, sentence in work.brief.sentences() for fact in sentence.facts)
    table = {fact.id: fact for fact in work.facts.facts}
    facts = [
        table[ident]
        for ident in used
        if ident in table
        and not ident.startswith("B")
        and table[ident].citations
        and all(citation in passages for citation in table[ident].citations)
    ][:_FACTS]
    if not facts:
        return None
    cited = {citation for fact in facts for citation in fact.citations}
    return prose.Background(
        label="B1",
        title=work.brief.headline.text,
        date=story.last_seen_at.date(),
        facts=tuple(facts),
        origins={
            line.citation.article_id: report.origin
            for report in read
            for line in report.lines[:1]
            if any(citation.article_id == line.citation.article_id for citation in cited)
        },
        passages={citation: passages[citation] for citation in cited},
    )
