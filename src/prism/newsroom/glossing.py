"""Cited passages in the reader's language: asked for when a brief in prose passed, checked like any sentence, kept once.

A brief never waits for them: its page is published with the originals, and is made again when translations are there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from prism.briefs import Waiting, prose
from prism.checks import ClaimSource, check_claim
from prism.model import Action, Article, Asked, Citation, Failure, Frame, Vector, derived_id
from prism.newsroom.driving import Job, drive
from prism.newsroom.tools import Tools
from prism.ports import Embedder, Work

PURPOSE = "gloss"
_WAITING = "gloss:waiting"
_MOST_WAITING = 2000
"""Briefs that are remembered as waiting for translations; the oldest are forgotten first."""
_MOST_COMPARED = 40
"""Passages of an article that a translation is told from."""
_MOST_REMEMBERED = 4000
"""Passages whose vectors are kept: 6 MB."""
_MOST_OF_ONE = 24
"""Passages of one brief that are translated: those that its sentences rest on first."""


@dataclass(slots=True)
class _Ranking:
    """Which passage of an article a text lies nearest to; what was embedded is remembered for a run.

    Every edition translates passages of the same articles, and an embedding costs five times as much as the rules do.
    """

    embedder: Embedder
    vectors: dict[str, Vector] = field(default_factory=dict)

    def is_nearest(self, text: str, original: str, others: Sequence[str]) -> bool:
        """Whether no other text lies nearer to a text than its original."""
        passages = dict.fromkeys((original, *others))
        if len(self.vectors) > _MOST_REMEMBERED:
            self.vectors.clear()
        if new := [one for one in passages if one not in self.vectors]:
            self.vectors.update(zip(new, self.embedder.embed(new), strict=True))
        own = self.embedder.embed([text])[0]
        first, *rest = (float(own @ self.vectors[one]) for one in passages)
        return all(first >= other for other in rest)


def gloss(tools: Tools) -> int:
    """Have the foreign passages translated that published prose rests on; returns how many translations were kept.

    What the model can't be asked now is asked for in a later run; a translation that says other than its passage is dropped.
    """
    if not (tools.prose and tools.gloss):
        return 0
    before: list[str] = json.loads(tools.archive.note(_WAITING) or "[]")
    frames = {frame.locale.tag: frame for frame in tools.frames}
    fresh = [brief_id for tag in frames for brief_id in tools.archive.unpublished(tag)]
    kept, waiting, ranking = 0, list[str](), _Ranking(tools.embedder)
    jobs = _jobs(tools, frames, list(dict.fromkeys([*fresh, *before])))
    for job, outcome in drive(jobs, tools):
        if isinstance(outcome, Failure):
            tools.archive.put_failure(replace(outcome, stage=PURPOSE))
        elif isinstance(outcome, Waiting):
            waiting.append(_brief_of(job))
        else:
            kept += _keep(tools, ranking, frames[job.subject.locale], _brief_of(job), outcome)
    tools.archive.put_note(_WAITING, json.dumps(waiting[:_MOST_WAITING]))
    return kept


def _jobs(tools: Tools, frames: Mapping[str, Frame], brief_ids: Sequence[str]) -> Iterator[Job[Mapping[Citation, str]]]:
    for brief_id in brief_ids:
        work = tools.archive.published_work(brief_id)
        if work is None or work.brief.locale not in frames:
            continue
        frame = frames[work.brief.locale]
        if passages := _open(tools, frame, work):
            asked = Asked(PURPOSE, work.brief.story_id, work.brief.story_revision, work.brief.locale)
            yield Job(asked, partial(prose.gloss, passages, frame.locale))


def _brief_of(job: Job[Mapping[Citation, str]]) -> str:
    return derived_id("brief", job.subject.story_id, job.subject.locale)


def _open(tools: Tools, frame: Frame, work: Work) -> list[tuple[Citation, str, str]]:
    """The foreign passages of a brief in prose that have no translation yet."""
    withdrawn = work.decision is not None and work.decision.action is Action.WITHDRAW
    if withdrawn or work.brief.provenance.writer != prose.WRITER:
        return []
    articles = {article.id: article for article in tools.archive.articles(work.facts.cited())}
    cited = [citation for citation in _cited(work) if _is_foreign(articles.get(citation.article_id), frame)]
    known = tools.archive.glosses(frame.locale.language, cited)
    wanted = [citation for citation in cited if citation not in known][:_MOST_OF_ONE]
    return [
        (citation, articles[citation.article_id].text_of(citation.passage), articles[citation.article_id].language)
        for citation in wanted
    ]


def _cited(work: Work) -> list[Citation]:
    """Where the sentences lead, in their order: the first passage of each fact before the others."""
    facts = {fact.id: fact for fact in work.facts.facts}
    used = dict.fromkeys(fact for _, sentence in work.brief.sentences() for fact in sentence.facts)
    first = [facts[ident].citations[0] for ident in used if ident in facts and facts[ident].citations]
    rest = [citation for ident in used if ident in facts for citation in facts[ident].citations[1:]]
    return list(dict.fromkeys([*first, *rest]))


def _is_foreign(article: Article | None, frame: Frame) -> bool:
    return article is not None and article.language.split("-")[0] != frame.locale.language


def _is_true(ranking: _Ranking, frame: Frame, article: Article, original: str, text: str) -> bool:
    """Whether a translation says what its passage says, all of it and nothing else.

    By the rules of grounding in both directions, so that nothing is added and nothing of weight is lost; and no other passage
    of the article may lie nearer to it by the embedder (a rank, for no cosine parts true from false).
    """
    language = frame.locale.language
    if not check_claim(text, [ClaimSource("o", original, article.language, article.said_at)], language).supported:
        return False
    if not check_claim(original, [ClaimSource("t", text, language, article.said_at)], article.language).supported:
        return False
    return ranking.is_nearest(text, original, [one.text for one in article.passages[:_MOST_COMPARED]])


def _keep(tools: Tools, ranking: _Ranking, frame: Frame, brief_id: str, found: Mapping[Citation, str]) -> int:
    """Keep the translations that their passages bear; the page of the brief is due again if there are any."""
    articles = {article.id: article for article in tools.archive.articles({one.article_id for one in found})}
    borne: dict[Citation, tuple[str, str]] = {}
    for citation, text in found.items():
        article = articles.get(citation.article_id)
        if article is None:
            continue
        try:
            original = article.text_of(citation.passage)
        except KeyError:
            continue
        if _is_true(ranking, frame, article, original, text):
            borne[citation] = (text, original)
    tools.archive.put_glosses(frame.locale.language, borne, [brief_id])
    return len(borne)
