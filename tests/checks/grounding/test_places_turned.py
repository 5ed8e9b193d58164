"""Points of the compass that were put for others, and the same ones said otherwise."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks.alignment import align
from prism.checks.place_sides import turned
from prism.checks.reading import passages, statements
from prism.checks.values import ClaimSource

BASE = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "claimed", "source", "claim", "told"),
    [
        ("en", "ko", "The mill stood on the eastern bank of the river.", "그 제분소는 강 서쪽 기슭에 서 있었다.", ["서쪽"]),
        ("en", "ko", "The mill stood on the eastern bank of the river.", "제분소는 강의 동쪽 기슭에 있었다.", []),
        ("ko", "en", "군 북부에 호우경보가 내려졌다.", "A heavy rain warning was issued for the south of the county.", ["south"]),
        ("ja", "ko", "県南東部では断水が続いた。", "현 남부에서는 단수가 이어졌다.", []),
        ("zh", "ko", "暴雨将向陕西南部移动。", "폭우는 산시성 북부로 이동할 전망이다.", ["북부"]),
        ("en", "en", "Winds from the north fanned the fire.", "The fire was driven to the south by winds.", []),
    ],
)  # fmt: skip
def test_turned(language: str, claimed: str, source: str, claim: str, told: list[str]) -> None:
    every = passages(ClaimSource("s", source, language, BASE))
    read = [align(statement, every) for statement in statements(claim, claimed, BASE)]
    assert [one.text for aligned in read for one in turned(aligned)] == told
