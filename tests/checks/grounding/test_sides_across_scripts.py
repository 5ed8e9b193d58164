"""Sides that stand in Han characters or with other words for what they are: told the right way round, and turned."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding import held_against

from prism.checks.rules.grounding import roles

_AT = datetime(2026, 4, 2, 9, tzinfo=UTC)

_PAIRS = [
    ("zh", "泽林能源将从明年起向凌川汽车供应电池。", "쩌린에너지는 내년부터 링촨자동차에 배터리를 공급한다.", "링촨자동차는 내년부터 쩌린에너지에 배터리를 공급한다."),
    ("zh", "文启航批评了梁若水的提案。", "원치항은 량뤄수이를 비판했다.", "량뤄수이는 원치항을 비판했다."),
    ("ko", "한솔식품이 태백수산을 900억 원에 인수했다.", "Hansol Foods has bought Taebaek Fisheries for 90 billion won.", "Taebaek Fisheries has bought Hansol Foods for 90 billion won."),
    ("ko", "한빛박물관은 소나무미술관에 불화 2점을 빌려줬다. 박물관은 소나무미술관을 칭찬했다.", "한빛박물관은 소나무미술관을 칭찬했다.", "소나무미술관은 한빛박물관을 칭찬했다."),
    ("ko", "가람정밀은 지난달 누리테크를 특허 침해 혐의로 고소했다.", "Garam Precision filed a criminal complaint against Nuri Tech last month.", "Nuri Tech filed a criminal complaint against Garam Precision last month."),
]  # fmt: skip
_NOT_YET = [
    ("zh", "海诚科技以12亿元收购远山药业。", "하이청과기가 위안산제약을 12억 위안에 인수한다.", "위안산제약이 하이청과기를 12억 위안에 인수한다."),
]  # fmt: skip
"""The passage is not told to be the one that the claim rests on, or its sides are not read."""


def _signals(language: str, source: str, claim: str) -> set[str]:
    claimed = "en" if claim.isascii() else "ko"
    return held_against.signals(source, language, claim, claimed, (roles.check,), _AT)


@pytest.mark.parametrize(("language", "source", "right", "turned"), _PAIRS)
def test_sides_the_right_way_round_stand(language: str, source: str, right: str, turned: str) -> None:
    assert _signals(language, source, right) == set()
    assert _signals(language, source, turned)


@pytest.mark.xfail(strict=True, reason="passages that share too little, and Chinese names that no clause begins with")
@pytest.mark.parametrize(("language", "source", "right", "turned"), _NOT_YET)
def test_sides_not_yet_read(language: str, source: str, right: str, turned: str) -> None:
    assert _signals(language, source, right) == set()
    assert _signals(language, source, turned)
