"""What several outlets tell is central, in whatever language they tell it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from prism.briefs import fact_sheet
from prism.briefs.digest.centrality import centrality, likeness
from prism.briefs.digest.material import Piece, read
from prism.model import Article, Source, Story

Make = Callable[..., Article]
Tell = Callable[..., Story]

SHARED = "벨마르크가 정치범 123명을 석방했다."
ALONE = "수도의 한 빵집은 새로 문을 열었다."


@pytest.fixture
def pieces(make_article: Make, make_story: Tell, outlets: tuple[Source, ...]) -> tuple[Piece, ...]:
    articles = [
        make_article("a", [ALONE, SHARED], title="하늘일보의 아침"),
        make_article("b", ["정치범 123명이 벨마르크에서 풀려났다."], source="bada", title="벨마르크, 정치범 석방"),
        make_article("c", ["Velmark freed 123 prisoners."], language="en", source="harbour", title="Velmark frees 123"),
    ]
    return read(fact_sheet(make_story(articles), articles), articles, outlets)


def rank(pieces: tuple[Piece, ...], text: str, **vectors: object) -> float:
    alike = likeness(pieces, **vectors)  # type: ignore[arg-type]  # the one optional argument, by name
    row = next(n for n, piece in enumerate(pieces) if piece.text == text)
    return float(centrality(pieces, alike)[row])


def test_what_others_tell_too_is_central(pieces: tuple[Piece, ...]) -> None:
    assert rank(pieces, SHARED) > rank(pieces, ALONE)


def test_figures_connect_languages(pieces: tuple[Piece, ...]) -> None:
    alike = likeness(pieces)
    row = {piece.text: n for n, piece in enumerate(pieces)}
    assert (
        alike[row[SHARED], row["Velmark freed 123 prisoners."]] > alike[row[ALONE], row["Velmark freed 123 prisoners."]]
    )


def test_vectors_raise_what_they_bring_together(pieces: tuple[Piece, ...]) -> None:
    """Only some texts have vectors; the others are compared by their features."""
    near, far = np.array([1.0, 0.0, 0.0], np.float32), np.array([0.0, 1.0, 0.0], np.float32)
    vectors = {
        ALONE: near,
        "정치범 123명이 벨마르크에서 풀려났다.": near,
        SHARED: far,
        "Velmark freed 123 prisoners.": near,
    }
    row = {piece.text: n for n, piece in enumerate(pieces)}
    before, after = likeness(pieces), likeness(pieces, vectors)
    pair = row[ALONE], row["정치범 123명이 벨마르크에서 풀려났다."]
    assert after[pair] > before[pair]
    assert np.allclose(after, after.T)
    assert np.allclose(np.diag(after), 1.0)


def test_nothing_is_no_trouble() -> None:
    assert likeness(()).shape == (0, 0)
    assert centrality((), likeness(())).shape == (0,)
