"""From a dossier to what listings and feeds need of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prism.editions.evidence import Shelf, notes_of
from prism.editions.formats.jsonld import paragraphs
from prism.editions.plain import run_on
from prism.model import Action, Brief, Contested, Disagreement, Dossier, Importance, Teaser


def teaser(dossier: Dossier, *, importance: Importance | None = None) -> Teaser:
    """The teaser of a dossier.

    Args:
        dossier: the story, as its page shows it.
        importance: what gives it its place on the front page; the newsroom weighs it.

    Returns:
        A teaser whose `outlets` are those that report on their own, those that the brief rests on first.
    """
    brief = dossier.brief
    shelf = Shelf(dossier)
    quoted = [quoted.source_id for note in notes_of(brief, shelf) for quoted in note.quoted]
    own = [article.source_id for article in dossier.articles if article.copy_of is None]
    said = [article.published_at or article.retrieved_at for article in dossier.articles]
    return Teaser(
        story_id=dossier.story.id,
        brief_id=brief.id,
        version=brief.version,
        path=dossier.path,
        headline=brief.headline.text,
        dek=run_on(sentence.text for sentence in brief.dek),
        section=brief.section,
        tags=brief.tags,
        outlets=tuple(dict.fromkeys((*(source for source in quoted if source in own), *own))),
        article_count=len(dossier.articles),
        published_at=dossier.published_at,
        updated_at=dossier.updated_at,
        event_at=max(said, default=dossier.story.last_seen_at),
        disagreements=len(dossier.story.disagreements),
        corrected=bool(dossier.corrections),
        withdrawn=dossier.decision.action is Action.WITHDRAW,
        importance=importance.score if importance else 0.0,
        weights=importance.weights if importance else (),
        changes=brief.changes,
        editions=dossier.editions,
        paragraphs=paragraphs(brief),
        lengths=_lengths(brief),
        contested=tuple(_contested(dossier.story.disagreements, frozenset(own), brief.locale.partition("-")[0])),
    )


def _contested(found: Sequence[Disagreement], own: frozenset[str], language: str) -> Iterator[Contested]:
    """Differing figures among the outlets that report on their own."""
    for one in found:
        camps: dict[str, list[str]] = {}
        for source, value in one.values.items():
            if source in own:
                camps.setdefault(value, []).append(source)
        if len(camps) > 1:
            order = sorted(camps.items(), key=lambda camp: (-len(camp[1]), camp[0]))
            yield Contested(one.labels.get(language, one.what), tuple((v, tuple(sorted(who))) for v, who in order))


def _lengths(brief: Brief) -> tuple[tuple[int, ...], ...]:
    """Characters of each sentence: of the dek, then of each paragraph as `paragraphs` puts them together."""
    body: dict[int, list[int]] = {}
    for sentence in brief.body:
        body.setdefault(sentence.paragraph, []).append(len(sentence.text))
    return (tuple(len(sentence.text) for sentence in brief.dek), *(tuple(one) for one in body.values()))
