"""What was before a change by points, ages and terms, grades at school, other dollars, dates beside wider ones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding import held_against

from prism.checks.rules.grounding import dates, figures, units

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)
WEAK = frozenset({"figures.vague", "figures.sum", "figures.surer"})


def clear_signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return (
        held_against.signals(source, language, claim, claimed, (figures.check, units.check, dates.check), BASE) - WEAK
    )


_FAIR = [
    ("en", "ko", "Ridership fell from 900 in 2015 to 610 in 2023.", "8년 사이 승객이 900명에서 610명으로 줄었다."),
    ("ko", "en", "보상률은 2019년 40%에서 2025년 70%로 올랐다.", "The rate rose to 70% from 40% in six years."),
    (
        "en",
        "ko",
        "The group would mine 80,000 tonnes, of which Orvik would add 20,000.",
        "그 4분의 1은 오르비크 몫이다.",
    ),
    ("en", "ko", "Unemployment rose by 0.4 percentage points to 6.1% in May.", "5.7%이던 실업률이 5월 6.1%로 올랐다."),
    (
        "ko",
        "en",
        "합격률은 38.2%로 지난해보다 4.5%포인트 낮아졌다.",
        "The pass rate fell to 38.2% from 42.7% a year before.",
    ),
    ("zh", "ko", "该行存款准备金率下调0.5个百分点，降至7.5%。", "8.0%였던 지급준비율이 7.5%로 내려갔다."),
    ("en", "ko", "The 62-year-old bridge was closed to lorries.", "놓인 지 60년 넘은 다리에 화물차 통행이 금지됐다."),
    ("ja", "ko", "築53年の市営住宅を取り壊す。", "지은 지 50년이 넘은 시영주택을 철거한다."),
    ("ko", "en", "1~2학년 320명이 먼저 대상이 된다.", "First- and second-graders, 320 in all, come first."),
    ("ko", "en", "5·6학년 학생들이 참가했다.", "Pupils in the fifth and sixth grades took part."),
    ("en", "ko", "Hong Kong spent HK$64 million on the pier.", "홍콩은 부두에 6천400만 홍콩달러를 썼다."),
    ("ja", "ko", "工事は当初より12日早く終わった。", "공사는 예정보다 12일 일찍 끝났다."),
    ("en", "ko", "The harvest began 9 days earlier than usual.", "수확은 예년보다 9일 앞당겨 시작됐다."),
]

_WRONG = [
    (
        "en",
        "ko",
        "Ridership fell from 900 in 2015 to 610 in 2023.",
        "5년 사이 승객이 900명에서 610명으로 줄었다.",
        "figures.missing",
    ),
    (
        "en",
        "ko",
        "The group would mine 80,000 tonnes, of which Orvik would add 20,000.",
        "그 3분의 1은 오르비크 몫이다.",
        "figures.",
    ),
    (
        "en",
        "ko",
        "Canada exported timber worth C$210 million.",
        "캐나다가 수출한 목재는 2억1천만 미국달러어치다.",
        "units.",
    ),
    ("en", "ko", "Singapore set aside S$45 million for it.", "싱가포르는 4천500만 미 달러를 배정했다.", "units."),
    ("ja", "ko", "選手は左足首の骨折で4カ月休んだ。", "선수는 왼쪽 발목이 부러져 두 달 쉬었다.", "figures.missing"),
    ("en", "ko", "The pilot was grounded for three weeks.", "조종사는 두 주 동안 비행하지 못했다.", "figures.missing"),
    (
        "zh",
        "ko",
        "今年汛期提前到来，7月3日水位达到25米。",
        "올해는 홍수기가 앞당겨져 6월 3일 수위가 25m에 이르렀다.",
        "dates.other",
    ),
    (
        "en",
        "en",
        "Exports grew 4% from a year earlier. The committee holds its next hearing on May 21.",
        "The committee, which holds its next hearing on April 21, was told that exports grew.",
        "dates.other",
    ),
    (
        "ko",
        "en",
        "대표팀은 12일 부산에서 이겼다. 주장 한도윤은 10일 훈련 중 무릎을 다쳐 경기를 포기했다.",
        "Captain Han Do-yun hurt his knee in training on March 12 and gave up the match.",
        "dates.exchanged",
    ),
]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_fair_claims_raise_nothing(language: str, claimed: str, source: str, claim: str) -> None:
    assert clear_signals(source, language, claim, claimed) == set()


@pytest.mark.parametrize(("language", "claimed", "source", "claim", "signal"), _WRONG)
def test_wrong_claims_are_told(language: str, claimed: str, source: str, claim: str, signal: str) -> None:
    assert any(one.startswith(signal) for one in clear_signals(source, language, claim, claimed))
