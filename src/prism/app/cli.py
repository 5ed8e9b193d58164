"""The command `prism`."""

from __future__ import annotations

import importlib
import os
import sys

import typer

from prism.app.screen import errors
from prism.model import PrismError, UsageError

PARTS = {
    "running": ("init", "run", "serve"),
    "sources": ("sources",),
    "exporting": ("export",),
    "filters": ("extract", "cluster", "check"),
    "keeping": ("backup", "restore"),
    "looking": ("doctor",),
    "evaluating": ("eval",),
    "demo": ("demo",),
}
"""Module of `prism.app.commands` → the commands in it, in the order of the help."""


def command_line(wanted: str = "") -> typer.Typer:
    """The commands; only the module of the wanted one is loaded (each stage brings its libraries), or all of them."""
    app = typer.Typer(
        name="prism",
        help="An AI newsroom that can be checked: from feeds to a news site whose every sentence leads to its evidence.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    # A callback keeps a single loaded command a subcommand.
    app.callback()(_nothing)
    modules = [module for module, commands in PARTS.items() if wanted in commands] or list(PARTS)
    for module in modules:
        importlib.import_module(f"prism.app.commands.{module}").register(app)
    return app


def _nothing() -> None:
    """An AI newsroom that can be checked: from feeds to a news site whose every sentence leads to its evidence."""


def main() -> None:
    """Run the command line; errors that a person can act on are one line, and set the exit status.

    0: done (single items may have failed, and are listed). 1: it could not be done. 2: wrong usage or configuration.
    """
    try:
        command_line(sys.argv[1] if len(sys.argv) > 1 else "")(standalone_mode=True)
    except UsageError as error:
        errors.print("prism:", str(error), markup=False, style="red")
        sys.exit(2)
    except PrismError as error:
        errors.print("prism:", str(error), markup=False, style="red")
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe went away (`prism export … | head`): no error, and nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        errors.print("stopped; what was done is kept, and the next run goes on from there")
        sys.exit(130)


if __name__ == "__main__":
    main()
