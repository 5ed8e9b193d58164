"""An invented story with everything that a page can show, for whoever writes a template, a format or a test.

Outlets, people, places and events are made up. `sample_dossier` gives the story in any locale that has texts below;
`sample_edition` an edition of as many stories as asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from prism.editions.addresses import story_path
from prism.editions.samples.texts import TEXTS, Text
from prism.editions.samples.wire import ARTICLES, SOURCES
from prism.editions.teasers import teaser
from prism.model import (
    SECTIONS,
    Action,
    Article,
    Basis,
    Brief,
    Card,
    Certainty,
    Citation,
    Correction,
    Decision,
    Disagreement,
    Dossier,
    Edition,
    Fact,
    FactSheet,
    Frame,
    Importance,
    Insight,
    Kind,
    Locale,
    Moment,
    Passage,
    Provenance,
    Rights,
    Sentence,
    Site,
    Source,
    Story,
    Tag,
    Teaser,
    Verdict,
    Version,
    derived_id,
)

SAMPLE_TIME = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)
"""The moment at which the sample edition is published."""

_OTHERWISE = "en"
"""The text that stands in for a language that has none yet."""

_STORY = "0sample0bridge00"


def sample_frame(locale: Locale, *, editions: tuple[tuple[str, str], ...] = ()) -> Frame:
    """A frame of an invented publisher for a locale."""
    site = Site(
        url="https://news.example.org",
        name="Prism",
        editor="Mina Hartog",
        contact="desk@example.org",
        publisher="Halmen Press",
        publisher_url="https://example.org/",
    )
    return Frame(site, locale, locale.timezone, editions or ((locale.tag, locale.endonym),), "0.1.0")


def sample_sources() -> tuple[tuple[Source, Rights], ...]:
    """The invented outlets with what may be done with each."""
    return tuple(
        (
            Source(key, name, f"https://{key}.example/feed", f"https://{key}.example/", language, country, owner, use),
            Rights(use, Basis.OPERATOR, f'rights = "{use.value}"', SAMPLE_TIME - timedelta(days=3)),
        )
        for key, name, language, country, owner, use in SOURCES
    )


def sample_articles() -> tuple[Article, ...]:
    """What the outlets wrote: two of them the same wire text, one that may only be linked."""
    uses = {key: use for key, *_, use in SOURCES}
    start = datetime(2026, 11, 20, 4, 10, tzinfo=UTC)
    found: list[Article] = []
    for number, (source, language, minutes, title, sentences) in enumerate(ARTICLES):
        at = start + timedelta(minutes=minutes)
        url = f"https://{source}.example/{at:%Y/%m/%d}/{number}?a=1&b=2"
        found.append(
            Article(
                id=f"a{number}",
                source_id=source,
                url=url,
                canonical_url=url,
                language=language,
                title=title,
                passages=tuple(Passage(n, text) for n, text in enumerate(sentences, 1)),
                retrieved_at=at + timedelta(minutes=9),
                content_hash=derived_id(title),
                rights=Rights(uses[source], Basis.OPERATOR, f'rights = "{uses[source].value}"', at),
                published_at=at,
                copy_of="a0" if source == "harborwire" else None,
            )
        )
    return tuple(found)


def _citations(where: str) -> tuple[Citation, ...]:
    pairs = (mark.split(":") for mark in where.split())
    return tuple(Citation(f"a{article}", int(passage)) for article, passage in pairs)


class _Sheet:
    """Collects facts while the sample's sentences are made."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self.facts: list[Fact] = []

    def sentence(self, text: str, where: str, *, inferred: bool = False, paragraph: int = 0) -> Sentence:
        ids: list[str] = []
        for citation in _citations(where):
            article = self._articles[citation.article_id]
            fact = Fact(
                id=f"F{len(self.facts) + 1}",
                language=article.language,
                statement=article.text_of(citation.passage),
                citations=(citation,),
                certainty=Certainty.UNCERTAIN
                if (citation.article_id, citation.passage) == ("a0", 4)
                else Certainty.STATED,
            )
            self.facts.append(fact)
            ids.append(fact.id)
        return Sentence(text, tuple(ids), Kind.INFERRED if inferred else Kind.REPORTED, paragraph)


def _sample_brief(locale: str, text: Text, articles: Sequence[Article]) -> tuple[Brief, FactSheet]:
    sheet = _Sheet(articles)
    brief = Brief(
        id=derived_id("brief", _STORY, locale),
        story_id=_STORY,
        story_revision=3,
        locale=locale,
        headline=sheet.sentence(*text.headline),
        dek=tuple(sheet.sentence(*one) for one in text.dek),
        body=tuple(sheet.sentence(words, where, paragraph=paragraph) for words, where, paragraph in text.body),
        insight=Insight(
            text.insight_title,
            tuple(sheet.sentence(words, where, inferred=inferred) for words, where, inferred in text.insight),
        ),
        section="disaster",
        tags=tuple(Tag(derived_id(slug), name, slug) for name, slug in text.tags),
        provenance=Provenance("digest", "", "digest-1", SAMPLE_TIME - timedelta(minutes=6)),
        version=2,
        changes=tuple(text.changes),
    )
    return brief, FactSheet(_STORY, 3, tuple(sheet.facts))


def _sample_story(articles: Sequence[Article], text: Text, language: str) -> Story:
    casualties = Disagreement(
        what="taken to hospital",
        values={"meridian": "14", "chenjiang": "14", "hanbit": "17", "aoba": "17"},
        citations={
            "meridian": Citation("a0", 2),
            "chenjiang": Citation("a5", 1),
            "hanbit": Citation("a1", 2),
            "aoba": Citation("a4", 2),
        },
        labels={language: text.label},
    )
    timeline = (
        Moment(datetime(2026, 11, 20, tzinfo=UTC), "event", Citation("a0", 1), day_only=True),
        *(Moment(article.said_at, "report", Citation(article.id, 0)) for article in articles[:3]),
        Moment(articles[7].said_at, "follow-up", Citation("a7", 0)),
    )
    ids = tuple(article.id for article in articles)
    return Story(_STORY, 3, ids, articles[0].said_at, articles[-1].said_at, (), (casualties,), timeline)


def _said(brief: Brief) -> tuple[str, ...]:
    return tuple(sentence.text for _, sentence in brief.sentences())


def _as_it_was(brief: Brief) -> tuple[str, ...]:
    """The first version: another figure in the summary, and the last of the report not told yet."""
    told = _said(replace(brief, body=brief.body[:-1]))
    return tuple(text.replace("17", "16") if place == 2 else text for place, text in enumerate(told))  # noqa: PLR2004  # headline, dek.0, dek.1


def sample_dossier(locale: Locale, *, editions: tuple[str, ...] = (), related: tuple[Teaser, ...] = ()) -> Dossier:
    """The sample story in a locale."""
    text, articles = TEXTS.get(locale.language, TEXTS[_OTHERWISE]), sample_articles()
    brief, facts = _sample_brief(locale.tag, text, articles)
    first = SAMPLE_TIME - timedelta(hours=21)
    return Dossier(
        brief=brief,
        story=_sample_story(articles, text, locale.language),
        facts=facts,
        articles=articles,
        verdicts=tuple(Verdict(check, outcome, where, reason) for check, outcome, where, reason in text.verdicts),
        decision=Decision(brief.id, 2, Action.PUBLISH, "policy", "", SAMPLE_TIME),
        published_at=first,
        updated_at=SAMPLE_TIME,
        path=story_path(locale.tag, _STORY),
        corrections=(Correction(brief.id, SAMPLE_TIME - timedelta(hours=2), *text.correction),),
        history=(
            Version(1, first, "publish", (), text.headline[0], _as_it_was(brief)),
            Version(2, SAMPLE_TIME, "correct", tuple(text.changes), text.headline[0], _said(brief)),
        ),
        related=related or sample_teasers(locale)[1:5],
        sources=tuple(source for source, _ in sample_sources()),
        editions=editions or (locale.tag,),
    )


def sample_teasers(locale: Locale, count: int | None = None) -> tuple[Teaser, ...]:
    """Teasers of other stories of the sample edition, the sample story's own first; `count` of them, told again if need be."""
    text = TEXTS.get(locale.language, TEXTS[_OTHERWISE])
    outlets = [key for key, *_ in SOURCES]
    found: list[Teaser] = []
    for number in range(count if count is not None else len(text.more) + 1):
        headline, dek = text.more[(number - 1) % len(text.more)]
        story_id = derived_id("sample", str(number))
        at = SAMPLE_TIME - timedelta(minutes=47 * number)
        found.append(
            Teaser(
                story_id=story_id,
                brief_id=derived_id("brief", story_id, locale.tag),
                version=1,
                path=story_path(locale.tag, story_id),
                headline=headline if number <= len(text.more) else f"{headline} ({number})",
                dek=dek,
                section=SECTIONS[number % len(SECTIONS)],
                tags=tuple(Tag(derived_id(slug), name, slug) for name, slug in text.tags[number % 3 :]),
                outlets=tuple(outlets[number % 3 : number % 3 + 2 + number % 4]),
                article_count=2 + number % 4 + number % 3,
                published_at=at,
                updated_at=at + timedelta(minutes=5),
                event_at=at,
                disagreements=number % 5 // 4,
                importance=float(-number),
                editions=(locale.tag,),
                paragraphs=(dek,),
            )
        )
    return tuple(found)


def sample_edition(locale: Locale, count: int | None = None) -> Edition:
    """An edition with the sample story on top and `count` others (by default, as many as there are texts for)."""
    dossier = sample_dossier(locale)
    top = replace(teaser(dossier, importance=Importance(1.0, ())), editions=(locale.tag,))
    others = sample_teasers(locale, count)[1:]
    waiting = sample_articles()[6]
    return Edition(
        locale=locale.tag,
        published_at=SAMPLE_TIME,
        placements=(top, *others),
        cards=(Card("0sample0waiting0", (waiting,), "card.rights", waiting.said_at),),
        corrections=tuple((one, top) for one in dossier.corrections),
        redirects=((story_path(locale.tag, "0sample0merged00"), dossier.path),),
        sources=sample_sources(),
    )
