"""The command `prism`."""

from __future__ import annotations

import importlib
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO, Annotated

import typer
from rich.text import Text
from typer.exceptions import TyperException

from prism.app.screen import errors
from prism.model import PrismError, UsageError

PARTS = {
    "running": ("init", "run", "serve"),
    "sources": ("sources",),
    "exporting": ("export",),
    "dumping": ("dump",),
    "newsletter": ("newsletter",),
    "filters": ("extract", "cluster", "check"),
    "batch": ("batch",),
    "spending": ("spend",),
    "keeping": ("backup", "restore"),
    "looking": ("doctor",),
    "explain": ("explain",),
    "evaluating": ("eval",),
    "demo": ("demo",),
}
"""Module of `prism.app.commands` → the commands in it, in the order of the help."""

AT_ONCE = ("run", "demo")
"""Commands that keep what is done at every step, and so are ended without a word to what they were at."""


class Stopped(BaseException):
    """A signal asked to stop; goes past everything that catches errors, so that only what must be tidied is."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.status = 128 + signal_number


def command_line(wanted: str = "") -> typer.Typer:
    """The commands; only the module of the wanted one is loaded (each stage brings its libraries), or all of them."""
    app = typer.Typer(
        name="prism",
        help="An AI newsroom that can be checked: from feeds to a news site whose every sentence leads to its evidence.",
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    # A callback keeps a single loaded command a subcommand.
    app.callback(invoke_without_command=True)(_alone)
    modules = [module for module, commands in PARTS.items() if wanted in commands] or list(PARTS)
    for module in modules:
        importlib.import_module(f"prism.app.commands.{module}").register(app)
    return app


def _alone(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """An AI newsroom that can be checked: from feeds to a news site whose every sentence leads to its evidence.

    Exit status: 0 done (single items may have failed, and are listed), 1 it could not be done, 2 wrong usage or
    configuration, 130 stopped by Ctrl-C, 143 stopped by SIGTERM.
    """
    if version:
        from prism.app.wiring import prism_version  # noqa: PLC0415  (brings every adapter with it)

        typer.echo(f"prism {prism_version()}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run the command line; errors that a person can act on are one line, and set the exit status.

    0: done (single items may have failed, and are listed). 1: it could not be done. 2: wrong usage or configuration.
    130 and 143: a signal stopped it.
    """
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    if sys.stderr is None:
        # Nobody listens; what is said must still have a place to go.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  (stands until the end)
    with _signals(wanted):
        try:
            status = _run(wanted)
        except (PrismError, TyperException, typer.Abort, OSError) as error:
            status = _ended(error)
        except Stopped as stopped:
            _say("stopped")
            status = stopped.status
    if status:
        sys.exit(status)


def _run(wanted: str) -> int:
    """Run the command; its exit status."""
    if sys.stdout is None:
        raise UsageError("standard output is closed", advice="lead it somewhere, to /dev/null at least")
    try:
        status = _status(command_line(wanted)(standalone_mode=False))
    except SystemExit as stopped:
        # Typer ends so when a pipe breaks while it looks on; a web server, when its worker could not be started.
        if isinstance(stopped.__context__, BrokenPipeError):
            raise stopped.__context__ from None
        if wanted == "serve":
            raise PrismError("the server could not be started", advice="see `prism doctor`") from stopped
        status = _status(stopped.code)
    sys.stdout.flush()
    return status


def _ended(error: Exception) -> int:
    """Say in one line what went wrong; returns the exit status."""
    status, line = 1, str(error)
    if isinstance(error, UsageError):
        status = 2
    elif isinstance(error, TyperException):
        status, line = 2, _usage(error)
    elif isinstance(error, typer.Abort):
        line = "the input ended early"
    elif isinstance(error, OSError):
        _let_go(sys.stdout)
        if isinstance(error, BrokenPipeError):
            # The reader of a pipe went away (`prism export … | head`): no error, and nothing more to say.
            return 0
        line = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
    _say(f"prism: {line}", style="red")
    return status


def _status(code: object) -> int:
    return code if isinstance(code, int) else 0


def _say(line: str, *, style: str = "") -> None:
    # Standard error may be full or gone as well: then the exit status alone tells.
    try:
        plain = "".join(c if c.isprintable() else " " for c in " ".join(line.split()))
        errors.print(Text(plain, style=style))
        sys.stderr.flush()
    except (OSError, ValueError):
        _let_go(sys.stderr)


def _usage(error: TyperException) -> str:
    """Wrong usage in one line, with the command whose help tells more."""
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "") or "prism"
    words = getattr(error, "format_message", lambda: str(error))().strip().rstrip(".")
    words = words.replace("Value error, ", "").replace("Input should be", "it must be")
    words = words[:1].lower() + words[1:] if words else "a command is missing"
    return f"{words} (try `{command} --help`)"


def _let_go(stream: IO[str] | None) -> None:
    """Lead a stream that can't be written any more into nothing, so that its last flush can't fail."""
    with suppress(OSError, ValueError, AttributeError, io.UnsupportedOperation):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())  # type: ignore[union-attr]  # a closed one is None, and suppressed
        os.close(nothing)


@contextmanager
def _signals(wanted: str) -> Iterator[None]:
    """Ctrl-C and SIGTERM while a command runs."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: FrameType | None) -> None:
        if wanted in AT_ONCE:
            # Threads that wait for the web would be waited for: everything is kept at every step, so none is. And the
            # signal may have come amid a write to standard error, which can't be entered twice: hence past its buffer.
            cursor = b"\r\x1b[?25h\x1b[K" if sys.stderr.isatty() else b""
            with suppress(OSError):
                os.write(2, cursor + b"stopped; what was done is kept, and the next run goes on from there\n")
            os._exit(128 + number)
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


if __name__ == "__main__":
    main()
