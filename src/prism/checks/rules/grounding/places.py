"""Every place stands where the sources put it."""

from __future__ import annotations

from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.place_sides import turned
from prism.checks.places import exchanged
from prism.checks.values import Finding


def check(aligned: Aligned) -> Iterator[Finding]:
    """No place was put for another, and no point of the compass."""
    for one in exchanged(aligned):
        yield aligned.finding(
            "places.exchanged" if one.own is not None else "places.instead",
            one.place.text,
            strength=one.strength,
            passages=(one.passage, *((one.own,) if one.own is not None and one.own is not one.passage else ())),
            theirs=(one.other.text,),
            name=one.place.text,
            other=one.other.text,
        )
    for side in turned(aligned):
        yield aligned.finding(
            "places.side",
            side.text,
            passages=(side.passage,),
            theirs=(side.other,),
            name=side.text,
            other=side.other,
        )
