"""The order of a front page: by importance, with room for what only this edition's sources have."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    home = frozenset(outlet for outlet, tongue in languages.items() if tongue.split("-")[0] == language)
    ranked = _ranked(teasers, home, language)
    rest, own = list(ranked.all), ranked.own[:FRONT]
    front: list[Teaser] = []
    while rest and len(front) < FRONT:
        place = 0
        group = front[len(front) - len(front) % OWN_EACH :]
        if own and len(group) == OWN_EACH - 1 and not any(_own(one, home) for one in group):
            place = bisect_left(rest, _rank(own[0]), key=_rank)
        last = front[-OF_ONE_SECTION:]
        if place == 0 and len(last) == OF_ONE_SECTION and len({one.section for one in last}) == 1:
            place = next((n for n, one in enumerate(rest) if one.section != last[0].section), 0)
        front.append(rest.pop(place))
        own = [one for one in own if one is not front[-1]]
    return (*front, *rest)


@dataclass(slots=True)
class _Ranked:
    """Stories by their rank, and those of them that only outlets in the edition's language tell; kept from one edition to the next."""

    home: frozenset[str]
    ids: set[int]
    all: list[Teaser]
    own: list[Teaser]

    def become(self, teasers: Sequence[Teaser]) -> bool:
        """Take out what is gone and put in what came, which is quicker than to sort; False if too much did."""
        ids = set(map(id, teasers))
        came, gone = ids - self.ids, self.ids - ids
        if len(came) + len(gone) > _FEW:
            return False
        for one in [one for one in self.all if id(one) in gone] if gone else ():
            for row in (self.all, self.own):
                at = bisect_left(row, _rank(one), key=_rank)
                if at < len(row) and row[at] is one:
                    del row[at]
        for one in [one for one in teasers if id(one) in came] if came else ():
            insort(self.all, one, key=_rank)
            if _own(one, self.home):
                insort(self.own, one, key=_rank)
        self.ids = ids
        return True


def _ranked(teasers: Sequence[Teaser], home: frozenset[str], language: str) -> _Ranked:
    known = _kept.pop(language, None)
    if known is None or known.home != home or not known.become(teasers):
        row = sorted(teasers, key=_rank)
        known = _Ranked(home, set(map(id, row)), row, [one for one in row if _own(one, home)])
    _kept[language] = known
    return known


_kept: dict[str, _Ranked] = {}
"""By language: of the edition that was arranged last. Teasers are frozen, so the same object has the same rank."""
_FEW = 64


def _rank(teaser: Teaser) -> tuple[float, str]:
    return -teaser.importance, teaser.story_id


def _own(teaser: Teaser, home: frozenset[str]) -> bool:
    return bool(teaser.outlets) and home.issuperset(teaser.outlets)
