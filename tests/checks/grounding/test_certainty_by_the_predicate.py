"""What is decided, and what may be, told by the word that is decided or may be; hedges of another clause say nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding import held_against

from prism.checks.rules.grounding import certainty

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)


def signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return held_against.signals(source, language, claim, claimed, (certainty.check,), BASE)


_WRONG = [
    (
        "ko",
        "en",
        "교육청은 통학버스 노선을 줄이는 방안을 고민 중이라고 했다.",
        "The education office has decided to cut school bus routes.",
    ),
    ("ko", "ko", "구단은 홈구장을 옮기는 방안을 구와 협의하고 있다.", "구단은 홈구장을 옮기기로 했다."),
    ("zh", "ko", "公司正考慮出售其港口業務。", "회사는 항만 사업을 매각하기로 결정했다."),
    ("ja", "ko", "市は図書館の閉館を検討している。", "시는 도서관을 닫기로 했다."),
    ("en", "ko", "The airline is mulling a merger with its rival.", "항공사는 경쟁사와 합병하기로 확정했다."),
    (
        "en",
        "ko",
        "A panel may recommend closing the reactor, the minister said.",
        "위원회가 원자로 폐쇄를 권고할 것이라고 장관이 밝혔다.",
    ),
    ("en", "en", "The council is weighing a ban on scooters.", "The council has decided on a ban on scooters."),
    (
        "ko",
        "en",
        "불은 부엌에서 시작된 것으로 추정된다.",
        "The fire has been confirmed to have started in the kitchen.",
    ),
    ("ko", "ko", "선박은 북쪽 해역으로 달아난 것으로 추정된다.", "선박은 북쪽 해역으로 달아났다."),
    ("ja", "ko", "雪で列車が遅れる可能性があると同社は述べた。", "눈으로 열차가 늦어진다고 회사 측은 밝혔다."),
]

_FAIR = [
    ("ko", "en", "교육청은 통학버스 노선을 줄이는 방안을 고민 중이라고 했다.", "The education office is considering cuts to school bus routes."),
    ("ko", "ko", "구단은 구와 협의한 끝에 홈구장을 옮기기로 했다.", "구단은 홈구장을 옮기기로 결정했다."),
    ("zh", "ko", "经过磋商，公司决定出售港口业务。", "회사는 항만 사업을 매각하기로 했다."),
    ("ja", "ko", "市は検討の結果、図書館を閉館することを決めた。", "시는 도서관을 닫기로 했다."),
    (
        "zh",
        "ko",
        "大学地质学者林博文批评方案，认为采砂可能加剧河岸坍塌。他说，只修桥不治河，洪水还会再来。",
        "다리만 고치고 강을 그대로 두면 홍수가 다시 올 것이라고 대학 지질학자 린보원은 비판했다.",
    ),
    (
        "ko",
        "ko",
        "주민대책위는 소음이 새벽까지 이어진다며 운행을 멈추라고 요구했다. 시는 주민대책위가 낸 조사 방안은 검토하겠다고 했다.",
        "소음이 새벽까지 이어진다고 주민대책위는 호소했다.",
    ),
    (
        "ko",
        "en",
        "박선영 차관은 쌀 수입을 논의하지 않는다고 못 박았다. 전북의 쌀 생산은 늘 것으로 보인다.",
        "Vice Minister Park Sun-young made clear that rice imports were not under discussion.",
    ),
    ("ko", "en", "불은 부엌에서 시작된 것으로 추정된다.", "The fire is believed to have started in the kitchen."),
    ("en", "ko", "A panel may recommend closing the reactor, the minister said.", "위원회가 원자로 폐쇄를 권고할 수 있다고 장관이 밝혔다."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _WRONG)
def test_what_is_left_open_is_not_sure(language: str, claimed: str, source: str, claim: str) -> None:
    assert signals(source, language, claim, claimed)


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_fair_claims_raise_nothing(language: str, claimed: str, source: str, claim: str) -> None:
    assert signals(source, language, claim, claimed) == set()
