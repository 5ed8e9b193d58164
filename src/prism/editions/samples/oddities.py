"""The sample story as it should never be and one day will be: parts missing, headlines without end, one outlet, sixty outlets.

For tests of layouts, and for whoever changes a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from prism.editions.samples import sample_dossier
from prism.model import Article, Citation, Disagreement, Dossier, Locale, Passage, Source, Tag

_SIXTY = 60
_COUNTRIES = ("KR", "JP", "GB", "US", "DE", "FR", "EG", "CN", "BR", "IN", "", "KE")
_LANGUAGES = ("en", "ko", "ja", "de", "fr", "ar", "zh", "es", "pt", "hi", "sw")
_ARABIC = "هيئة الموانئ في بورت ميريديا: الجسر مغلق حتى إشعار آخر"


def odd_dossiers(locale: Locale) -> Mapping[str, Dossier]:
    """The sample story in each odd form, by a name of what is odd in it."""
    base = sample_dossier(locale)
    return {"bare": bare(base), "long": long(base), "mixed": mixed(base), "one": one(base), "sixty": sixty(base)}


def bare(base: Dossier) -> Dossier:
    """Nothing but headline and report: no summary, Insight, tags, checks, history, timeline, outlets."""
    brief = replace(base.brief, dek=(), insight=None, tags=(), changes=(), version=1)
    story = replace(base.story, disagreements=(), timeline=(), entities=())
    return replace(
        base, brief=brief, story=story, verdicts=(), corrections=(), history=(), related=(), sources=(), articles=()
    )


def long(base: Dossier) -> Dossier:
    """A headline of 300 characters, half of them one word, and names, owners and values that are no shorter."""
    headline = (base.brief.headline.text + " " + "W" * 150 + " " + base.brief.headline.text * 9)[:300]
    name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    sources = tuple(replace(source, name=f"{source.name} {name}", owner=name) for source in base.sources)
    story = replace(
        base.story,
        disagreements=tuple(
            replace(one, values={key: f"{value}{'0' * 40}" for key, value in one.values.items()})
            for one in base.story.disagreements
        ),
    )
    tags = (*base.brief.tags, Tag("long", name, "long"))
    brief = replace(base.brief, headline=replace(base.brief.headline, text=headline), tags=tags)
    return replace(base, brief=brief, story=story, sources=sources)


def mixed(base: Dossier) -> Dossier:
    """Names in Arabic, an emoji of several code points, marks that turn the direction, markup that is text."""
    headline = replace(base.brief.headline, text="محمود درويش \u202e& <b>👩🏽‍🚒</b> " + base.brief.headline.text)
    articles = tuple(
        replace(article, title=_ARABIC, language="ar") if place % 3 == 0 else replace(article, title="🛳️🌉 " * 6)
        for place, article in enumerate(base.articles)
    )
    sources = tuple(replace(source, name="صحيفة الميناء 📰", owner="<i>&") for source in base.sources)
    tags = (Tag("emoji", "🌉", "bridge"), Tag("arabic", "محمود درويش", "darwish"), *base.brief.tags)
    return replace(base, brief=replace(base.brief, headline=headline, tags=tags), articles=articles, sources=sources)


def one(base: Dossier) -> Dossier:
    """A single outlet tells it, and nobody can disagree."""
    articles = tuple(article for article in base.articles if article.source_id == "meridian")
    sources = tuple(source for source in base.sources if source.id == "meridian")
    story = replace(base.story, disagreements=(), timeline=base.story.timeline[:2])
    return replace(base, articles=articles, sources=sources, story=story)


def sixty(base: Dossier) -> Dossier:
    """Sixty further outlets in eleven languages, a third of them with an agency's text, and many values for one figure."""
    first = base.articles[0]
    articles: list[Article] = []
    sources: list[Source] = []
    for number in range(_SIXTY):
        language = _LANGUAGES[number * number % len(_LANGUAGES)]
        key, at = f"outlet{number}", first.said_at + timedelta(minutes=11 * number)
        sources.append(
            Source(
                key,
                f"Outlet {number}",
                f"https://{key}.example/feed",
                "",
                language,
                _COUNTRIES[number % 12],
                f"Owner {number % 9}",
            )
        )
        articles.append(
            replace(
                first,
                id=key,
                source_id=key,
                language=language,
                url=f"https://{key}.example/{number}",
                published_at=at,
                title=f"{first.title} ({number})",
                passages=tuple(Passage(n, f"Passage {n} of outlet {number} says {number % 7}.") for n in range(1, 12)),
                copy_of=first.id if number % 3 == 0 else None,
            )
        )
    values = {one.source_id: str(100 + place % 7) for place, one in enumerate(articles)}
    many = Disagreement("people on the bridge", values, {key: Citation(key, 1) for key in values})
    moments = tuple(
        replace(base.story.timeline[1], at=one.said_at, citation=Citation(one.id, 0)) for one in articles[:40]
    )
    story = replace(base.story, disagreements=(*base.story.disagreements, many), timeline=moments)
    return replace(base, articles=(*base.articles, *articles), sources=(*base.sources, *sources), story=story)
