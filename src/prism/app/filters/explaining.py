"""`prism check --explain`: a verdict for people, with the words that it is about marked in claim and passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.text import Text

from prism.model import Locale

_STYLES: Mapping[str, str] = {"fail": "bold red", "warn": "yellow", "pass": "green"}
_VERDICTS: Mapping[str, str] = {"supported": "bold green", "unsupported": "bold red"}
_MOST_PASSAGES = 4


def explained(claim: str, answer: Mapping[str, Any], locale: Locale) -> Iterable[Text]:
    """A verdict as lines: the claim, the reasons, the passages.

    Args:
        claim: as it was given.
        answer: the row that `check_row` made of it.
        locale: whose words the headings are in.
    """
    findings: Sequence[Mapping[str, Any]] = answer["findings"]
    verdict = str(answer["verdict"])
    name = "" if answer["id"] is None else f"{answer['id']}  "
    yield Text.assemble(
        (name, "dim"),
        (locale.say(f"check.verdict.{verdict}"), _VERDICTS[verdict]),
        f"  {answer['score']:.2f}",
    )
    yield Text("  ").append(_marked(claim, [(one["words"], one["outcome"]) for one in findings]))
    reasons: dict[tuple[str, str], str] = {}
    for one in findings:  # two signals may be told in the same words
        reasons.setdefault((one["check"], one["reason"]), one["outcome"])
    for (check, reason), outcome in reasons.items():
        yield Text.assemble("  ", (f"{locale.say(f'check.name.{check}')}: ", _STYLES[outcome]), reason)
    yield from _passages(findings)
    yield Text("")


def _passages(findings: Sequence[Mapping[str, Any]]) -> Iterable[Text]:
    """Each passage that a finding names, once, with the words of all findings marked."""
    texts: dict[tuple[str, int], str] = {}
    marks: dict[tuple[str, int], list[tuple[Sequence[str], str]]] = {}
    for finding in findings:
        for one in finding["evidence"]:
            address = (one["source"], one["passage"])
            texts[address] = one["text"]
            marks.setdefault(address, []).append((one["words"], finding["outcome"]))
    for address in list(texts)[:_MOST_PASSAGES]:
        place = Text(f"    {address[0]}:{address[1]}  ", style="dim")
        yield place.append(_marked(texts[address], marks[address]))


def _marked(text: str, marks: Iterable[tuple[Sequence[str], str]]) -> Text:
    """A text with words in the colour of their outcome; a failure is seen through a warning on the same word."""
    marked = Text(text, style="default")
    for words, outcome in sorted(marks, key=lambda mark: mark[1] == "fail"):
        for word in words:
            at = text.find(word) if word else -1
            if at >= 0:
                marked.stylize(_STYLES[outcome], at, at + len(word))
    return marked
