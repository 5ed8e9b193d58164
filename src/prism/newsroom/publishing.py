"""Decisions → the site: only the pages that changed, and all listings, at one instant."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from prism import desk, editions
from prism.languages import oddities
from prism.model import (
    Action,
    Article,
    Basis,
    Brief,
    Card,
    Dossier,
    Edition,
    Frame,
    Importance,
    OutputFile,
    Rights,
    Source,
    Story,
    Teaser,
    Use,
    derived_id,
)
from prism.newsroom.tools import Tools
from prism.newsroom.weighing import weigh
from prism.ports import Work

CARDS = 100
RELATED = 4
_RELATED_CANDIDATES = 24


@dataclass(frozen=True, slots=True)
class _Change:
    """What an edition is about to show: its dossiers that need a page, and all its teasers."""

    frame: Frame
    dossiers: Mapping[str, Dossier]
    teasers: Mapping[str, Teaser]


def publish(tools: Tools, *, everything: bool = False) -> int:
    """Bring the site up to what was decided; returns how many files changed.

    With `everything`, or when the site was made by another version of Prism or for other editions, all pages are made anew.
    """
    archive = tools.archive
    made_for = " ".join(
        [
            tools.frames[0].version,
            *(f"{f.locale.tag}@{f.timezone}" for f in tools.frames),
            repr(tools.frames[0].site),
            repr(tools.interests),
        ]
    )
    everything = everything or archive.note("site:made-for") != made_for
    fingerprint = _fingerprint(tools)
    due = {frame.locale.tag: set(archive.unpublished(frame.locale.tag)) for frame in tools.frames}
    if not everything and not any(due.values()) and archive.note("site:state") == fingerprint:
        return 0
    if everything:
        due = {tag: {work.brief.id for work in _on_site(tools, tag)} for tag in due}
    now = tools.clock.now()
    changes = [_change(tools, frame, due) for frame in tools.frames]
    written = tools.site.publish(_files(tools, changes, now, everything=everything), keep=not everything)
    shown = {change.frame.locale.tag: [change.teasers[story] for story in change.dossiers] for change in changes}
    notes = {f"published:{tag}": now.isoformat() for tag in shown}
    archive.put_published(shown, {**notes, "site:made-for": made_for, "site:state": fingerprint})
    return written


def _fingerprint(tools: Tools) -> str:
    """What listings show beside briefs: stories that wait, merged stories, sources."""
    archive = tools.archive
    waits = [archive.waits(frame.locale.tag)[:CARDS] for frame in tools.frames]
    return derived_id(repr((waits, sorted(archive.merged().items()), archive.sources())))


def _on_site(tools: Tools, tag: str) -> Iterator[Work]:
    for work in tools.archive.iterate_work(tag):
        published = tools.archive.published_work(work.brief.id)
        if published:
            yield published


def _change(tools: Tools, frame: Frame, due: Mapping[str, set[str]]) -> _Change:
    archive, tag = tools.archive, frame.locale.tag
    merged, sources = archive.merged(), archive.sources()
    teasers = {teaser.story_id: teaser for teaser in archive.teasers(tag)}
    touched_elsewhere = {story for other, ids in due.items() if other != tag for story in _stories_of(tools, ids)}
    wanted = set(due[tag]) | {teasers[story].brief_id for story in touched_elsewhere if story in teasers}
    dossiers: dict[str, Dossier] = {}
    for brief_id in sorted(wanted):
        work = archive.published_work(brief_id)
        if work and work.brief.story_id not in merged:
            dossier = _dossier(tools, frame, work, sources)
            dossiers[work.brief.story_id] = dossier
            teasers[work.brief.story_id] = editions.teaser(dossier, importance=_weighed(tools, dossier, frame))
    for story_id in list(dossiers):
        dossiers[story_id] = _with_related(tools, dossiers[story_id], teasers, merged)
    return _Change(frame, dossiers, teasers)


def _weighed(tools: Tools, dossier: Dossier, frame: Frame) -> Importance:
    return weigh(
        tools.archive,
        dossier.story,
        dossier.articles,
        interests=tools.interests,
        language=frame.locale.language,
        section=dossier.brief.section,
    )


def _stories_of(tools: Tools, brief_ids: Iterable[str]) -> Iterator[str]:
    for brief_id in sorted(brief_ids):
        if work := tools.archive.work(brief_id):
            yield work.brief.story_id


def _presentable(article: Article, frame: Frame) -> Article:
    """An article as pages list it: a title that is no news (an order, an address, markup) is not repeated."""
    if not oddities(article.title):
        return article
    return dataclasses.replace(article, title=frame.locale.say("title.for_machines"), language=frame.locale.language)


def _dossier(tools: Tools, frame: Frame, work: Work, sources: Sequence[Source]) -> Dossier:
    archive, brief = tools.archive, work.brief
    story = archive.story(brief.story_id)
    decision = work.decision
    if story is None or decision is None:
        raise LookupError(f"brief {brief.id} is published without a story or a decision")
    articles = archive.articles(dict.fromkeys([*story.article_ids, *work.facts.cited()]))
    history = archive.history(brief.id)
    wanted = {article.source_id for article in articles}
    return Dossier(
        brief=brief,
        story=story,
        facts=work.facts,
        articles=tuple(_presentable(article, frame) for article in articles),
        verdicts=work.verdicts or (),
        decision=decision,
        published_at=history[0].at if history else decision.at,
        updated_at=history[-1].at if history else decision.at,
        path=editions.story_path(brief.locale, brief.story_id),
        corrections=archive.corrections(brief.id),
        history=history,
        sources=tuple(source for source in sources if source.id in wanted),
        editions=_editions_of(tools, story, brief),
    )


def _editions_of(tools: Tools, story: Story, brief: Brief) -> tuple[str, ...]:
    found = []
    for frame in tools.frames:
        work = tools.archive.published_work(derived_id("brief", story.id, frame.locale.tag))
        stands = work and work.decision and work.decision.action is not Action.WITHDRAW
        if stands or frame.locale.tag == brief.locale:
            found.append(frame.locale.tag)
    return tuple(found)


def _with_related(tools: Tools, dossier: Dossier, teasers: Mapping[str, Teaser], merged: Mapping[str, str]) -> Dossier:
    shared = tools.archive.stories_sharing([entity.id for entity in dossier.story.entities], limit=_RELATED_CANDIDATES)
    found = [
        (count, teasers[story_id])
        for story_id, count in shared
        if story_id != dossier.story.id
        and story_id in teasers
        and story_id not in merged
        and not teasers[story_id].withdrawn
    ]
    found.sort(
        key=lambda pair: (
            -pair[0],
            pair[1].section != dossier.brief.section,
            -pair[1].event_at.timestamp(),
            pair[1].story_id,
        )
    )
    return dataclasses.replace(dossier, related=tuple(teaser for _, teaser in found[:RELATED]))


def _files(tools: Tools, changes: Sequence[_Change], now: datetime, *, everything: bool) -> Iterator[OutputFile]:
    total = sum(len(change.dossiers) for change in changes)
    done = 0
    for change in changes:
        for dossier in change.dossiers.values():
            yield editions.story_page(dossier, change.frame)
            done += 1
            tools.progress("publish", done, total)
    made = [_edition(tools, change, now) for change in changes]
    for edition, change in zip(made, changes, strict=True):
        if everything:
            yield from editions.listing_pages(edition, change.frame)
        else:
            before = tools.archive.teasers(edition.locale)
            yield from editions.changed_listing_pages(edition, change.frame, before)
    yield from editions.site_pages(tools.frames, made)


def _edition(tools: Tools, change: _Change, now: datetime) -> Edition:
    archive, tag = tools.archive, change.frame.locale.tag
    merged = archive.merged()
    living = [teaser for story_id, teaser in change.teasers.items() if story_id not in merged]
    shown = desk.arrange(
        [teaser for teaser in living if not teaser.withdrawn],
        languages={source.id: source.language for source in archive.sources()},
        language=change.frame.locale.language,
    )
    corrections = [
        (correction, teaser)
        for teaser in living
        if teaser.corrected
        for correction in archive.corrections(teaser.brief_id)
    ]
    corrections.sort(key=lambda pair: pair[0].at, reverse=True)
    before = archive.note(f"published:{tag}")
    # The moment of its newest version, not of the build: building again gives the same bytes.
    at = max((teaser.updated_at for teaser in living), default=now)
    return Edition(
        locale=tag,
        published_at=at,
        placements=shown,
        cards=tuple(_cards(tools, change.frame)),
        corrections=tuple(corrections),
        redirects=tuple(_redirects(change, merged)),
        sources=tuple((source, _standing(source, at)) for source in archive.sources()),
        supersedes=datetime.fromisoformat(before) if before else None,
    )


def _redirects(change: _Change, merged: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    tag = change.frame.locale.tag
    for old, new in sorted(merged.items()):
        if old in change.teasers:
            yield change.teasers[old].path, change.teasers[new].path if new in change.teasers else f"/{tag}/"


def _cards(tools: Tools, frame: Frame) -> Iterator[Card]:
    for story_id, reason in tools.archive.waits(frame.locale.tag)[:CARDS]:
        story = tools.archive.story(story_id)
        if story and (articles := tools.archive.articles(story.article_ids)):
            standing = tuple(
                _presentable(article, frame)
                for article in articles
                if article.withdrawn_at is None and article.rights.use is not Use.NONE
            )
            if standing:
                yield Card(story_id, standing, reason, story.last_seen_at)


def _standing(source: Source, at: datetime) -> Rights:
    """What may be done with a source as a whole, for its page."""
    if source.rights is None:
        return Rights(Use.LINK, Basis.DEFAULT, "", at)
    return Rights(source.rights, Basis.OPERATOR, source.rights.value, at)
