"""A part that a claim leaves out: of a number, of some, of those who were asked; the same part in other words stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import scope

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
LEFT_OUT = [
    ("ko", "설명회에는 인근 마을 12곳 중 7곳의 이장이 참석했다.", "ko", "설명회에는 인근 마을 12곳의 이장이 참석했다.", "scope.number"),
    ("en", "Ferry services resumed on one of the island's three routes.", "ko", "섬의 세 노선에서 여객선 운항이 재개됐다.", "scope.number"),
    ("ja", "移転先の候補地3カ所のうち2カ所は浸水想定区域にある。", "ko", "이전 후보지 3곳은 침수 예상 구역에 있다.", "scope.number"),
    ("zh", "公司三座加工厂中的一座已于本月停产检修。", "ko", "회사의 가공 공장 3곳이 이달 점검을 위해 가동을 멈췄다.", "scope.number"),
    ("ko", "6개 시·군 중 4곳은 조기 착공을 건의했다.", "ko", "시·군 6곳은 조기 착공을 건의했다.", "scope.number"),
    ("en", "One of the two students remains in hospital.", "en", "Both students remain in hospital.", "scope.number"),
    ("zh", "上海两大机场14日取消航班620架次,高铁杭甬段停运。", "ko", "상하이 공항에서 항공편 620편이 취소되고 저장성 전역의 고속철도 운행도 멈췄다.", "scope.wider"),
    ("zh", "延长段设7座车站,其中4座将于年底开通。", "ko", "연장 구간의 7개 역이 연말에 문을 연다.", "scope.number"),
    ("en", "Four of the 12 members of the committee voted for a cut.", "en", "The 12 members of the committee voted for a cut.", "scope.number"),
    ("ko", "사업 부지 3개 구역 가운데 1구역은 공사가 40%가량 진행됐다.", "ko", "사업 부지 3개 구역의 공사가 40%가량 진행됐다.", "scope.number"),
    ("ko", "인근 상인 일부는 공사 지연으로 매출이 줄었다고 호소한다.", "ko", "인근 상인들은 공사 지연으로 매출이 줄었다고 호소한다.", "scope.some"),
    ("ja", "取引先の一部は納期の遅れを懸念している。", "ko", "거래처들은 납기가 늦어질까 우려하고 있다.", "scope.some"),
    ("en", "Some bakeries in Cork will close on Friday.", "en", "Bakeries in Cork will close on Friday.", "scope.some"),
    ("ja", "市民アンケートでは回答者の58%が移転に賛成した。", "ko", "시민의 58%가 도서관 이전에 찬성했다.", "scope.share"),
    ("ko", "조합원 900명이 참여한 투표에서 투표자의 81%가 찬성했다.", "en", "The union said 81% of its members were in favour.", "scope.share"),
]  # fmt: skip
TOLD = [
    ("ko", "설명회에는 인근 마을 12곳 중 7곳의 이장이 참석했다.", "ko", "인근 12개 마을 중 다섯 곳의 이장은 설명회에 나오지 않았다."),
    ("en", "Ferry services resumed on one of the island's three routes.", "ko", "섬으로 가는 세 노선 가운데 하나에서 운항이 재개됐다."),
    ("en", "Fire reached nine villages. Four of the nine villages were evacuated.", "ko", "불은 마을 9곳으로 번졌다."),
    ("zh", "延长段设7座车站,其中4座将于年底开通。", "ko", "연장 구간에는 7개 역이 들어선다."),
    ("en", "The vaccine cut infections in a trial of 3,400 adults.", "ko", "백신은 성인 3천400명이 참여한 시험에서 감염을 줄였다."),
    ("ko", "인근 상인 일부는 공사 지연으로 매출이 줄었다고 호소한다.", "ko", "공사가 늦어져 매출이 줄었다는 인근 상인도 있다."),
    ("en", "Some 400 farmers marched in Lyon.", "ko", "리옹에서 농민 400명가량이 행진했다."),
    ("en", "The clinic took part in the search.", "en", "The clinic joined the search."),
    ("ja", "取引先の一部は納期の遅れを懸念している。", "ko", "일부 거래처에서는 납기 지연을 걱정하는 목소리가 나온다."),
    ("ja", "市民アンケートでは回答者の58%が移転に賛成した。", "ko", "설문에 응답한 시민의 58%가 이전에 찬성했다."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "source", "language", "claim", "signal"), LEFT_OUT)
def test_a_part_left_out_is_found(written: str, source: str, language: str, claim: str, signal: str) -> None:
    assert signal in signals(source, written, claim, language, [scope.check], BASE)


@pytest.mark.parametrize(("written", "source", "language", "claim"), TOLD)
def test_the_same_part_in_other_words_stands(written: str, source: str, language: str, claim: str) -> None:
    found = signals(source, written, claim, language, [scope.check], BASE)
    assert not found & {"scope.number", "scope.some", "scope.share"}
