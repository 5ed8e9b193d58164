"""Universities, stations, hospitals, ports put for others of their kind; and the same ones said otherwise."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks.alignment import align
from prism.checks.institutions import exchanged_institutions
from prism.checks.reading import passages, statements
from prism.checks.values import ClaimSource

BASE = datetime(2026, 5, 4, 9, tzinfo=UTC)

_WRONG = [
    ("ko", "ko", "부상자 4명은 강릉아산병원으로 옮겨졌다.", "다친 4명은 삼척의료원에서 치료를 받고 있다."),
    ("ko", "ko", "열차는 제천역에서 40분 멈췄다.", "이 열차는 원주역에 40분 동안 서 있었다."),
    ("en", "ko", "The team at Lund University tested 40 volunteers.", "웁살라대 연구진은 자원자 40명을 시험했다."),
    ("en", "ko", "The ferry was held at the port of Ancona for two days.", "여객선은 바리항에 이틀 동안 묶였다."),
    (
        "ko",
        "en",
        "전북대 연구진이 새 백신을 개발했다.",
        "Researchers at Chonnam National University developed a new vaccine.",
    ),
    ("en", "en", "Two trains collided near Harwick Station.", "Two trains collided close to Selby Station."),
    ("ja", "ko", "調査は広島大学の谷口教授が担当した。", "조사는 도호쿠대 다니구치 교수가 맡았다."),
    ("zh", "ko", "货轮在青岛港停靠了三天。", "화물선은 다롄항에 사흘간 정박했다."),
]

_RIGHT = [
    ("ko", "ko", "부상자 4명은 강릉아산병원으로 옮겨졌다.", "다친 4명은 강릉아산병원에서 치료를 받고 있다."),
    ("en", "ko", "The team at Lund University tested 40 volunteers.", "룬드대 연구진은 자원자 40명을 시험했다."),
    ("en", "ko", "The ferry was held at the port of Ancona for two days.", "여객선은 안코나항에 이틀 동안 묶였다."),
    (
        "ko",
        "en",
        "전북대 연구진이 새 백신을 개발했다.",
        "Researchers at Jeonbuk National University developed a new vaccine.",
    ),
    ("ko", "en", "한국해양과학연구원이 밝혔다.", "The Korea Ocean Science Institute said so."),
    ("ja", "ko", "調査は広島大学の谷口教授が担当した。", "조사는 히로시마대 다니구치 교수가 맡았다."),
    ("ja", "ko", "作品は金沢21世紀美術館で開かれる。", "작품은 가나자와21세기미술관에서 공개된다."),
    ("zh", "ko", "货轮在青岛港停靠了三天。", "화물선은 칭다오항에 사흘간 정박했다."),
    ("zh", "ko", "亚洲开发银行提供了贷款。", "아시아개발은행이 돈을 빌려줬다."),
    ("ko", "ko", "국립중앙박물관에서 전시가 열린다.", "전시는 이 지역 박물관에서 볼 수 있다."),
]


def _exchanged(language: str, claimed: str, source: str, claim: str) -> list[str]:
    every = passages(ClaimSource("s", source, language, BASE))
    read = [align(statement, every) for statement in statements(claim, claimed, BASE)]
    return [one.text for aligned in read for one in exchanged_institutions(aligned)]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _WRONG)
def test_another_institution_is_told(language: str, claimed: str, source: str, claim: str) -> None:
    assert _exchanged(language, claimed, source, claim)


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _RIGHT)
def test_the_same_institution_is_no_other(language: str, claimed: str, source: str, claim: str) -> None:
    assert _exchanged(language, claimed, source, claim) == []
