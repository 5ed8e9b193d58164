"""`prism eval`: quality, measured and held against pinned floors."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from prism.app import evals
from prism.app.evals.measure import Measure
from prism.app.screen import errors
from prism.model import UsageError


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("eval")(evaluate)


def subjects() -> tuple[str, ...]:
    """What can be measured: one module of `prism.app.evals` each."""
    modules = pkgutil.iter_modules(evals.__path__)
    return tuple(sorted(one.name for one in modules if one.name != "measure" and not one.ispkg))


def evaluate(
    subject: Annotated[list[str] | None, typer.Argument(metavar="[SUBJECT]…", help="Which; all if left out.")] = None,
    ours: Annotated[Path, typer.Option(help="Folder of the labelled sets and floors.toml.")] = Path("tests/evals"),
    data: Annotated[
        Path, typer.Option(help="Folder of the public data; what needs it is skipped when it is not there.")
    ] = Path("../shared/data"),
) -> None:
    """Measure the quality of each stage and hold it against the pinned floors; exit status 1 if one is not reached.

    Run it in a checkout of the project: the labelled sets lie in tests/evals.
    """
    wanted = subject or list(subjects())
    if unknown := sorted(set(wanted) - set(subjects())):
        raise UsageError(f"nothing is called {unknown[0]!r}", advice=f"there are {', '.join(subjects())}")
    floors_file = ours / "floors.toml"
    if not floors_file.exists():
        raise UsageError(f"{floors_file} is not there", advice="run it in a checkout, or give --ours")
    floors = tomllib.loads(floors_file.read_text(encoding="utf-8"))
    table = Table("subject", "figure", "value", "floor", "rows", "")
    failed = False
    for measure in _measure(wanted, data if data.exists() else None, ours):
        floor = floors.get(measure.subject, {}).get(measure.metric)
        verdict = judge(measure, floor)
        failed = failed or verdict == "BELOW"
        value = "" if measure.value is None else f"{measure.value:.4g}"
        table.add_row(
            measure.subject, measure.metric, value, "" if floor is None else f"{floor:g}", str(measure.rows), verdict
        )
    console = Console()
    for title, columns, rows in _tables(wanted, ours):
        detail = Table(*columns, title=title)
        for row in rows:
            detail.add_row(*row)
        console.print(detail)
    console.print(table)
    if failed:
        errors.print("a floor is not reached; lowering one is an explicit act with a reason")
        raise typer.Exit(1)


def judge(measure: Measure, floor: float | None) -> str:
    """One of "ok", "BELOW", "not pinned", or why it was skipped."""
    if measure.value is None:
        return f"skipped: {measure.skipped}"
    if floor is None:
        return "not pinned"
    reached = measure.value >= floor if measure.higher_is_better else measure.value <= floor
    return "ok" if reached else "BELOW"


def _measure(wanted: Sequence[str], data: Path | None, ours: Path) -> Iterator[Measure]:
    for name in wanted:
        errors.print(f"measuring {name} …")
        module = importlib.import_module(f"prism.app.evals.{name}")
        yield from module.evaluate(data, ours)


def _tables(wanted: Sequence[str], ours: Path) -> Iterator[tuple[str, Sequence[str], Sequence[Sequence[str]]]]:
    """What a subject has to show beside its figures."""
    for name in wanted:
        module = importlib.import_module(f"prism.app.evals.{name}")
        if hasattr(module, "tables"):
            yield from module.tables(ours)
