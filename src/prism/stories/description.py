"""A story described: its members in order, who and what they name, its course, and where its sources disagree."""

from __future__ import annotations

from collections.abc import Sequence

from prism.languages import words
from prism.model import Article, Source, Story
from prism.stories.concepts import says_correction
from prism.stories.disagreements import disagreements_of
from prism.stories.entities import entities_of
from prism.stories.timeline import timeline_of

_SAME = 0.12
"""Overlap of words (Dice) from which on an outlet's earlier article can be the one that its correction means."""


def describe(story_id: str, articles: Sequence[Article], sources: Sequence[Source], previous: Story | None) -> Story:
    """Describe a story from its members.

    Args:
        story_id: its id.
        articles: all members, in any order, copies included.
        sources: of these articles at least.
        previous: the last description, or None when the story is new; the revision counts on from it.

    Returns:
        The story's next revision.

    Raises:
        ValueError: there are no articles.
    """
    if not articles:
        raise ValueError(f"story {story_id} has no articles")
    ordered = sorted(articles, key=lambda one: (one.said_at, one.id))
    by_id = {source.id: source for source in sources}
    corrections = corrected(ordered)
    superseded = tuple(sorted({replaced for replaced in corrections.values() if replaced}))
    current = [one for one in ordered if one.id not in superseded and not one.withdrawn_at]
    return Story(
        id=story_id,
        revision=1 if previous is None else previous.revision + 1,
        article_ids=tuple(one.id for one in ordered),
        first_seen_at=ordered[0].said_at,
        last_seen_at=ordered[-1].said_at,
        entities=entities_of(current or ordered),
        disagreements=disagreements_of(ordered, corrections),
        timeline=timeline_of(ordered, by_id, corrections),
        superseded=superseded,
    )


def corrected(articles: Sequence[Article]) -> dict[str, str]:
    """Each article that corrects → the earlier one of the same outlet that it replaces, or "" if the story has none.

    Among several earlier ones it is the one with most words in common; of equals the latest.
    """
    found: dict[str, str] = {}
    for place, article in enumerate(articles):
        if not (article.correction or says_correction(article.title, article.language)):
            continue
        mine = _words(article)
        best, best_score = "", _SAME
        for earlier in articles[:place]:
            if earlier.source_id != article.source_id or earlier.id in found:
                continue
            theirs = _words(earlier)
            score = 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0
            if score >= best_score:
                best, best_score = earlier.id, score
        found[article.id] = best
    return found


def _words(article: Article) -> frozenset[str]:
    text = " ".join((article.title, *(passage.text for passage in article.passages[:10])))
    return frozenset(words(text, article.language))
