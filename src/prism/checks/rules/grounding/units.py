"""A figure keeps its unit: hectares are no acres, people no households, won no dollars, a day no month."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.counted import miscounted
from prism.checks.counting import in_another_unit, per_units
from prism.checks.matching import find_figure
from prism.checks.values import Finding

_TIMES = frozenset({"day", "week", "month", "year", "hour"})


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both count by a time, or both by a thing, and not by the same."""
    return any(
        mine & kind and theirs & kind and not mine & theirs & kind for kind in (_TIMES, (mine | theirs) - _TIMES)
    )


def check(aligned: Aligned) -> Iterator[Finding]:
    """The unit belongs to the figure, and so does what it is counted by (a day, a litre, a head)."""
    wrong = {one.figure: one for one in miscounted(aligned)}
    for figure in aligned.claim.figures:
        counted = wrong.get(figure)
        if counted is not None:
            words = (figure.text, counted.mine)
            yield aligned.finding(
                "units.other",
                *words,
                passages=(counted.passage,),
                theirs=(counted.theirs,),
                figure=" ".join(words),
                given=counted.theirs,
            )
            continue
        other = in_another_unit(figure, aligned)
        if other is not None:
            theirs = (other.text,)
            yield aligned.finding("units.other", figure.text, theirs=theirs, figure=figure.text, given=other.text)
            continue
        mine = per_units(aligned.claim, figure)
        if not mine:
            continue
        for passage in aligned.near:
            given = find_figure(figure, passage.figures)
            theirs_per = per_units(passage, given) if given is not None else frozenset()
            if given is not None and _differ(mine, theirs_per):
                yield aligned.finding(
                    "units.per", figure.text, theirs=(given.text,), figure=figure.text, given=given.text
                )
                break
