"""From evidence to a judgement: the log-odds that two articles tell of one event."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from prism.stories.evidence import FEATURES, Setting, View, compare, crowding, nearness_of, nearnesses

LIMIT = 6.0
"""No single pair says more than this, so that none decides over a whole story."""
_HOPELESS = -4.5
"""Pairs that by nearness and time alone stand below this, and share no name or figure, are not looked at further."""


@cache
def weights() -> tuple[npt.NDArray[np.float64], float]:
    """The weight of each feature and the bias, as `scripts/grouping/train_weights.py` wrote them.

    Raises:
        ValueError: the file was made for other features.
    """
    kept = json.loads(files("prism.stories").joinpath("data/weights.json").read_text(encoding="utf-8"))
    if tuple(kept["weights"]) != FEATURES:
        raise ValueError("weights.json was made for other features; run scripts/grouping/train_weights.py")
    return np.array(list(kept["weights"].values()), np.float64), float(kept["bias"])


def odds_of(one: View, others: Sequence[View], around: Setting) -> list[float]:
    """The log-odds of one article with each of the others. Above 0: one event rather than two. Within ±`LIMIT`."""
    if not others:
        return []
    each, bias = weights()
    weight = dict(zip(FEATURES, each.tolist(), strict=True))
    found: list[float] = []
    for other in others:
        near, margin = nearness_of(one, other, around)
        apart = min(30.0, abs((one.member.at - other.member.at).total_seconds()) / 86400.0)
        odds = bias + weight["nearness"] * near + weight["margin"] * margin + weight["days_apart"] * apart
        if odds > _HOPELESS or _share(one, other):
            odds = bias + float(np.dot(each, compare(one, other, around)))
        found.append(max(-LIMIT, min(LIMIT, odds)))
    return found


def _share(one: View, other: View) -> bool:
    """Whether two articles share a name, a telling figure or a result, however common."""
    a, b = one.facts, other.facts
    return not (
        a.names.keys().isdisjoint(b.names) and a.figures.keys().isdisjoint(b.figures) and a.scores.isdisjoint(b.scores)
    )


def all_log_odds(views: Sequence[View], around: Setting) -> npt.NDArray[np.float64]:
    """The log-odds of all pairs; the diagonal is 0.

    Nearness and time are weighed for all at once; the rest is looked at only where it could still turn the judgement.
    """
    each, bias = weights()
    weight = dict(zip(FEATURES, each.tolist(), strict=True))
    near = nearnesses(views).astype(np.float64)
    crowd = crowding(views, around)
    at = np.array([one.member.at.timestamp() for one in views]) / 86400.0
    apart = np.minimum(30.0, np.abs(at[:, None] - at[None, :]))
    odds = bias + weight["nearness"] * near + weight["margin"] * (near - crowd) + weight["days_apart"] * apart
    promising = (odds > _HOPELESS) | _sharing(views)
    for i, j in zip(*np.nonzero(np.triu(promising, 1)), strict=True):
        odds[i, j] = odds[j, i] = bias + float(np.dot(each, compare(views[i], views[j], around)))
    np.fill_diagonal(odds, 0.0)
    return np.asarray(np.clip(odds, -LIMIT, LIMIT), np.float64)


def _sharing(views: Sequence[View]) -> npt.NDArray[np.bool_]:
    """Which pairs share a name, a telling figure or a result that few have."""
    holders: dict[str, list[int]] = {}
    for place, one in enumerate(views):
        held = one.facts
        for key in (*held.names, *(f"|{value}" for value in held.figures), *(f"={value}" for value in held.scores)):
            holders.setdefault(key, []).append(place)
    found = np.zeros((len(views), len(views)), np.bool_)
    few = max(12, len(views) // 20)
    for places in holders.values():
        if 1 < len(places) <= few:
            found[np.ix_(places, places)] = True
    return found
