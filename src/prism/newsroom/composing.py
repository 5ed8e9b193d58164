"""One brief in prose as one flow: what its sources say, the draft, the checks, what they found mended twice at the most.

A flow is run again from the ledger until it comes to its end: after a crash, when a batch was answered, when there is budget
again. It must ask the same every time, so what it is given beside the articles of the revision (names, earlier stories, the
version it follows) is kept when it first asks, and not looked up again.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from prism import checks
from prism.briefs import prose
from prism.checks import judges
from prism.checks.judges import Judgement
from prism.languages import detect, same_name
from prism.model import (
    Article,
    BadCompletion,
    Brief,
    FactSheet,
    Flow,
    Frame,
    Outcome,
    Source,
    Story,
    Verdict,
    derived_id,
    prompt_key,
)
from prism.newsroom.backgrounds import background_of
from prism.newsroom.drafting import examined_of
from prism.newsroom.metering import Meter, metered
from prism.newsroom.tools import Tools
from prism.newsroom.weighing import earlier
from prism.ports import Work

T = TypeVar("T")

REVISIONS = 2
"""So often the failing sentences are asked for again; then they fall."""
BACKGROUND = 2
"""Earlier stories that a draft may lean on: they cost tokens in every edition."""

_ALIKE, _ALIKE_IN_LATIN = 0.7, 0.9
"""`languages.same_name` from which on a form is believed beyond its story: of other names' forms the best has 0.64, Haeden for
해든시 0.74. Between two spellings in Latin letters chance alone reaches 0.73."""

UNUSABLE, UNREADABLE = "card.unusable", "card.rights"


@dataclass(frozen=True, slots=True)
class Written:
    """A brief that came to its end, with what the checks found of it."""

    brief: Brief
    facts: FactSheet
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Unwritable:
    """No prose can be had of this revision.

    Attributes:
        reason: message id: the model's answers could not be used, or nothing may be given to it.
        error: what went wrong; None where nothing did.
    """

    reason: str
    error: BadCompletion | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """What a draft is given beside the sheet, as it is kept.

    Attributes:
        names: name as a source writes it → language → form.
        background: (brief id, version) of earlier stories.
        version: of the brief that it follows; 0 where there is none.
        updates: it is made from that version, and not anew.
    """

    names: Mapping[str, Mapping[str, str]]
    background: tuple[tuple[str, int], ...]
    version: int
    updates: bool


class Composer:
    """Makes the flows of one run.

    Args:
        tools: archive, clock, editions.
        sources: all outlets.
    """

    def __init__(self, tools: Tools, sources: Sequence[Source]) -> None:
        self._tools, self._archive = tools, tools.archive
        self._sources = sources
        self._outlets = {source.id: source for source in sources}

    def compose(self, story: Story, frame: Frame) -> Flow[Written | Unwritable]:
        """The flow of one brief; it stores nothing but what names are called and what it was given."""
        meter = Meter()
        try:
            return (yield from metered(self._compose(story, frame, meter), meter))
        except BadCompletion as error:
            return Unwritable(UNUSABLE, error)

    def _compose(self, story: Story, frame: Frame, meter: Meter) -> Flow[Written | Unwritable]:
        articles = self._archive.articles(story.article_ids)
        languages, known = self._known(story)
        sheet = yield from prose.facts(story, articles, self._sources, languages, known)
        if not sheet.facts.facts:
            return Unwritable(UNREADABLE)
        if frame.locale.language not in languages:
            sheet = yield from self._named(story, frame, sheet, articles)
            languages = (*languages, frame.locale.language)
        given = self._given(story, frame, sheet, languages)
        background = tuple(self._background(given.background))
        sheet = sheet.with_background(background)
        brief = yield from self._first(story, frame, sheet, given, background)
        record = checks.Record()
        brief, verdicts = yield from self._mended(brief, sheet, frame, given, record)
        provenance = replace(brief.provenance, usage=meter.usage, tally=record.tally)
        return Written(replace(self._numbered(brief, given), provenance=provenance), sheet.facts, verdicts)

    def _mended(
        self, brief: Brief, sheet: prose.Sheet, frame: Frame, given: _Given, record: checks.Record
    ) -> Flow[tuple[Brief, tuple[Verdict, ...]]]:
        """A draft with its failing sentences written again, then without them; as it is where too many fail to believe it."""
        judged: dict[str, Judgement] = {}
        verdicts = yield from self._checked(brief, sheet, frame, judged, record)
        for attempt in range(REVISIONS):
            if not failed(verdicts) or record.distrust(frame.locale):
                break
            revised = yield from prose.revise(brief, sheet, verdicts, frame.locale, names=given.names, attempt=attempt)
            if revised != brief:
                brief = revised
                verdicts = yield from self._checked(brief, sheet, frame, judged, record)
        if doubt := record.distrust(frame.locale):
            return brief, (*verdicts, doubt)
        if failed(verdicts) and (lesser := prose.without(brief, verdicts)):
            brief = lesser
            verdicts = yield from self._checked(brief, sheet, frame, judged, record)
        return brief, verdicts

    def _named(self, story: Story, frame: Frame, sheet: prose.Sheet, articles: Sequence[Article]) -> Flow[prose.Sheet]:
        """The sheet with what its names are called in the language of an edition that was not there when it was asked for.

        They are kept as soon as they are known, so that the draft asks the same when the flow is run again.
        """
        language = frame.locale.language
        place = f"{frame.locale.tag} names"
        if kept := self._archive.given(story.id, place, story.revision):
            return replace(sheet, names=json.loads(kept))
        known = self._called(set(sheet.names), [language])
        missing = [name for name in sheet.names if language not in {**sheet.names[name], **known.get(name, {})}]
        shown = [(name, detect(name, hint=_language_of(name, articles)), _context(name, articles)) for name in missing]
        found = (yield from prose.terms(shown, [language])) if shown else {}
        names = {name: {**found.get(name, {}), **forms, **known.get(name, {})} for name, forms in sheet.names.items()}
        self._archive.put_given(story.id, place, story.revision, json.dumps(names, ensure_ascii=False))
        return replace(sheet, names=names)

    def _first(
        self,
        story: Story,
        frame: Frame,
        sheet: prose.Sheet,
        given: _Given,
        background: Sequence[prose.Background],
    ) -> Flow[Brief]:
        """The draft, or the published version brought up to date."""
        followed = self._archive.work(_brief_id(story, frame), given.version) if given.version else None
        now = self._tools.clock.now()
        if followed and given.updates:
            return (
                yield from prose.update(
                    followed.brief,
                    followed.facts,
                    sheet,
                    story,
                    self._sources,
                    frame.locale,
                    names=given.names,
                    background=background,
                    now=now,
                )
            )
        # A digest of the same revision stood in: nothing has changed that a reader should be told.
        news = followed.brief if followed and followed.brief.story_revision < story.revision else None
        return (
            yield from prose.draft(
                sheet,
                story,
                self._sources,
                frame.locale,
                names=given.names,
                background=background,
                previous=news,
                now=now,
            )
        )

    def _numbered(self, brief: Brief, given: _Given) -> Brief:
        """The brief under the next free number, unless it is the latest version to the word."""
        latest = self._archive.work(brief.id)
        if latest is None or (given.updates and brief.version == given.version == latest.brief.version):
            return brief
        return replace(brief, version=latest.brief.version + 1)

    def _checked(
        self, brief: Brief, sheet: prose.Sheet, frame: Frame, judged: dict[str, Judgement], record: checks.Record
    ) -> Flow[tuple[Verdict, ...]]:
        """What is found of a version, and found more strictly where the writer's record gives reason to doubt.

        Args:
            brief: one version.
            sheet: that it rests on.
            frame: the edition.
            judged: text of a sentence → what the judge said of it before; added to.
            record: what was found of this writer's sentences before; added to.
        """
        examined = examined_of(self._tools, brief, sheet.facts, frame, self._outlets)
        verdicts = checks.check_examined(examined)
        record.add(examined, verdicts)
        if record.doubt:
            examined = replace(examined, doubt=record.doubt)
            verdicts = checks.check_examined(examined)
        if not self._tools.judge or record.is_no_judge:
            return verdicts
        return (yield from self._judged(examined, verdicts, frame, judged))

    def _judged(
        self,
        examined: checks.Examined,
        verdicts: tuple[Verdict, ...],
        frame: Frame,
        judged: dict[str, Judgement],
    ) -> Flow[tuple[Verdict, ...]]:
        """What the rules found, and a judge where they are unsure; no sentence is judged twice."""
        doubts = judges.doubts_of_brief(examined, verdicts)
        unjudged = [doubt for doubt in doubts if doubt.text not in judged]
        found = (yield from self._if_it_can_be(judges.judge(unjudged))) or {}
        judged.update((doubt.text, found[doubt.key]) for doubt in unjudged if doubt.key in found)
        known = {doubt.key: judged[doubt.text] for doubt in doubts if doubt.text in judged}
        return judges.settled_brief(verdicts, doubts, known, frame.locale)

    def _if_it_can_be(self, flow: Flow[T]) -> Flow[T | None]:
        """A flow that nothing waits for: without a model it goes on as far as the ledger has its answers, else it is None."""
        try:
            prompt = next(flow)
            while True:
                if self._tools.model is None and self._archive.completion(prompt_key(prompt)) is None:
                    flow.close()
                    return None
                prompt = flow.send((yield prompt))
        except StopIteration as end:
            value: T = end.value
            return value

    # -- what is given ---------------------------------------------------------------------------------------------
    def _known(self, story: Story) -> tuple[tuple[str, ...], Mapping[str, Mapping[str, str]]]:
        """The editions' languages and what names of the story's entities are called so far."""
        if kept := self._archive.given(story.id, "", story.revision):
            value = json.loads(kept)
            return tuple(value["languages"]), value["names"]
        languages = tuple(dict.fromkeys(frame.locale.language for frame in self._tools.frames))
        names = self._called({name for entity in story.entities for name in entity.names.values()}, languages)
        body = json.dumps({"languages": languages, "names": names}, ensure_ascii=False)
        self._archive.put_given(story.id, "", story.revision, body)
        return languages, names

    def _called(self, names: set[str], languages: Sequence[str]) -> dict[str, dict[str, str]]:
        keys = {name: term_key(name) for name in sorted(names)}
        found: dict[str, dict[str, str]] = {}
        for language in languages:
            terms = self._archive.terms(language, set(keys.values()))
            for name, key in keys.items():
                if key in terms:
                    found.setdefault(name, {})[language] = terms[key]
        return found

    def _given(self, story: Story, frame: Frame, sheet: prose.Sheet, languages: Sequence[str]) -> _Given:
        """What the draft is given: as it was kept, or as things stand now, which is then kept."""
        tag = frame.locale.tag
        if kept := self._archive.given(story.id, tag, story.revision):
            value = json.loads(kept)
            background = tuple((brief_id, version) for brief_id, version in value["background"])
            return _Given(value["names"], background, value["version"], value["updates"])
        for language in languages:
            forms = {term_key(name): form for name, form in _alike(sheet.names, language)}
            self._archive.put_terms(language, forms)
        followed, updates = self._followed(_brief_id(story, frame))
        given = _Given(
            self._called(set(sheet.names), languages),
            tuple(self._earlier(story, frame)),
            followed.brief.version if followed else 0,
            updates,
        )
        body = {"names": given.names, "background": given.background, "version": given.version, "updates": updates}
        self._archive.put_given(story.id, tag, story.revision, json.dumps(body, ensure_ascii=False))
        return given

    def _followed(self, brief_id: str) -> tuple[Work | None, bool]:
        """The version that readers see, which a draft follows, and whether it is brought up to date: if it is prose."""
        published = self._archive.published_work(brief_id)
        return published, bool(published and published.brief.provenance.writer == prose.WRITER)

    def _earlier(self, story: Story, frame: Frame) -> Iterator[tuple[str, int]]:
        """Published briefs of earlier stories about the same names, in this edition."""
        found = 0
        for story_id in earlier(self._archive, story):
            work = self._archive.published_work(derived_id("brief", story_id, frame.locale.tag))
            if work and found < BACKGROUND:
                found += 1
                yield work.brief.id, work.brief.version

    def _background(self, kept: Sequence[tuple[str, int]]) -> Iterator[prose.Background]:
        for brief_id, version in kept:
            work = self._archive.work(brief_id, version)
            story = self._archive.story(work.brief.story_id) if work else None
            if work is None or story is None:
                continue
            articles = self._archive.articles(work.facts.cited())
            if one := background_of(work, story, articles, self._sources):
                yield replace(one, label=f"B{1 + kept.index((brief_id, version))}")


def _context(name: str, articles: Sequence[Article]) -> str:
    """The first passage that a name stands in."""
    texts = (passage.text for article in articles for passage in article.passages if not passage.for_machines)
    return next((text for text in texts if name in text), "")


def _language_of(name: str, articles: Sequence[Article]) -> str:
    return next((one.language for one in articles if any(name in p.text for p in one.passages)), "")


def _alike(names: Mapping[str, Mapping[str, str]], language: str) -> Iterator[tuple[str, str]]:
    """Name → its form in a language, as far as every story may call it so: those that sound alike or are known to be one.

    What one story's articles made the model say of a name holds for that story alone, or a poisoned page would rename people
    in all others.
    """
    for name, forms in names.items():
        form = forms.get(language, "")
        least = _ALIKE_IN_LATIN if name.isascii() and form.isascii() else _ALIKE
        if form and same_name(name, detect(name, hint=language), form, language) >= least:
            yield name, form


def term_key(name: str) -> str:
    """The key of a name as a source writes it: its letters alone decide, so that no two names become one."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def failed(verdicts: Sequence[Verdict]) -> bool:
    """Whether anything fails."""
    return any(verdict.outcome is Outcome.FAIL for verdict in verdicts)


def _brief_id(story: Story, frame: Frame) -> str:
    return derived_id("brief", story.id, frame.locale.tag)
