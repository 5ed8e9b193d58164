"""How much a story matters now: the order of the front page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from prism.model import Article, Story

HALF_LIFE_HOURS = 18.0
"""After this long without a new report a story counts half."""


def importance(story: Story, articles: Sequence[Article], now: datetime) -> float:
    """A figure above 0, higher first: independent outlets and languages, disagreements, freshness.

    Wire copies add nothing: one agency's text in ten papers is one report. `now` is rounded down to the hour by the
    caller's clock being handed in; the same arguments give the same figure.
    """
    own = [article for article in articles if article.copy_of is None and article.withdrawn_at is None]
    outlets = len({article.source_id for article in own})
    languages = len({article.language for article in own})
    coverage = math.log2(1 + outlets) + 0.5 * math.log2(1 + languages) + 0.25 * min(len(story.disagreements), 2)
    age_hours = max(0.0, (now - story.last_seen_at).total_seconds() / 3600)
    return round(coverage * 0.5 ** (age_hours / HALF_LIFE_HOURS), 6)
