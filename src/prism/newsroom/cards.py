"""Cards of an edition: stories that it has not written, and drafts that the desk holds back, with what the checks found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prism.languages import oddities
from prism.model import Article, Card, Finding, Frame, Outcome, Teaser, Use, Verdict
from prism.newsroom.dossiers import presentable
from prism.newsroom.tools import Tools
from prism.ports import Work

CARDS = 100
_HELD = "card.held"

_TOLD = frozenset({"figures", "dates", "certainty"})
"""Checks whose reasons the demo tells on a page: they quote figures, days, and words of the passage. What others found is a matter
of the draft's own words, which are held back: of them only the check is named. A newsroom of its own names the checks alone: what is
held is not published, not even as an example of what was wrong."""


def cards_of(tools: Tools, frame: Frame, teasers: Mapping[str, Teaser]) -> tuple[Card, ...]:
    """The cards of an edition, what is held first.

    Args:
        tools: archive.
        frame: the edition.
        teasers: story → what the edition shows of it.
    """
    held = list(_held(tools, frame, teasers))
    there = {card.story_id for card in held}
    return (*held, *(card for card in _waiting(tools, frame) if card.story_id not in there))


def state_of(tools: Tools) -> object:
    """All that the cards of every edition are made of, to see whether it has changed."""
    waits = [tools.archive.waits(frame.locale.tag)[:CARDS] for frame in tools.frames]
    return waits, [(work.brief.id, work.brief.version) for work in tools.archive.held()[-CARDS:]]


def _held(tools: Tools, frame: Frame, teasers: Mapping[str, Teaser]) -> Iterator[Card]:
    works = [work for work in tools.archive.held() if work.brief.locale == frame.locale.tag]
    for work in works[-CARDS:]:
        story = tools.archive.story(work.brief.story_id)
        if story is None or story.merged_into or story.revision != work.brief.story_revision:
            continue
        if standing := _standing(tools.archive.articles(story.article_ids), frame):
            shown = teasers.get(story.id)
            yield Card(
                story.id,
                standing,
                _HELD,
                story.last_seen_at,
                path="" if shown is None or shown.withdrawn else shown.path,
                writer=work.brief.provenance.writer,
                model=work.brief.provenance.model,
                findings=tuple(_findings(work, demonstrated=bool(frame.site.notice))),
            )


def _findings(work: Work, *, demonstrated: bool) -> Iterator[Finding]:
    failed = [verdict for verdict in work.verdicts or () if verdict.outcome is Outcome.FAIL]
    yield from dict.fromkeys(_finding(verdict, demonstrated=demonstrated) for verdict in failed)


def _finding(verdict: Verdict, *, demonstrated: bool) -> Finding:
    told = demonstrated and verdict.check in _TOLD and not oddities(verdict.reason)
    return Finding(verdict.sentence.partition(".")[0], verdict.check, verdict.reason if told else "")


def _waiting(tools: Tools, frame: Frame) -> Iterator[Card]:
    for story_id, reason in tools.archive.waits(frame.locale.tag)[:CARDS]:
        story = tools.archive.story(story_id)
        if story and (standing := _standing(tools.archive.articles(story.article_ids), frame)):
            yield Card(story_id, standing, reason, story.last_seen_at)


def _standing(articles: Sequence[Article], frame: Frame) -> tuple[Article, ...]:
    """The articles that may be named, as pages list them."""
    return tuple(
        presentable(article, frame)
        for article in articles
        if article.withdrawn_at is None and article.rights.use is not Use.NONE
    )
