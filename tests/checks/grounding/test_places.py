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

TRAIN = (
    "A freight train carrying 1,900 tonnes of potash derailed near Brandon, Manitoba, early on Sunday. "
    "The train had left Saskatoon on Saturday night and was heading for Thunder Bay. "
    "Two crew members were treated at a clinic in Portage la Prairie. "
    "Investigators from Winnipeg found a broken rail, Transport Board spokesman Leif Aaltonen said. "
    "A similar derailment near Moose Jaw injured four people in 2019."
)
FIRE = (
    "15일 새벽 3시께 충북 제천시의 목재 공장에서 불이 나 창고 두 동을 태웠다. 소방 당국은 단양과 영월에서 소방차 18대를 불러 진화에 나섰다. "
    "공장 관계자 1명은 연기를 마셔 원주의 병원으로 이송됐다. 이 공장을 운영하는 두솔임업은 충주에도 제재소를 두고 있다. "
    "경찰은 국립과학수사연구원과 합동 감식을 벌인다."
)
CANAL = (
    "江苏省扬州市11日宣布，古运河夜游航线将于5月1日恢复。首批六艘电动游船由无锡一家船厂建造。"
    "苏州的旅游集团投资2.3亿元。去年，镇江曾因水位过低取消同类航线。市旅游局局长沈国栋说，票价不变。"
)
FERRY = (
    "鹿児島市と奄美大島を結ぶフェリー「なぎさ」は5日、エンジンの故障で宮崎市の港に緊急入港した。"
    "乗客212人は長崎市から来た代替船に乗り換えた。運航会社の南海汽船は福岡市に本社を置く。"
    "部品は神戸市の工場から取り寄せるという。"
)

VIRUS = (
    "Health officials in Cork confirmed 14 cases of measles on Wednesday, eleven of them at a primary school in Bandon. "
    "A vaccination clinic will open in Mallow on Saturday. "
    "Two infants are being treated at a hospital in Dublin, said Dr Aoife Lenihan, who heads the response. "
    "A nurse who had travelled from Lisbon is thought to be the first case. "
    "Schools in Limerick reported an outbreak of 30 cases last spring."
)
DRONE = (
    "강원 원주시의 드론 업체 가온비행은 6일 폴란드 방산기업과 1200억 원 규모의 공급 계약을 맺었다. "
    "계약식은 바르샤바에서 열렸다. 가온비행은 경북 구미에 조립 공장을, 대전에 연구소를 두고 있다. "
    "첫 물량은 내년 3월 그단스크항으로 보내진다. 심재호 대표는 체코에도 수출을 타진하고 있다고 말했다. "
    "경쟁사 한빛에어로는 지난달 창원에서 시험비행에 실패했다."
)
SAKE = (
    "新潟県長岡市の酒蔵「越乃沢酒造」は3日、シンガポールに初の海外店を開くと発表した。"
    "店は9月に開業し、約40種類の酒を並べる。米は十日町市の農家12戸と契約して仕入れる。"
    "瓶詰めは上越市の工場が担う。昨年、台北で開いた試飲会には800人が訪れた。"
)
BRIDGE = (
    "湖北省宜昌市的一座公路桥2日发生局部塌陷，造成3人受伤，伤者被送往武汉的医院。"
    "承建方来自长沙，曾于2019年在岳阳修建过类似桥梁。荆州的货车司机需绕行60公里。"
    "交通部门负责人彭志远说，桥梁将封闭三个月。"
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
    (TRAIN, "en", "en", "The derailed train was on its way from Thunder Bay when the accident happened."),
    (TRAIN, "en", "en", "Both injured crew members were taken to a clinic in Saskatoon."),
    (TRAIN, "en", "ko", "무스조의 한 진료소가 승무원 두 명을 치료했다."),
    (TRAIN, "en", "ko", "2019년에는 브랜던 인근에서 비슷한 탈선 사고로 4명이 다쳤다."),
    (TRAIN, "en", "ko", "화물열차는 토요일 밤 리자이나를 출발했다."),
    (FIRE, "ko", "ko", "연기를 마신 공장 관계자는 제천의 병원으로 옮겨졌다."),
    (FIRE, "ko", "ko", "두솔임업은 단양에도 제재소를 운영한다."),
    (FIRE, "ko", "ko", "새벽에 불이 난 곳은 원주시의 목재 공장이었다."),
    (CANAL, "zh", "ko", "전기 유람선 6척은 쑤저우의 한 조선소가 만들었다."),
    (CANAL, "zh", "ko", "지난해 우시에서는 수위가 낮아 같은 노선이 취소됐다."),
    (CANAL, "zh", "ko", "양저우의 관광그룹이 2억3천만 위안을 투자했다."),
    (FERRY, "ja", "ko", "페리 나기사호는 엔진 고장으로 나가사키시의 항구에 긴급 입항했다."),
    (FERRY, "ja", "ko", "부품은 후쿠오카시의 공장에서 들여온다."),
    (FERRY, "ja", "ko", "운항사 난카이기선은 오사카시에 본사를 두고 있다."),
    (VIRUS, "en", "en", "Eleven of the measles cases were found at a primary school in Mallow."),
    (VIRUS, "en", "en", "Two babies are in a Limerick hospital, according to Dr Aoife Lenihan."),
    (VIRUS, "en", "ko", "토요일에는 밴던에 예방접종소가 문을 연다."),
    (VIRUS, "en", "ko", "첫 환자는 더블린에서 온 간호사로 추정된다."),
    (VIRUS, "en", "ko", "지난봄 골웨이의 학교들에서는 30명의 집단 감염이 보고됐다."),
    (DRONE, "ko", "ko", "가온비행의 조립 공장은 창원에 있다."),
    (DRONE, "ko", "ko", "한빛에어로는 지난달 대전에서 시험비행을 하다 실패했다."),
    (DRONE, "ko", "en", "Gaon Aviation has a research institute in Gumi."),
    (DRONE, "ko", "en", "Chief executive Shim Jae-ho said the company was also exploring exports to Slovakia."),
    (SAKE, "ja", "ko", "병입은 도카마치시 공장이 맡는다."),
    (SAKE, "ja", "ko", "양조장은 타이베이에 첫 해외 매장을 연다고 발표했다."),
    (SAKE, "ja", "ko", "쌀은 조에쓰시의 농가 12곳과 계약해 사들인다."),
    (BRIDGE, "zh", "ko", "시공사는 2019년 징저우에서 비슷한 다리를 지었다."),
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
    (
        TRAIN,
        "en",
        "en",
        "The train, bound for Thunder Bay, came off the tracks in Manitoba with 1,900 tonnes of potash.",
    ),
    (TRAIN, "en", "en", "Two of the crew were treated after the derailment near Brandon."),
    (TRAIN, "en", "ko", "매니토바주 브랜던 인근에서 탈선한 열차는 새스커툰을 출발한 것이었다."),
    (TRAIN, "en", "ko", "캐나다 위니펙에서 온 조사관들은 부러진 레일을 찾아냈다."),
    (TRAIN, "en", "ko", "브랜던 사고의 원인은 부러진 레일로 파악됐다고 교통위원회는 밝혔다."),
    (FIRE, "ko", "ko", "제천 목재 공장 화재로 1명이 병원에 실려 갔다."),
    (FIRE, "ko", "ko", "제천 화재에 단양, 영월 소방차까지 18대가 출동했다."),
    (FIRE, "ko", "ko", "충주 제재소도 두솔임업이 운영한다."),
    (FIRE, "ko", "en", "One worker in Jecheon was taken to hospital after breathing in smoke."),
    (FIRE, "ko", "en", "Police will examine the Jecheon plant together with forensic experts."),
    (CANAL, "zh", "ko", "양저우 운하를 오갈 전기 유람선 6척은 우시에서 건조됐다."),
    (CANAL, "zh", "ko", "장쑤성 전장에서는 지난해 낮은 수위 탓에 같은 노선이 취소됐다."),
    (CANAL, "zh", "ko", "쑤저우 관광그룹이 양저우 야간 유람선 사업에 2억3천만 위안을 댔다."),
    (FERRY, "ja", "ko", "가고시마와 아마미오시마를 오가는 페리가 고장으로 미야자키에 들어갔다."),
    (FERRY, "ja", "ko", "후쿠오카에 본사를 둔 난카이기선은 고베에서 부품을 가져온다."),
    (FERRY, "ja", "ko", "승객 212명은 나가사키에서 온 배로 갈아탔다."),
    (VIRUS, "en", "en", "Fourteen people in County Cork have measles, most of them pupils in Bandon."),
    (VIRUS, "en", "en", "A Dublin hospital is caring for two infants."),
    (VIRUS, "en", "ko", "아일랜드 코크에서 홍역 환자 14명이 확인돼 토요일 맬로에 접종소가 열린다."),
    (VIRUS, "en", "ko", "리스본을 다녀온 간호사가 첫 환자로 보인다."),
    (VIRUS, "en", "ko", "코크의 홍역 대응을 이끄는 이파 레니한 박사는 영아 2명이 치료를 받고 있다고 말했다."),
    (DRONE, "ko", "ko", "원주의 가온비행이 만든 드론은 내년 3월 폴란드로 간다."),
    (DRONE, "ko", "ko", "구미 공장에서 드론을 조립하는 가온비행은 1200억 원짜리 계약을 따냈다."),
    (DRONE, "ko", "ko", "가온비행은 바르샤바에서 폴란드 방산기업과 계약서에 서명했다."),
    (DRONE, "ko", "en", "The Wonju drone maker signed the deal in the Polish capital."),
    (DRONE, "ko", "en", "Gaon, which assembles drones in Gumi, ships its first batch to Gdansk next March."),
    (SAKE, "ja", "ko", "나가오카의 양조장이 9월 싱가포르에 가게를 낸다."),
    (SAKE, "ja", "ko", "싱가포르 매장에는 술 40종가량이 진열된다."),
    (SAKE, "ja", "ko", "도카마치 농가 12곳이 이 양조장에 쌀을 공급한다."),
    (BRIDGE, "zh", "ko", "중국 이창에서 다리 일부가 내려앉아 3명이 우한 병원으로 옮겨졌다."),
    (BRIDGE, "zh", "ko", "징저우 화물차 기사들은 60km를 우회해야 한다."),
]


def raised(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return signals(source, language, claim, claimed, [places.check], BASE)


@pytest.mark.parametrize(("source", "language", "claimed", "claim"), WRONG)
def test_another_place_is_told(source: str, language: str, claimed: str, claim: str) -> None:
    assert raised(source, language, claim, claimed)


@pytest.mark.parametrize(("source", "language", "claimed", "claim"), RIGHT)
def test_a_right_place_is_left_alone(source: str, language: str, claimed: str, claim: str) -> None:
    assert not raised(source, language, claim, claimed)
