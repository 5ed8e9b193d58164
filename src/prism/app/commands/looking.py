"""`prism doctor`: is everything as it must be?"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import typer
from rich.console import Console

from prism import sources as feeds
from prism.adapters.archive import SqlArchive, sqlite_version
from prism.app.config import FILE, SITE, Config, load_config
from prism.app.trying import Finding, try_models
from prism.app.wiring import SystemClock, archive_of, embedder_of, model_of
from prism.model import PrismError

ROOM_MB = 200
_RESET_BUG = ((3, 7, 0), (3, 51, 2))


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(doctor)


def doctor() -> None:
    """Look whether this machine and the newsroom of the current folder are well; exit status 1 if anything is not."""
    console = Console(soft_wrap=True, highlight=False)
    well = True
    for finding in findings(Path.cwd()):
        well = well and finding.well
        mark = "[green]ok[/]  " if finding.well else "[red]ill[/] "
        advice = f" → {finding.advice}" if finding.advice and not finding.well else ""
        console.print(mark, end="")
        console.print(f"{finding.what}: {finding.found}{advice}", markup=False)
    if not well:
        raise typer.Exit(1)


def findings(folder: Path) -> Iterator[Finding]:
    """Everything that is looked at, in order."""
    yield Finding("Python", sys.version_info >= (3, 11), sys.version.split()[0], "Prism needs 3.11 or newer")
    yield _sqlite()
    yield _embedder(Config())
    room = shutil.disk_usage(folder).free // 2**20
    yield Finding("room on the disk", room > ROOM_MB, f"{room} MB", "make room: a full disk stops the newsroom")
    if not (folder / FILE).exists():
        yield Finding("newsroom", True, f"none in this folder ({FILE} is missing); the filters work without one")
        return
    try:
        config = load_config(folder)
        archive = archive_of(folder, config)
    except PrismError as error:
        yield Finding("newsroom", False, str(error))
        return
    yield Finding("configuration", True, f"{FILE}, editions {', '.join(one.locale for one in config.edition)}")
    try:
        yield from _newsroom(folder, config, archive)
    finally:
        archive.close()


def _sqlite() -> Finding:
    version = tuple(int(part) for part in sqlite_version().split("."))
    ill = _RESET_BUG[0] <= version <= _RESET_BUG[1]
    return Finding(
        "SQLite",
        not ill,
        sqlite_version(),
        "this version can lose commits when the write-ahead log is reset: install pysqlite3",
    )


def _embedder(config: Config) -> Finding:
    try:
        embedder = embedder_of(config)
        far, near = embedder.embed(["지진으로 3명이 숨졌다", "Three died in the earthquake"])
        return Finding("vectors", True, f"{embedder.name}, {len(far)} dimensions, ko~en {float(far @ near):.2f}")
    except PrismError as error:
        return Finding("vectors", False, str(error), "stories are then grouped by names and figures alone")


def _newsroom(folder: Path, config: Config, archive: SqlArchive) -> Iterator[Finding]:
    checks: list[Callable[[], Finding]] = [
        lambda: _integrity(archive),
        lambda: _site(folder),
        lambda: _publisher(config),
    ]
    for check in checks:
        yield check()
    if config.embeddings.base_url:
        yield _embedder(config)
    yield from _model(config)
    now, pollings = SystemClock().now(), archive.pollings()
    for source in archive.sources():
        polling = pollings[source.id]
        yield Finding(
            f"source {source.name}", not polling.problem, feeds.health(source, polling, now), "see `prism sources list`"
        )
    counts = archive.counts()
    yield Finding("archive", True, ", ".join(f"{count} {name}" for name, count in counts.items()))


def _model(config: Config) -> Iterator[Finding]:
    if not config.model.configured:
        waits = "prompts wait for `prism batch export`" if config.model.batch else "none; briefs are digests"
        yield Finding("model", True, waits)
        return
    try:
        model = model_of(config)
    except PrismError as error:
        yield Finding("model", False, str(error))
        return
    if model is not None:
        yield from try_models(model, [edition.locale for edition in config.edition], SystemClock())
        model.close()


def _integrity(archive: SqlArchive) -> Finding:
    answer = archive.integrity()
    return Finding("integrity of the archive", answer == "ok", answer, "restore the last backup: `prism restore`")


def _site(folder: Path) -> Finding:
    stands = (folder / SITE).exists()
    return Finding("site", True, f"stands in {SITE}/" if stands else "not built yet: `prism run --once`")


def _publisher(config: Config) -> Finding:
    missing = [key for key in ("editor", "contact") if not getattr(config.site, key)]
    named = "editor and contact are named" if not missing else f"site.{' and site.'.join(missing)} not set"
    return Finding("publisher", not missing, named, "readers must know who is answerable and where to report an error")
