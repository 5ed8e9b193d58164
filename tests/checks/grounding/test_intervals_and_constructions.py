"""Lengths of time between moments, dates and hours that follow from lengths, ages, shares of hectares, causes by construction."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding import held_against

from prism.checks.rules.grounding import causes, certainty, dates, figures, opposites, units

BASE = datetime(2025, 9, 10, 9, tzinfo=UTC)
WEAK = frozenset({"figures.vague", "figures.sum", "figures.surer", "causes.loose"})


def clear_signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return (
        held_against.signals(
            source,
            language,
            claim,
            claimed,
            (figures.check, units.check, dates.check, causes.check, opposites.check, certainty.check),
            BASE,
        )
        - WEAK
    )


_FAIR = [
    # compound lengths of time
    ("en", "ko", "The wreck was found in March 2023 by divers.", "그 난파선은 2년 6개월 전 잠수부들이 찾아냈다."),
    ("ko", "en", "이 다리는 2022년 9월 개통했다.", "The bridge opened three years ago."),
    ("ja", "en", "この店は2024年3月に開店した。", "The shop opened a year and a half ago."),
    ("en", "ko", "The trial lasted 30 hours.", "재판은 하루하고도 여섯 시간이 걸렸다."),
    ("zh", "ko", "救援工作持续了75个小时。", "구조 작업은 사흘과 세 시간 동안 이어졌다."),
    ("ja", "ko", "工事は26カ月かかった。", "공사에는 2년하고 두 달이 걸렸다."),
    # between two clock times on different days
    ("ko", "ko", "정전은 2일 오후 10시 시작돼 3일 오전 6시에 끝났다.", "정전은 8시간 만에 끝났다."),
    (
        "en",
        "ko",
        "Power failed at 6 p.m. on September 2 and came back at 4 p.m. on September 3.",
        "전기는 22시간 끊겼다.",
    ),
    ("ja", "ko", "電車は5日午前7時に止まり、6日午前10時に動き出した。", "전철은 27시간 동안 멈춰 있었다."),
    ("zh", "en", "大火于3日上午8时燃起，4日中午12时被扑灭。", "The fire burned for 28 hours."),
    # years before the day of the report
    ("ja", "ko", "寺は1688年に建てられた。", "절은 330여 년 전에 세워졌다."),
    ("en", "ko", "The organ was built in 1742.", "이 오르간은 약 280년 전에 만들어졌다."),
    ("ko", "en", "이 종은 1573년에 만들어졌다.", "The bell was cast some 450 years ago."),
    # an hour before or after another
    ("en", "ko", "Shops stayed open until 11 p.m., two hours later than usual.", "가게는 보통 밤 9시에 닫는다."),
    ("ko", "en", "개회식은 예정보다 30분 늦은 오후 7시에 시작됐다.", "The ceremony was to begin at 6:30 p.m."),
    ("ja", "ko", "式典は予定より1時間早い午前9時に始まった。", "기념식은 원래 오전 10시에 열릴 예정이었다."),
    # ages
    ("ko", "ko", "경찰은 70대 남성을 조사하고 있다.", "경찰은 불을 낸 것으로 의심되는 70대를 조사하고 있다."),
    ("ko", "ko", "경찰은 사기 혐의로 40대 여성을 체포했다.", "사기 혐의를 받는 40대를 붙잡았다고 경찰이 전했다."),
    ("en", "ko", "Police arrested a man in his fifties.", "경찰은 강도 혐의로 50대를 체포했다."),
    # one in every four hectares
    ("ko", "en", "산불은 숲의 20%를 태웠다.", "One in every five hectares of forest was burned."),
    ("ja", "en", "畑の10%が水に漬かった。", "One out of every ten hectares of fields was flooded."),
    ("en", "en", "A quarter of the money was lost.", "One of every four dollars was lost."),
    # ends of terms, days that follow
    ("en", "ko", "The lease starts on January 1, 2026 and runs for eight years.", "임대는 2033년 말까지다."),
    ("ja", "ko", "工場を9月8日から4日間の操業停止とした。", "공장은 11일까지 가동하지 못한다."),
    ("ko", "en", "영업정지는 9월 12일부터 엿새간이다.", "The shop will be shut until September 17."),
    ("zh", "ko", "协议自2026年3月起生效，为期五年。", "협정은 2031년 3월까지 이어진다."),
    # causes told by construction
    ("ko", "ko", "안개가 짙게 끼어 여객선이 뜨지 못했다.", "짙은 안개 탓에 여객선이 뜨지 못했다."),
    ("en", "ko", "Fog forced the airport to close two runways.", "안개 때문에 공항은 활주로 두 곳을 닫아야 했다."),
    ("en", "ko", "A landslide left 300 villagers stranded.", "산사태로 인해 주민 300명이 고립됐다."),
    (
        "ko",
        "en",
        "두 배가 부딪치며 기름이 유출되는 사고가 생겼다.",
        "The oil spill was caused by a collision of two ships.",
    ),
    ("ja", "ko", "大雪が積もり、列車が運休した。", "큰 눈 때문에 열차가 운행을 멈췄다."),
    # answers and what is open
    ("ja", "ko", "市長は点検を怠った責任を認めた。", "시장은 점검을 하지 않은 책임을 시인했다."),
    ("en", "ko", "The minister admitted responsibility for failing to act.", "장관은 조치하지 않은 책임을 인정했다."),
    ("ko", "en", "회사는 소송을 낼지 검토 중이다.", "The firm has yet to decide whether to sue."),
    ("ja", "en", "県は上告するかどうか検討している。", "The prefecture has not made up its mind on an appeal."),
]

_WRONG = [
    ("en", "ko", "The trial lasted 30 hours.", "재판은 이틀하고도 여섯 시간이 걸렸다.", "figures."),
    (
        "en",
        "ko",
        "The wreck was found in March 2023 by divers.",
        "그 난파선은 4년 6개월 전 잠수부들이 찾아냈다.",
        "dates.",
    ),
    ("ko", "ko", "정전은 2일 오후 10시 시작돼 3일 오전 6시에 끝났다.", "정전은 14시간 만에 끝났다.", "figures."),
    ("ja", "ko", "寺は1688年に建てられた。", "절은 430여 년 전에 세워졌다.", "figures."),
    ("ko", "ko", "당국은 차량 50대를 투입했다.", "당국은 차량 60대를 투입했다.", "figures."),
    ("ko", "en", "산불은 숲의 20%를 태웠다.", "One in every three hectares of forest was burned.", "figures."),
    ("en", "ko", "The lease starts on January 1, 2026 and runs for eight years.", "임대는 2036년 말까지다.", "dates."),
    ("ja", "ko", "工場を9月8日から4日間の操業停止とした。", "공장은 9월 14일까지 가동하지 못한다.", "dates."),
    ("ja", "ko", "工事は26カ月かかった。", "공사에는 3년하고 두 달이 걸렸다.", "figures."),
    (
        "en",
        "ko",
        "Shops stayed open until 11 p.m., two hours later than usual.",
        "가게는 밤 10시까지 문을 열었다.",
        "dates.",
    ),
]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_fair_claims_raise_nothing(language: str, claimed: str, source: str, claim: str) -> None:
    assert clear_signals(source, language, claim, claimed) == set()


@pytest.mark.parametrize(("language", "claimed", "source", "claim", "signal"), _WRONG)
def test_wrong_claims_are_told(language: str, claimed: str, source: str, claim: str, signal: str) -> None:
    assert any(one.startswith(signal) for one in clear_signals(source, language, claim, claimed))
