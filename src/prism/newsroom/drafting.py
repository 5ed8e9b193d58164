"""Stories → briefs → verdicts → decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prism import briefs, checks, desk
from prism.briefs import digest
from prism.model import Action, Decision, FactSheet, Frame, PrismError, Source, derived_id
from prism.newsroom.tools import Tools

BATCH = 64
_ALL = 10_000_000


@dataclass(slots=True)
class Drafted:
    """How many briefs were written, and how many editions of stories wait."""

    written: int = 0
    waiting: int = 0


def write(tools: Tools) -> Drafted:
    """Write every brief that is due; a story that can't be told in an edition waits, and says why."""
    drafted = Drafted()
    sources = tools.archive.sources()
    frames = {frame.locale.tag: frame for frame in tools.frames}
    sheets: dict[tuple[str, int], FactSheet] = {}
    failed: set[tuple[str, str]] = set()
    total = len(tools.archive.briefs_due(list(frames), tools.clock.now(), _ALL))
    while due := [one for one in tools.archive.briefs_due(list(frames), tools.clock.now(), BATCH) if one not in failed]:
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
    archive, locale, now = tools.archive, frame.locale, tools.clock.now()
    story = archive.story(story_id)
    if story is None:
        return
    articles = archive.articles(story.article_ids)
    key = (story.id, story.revision)
    if key not in sheets:
        sheets.clear()
        sheets[key] = briefs.fact_sheet(story, articles)
    facts = sheets[key]
    before = archive.work(derived_id("brief", story_id, locale.tag))
    brief = digest.write(
        story,
        facts,
        articles,
        sources,
        locale,
        timezone=frame.timezone,
        previous=before.brief if before else None,
        now=now,
    )
    if isinstance(brief, briefs.Waiting):
        archive.put_wait(story_id, locale.tag, story.revision, brief.reason)
        _withdraw(tools, derived_id("brief", story_id, locale.tag), locale.say("withdrawn.reason"))
        drafted.waiting += 1
        return
    archive.put_brief(brief, facts, now)
    archive.clear_failure("write", f"{story_id}:{locale.tag}")
    drafted.written += 1


def _withdraw(tools: Tools, brief_id: str, reason: str) -> None:
    """What rested on sources that stand no more is withdrawn; its address stays and says so."""
    published = tools.archive.published_work(brief_id)
    if published is None or (published.decision and published.decision.action is Action.WITHDRAW):
        return
    brief = published.brief
    decision = Decision(brief_id, brief.version, Action.WITHDRAW, "policy", reason, tools.clock.now())
    tools.archive.put_verdicts(brief, published.verdicts or (), decision, None)


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
            brief = work.brief
            articles = {article.id: article for article in archive.articles(work.facts.cited())}
            links = frozenset(article.url for article in articles.values())
            frame = frames[brief.locale]
            verdicts = checks.check_brief(
                brief, work.facts, articles, sources, frame.locale, links=links, timezone=frame.timezone
            )
            published = archive.published_work(brief.id)
            decision, correction = desk.decide(
                brief,
                verdicts,
                policy=tools.policy.get(brief.locale, "auto"),
                published=published.brief if published else None,
                at=tools.clock.now(),
            )
            archive.put_verdicts(brief, verdicts, decision, correction)
            decided[decision.action] = decided.get(decision.action, 0) + 1
            done += 1
            tell(done)
    return decided
