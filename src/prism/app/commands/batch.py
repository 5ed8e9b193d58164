"""`prism batch export` and `import`: a newsroom whose prompts are answered somewhere else."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, BinaryIO, TextIO

import typer

from prism.adapters.models import Prices, Sampling, quirks_for
from prism.app.batch import Answer, BadRow, read_results, request_row
from prism.app.commands.running import moment
from prism.app.config import Config, load_config
from prism.app.screen import errors, progress_bars
from prism.app.wiring import BATCH_NOTE, FixedClock, SystemClock, archive_of, open_newsroom
from prism.model import Asked, PrismError, UsageError
from prism.newsroom import collect
from prism.ports import Archive, Clock

_AT_ONCE = 100
"""Answers that are stored together."""

Now = Annotated[str | None, typer.Option("--now", metavar="TIME", help="Set the clock (ISO 8601).")]

batch = typer.Typer(
    help="Have the prompts of the newsroom answered somewhere else: write them to a file, read the answers back.",
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.add_typer(batch, name="batch")


@batch.command("export")
def export(
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="Where to; - is standard output.")] = "-",
    limit: Annotated[int, typer.Option(min=1, help="Write at most so many prompts, the most important.")] = 50_000,
    now: Now = None,
) -> None:
    """Write the prompts that wait for an answer as an OpenAI Batch file (JSON Lines), most important first, each once.

    From then on this newsroom wants prose: what has no answer yet waits, and digests stand in where they can. Give the file to
    a provider's batch service, or to anyone who answers each row by its messages; then `prism batch import`, `prism run`, and
    export again: a draft is asked for when the facts are there.
    """
    folder = Path.cwd()
    config = load_config(folder)
    at = moment(now)
    with (
        progress_bars() as progress,
        open_newsroom(folder, config, clock=_clock(at), progress=progress, runs=False) as tools,
    ):
        tools.archive.put_note(BATCH_NOTE, "1")
        collect(tools)
        with _opened(file) as stream:
            written = 0
            for row in itertools.islice(_rows(config, tools.archive), limit):
                stream.write(row + "\n")
                written += 1
    where = "standard output" if file == "-" else file
    errors.print(f"wrote {written} prompts to {where}; next: `prism batch import` with the answers", markup=False)


def _rows(config: Config, archive: Archive) -> Iterator[str]:
    table = config.model
    quirks = quirks_for(table.base_url, table.name, table.provider)
    sampling = Sampling(table.temperature, table.max_tokens)
    for key, awaited in archive.awaited():
        yield request_row(key, awaited, table.name, quirks, sampling)


@contextmanager
def _opened(file: str) -> Iterator[TextIO]:
    """A file that is there whole or not at all; standard output as it is."""
    if file == "-":
        yield sys.stdout
        return
    path = Path(file)
    half = path.with_name(path.name + ".part")
    try:
        with half.open("w", encoding="utf-8") as stream:
            yield stream
        half.replace(path)
    except OSError as error:
        raise UsageError(
            f"{file} can't be written: {error.strerror or error}", advice="choose a place with room"
        ) from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


@dataclass(slots=True)
class Taken:
    """What an import brought.

    Attributes:
        rows: of the files.
        new: answers that the ledger did not have.
        waited_for: answers to prompts that wait.
        bad: rows that could not be used.
    """

    rows: int = 0
    new: int = 0
    waited_for: int = 0
    bad: int = 0


@batch.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Batch results (JSON Lines); - is standard input.")
    ],
    now: Now = None,
) -> None:
    """Read the answers of a batch into the ledger: in any order, in parts, twice, with errors in some rows.

    A row that can't be used is reported with its line, and its prompt goes on waiting; the others are kept. An answer to a
    prompt that has one changes nothing. Then `prism run --once` goes on from there.
    """
    folder = Path.cwd()
    config = load_config(folder)
    archive = archive_of(folder, config)
    try:
        taken = take_results(config, archive, _clock(moment(now)), files)
    finally:
        archive.close()
    known = taken.rows - taken.bad - taken.new
    errors.print(
        f"rows {taken.rows}: new answers {taken.new} ({taken.waited_for} to prompts that wait), known already {known}, "
        f"not usable {taken.bad}"
    )
    if taken.rows and taken.bad == taken.rows:
        raise PrismError("no row could be used", advice="give result files of the rows that `prism batch export` wrote")


def take_results(config: Config, archive: Archive, clock: Clock, files: Iterable[Path]) -> Taken:
    """Read the answers of batches into the ledger; from then on the newsroom wants prose.

    Args:
        config: of the newsroom: by its prices the answers are reckoned.
        archive: whose ledger.
        clock: when they came.
        files: results; "-" is standard input. Rows that can't be used are said on standard error.

    Raises:
        UsageError: a file can't be read.
    """
    taken = Taken()
    archive.put_note(BATCH_NOTE, "1")
    for file in files:
        with _reading(file) as stream:
            _take(config, archive, clock, taken, _told(file, taken, read_results(stream)))
    return taken


def _told(file: Path, taken: Taken, rows: Iterable[Answer | BadRow]) -> Iterator[Answer]:
    """The answers; what is none is said on standard error."""
    for row in rows:
        taken.rows += 1
        if isinstance(row, BadRow):
            taken.bad += 1
            errors.print(f"{file}:{row.line}: {row.reason}", markup=False)
        else:
            yield row


def _take(config: Config, archive: Archive, clock: Clock, taken: Taken, answers: Iterator[Answer]) -> None:
    table = config.model
    while some := list(itertools.islice(answers, _AT_ONCE)):
        asked = archive.awaited_by(answer.key for answer in some)
        at, rows = clock.now(), []
        for answer in some:
            model = answer.completion.model
            quirks = quirks_for(table.base_url, model, table.provider)
            prices = Prices.of(model, quirks, table.price_in, table.price_out)
            dollars = prices.dollars(answer.completion.tokens_in, answer.completion.tokens_out, at)
            completion = replace(answer.completion, dollars=dollars)
            rows.append((answer.key, completion, asked.get(answer.key, Asked(""))))
        taken.new += archive.put_completions(rows, at, batch=True)
        taken.waited_for += len(asked)


@contextmanager
def _reading(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        raise UsageError(
            f"{file} can't be read: {error.strerror or error}", advice="give files of batch results"
        ) from error
    with stream:
        yield stream


def _clock(at: datetime | None) -> Clock:
    return FixedClock(at) if at else SystemClock()
