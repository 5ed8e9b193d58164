from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from prism.adapters.neighbours import CachedNeighbours
from prism.model import Member, Vector

SIZE = 32
START = datetime(2026, 9, 1, tzinfo=UTC)
MEANS = {"ko": np.full(SIZE, 0.1, np.float32), "en": np.full(SIZE, -0.05, np.float32)}


def member(
    name: str,
    vector: Vector | None,
    *,
    language: str = "en",
    day: float = 0,
    keys: Sequence[str] = (),
) -> Member:
    return Member(name, "", "s", language, START + timedelta(days=day), "", tuple(keys), vector)


def vectors(count: int, seed: int = 1, size: int = SIZE) -> list[Vector]:
    rows = np.random.default_rng(seed).normal(size=(count, size)).astype(np.float32)
    return [np.asarray(row / np.linalg.norm(row), np.float32) for row in rows]


def centred(one: Member) -> Vector:
    assert one.vector is not None
    moved = one.vector - MEANS.get(one.language, np.zeros(SIZE, np.float32))
    return np.asarray(moved / np.linalg.norm(moved), np.float32)


def test_nearest_first_across_languages_as_an_exact_search_finds_them() -> None:
    many = [
        member(f"m{n}", vector, language=("ko", "en", "xx")[n % 3], day=n / 20) for n, vector in enumerate(vectors(300))
    ]
    neighbours = CachedNeighbours(dimensions=SIZE)
    neighbours.add(many)
    query = dataclasses.replace(many[10], article_id="query")
    exact = sorted(many, key=lambda one: -float(centred(one) @ centred(query)))
    found = neighbours.near(query, MEANS, since=START, count=20)
    assert found[0] == "m10"
    assert len(set(found) & {one.article_id for one in exact[:20]}) >= 19


def test_the_means_may_drift_without_a_new_index() -> None:
    neighbours = CachedNeighbours(dimensions=SIZE)
    axis, mean = vectors(2, seed=3)
    unrelated = np.asarray((mean + 0.3 * vectors(1, seed=9)[0]), np.float32)
    neighbours.add([member("same-language", unrelated), member("same-news", axis, language="ko")])
    query = member("q", np.asarray(axis * 0.4 + mean, np.float32))
    assert neighbours.near(query, {}, since=START, count=1) == ["same-language"]
    assert neighbours.near(query, {"en": mean}, since=START, count=1) == ["same-news"]


def test_none_older_than_the_cut_and_not_itself() -> None:
    one = vectors(1)[0]
    neighbours = CachedNeighbours(dimensions=SIZE)
    neighbours.add([member(f"d{day}", one, day=day) for day in (0, 5, 40, 90)])
    asked = member("d90", one, day=90)
    assert set(neighbours.near(asked, MEANS, since=START + timedelta(days=39), count=9)) == {"d40"}
    assert set(neighbours.near(asked, MEANS, since=START, count=9)) == {"d0", "d5", "d40"}


def test_rare_keys_find_what_vectors_do_not() -> None:
    neighbours = CachedNeighbours(dimensions=SIZE)
    blind = member("blind", None, keys=("selvik", "aldara"))
    common = [member(f"c{n}", vector, keys=("korea",)) for n, vector in enumerate(vectors(200))]
    neighbours.add([blind, *common])
    query = member("q", None, keys=("korea", "aldara"))
    assert neighbours.near(query, MEANS, since=START, count=5) == ["blind"]


def test_adding_again_replaces_and_an_unchanged_one_costs_nothing() -> None:
    first, second = vectors(2, seed=5)
    neighbours = CachedNeighbours(dimensions=SIZE)
    neighbours.add([member("a", first, keys=("old",))])
    neighbours.add([member("a", first, keys=("old",))])
    neighbours.add([member("a", second, keys=("new",))])
    assert len(neighbours) == 1
    assert neighbours.near(member("q", None, keys=("old",)), MEANS, since=START, count=5) == []
    assert neighbours.near(member("q", None, keys=("new",)), MEANS, since=START, count=5) == ["a"]
    assert neighbours.near(member("q", second), MEANS, since=START, count=5) == ["a"]


def test_a_large_part_is_walked_as_a_graph_and_still_finds_the_nearest() -> None:
    rows = vectors(4000, seed=11)
    neighbours = CachedNeighbours(dimensions=SIZE)
    neighbours.add([member(f"m{n}", row) for n, row in enumerate(rows)])
    neighbours.add([member("m17", rows[18])])
    hits = 0
    for n in range(100, 150):
        query = member("q", rows[n])
        hits += neighbours.near(query, MEANS, since=START, count=1) == [f"m{n}"]
    assert hits >= 48
    assert set(neighbours.near(member("q", rows[18]), MEANS, since=START, count=2)) == {"m17", "m18"}
    assert neighbours.near(member("q", rows[17]), MEANS, since=START, count=1) != ["m17"]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 60), st.booleans()), max_size=40), st.integers(0, 60))
def test_what_is_found_is_known_young_enough_and_once(rows: list[tuple[int, int, bool]], cut: int) -> None:
    neighbours = CachedNeighbours(dimensions=SIZE)
    kept: dict[str, Member] = {}
    for number, (name, day, sighted) in enumerate(rows):
        one = member(f"m{name}", vectors(1, seed=number)[0] if sighted else None, day=day, keys=("k",))
        kept[one.article_id] = one
        neighbours.add([one])
    since = START + timedelta(days=cut)
    found = neighbours.near(member("q", vectors(1)[0], keys=("k",)), MEANS, since=since, count=10)
    assert len(found) == len(set(found))
    assert set(found) == {name for name, one in kept.items() if one.at >= since}
