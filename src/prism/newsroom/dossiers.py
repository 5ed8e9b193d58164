"""From the archive to the pages of stories: jobs that several processes can share, because each needs an archive and its orders.

A page is made in two steps, because it shows teasers of other stories: `read_some` gives the teaser of each brief; when every
teaser is known, `make_some` reads the briefs once more and makes the pages. To keep what was read, or to hand it from one process to
another, costs as much as to read it again, and memory that grows with the site.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from prism import editions
from prism.languages import oddities
from prism.model import Article, Dossier, Frame, Importance, Interests, OutputFile, Source, Standing, Teaser
from prism.newsroom.rendered import changed_in
from prism.newsroom.weighing import weigh
from prism.ports import Archive, Published

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


@dataclass(frozen=True, slots=True)
class Read:
    """A brief as it was read: its teaser, and how many names it shares with other stories."""

    brief_id: str
    teaser: Teaser
    shared: tuple[tuple[str, int], ...]


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
    """The teasers of these briefs; briefs that are not published, or whose story is gone, are left out."""
    found: list[Read] = []
    for brief_id, dossier in dossiers_of(archive, order.frame, order.brief_ids, order.sources).items():
        shared = archive.stories_sharing([entity.id for entity in dossier.story.entities], limit=RELATED_CANDIDATES)
        teaser = editions.teaser(dossier, importance=_weighed(archive, order, dossier, shared))
        found.append(Read(brief_id, teaser, shared))
    return found


def make_some(archive: Archive, order: Pages) -> list[Files | Broken]:
    """The pages in the order asked, each with what stands beside it; one that fails says so, and the others are made."""
    dossiers = dossiers_of(archive, order.frame, [page.read.brief_id for page in order.pages], order.sources)
    return [_made(dossiers.get(page.read.brief_id), order, page) for page in order.pages]


def _made(dossier: Dossier | None, order: Pages, page: Page) -> Files | Broken:
    try:
        if dossier is None:
            raise LookupError("its story is gone")  # noqa: TRY301  # told like all that goes wrong with it
        whole = shown(dataclasses.replace(dossier, related=page.related, editions=page.editions), order.frame)
        beside = editions.companions(page.read.teaser, whole, order.frame, drawn=page.drawn)
        made = editions.story_page(whole, order.frame)
    except Exception as error:  # noqa: BLE001  # whatever a template raises: it becomes the failure of this one brief
        return Broken(page.read.brief_id, page.read.teaser.story_id, f"{type(error).__name__}: {error}")
    if changed := changed_in(made.body.decode(), whole.brief):
        told = f"the page shows another sentence than the one that was checked: {changed}"
        return Broken(page.read.brief_id, page.read.teaser.story_id, told)
    return (made, *beside)


def dossiers_of(
    archive: Archive, frame: Frame, brief_ids: Sequence[str], sources: Sequence[Source]
) -> dict[str, Dossier]:
    """All that the pages of briefs show, but for related stories and other editions.

    Args:
        archive: is asked a few questions for all of them.
        frame: of their edition.
        brief_ids: some dozens.
        sources: all of them.

    Returns:
        By brief id, in the order asked; those that are not published or whose story ended are left out. Titles of articles are as
        they were read: see `shown`.
    """
    found = archive.published(brief_ids)
    living = {one: found[one] for one in brief_ids if one in found and _lives(found[one])}
    wanted = {
        one: tuple(dict.fromkeys([*_members(published), *published.work.facts.cited()]))
        for one, published in living.items()
    }
    articles = {
        article.id: article
        for article in archive.articles(dict.fromkeys(itertools.chain.from_iterable(wanted.values())))
    }
    return {
        one: _dossier(archive, frame, published, [articles[a] for a in wanted[one] if a in articles], sources)
        for one, published in living.items()
    }


def _lives(published: Published) -> bool:
    return published.work.decision is not None and published.story is not None and not published.story.merged_into


def _members(published: Published) -> tuple[str, ...]:
    return published.story.article_ids if published.story else ()


def _dossier(
    archive: Archive, frame: Frame, published: Published, articles: Sequence[Article], sources: Sequence[Source]
) -> Dossier:
    work, story, history = published.work, published.story, published.history
    brief, decision = work.brief, work.decision
    assert story is not None  # noqa: S101  # `_lives` said so
    assert decision is not None  # noqa: S101  # `_lives` said so
    tellers = {article.source_id for article in articles}
    foreign = {article.id for article in articles if article.language.split("-")[0] != frame.locale.language}
    cited = {c for fact in work.facts.facts for c in fact.citations if c.article_id in foreign}
    return Dossier(
        glosses=archive.glosses(frame.locale.language, cited) if cited and brief.provenance.model else {},
        brief=brief,
        story=story,
        facts=work.facts,
        articles=tuple(articles),
        verdicts=work.verdicts or (),
        decision=decision,
        published_at=history[0].at if history else decision.at,
        updated_at=history[-1].at if history else decision.at,
        path=editions.story_path(brief.locale, brief.story_id),
        corrections=published.corrections,
        history=history,
        sources=tuple(source for source in sources if source.id in tellers),
    )


def shown(dossier: Dossier, frame: Frame) -> Dossier:
    """A dossier as pages show it: with presentable articles."""
    return dataclasses.replace(dossier, articles=tuple(presentable(article, frame) for article in dossier.articles))


def presentable(article: Article, frame: Frame) -> Article:
    """An article as pages list it: a title that speaks to machines is said to be one, and not repeated to them."""
    if not oddities(article.title):
        return article
    return dataclasses.replace(article, title=frame.locale.say("title.for_machines"), language=frame.locale.language)


def _weighed(archive: Archive, order: Reading, dossier: Dossier, shared: Sequence[tuple[str, int]]) -> Importance:
    return weigh(
        archive,
        dossier.story,
        shown(dossier, order.frame).articles if order.interests != Interests() else dossier.articles,
        interests=order.interests,
        language=order.frame.locale.language,
        section=dossier.brief.section,
        shared=shared,
    )
