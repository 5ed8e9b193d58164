"""Which story an article belongs to, decided anew for the stories near it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from prism.model import Member, Regrouping, Vector, derived_id
from prism.stories.evidence import Setting, View, setting, view
from prism.stories.linkage import Odds, link
from prism.stories.scoring import all_log_odds, odds_of

_NEAR = 6
"""Stories near a newcomer that are decided anew with it."""
_FAR = -2.0
"""A story is near if the log-odds with one of its members are above this."""
_PER_STORY = 14
"""Members that speak for a large story: its first and its latest."""
_STAY = 0.4
"""What it counts for two articles that they already stand together: no story is torn up for a shade of doubt."""


def assign(newcomer: Member, candidates: Sequence[Member], means: Mapping[str, Vector]) -> Regrouping:
    """Find a newcomer's place among the stories of its candidates: it joins one, founds one, merges some or moves others.

    The stories nearest to it are decided anew together with it, by average linkage over the log-odds of all pairs
    (`consolidate` does the same for a whole window). Existing stories keep their ids: the part that holds most of an old
    story's members goes on under its id, and where two become one the larger lives on, the older if they are equal.

    Args:
        newcomer: the article, as `sign` made it; its `story_id` is empty, or its present story if its text changed.
        candidates: all members of the stories that may be near.
        means: language means; `ANY` ("") for languages without one.

    Returns:
        The newcomer's move in any case, moves of others where they changed, and stories that ended.
    """
    mine = view(newcomer, means)
    views = [view(one, means) for one in candidates if one.article_id != newcomer.article_id]
    around = setting([*views, mine])
    best: dict[str, float] = {}
    for other, odds in zip(views, odds_of(mine, views, around), strict=True):
        story = other.member.story_id
        best[story] = max(best.get(story, odds), odds)
    near = sorted((story for story in best if best[story] > _FAR), key=lambda story: (-best[story], story))[:_NEAR]
    chosen = [one for one in views if one.member.story_id in near]
    return _regroup([*_spoken_for(chosen), mine], chosen, around, {newcomer.article_id})


def consolidate(members: Sequence[Member], means: Mapping[str, Vector]) -> Regrouping:
    """Decide a whole window of articles anew; the moves tell only what changes.

    Members without a story get one. Meant for a window of up to some thousand articles: after the means have moved, or
    at the end of an input.
    """
    views = [view(one, means) for one in sorted(members, key=lambda one: (one.at, one.article_id))]
    new = {one.article_id for one in members if not one.story_id}
    return _regroup(views, views, setting(views), new)


def _spoken_for(views: Sequence[View]) -> list[View]:
    """Each story's first and latest members, as many as may speak for it."""
    stories: dict[str, list[View]] = defaultdict(list)
    for one in sorted(views, key=lambda one: (one.member.at, one.member.article_id)):
        stories[one.member.story_id].append(one)
    half = _PER_STORY // 2
    return [
        one
        for members in stories.values()
        for one in (members if len(members) <= _PER_STORY else [*members[:half], *members[-half:]])
    ]


def _regroup(views: Sequence[View], everyone: Sequence[View], around: Setting, new: set[str]) -> Regrouping:
    """Group the views, name the groups, and tell what changed; members that did not speak follow their story."""
    groups = link(_odds(views, around))
    before = {one.member.article_id: one.member.story_id for one in (*everyone, *views)}
    named = _named([[views[place].member for place in group] for group in groups])
    after = {member.article_id: story for story, members in named.items() for member in members}
    leads: dict[str, str] = {}
    for story, members in named.items():
        for member in members:
            if member.story_id and (member.story_id == story or member.story_id not in leads):
                leads[member.story_id] = story
    for one in everyone:
        after.setdefault(one.member.article_id, leads.get(one.member.story_id, one.member.story_id))
    moves = {article: story for article, story in after.items() if story != before[article] or article in new}
    alive = set(after.values())
    merged = {old: leads[old] for old in sorted({story for story in before.values() if story} - alive) if old in leads}
    return Regrouping(moves=moves, merged=merged, reasons=tuple(_reasons(moves, before, merged)))


def _odds(views: Sequence[View], around: Setting) -> Odds:
    """The log-odds of all pairs, with what it counts to stand together already."""
    number: dict[str, int] = {}
    stories = np.array(
        [number.setdefault(one.member.story_id or f"\0{place}", place) for place, one in enumerate(views)]
    )
    together = stories[:, None] == stories[None, :]
    return np.asarray(all_log_odds(views, around) + _STAY * together, np.float64)


def _reasons(moves: Mapping[str, str], before: Mapping[str, str], merged: Mapping[str, str]) -> Iterable[str]:
    known = {story for story in before.values() if story}
    for article, story in sorted(moves.items()):
        was = before[article]
        if was and was in merged:
            continue
        yield (
            f"{article} moves from {was} to {story}"
            if was
            else f"{article} {'joins' if story in known else 'founds'} {story}"
        )
    for old, story in sorted(merged.items()):
        yield f"{old} joins {story}: they tell of one event"


def _named(groups: Sequence[Sequence[Member]]) -> dict[str, list[Member]]:
    """Give each group its story's id: an old one goes to the group that holds most of its members."""
    claims: list[tuple[int, float, str, int]] = []
    for place, group in enumerate(groups):
        held: dict[str, list[Member]] = defaultdict(list)
        for member in group:
            if member.story_id:
                held[member.story_id].append(member)
        claims += [
            (-len(members), min(one.at for one in members).timestamp(), story, place) for story, members in held.items()
        ]
    names: dict[int, str] = {}
    taken: set[str] = {story for *_, story, _ in claims}
    given: set[str] = set()
    for _, _, story, place in sorted(claims):
        if place not in names and story not in given:
            names[place] = story
            given.add(story)
    for place, group in enumerate(groups):
        if place not in names:
            names[place] = _fresh(group, taken | set(names.values()))
    return {names[place]: list(group) for place, group in enumerate(groups)}


def _fresh(group: Sequence[Member], taken: set[str]) -> str:
    """An id derived from the founding article; if a story of that id lives on elsewhere, the next of its line."""
    founder = min(group, key=lambda one: (one.at, one.article_id))
    story, again = derived_id("story", founder.article_id), 1
    while story in taken:
        again += 1
        story = derived_id("story", founder.article_id, str(again))
    return story
