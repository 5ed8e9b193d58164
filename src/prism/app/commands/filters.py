"""`prism extract`, `cluster` and `check`: each stage alone, JSON Lines in and out, no newsroom needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from prism.app.config import Config
from prism.app.screen import errors
from prism.app.wiring import embedder_of
from prism.model import ParseError, UsageError

FileArgument = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="Input; standard input if left out or '-'.")
]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(extract)
    app.command()(cluster)
    app.command()(check)


def _input(file: Path | None) -> BinaryIO:
    if file is None or str(file) == "-":
        if sys.stdin is None:
            raise UsageError("standard input is closed", advice="pipe the input in, or name a file")
        return sys.stdin.buffer
    try:
        return file.open("rb")
    except OSError as error:
        raise UsageError(
            f"{file} can't be read: {error.strerror or error}", advice="give a file, or pipe into standard input"
        ) from error


def json_rows(lines: Iterable[bytes]) -> Iterator[dict[str, Any] | str]:
    """Each non-empty line as an object, or as the reason why it is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield f"line {number} is no JSON: {error}"
            continue
        yield row if isinstance(row, dict) else f"line {number} is JSON, but no object"


def _emit(row: object) -> None:
    # A lone surrogate in the input must not stop the stream.
    sys.stdout.buffer.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def extract(
    url: Annotated[str, typer.Option(help="The address that the page came from.")],
    file: FileArgument = None,
) -> None:
    """Read one HTML page: title, language, date, authors and numbered passages as one JSON object.

    Exit status 1 if the page holds no article.
    """
    from prism.app.filters.extract import extract as read  # noqa: PLC0415  (each filter loads only what it needs)

    with _input(file) as stream:
        body = stream.read()
    try:
        _emit(read(body, url))
    except ParseError as error:
        errors.print("prism:", str(error), markup=False)
        raise typer.Exit(1) from error


def cluster(file: FileArgument = None) -> None:
    """Group articles into stories. Rows in time order: {"id","title","text","language"?,"published"?} → {"id","story"}.

    What comes later may still merge or move a row, so everything is printed at the end of the input, in its order.
    """
    from prism.app.filters.cluster import cluster as group  # noqa: PLC0415  (each filter loads only what it needs)

    with _input(file) as stream:
        rows = list(json_rows(stream))
    for row in rows:
        if isinstance(row, str):
            errors.print("prism:", row, markup=False)
    good = [row if isinstance(row, dict) else {"id": None, "problem": row} for row in rows]
    for row in group(good, embedder_of(Config())):
        _emit(row)
    sys.stdout.flush()


def check(file: FileArgument = None) -> None:
    """Check claims against sources. Rows {"id","sources":[{"id","language"?,"published"?,"outlet"?,"text"}],"claim","language"?}
    → {"id","verdict":"supported"|"unsupported","score","findings":[…]}, each as soon as it is known.
    """  # noqa: D205  (the row format is one sentence)
    from prism.app.filters.check import check_row  # noqa: PLC0415  (each filter loads only what it needs)

    with _input(file) as stream:
        for row in json_rows(stream):
            _emit(check_row(row))
            sys.stdout.flush()
