"""The page of one story: everything that a reader needs to check it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prism.editions import addresses
from prism.editions.covers import Beam, Ray, beams, hue_of, rays_of
from prism.editions.differences import Changed, changed_sentences, since
from prism.editions.environment import page
from prism.editions.evidence import Note, Quoted, Shelf, notes_of
from prism.editions.formats.jsonld import SOURCE_TYPES, source_type, story_graph
from prism.editions.head import Head
from prism.editions.linking import Piece, linked
from prism.editions.plain import gap, mail_link, run_on
from prism.editions.plots import Band, Outlet, bands, outlets_of
from prism.editions.voice import Voice
from prism.model import (
    Action,
    Article,
    Brief,
    Correction,
    Disagreement,
    Dossier,
    Frame,
    Kind,
    Moment,
    Outcome,
    OutputFile,
    Sentence,
    Teaser,
    Version,
)

_RELATED = 6
_OPEN = 12
"""Articles in the coverage that are shown without being asked for; of longer coverage only the edition's own language."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as the page prints it.

    Attributes:
        space: before it.
        pieces: its text, with links.
        note: what it rests on.
        kind: "reported" or "inferred".
        since: the version that brought it, or 0 where it has stood from the first on.
    """

    space: str
    pieces: Sequence[Piece]
    note: Note
    kind: str
    since: int


@dataclass(frozen=True, slots=True)
class Covering:
    """One article in the coverage: its outlet, whose copy it is (empty: its own), and its title as it may be shown."""

    article: Article
    outlet: str
    source_id: str
    country: str
    owner: str
    title: Quoted
    copy_of: str
    superseded: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """One language of the coverage: its articles, its colour class, and whether they are shown without being asked for."""

    language: str
    hue: int
    articles: tuple[Covering, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One value in a disagreement, and who gives it: source id, outlet, colour class of its language, the passage."""

    value: str
    outlets: tuple[tuple[str, str, int, Quoted | None], ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """One disagreement: what is counted, and its sides, the value that most outlets give first."""

    what: str
    sides: tuple[Side, ...]


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
class Past:
    """A version in the history, newest first: what it was, and which sentences changed from the one before it."""

    version: Version
    before: int
    changed: tuple[Changed, ...]


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
    glance: Glance
    bands: tuple[Band, ...]
    coverage: tuple[Spoken, ...]
    disagreements: tuple[Differing, ...]
    timeline: tuple[tuple[Moment, Quoted], ...]
    history: tuple[Past, ...]
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
    return page(
        "story.html", _head(dossier, frame, shelf, view), frame, sheet="story", d=dossier, p=view, brief=dossier.brief
    )


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
    outlets = outlets_of(dossier.articles, shelf)
    return Page(
        dek=dek,
        body=paragraphs,
        insight=lines.linked([(f"insight.{n}", s) for n, s in enumerate(insight)]),
        notes=notes,
        outlets=_outlets(notes, shelf),
        rays=rays_of(dossier.articles),
        beams=beams(rays_of(dossier.articles)),
        glance=_glance(brief, outlets),
        bands=bands(outlets),
        coverage=_coverage(dossier, shelf),
        disagreements=tuple(_differing(one, frame.locale.language, shelf) for one in dossier.story.disagreements),
        timeline=_timeline(dossier, shelf),
        history=_history(dossier.history),
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
        said = [sentence.text for _, sentence in dossier.brief.sentences()]
        self._since = dict(zip(notes, since(dossier.history, said), strict=True)) if len(dossier.history) > 1 else {}
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
            lines.append(
                Line(
                    gap(before, sentence.text) if before else "",
                    pieces,
                    note,
                    sentence.kind.value,
                    self._since.get(address, 0),
                )
            )
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


def _coverage(dossier: Dossier, shelf: Shelf) -> tuple[Spoken, ...]:
    by_language: dict[str, list[Covering]] = {}
    for article in dossier.articles:
        source = shelf.sources.get(article.source_id)
        origin = shelf.articles.get(article.copy_of or "")
        by_language.setdefault(article.language, []).append(
            Covering(
                article=article,
                outlet=shelf.outlet(article.source_id),
                source_id=article.source_id,
                country=source.country if source else "",
                owner=source.owner if source else "",
                title=shelf.title(article),
                copy_of=shelf.outlet(origin.source_id) if origin else article.wire if article.copy_of else "",
                superseded=article.id in dossier.story.superseded,
            )
        )
    home = dossier.brief.locale.partition("-")[0]
    few = len(dossier.articles) <= _OPEN
    order = sorted(by_language.items(), key=lambda item: (item[0] != home, -len(item[1]), item[0]))
    return tuple(
        Spoken(language, hue_of(language), tuple(articles), few or language == home) for language, articles in order
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


def _history(versions: Sequence[Version]) -> tuple[Past, ...]:
    found: list[Past] = []
    before: Version | None = None
    for version in versions:
        compared = before is not None and before.sentences and version.sentences
        changed = changed_sentences(before.sentences, version.sentences) if before and compared else ()
        found.append(Past(version, before.number if before else 0, changed))
        before = version
    return tuple(reversed(found))


def _differing(one: Disagreement, language: str, shelf: Shelf) -> Differing:
    sides: dict[str, list[tuple[str, str, int, Quoted | None]]] = {}
    for source_id, value in one.values.items():
        quoted = shelf.quoted(one.citations[source_id]) if source_id in one.citations else None
        source = shelf.sources.get(source_id)
        spoken = quoted.language if quoted else source.language if source else ""
        sides.setdefault(value, []).append((source_id, shelf.outlet(source_id), hue_of(spoken), quoted))
    order = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))
    return Differing(
        one.labels.get(language, one.what),
        tuple(Side(value, tuple(sorted(outlets, key=lambda outlet: outlet[1]))) for value, outlets in order),
    )


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
        image=_picture(dossier, frame),
        marks=_marks(dossier, frame, view),
    )


def _picture(dossier: Dossier, frame: Frame) -> str:
    brief = dossier.brief
    return addresses.picture_path(
        frame, path=dossier.path, headline=brief.headline.text, section=brief.section, version=brief.version
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
