"""The command `prism`."""

from __future__ import annotations

import os
import sys

import typer

from prism.app.commands import demo, evaluating, exporting, filters, keeping, looking, running, sources
from prism.app.screen import errors
from prism.model import PrismError, UsageError

app = typer.Typer(
    name="prism",
    help="An AI newsroom that can be checked: from feeds to a news site whose every sentence leads to its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for part in (running, sources, exporting, filters, keeping, looking, evaluating, demo):
    part.register(app)


def main() -> None:
    """Run the command line; errors that a person can act on are one line, and set the exit status.

    0: done (single items may have failed, and are listed). 1: it could not be done. 2: wrong usage or configuration.
    """
    try:
        app(standalone_mode=True)
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
