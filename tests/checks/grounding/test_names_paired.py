"""Persons and firms put for others of the same office: from the same story, from outside, or half changed; and fair retellings."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import names

BASE = datetime(2026, 5, 12, 9, tzinfo=UTC)
STRONG = frozenset({
    "names.replaced", "names.given", "names.altered", "names.absent", "names.missing", "names.other", "names.partner",
    "names.firm", "names.office", "names.elsewhere",
})  # fmt: skip
"""Signals that say a name is another's."""

ORCHESTRA = (
    "Violinist Marit Solvang will replace Dominik Freitag as concertmaster of the Bergen orchestra in January. "
    "Managing director Paula Ekeland said three candidates had auditioned. "
    "Freitag, 61, is retiring after 22 seasons. "
    "The musicians' union representative, Tobias Rehn, criticised the choice as rushed."
)
DEVICE = (
    "의료기기 업체 나래메딕은 3일 휴대용 심전도계를 미국에 출시했다고 밝혔다. "
    "심윤호 대표는 첫해 매출 목표를 120억 원으로 제시했다. "
    "개발을 총괄한 채민서 연구소장은 배터리가 40시간 간다고 설명했다. "
    "한빛증권 애널리스트 도정우는 경쟁 심화를 우려했다. "
    "환자 단체의 양옥순(67) 회장은 가격이 비싸다고 지적했다."
)
RESCUE = (
    "長野県大町市の北沢小屋近くで21日、登山客の男性が滑落し、県警のヘリコプターで救助された。"
    "小屋を営む矢島康夫さん(58)が通報した。"
    "救助隊を率いた土屋雅人隊長は「ロープがなければ危なかった」と話した。"
    "男性は足の骨を折ったが、命に別条はないという。"
    "登山ガイドの岸本早苗さんは、雪解け直後の道は特に滑りやすいと注意を呼びかけた。"
)
VASE = (
    "杭州钱塘博物馆5日宣布,去年失窃的一件南宋瓷瓶已追回。"
    "馆长傅雅琴表示,瓷瓶将在修复后重新展出。"
    "警方负责人熊志远称,两名嫌疑人在温州被捕。"
    "文物专家毕学军指出,瓶口有一处裂痕。"
    "志愿者娄小曼回忆说,失窃当天展厅的警报没有响。"
)
ROUTE = (
    "Coralwind Airlines will drop its route between Auckland and Suva in March, the carrier said. "
    "Chief financial officer Renata Kovacs blamed fuel prices. "
    "Rival Pacific Meridian plans to add two flights a week. "
    "Fiji's tourism minister, Viliame Tora, called the decision disappointing. "
    "Pilots' association chair Gareth Munro said 38 jobs were at risk; he urged talks."
)
CURLING = (
    "여자 컬링 춘천시청이 12일 진천에서 열린 결승에서 경기도청을 8-6으로 꺾었다. "
    "스킵 배수아가 10엔드 마지막 샷을 성공시켰다. "
    "경기도청은 서드 남가희가 손목을 다쳐 8엔드부터 뛰지 못했다. "
    "춘천시청 표성민 코치는 빙질이 까다로웠다고 말했다."
)

_WRONG = [
    ("en", "ko", ROUTE, "퍼시픽 메리디언은 3월에 오클랜드와 수바를 잇는 노선을 접는다."),
    ("en", "ko", ORCHESTRA, "토비아스 렌 상무이사는 후보 세 명이 오디션을 봤다고 말했다."),
    ("en", "ko", ORCHESTRA, "잉그리 모엔 전무는 후보 3명이 오디션을 치렀다고 밝혔다."),
    ("en", "en", ORCHESTRA, "Tobias Rehn is retiring after 22 seasons."),
    ("en", "en", ORCHESTRA, "Managing director Paula Lindqvist said three candidates had auditioned."),
    ("ko", "ko", DEVICE, "채민서 연구소장은 첫해 매출 목표로 120억 원을 제시했다."),
    ("ko", "ko", DEVICE, "애널리스트 문태규는 경쟁이 심해질 수 있다고 우려했다."),
    ("ko", "ko", DEVICE, "양옥희 회장은 값이 비싸다고 꼬집었다."),
    ("ko", "ko", DEVICE, "한빛메딕은 휴대용 심전도계를 미국 시장에 내놨다."),
    ("ko", "en", DEVICE, "Chae Min-seo set a first-year sales target of 12 billion won."),
    ("ko", "en", DEVICE, "Analyst Do Jin-hyuk voiced concern about growing competition."),
    ("ko", "en", DEVICE, "Patient group head Yang Mi-kyung said the price was too high."),
    ("ja", "ko", RESCUE, "구조대의 쓰치야 히로시 대장은 밧줄이 없었으면 위험했다고 했다."),
    ("ja", "ko", RESCUE, "등산 가이드 이노우에 사나에 씨는 눈이 막 녹은 길은 특히 미끄럽다며 주의를 당부했다."),
    ("zh", "ko", VASE, "슝즈위안 관장은 도자기 병을 복원한 뒤 다시 전시하겠다고 밝혔다."),
    ("zh", "ko", VASE, "푸메이란 관장은 복원을 마친 뒤 다시 전시한다고 말했다."),
    ("zh", "ko", VASE, "문화재 전문가 왕더성은 병 입구에 금이 갔다고 지적했다."),
    ("zh", "ko", VASE, "자원봉사자 비쉐쥔은 도난 당일 전시실 경보가 울리지 않았다고 떠올렸다."),
    ("en", "ko", ROUTE, "빌리아메 라투 관광장관은 실망스러운 결정이라고 말했다."),
    ("en", "ko", ROUTE, "조종사협회장 휴 달턴은 일자리 38개가 위험하다고 했다."),
    ("en", "en", ROUTE, "Pilots' association chair Gareth Monk said 38 jobs were at risk."),
    ("en", "en", ROUTE, "Fiji's tourism minister, Gareth Munro, called the decision disappointing."),
    ("ko", "ko", CURLING, "스킵 남가희가 10엔드 마지막 샷을 성공시켜 승부를 갈랐다."),
    ("ko", "ko", CURLING, "경기도청은 서드 한지우가 손목 부상으로 8엔드부터 빠졌다."),
    ("ko", "en", CURLING, "Skip Nam Ga-hee made the last shot of the 10th end."),
    ("ko", "en", CURLING, "Coach Pyo Jae-hyun said the ice had been tricky."),
]

_UNFOUND = [
    ("en", "ko", ORCHESTRA, "음악인 노조 대표 토비아스 린드는 이번 인선이 성급했다고 비판했다."),
    ("ja", "ko", RESCUE, "산장을 운영하는 기시모토 사나에가 신고했다."),
    ("ja", "ko", RESCUE, "구조대를 이끈 고토 겐이치 대장은 로프가 없었다면 위험했을 것이라고 말했다."),
    ("en", "ko", ROUTE, "최고재무책임자 개러스 먼로는 연료비를 이유로 들었다."),
]
"""What no rule finds yet: a surname near the right one, offices told by deeds, unlisted readings, firms in each other's place."""

_FAIR = [
    ("en", "ko", ORCHESTRA, "노조 대표 토비아스 렌은 너무 서둘러 뽑았다고 꼬집었다."),
    ("en", "ko", ORCHESTRA, "도미니크 프라이타크는 22시즌을 마치고 은퇴한다."),
    ("en", "ko", ORCHESTRA, "파울라 에켈란 총괄이사에 따르면 후보 세 명이 오디션을 치렀다."),
    ("en", "ko", ORCHESTRA, "61세인 프라이타크의 뒤를 이어 바이올리니스트 마리트 솔방이 악장을 맡는다."),
    ("en", "en", ORCHESTRA, "Three candidates auditioned, according to Paula Ekeland."),
    ("en", "en", ORCHESTRA, "Dominik Freitag retires after 22 seasons and Marit Solvang takes over in January."),
    ("ko", "ko", DEVICE, "배터리는 한 번 충전으로 40시간 쓸 수 있다고 채민서 소장은 말했다."),
    ("ko", "ko", DEVICE, "심윤호 대표가 내건 첫해 매출 목표는 120억 원이다."),
    ("ko", "ko", DEVICE, "도정우 애널리스트는 경쟁이 치열해지는 점을 걱정했다."),
    ("ko", "en", DEVICE, "Analyst Do Jung-woo was worried that competition is intensifying."),
    ("ko", "en", DEVICE, "Chief executive Shim Yoon-ho set a sales target of 12 billion won for the first year."),
    ("ko", "en", DEVICE, "Yang Ok-soon, who heads a patients' group, said it costs too much."),
    ("ja", "ko", RESCUE, "산장 주인 야지마 야스오 씨가 신고했다."),
    ("ja", "ko", RESCUE, "쓰치야 마사토 구조대장은 로프가 아니었으면 위험했다고 전했다."),
    ("ja", "ko", RESCUE, "가이드인 기시모토 사나에 씨는 눈 녹은 직후 길이 미끄러우니 조심하라고 당부했다."),
    ("ja", "ko", RESCUE, "구조된 남성은 다리가 부러졌지만 생명에는 지장이 없다."),
    ("zh", "ko", VASE, "푸야친 관장은 복원 뒤 다시 전시할 계획이라고 밝혔다."),
    ("zh", "ko", VASE, "경찰 책임자 슝즈위안은 용의자 두 명을 원저우에서 붙잡았다고 했다."),
    ("zh", "ko", VASE, "비쉐쥔 전문가에 따르면 병 주둥이에 균열이 한 군데 있다."),
    ("zh", "ko", VASE, "자원봉사자 러우샤오만은 그날 경보가 울리지 않았다고 회상했다."),
    ("en", "ko", ROUTE, "레나타 코바치 최고재무책임자는 유가를 탓했다."),
    ("en", "ko", ROUTE, "코럴윈드 항공은 3월 오클랜드와 수바를 잇는 노선을 없앤다."),
    ("en", "ko", ROUTE, "경쟁사 퍼시픽 메리디언은 주 2편을 늘릴 계획이다."),
    ("en", "ko", ROUTE, "피지의 빌리아메 토라 관광부 장관은 실망스럽다고 했다."),
    ("en", "ko", ROUTE, "개러스 먼로 조종사협회장은 38명이 일자리를 잃을 수 있다며 대화를 촉구했다."),
    ("en", "en", ROUTE, "Gareth Munro, who chairs the pilots' association, warned that 38 jobs could go."),
    ("ko", "ko", CURLING, "10엔드 마지막 샷은 스킵 배수아의 몫이었다."),
    ("ko", "ko", CURLING, "경기도청 서드 남가희는 손목을 다쳐 8엔드 이후 나서지 못했다."),
    ("ko", "en", CURLING, "Third Nam Ga-hee sat out from the eighth end with a wrist injury."),
    ("ko", "en", CURLING, "The ice was tricky, coach Pyo Seong-min said."),
]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _WRONG)
def test_another_name_in_the_same_place_is_found(language: str, claimed: str, source: str, claim: str) -> None:
    assert signals(source, language, claim, claimed, (names.check,), BASE) & STRONG


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_the_right_name_is_left_alone(language: str, claimed: str, source: str, claim: str) -> None:
    assert not signals(source, language, claim, claimed, (names.check,), BASE) & STRONG


@pytest.mark.xfail(strict=True, reason="no rule finds these yet")
@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _UNFOUND)
def test_another_name_is_not_found_yet(language: str, claimed: str, source: str, claim: str) -> None:
    assert signals(source, language, claim, claimed, (names.check,), BASE) & STRONG
