"""Names in other arrangements, and places put for others: local ones, stations, plants, schools, ports."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import names
from prism.checks.values import ClaimSource

_DAY = datetime(2026, 3, 14, 9, tzinfo=UTC)
_SURE = {"names.missing", "names.given", "names.altered", "names.instead", "names.absent", "names.office", "names.title", "names.moved", "names.other"}  # fmt: skip

SOURCES = {
    "k1": (
        "ko",
        ("더불어민주당 한지후 의원은 12일 국회에서 국토교통부의 수도권 광역급행철도 예산을 비판했다. "
        '한 의원은 "청주와 세종을 잇는 노선이 빠졌다"고 말했다. '
        "국토교통부 관계자는 내년 상반기까지 보완책을 내겠다고 밝혔다. "
        "청주시는 오송역 주변 부지를 이미 확보했으며, 청주시의회는 찬성 결의안을 냈다. "
        "국민의힘 소속 오세란 충북도지사도 건의서를 냈다."),
    ),
    "k2": (
        "ko",
        ("새온전자는 수원 공장에서 일하던 직원 40명을 평택 공장으로 옮긴다고 밝혔다. "
        "새온전자 노동조합은 회사가 협의 없이 결정했다며 반발했다. "
        "노조 위원장 남궁철은 4일 기자회견을 열고 파업을 예고했다. "
        "새온전자의 협력사인 두리정밀은 부산항을 통해 부품을 들여온다. "
        "한국노동조합총연맹은 새온전자 노조를 지지한다고 밝혔다. "
        "새온전자 주가는 유가증권시장에서 3% 내렸다."),
    ),
    "k3": (
        "ko",
        ("제14회 통영달빛음악제가 9월 3일 통영시 도남동 윤이상기념공원에서 막을 올린다. "
        "개막 공연은 피아니스트 마르코 벨리니와 해온시립교향악단이 맡는다. "
        "축제 조직위원회는 올해 관람객이 2만 명을 넘을 것으로 내다봤다. "
        "통영고등학교 관악부도 무대에 선다. "
        "축제는 경상남도와 문화체육관광부가 후원한다. "
        "폐막작은 체코 극단 '붉은 실'의 연극 '겨울 우체국'이다."),
    ),
    "k4": (
        "ko",
        ("화물선 '해랑7호'가 5일 새벽 여수 앞바다에서 어선과 부딪쳤다. "
        "해양경찰청은 선원 9명을 모두 구조했다고 밝혔다. "
        "해랑7호는 광양항을 떠나 일본 이바라키현 가시마시로 가던 길이었다. "
        "여수해양경찰서는 선장 배상문 씨를 불러 조사하고 있다. "
        "선사인 동백해운은 유가족이 아니라 다친 선원 두 명을 지원하겠다고 했다. "
        "어선은 고흥군 나로도 선적이다."),
    ),
    "k5": (
        "ko",
        ("도쿄 세이요대학 연구팀이 중국 뤄양의 화석에서 새 공룡을 찾아 국제학술지 네이처에 실었다. "
        "연구를 이끈 사토 겐이치 교수는 이 공룡이 깃털을 지녔다고 설명했다. "
        "세이요대와 허난과학기술대가 함께 연구했다. "
        "연구비는 일본학술진흥회가 댔다. "
        "화석은 서울 은평구 한빛자연사박물관에서 내년 3월까지 전시된다. "
        "대한민국 기상청과 무관하게 진행된 연구다."),
    ),
    "k6": (
        "ko",
        ("서울시 강동구 고덕동의 아파트 단지에서 16일 불이 나 주민 30명이 대피했다. "
        "강동소방서는 에어컨 실외기에서 불이 시작된 것으로 보고 있다. "
        "이재영 강동구청장은 현장을 찾아 지원을 약속했다. "
        "서울시는 재난관리기금을 쓰기로 했다. "
        "서울교통공사는 5호선 고덕역 출구 하나를 닫았다. "
        "FC한강의 경기는 예정대로 열린다."),
    ),
    "e1": (
        "en",
        ("Halvorsen Marine said on Tuesday it will close its shipyard in Grimsby and move 300 jobs to Hull. "
        "The GMB union called the decision a betrayal. "
        "Chief executive Petra Lindqvist told reporters that the company had lost a contract with the Royal Danish Navy. "
        "The Department for Business said it would talk to the firm. "
        "Halvorsen, founded in Bergen in 1921, also owns a plant in Gdynia, Poland. "
        "Labour MP Tom Askew demanded an inquiry in the House of Commons."),
    ),
    "e2": (
        "en",
        ("The Riverside Unified School District in California approved the Clean Bus Bill on Monday. "
        "Superintendent Maria Quintanilla said the district would buy 40 electric buses from Voltrans Inc. "
        "The Sierra Club praised the vote. "
        "Republican board member Hank Doyle opposed it. "
        "The buses will first serve Lincoln High School and Moreno Valley. "
        "The California Air Resources Board is paying for half of them."),
    ),
    "e3": (
        "en",
        ("Seoul-based Haneul Air will fly from Cheongju to Osaka from December, the airline announced on Wednesday. "
        "The carrier received approval from the Ministry of Land, Infrastructure and Transport. "
        "Haneul Air chief Kim Do-yun said the route would serve tourists from Chungcheong. "
        "The flight will use Terminal 1 of Kansai International Airport. "
        "Cheongju Mayor Lee Beom-seok welcomed the plan. "
        "A rival, Jeju Wings, flies from Muan to Fukuoka."),
    ),
    "e4": (
        "en",
        ("Malian soldiers fought insurgents near the town of Kidal, the army said. "
        "The United Nations mission, known as MINUSMA, evacuated 60 staff. "
        "Colonel Amadou Keita blamed fighters of the Azawad Front. "
        "The African Union urged restraint. "
        "The ferry Sahel Star was stopped at Gao on the Niger River. "
        "Keita's deputy, Fatou Diarra, will travel to Bamako on Friday."),
    ),
}  # fmt: skip


def _signals(source: str, claim: str, language: str) -> set[str]:
    tag, text = SOURCES[source]
    every = passages(ClaimSource("a", text, tag, _DAY))
    return {
        finding.signal
        for statement in statements(claim, language, _DAY)
        for finding in names.check(align(statement, every))
    }


@pytest.mark.parametrize(
    ("source", "language", "claim"),
    [
        ("k1", "ko", "민주당 한지후 의원이 국토부의 광역급행철도 예산을 국회에서 문제 삼았다."),
        ("k1", "ko", "국토부는 내년 상반기까지 보완책을 마련하겠다는 입장이다."),
        ("k1", "ko", "청주시의회가 찬성 결의안을 채택했고, 시는 오송역 인근 부지를 확보해 둔 상태다."),
        ("k1", "ko", "충북지사인 오세란은 국민의힘 소속으로, 역시 건의서를 제출했다."),
        ("k1", "ko", "여당과 야당을 가리지 않고 충북에서 노선 반영 요구가 나왔다."),
        ("k1", "ko", "한지후는 청주~세종 노선이 예산에서 제외됐다고 지적했다."),
        ("k1", "ko", "지방의회인 청주시의회도 결의안으로 찬성의 뜻을 밝혔다."),
        ("k2", "ko", "회사 측은 수원사업장 직원 40명을 평택으로 전환 배치한다."),
        ("k2", "ko", "새온전자노조는 사측이 일방적으로 결정했다고 반발하고 있다."),
        ("k2", "ko", "한국노총은 새온전자 노조에 대한 지지를 밝혔다."),
        ("k2", "ko", "남궁철 노조위원장이 기자회견에서 파업을 예고했다."),
        ("k2", "ko", "코스피 시장에서 새온전자 주식은 3% 하락했다."),
        ("k2", "ko", "부품은 협력업체 두리정밀이 부산항으로 들여온다."),
        ("k2", "ko", "노조의 반발에도 회사는 인력 재배치를 강행하려는 모습이다."),
        ("k3", "ko", "통영 달빛음악제가 9월 3일 윤이상 기념공원에서 개막한다."),
        ("k3", "ko", "문체부와 경남도가 이 축제를 후원한다."),
        ("k3", "ko", "조직위는 관람객 2만 명 돌파를 예상하고 있다."),
        ("k3", "ko", "통영고 관악부 학생들도 공연에 참여한다."),
        ("k3", "ko", "마지막 작품은 체코의 '붉은 실' 극단이 올리는 연극 '겨울우체국'이다."),
        ("k4", "ko", "해경은 해랑 7호와 어선의 충돌 사고에서 선원 9명 전원을 구조했다."),
        ("k4", "ko", "여수해경은 배상문 선장을 소환해 조사 중이다."),
        ("k4", "ko", "화물선은 광양에서 출항해 일본 가시마로 향하고 있었다."),
        ("k4", "ko", "선박 회사 동백해운은 부상 선원 2명에 대한 지원 의사를 밝혔다."),
        ("k5", "ko", "세이요대 사토 교수팀의 논문이 학술지 네이처에 게재됐다."),
        ("k5", "ko", "뤄양에서 나온 화석은 한빛자연사박물관에서 전시 중이며 내년 3월까지 볼 수 있다."),
        ("k5", "ko", "사토 겐이치는 이번에 발견된 공룡에게 깃털이 있었다고 말했다."),
        ("k5", "ko", "이 연구는 허난과기대와의 공동 연구로, 일본학술진흥회 지원을 받았다."),
        ("k5", "en", "The fossil will be on display at a museum in Seoul's Eunpyeong district until March next year."),
        ("k6", "ko", "고덕동 아파트에서 난 불로 주민 30명이 몸을 피했다."),
        ("k6", "ko", "강동소방서는 발화 지점을 에어컨 실외기로 추정한다."),
        ("k6", "ko", "시는 재난관리기금을 투입하기로 했다."),
        ("k6", "ko", "이 구청장은 화재 현장에서 지원을 약속했다."),
        ("k6", "ko", "지하철 5호선 고덕역 출구 한 곳이 폐쇄됐다."),
        ("k6", "en", "Gangdong-gu mayor Lee Jae-young visited the scene of the fire and promised support."),
        ("k4", "en", "The Korea Coast Guard said all nine crew members were rescued off Yeosu."),
        ("k2", "en", "Saeon Electronics is moving 40 workers from its Suwon factory to Pyeongtaek."),
        ("k1", "en", "Han Ji-hu of the Democratic Party criticised the land ministry's rail budget in the National Assembly."),
        ("e1", "en", "The Grimsby yard of Halvorsen Marine is to be shut, with 300 positions going to Hull."),
        ("e1", "en", "Lindqvist, the chief executive, said the Danish Navy contract had been lost."),
        ("e1", "en", "Norwegian-founded Halvorsen also runs a Polish plant, in Gdynia."),
        ("e1", "en", "Union leaders at the GMB described the move as a betrayal."),
        ("e1", "en", "Askew, a Labour Member of Parliament, wants an inquiry."),
        ("e1", "en", "Workers at the Yard face redundancy, while the Business Department plans talks with the Company."),
        ("e2", "en", "Riverside schools will purchase 40 electric buses from Voltrans under the Clean Bus Bill."),
        ("e2", "en", "Doyle, a Republican, voted against the plan, which the Sierra Club welcomed."),
        ("e2", "en", "State regulator CARB is covering half of the cost of the Buses."),
        ("e2", "en", "Students at Lincoln High and in Moreno Valley get the buses first."),
        ("e2", "en", "Quintanilla, the district's superintendent, announced the purchase."),
        ("e3", "ko", "하늘에어가 12월부터 청주~오사카 노선을 운항한다고 수요일 발표했다."),
        ("e3", "ko", "국토교통부가 하늘에어의 취항을 승인했다."),
        ("e3", "ko", "이범석 청주시장은 계획을 환영했다."),
        ("e3", "ko", "경쟁사인 제주윙스는 무안에서 후쿠오카로 비행기를 띄운다."),
        ("e3", "ko", "간사이국제공항 제1터미널을 이용하게 된다."),
        ("e3", "en", "Mayor Lee of Cheongju welcomed Haneul's new Osaka service."),
        ("e4", "en", "Col. Keita accused the Azawad Front, and the AU appealed for restraint."),
        ("e4", "ko", "말리군은 키달 인근에서 반군과 교전했다고 밝혔다."),
        ("e4", "ko", "아마두 케이타 대령은 아자와드전선 전투원들을 비난했다."),
        ("e4", "ko", "나이저강의 가오에서 여객선 사헬스타호가 멈춰 섰다."),
        ("e4", "ko", "케이타의 부관 파투 디아라는 금요일 바마코로 떠난다."),
        ("e1", "ko", "할보르센 마린은 그림즈비 조선소를 닫고 일자리 300개를 헐로 옮긴다."),
        ("e1", "ko", "노동당 소속 톰 애스큐 하원의원은 조사를 요구했다."),
    ],
)  # fmt: skip
def test_names_in_other_words_stand(source: str, language: str, claim: str) -> None:
    assert not _signals(source, claim, language) & _SURE


@pytest.mark.parametrize(
    ("source", "language", "claim"),
    [
        ("k1", "ko", "충주시의회는 찬성 결의안을 냈다."),
        ("k1", "ko", "한 의원은 천안과 세종을 잇는 노선이 빠졌다고 말했다."),
        ("k1", "en", "Chungju has already secured a site around Osong Station."),
        ("k2", "ko", "새온전자는 용인 공장에서 일하던 직원 40명을 평택 공장으로 옮긴다."),
        ("k2", "ko", "두리정밀은 인천항을 통해 부품을 들여온다."),
        ("k2", "en", "Saeon Electronics is moving 40 workers from its Yongin plant to Pyeongtaek."),
        ("k3", "ko", "음악제는 통영시 무전동 윤이상기념공원에서 열린다."),
        ("k3", "ko", "달빛음악제는 경상북도와 문화체육관광부가 후원한다."),
        ("k3", "ko", "거제고등학교 관악부도 무대에 선다."),
        ("k3", "en", "The festival opens on September 3 in Geoje with a concert by pianist Marco Bellini."),
        ("k4", "ko", "화물선 해랑7호가 5일 새벽 목포 앞바다에서 어선과 부딪쳤다."),
        ("k4", "ko", "해랑7호는 광양항을 떠나 일본 이바라키현 쓰쿠바시로 가던 길이었다."),
        ("k4", "ko", "해랑7호는 군산항을 떠나 일본으로 가던 길이었다."),
        ("k4", "ko", "어선은 완도군 나로도 선적이다."),
        ("k4", "en", "The cargo ship collided with a fishing boat off Mokpo."),
        ("k5", "ko", "연구팀은 중국 시안의 화석에서 새 공룡을 찾았다."),
        ("k5", "ko", "화석은 서울 마포구 한빛자연사박물관에서 전시된다."),
        ("k5", "ko", "교토 세이요대학 연구팀이 새 공룡을 찾아 네이처에 실었다."),
        ("k5", "en", "A dinosaur found in Xi'an, China, was described in Nature by a Tokyo team."),
        ("k6", "ko", "강동구 천호동의 아파트 단지에서 불이 나 주민 30명이 대피했다."),
        ("k6", "ko", "5호선 명일역 출구 하나가 닫혔다."),
        ("k6", "ko", "이재영 송파구청장은 현장을 찾아 지원을 약속했다."),
        ("e1", "en", "Halvorsen Marine will close its shipyard in Whitby and move 300 jobs to Hull."),
        ("e1", "en", "Halvorsen also owns a plant in Gdansk, Poland."),
        ("e1", "ko", "할보르센 마린은 휘트비 조선소를 닫고 일자리 300개를 헐로 옮긴다."),
        ("e1", "ko", "할보르센은 1921년 오슬로에서 설립됐다."),
        ("e2", "en", "The buses will first serve Jefferson High School and Moreno Valley."),
        ("e2", "en", "Riverside schools in Nevada approved the Clean Bus Bill."),
        ("e3", "ko", "하늘에어가 12월부터 충주~오사카 노선을 운항한다고 발표했다."),
        ("e3", "ko", "하늘에어는 12월부터 청주에서 나고야로 운항한다."),
        ("e3", "en", "Haneul Air will fly from Chungju to Osaka from December."),
        ("e3", "en", "Jeju Wings flies from Muan to Nagasaki."),
        ("e4", "en", "Malian soldiers fought insurgents near the town of Menaka."),
        ("e4", "ko", "말리군은 메나카 인근에서 반군과 교전했다고 밝혔다."),
    ],
)  # fmt: skip
def test_places_put_for_others_are_told(source: str, language: str, claim: str) -> None:
    assert _signals(source, claim, language) & _SURE
