"""Points of the compass in sentences of five languages."""

from __future__ import annotations

import pytest

from prism.languages.compass import are_apart, sides


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("강 북쪽 기슭과 남동부 해안에 비가 온다.", "ko", ["n", "es"]),
        ("동부경찰서는 서부발전 남편과 동안의 부담을 살폈다.", "ko", []),
        ("The southern bank and the north-west coast.", "en", ["s", "nw"]),
        ("North Korea and the Middle East talked of Northern Ireland.", "en", []),
        ("県北部と川の南岸で、関東部会が開かれた。", "ja", ["n", "s"]),
        ("雨带移向陕西南部和东北部。", "zh", ["s", "en"]),
        ("Im Süden und nordöstlich der Stadt.", "de", ["s", "en"]),
        ("La rive nord.", "fr", []),
    ],
)
def test_points_are_found(text: str, language: str, found: list[str]) -> None:
    assert ["".join(sorted(one.points)) for one in sides(text, language)] == found


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("northern", "southern", True),
        ("northern", "western", True),
        ("northern", "north-eastern", False),
        ("north-western", "north-eastern", True),
    ],
)
def test_points_apart(one: str, other: str, apart: bool) -> None:
    first, second = sides(one, "en")[0], sides(other, "en")[0]
    assert are_apart(first, second) is apart
