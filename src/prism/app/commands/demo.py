"""`prism demo`: a whole newsroom on the sample wire."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import webbrowser
from enum import Enum
from importlib.resources import as_file
from pathlib import Path
from typing import Annotated

import typer

from prism.app.commands.batch import take_results
from prism.app.commands.running import moment, run_and_tell
from prism.app.config import FILE, SITE, load_config
from prism.app.demo.drafts import batch_file
from prism.app.demo.newsroom import DOLLARS, EDITIONS, LATER, ROUNDS, SAMPLE_TIME, TOKENS, configured, know_the_wire
from prism.app.demo.server import serve_wire
from prism.app.screen import errors, progress_bars
from prism.app.wiring import FixedClock, archive_of, model_in_words, open_newsroom
from prism.model import UsageError


class _Writers(Enum):
    """Who writes beside the digest writer, as the notice on every page that says so.

    The prepared drafts belong to the date that the wire has by itself: dated anew, its articles are others.
    """

    PREPARED = "notice.demo"
    VISITOR = "notice.demo.model"
    NONE = "notice.demo.digest"


_SAID = {
    _Writers.PREPARED: "some stories have drafts that a language model wrote beforehand; they are checked like any "
    "(PRISM_MODEL has your own model write instead)",
    _Writers.VISITOR: "your own model writes (PRISM_MODEL), within {tokens:,} tokens and ${dollars:.2f}",
    _Writers.NONE: "the drafts written beforehand are of the wire's own date and stay out: digests stand everywhere",
}


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(demo)


def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Build the site and exit; else it is served until stopped.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("--dir", help="Where the newsroom is made; else a temporary folder.")
    ] = None,
    now: Annotated[
        str | None, typer.Option(metavar="TIME", help="Set the clock and date the wire anew (ISO 8601).")
    ] = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the site, if it is free.")] = 8000,
) -> None:
    """Run a whole newsroom over the sample wire: invented outlets and events, served over HTTP on this machine.

    The wire is read twice: first as it stands, then two hours later, with follow-ups, a correction, and one article gone. It is
    dated 20 November 2026, unless --now dates it anew.

    Some stories have prose whose drafts a language model wrote beforehand; they come in as results of a batch and are checked
    like any, and two are held. With PRISM_MODEL set ("openai gpt-5", "http://127.0.0.1:11434/v1 qwen3", a GGUF file;
    PRISM_MODEL_KEY for its key) that model writes instead, on a small budget.
    """
    if folder is None:
        folder = Path(tempfile.mkdtemp(prefix="prism-demo-"))
    if (folder / FILE).exists():
        raise UsageError(f"a newsroom stands in {folder} already", advice="give a new folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} can't be made: {error}", advice="give a folder that you may write") from error
    port = port if once else _free_port(port)
    later = moment(now) or SAMPLE_TIME
    words = os.environ.get("PRISM_MODEL", "").strip()
    model = model_in_words(words) if words else None
    writers = _Writers.VISITOR if model else _Writers.PREPARED if later == SAMPLE_TIME else _Writers.NONE
    errors.print(_SAID[writers].format(tokens=TOKENS, dollars=DOLLARS), markup=False)
    with serve_wire(later) as wire:
        (folder / FILE).write_text(configured(wire, port, model), encoding="utf-8")
        if writers is _Writers.PREPARED:
            _take_prepared(folder)
        for phase, at in ((1, later - LATER), (2, later)):
            wire.phase = phase
            errors.print(f"the wire as it stands {'two hours ago' if phase == 1 else 'now'}:")
            config = load_config(folder)
            with (
                progress_bars() as progress,
                open_newsroom(folder, config, clock=FixedClock(at), progress=progress, notice=writers.value) as tools,
            ):
                know_the_wire(tools, wire)
                run_and_tell(tools)
        site = folder / SITE
        for locale, _ in EDITIONS:
            errors.print(f"edition {locale}: {site / locale / 'index.html'}", markup=False)
        if not once:
            _show(site, port)


def _take_prepared(folder: Path) -> None:
    """The drafts that were written beforehand, into the ledger, as `prism batch import` takes them."""
    config = load_config(folder)
    archive = archive_of(folder, config)
    try:
        with as_file(batch_file()) as file:
            taken = take_results(config, archive, FixedClock(ROUNDS[0]), [file])
    finally:
        archive.close()
    errors.print(f"answers of a language model, prepared beforehand: {taken.new}")


def _show(site: Path, port: int) -> None:
    from prism.app.server import serve_site  # noqa: PLC0415  (a web server takes half a second to import)

    address = f"http://127.0.0.1:{port}/"
    errors.print(f"\n  the newsroom of the demo: {address}\n", markup=False)
    if sys.stderr.isatty():
        webbrowser.open(address)
    serve_site(site, "127.0.0.1", port)


def _free_port(wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise UsageError("no port is free", advice="give one with --port")
