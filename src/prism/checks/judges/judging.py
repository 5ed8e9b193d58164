"""The flow: doubts to judgements, several in one prompt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prism.asking.answers import read_object, rows_of, text_of
from prism.asking.fencing import fence, line
from prism.asking.labels import labels_in, numbered
from prism.asking.questions import Question, Unusable, ask
from prism.asking.tokens import tokens_of
from prism.checks.judges.doubts import Doubt
from prism.checks.judges.prompts import schema, system
from prism.model import BadCompletion, Flow

MOST_TOGETHER = 12
"""Sentences of one prompt."""
_MOST_TOKENS = 4000
"""Of their texts and passages together, by `tokens_of`; a single doubt may be longer."""
FAULTS = frozenset(
    {
        "number",
        "unit",
        "date",
        "name",
        "place",
        "speaker",
        "quotation",
        "roles",
        "cause",
        "certainty",
        "scope",
        "negation",
        "addition",
    }
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge says of a sentence.

    Attributes:
        supported: whether its passages bear it.
        fault: one of `FAULTS`, or empty.
        words: those of the sentence that are wrong, as they stand in it; empty where the judge named none that do.
        model: which model said so.
    """

    supported: bool
    fault: str = ""
    words: str = ""
    model: str = ""


def judge(doubts: Sequence[Doubt]) -> Flow[Mapping[str, Judgement]]:
    """Have sentences judged.

    Args:
        doubts: each with its own passages.

    Returns:
        Key of a doubt → its judgement. What the judge left out, called unclear, or gave no usable answer about is not there:
        the verdict of the rules stands.
    """
    found: dict[str, Judgement] = {}
    for part in _parts(doubts):
        table = numbered("S", part)
        question = Question("judge", system(), fence(_shown(table)), schema(), max_tokens=120 * len(part) + 200)
        try:
            answer = yield from ask(question, lambda text, table=table: _read(text, table))  # type: ignore[misc]  # bound at once
        except BadCompletion:
            continue
        for key, judgement in answer.value.items():
            found[key] = Judgement(judgement.supported, judgement.fault, judgement.words, answer.model)
    return found


def _parts(doubts: Sequence[Doubt]) -> Iterator[list[Doubt]]:
    part: list[Doubt] = []
    room = _MOST_TOKENS
    for doubt in doubts:
        size = tokens_of(doubt.text) + sum(tokens_of(text) for _, text in doubt.passages)
        if part and (size > room or len(part) == MOST_TOGETHER):
            yield part
            part, room = [], _MOST_TOKENS
        part.append(doubt)
        room -= size
    if part:
        yield part


def _shown(table: Mapping[str, Doubt]) -> Iterator[str]:
    for label, doubt in table.items():
        yield f"{label} [{doubt.language}] {line(doubt.text)}"
        for number, (language, text) in enumerate(doubt.passages, start=1):
            yield f"{label}.{number} [{language}] {line(text)}"


def _read(text: str, table: Mapping[str, Doubt]) -> dict[str, Judgement]:
    """An answer as judgements by key; raises Unusable where it judges no sentence that was asked about."""
    rows = rows_of(read_object(text), "sentences")
    found: dict[str, Judgement] = {}
    known = False
    for row in rows:
        labels = [label for label in labels_in(text_of(row, "label")) if label in table]
        if len(labels) != 1:
            continue
        known = True
        doubt, verdict = table[labels[0]], text_of(row, "verdict")
        if verdict not in {"supported", "unsupported"} or doubt.key in found:
            continue
        words, fault = text_of(row, "words").strip(), text_of(row, "fault")
        bad = verdict == "unsupported"
        found[doubt.key] = Judgement(
            supported=not bad,
            fault=fault if bad and fault in FAULTS else "",
            words=words if bad and words in doubt.text else "",
        )
    if not known:
        raise Unusable('It named none of the sentences: answer {"sentences": [{"label": "S1", …}]}.')
    return found
