"""What a person sees while a command works: progress and results on standard error, colours only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from prism.newsroom import Progress as Told
    from prism.newsroom import Summary

STAGES = {
    "poll": "asking feeds",
    "read": "reading articles",
    "revisit": "asking articles again",
    "group": "grouping into stories",
    "describe": "describing stories",
    "write": "writing briefs",
    "check": "checking briefs",
    "publish": "building the site",
}

WAITING = {
    "card.language": "no source that may be quoted in the edition's language",
    "card.rights": "nobody has said that their sources may be used",
    "card.facts": "their sources have too little to write from",
    "card.model": "for the language model, or for a batch (`prism batch export`)",
    "card.budget": "for budget (`prism spend`)",
    "card.unusable": "what the language model wrote could not be used; they are tried again when the story changes",
}
"""Reason → what the operator is told."""

errors = Console(stderr=True, soft_wrap=True, highlight=False)


@contextmanager
def progress_bars() -> Iterator[Told]:
    """Someone to tell: bars on a terminal, else one plain line a stage."""
    if not sys.stderr.isatty():
        yield _plain()
        return
    columns = (
        TextColumn("{task.description:24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=errors) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(STAGES.get(stage, stage), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


def _plain() -> Told:
    last: dict[str, int] = {}

    def tell(stage: str, done: int, total: int) -> None:
        # A log wants a line now and then, not one an item.
        step = max(1, -(-total // 4))
        if done == total or done // step > last.get(stage, -1):
            last[stage] = done // step
            errors.print(f"{STAGES.get(stage, stage)}: {done} of {total}")

    return tell


def tell_summary(summary: Summary, *, held: list[tuple[str, str, str]], waiting_for_rights: int) -> None:
    """What a run did, what it held back and why, and what failed.

    Args:
        summary: of the run.
        held: (locale, headline, reason) of each brief that is held back.
        waiting_for_rights: articles that may only be linked because nobody has said more.
    """
    errors.print(
        f"feeds asked {summary.polled}, new entries {summary.entries}, articles read {summary.read}, "
        f"grouped {summary.grouped}, stories told anew {summary.stories}"
    )
    errors.print(
        f"briefs written {summary.written}, published {summary.published}, corrected {summary.corrected}, "
        f"held {summary.held}, withdrawn articles {summary.withdrawn}, site files changed {summary.files}"
    )
    for (reason, stands), count in summary.waits.items():
        meanwhile = "; a digest or the version before stands meanwhile" if stands else ""
        errors.print(f"{count} editions of stories wait: {WAITING.get(reason, reason)}{meanwhile}", markup=False)
    if waiting_for_rights:
        errors.print(
            f"{waiting_for_rights} articles wait for the operator's word and are only linked: "
            "say what may be done with `prism sources add URL --rights full|excerpt`"
        )
    for locale, headline, reason in held:
        errors.print(Text.assemble(("held", "yellow"), f" {locale}: {headline}: {reason}"))
    for failure in summary.failures:
        advice = f" ({failure.advice})" if failure.advice else ""
        errors.print(Text(f"failed {failure.stage} {failure.subject_id}: {failure.error}{advice}"))
