"""The order of a front page: by importance, with room for what only this edition's sources have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from prism.model import Teaser

FRONT = 20
"""Places that are arranged; below them importance alone decides."""
OWN_EACH = 5
"""Among so many places in a row one belongs to a story that only outlets in the edition's language tell, if there is one."""
OF_ONE_SECTION = 3
"""So many stories of one section may follow each other at the top; then the best of another section comes first."""


def arrange(teasers: Sequence[Teaser], *, languages: Mapping[str, str], language: str) -> tuple[Teaser, ...]:
    """The order of an edition's front page.

    Args:
        teasers: what the edition shows.
        languages: outlet id → language of its reports.
        language: primary tag of the edition.

    Returns:
        All of them. Most important first (ties by story id); within the first `FRONT` places every group of `OWN_EACH` holds a
        story that no outlet of another language tells, and no more than `OF_ONE_SECTION` of one section follow each other.
    """
    rest = sorted(sorted(teasers, key=attrgetter("story_id")), key=attrgetter("importance"), reverse=True)
    home = frozenset(outlet for outlet, tongue in languages.items() if tongue.split("-")[0] == language)
    own_left = any(_own(one, home) for one in rest)
    front: list[Teaser] = []
    while rest and len(front) < FRONT:
        place = 0
        group = front[len(front) - len(front) % OWN_EACH :]
        if own_left and len(group) == OWN_EACH - 1 and not any(_own(one, home) for one in group):
            place = next((n for n, one in enumerate(rest) if _own(one, home)), -1)
            own_left, place = place >= 0, max(place, 0)
        last = front[-OF_ONE_SECTION:]
        if place == 0 and len(last) == OF_ONE_SECTION and len({one.section for one in last}) == 1:
            place = next((n for n, one in enumerate(rest) if one.section != last[0].section), 0)
        front.append(rest.pop(place))
    return (*front, *rest)


def _own(teaser: Teaser, home: frozenset[str]) -> bool:
    return bool(teaser.outlets) and home.issuperset(teaser.outlets)
