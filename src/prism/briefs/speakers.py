"""Who says a thing according to the source, and how sure the source is of it.

The speaker is read off the surface: the name, or the office where no name is given, that stands nearest to a verb of
saying ("said", "말했다", "と述べた") or to a marker of hearsay ("according to", "에 따르면"), outside quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from prism.briefs.cues import cues_of
from prism.languages import is_hedged, names, quotations
from prism.model import Certainty

_SPEAKERS = frozenset({"person", "organisation"})
_NEAR = 60
"""Characters between a speaker and the verb beyond which they are taken to have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    text: str


def stance_of(text: str, language: str) -> tuple[str, Certainty]:
    """Who says a passage, and how sure it is.

    Args:
        text: one passage.
        language: its BCP 47 tag.

    Returns:
        The speaker as the passage names him ("" for the outlet itself), and UNCERTAIN for a hedged passage, REPORTED for
        one that passes on somebody else's word, else STATED.
    """
    speaker, hearsay = _speaker(text, language)
    if is_hedged(text, language):
        return speaker, Certainty.UNCERTAIN
    return speaker, Certainty.REPORTED if speaker or hearsay else Certainty.STATED


def _speaker(text: str, language: str) -> tuple[str, bool]:
    cues = cues_of(language)
    quoted = [(found.start, found.end) for found in quotations(text)]
    anchors = [span for pattern in (cues.speech, cues.reported) for span in _outside(_matches(pattern, text), quoted)]
    if not anchors:
        return "", False
    named = [_Span(m.start, m.end, m.text) for m in names(text, language) if m.kind in _SPEAKERS]
    named = _outside(named, quoted)
    offices = _outside(_matches(cues.roles, text), quoted)
    for candidates in (named, offices):
        nearest = min(
            (
                (_gap(candidate, anchor, quoted), candidate.start, candidate.text)
                for candidate in candidates
                for anchor in anchors
            ),
            default=None,
        )
        if nearest and nearest[0] <= _NEAR:
            return nearest[2].strip(), True
    return "", True


def _matches(pattern: re.Pattern[str], text: str) -> list[_Span]:
    return [_Span(found.start(), found.end(), found.group()) for found in pattern.finditer(text)]


def _outside(spans: Iterable[_Span], quoted: Iterable[tuple[int, int]]) -> list[_Span]:
    enclosing = tuple(quoted)
    return [s for s in spans if not any(start <= s.start and s.end <= end for start, end in enclosing)]


def _gap(candidate: _Span, anchor: _Span, quoted: Iterable[tuple[int, int]]) -> int:
    """Characters between the two, what stands in quotation marks not counted; 0 where they overlap."""
    low, high = min(candidate.end, anchor.end), max(candidate.start, anchor.start)
    within = sum(max(0, min(end, high) - max(start, low)) for start, end in quoted)
    return max(0, high - low - within)
