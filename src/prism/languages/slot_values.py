"""What the readings of slots give: the parts that sides may stand in, and one predicate with its sides."""

from __future__ import annotations

from dataclasses import dataclass

from prism.languages.roles import Span

AGENT, OBJECT, RECIPIENT, SOURCE, AGAINST, PLACE, OWNER, OTHER = (
    "agent", "object", "recipient", "source", "against", "place", "owner", ""
)  # fmt: skip
"""The parts: who does it, to what, to whom, from whom, against whom, to whom or where, whose is the thing, and unknown."""


@dataclass(frozen=True, slots=True)
class Slots:
    """One predicate with what stands around it.

    Attributes:
        start: offset of its stretch.
        end: offset behind it.
        verb: span in which the predicate itself stands.
        parts: each side with its part, a passive turned round.
        sure: whether the agent is told in the stretch itself or carries over without doubt.
        marked: whether the language shows the parts well enough that one side alone tells something.
        given: whether it is told from the side of who receives it, and was turned round.
        inner: whether it stands in a clause that belongs to the predicate behind it: told, asked, or before a noun.
        passive: whether it is told of the one who suffers it, and was turned round.
        topic: of whom the whole is said, where another is its subject (A는 B가 …).
    """

    start: int
    end: int
    verb: Span
    parts: tuple[tuple[Span, str], ...]
    sure: bool
    marked: bool
    given: bool = False
    inner: bool = False
    topic: tuple[Span, ...] = ()
    passive: bool = False
