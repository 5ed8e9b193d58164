"""`prism demo`: a whole newsroom on the sample wire."""

from __future__ import annotations

import json
import socket
import sys
import tempfile
import webbrowser
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from prism.app.commands.running import moment, run_and_tell
from prism.app.config import FILE, SITE, load_config
from prism.app.demo.server import WireServer, demo_sources, serve_wire
from prism.app.screen import errors, progress_bars
from prism.app.wiring import FixedClock, open_newsroom
from prism.model import UsageError

SAMPLE_TIME = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""The moment that the sample wire is read at: fixed, so that every visitor sees the same pages, and so that prompts made of
its articles find the answers that were prepared for them."""
LATER = timedelta(hours=2)
"""How long after the first run the second one looks again."""

EDITIONS = (("ko", "Asia/Seoul"), ("en", "UTC"), ("ja", "Asia/Tokyo"))
NOTICE = "notice.demo"


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
    now: Annotated[str | None, typer.Option(metavar="TIME", help="Set the clock and date the wire anew (ISO 8601).")] = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the site, if it is free.")] = 8000,
) -> None:
    """Run a whole newsroom over the sample wire: invented outlets and events, served over HTTP on this machine.

    The wire is read twice: first as it stands, then two hours later, with follow-ups, a correction, and one article gone. It is
    dated 20 November 2026, unless --now dates it anew.
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
    with serve_wire(later) as wire:
        (folder / FILE).write_text(_config(wire, port), encoding="utf-8")
        for phase, at in ((1, later - LATER), (2, later)):
            wire.phase = phase
            errors.print(f"the wire as it stands {'two hours ago' if phase == 1 else 'now'}:")
            config = load_config(folder)
            with (
                progress_bars() as progress,
                open_newsroom(folder, config, clock=FixedClock(at), progress=progress, notice=NOTICE) as tools,
            ):
                for source in demo_sources(wire):
                    tools.archive.put_source(source, poll_at=at)
                tools.archive.poll_all(at)
                run_and_tell(tools)
        site = folder / SITE
        for locale, _ in EDITIONS:
            errors.print(f"edition {locale}: {site / locale / 'index.html'}", markup=False)
        if not once:
            _show(site, port)


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


def _config(wire: WireServer, port: int) -> str:
    editions = "".join(f'[[edition]]\nlocale = "{locale}"\ntimezone = "{zone}"\n\n' for locale, zone in EDITIONS)
    return (
        f'[site]\nurl = "http://127.0.0.1:{port}"\nname = "Prism Demo"\neditor = "Prism Demo Desk"\n'
        f'contact = "desk@prism-demo.example"\n\n{editions}'
        f"[fetch]\nallow = {json.dumps(list(wire.allow))}\ndelay_seconds = 0\n"
    )
