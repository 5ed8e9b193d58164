"""What is ruled out, not known, not done yet or not considered, told the other way round; the same way in other words stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals_of

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
TURNED = [
    ("en", "Its director said that sabotage had been ruled out and that no one had been injured.", "ko", "사장은 다친 사람은 없다면서도 고의적 파괴 가능성은 배제하지 않았다.", "negation.said"),
    ("ko", "국토부는 민자 유치를 배제하지 않고 있다.", "ko", "국토부는 민자 유치 가능성을 배제했다.", "negation.denied"),
    ("en", "The cruise association CLIA did not rule out legal action.", "ko", "크루즈협회 CLIA는 법적 대응에 나서지 않겠다고 밝혔다.", "negation.denied"),
    ("ko", "회사 측은 대체인력 투입은 검토하지 않고 있다고 덧붙였다.", "en", "The company said it was considering bringing in replacement workers.", "negation.said"),
    ("ja", "県は鶏の移動を制限した。感染経路は分かっていない。", "ko", "감염 경로를 확인한 현은 닭의 이동을 제한했다.", "negation.said"),
    ("en", "It was not clear how many people had been on board the ferry.", "en", "Officials know how many people were aboard the ferry.", "negation.said"),
    ("ko", "노조는 증설에 반대하지 않는다면서도 인력 충원을 요구했다.", "ko", "노조는 인력 충원을 요구하며 증설에 반대한다.", "negation.said"),
    ("en", "Kano said the firm was not seeking a state bailout.", "ko", "카노 전무는 회사가 정부의 구제금융을 모색하고 있다고 말했다.", "negation.said"),
    ("en", "The builder, Fenwick & Rowe, insists that the ducts met the standards and has not accepted liability.", "ko", "시공사 펜윅 앤드 로는 책임을 인정했다.", "negation.said"),
    ("ja", "菓子メーカーは19日、小樽工場の閉鎖を見送ると発表した。", "ko", "제과업체는 오타루 공장을 폐쇄한다고 19일 발표했다.", "negation.said"),
]  # fmt: skip
SAME_WAY = [
    ("en", "The cruise association CLIA did not rule out legal action.", "ko", "크루즈협회 CLIA는 소송 가능성을 열어 뒀다."),
    ("zh", "主教练承认队伍变得保守，但否认临场排阵有误。", "ko", "감독은 팀이 몸을 사렸다는 점을 부인하지 않았다."),
    ("ko", "회사는 중도금 380억 원을 내지 못했다.", "ko", "회사는 중도금 380억 원을 미납한 상태다."),
    ("en", "Four of the 12 members of the committee voted for a cut.", "en", "Eight of the committee's 12 members did not back a cut."),
    ("ja", "感染経路は分かっていない。", "ko", "감염 경로는 확인되지 않았다."),
    ("en", "The dairy board has yet to approve the plan.", "ko", "이 계획은 아직 낙농위원회의 승인을 받지 못했다."),
    ("ko", "판사는 증거를 없앨 염려가 있다며 영장을 발부했다.", "en", "A judge approved the detention out of concern that evidence might be destroyed."),
    ("ko", "교육청은 학부모 과반이 반대하는 학교는 통합하지 않겠다고 밝혔다.", "en", "Where more than half the parents object, the school will be left as it is, the office said."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "source", "language", "claim", "signal"), TURNED)
def test_what_is_turned_round_is_found(written: str, source: str, language: str, claim: str, signal: str) -> None:
    assert signal in signals_of(source, written, claim, language, ["negation"], BASE)


@pytest.mark.parametrize(("written", "source", "language", "claim"), SAME_WAY)
def test_what_goes_the_same_way_stands(written: str, source: str, language: str, claim: str) -> None:
    assert not signals_of(source, written, claim, language, ["negation", "opposites"], BASE)
