"""A place put for another: of the same story or from outside it; and places that are left out, added or joined rightly."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import places

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)

DOCKS = (
    "Dockers at the port of Fremantle voted on Monday to begin a 48-hour stoppage. "
    "The container terminal in Geelong will stay open, operator Harwell Ports said. "
    "Spokeswoman Nadia Brandt said cargo from Launceston would be diverted by rail. "
    "A court in Hobart will hear the company's appeal on Friday. "
    "The ferry Corinna, which left Devonport with 320 passengers bound for Melbourne, turned back after an engine fire."
)
WATER = (
    "경남 통영시는 22일 욕지도에 해수담수화 시설을 짓는다고 밝혔다. 사업비 74억 원은 국비와 시비로 나눠 마련한다. "
    "거제의 한 조선소는 배관 설비를 납품하기로 했다. 창원지법은 24일 공사 중지 가처분 신청을 심문한다. "
    "시공사인 한려건설은 본사를 진주에서 사천으로 옮긴다. 여수 어민 40여 명은 고흥 앞바다에서 해상 시위를 벌였다."
)
GAUGES = (
    "長野県松本市の精密機器メーカー、浅間計器は12日、新工場を岐阜県高山市に建設すると発表した。"
    "投資額は62億円で、従業員180人を採用する。富山市の物流倉庫は来年3月に閉鎖する。"
    "三浦達也社長は松本市の本社で記者会見し、「海外より国内だ」と述べた。労組は金沢市で集会を開いた。"
)
HERBS = (
    "云南省昆明市一家制药企业8日宣布，将在大理市建设中药材种植基地。项目投资3.6亿元，占地2000亩。"
    "四川成都的研发中心将迁往重庆。公司董事长罗建平在昆明表示，首批药材后年上市。贵阳的经销商已签订合同。"
)

WRONG = [
    (DOCKS, "en", "en", "The container terminal in Fremantle will remain open, according to Harwell Ports."),
    (DOCKS, "en", "ko", "하웰포츠는 프리맨틀의 컨테이너 터미널은 계속 운영된다고 밝혔다."),
    (DOCKS, "en", "en", "Harwell's appeal will be heard by a court in Launceston on Friday."),
    (DOCKS, "en", "ko", "회사의 항소는 금요일 질롱 법원에서 심리된다."),
    (DOCKS, "en", "en", "The Corinna had set out from Melbourne with 320 passengers on board before the engine fire."),
    (DOCKS, "en", "ko", "나디아 브란트 대변인은 호바트에서 온 화물을 철도로 돌린다고 말했다."),
    (DOCKS, "en", "ko", "48시간 파업에 들어가기로 한 것은 번버리 항만 노동자들이다."),
    (WATER, "ko", "ko", "배관 설비는 통영의 한 조선소가 납품한다."),
    (WATER, "ko", "ko", "시공사인 한려건설은 본사를 거제로 옮길 계획이다."),
    (WATER, "ko", "ko", "고흥 어민 40여 명이 해상 시위를 벌였다."),
    (WATER, "ko", "en", "A shipyard in Jinju will supply the piping."),
    (WATER, "ko", "en", "Hallyeo Construction is relocating its headquarters to Changwon."),
    (WATER, "ko", "en", "About 40 fishermen staged a protest at sea off Sacheon."),
    (GAUGES, "ja", "ko", "아사마계기는 새 공장을 도야마시에 짓는다고 12일 발표했다."),
    (GAUGES, "ja", "ko", "가나자와시의 물류창고는 내년 3월 문을 닫는다."),
    (GAUGES, "ja", "ko", "노조는 다카야마시에서 집회를 열었다."),
    (GAUGES, "ja", "ko", "노조는 나고야시에서 집회를 열었다."),
    (HERBS, "zh", "ko", "쿤밍의 한 제약회사는 구이양에 약재 재배 기지를 짓는다고 밝혔다."),
    (HERBS, "zh", "ko", "다리시의 연구개발센터는 충칭으로 옮겨간다."),
    (HERBS, "zh", "ko", "청두의 대리상은 이미 계약을 맺었다."),
]
RIGHT = [
    (DOCKS, "en", "en", "Dockers in Fremantle will stop work for 48 hours."),
    (DOCKS, "en", "ko", "하웰포츠는 질롱의 컨테이너 터미널은 문을 닫지 않는다고 했다."),
    (DOCKS, "en", "ko", "호바트 법원은 금요일 회사 측 항소를 심리한다."),
    (DOCKS, "en", "en", "An Australian court will hear the appeal on Friday."),
    (DOCKS, "en", "ko", "데번포트를 떠나 멜버른으로 가던 여객선 코린나호는 기관 화재로 되돌아왔다."),
    (DOCKS, "en", "en", "Cargo from Launceston is to go by rail while the strike in Fremantle lasts."),
    (DOCKS, "en", "ko", "오스트레일리아 태즈메이니아주 호바트의 법원이 금요일 항소를 다룬다."),
    (
        DOCKS,
        "en",
        "en",
        "While Fremantle strikes, Harwell's terminal stays open and the appeal will be heard on Friday.",
    ),
    (WATER, "ko", "ko", "통영시가 짓는 담수화 시설의 배관은 거제 조선소가 납품한다."),
    (WATER, "ko", "ko", "한려건설 본사는 진주를 떠나 사천으로 간다."),
    (WATER, "ko", "en", "A shipyard in Geoje, South Gyeongsang, will supply the piping."),
    (WATER, "ko", "en", "Fishermen from Yeosu protested off Goheung."),
    (WATER, "ko", "ko", "경남의 한 시는 섬에 담수화 시설을 짓는다."),
    (WATER, "ko", "ko", "여수 어민들은 전남 고흥 앞바다에서 시위를 했다."),
    (WATER, "ko", "ko", "통영 담수화 시설에 들어갈 사업비는 74억 원이다."),
    (GAUGES, "ja", "ko", "아사마계기는 기후현 다카야마시에 62억 엔을 들여 공장을 새로 짓는다."),
    (GAUGES, "ja", "ko", "도야마시에 있는 물류창고는 내년 3월 폐쇄된다."),
    (GAUGES, "ja", "ko", "노조 집회는 가나자와에서 열렸다."),
    (GAUGES, "ja", "ko", "미우라 다쓰야 사장은 마쓰모토시 본사에서 회견했다."),
    (GAUGES, "ja", "ko", "마쓰모토의 정밀기기 업체는 180명을 뽑는다."),
    (HERBS, "zh", "ko", "중국 제약회사가 윈난성 다리에 약재 재배 기지를 건설한다."),
    (HERBS, "zh", "ko", "청두에 있는 연구개발센터는 충칭으로 이전한다."),
    (HERBS, "zh", "ko", "구이양의 판매상은 계약을 마쳤다."),
    (HERBS, "zh", "ko", "쿤밍 제약사의 사업에는 3억6천만 위안이 들어간다."),
]


def raised(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return signals(source, language, claim, claimed, [places.check], BASE)


@pytest.mark.parametrize(("source", "language", "claimed", "claim"), WRONG)
def test_another_place_is_told(source: str, language: str, claimed: str, claim: str) -> None:
    assert raised(source, language, claim, claimed)


@pytest.mark.parametrize(("source", "language", "claimed", "claim"), RIGHT)
def test_a_right_place_is_left_alone(source: str, language: str, claimed: str, claim: str) -> None:
    assert not raised(source, language, claim, claimed)
