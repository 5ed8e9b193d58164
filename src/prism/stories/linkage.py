"""Agglomerative grouping by average linkage over log-odds (correlation clustering, greedily)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Odds = npt.NDArray[np.float64]


def link(odds: Odds) -> list[list[int]]:
    """Groups of places: the two groups of highest mean log-odds are joined while that mean is above 0.

    `odds` is symmetric. Only places that a path of positive pairs connects can come together, so each such component
    is grouped alone. Groups come in the order of their first place.
    """
    found: list[list[int]] = []
    for component in _components(odds > 0):
        part = odds[np.ix_(component, component)]
        found += [sorted(component[place] for place in group) for group in _joined(part)]
    return sorted(found)


def _components(joined: npt.NDArray[np.bool_]) -> list[list[int]]:
    seen = np.zeros(joined.shape[0], np.bool_)
    found: list[list[int]] = []
    for start in range(joined.shape[0]):
        if seen[start]:
            continue
        seen[start] = True
        component, edge = [start], [start]
        while edge:
            for place in np.nonzero(joined[edge.pop()] & ~seen)[0].tolist():
                seen[place] = True
                component.append(place)
                edge.append(place)
        found.append(sorted(component))
    return found


def _joined(odds: Odds) -> list[list[int]]:
    """One component. Each row remembers its best partner, so that a join costs a row and not the matrix."""
    count = odds.shape[0]
    groups: dict[int, list[int]] = {place: [place] for place in range(count)}
    if count == 1:
        return list(groups.values())
    linkage = odds.copy()
    np.fill_diagonal(linkage, -np.inf)
    best = linkage.argmax(axis=1)
    value = linkage[np.arange(count), best]
    while len(groups) > 1:
        a = int(value.argmax())
        if value[a] <= 0:
            break
        a, b = sorted((a, int(best[a])))
        size_a, size_b = len(groups[a]), len(groups[b])
        row = (linkage[a] * size_a + linkage[b] * size_b) / (size_a + size_b)
        row[[a, b]] = -np.inf
        linkage[a, :] = linkage[:, a] = row
        linkage[b, :] = linkage[:, b] = -np.inf
        groups[a] += groups.pop(b)
        value[b] = -np.inf
        for place in groups:
            if place == a or best[place] in (a, b) or linkage[place, a] > value[place]:
                best[place] = int(linkage[place].argmax())
                value[place] = linkage[place, best[place]]
    return list(groups.values())
