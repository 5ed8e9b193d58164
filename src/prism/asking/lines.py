"""Answers in lines: a text, the labels that it rests on in brackets behind it, and notes behind bars.

    The dam has 12 cracks. [A1.2, A2.1] | Ines Roth | uncertain

A line costs a model a third fewer tokens than the same as an object, and the schema of a list of lines is short. What is
written as an object all the same, as models do unasked, is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prism.asking.labels import labels_in

_TAIL = re.compile(r"\s*(?P<open>[\[［(（])(?P<labels>[^\[\]［］()（）]{1,160})[\]］)）]\s*(?P<stop>[.。!?！？…]?)\s*$")
_WITHIN = re.compile(r"[\[［]([^\[\]［］]{1,160})[\]］]")
_NUMBERS = re.compile(r"[\d\s,;、.-]+")
_HEAD = re.compile(r"\s*[\[［(（]?([A-Za-z]\s?\d{1,4})[\]］)）]?(?:\s*[:：]\s*|\s*[.|—-]?\s+)(?=\S)")


@dataclass(frozen=True, slots=True)
class Lined:
    """A line that was read.

    Attributes:
        text: without the labels at its end and without notes.
        labels: as the line has them, for `labels.known`: "A1.3", "F7", also bare numbers of passages.
        notes: what stands behind bars, in order.
    """

    text: str
    labels: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def lined(line: str) -> Lined:
    """A line as its parts; one without labels is all text.

    The labels stand at its end or before the first bar; those that a model put behind a clause count as well. Where a stop
    stands behind the brackets, it belongs to the text.
    """
    for bar in (None, *(place for place, char in enumerate(line) if char == "|")):
        head = line if bar is None else line[:bar]
        found = _TAIL.search(head)
        if found and _are_labels(found):
            text = head[: found.start()] + found["stop"]
            here = [label for group in _WITHIN.findall(text) for label in labels_in(group)]
            numbers = [] if labels_in(found["labels"]) else re.findall(r"\d+", found["labels"])
            labels = dict.fromkeys((*here, *labels_in(found["labels"]), *numbers))
            notes = () if bar is None else tuple(note.strip() for note in line[bar + 1 :].split("|"))
            return Lined(text.strip(), tuple(labels), tuple(filter(None, notes)))
    return Lined(line.strip())


def headed(line: str) -> tuple[str, str]:
    """A line that begins with the label of what it is about ("S3 The dam holds. [F2]") as label and rest; no label where none is."""
    found = _HEAD.match(line)
    return (labels_in(found[1])[0], line[found.end() :]) if found else ("", line)


def text_rows(value: object) -> Iterator[Mapping[str, object]]:
    """Sentences of an answer as rows with `text` and `facts`, however a model gave them.

    Args:
        value: a line, a row, a list of either, also one within another, or wrapped in "sentences".
    """
    if isinstance(value, str):
        line = lined(value)
        yield {"text": line.text, "facts": list(line.labels)}
    elif isinstance(value, dict):
        inner = value.get("sentences")
        yield from text_rows(inner) if isinstance(inner, list) else iter([value])
    elif isinstance(value, list):
        for one in value:
            yield from text_rows(one)


def headed_rows(value: object, head: str) -> Iterator[Mapping[str, object]]:
    """As `text_rows`, of lines that begin with a label, which each row has under `head`."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            label, rest = headed(one)
            yield {head: label, **next(text_rows(rest))}
        elif isinstance(one, dict):
            yield one


def _are_labels(found: re.Match[str]) -> bool:
    """Whether brackets hold labels: in round ones numbers alone are none ("(2022)")."""
    if labels_in(found["labels"]):
        return True
    return found["open"] in "[［" and bool(_NUMBERS.fullmatch(found["labels"]))
