"""`prism init`, `run` and `serve`."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from prism.app.config import ARCHIVE, EXAMPLE, FILE, SITE, load_config
from prism.app.held import held_back, waiting_for_rights
from prism.app.screen import errors, progress_bars, tell_summary
from prism.app.wiring import FixedClock, SystemClock, open_newsroom
from prism.model import PrismError, UsageError
from prism.newsroom import Tools, run_once

FIRST, LAST = datetime(1971, 1, 1, tzinfo=UTC), datetime(2201, 1, 1, tzinfo=UTC)
"""Moments that `--now` can set: with room on both sides for windows, zones and polls to come."""
LONGEST_SLEEP = timedelta(minutes=5)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(init)
    app.command()(run)
    app.command()(serve)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; it is made if it is not there.")],
) -> None:
    """Make a newsroom: writes DIR/prism.toml, with every key explained, and asks nothing.

    Then: cd DIR, `prism sources add URL --rights full`, `prism run --once`, `prism serve`.
    """
    path = folder / FILE
    if path.exists():
        raise UsageError(f"{path} is there already", advice="edit it, or choose another folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(EXAMPLE, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{folder} can't be written: {error.strerror or error}", advice="choose a folder that you may write"
        ) from error
    errors.print(f"made {path}; next: cd {folder}, then `prism sources add URL --rights full`", markup=False)


def moment(text: str | None) -> datetime | None:
    """An ISO 8601 time as given to `--now`; without a zone it is UTC.

    Raises:
        UsageError: it is no such time.
    """
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"--now: {text!r} is no time", advice="write it as in 2026-11-22T09:00:00+09:00") from error
    if not FIRST <= at < LAST:
        raise UsageError(f"--now: {text!r} is out of range", advice="the years 1971 to 2200 can be set")
    return at


def run(
    once: Annotated[bool, typer.Option("--once", help="Do all that is due now, then exit.")] = False,
    now: Annotated[str | None, typer.Option(metavar="TIME", help="Set the clock (ISO 8601); with --once.")] = None,
    all_sources: Annotated[
        bool, typer.Option("--all", help="Ask every source first, whether it is due or not.")
    ] = False,
) -> None:
    """Run the newsroom of the current folder: poll, read, group, write, check, publish.

    Without --once it goes on until it is stopped. Ctrl-C and SIGTERM stop it at once, with --once too: what is done is kept
    at every step, and the next run goes on from there. Exit status: 0 even if single items failed (they are listed), 1 if the
    run could not be done, 2 for wrong usage, 130 if Ctrl-C stopped it, 143 if SIGTERM did.
    """
    folder = Path.cwd()
    config = load_config(folder)
    at = moment(now)
    if at and not once:
        raise UsageError("--now goes with --once", advice="a clock that stands can't be waited on")
    with (
        progress_bars() as progress,
        open_newsroom(folder, config, clock=FixedClock(at) if at else SystemClock(), progress=progress) as tools,
    ):
        if not tools.archive.sources():
            errors.print("no sources yet: add one with `prism sources add URL --rights full`")
        if all_sources:
            tools.archive.poll_all(tools.clock.now())
        if once:
            run_and_tell(tools)
        else:
            _run_on(tools)


def run_and_tell(tools: Tools) -> None:
    """One run, and its summary on standard error."""
    summary = run_once(tools)
    tell_summary(summary, held=held_back(tools), waiting_for_rights=waiting_for_rights(tools.archive))


def _run_on(tools: Tools) -> None:
    """Run after run, until a signal ends the process (see `prism.app.cli`)."""
    while True:
        try:
            run_and_tell(tools)
        except PrismError as error:
            # A full disk or a database that is away: said, and tried again; nothing half-done was kept.
            errors.print("this run could not be finished:", str(error), markup=False)
        pollings = [polling.next_poll_at for polling in tools.archive.pollings().values() if not polling.gone]
        wait = min([*(at - tools.clock.now() for at in pollings), LONGEST_SLEEP])
        time.sleep(max(1.0, wait.total_seconds()))


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve the site of the current folder over HTTP, until stopped (Ctrl-C, SIGTERM: exit status 0)."""
    folder = Path.cwd()
    if not (folder / ARCHIVE).exists() and not (folder / SITE).exists():
        load_config(folder)
    from prism.app.server import serve_site  # noqa: PLC0415  (a web server takes half a second to import)

    serve_site(folder / SITE, host, port)
