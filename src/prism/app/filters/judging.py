"""`prism check --judge`: the rules first, and a model where they are unsure; several rows share a prompt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from prism.app.filters.check import Checked, answer_of, checked_row
from prism.checks.judges import Doubt, Judgement, doubts_of_claim, judge, settled_claim
from prism.checks.judges.judging import MOST_TOGETHER
from prism.model import Locale, ModelError
from prism.ports import ChatModel

Row: TypeAlias = Mapping[str, Any] | str

_MOST_ROWS = 48
"""Rows that wait for one prompt at the most: where few are in doubt, answers still come soon."""


@dataclass(slots=True)
class Asked:
    """What the judge was asked.

    Attributes:
        rows: read so far.
        doubtful: of them, with a sentence of which the rules were unsure.
        sentences: that the judge was asked about.
        answered: of them, with a judgement.
        failed: what the model said when it could not be asked; empty if it could.
    """

    rows: int = 0
    doubtful: int = 0
    sentences: int = 0
    answered: int = 0
    failed: str = ""


def judged(
    rows: Iterable[Row], model: ChatModel, locale: Locale, asked: Asked
) -> Iterator[tuple[Row, dict[str, object]]]:
    """Each row with its answer, in order.

    Args:
        rows: as for `check_row`.
        model: the judge. Where it can't be asked, the verdicts of the rules stand.
        locale: whose words the reasons are in.
        asked: is kept up to date, so that the share that was asked can be told.
    """
    waiting: list[tuple[Row, Checked, tuple[Doubt, ...]]] = []
    open_sentences = 0
    for row in rows:
        checked = checked_row(row)
        doubts = doubts_of_claim(checked.claim, checked.sources, checked.language) if checked.sources else ()
        waiting.append((row, checked, doubts))
        asked.rows += 1
        asked.doubtful += bool(doubts)
        open_sentences += len(doubts)
        if open_sentences >= MOST_TOGETHER or len(waiting) >= _MOST_ROWS:
            yield from _settled(waiting, model, locale, asked)
            waiting, open_sentences = [], 0
    yield from _settled(waiting, model, locale, asked)


def _settled(
    waiting: Sequence[tuple[Row, Checked, tuple[Doubt, ...]]], model: ChatModel, locale: Locale, asked: Asked
) -> Iterator[tuple[Row, dict[str, object]]]:
    numbered = [replace(doubt, key=f"{n}:{doubt.key}") for n, (_, _, doubts) in enumerate(waiting) for doubt in doubts]
    found = _asked(numbered, model, asked)
    for number, (row, checked, doubts) in enumerate(waiting):
        own = {doubt.key: found[f"{number}:{doubt.key}"] for doubt in doubts if f"{number}:{doubt.key}" in found}
        yield row, answer_of(row, settled_claim(checked.verdict, doubts, own), locale)


def _asked(doubts: Sequence[Doubt], model: ChatModel, asked: Asked) -> Mapping[str, Judgement]:
    """The judgements; none from the moment that the model can't be asked."""
    if not doubts or asked.failed:
        return {}
    flow = judge(doubts)
    try:
        prompt = next(flow)
        while True:
            prompt = flow.send(model.complete(prompt))
    except StopIteration as end:
        found: Mapping[str, Judgement] = end.value
    except ModelError as error:
        asked.failed = str(error)
        return {}
    asked.sentences += len(doubts)
    asked.answered += len(found)
    return found
