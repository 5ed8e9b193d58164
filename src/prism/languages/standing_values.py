"""What a reading of standings gives: one party that stands above another in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from prism.languages.roles import Span

INNER = "inner"
"""The part of a party within a clause that is told, asked or meant by the one above it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One party above another: it acts upon it, whatever the voice, or tells of it.

    Attributes:
        upper: spans of the words for the one above; more than one where an owner's name tells who it is.
        lower: span of the one below.
        part: of the one below, as `slot_values` names it, or `INNER`.
        verb: span in which the word for what happens stands.
    """

    upper: tuple[Span, ...]
    lower: Span
    part: str
    verb: Span
