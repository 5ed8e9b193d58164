"""Measures, rates, years, ranks and names of one language: told rightly in other words, and with one thing wrong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals_of

from prism.checks.namesakes import kin

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
_KINDS = frozenset({"figures", "units", "dates", "names"})
_WEAK = frozenset({"figures.vague", "figures.sum", "names.unsure", "names.implied", "dates.unsure"})

_FALSE = [
    ("en", "Each hive costs growers about $310 per hectare.", "ko", "벌통 임대료는 에이커당 약 310달러다.", "units.per"),
    ("ko", "배추 도매가격은 1㎏당 1200원이다.", "ko", "배추 도매가격은 한 상자당 1200원이다.", "units.per"),
    ("ja", "年間の処理能力は8万台だ。", "ko", "한 달에 8만 대를 처리할 수 있다.", "units.per"),
    ("ko", "물류단지는 5만2천㎡ 부지에 들어선다.", "en", "The depot will go up on a 52,000-pyeong site.", "units.other"),
    ("en", "The firm recalled its five-quart pots.", "ko", "업체는 5리터짜리 냄비를 리콜했다.", "units.other"),
    ("ko", "강릉은 16개 팀 가운데 13위로 마쳤다. 남은 11경기에서는 두 번 이겼다.", "ko", "강릉은 16개 팀 중 11위로 마쳤다.", "figures.missing"),
    ("ko", "매출은 7310억원으로 늘었다. 영업이익은 302억원이었다.", "en", "Sales rose to 703 billion won.", "figures.missing"),
    ("en", "A second trial is planned for October.", "en", "A second trial is planned for June.", "dates.other"),
    ("ko", "강민호 통영군수는 보상을 약속했다.", "ko", "강민태 통영군수는 보상을 약속했다.", "names.given"),
    ("ko", "양측은 경북지방노동위원회에서 만나 합의했다.", "ko", "양측은 중앙노동위원회에서 만나 합의했다.", "names.altered"),
    ("ja", "社長は釧路市役所で会見し、橋の復旧費を説明した。", "ko", "사장은 아바시리시청에서 회견을 열고 다리 복구비를 설명했다.", "names.instead"),
]  # fmt: skip
_TRUE = [
    ("en", "Nurses want an extra 21 pounds per night shift.", "ko", "간호사들은 야간 근무 1회당 21파운드를 더 요구한다."),
    ("en", "A magnitude 5.7 earthquake killed three people.", "ko", "규모 5.7의 지진으로 3명이 숨졌다."),
    ("zh", "这座古城距今约3000年。", "ko", "이 옛 도시는 약 3000년 전의 것이다."),
    ("zh", "李某涉嫌在2019年至2022年间骗取资金。", "ko", "리모 씨는 2019∼2022년 돈을 가로챈 혐의를 받는다."),
    ("zh", "公司将自6月9日起召回部分“晨风”K5车型。", "ko", "회사는 ‘천펑’ K5 일부 차량을 6월 9일부터 리콜한다."),
    ("ko", "법원은 전 회계과장 우모(44)씨에게 벌금형을 선고했다.", "ko", "전 회계과장 우모씨는 벌금형을 받았다."),
    ("ko", "매출은 7314억원으로 늘었다.", "en", "Sales rose to 731 billion won."),
    ("zh", "华东大学教授与科学院研究所合作进行发掘。", "ko", "화둥대 교수가 과학원 연구소와 함께 발굴했다."),
    ("ko", "대상은 '달빛 정원사'가 받았다.", "en", 'The top prize went to "The Moonlight Gardener".'),
    ("en", "One bank expects a cut in October, another in July. Rates were last cut in April.", "en", "One bank expects a cut in October and another three months earlier."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "claimed", "claim", "signal"), _FALSE)
def test_what_differs_is_found(language: str, source: str, claimed: str, claim: str, signal: str) -> None:
    assert signal in signals_of(source, language, claim, claimed, _KINDS, BASE)


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), _TRUE)
def test_what_is_told_in_other_words_stands(language: str, source: str, claimed: str, claim: str) -> None:
    assert not signals_of(source, language, claim, claimed, _KINDS, BASE) - _WEAK


@pytest.mark.parametrize(
    ("hangul", "letters", "same"),
    [("라이칭더", "Lai Ching-te", True), ("우치춘", "Wu Chi-chun", True), ("우치춘", "Wu Chi-mei", False)],
)
def test_names_as_taiwan_spells_them(hangul: str, letters: str, *, same: bool) -> None:
    assert kin(letters, "en", hangul, "ko").is_same == same
