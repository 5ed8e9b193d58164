"""`prism explain STORY|PAGE`: why a story stands where it stands, what became of it in each edition; why a page was made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from prism.adapters.sitestores import FolderSiteStore
from prism.app.compared import compared
from prism.app.config import load_config
from prism.app.pages import explained_page, page_of
from prism.app.wiring import SystemClock, archive_of, frames_of, interests_of
from prism.checks import Trust
from prism.desk.importance import HALF_LIFE_HOURS
from prism.model import Frame, Importance, Interests, Outcome, Provenance, Story, UsageError, Weight, derived_id
from prism.newsroom import weigh
from prism.ports import Archive

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What the explanation looks at, and when (UTC)."""

    archive: Archive
    frames: tuple[Frame, ...]
    interests: Interests
    now: datetime


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(explain)


def explain(
    story: Annotated[
        str,
        typer.Argument(
            metavar="STORY|PAGE",
            help="A story's id or the beginning of it; the address of any page, or its file in `site/`.",
        ),
    ],
) -> None:
    """Explain a story or a page of the newsroom in the current folder.

    For each edition: its place on the front page, the points that it is made of (one point outweighs 18 hours of age), whether
    it is published, held (with the reasons) or waits (for what), and which outlets and articles tell it.
    """
    folder = Path.cwd()
    console = Console(soft_wrap=True, highlight=False)
    config = load_config(folder)
    archive = archive_of(folder, config)
    try:
        site = FolderSiteStore(folder)
        if file := page_of(site, story, config.site.url):
            for line in explained_page(archive, site, file):
                console.print(line, markup=False)
            if "/story/" not in file:
                return
            console.print()
        newsroom = Newsroom(archive, frames_of(config), interests_of(config), SystemClock().now())
        for line in explained(newsroom, _found(archive, story)):
            console.print(line, markup=False)
    finally:
        archive.close()


def _found(archive: Archive, wanted: str) -> Story:
    """The story that is meant.

    Raises:
        UsageError: there is none, or several begin so.
    """
    named = next((part for part in reversed(wanted.split("/")) if part and part != "index.html"), "")
    for ident in (named, archive.merged().get(named, "")):
        if ident and (story := archive.story(ident)) and not story.merged_into:
            return story
    if (work := archive.work(named)) and (story := archive.story(work.brief.story_id)):
        return story
    alike = [one for one in archive.iterate_stories() if named and one.id.startswith(named)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        several = ", ".join(one.id for one in alike[:_SHOWN])
        raise UsageError(f"several stories begin with {named!r}: {several}", advice="give more of the id")
    raise UsageError(f"there is no story {wanted!r}", advice="`prism export stories` lists their ids")


def explained(room: Newsroom, story: Story) -> Iterator[str]:
    """What is to be said of a story, line by line."""
    articles = room.archive.articles(story.article_ids)
    names = {source.id: source.name for source in room.archive.sources()}
    yield f"story {story.id}, revision {story.revision}: {len(articles)} articles"
    for article in articles:
        marks = [
            article.language,
            article.rights.use.value,
            *(["wire copy"] if article.copy_of else []),
            *(["superseded"] if article.id in story.superseded else []),
            *(["withdrawn"] if article.withdrawn_at else []),
        ]
        yield f"  {names.get(article.source_id, article.source_id)} ({', '.join(marks)}): {article.title}"
    for found in story.disagreements:
        said = ", ".join(f"{names.get(source, source)} {value}" for source, value in found.values.items())
        yield f"  disagreement, {found.what}: {said}"
    for frame in room.frames:
        yield from _edition(room, story, frame)
    together = list(compared(room.archive, story, [frame.locale.tag for frame in room.frames]))
    if together:
        yield ""
        yield from together


def _edition(room: Newsroom, story: Story, frame: Frame) -> Iterator[str]:
    tag = frame.locale.tag
    brief_id = derived_id("brief", story.id, tag)
    latest, published = room.archive.work(brief_id), room.archive.published_work(brief_id)
    section = latest.brief.section if latest else ""
    articles = room.archive.articles(story.article_ids)
    weighed = weigh(
        room.archive, story, articles, interests=room.interests, language=frame.locale.language, section=section
    )
    yield ""
    yield f"edition {tag}: {_place(room, story, tag)}"
    for weight in weighed.weights:
        yield f"  {_points(weight, room)}"
    yield f"  together {_today(weighed, room):+.2f}"
    waiting = dict(room.archive.waits(tag)).get(story.id)
    if waiting:
        yield f"  waits: {frame.locale.say(waiting)} ({waiting})"
    if latest is not None:
        made = latest.brief.provenance
        decision = latest.decision
        by = f"{made.writer}{f', {made.model}' if made.model else ''}, {made.prompt_version}"
        yield f"  version {latest.brief.version} ({by}): {decision.action.value if decision else 'not checked yet'}"
        if made.tally.checked:
            yield f"    {_standing(made)}"
        for verdict in latest.verdicts or ():
            if verdict.outcome is Outcome.FAIL:
                yield f"    {verdict.check}, {verdict.sentence or 'whole brief'}: {verdict.reason}"
        if published and published.brief.version != latest.brief.version:
            yield f"  readers see version {published.brief.version}"


def _standing(made: Provenance) -> str:
    """What the checks found of a draft before it was mended, and of its model's other drafts when it was decided."""
    told = f"of its own sentences {made.tally.failed} of {made.tally.checked} failed at first"
    if made.standing.checked:
        told += f", of those for other stories {made.standing.failed} of {made.standing.checked}"
    wrong = Trust(made.tally, made.standing).wrong
    return f"{told}; by that some {wrong:.0%} of what it writes would be wrong"


def _place(room: Newsroom, story: Story, tag: str) -> str:
    shown = [teaser for teaser in room.archive.teasers(tag) if not teaser.withdrawn]
    order = sorted(shown, key=lambda teaser: (-teaser.importance, teaser.story_id))
    places = [n for n, teaser in enumerate(order, start=1) if teaser.story_id == story.id]
    return f"place {places[0]} of {len(order)} by importance" if places else "not on the site"


def _age(weight: Weight, room: Newsroom) -> float:
    """Points of freshness as readers think of it: 0 now, one less each half-life."""
    return weight.points - room.now.timestamp() / 3600 / HALF_LIFE_HOURS


def _today(weighed: Importance, room: Newsroom) -> float:
    return sum(_age(one, room) if one.what == "freshness" else one.points for one in weighed.weights)


def _points(weight: Weight, room: Newsroom) -> str:
    because = weight.because
    match weight.what:
        case "coverage":
            return f"{weight.points:+.2f} coverage: {because[0]} outlets with a report of their own, {because[1]} languages"
        case "freshness":
            return f"{_age(weight, room):+.2f} freshness: latest report {because[0]}"
        case "disagreements":
            return f"{weight.points:+.2f} disagreements: {because[0]}"
        case "home":
            return f"{weight.points:+.2f} told by outlets in the edition's language ({because[0]})"
        case "novelty":
            return f"{weight.points:+.2f} follows {because[0]} earlier stories about the same names"
        case _:
            return f"{weight.points:+.2f} {weight.what} by the publisher: {', '.join(because)}"
