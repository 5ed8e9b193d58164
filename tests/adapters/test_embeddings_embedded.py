from __future__ import annotations

import threading

import numpy as np

from prism.adapters.embeddings import EmbeddedE5
from prism.model import Vector

EMBEDDER = EmbeddedE5()
QUAKE = (
    "A strong earthquake struck the coast, killing twelve.",
    "해안에 강진이 발생해 12명이 숨졌다.",
    "沿岸で強い地震があり、12人が死亡した。",
    "沿海发生强烈地震，造成12人死亡。",
    "Ein starkes Erdbeben hat die Küste getroffen, zwölf Tote.",
)
RATE = (
    "The central bank raised interest rates by half a point.",
    "중앙은행이 기준금리를 0.5%포인트 인상했다.",
    "中央銀行は政策金利を0.5ポイント引き上げた。",
    "中央银行将利率上调半个百分点。",
    "Die Zentralbank hob die Zinsen um einen halben Punkt an.",
)


def test_unit_vectors_of_the_promised_length_in_order() -> None:
    vectors = EMBEDDER.embed(QUAKE)
    assert [vector.shape for vector in vectors] == [(EMBEDDER.dimensions,)] * 5
    assert all(vector.dtype == np.float32 for vector in vectors)
    assert np.allclose([np.linalg.norm(vector) for vector in vectors], 1, atol=1e-4)


def test_the_same_news_in_another_language_is_nearer_than_other_news_in_that_language() -> None:
    quake, rate = np.stack(list(EMBEDDER.embed(QUAKE))), np.stack(list(EMBEDDER.embed(RATE)))
    same, other = quake @ quake.T, quake @ rate.T
    between = ~np.eye(5, dtype=bool)
    assert (same > other)[between].all()


def test_a_text_has_one_vector_whatever_stands_beside_it() -> None:
    alone = EMBEDDER.embed([QUAKE[1]])[0]
    among = EMBEDDER.embed([*RATE, QUAKE[1], RATE[0], QUAKE[1]])
    assert np.allclose(alone, among[5], atol=1e-5)
    assert np.array_equal(among[5], among[7])


def test_nothing_odd_breaks_it() -> None:
    odd = ["", " ", "\0", "a\0b", "\ud800", "\u202e", "😀" * 50, "긴 글 " * 300]
    vectors = EMBEDDER.embed(odd)
    assert len(vectors) == len(odd)
    assert all(np.isfinite(vector).all() for vector in vectors)
    assert list(EMBEDDER.embed([])) == []


def test_what_stands_behind_a_null_character_counts() -> None:
    with_null, without = EMBEDDER.embed(["\0" + QUAKE[0], QUAKE[0]])
    assert float(with_null @ without) > 0.95


def test_threads_may_share_it() -> None:
    found: dict[int, list[Vector]] = {}

    def work(number: int) -> None:
        found[number] = list(EMBEDDER.embed([QUAKE[number], RATE[number]]))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = EMBEDDER.embed([QUAKE[2], RATE[2]])
    assert np.allclose(found[2][0], expected[0], atol=1e-5)
    assert np.allclose(found[2][1], expected[1], atol=1e-5)
