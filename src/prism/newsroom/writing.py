"""Stories → briefs: in prose where a language model writes, as digests where none does or while it has not answered.

Most important first, each edition of a story by itself. What waits for a model, a batch or budget stands in the archive with
its prompt and its reason, and is tried again without the story having to change. Meanwhile a digest stands in where it can;
prose that is published already stands on until the new prose is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import TypeAlias

from prism import briefs
from prism.briefs import Waiting, prose
from prism.desk import weigh
from prism.model import Action, Article, Asked, Failure, Frame, PrismError, Source, Story, derived_id
from prism.newsroom import drafting
from prism.newsroom.composing import Composer, Unwritable, Written, failed
from prism.newsroom.drafting import ALL, Drafted
from prism.newsroom.driving import GIVE_UP, NO_BUDGET, NO_MODEL, Job, drive
from prism.newsroom.standing import Known
from prism.newsroom.tools import Tools, failure_of, pause_after
from prism.newsroom.weighing import earlier
from prism.ports import Work

NO_SOURCE = "card.language"
AGAIN = (NO_MODEL, NO_BUDGET, NO_SOURCE)
"""What waits for one of these is tried in prose though its story has not changed."""

WINDOW = timedelta(days=7)
"""Digests of stories older than that before the latest one stay digests."""

SHARED = frozenset({"facts", "terms"})
"""What is asked once for all editions."""

_SHUT = 40
"""After so many in a row that found no model or no budget, those that are known to wait are not tried in this run."""

_TRIAL = 8
"""So many editions of stories are written first, and decided when all are."""

_MADE_FOR = "prose:made-for"

Outcome: TypeAlias = Written | Unwritable


@dataclass(frozen=True, slots=True)
class _Due:
    """One edition of a story that wants prose.

    Attributes:
        story_id: the story.
        locale: the edition.
        weight: how important it is.
        waits: it was tried, and that it waits stands in the archive.
        awaited: its prompt stands in the archive.
    """

    story_id: str
    locale: str
    weight: float
    waits: bool
    awaited: bool


@dataclass(slots=True)
class _Desk:
    """What one run of the writing step knows."""

    tools: Tools
    sources: tuple[Source, ...]
    outlets: Mapping[str, Source]
    frames: Mapping[str, Frame]
    composer: Composer
    drafted: Drafted = field(default_factory=Drafted)
    looked_up: tuple[Story, tuple[Article, ...], int] | None = None
    done: int = 0
    known: Known = field(default_factory=Known)
    shut_in_a_row: int = 0
    lost_in_a_row: int = 0

    @classmethod
    def of(cls, tools: Tools) -> _Desk:
        """With what is the same for all stories."""
        sources = tools.archive.sources()
        frames = {frame.locale.tag: frame for frame in tools.frames}
        return cls(tools, sources, {source.id: source for source in sources}, frames, Composer(tools, sources))

    def tell(self, total: int) -> None:
        """One more is through."""
        self.done += 1
        self.tools.progress("write", self.done, max(self.done, total))


def write(tools: Tools) -> Drafted:
    """Write every brief that is due; what can't be written waits, and says why."""
    if not tools.prose:
        return drafting.write(tools, again=(NO_MODEL, NO_BUDGET))
    desk = _Desk.of(tools)
    due = _due(desk)
    for some in _rounds(due):
        desk.known = Known.of(tools)
        kept: list[tuple[Asked, Outcome | Waiting | Failure]] = []
        for job, outcome in drive(_jobs(desk, some), tools):
            if len(some) <= _TRIAL and isinstance(outcome, Written):
                kept.append((job.subject, outcome))
                desk.known.add(outcome.brief)
                continue
            _isolated(desk, job.subject, partial(_take, desk, job.subject, outcome))
            desk.tell(len(due))
        for subject, outcome in kept:
            _isolated(desk, subject, partial(_take, desk, subject, outcome))
            desk.tell(len(due))
        if desk.lost_in_a_row >= GIVE_UP:
            tools = replace(tools, model=None)  # it was given up, and isn't tried anew with every round
    tools.archive.put_note(_MADE_FOR, _made_for(tools))
    return desk.drafted


def collect(tools: Tools) -> None:
    """Find out which prompts wait for an answer, without asking any model and without writing any brief."""
    desk = _Desk.of(replace(tools, model=None, prose=True))
    due = [one for one in _due(desk) if not one.awaited]
    for _ in drive(_jobs(desk, due), desk.tools):
        desk.tell(len(due))
    tools.archive.put_note(_MADE_FOR, _made_for(tools))


# -- what is due -------------------------------------------------------------------------------------------------------
def _due(desk: _Desk) -> list[_Due]:
    """What wants prose, most important first; without a model, not what is known to wait for an answer."""
    tools, archive = desk.tools, desk.tools.archive
    now, tags = tools.clock.now(), list(desk.frames)
    fresh = set(archive.briefs_due(tags, now, ALL, writer=prose.WRITER, within=WINDOW))
    every = archive.briefs_due(tags, now, ALL, again=AGAIN, writer=prose.WRITER, within=WINDOW)
    # Other prompts, other interests: what is known of those that wait is out of date.
    same = archive.note(_MADE_FOR) == _made_for(tools)
    awaited, resting = archive.still_awaited() if same else {}, _resting(tools)
    found: list[_Due] = []
    for story_id, tag in sorted(every):
        waits, known = (story_id, tag) not in fresh, (story_id, tag) in awaited
        if waits and (f"{story_id}:{tag}" in resting or (tools.model is None and known)):
            continue
        weight = awaited[story_id, tag] if known else _weight(desk, story_id, tag)
        found.append(_Due(story_id, tag, weight, waits, known))
    return sorted(found, key=lambda one: (-one.weight, one.story_id, one.locale))


def _rounds(due: list[_Due]) -> Iterator[list[_Due]]:
    """What is due in rounds, each as large as all before it: what one shows of a model counts in the next (decision 0172).

    The drafts of the first are decided together, so that there it counts at once.
    """
    end = 0
    while end < len(due):
        start, end = end, max(_TRIAL, 2 * end)
        yield due[start:end]


def _made_for(tools: Tools) -> str:
    return f"{prose.VERSION} {tools.interests!r}"


def _weight(desk: _Desk, story_id: str, tag: str) -> float:
    """How important an edition of a story is; what is the same for all editions is looked up once for those in a row."""
    archive = desk.tools.archive
    if desk.looked_up is None or desk.looked_up[0].id != story_id:
        story = archive.story(story_id)
        if story is None:
            return 0.0
        desk.looked_up = story, archive.articles(story.article_ids), len(earlier(archive, story))
    story, articles, before = desk.looked_up
    language = desk.frames[tag].locale.language
    return weigh(story, articles, language=language, interests=desk.tools.interests, earlier=before).score


def _resting(tools: Tools) -> frozenset[str]:
    """Subjects whose last try failed, and whose next has not come."""
    now, found = tools.clock.now(), set()
    for failure in tools.archive.failures():
        if failure.stage == "write" and failure.at:
            pause = pause_after(failure.attempts)
            if pause is None or now < failure.at + pause:
                found.add(failure.subject_id)
    return frozenset(found)


def _jobs(desk: _Desk, due: list[_Due]) -> Iterator[Job[Outcome]]:
    for one in due:
        if one.waits and one.awaited and desk.shut_in_a_row >= _SHUT:
            continue
        story = desk.tools.archive.story(one.story_id)
        if story is None:
            continue
        asked = Asked("", story.id, story.revision, one.locale)
        flow = partial(desk.composer.compose, story, desk.frames[one.locale])
        yield Job(asked, flow, one.weight, SHARED)


# -- what came of it ---------------------------------------------------------------------------------------------------
def _isolated(desk: _Desk, asked: Asked, take: partial[None]) -> None:
    """Do it; a failure concerns this edition of this story alone."""
    try:
        take()
    except PrismError as error:
        desk.tools.fail("write", f"{asked.story_id}:{asked.locale}", error)


def _take(desk: _Desk, asked: Asked, outcome: Outcome | Waiting | Failure) -> None:
    tools, subject = desk.tools, f"{asked.story_id}:{asked.locale}"
    story = tools.archive.story(asked.story_id)
    if story is None:
        return
    frame = desk.frames[asked.locale]
    desk.shut_in_a_row = desk.shut_in_a_row + 1 if isinstance(outcome, Waiting) else 0
    lost = isinstance(outcome, Waiting) and outcome.reason == NO_MODEL
    desk.lost_in_a_row = desk.lost_in_a_row + 1 if lost else 0
    match outcome:
        case Written():
            _store(desk, story, frame, desk.known.look(tools, outcome, frame, desk.outlets))
            tools.archive.clear_failure("write", subject)
        case Waiting():
            _let_wait(desk, story, frame, outcome.reason)
        case Failure():
            tools.archive.put_failure(outcome)
            _let_wait(desk, story, frame, NO_MODEL)
        case Unwritable():
            if outcome.error:
                tools.archive.put_failure(failure_of("write", subject, outcome.error, tools.clock.now()))
            _let_wait(desk, story, frame, outcome.reason)


def _store(desk: _Desk, story: Story, frame: Frame, written: Written) -> None:
    """Keep a prose version. Where it will be held and readers have nothing yet, a digest is put before it."""
    tools, brief = desk.tools, written.brief
    if failed(written.verdicts) and tools.archive.published_work(brief.id) is None:
        _digest(desk, story, frame, tools.archive.articles(story.article_ids), decided=True)
        latest = tools.archive.work(brief.id)
        brief = replace(brief, version=latest.brief.version + 1 if latest else brief.version)
    action = drafting.store_decided(tools, brief, written.facts, written.verdicts)
    desk.drafted.written += 1
    desk.drafted.decided[action] += 1


def _let_wait(desk: _Desk, story: Story, frame: Frame, reason: str) -> None:
    """Note why there is no prose, with whatever stands in for it."""
    tools, tag = desk.tools, frame.locale.tag
    brief_id = derived_id("brief", story.id, tag)
    articles = tools.archive.articles(story.article_ids)
    latest, published = tools.archive.work(brief_id), tools.archive.published_work(brief_id)
    if latest and latest.brief.story_revision == story.revision:
        held = latest.decision is not None and latest.decision.action is Action.HOLD
        stands = published is not None or not held
    elif _stands(desk, published, frame):
        stands = True
    else:
        stands = not _digest(desk, story, frame, articles)
        if not stands:
            drafting.withdraw(tools, brief_id, frame.locale.say("withdrawn.reason"))
    tools.archive.put_wait(story.id, tag, story.revision, reason, stands=stands)
    desk.drafted.waiting += 1


def _stands(desk: _Desk, published: Work | None, frame: Frame) -> bool:
    """Whether readers have prose that its sources still bear."""
    if published is None or published.brief.provenance.writer != prose.WRITER:
        return False
    if published.decision and published.decision.action is Action.WITHDRAW:
        return False
    return not failed(drafting.verdicts_of(desk.tools, published.brief, published.facts, frame, desk.outlets))


def _digest(desk: _Desk, story: Story, frame: Frame, articles: tuple[Article, ...], *, decided: bool = False) -> str:
    """Let a digest stand in; the reason where it can't. With `decided`, it is checked and decided about at once."""
    tools = desk.tools
    facts = briefs.fact_sheet(story, articles)
    told = drafting.digest_of(tools, story, frame, articles, desk.sources, facts)
    if isinstance(told, Waiting):
        return told.reason
    desk.drafted.written += 1
    if decided:
        verdicts = drafting.verdicts_of(tools, told, facts, frame, desk.outlets)
        desk.drafted.decided[drafting.store_decided(tools, told, facts, verdicts)] += 1
    else:
        tools.archive.put_brief(told, facts, tools.clock.now())
    return ""
