"""From the archive to the pages of stories: jobs that several processes can share, because each needs an archive and its orders.

A page is made in two steps, because it shows teasers of other stories: `read_some` gives the teaser of each brief and all that
its page needs, packed; when every teaser is known, `make_some` makes the pages.
"""

from __future__ import annotations

import dataclasses
import pickle
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from prism import editions
from prism.languages import oddities
from prism.model import Article, Dossier, Frame, Importance, Interests, OutputFile, Source, Standing, Teaser
from prism.newsroom.rendered import changed_in
from prism.newsroom.weighing import weigh
from prism.ports import Archive, Work

RELATED_CANDIDATES = 24
Files: TypeAlias = tuple[OutputFile | Standing, ...]
"""A story's page, and what stands beside it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An order to read briefs of an edition for their pages."""

    frame: Frame
    interests: Interests
    sources: tuple[Source, ...]
    brief_ids: tuple[str, ...]
    packed: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A brief as it was read: its teaser, how many names it shares with other stories, and its packed dossier.

    `packed` is empty where there are too many to keep; then the dossier is read again.
    """

    brief_id: str
    teaser: Teaser
    shared: tuple[tuple[str, int], ...]
    packed: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """An order for one page: what was read, with the teasers of related stories and the editions that have the story.

    `drawn` says that the site has its picture.
    """

    read: Read
    related: tuple[Teaser, ...]
    editions: tuple[str, ...]
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """An order for pages of an edition."""

    frame: Frame
    sources: tuple[Source, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A page that could not be made: of which brief, and what went wrong."""

    brief_id: str
    story_id: str
    error: str


def read_some(archive: Archive, order: Reading) -> list[Read]:
    """What the pages of these briefs need; briefs that are not published, or whose story is gone, are left out."""
    found: list[Read] = []
    for brief_id in order.brief_ids:
        work = archive.published_work(brief_id)
        dossier = work and dossier_of(archive, order.frame, work, order.sources)
        if not dossier:
            continue
        shared = archive.stories_sharing([entity.id for entity in dossier.story.entities], limit=RELATED_CANDIDATES)
        teaser = editions.teaser(dossier, importance=_weighed(archive, order, dossier, shared))
        packed = zlib.compress(pickle.dumps(dossier, pickle.HIGHEST_PROTOCOL), 1) if order.packed else b""
        found.append(Read(brief_id, teaser, shared, packed))
    return found


def make_some(archive: Archive, order: Pages) -> list[Files | Broken]:
    """The pages in the order asked, each with what stands beside it; one that fails says so, and the others are made."""
    return [_made(archive, order, page) for page in order.pages]


def _made(archive: Archive, order: Pages, page: Page) -> Files | Broken:
    try:
        if page.read.packed:
            dossier: Dossier = pickle.loads(zlib.decompress(page.read.packed))  # noqa: S301  # packed above, in this run
        else:
            work = archive.published_work(page.read.brief_id)
            again = work and dossier_of(archive, order.frame, work, order.sources)
            if not again:
                raise LookupError("its story is gone")  # noqa: TRY301  # told like all that goes wrong with it
            dossier = again
        whole = dataclasses.replace(dossier, related=page.related, editions=page.editions)
        beside = editions.companions(page.read.teaser, whole, order.frame, drawn=page.drawn)
        shown = editions.story_page(whole, order.frame)
    except Exception as error:  # noqa: BLE001  # whatever a template raises: it becomes the failure of this one brief
        return Broken(page.read.brief_id, page.read.teaser.story_id, f"{type(error).__name__}: {error}")
    if changed := changed_in(shown.body.decode(), whole.brief):
        told = f"the page shows another sentence than the one that was checked: {changed}"
        return Broken(page.read.brief_id, page.read.teaser.story_id, told)
    return (shown, *beside)


def dossier_of(archive: Archive, frame: Frame, work: Work, sources: Sequence[Source]) -> Dossier | None:
    """All that a story's page shows, but for related stories and other editions; None if its story ended."""
    brief, decision = work.brief, work.decision
    story = archive.story(brief.story_id)
    if story is None or story.merged_into or decision is None:
        return None
    articles = archive.articles(dict.fromkeys([*story.article_ids, *work.facts.cited()]))
    history = archive.history(brief.id)
    wanted = {article.source_id for article in articles}
    foreign = {article.id for article in articles if article.language.split("-")[0] != frame.locale.language}
    cited = {c for fact in work.facts.facts for c in fact.citations if c.article_id in foreign}
    return Dossier(
        glosses=archive.glosses(frame.locale.language, cited) if cited and brief.provenance.model else {},
        brief=brief,
        story=story,
        facts=work.facts,
        articles=tuple(presentable(article, frame) for article in articles),
        verdicts=work.verdicts or (),
        decision=decision,
        published_at=history[0].at if history else decision.at,
        updated_at=history[-1].at if history else decision.at,
        path=editions.story_path(brief.locale, brief.story_id),
        corrections=archive.corrections(brief.id),
        history=history,
        sources=tuple(source for source in sources if source.id in wanted),
    )


def presentable(article: Article, frame: Frame) -> Article:
    """An article as pages list it: a title that speaks to machines is said to be one, and not repeated to them."""
    if not oddities(article.title):
        return article
    return dataclasses.replace(article, title=frame.locale.say("title.for_machines"), language=frame.locale.language)


def _weighed(archive: Archive, order: Reading, dossier: Dossier, shared: Sequence[tuple[str, int]]) -> Importance:
    return weigh(
        archive,
        dossier.story,
        dossier.articles,
        interests=order.interests,
        language=order.frame.locale.language,
        section=dossier.brief.section,
        shared=shared,
    )
