"""`prism extract`, `cluster` and `check`: each stage alone, JSON Lines in and out, no newsroom needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from rich.console import Console

from prism.app.config import FILE as CONFIG
from prism.app.config import Config, load_config
from prism.app.screen import errors
from prism.app.wiring import embedder_of
from prism.model import Locale, ParseError, UsageError

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


_LONGEST = 16 * 2**20
"""Bytes of one line of input; what is longer is answered and skipped, so that one line can't fill the memory."""


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, those beyond the limit cut so that they can't be read as JSON."""
    while line := stream.readline(_LONGEST):
        if len(line) == _LONGEST and not line.endswith(b"\n"):
            while (rest := stream.readline(_LONGEST)) and not rest.endswith(b"\n"):
                pass
        yield line


def json_rows(lines: Iterable[bytes]) -> Iterator[dict[str, Any] | str]:
    """Each non-empty line as an object, or as the reason why it is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield (
                f"line {number} is longer than {_LONGEST} bytes"
                if len(line) >= _LONGEST
                else f"line {number} is no JSON: {error}"
            )
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


def check(
    file: FileArgument = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="For people: the reasons, with the words they are about marked in both texts."),
    ] = False,
    locale: Annotated[str, typer.Option(help="Whose words the reasons are in: en, ko, ja, …")] = "en",
    vectors: Annotated[
        bool,
        typer.Option(
            "--vectors", help="Find passages of other languages by sentence vectors too: surer of them, much slower."
        ),
    ] = False,
    judge: Annotated[
        bool,
        typer.Option(
            "--judge",
            help="Ask a model where the rules are unsure: that of prism.toml in this folder, or PRISM_MODEL.",
        ),
    ] = False,
) -> None:
    """Check claims against sources. Rows {"id","sources":[{"id","language"?,"published"?,"outlet"?,"text"}],"claim","language"?}
    → {"id","verdict":"supported"|"unsupported","score","findings":[{"check","outcome","reason","words","evidence"}]}, each as
    soon as it is known.

    The score is the probability that a person would call the claim supported; findings stand with the reasons for the
    verdict first. Every line of input gets its row: one that can't be read is unsupported, with a finding that says why.
    """  # noqa: D205  (the row format is one sentence)
    from prism.app.filters.check import Checking  # noqa: PLC0415  (each filter loads only what it needs)
    from prism.app.filters.explaining import explained  # noqa: PLC0415
    from prism.app.filters.streaming import streamed  # noqa: PLC0415
    from prism.app.locales import load_locale  # noqa: PLC0415

    words = load_locale(locale)
    console = Console(highlight=False, soft_wrap=True)
    with _input(file) as stream:
        rows = json_rows(_lines(stream))
        answers = (
            _judged(rows, words) if judge else streamed(rows, Checking(locale, embedded=vectors), forked=not vectors)
        )
        for row, answer in answers:
            if explain:
                claim = row.get("claim") if isinstance(row, dict) else row
                for line in explained(str(claim), answer, words):
                    console.print(line)
            else:
                _emit(answer)
            sys.stdout.flush()


def _judged(
    rows: Iterable[dict[str, Any] | str], words: Locale
) -> Iterator[tuple[Mapping[str, Any] | str, dict[str, object]]]:
    """Answers with a judge, and on standard error how often it was asked.

    Raises:
        UsageError: no model is configured.
    """
    from prism.app.filters.judging import Asked, judged  # noqa: PLC0415
    from prism.app.wiring import model_of, model_of_environment  # noqa: PLC0415

    here = Path.cwd()
    model = model_of_environment() or (model_of(load_config(here)) if (here / CONFIG).exists() else None)
    if model is None:
        raise UsageError("--judge needs a model", advice="set PRISM_MODEL, or [model] in the prism.toml of this folder")
    asked = Asked()
    try:
        yield from judged(rows, model, words, asked)
    finally:
        model.close()
    errors.print(
        f"judge: asked about {asked.doubtful} of {asked.rows} rows ({asked.sentences} sentences, {asked.answered} answered)",
        markup=False,
    )
    if asked.failed:
        errors.print("judge: could not be asked, the rules decided alone:", asked.failed, markup=False)
