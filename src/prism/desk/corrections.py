"""What a published brief said wrongly, found by comparing it with its successor."""

from __future__ import annotations

from datetime import datetime

from prism.languages import Quantity, quantities
from prism.model import Brief, Correction, Sentence


def correction_of(brief: Brief, published: Brief, at: datetime) -> Correction | None:
    """The correction that a new version makes, or None if it only adds.

    A version corrects when one of its lines of change names a figure that the published version gave, together with one of
    the same kind that it gives instead: that is how the writers tell of a source that corrected itself.
    """
    if brief.version == published.version:
        return None
    language = brief.locale.split("-", maxsplit=1)[0]
    before = _figures(published, language)
    after = _figures(brief, language)
    for line in brief.changes:
        told = quantities(line, language)
        for was in told:
            now = next((q for q in told if q.start > was.end and q.kind == was.kind and q.value != was.value), None)
            if now is None or not _has(before, was) or not _has(after, now):
                continue
            return Correction(
                brief.id, at, _sentence_with(published, was, language), _sentence_with(brief, now, language), line
            )
    return None


def _told(brief: Brief) -> list[Sentence]:
    return [brief.headline, *brief.dek, *brief.body]


def _figures(brief: Brief, language: str) -> list[Quantity]:
    return [figure for sentence in _told(brief) for figure in quantities(sentence.text, language)]


def _has(figures: list[Quantity], wanted: Quantity) -> bool:
    return any(one.value == wanted.value and one.kind == wanted.kind for one in figures)


def _sentence_with(brief: Brief, wanted: Quantity, language: str) -> str:
    for sentence in (*brief.body, *brief.dek, brief.headline):
        if _has(list(quantities(sentence.text, language)), wanted):
            return sentence.text
    return wanted.text
