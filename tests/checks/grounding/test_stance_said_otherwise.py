"""Doubts, denials and measures told in other words raise nothing; a predicate denied in one only, whatever its word, is found."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals_of

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
CHECKS = ("negation", "certainty", "scope", "opposites")
FAIR = [
    ("en", "The counsel said the company would ask the judge to set the award aside and, if she refused, appeal.", "ko", "회사는 배상 명령을 무효로 해 달라고 판사에게 요청하고, 받아들여지지 않으면 항소할 방침이다."),
    ("en", "Electricity was restored to the last 38,000 homes in western Uruguay late on Tuesday.", "ko", "우루과이 서부의 정전은 밤늦게 모두 복구됐다."),
    ("ko", "이 구역은 현재 전체 세대의 78%가 집을 비웠다.", "ko", "이 구역에서 아직 집을 비우지 않은 세대는 전체의 22%다."),
    ("ko", "대표는 판결문을 검토한 뒤 항소 여부를 결정하겠다고 밝혔다.", "ko", "판결에 불복할지는 아직 정해지지 않았다."),
    ("zh", "镇政府表示不排除以公款买下戏台。", "ko", "진 당국은 공금으로 무대를 사들이는 방안도 열어 두고 있다."),
    ("ja", "利用者は2024年度に213人で、10年前の約4割に落ち込んでいる。", "ko", "이용자는 2024년도에 213명까지 줄었다."),
    ("ko", "회사는 연구원들이 기술을 빼돌렸다고 주장했으나 재판부는 받아들이지 않았다.", "en", "The judges were not persuaded that the researchers had taken the technology."),
    ("en", '"We paid for hotels in Ghent that nobody slept in," said Claire Delvaux.', "en", "Claire Delvaux complained of hotel rooms in Ghent that were paid for and stood empty."),
    ("zh", "百年戏班可能失去使用了62年的老戏台。", "ko", "100년 된 극단이 62년간 써 온 무대를 잃을 처지에 놓였다."),
    ("ko", "부산시는 민간 계약이라는 점을 들었다.", "ko", "부산시는 사인 간의 계약이라는 점을 들었다."),
]  # fmt: skip
DENIED = [
    ("zh", "竞争对手表示没有收购轻骑车辆的打算。", "ko", "경쟁사는 칭치의 자전거를 사들일 계획이라고 밝혔다."),
    ("ko", "농장은 소독 시설 미비로 시정 명령을 받고도 이행하지 않은 것으로 조사됐다.", "en", "The farm had complied with a corrective order over inadequate disinfection facilities, an investigation found."),
    ("ja", "乗客の約7割が日本人で、船体に浸水はなかった。", "zh", "船上约七成乘客是日本人，船体出现了进水。"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "source", "language", "claim"), FAIR)
def test_what_is_said_otherwise_stands(written: str, source: str, language: str, claim: str) -> None:
    assert not signals_of(source, written, claim, language, CHECKS, BASE)


@pytest.mark.parametrize(("written", "source", "language", "claim"), DENIED)
def test_a_predicate_denied_in_one_is_found(written: str, source: str, language: str, claim: str) -> None:
    assert "negation.said" in signals_of(source, written, claim, language, CHECKS, BASE)
