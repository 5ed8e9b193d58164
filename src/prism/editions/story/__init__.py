"""The page of one story: everything that a reader needs to check it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prism.editions import addresses
from prism.editions.covers import Beam, Ray, beams, rays_of
from prism.editions.environment import page
from prism.editions.evidence import Note, Shelf, nearest_first, notes_of
from prism.editions.plain import mail_link
from prism.editions.plots import Band, Outlet, bands, outlets_of
from prism.editions.story.head import story_head
from prism.editions.story.lines import Line, Lines
from prism.editions.story.record import Checked, Past, checks_of, history_of
from prism.editions.story.telling import Differing, Spoken, Told, coverage_of, differing_of, rested_on, timeline_of
from prism.editions.voice import Voice
from prism.model import Action, Article, Brief, Correction, Dossier, Frame, Kind, Outcome, OutputFile, Sentence, Teaser

_RELATED = 6


@dataclass(frozen=True, slots=True)
class Glance:
    """What a reader sees first: who says so, where they differ, what is new, what is a guess.

    Attributes:
        outlets: how many report on their own.
        copies: how many outlets only pass an agency's text on.
        languages: of their reports.
        inferred: sentences that infer.
        sentences: all sentences of dek, body and Insight.
        guess: where the first inferred sentence stands, or empty.
    """

    outlets: int
    copies: int
    languages: int
    inferred: int
    sentences: int
    guess: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template prints, computed."""

    dek: tuple[Line, ...]
    body: tuple[tuple[Line, ...], ...]
    insight: tuple[Line, ...]
    notes: tuple[Note, ...]
    outlets: tuple[tuple[str, str, str], ...]  # (source id, name, link to the first original)
    rays: tuple[Ray, ...]
    beams: tuple[Beam, ...]
    glance: Glance
    bands: tuple[Band, ...]
    coverage: tuple[Spoken, ...]
    disagreements: tuple[Differing, ...]
    timeline: tuple[Told, ...]
    history: tuple[Past, ...]
    checks: tuple[Checked, ...]
    passed: int  # checks that found nothing
    related: tuple[Teaser, ...]
    corrections: tuple[Correction, ...]
    withdrawn: bool
    weak: bool
    reviewer: str
    tokens: int
    elsewhere: tuple[tuple[str, str, str], ...]  # (tag, endonym, path) of the story in other editions
    report_error: str


def story_page(dossier: Dossier, frame: Frame) -> OutputFile:
    """The page of a story in an edition, at the dossier's path.

    Args:
        dossier: all that the page shows.
        frame: what the pages of the edition share.

    Returns:
        One HTML file. It depends on its arguments alone, so an unchanged dossier gives the same bytes.
    """
    shelf = Shelf(dossier)
    notes = nearest_first(notes_of(dossier.brief, shelf), frame.locale.language)
    view = _page(dossier, frame, shelf, notes)
    return page(
        "story.html",
        story_head(dossier, frame, shelf, notes, hidden=view.weak, reviewer=view.reviewer),
        frame,
        sheet="story",
        d=dossier,
        p=view,
        brief=dossier.brief,
    )


def is_weak(articles: Sequence[Article]) -> bool:
    """Whether a story has fewer than two outlets that report on their own: then its page is kept out of search engines."""
    return len({article.source_id for article in articles if article.copy_of is None}) < 2  # noqa: PLR2004  # two make a comparison


def _page(dossier: Dossier, frame: Frame, shelf: Shelf, notes: tuple[Note, ...]) -> Page:
    brief = dossier.brief
    lines = Lines(dossier, {note.address: note for note in notes})
    body: dict[int, list[tuple[str, Sentence]]] = {}
    for number, sentence in enumerate(brief.body):
        body.setdefault(sentence.paragraph, []).append((f"body.{number}", sentence))
    dek = lines.plain([(f"dek.{n}", s) for n, s in enumerate(brief.dek)])
    paragraphs = tuple(lines.linked(paragraph) for paragraph in body.values())
    insight = brief.insight.sentences if brief.insight else ()
    outlets, checked, rays = outlets_of(dossier.articles, shelf), checks_of(dossier), rays_of(dossier.articles)
    return Page(
        dek=dek,
        body=paragraphs,
        insight=lines.linked([(f"insight.{n}", s) for n, s in enumerate(insight)]),
        notes=notes,
        outlets=rested_on(notes, shelf),
        rays=rays,
        beams=beams(rays),
        glance=_glance(brief, outlets),
        bands=bands(outlets),
        coverage=coverage_of(dossier, shelf),
        disagreements=tuple(differing_of(one, frame.locale.language, shelf) for one in dossier.story.disagreements),
        timeline=timeline_of(dossier, shelf),
        history=history_of(dossier.history),
        checks=checked,
        passed=sum(one.outcome == Outcome.PASS.value for one in checked),
        related=_related(dossier),
        corrections=tuple(reversed(dossier.corrections)),
        withdrawn=dossier.decision.action is Action.WITHDRAW,
        weak=is_weak(dossier.articles),
        reviewer="" if dossier.decision.by == "policy" else dossier.decision.by,
        tokens=brief.provenance.usage.tokens_in + brief.provenance.usage.tokens_out,
        elsewhere=_elsewhere(dossier, frame),
        report_error=_report_error(dossier, frame),
    )


def _glance(brief: Brief, outlets: Sequence[Outlet]) -> Glance:
    told = [(address, sentence) for address, sentence in brief.sentences() if address != "headline"]
    inferred = [address for address, sentence in told if sentence.kind is Kind.INFERRED]
    return Glance(
        outlets=sum(one.own for one in outlets),
        copies=sum(not one.own for one in outlets),
        languages=len({one.language for one in outlets}),
        inferred=len(inferred),
        sentences=len(told),
        guess=f"s-{inferred[0].replace('.', '-')}" if inferred else "",
    )


def _related(dossier: Dossier) -> tuple[Teaser, ...]:
    kept: dict[str, Teaser] = {}
    for teaser in dossier.related:
        other = teaser.story_id != dossier.story.id and addresses.on_site(teaser.path) != dossier.path
        if other and not teaser.withdrawn:
            kept.setdefault(teaser.story_id, teaser)
    return tuple(kept.values())[:_RELATED]


def _elsewhere(dossier: Dossier, frame: Frame) -> tuple[tuple[str, str, str], ...]:
    own = frame.locale.tag
    return tuple(
        (tag, endonym, addresses.sibling_path(dossier.path, own, tag))
        for tag, endonym in frame.editions
        if tag != own and tag in dossier.editions
    )


def _report_error(dossier: Dossier, frame: Frame) -> str:
    voice = Voice(frame)
    version = str(dossier.brief.version)
    return mail_link(
        frame.site.contact,
        subject=voice.say("mail.subject", headline=dossier.brief.headline.text, version=version),
        body=voice.say("mail.body", url=frame.site.url + dossier.path, version=version),
    )
