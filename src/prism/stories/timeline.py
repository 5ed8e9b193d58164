"""A story's course: who reported when, and the days that the reports date events to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from prism.languages import dates, home_zone
from prism.model import TITLE, Article, Citation, Moment, Source

_LATER = timedelta(hours=10)
"""An article this long after the first one follows up; before, it reports the same news."""
_READ = 12
_EVENTS = 10
_NEAR = timedelta(days=800)


def timeline_of(
    articles: Sequence[Article], sources: Mapping[str, Source], corrections: Mapping[str, str]
) -> tuple[Moment, ...]:
    """The moments of a story in order of time.

    Args:
        articles: its members in order of publication.
        sources: by id, for the zone that relative dates count in.
        corrections: id of an article that corrects → id of the one that it replaces (or empty).
    """
    moments = [*_publications(articles, corrections), *_events(articles, sources, corrections)]
    rank = {"event": 0, "report": 1, "follow-up": 2, "correction": 3}
    return tuple(sorted(moments, key=lambda one: (one.at, rank[one.kind], one.citation.article_id)))


def _publications(articles: Sequence[Article], corrections: Mapping[str, str]) -> list[Moment]:
    if not articles:
        return []
    first = articles[0].said_at
    found: list[Moment] = []
    for article in articles:
        if article.copy_of:
            continue
        if article.id in corrections:
            kind = "correction"
        elif article.said_at - first >= _LATER:
            kind = "follow-up"
        else:
            kind = "report"
        found.append(Moment(article.said_at, kind, Citation(article.id, TITLE)))
    return found


def _events(articles: Sequence[Article], sources: Mapping[str, Source], corrections: Mapping[str, str]) -> list[Moment]:
    """One moment a day that passages date something to: the passage that stands highest, of the article that came first."""
    replaced = set(corrections.values())
    best: dict[str, tuple[int, int, Moment]] = {}
    count: dict[str, int] = {}
    for order, article in enumerate(articles):
        if article.copy_of or article.id in replaced or article.withdrawn_at:
            continue
        zone = zone_of(article, sources)
        base = article.said_at.astimezone(zone)
        for passage in article.passages[:_READ]:
            if passage.for_machines:
                continue
            for mention in dates(passage.text, article.language, base):
                if mention.precision != "day" or mention.first != mention.last:
                    continue
                if abs(mention.first - base.date()) > _NEAR:
                    continue
                day = mention.first.isoformat()
                count[day] = count.get(day, 0) + 1
                at = datetime.combine(mention.first, time(), zone).astimezone(UTC)
                moment = Moment(at, "event", Citation(article.id, passage.number), day_only=True)
                place = (passage.number, order, moment)
                if day not in best or place[:2] < best[day][:2]:
                    best[day] = place
    days = sorted(best, key=lambda day: (-count[day], best[day][:2], day))[:_EVENTS]
    return [best[day][2] for day in days]


def zone_of(article: Article, sources: Mapping[str, Source]) -> ZoneInfo:
    """The zone that an article's relative dates count in: its source's, else the home of its language."""
    source = sources.get(article.source_id)
    name = source.timezone if source else ""
    name = name or home_zone(article.language, source.country if source else "")
    try:
        return ZoneInfo(name or "UTC")
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
