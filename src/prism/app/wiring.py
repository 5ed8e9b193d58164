"""Which adapters a newsroom gets: the one place that chooses."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from prism.adapters.archive import SqlArchive, open_archive
from prism.adapters.embeddings import EmbeddedE5, OpenAICompatibleEmbedder
from prism.adapters.http import HttpFetcher
from prism.adapters.neighbours import CachedNeighbours
from prism.adapters.sitestore import FolderSiteStore
from prism.app.config import ARCHIVE, Config, zone_of
from prism.app.locales import load_locale
from prism.model import Frame, Interests, UsageError
from prism.newsroom import Progress, Tools, silent
from prism.newsroom.assembling import WINDOW
from prism.ports import Clock, Embedder

_AT_ONCE = 2000
"""Members that are handed to the neighbours' cache together: few enough that their vectors need no room beside it."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Now, UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands: for `--now` and for tests."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """The moment it stands at."""
        return self._at


def prism_version() -> str:
    """Version of the installed package."""
    return version("prism-newsroom")


def frames_of(config: Config, *, notice: str = "") -> tuple[Frame, ...]:
    """One frame an edition, in the order of the configuration."""
    locales = [(edition, load_locale(edition.locale)) for edition in config.edition]
    names = tuple((locale.tag, locale.endonym) for _, locale in locales)
    return tuple(
        Frame(config.publisher(notice), locale, zone_of(edition, locale.timezone), names, prism_version())
        for edition, locale in locales
    )


def interests_of(config: Config) -> Interests:
    """What the publisher wants more and less of."""
    return Interests(config.interests.wanted, config.interests.unwanted)


def embedder_of(config: Config) -> Embedder:
    """The embedder inside the package, or the configured one.

    Raises:
        UsageError: the key's environment variable is not set.
    """
    table = config.embeddings
    if not table.base_url:
        return EmbeddedE5()
    key = os.environ.get(table.api_key_env, "") if table.api_key_env else ""
    if table.api_key_env and not key:
        raise UsageError(
            f"embeddings.api_key_env: the environment has no {table.api_key_env}", advice="set it, or take the key out"
        )
    return OpenAICompatibleEmbedder(
        base_url=table.base_url, model=table.name, dimensions=table.dimensions, api_key=key, prefix=table.prefix
    )


def archive_of(folder: Path, config: Config) -> SqlArchive:
    """The archive of the newsroom in a folder."""
    return open_archive(config.archive.url or folder / ARCHIVE)


def fetcher_of(config: Config, clock: Clock) -> HttpFetcher:
    """The one way out, with what the operator allows."""
    return HttpFetcher(
        allow=config.fetch.allow,
        user_agent=f"PrismBot/{prism_version()} (+{config.fetch.contact or config.site.url})",
        delay_seconds=config.fetch.delay_seconds,
        clock=clock,
    )


@contextmanager
def open_newsroom(
    folder: Path, config: Config, *, clock: Clock | None = None, progress: Progress = silent, notice: str = ""
) -> Iterator[Tools]:
    """A newsroom with its doors open; they are closed behind it."""
    clock = clock or SystemClock()
    archive = archive_of(folder, config)
    fetcher = fetcher_of(config, clock)
    try:
        embedder = embedder_of(config)
        neighbours = CachedNeighbours(dimensions=embedder.dimensions)
        members = iter(archive.iterate_members(clock.now() - WINDOW))
        while some := list(itertools.islice(members, _AT_ONCE)):
            neighbours.add(some)
        yield Tools(
            archive=archive,
            fetcher=fetcher,
            embedder=embedder,
            neighbours=neighbours,
            site=FolderSiteStore(folder),
            clock=clock,
            frames=frames_of(config, notice=notice),
            policy={edition.locale: edition.policy for edition in config.edition},
            progress=progress,
            interests=interests_of(config),
        )
    finally:
        fetcher.close()
        archive.close()
