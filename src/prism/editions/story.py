"""The page of one story: everything that a reader needs to check it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prism.editions import addresses
from prism.editions.covers import Beam, Ray, beams, hue_of, rays_of
from prism.editions.environment import page
from prism.editions.evidence import Note, Quoted, Shelf, notes_of
from prism.editions.formats.jsonld import SOURCE_TYPES, source_type, story_graph
from prism.editions.head import Head
from prism.editions.linking import Piece, linked
from prism.editions.plain import gap, mail_link, run_on
from prism.editions.voice import Voice
from prism.model import (
    Action,
    Article,
    Correction,
    Disagreement,
    Dossier,
    Frame,
    Moment,
    Outcome,
    OutputFile,
    Sentence,
    Teaser,
)

_RELATED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as the page prints it: `space` before it, its `pieces`, the `note` it leads to, and its `kind`."""

    space: str
    pieces: Sequence[Piece]
    note: Note
    kind: str


@dataclass(frozen=True, slots=True)
class Covering:
    """One article in the coverage: its outlet, whose copy it is (empty: its own), and its title as it may be shown."""

    article: Article
    outlet: str
    source_id: str
    country: str
    title: Quoted
    copy_of: str
    superseded: bool
    hue: int


@dataclass(frozen=True, slots=True)
class Differing:
    """One disagreement: what is counted, and who says what, with the passage."""

    what: str
    rows: tuple[tuple[str, str, Quoted | None], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One check over the whole brief: its name, worst outcome, how many sentences it passed, and what is worth saying."""

    check: str
    outcome: str
    passed: int
    whole: str  # what is said of the brief as a whole where it passed, else empty
    remarks: tuple[tuple[str, str, str], ...]  # (address of the sentence, outcome, reason)


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
    coverage: tuple[tuple[str, tuple[Covering, ...]], ...]  # by language
    disagreements: tuple[Differing, ...]
    timeline: tuple[tuple[Moment, Quoted], ...]
    checks: tuple[Checked, ...]
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
    notes = notes_of(dossier.brief, shelf)
    view = _page(dossier, frame, shelf, notes)
    return page("story.html", _head(dossier, frame, shelf, view), frame, d=dossier, p=view, brief=dossier.brief)


def is_weak(articles: Sequence[Article]) -> bool:
    """Whether a story has fewer than two outlets that report on their own: then its page is kept out of search engines."""
    return len({article.source_id for article in articles if article.copy_of is None}) < 2  # noqa: PLR2004  # two make a comparison


def _page(dossier: Dossier, frame: Frame, shelf: Shelf, notes: tuple[Note, ...]) -> Page:
    brief = dossier.brief
    lines = _Lines(dossier, shelf, {note.address: note for note in notes})
    body: dict[int, list[tuple[str, Sentence]]] = {}
    for number, sentence in enumerate(brief.body):
        body.setdefault(sentence.paragraph, []).append((f"body.{number}", sentence))
    dek = lines.plain([(f"dek.{n}", s) for n, s in enumerate(brief.dek)])
    paragraphs = tuple(lines.linked(paragraph) for paragraph in body.values())
    insight = brief.insight.sentences if brief.insight else ()
    return Page(
        dek=dek,
        body=paragraphs,
        insight=lines.linked([(f"insight.{n}", s) for n, s in enumerate(insight)]),
        notes=notes,
        outlets=_outlets(notes, shelf),
        rays=rays_of(dossier.articles),
        beams=beams(rays_of(dossier.articles)),
        coverage=_coverage(dossier, shelf),
        disagreements=tuple(_differing(one, frame.locale.language, shelf) for one in dossier.story.disagreements),
        timeline=_timeline(dossier, shelf),
        checks=_checks(dossier),
        related=_related(dossier),
        corrections=tuple(reversed(dossier.corrections)),
        withdrawn=dossier.decision.action is Action.WITHDRAW,
        weak=is_weak(dossier.articles),
        reviewer="" if dossier.decision.by == "policy" else dossier.decision.by,
        tokens=brief.provenance.usage.tokens_in + brief.provenance.usage.tokens_out,
        elsewhere=_elsewhere(dossier, frame),
        report_error=_report_error(dossier, frame),
    )


class _Lines:
    """Prints sentences, with each name linked where it is mentioned first."""

    def __init__(self, dossier: Dossier, shelf: Shelf, notes: Mapping[str, Note]) -> None:
        self._notes = notes
        self._shelf = shelf
        self._seen: set[str] = set()
        locale = dossier.brief.locale
        self._tags = {tag.name: addresses.tag_path(locale, tag) for tag in dossier.brief.tags}
        self._originals: dict[str, str] = {}
        for note in notes.values():
            for quoted in note.quoted:
                if quoted.link:
                    self._originals.setdefault(quoted.outlet, quoted.link)

    def plain(self, sentences: Sequence[tuple[str, Sentence]]) -> tuple[Line, ...]:
        return self._lines(sentences, with_links=False)

    def linked(self, sentences: Sequence[tuple[str, Sentence]]) -> tuple[Line, ...]:
        return self._lines(sentences, with_links=True)

    def _lines(self, sentences: Sequence[tuple[str, Sentence]], *, with_links: bool) -> tuple[Line, ...]:
        lines: list[Line] = []
        before = ""
        for address, sentence in sentences:
            note = self._notes[address]
            here = {quoted.outlet: quoted.link for quoted in note.quoted if quoted.link}
            names = {**self._tags, **self._originals, **here} if with_links else {}
            pieces = linked(sentence.text, names, once=self._seen)
            lines.append(Line(gap(before, sentence.text) if before else "", pieces, note, sentence.kind.value))
            before = sentence.text
        return tuple(lines)


def _outlets(notes: Sequence[Note], shelf: Shelf) -> tuple[tuple[str, str, str], ...]:
    """The outlets that the brief rests on, most relied on first."""
    weight = Counter(quoted.source_id for note in notes for quoted in note.quoted)
    links: dict[str, str] = {}
    for note in notes:
        for quoted in note.quoted:
            links.setdefault(quoted.source_id, quoted.link)
    return tuple((source_id, shelf.outlet(source_id), links[source_id]) for source_id, _ in weight.most_common())


def _coverage(dossier: Dossier, shelf: Shelf) -> tuple[tuple[str, tuple[Covering, ...]], ...]:
    by_language: dict[str, list[Covering]] = {}
    for article in dossier.articles:
        source = shelf.sources.get(article.source_id)
        title = shelf.title(article)
        origin = shelf.articles.get(article.copy_of or "")
        by_language.setdefault(article.language, []).append(
            Covering(
                article=article,
                outlet=shelf.outlet(article.source_id),
                source_id=article.source_id,
                country=source.country if source else "",
                title=title,
                copy_of=shelf.outlet(origin.source_id) if origin else article.wire if article.copy_of else "",
                superseded=article.id in dossier.story.superseded,
                hue=hue_of(article.language),
            )
        )
    home = dossier.brief.locale.partition("-")[0]
    order = sorted(by_language.items(), key=lambda item: (item[0] != home, -len(item[1]), item[0]))
    return tuple((language, tuple(articles)) for language, articles in order)


def _differing(one: Disagreement, language: str, shelf: Shelf) -> Differing:
    rows = [
        (shelf.outlet(source_id), value, shelf.quoted(one.citations[source_id]) if source_id in one.citations else None)
        for source_id, value in one.values.items()
    ]
    return Differing(one.labels.get(language, one.what), tuple(sorted(rows, key=lambda row: (row[1], row[0]))))


def _timeline(dossier: Dossier, shelf: Shelf) -> tuple[tuple[Moment, Quoted], ...]:
    """Each moment with the passage that says so, or the title of its article where the passage may not be shown."""
    found: list[tuple[Moment, Quoted]] = []
    for moment in dossier.story.timeline:
        quoted = shelf.quoted(moment.citation)
        if quoted:
            found.append((moment, quoted if quoted.text else shelf.title(quoted.article)))
    return tuple(found)


def _checks(dossier: Dossier) -> tuple[Checked, ...]:
    order = {Outcome.PASS: 0, Outcome.WARN: 1, Outcome.FAIL: 2}
    checks: dict[str, list[tuple[str, Outcome, str]]] = {}
    for verdict in dossier.verdicts:
        checks.setdefault(verdict.check, []).append((verdict.sentence, verdict.outcome, verdict.reason))
    return tuple(
        Checked(
            check=check,
            outcome=max((outcome for _, outcome, _ in found), key=lambda outcome: order[outcome]).value,
            passed=sum(outcome is Outcome.PASS for _, outcome, _ in found),
            whole=" ".join(reason for sentence, outcome, reason in found if outcome is Outcome.PASS and not sentence),
            remarks=tuple(
                (sentence, outcome.value, reason) for sentence, outcome, reason in found if outcome is not Outcome.PASS
            ),
        )
        for check, found in checks.items()
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


def _head(dossier: Dossier, frame: Frame, shelf: Shelf, view: Page) -> Head:
    brief, tag = dossier.brief, frame.locale.tag
    front = addresses.front_path(tag)
    return Head(
        title=brief.headline.text,
        description=run_on(sentence.text for sentence in brief.dek),
        path=dossier.path,
        kind="article",
        alternates=tuple((other, addresses.sibling_path(dossier.path, tag, other)) for other in dossier.editions),
        noindex=view.weak or view.withdrawn or dossier.decision.action is Action.HOLD,
        published_at=dossier.published_at,
        updated_at=dossier.updated_at,
        section=frame.locale.sections[brief.section],
        tags=tuple(one.name for one in brief.tags),
        feeds=((f"{front}rss.xml", "application/rss+xml", frame.site.name),),
        graph=story_graph(dossier, frame, shelf, view.notes),
        marks=_marks(dossier, frame, view),
    )


def _marks(dossier: Dossier, frame: Frame, view: Page) -> tuple[tuple[str, str], ...]:
    """What the EU's AI Act (Art. 50) and Korea's AI Basic Act (Art. 31) ask a page to say to machines."""
    decision, made = dossier.decision, dossier.brief.provenance
    return (
        ("ai-generated", "true"),
        ("digital-source-type", SOURCE_TYPES + source_type(dossier)),
        ("prism:ai-role", "written"),
        ("prism:writer", f"{made.writer} {made.model} {made.prompt_version}".replace("  ", " ").strip()),
        ("prism:reviewer", view.reviewer or "none"),
        ("prism:reviewed-at", decision.at.isoformat() if view.reviewer else "never"),
        ("prism:decision", decision.action.value),
        ("prism:responsible", frame.site.editor),
        ("prism:version", str(dossier.brief.version)),
    )
