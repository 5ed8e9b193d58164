"""Which adapters a newsroom gets: the one place that chooses."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from pydantic import ValidationError

from prism.adapters.archive import SqlArchive, open_archive
from prism.adapters.crew import ProcessCrew
from prism.adapters.embeddings import EmbeddedE5, OpenAICompatibleEmbedder
from prism.adapters.http import HttpFetcher
from prism.adapters.models import Prices, Resilient, Sampling, providers, quirks_for
from prism.adapters.neighbours import CachedNeighbours
from prism.adapters.sitestores import FolderSiteStore, Keys, MirroredSiteStore, RsyncTarget, S3Target
from prism.app.config import ARCHIVE, Config, FallbackTable, ModelTable, in_words, zone_of
from prism.app.locales import load_locale
from prism.model import Frame, Interests, UsageError
from prism.newsroom import Progress, Tools, silent
from prism.newsroom.assembling import WINDOW
from prism.newsroom.spending import Budget
from prism.ports import ChatModel, Clock, Embedder, SiteStore

BATCH_NOTE = "prose:batch"
"""Stands in the archive once prompts were exported or answers imported: from then on prose is wanted."""

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
    key = _key("embeddings.api_key_env", table.api_key_env)
    return OpenAICompatibleEmbedder(
        base_url=table.base_url, model=table.name, dimensions=table.dimensions, api_key=key, prefix=table.prefix
    )


def model_of(config: Config, clock: Clock | None = None) -> Resilient | None:
    """The configured model with those that stand in for it, as one; None where none is configured.

    Servers' pauses are in the machine's time, whatever a newsroom's clock is set to (`--now`); `clock` is for tests.
    Keys are read from the environment here, and go to the adapters only: nothing shows them.

    Raises:
        UsageError: a key's environment variable is not set, or the extra `local` is missing.
    """
    table, clock = config.model, clock or SystemClock()
    if not table.configured:
        return None
    key = _key("model.api_key_env", table.api_key_env)
    first = _local(table, clock) if table.path else _remote(table, table, key, clock)
    others = [_remote(one, table, _key("model.fallback.api_key_env", one.api_key_env), clock) for one in table.fallback]
    return Resilient([first, *others], clock)


def model_of_environment(clock: Clock | None = None) -> Resilient | None:
    """The visitor's own model, out of `PRISM_MODEL` with `PRISM_MODEL_KEY`; None where that is not set.

    `PRISM_MODEL` is an address and a name ("http://127.0.0.1:11434/v1 qwen3"), a provider and a name ("openai gpt-5"), or
    the path of a GGUF file.

    Raises:
        UsageError: it is none of these.
    """
    if not os.environ.get("PRISM_MODEL", "").strip():
        return None
    return model_of(Config(model=model_in_words(os.environ["PRISM_MODEL"])), clock)


def model_in_words(words: str) -> ModelTable:
    """What `PRISM_MODEL` says, as the table it stands for; the key's variable is `PRISM_MODEL_KEY` where that is set.

    Raises:
        UsageError: it says nothing that can be understood.
    """
    where, _, name = words.strip().partition(" ")
    key = "PRISM_MODEL_KEY" if os.environ.get("PRISM_MODEL_KEY") else ""
    if words.strip().endswith(".gguf"):
        given: dict[str, str] = {"path": words.strip()}
    elif "://" in where:
        given = {"base_url": where, "name": name.strip(), "api_key_env": key}
    else:
        given = {"provider": where, "name": name.strip(), "api_key_env": key}
    try:
        return ModelTable.model_validate(given)
    except ValidationError as error:
        raise UsageError(
            f"PRISM_MODEL: {in_words(error)}", advice='as in PRISM_MODEL="http://127.0.0.1:11434/v1 qwen3"'
        ) from None


def _key(where: str, variable: str) -> str:
    """A key out of the environment; empty where none is named."""
    key = os.environ.get(variable, "").strip() if variable else ""
    if variable and not key:
        raise UsageError(f"{where}: the environment has no {variable}", advice="set it, or take api_key_env out")
    if not key.isprintable() or not key.isascii():
        raise UsageError(f"{where}: {variable} holds something that can't be a key", advice="set it to the key alone")
    return key


def _remote(one: ModelTable | FallbackTable, table: ModelTable, key: str, clock: Clock) -> ChatModel:
    # Brings the openai package, which takes most of a second to load: only those pay who have a model.
    from prism.adapters.models.wire import Exchange, OpenAIChat  # noqa: PLC0415

    base_url = one.base_url or providers()[one.provider].base_url
    quirks = quirks_for(base_url, one.name, one.provider)
    return OpenAIChat(
        base_url=base_url,
        name=one.name,
        quirks=quirks,
        clock=clock,
        api_key=key,
        sampling=Sampling(table.temperature, table.max_tokens),
        prices=Prices.of(one.name, quirks, one.price_in, one.price_out),
        exchange=Exchange(timeout_s=table.timeout_seconds, user_agent=f"Prism/{prism_version()}"),
    )


def _local(table: ModelTable, clock: Clock) -> ChatModel:
    try:
        # The extra `local`: not everyone has it.
        from prism.adapters.models.local import LocalChat  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(
            "model.path: a model in the process needs xllamacpp", advice="install prism-newsroom[local]"
        ) from error
    path = Path(table.path)
    name = table.name or path.stem
    return LocalChat(
        path,
        quirks=quirks_for("", name),
        clock=clock,
        name=name,
        sampling=Sampling(table.temperature, table.max_tokens),
        prices=Prices(name, own=True, dollars_in=table.price_in, dollars_out=table.price_out),
        timeout_s=table.timeout_seconds,
        context_tokens=table.context_tokens,
    )


def archive_of(folder: Path, config: Config) -> SqlArchive:
    """The archive of the newsroom in a folder."""
    return open_archive(config.archive.url or folder / ARCHIVE)


def site_of(folder: Path, config: Config) -> SiteStore:
    """Where the site stands.

    Raises:
        UsageError: a key of `[store]` is missing, or the environment has no keys, or there is no rsync.
    """
    table = config.store
    if table.kind == "rsync":
        if not table.place:
            raise UsageError("store.place: it is not given", advice="write it as in user@host:/srv/site")
        return MirroredSiteStore(folder, RsyncTarget(table.place), encodings=table.encodings)
    if table.kind == "s3":
        if not table.endpoint or not table.bucket:
            missing = "endpoint" if not table.endpoint else "bucket"
            raise UsageError(
                f"store.{missing}: it is not given", advice="`prism init` in an empty folder shows every key"
            )
        keys = Keys(_secret("store.key_id_env", table.key_id_env), _secret("store.secret_env", table.secret_env))
        target = S3Target(
            endpoint=table.endpoint,
            bucket=table.bucket,
            keys=keys,
            clock=SystemClock(),  # a signature is of now, whatever time the news is of
            region=table.region,
            prefix=table.prefix,
        )
        return MirroredSiteStore(folder, target, encodings=table.encodings)
    return FolderSiteStore(folder, encodings=table.encodings)


def _secret(key: str, name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise UsageError(f"{key}: the environment has no {name}", advice="set it, or name another variable")
    return value


def crew_of(archive: SqlArchive, folder: Path, config: Config) -> ProcessCrew:
    """Who helps to build a large site."""
    opener = partial(open_archive, config.archive.url or folder / ARCHIVE, cache=8)  # each brief is asked for once
    return ProcessCrew(archive, opener, modules=["prism.newsroom.dossiers", "prism.adapters.archive"])


def fetcher_of(config: Config, clock: Clock) -> HttpFetcher:
    """The one way out, with what the operator allows."""
    return HttpFetcher(
        allow=config.fetch.allow,
        user_agent=f"PrismBot/{prism_version()} (+{config.fetch.contact or config.site.url})",
        delay_seconds=config.fetch.delay_seconds,
        clock=clock,
    )


def budget_of(config: Config, clock: Clock) -> Budget:
    """What the model may cost, by the prices of the first one (those that stand in for it are reckoned like it)."""
    table, limits = config.model, config.budget
    quirks = quirks_for(table.base_url, table.name, table.provider)
    prices = Prices.of(table.name, quirks, table.price_in, table.price_out)
    return Budget(
        tokens_a_day=limits.tokens_a_day,
        dollars_a_day=limits.dollars_a_day,
        tokens_a_story=limits.tokens_a_story,
        dollars_a_story=limits.dollars_a_story,
        tokens_an_edition=limits.tokens_an_edition,
        dollars_an_edition=limits.dollars_an_edition,
        price=lambda tokens_in, tokens_out: prices.dollars(tokens_in, tokens_out, clock.now()),
        thinking=quirks.thinking_room,
    )


@contextmanager
def open_newsroom(
    folder: Path,
    config: Config,
    *,
    clock: Clock | None = None,
    progress: Progress = silent,
    notice: str = "",
    runs: bool = True,
    model: ChatModel | None = None,
) -> Iterator[Tools]:
    """A newsroom with its doors open; they are closed behind it.

    Args:
        folder: where it stands.
        config: its configuration.
        clock: the machine's if None.
        progress: who is told how far it is.
        notice: that pages carry.
        runs: it will be run; without it, the neighbours' cache is left empty and the configured model is left alone, so that
            its key need not be there.
        model: to write with in place of the configured one.
    """
    clock = clock or SystemClock()
    archive = archive_of(folder, config)
    fetcher = fetcher_of(config, clock)
    configured = None
    try:
        configured = None if model or config.model.batch or not runs else model_of(config)
        embedder = embedder_of(config)
        neighbours = CachedNeighbours(dimensions=embedder.dimensions)
        members = iter(archive.iterate_members(clock.now() - WINDOW) if runs else ())
        while some := list(itertools.islice(members, _AT_ONCE)):
            neighbours.add(some)
        yield Tools(
            archive=archive,
            fetcher=fetcher,
            embedder=embedder,
            neighbours=neighbours,
            site=site_of(folder, config),
            crew=crew_of(archive, folder, config),
            clock=clock,
            frames=frames_of(config, notice=notice),
            policy={edition.locale: edition.policy for edition in config.edition},
            progress=progress,
            interests=interests_of(config),
            model=model or configured,
            budget=budget_of(config, clock),
            prose=bool(model or configured) or config.model.batch or archive.note(BATCH_NOTE) is not None,
            parallel=config.model.parallel,
            judge=config.model.judge,
            gloss=config.model.gloss,
        )
    finally:
        if configured:
            configured.close()
        fetcher.close()
        archive.close()
