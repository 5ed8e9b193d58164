"""The rows of `prism export`: promised formats, added to and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prism.editions import story_path
from prism.model import Action, Article, FactSheet, Sentence, Story
from prism.ports import Work


def article_row(article: Article, story_id: str) -> dict[str, object]:
    """An article, its passages with the source's characters."""
    return {
        "id": article.id,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "source": article.source_id,
        "language": article.language,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published_at.isoformat() if article.published_at else None,
        "retrieved": article.retrieved_at.isoformat(),
        "story": story_id or None,
        "copy_of": article.copy_of,
        "rights": {
            "use": article.rights.use.value,
            "basis": article.rights.basis.value,
            "evidence": article.rights.evidence,
        },
        "notes": list(article.notes),
        "passages": [passage.text for passage in article.passages],
    }


def story_row(story: Story) -> dict[str, object]:
    """A story: its articles, entities and disagreements."""
    return {
        "id": story.id,
        "revision": story.revision,
        "articles": list(story.article_ids),
        "superseded": list(story.superseded),
        "entities": [{"id": one.id, "kind": one.kind, "names": dict(one.names)} for one in story.entities],
        "disagreements": [{"what": one.what, "values": dict(one.values)} for one in story.disagreements],
        "timeline": [
            {
                "at": one.at.isoformat(),
                "kind": one.kind,
                "article": one.citation.article_id,
                "passage": one.citation.passage,
            }
            for one in story.timeline
        ],
    }


def brief_row(work: Work, articles: Mapping[str, Article]) -> dict[str, object]:
    """A brief with the evidence of each sentence and what the checks found."""
    brief, facts = work.brief, work.facts

    def rows(sentences: Iterable[Sentence]) -> list[dict[str, object]]:
        return [_sentence_row(sentence, facts, articles) for sentence in sentences]

    return {
        "id": brief.id,
        "story": brief.story_id,
        "story_revision": brief.story_revision,
        "locale": brief.locale,
        "headline": brief.headline.text,
        "headline_evidence": _sentence_row(brief.headline, facts, articles)["evidence"],
        "dek": " ".join(sentence.text for sentence in brief.dek),
        "dek_sentences": rows(brief.dek),
        "body": rows(brief.body),
        "insight": {"title": brief.insight.title, "sentences": rows(brief.insight.sentences)}
        if brief.insight
        else None,
        "section": brief.section,
        "tags": [tag.name for tag in brief.tags],
        "version": brief.version,
        "status": _status(work),
        "writer": brief.provenance.writer,
        "model": brief.provenance.model or None,
        "changes": list(brief.changes),
        "verdicts": [
            {"check": one.check, "outcome": one.outcome.value, "sentence": one.sentence, "reason": one.reason}
            for one in work.verdicts or ()
        ],
        "url": story_path(brief.locale, brief.story_id),
    }


def _status(work: Work) -> str:
    action = work.decision.action if work.decision else Action.HOLD
    return {Action.HOLD: "held", Action.WITHDRAW: "withdrawn"}.get(action, "published")


def _sentence_row(sentence: Sentence, facts: FactSheet, articles: Mapping[str, Article]) -> dict[str, object]:
    evidence = [
        {
            "article": citation.article_id,
            "passage": citation.passage,
            "text": articles[citation.article_id].text_of(citation.passage),
        }
        for fact_id in sentence.facts
        for citation in facts.fact(fact_id).citations
        if citation.article_id in articles
    ]
    return {"text": sentence.text, "kind": sentence.kind.value, "facts": list(sentence.facts), "evidence": evidence}
