from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from prism.stories.linkage import link


def symmetric(values: list[list[float]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    upper = np.triu(np.array(values, np.float64), 1)
    return np.asarray(upper + upper.T)


def test_two_pairs_stay_two() -> None:
    odds = symmetric([[0, 3, -4, -4], [0, 0, -4, -4], [0, 0, 0, 2], [0, 0, 0, 0]])
    assert link(odds) == [[0, 1], [2, 3]]


def test_one_strong_pair_does_not_join_what_the_rest_keeps_apart() -> None:
    odds = symmetric([[0, 3, 4, -5], [0, 0, -5, -5], [0, 0, 0, 3], [0, 0, 0, 0]])
    assert [0, 1, 2, 3] not in link(odds)


def test_nothing_gives_nothing() -> None:
    assert link(np.zeros((0, 0))) == []


matrices = st.integers(1, 9).flatmap(
    lambda n: st.lists(st.lists(st.floats(-6, 6), min_size=n, max_size=n), min_size=n, max_size=n)
)


@given(matrices)
def test_every_place_is_in_exactly_one_group_and_no_two_groups_want_to_join(values: list[list[float]]) -> None:
    odds = symmetric(values)
    groups = link(odds)
    assert sorted(place for group in groups for place in group) == list(range(len(values)))
    for a, first in enumerate(groups):
        for second in groups[:a]:
            assert odds[np.ix_(first, second)].mean() <= 1e-9


@given(matrices)
def test_a_group_rests_on_more_for_than_against(values: list[list[float]]) -> None:
    odds = symmetric(values)
    for group in link(odds):
        part = odds[np.ix_(group, group)]
        assert len(group) == 1 or part.sum() > 0
