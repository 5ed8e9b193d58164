"""`prism spend`: what the language model cost."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from prism.app.commands.running import moment
from prism.app.config import load_config
from prism.app.wiring import SystemClock, archive_of, budget_of
from prism.model import Spent
from prism.newsroom.spending import midnight_before, shares


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(spend)


def spend(
    days: Annotated[int, typer.Option(min=1, max=3660, help="So many days, today included (UTC).")] = 7,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, for a plot.")] = False,
    now: Annotated[str | None, typer.Option(metavar="TIME", help="Set the clock (ISO 8601).")] = None,
) -> None:
    """Show what was spent on the language model, by day, edition, stage and model, and how much of today's limits that is.

    Answers that came by `prism batch import` are shown, and count for no limit. Dollars are what the prices of the configuration
    (or the list prices) make of the tokens.
    """
    folder = Path.cwd()
    config = load_config(folder)
    at = moment(now) or SystemClock().now()
    archive = archive_of(folder, config)
    try:
        since = midnight_before(at) - timedelta(days=days - 1)
        rows = archive.spent(since)
        today = archive.spent(midnight_before(at), calls_only=True)
        waiting = archive.waiting()
    finally:
        archive.close()
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(_row(row), ensure_ascii=False) + "\n")
        return
    console = Console(highlight=False)
    if not rows:
        console.print(f"nothing was spent in {days} days")
    else:
        console.print(_table(rows))
    for limit, edition, share in shares(today, budget_of(config, SystemClock())):
        console.print(f"today {limit}{f' {edition}' if edition else ''}: {share:.0%} of the limit", markup=False)
    if count := sum(count for (reason, _), count in waiting.items() if reason == "card.budget"):
        console.print(f"{count} editions of stories wait for budget")


def _row(spent: Spent) -> dict[str, object]:
    return {
        "day": spent.day.isoformat(),
        "edition": spent.locale,
        "stage": spent.purpose,
        "model": spent.model,
        "calls": spent.calls,
        "tokens_in": spent.tokens_in,
        "tokens_out": spent.tokens_out,
        "dollars": round(spent.dollars, 6),
    }


def _table(rows: Sequence[Spent]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("day", "edition", "stage", "model"):
        table.add_column(name)
    for name in ("calls", "tokens in", "tokens out", "dollars"):
        table.add_column(name, justify="right")
    for row in rows:
        table.add_row(row.day.isoformat(), row.locale or "all", row.purpose or "-", row.model or "-", *_figures([row]))
    table.add_section()
    for edition in sorted({row.locale for row in rows}):
        table.add_row("total", edition or "all", "", "", *_figures(row for row in rows if row.locale == edition))
    for stage in sorted({row.purpose for row in rows}):
        table.add_row("total", "", stage or "-", "", *_figures(row for row in rows if row.purpose == stage))
    table.add_row("total", "", "", "", *_figures(rows))
    return table


def _figures(rows: Iterable[Spent]) -> tuple[str, str, str, str]:
    rows = list(rows)
    return (
        f"{sum(row.calls for row in rows):,}",
        f"{sum(row.tokens_in for row in rows):,}",
        f"{sum(row.tokens_out for row in rows):,}",
        f"{sum(row.dollars for row in rows):.4f}",
    )
