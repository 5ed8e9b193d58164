"""An archive with decided briefs of the sample story under other ids, and a newsroom that has only to publish them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

from prism.adapters.archive import open_archive
from prism.adapters.sitestores import FolderSiteStore
from prism.adapters.testing import SetClock
from prism.app.locales import load_locale
from prism.editions.samples import SAMPLE_TIME, sample_articles, sample_dossier, sample_frame, sample_sources
from prism.model import Brief, Decision, Entity, Tag, derived_id
from prism.newsroom import Tools
from prism.ports import Archive, Crew, Embedder, Fetcher, Neighbours, SiteStore


def story_id(number: int) -> str:
    return derived_id("stocked", str(number))


def put(archive: Archive, locale: str, number: int, *, version: int = 1, section: str = "disaster") -> Brief:
    """A version of a brief with the desk's word to publish it; every third shares its names."""
    sample = sample_dossier(load_locale(locale))
    ident = story_id(number)
    names = (f"place {number % 3}", f"town {number}")
    entities = tuple(Entity(derived_id(name), "place", {locale: name}) for name in names)
    archive.put_story(replace(sample.story, id=ident, entities=entities))
    brief = replace(
        sample.brief,
        id=derived_id("brief", ident, locale),
        story_id=ident,
        headline=replace(sample.brief.headline, text=f"{sample.brief.headline.text} {number}.{version}"),
        version=version,
        section=section,
        tags=tuple(Tag(derived_id(name), name, name.replace(" ", "-")) for name in names),
    )
    archive.put_brief(brief, replace(sample.facts, story_id=ident), SAMPLE_TIME)
    decision: Decision = replace(sample.decision, brief_id=brief.id, version=version)
    archive.put_verdicts(brief, sample.verdicts, decision, None)
    return brief


def articles_and_sources(archive: Archive) -> None:
    for source, _ in sample_sources():
        archive.put_source(source, poll_at=SAMPLE_TIME)
    for article in sample_articles():
        archive.put_article(f"entry {article.id}", article, revisit_at=None)


@contextmanager
def stocked(
    folder: Path, *locales: str, site: SiteStore | None = None, crew: Crew | None = None, stories: int = 0
) -> Iterator[Tools]:
    """Tools that publish; the archive is made with so many stories if it is not there yet."""
    folder.mkdir(exist_ok=True)
    fresh = not (folder / "prism.db").exists()
    archive = open_archive(folder / "prism.db")
    names = tuple((load_locale(tag).tag, load_locale(tag).endonym) for tag in locales)
    if fresh:
        articles_and_sources(archive)
        for number in range(stories):
            for tag in locales:
                put(archive, tag, number)
    nobody = object()
    try:
        yield Tools(
            archive=archive,
            fetcher=cast("Fetcher", nobody),
            embedder=cast("Embedder", nobody),
            neighbours=cast("Neighbours", nobody),
            site=site or FolderSiteStore(folder),
            clock=SetClock(SAMPLE_TIME),
            frames=tuple(sample_frame(load_locale(tag), editions=names) for tag in locales),
            crew=crew,
        )
    finally:
        archive.close()


def site_of(folder: Path) -> dict[str, bytes]:
    """The site, by path."""
    site = (folder / "site").resolve()
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
