"""How much a story matters: the order of the front page."""

from __future__ import annotations

import math
from collections.abc import Sequence

from prism.model import Article, Story

HALF_LIFE_HOURS = 18.0
"""After this long without a new report a story counts half."""


def importance(story: Story, articles: Sequence[Article]) -> float:
    """A figure to sort by, higher first: independent outlets and languages, disagreements, freshness.

    Coverage halves every `HALF_LIFE_HOURS` of a story's age. As that factor is the same for all stories, the order does not
    depend on the present: the figure is log2(coverage) plus the time of the latest report in half-lives, and a stored one
    stays right. Wire copies add nothing: one agency's text in ten papers is one report.
    """
    own = [article for article in articles if article.copy_of is None and article.withdrawn_at is None]
    outlets = len({article.source_id for article in own})
    languages = len({article.language for article in own})
    coverage = math.log2(1 + outlets) + 0.5 * math.log2(1 + languages) + 0.25 * min(len(story.disagreements), 2)
    half_lives = story.last_seen_at.timestamp() / 3600 / HALF_LIFE_HOURS
    return round(math.log2(max(coverage, 0.01)) + half_lives, 6)
