"""Stories → briefs → verdicts → decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from prism import briefs, checks, desk
from prism.briefs import digest
from prism.model import (
    Action,
    Article,
    Brief,
    Correction,
    Decision,
    FactSheet,
    Frame,
    PrismError,
    Source,
    Story,
    Verdict,
    derived_id,
)
from prism.newsroom.tools import Tools

BATCH = 64
ALL = 10_000_000
"""More than ever wait."""


@dataclass(slots=True)
class Drafted:
    """How many briefs were written, how many editions of stories wait, and what was decided at once about briefs in prose."""

    written: int = 0
    waiting: int = 0
    decided: Counter[Action] = field(default_factory=Counter)


def write(tools: Tools, again: Collection[str] = ()) -> Drafted:
    """Write every brief that is due without a model; a story that can't be told in an edition waits, and says why.

    What waits for a reason in `again` is due too.
    """
    drafted = Drafted()
    sources = tools.archive.sources()
    frames = {frame.locale.tag: frame for frame in tools.frames}
    sheets: dict[tuple[str, int], FactSheet] = {}
    failed: set[tuple[str, str]] = set()
    now = tools.clock.now()
    total = len(tools.archive.briefs_due(list(frames), now, ALL, again=again))
    while due := [
        one
        for one in tools.archive.briefs_due(list(frames), now, BATCH + len(failed), again=again)
        if one not in failed
    ]:
        for story_id, tag in due:
            try:
                _write_one(tools, story_id, frames[tag], sources, sheets, drafted)
            except PrismError as error:
                tools.fail("write", f"{story_id}:{tag}", error)
                failed.add((story_id, tag))
            done = drafted.written + drafted.waiting + len(failed)
            tools.progress("write", done, max(done, total))
    return drafted


def _write_one(
    tools: Tools,
    story_id: str,
    frame: Frame,
    sources: Sequence[Source],
    sheets: dict[tuple[str, int], FactSheet],
    drafted: Drafted,
) -> None:
    story = tools.archive.story(story_id)
    if story is None:
        return
    articles = tools.archive.articles(story.article_ids)
    key = (story.id, story.revision)
    if key not in sheets:
        sheets.clear()
        sheets[key] = briefs.fact_sheet(story, articles)
    told = digest_of(tools, story, frame, articles, sources, sheets[key])
    if isinstance(told, briefs.Waiting):
        tools.archive.put_wait(story_id, frame.locale.tag, story.revision, told.reason)
        withdraw(tools, derived_id("brief", story_id, frame.locale.tag), frame.locale.say("withdrawn.reason"))
        drafted.waiting += 1
        return
    tools.archive.put_brief(told, sheets[key], tools.clock.now())
    tools.archive.clear_failure("write", f"{story_id}:{frame.locale.tag}")
    drafted.written += 1


def digest_of(
    tools: Tools, story: Story, frame: Frame, articles: Sequence[Article], sources: Sequence[Source], facts: FactSheet
) -> Brief | briefs.Waiting:
    """The next version of a brief, by the writer that needs no model; or why there is none."""
    before = tools.archive.work(derived_id("brief", story.id, frame.locale.tag))
    return digest.write(
        story,
        facts,
        articles,
        sources,
        frame.locale,
        timezone=frame.timezone,
        previous=before.brief if before else None,
        now=tools.clock.now(),
    )


def withdraw(tools: Tools, brief_id: str, reason: str) -> None:
    """What rested on sources that stand no more is withdrawn; its address stays and says so."""
    published = tools.archive.published_work(brief_id)
    if published is None or (published.decision and published.decision.action is Action.WITHDRAW):
        return
    brief = published.brief
    decision = Decision(brief_id, brief.version, Action.WITHDRAW, "policy", reason, tools.clock.now())
    tools.archive.put_verdicts(brief, published.verdicts or (), decision, None)


def verdicts_of(
    tools: Tools, brief: Brief, facts: FactSheet, frame: Frame, sources: Mapping[str, Source]
) -> tuple[Verdict, ...]:
    """What the checks find of a version, held against its evidence as it stands in the archive now."""
    return checks.check_examined(examined_of(tools, brief, facts, frame, sources))


def examined_of(
    tools: Tools,
    brief: Brief,
    facts: FactSheet,
    frame: Frame,
    sources: Mapping[str, Source],
    *,
    doubt: float = 0.0,
) -> checks.Examined:
    """A version laid open for rules and judges, with its evidence as it stands in the archive now.

    `doubt`: what its writer's record has against each sentence (`checks.trust`).
    """
    articles = {article.id: article for article in tools.archive.articles(facts.cited())}
    links = frozenset(article.url for article in articles.values())
    return checks.examined_of(
        brief, facts, articles, sources, frame.locale, links=links, timezone=frame.timezone, doubt=doubt
    )


def store_decided(tools: Tools, brief: Brief, facts: FactSheet, verdicts: Sequence[Verdict]) -> Action:
    """Keep a version that was checked already, with the desk's word about it."""
    decision, correction = _decided(tools, brief, verdicts)
    tools.archive.put_decided(
        brief, facts, tools.clock.now(), verdicts=verdicts, decision=decision, correction=correction
    )
    return decision.action


def _decided(tools: Tools, brief: Brief, verdicts: Sequence[Verdict]) -> tuple[Decision, Correction | None]:
    published = tools.archive.published_work(brief.id)
    return desk.decide(
        brief,
        verdicts,
        policy=tools.policy.get(brief.locale, "auto"),
        published=published.brief if published else None,
        at=tools.clock.now(),
    )


def check(tools: Tools) -> dict[Action, int]:
    """Check every version that has no verdicts; returns how many were published, corrected, held, withdrawn."""
    decided: dict[Action, int] = {}
    archive = tools.archive
    sources = {source.id: source for source in archive.sources()}
    frames = {frame.locale.tag: frame for frame in tools.frames}
    done = 0
    tell = tools.told("check")
    while works := archive.briefs_unchecked(BATCH):
        for work in works:
            verdicts = verdicts_of(tools, work.brief, work.facts, frames[work.brief.locale], sources)
            decision, correction = _decided(tools, work.brief, verdicts)
            archive.put_verdicts(work.brief, verdicts, decision, correction)
            decided[decision.action] = decided.get(decision.action, 0) + 1
            done += 1
            tell(done)
    return decided
