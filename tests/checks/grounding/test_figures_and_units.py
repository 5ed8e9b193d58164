from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import figures, units
from prism.checks.values import ClaimSource

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)
WRONG = frozenset({"figures.missing", "figures.other", "figures.elsewhere", "units.other", "units.per"})


def signals(source: tuple[str, str], claim: tuple[str, str]) -> set[str]:
    every = passages(ClaimSource("s", source[1], source[0], BASE))
    return {
        finding.signal
        for statement in statements(claim[1], claim[0], BASE)
        for aligned in [align(statement, every)]
        for check in (figures.check, units.check)
        for finding in check(aligned)
    }


EN, KO, JA, ZH = "en", "ko", "ja", "zh"


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ((EN, "The fire damaged 31,420 homes."), (KO, "화재로 주택 3만1천여 채가 피해를 봤다.")),
        ((EN, "Turnout was 34%."), (EN, "About a third of voters took part.")),
        ((KO, "응답자의 5%가 반대했다."), (KO, "응답자 20명에 1명꼴로 반대했다.")),
        ((EN, "The company runs one in five of its trains."), (KO, "회사는 열차의 20%를 운행한다.")),
        ((EN, "Some 78% of teachers agreed."), (EN, "Nearly four in five teachers agreed.")),
        ((JA, "商品を12%値上げする。"), (JA, "商品を1割余り値上げする。")),
        ((ZH, "比去年减少28.3%。"), (ZH, "比去年减少近三成。")),
        ((EN, "Drivers will walk out for 48 hours."), (KO, "기관사들이 이틀간 파업한다.")),
        ((ZH, "修复大约需要14个月。"), (KO, "복원에는 1년 2개월가량 걸린다.")),
        ((ZH, "三场比赛总用时不到两个半小时。"), (EN, "The three matches took less than two and a half hours.")),
        ((KO, "240장 중 231장이 통과했다."), (EN, "Just over 96% of the 240 passed.")),
        ((KO, "재판부는 48억원을 배상하라고 했다. 청구액은 120억원이었다."), (KO, "배상액은 청구액의 40%다.")),
        ((EN, "The fund will pay two thirds of the price."), (KO, "기금이 가격의 3분의 2를 낸다.")),
        ((KO, "승객 187명과 승무원 8명이 탔다."), (KO, "195명이 탔다.")),
        ((EN, "He wants 35 hours instead of 38."), (KO, "그는 38시간을 35시간으로 줄이자고 한다.")),
        ((JA, "工費は約3600億円で、想定の1.8倍だ。"), (JA, "工費は想定の約2000億円から約3600億円に増えた。")),
        ((ZH, "農業損失約新台幣7億8300萬元。"), (KO, "농업 피해액은 약 7억8300만 대만달러다.")),
        ((EN, "It costs $1.2 billion."), (ZH, "耗资12亿美元。")),
        ((EN, "The storm cut power to 5,400 homes."), (KO, "폭풍으로 5천400가구가 정전됐다.")),
        ((JA, "漁船3隻が沈んだ。"), (EN, "Three boats sank.")),
    ],
)
def test_what_follows_is_let_pass(source: tuple[str, str], claim: tuple[str, str]) -> None:
    assert not signals(source, claim) & WRONG


@pytest.mark.parametrize(
    ("source", "claim", "signal"),
    [
        ((EN, "The fire damaged 31,420 homes."), (KO, "화재로 주택 31만4천 채가 피해를 봤다."), "figures.missing"),
        ((EN, "The company paid $1.2 million."), (KO, "회사는 120억 달러를 냈다."), "figures.missing"),
        ((KO, "금리를 0.5%포인트 올렸다."), (KO, "금리를 0.5% 올렸다."), "units.other"),
        ((EN, "About 5,400 people returned."), (KO, "5천400여 가구가 돌아왔다."), "units.other"),
        ((JA, "園地約1800ヘクタールに及んだ。"), (KO, "과수원 약 1800에이커에 이르렀다."), "units.other"),
        ((ZH, "受害面積達4620公頃。"), (ZH, "受害面積達4620公畝。"), "units.other"),
        ((JA, "約2.3テラバイトに上る。"), (KO, "약 2.3기가바이트에 이른다."), "units.other"),
        (
            (KO, "연간 1천100GWh의 전기를 생산한다."),
            (EN, "It will generate 1,100 megawatt-hours a year."),
            "units.other",
        ),
        ((KO, "예산은 14억원이다."), (EN, "The budget is 1.4 billion yen."), "units.other"),
        ((JA, "1日当たり計640人が利用した。"), (EN, "A total of 640 passengers a month used it."), "units.per"),
        (
            (EN, "She bought water at 150,000 dong ($6) a cubic metre."),
            (EN, "She paid 150,000 dong for a litre of water."),
            "units.per",
        ),
        ((KO, "1인당 30만 원을 지급한다."), (KO, "가구당 30만 원을 지급한다."), "units.per"),
        (
            (KO, "사고로 12명이 숨지고 30명이 다쳤다. 경찰은 원인을 조사하고 있다."),
            (KO, "사고로 30명이 숨졌다."),
            "figures.other",
        ),
        (
            (EN, "The crash killed 12 people and injured 30."),
            (KO, "충돌 사고로 30명이 사망하고 12명이 부상했다."),
            "figures.other",
        ),
        ((KO, "3천 명이 넘는 시민이 모였다."), (KO, "3천 명에 못 미치는 시민이 모였다."), "figures.sense"),
    ],
)
def test_what_does_not_follow_is_found(source: tuple[str, str], claim: tuple[str, str], signal: str) -> None:
    assert signal in signals(source, claim)
