"""Circumstances that no passage tells, words that a passage denies, causes that stand apart from their markers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import additions, causes, negation

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
ENGLISH = "Firefighters put out a blaze at the paper mill in Lorby on Monday. Nobody was hurt, and the owner did not attend the briefing. The mill has 40 workers."
KOREAN = "서린시는 4일 낡은 체육관을 헐기로 했다. 상인들은 시장 면담을 요구했지만 시는 받아들이지 않았다. 시민단체는 공청회에 나오지 않았다."
CIRCUMSTANCES = [
    (ENGLISH, "en", "Firefighters put out a blaze at the paper mill in Lorby with the help of military helicopters.", "en"),
    (ENGLISH, "en", "소방관들은 월요일 로비의 제지 공장 불을 군 헬기의 도움으로 껐다.", "ko"),
    (KOREAN, "ko", "서린시는 4일 은행 융자를 받아 낡은 체육관을 헐기로 했다.", "ko"),
    (KOREAN, "ko", "서린시는 지역 국회의원과 함께 4일 낡은 체육관을 헐기로 했다.", "ko"),
    (KOREAN, "ko", "서린시는 4일 음악 축제에서 낡은 체육관을 헐기로 했다.", "ko"),
    (ENGLISH, "en", "At the owner's request, firefighters put out a blaze at the paper mill in Lorby.", "en"),
    (ENGLISH, "en", "소방관들은 소유주의 강한 요구에 따라 로비의 제지 공장 불을 껐다.", "ko"),
]  # fmt: skip
TOLD = [
    (ENGLISH, "en", "The fire at the Lorby mill, which employs 40 people, was put out by firefighters.", "en"),
    (
        "The council shut the pool at the request of teachers.",
        "en",
        "시의회는 교사들의 요청으로 수영장을 닫았다.",
        "ko",
    ),
    (
        "Teachers asked the council to shut the pool, and it did.",
        "en",
        "교사들의 요구에 따라 시의회가 수영장을 닫았다.",
        "ko",
    ),
    ("시장은 이날 회견을 열고 다리를 놓겠다고 말했다.", "ko", "시장은 이날 회견에서 다리를 놓겠다고 했다.", "ko"),
    ("서린시는 관광객을 끌기 위해 다리를 놓는다.", "ko", "서린시는 관광객을 더 모으기 위해 다리를 놓는다.", "ko"),
]


@pytest.mark.parametrize(("source", "written", "claim", "language"), CIRCUMSTANCES)
def test_a_circumstance_that_no_passage_tells(source: str, written: str, claim: str, language: str) -> None:
    assert "additions.circumstance" in signals(source, written, claim, language, [additions.check], BASE)


@pytest.mark.parametrize(("source", "written", "claim", "language"), TOLD)
def test_a_circumstance_that_a_passage_tells(source: str, written: str, claim: str, language: str) -> None:
    assert "additions.circumstance" not in signals(source, written, claim, language, [additions.check], BASE)


@pytest.mark.parametrize(
    ("source", "written", "claim", "language"),
    [
        (KOREAN, "ko", "시는 시장을 만나게 해 달라는 상인들의 요구를 수용했다.", "ko"),
        (KOREAN, "ko", "시민단체도 공청회에 참석해 의견을 냈다.", "ko"),
        (ENGLISH, "en", "로비 제지 공장 주인은 브리핑에 참석했다.", "ko"),
        (
            "衛星を持つ3社は契約を解除しない意向を示した。",
            "ja",
            "위성을 가진 회사 3곳은 계약을 해지하겠다고 했다.",
            "ko",
        ),
    ],
)
def test_what_a_passage_denies_is_not_said(source: str, written: str, claim: str, language: str) -> None:
    assert "negation.said" in signals(source, written, claim, language, [negation.check], BASE)


@pytest.mark.parametrize(
    ("source", "written", "claim", "language"),
    [
        (KOREAN, "ko", "시는 시장을 만나게 해 달라는 상인들의 요구를 거절했다.", "ko"),
        (KOREAN, "ko", "시민단체는 공청회에 불참했다.", "ko"),
        (ENGLISH, "en", "The owner of the mill stayed away from the briefing; no one was injured.", "en"),
    ],
)
def test_the_same_denial_in_another_word(source: str, written: str, claim: str, language: str) -> None:
    assert not signals(source, written, claim, language, [negation.check], BASE)


@pytest.mark.parametrize(
    ("source", "written", "claim", "language", "signal"),
    [
        ("사고의 원인은 과속이었다.", "ko", "위원회는 폭우를 사고의 주된 원인으로 꼽았다.", "ko", "causes.other"),
        ("수확이 늦어진 까닭은 아직 모른다.", "ko", "수확이 늦어진 데에 병충해가 영향을 줬다.", "ko", "causes.unknown"),
        (
            "公司把订单下降9%归因于暴雨。",
            "zh",
            "회사는 주문이 9% 줄어든 이유로 파업을 들었다.",
            "ko",
            "causes.other",
        ),
        ("校舎は5日に停電した。落雷が原因だ。", "ja", "학교는 5일 정전됐다.", "ko", ""),
    ],
)
def test_causes_apart_from_their_markers(source: str, written: str, claim: str, language: str, signal: str) -> None:
    found = signals(source, written, claim, language, [causes.check], BASE)
    assert signal in found if signal else not found
