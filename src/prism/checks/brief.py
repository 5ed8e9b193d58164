"""A brief held against its evidence, rule by rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from prism.checks.examined import Examined
from prism.checks.rules.house import RULES
from prism.model import Article, Brief, CopyLimits, FactSheet, Locale, Outcome, Source, Verdict


def check_brief(
    brief: Brief,
    facts: FactSheet,
    articles: Mapping[str, Article] | Sequence[Article],
    sources: Mapping[str, Source] | Sequence[Source],
    locale: Locale,
    *,
    links: Iterable[str],
    limits: CopyLimits | None = None,
    timezone: str = "",
) -> tuple[Verdict, ...]:
    """What every rule says of a brief.

    Args:
        brief: one version.
        facts: the sheet that its sentences rest on.
        articles: the cited articles (by id, or in any order).
        sources: their outlets.
        locale: the edition; reasons are written in its language.
        links: addresses that may be linked.
        limits: what may be copied; the defaults of DESIGN if None.
        timezone: IANA name of the zone that the edition tells days in; the locale's own if empty.

    Returns:
        One verdict for everything that was found, and one PASS for each rule that found nothing.
    """
    return check_examined(
        examined_of(brief, facts, articles, sources, locale, links=links, limits=limits, timezone=timezone)
    )


def check_examined(examined: Examined) -> tuple[Verdict, ...]:
    """What every rule says of a brief that is laid open; returns as `check_brief` does."""
    verdicts: list[Verdict] = []
    for name, rule in RULES.items():
        found = tuple(rule(examined))
        if not any(verdict.outcome is not Outcome.PASS for verdict in found):
            found = (*found, examined.verdict(name, Outcome.PASS, None, f"check.{name}.pass"))
        verdicts.extend(found)
    return tuple(verdicts)


def examined_of(
    brief: Brief,
    facts: FactSheet,
    articles: Mapping[str, Article] | Sequence[Article],
    sources: Mapping[str, Source] | Sequence[Source],
    locale: Locale,
    *,
    links: Iterable[str] = (),
    limits: CopyLimits | None = None,
    timezone: str = "",
    doubt: float = 0.0,
) -> Examined:
    """A brief laid open, as the rules and the judges look at it; arguments as for `check_brief`.

    `doubt`: what is held against each of its sentences, for its writer's record (`checks.trust`).
    """
    return Examined(
        brief,
        facts,
        _by_id(articles),
        _sources_by_id(sources),
        locale,
        frozenset(links),
        limits or CopyLimits(),
        timezone,
        doubt,
    )


def _by_id(articles: Mapping[str, Article] | Sequence[Article]) -> Mapping[str, Article]:
    return articles if isinstance(articles, Mapping) else {article.id: article for article in articles}


def _sources_by_id(sources: Mapping[str, Source] | Sequence[Source]) -> Mapping[str, Source]:
    return sources if isinstance(sources, Mapping) else {source.id: source for source in sources}
