"""The writer that needs no model: a brief made of the sources' own most telling passages.

Whole and unaltered passages in the edition's language, as attributed quotations within the rights; headline and dek chosen
the same way; an Insight that is computed. The same input gives the same brief, byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from prism.briefs.copying import Allowance
from prism.briefs.cues import primary
from prism.briefs.digest.attribution import Style, body, quoted
from prism.briefs.digest.centrality import centrality, likeness
from prism.briefs.digest.choosing import Choice, Field, choose
from prism.briefs.digest.coverage import outlets
from prism.briefs.digest.figures import doubtful
from prism.briefs.digest.fitness import fitness, topicality
from prism.briefs.digest.headline import best_title
from prism.briefs.digest.insight import insight
from prism.briefs.digest.material import Piece, local_day, read
from prism.briefs.digest.order import event_days, in_order, paragraphs
from prism.briefs.digest.telling import told_otherwise
from prism.briefs.digest.versions import Change, amended, changes, corrections, face
from prism.briefs.facts import standing
from prism.briefs.tags import tags_of
from prism.briefs.topics import Evidence, section_of, topics_of, weight_of
from prism.briefs.waiting import Waiting
from prism.model import (
    Article,
    Brief,
    CopyLimits,
    FactSheet,
    Insight,
    Locale,
    Provenance,
    Sentence,
    Source,
    Story,
    Use,
    Vector,
    derived_id,
)

RULES = "digest-2"
"""Version of the rules, kept in the provenance of every brief that they wrote."""

_MOST_OF_ONE = 40
_MOST = 600
"""Passages read of one article and of all: beyond them nothing central stands in news."""


def write(
    story: Story,
    facts: FactSheet,
    articles: Sequence[Article],
    sources: Sequence[Source],
    locale: Locale,
    *,
    timezone: str,
    previous: Brief | None,
    now: datetime,
    vectors: Mapping[str, Vector] | None = None,
    limits: CopyLimits | None = None,
) -> Brief | Waiting:
    """A brief of a story for one edition, or why there is none yet.

    Args:
        story: the story at the sheet's revision.
        facts: its sheet (`fact_sheet`).
        articles: its members, all of them.
        sources: their outlets.
        locale: the edition; only passages in its language are quoted.
        timezone: IANA name of the edition's zone.
        previous: the last version of this brief, or None.
        now: when it is written (UTC).
        vectors: text of a title or passage → its vector, for as many as there are; None to do without.
        limits: what may be quoted word for word; the defaults of DESIGN if None.

    Returns:
        The brief. Version 1, or one more than `previous` with what changed; or `previous`' own number where nothing that a
        reader sees has changed. `Waiting` when no passage in the edition's language may be quoted.
    """
    pieces = _bounded(read(facts, articles, sources, story.entities))
    own = [piece for piece in pieces if primary(piece.fact.language) == primary(locale.language)]
    if not any(not piece.is_title for piece in own):
        return Waiting(_reason(story, articles, locale))
    area = _field(story, pieces, own, locale, vectors)
    titles = [piece for piece in own if piece.is_title]
    headline = best_title(titles, area.central, doubtful(story.disagreements)) if titles else None
    allowance = Allowance.of(articles, limits or CopyLimits())
    choice = choose(area, headline[0] if headline else None, allowance)
    if choice.dek is None:
        return Waiting(_reason(story, articles, locale))
    style = Style(locale, local_day(story.last_seen_at, timezone).year, timezone)
    draft = _draft(area, headline, choice, style, now)
    return _versioned(draft, area, choice, style, (articles, sources), previous)


def _reason(story: Story, articles: Sequence[Article], locale: Locale) -> str:
    """Why nothing can be quoted: nobody tells it in the language, or nobody said that it may be quoted, or too little."""
    here = [a for a in standing(story, articles) if primary(a.language) == primary(locale.language)]
    if not here:
        return "card.language"
    closed = all(article.rights.use.rank < Use.EXCERPT.rank for article in here)
    return "card.rights" if closed else "card.facts"


def _bounded(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The first passages of every article, so that the work on a story of hundreds of articles stays bounded."""
    each = _MOST_OF_ONE
    while each > 1 and sum(piece.number <= each for piece in pieces) > _MOST:
        each -= 1
    return tuple(piece for piece in pieces if piece.number <= each)[:_MOST]


def _field(
    story: Story,
    pieces: tuple[Piece, ...],
    own: Sequence[Piece],
    locale: Locale,
    vectors: Mapping[str, Vector] | None,
) -> Field:
    alike = likeness(pieces, vectors)
    central = centrality(pieces, alike)
    topical = dict(zip((piece.fact.id for piece in pieces), topicality(pieces, alike, story), strict=True))
    return Field(
        pieces=pieces,
        central={piece.fact.id: float(central[row]) for row, piece in enumerate(pieces)},
        alike=alike,
        fit={p.fact.id: fitness(p, locale, topical[p.fact.id]) for p in own if not p.is_title},
        story=story,
        rows={piece.fact.id: row for row, piece in enumerate(pieces)},
    )


def _draft(area: Field, headline: tuple[Piece, str] | None, choice: Choice, style: Style, now: datetime) -> Brief:
    """The brief as a first version, without its Insight."""
    story, locale = area.story, style.locale
    if choice.dek is None:
        raise ValueError("a brief needs a dek")
    title = Sentence(choice.dek.text, (choice.dek.fact.id,), quotes=(choice.dek.text,))
    if headline:
        title = Sentence(headline[1], (headline[0].fact.id,), quotes=(headline[1],))
    days = event_days(area.pieces)
    ordered = in_order(choice.body, days)
    places = paragraphs(ordered, days)
    quotations = body(ordered, places, area, style, choice.dek)
    after = places[-1] + 1 if places else 0
    topics = topics_of([_evidence(piece) for piece in area.pieces], story.topics)
    return Brief(
        id=derived_id("brief", story.id, locale.tag),
        story_id=story.id,
        story_revision=story.revision,
        locale=locale.tag,
        headline=title,
        dek=(quoted(choice.dek, style, "digest.dek.1"),),
        body=(*quotations, *told_otherwise(area, choice, headline[0] if headline else None, style, after)),
        insight=None,
        section=section_of(topics),
        tags=tags_of(story, topics, locale, _texts(area, locale), [piece.source.name for piece in area.pieces]),
        provenance=Provenance("digest", "", RULES, now),
    )


def _texts(area: Field, locale: Locale) -> list[str]:
    """What is said in the edition's language, without datelines."""
    own = [piece for piece in area.pieces if primary(piece.fact.language) == primary(locale.language)]
    return [piece.text[len(piece.dateline) :] for piece in own]


def _evidence(piece: Piece) -> Evidence:
    """What a piece says about the topic: titles and leads say most."""
    return Evidence(piece.text[len(piece.dateline) :], piece.fact.language, weight_of(piece.number))


def _versioned(
    draft: Brief,
    area: Field,
    choice: Choice,
    style: Style,
    origin: tuple[Sequence[Article], Sequence[Source]],
    previous: Brief | None,
) -> Brief:
    """The brief with its Insight and the number that it has among its versions."""
    articles, sources = origin
    locale = style.locale
    others = _others(area, articles)
    covered = bool(draft.body) and not draft.body[-1].quotes
    plain, _ = insight(area, choice, style, (), section=draft.section, others=others, covered=covered)
    first = replace(draft, insight=plain)
    if previous is None:
        return first
    if face(first) == face(previous):
        return replace(
            first,
            insight=_retold(plain, previous, area.pieces),
            version=previous.version,
            changes=previous.changes,
            provenance=previous.provenance,
        )
    retold = (
        *corrections(area.story, area.pieces, articles, sources, locale),
        *amended(area.story, previous, area.pieces, articles, locale),
    )
    news = changes(previous, first, area.pieces, retold, sources, locale)
    told, _ = insight(area, choice, style, news, section=draft.section, others=others, covered=covered)
    return replace(first, insight=told, version=previous.version + 1, changes=tuple(change.text for change in news))


def _others(area: Field, articles: Sequence[Article]) -> bool:
    """Whether outlets tell the story of which nothing may be quoted."""
    here = {piece.source.id for piece in area.pieces}
    return any(article.source_id not in here for article in standing(area.story, articles) if not article.copy_of)


def _still(sentence: Sentence, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The facts of an earlier sentence in today's sheet: the same if they are still its outlets', else their first ones."""
    named = {piece.fact.id: piece.source.name in sentence.text for piece in pieces}
    if all(named.get(fact) for fact in sentence.facts):
        return sentence.facts
    return tuple(dict.fromkeys(p.fact.id for p in outlets(pieces).values() if named[p.fact.id]))


def _retold(plain: Insight, previous: Brief, pieces: Sequence[Piece]) -> Insight:
    """The Insight of an unchanged brief: with the lines of change that it had, resting on the sheet of today."""
    if previous.insight is None:
        return plain
    lines = frozenset(previous.changes)
    sentences = list(plain.sentences)
    for place, sentence in enumerate(previous.insight.sentences):
        if sentence.text in lines:
            facts = _still(sentence, pieces)
            if facts:
                sentences.insert(place, Sentence(sentence.text, facts))
    return Insight(previous.insight.title, tuple(sentences))


__all__ = ["RULES", "Change", "write"]
