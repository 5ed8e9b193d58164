"""Figures as news in four languages tell them and as a brief would say them otherwise, and with one thing wrong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding import held_against

from prism.checks.rules.grounding import figures, units

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)
WEAK = frozenset({"figures.vague", "figures.sum"})


def clear_signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return held_against.signals(source, language, claim, claimed, (figures.check, units.check), BASE) - WEAK


_SAID_OTHERWISE = [
    (
        "ja",
        "ko",
        "川が氾濫し、3県で床上浸水が計1200棟に上った。",
        "하천이 범람해 3개 현에서 주택과 건물 1200채가 침수됐다.",
    ),
    ("ja", "ko", "参加者は約2万人で、前年の1.5倍に増えた。", "참가자는 2만 명가량으로 1년 전보다 50% 늘었다."),
    ("ja", "ko", "震度5弱を観測し、マグニチュード(M)は5.8と推定される。", "규모는 5.8로 추정되며 진도 5약이 관측됐다."),
    ("ja", "ko", "委員会は賛成9、反対3で可決した。", "위원회는 9 대 3으로 안건을 통과시켰다."),
    ("ja", "ko", "半世紀ぶりに再開された。", "50년 만에 다시 열렸다."),
    ("ja", "ko", "男女10人ずつ、計20人が選ばれた。", "남녀 각각 10명이 뽑혔다."),
    (
        "ja",
        "ko",
        "3年連続で過去最高を更新し、売上高は1兆2345億円となった。",
        "매출은 1조2000억 엔을 넘어 3년째 최고치를 갈아치웠다.",
    ),
    ("ja", "ko", "1回目の接種から2週間後に実施する。", "첫 접종 14일 뒤에 실시한다."),
    ("ja", "ko", "10月までの半年間で7割が値上げした。", "10월까지 6개월 동안 70%가 값을 올렸다."),
    ("ja", "ko", "二十代の男性2人が軽いけがをした。", "20대 남성 두 명이 경상을 입었다."),
    ("ja", "ko", "数千人規模のデモが続いた。", "수천 명이 시위에 나섰다."),
    ("ja", "ko", "料金を100円引き上げて300円にする。", "요금은 200엔에서 300엔으로 오른다."),
    ("zh", "ko", "累计发电量达3.2亿千瓦时。", "누적 발전량은 3억2000만kWh에 이른다."),
    ("zh", "ko", "新增岗位12.8万个，同比增长一成半。", "일자리는 12만8000개 늘어 1년 전보다 15% 많았다."),
    ("zh", "ko", "该桥全长两千多米，工期三年半。", "다리 길이는 2㎞가 넘고 공사에는 3년 6개월이 걸린다."),
    ("zh", "ko", "约三分之一的受访者表示支持。", "응답자 셋 중 하나꼴로 지지했다."),
    ("zh", "ko", "近八成学校已复课。", "학교 80% 가까이가 수업을 재개했다."),
    ("zh", "ko", "气温降至零下15摄氏度。", "기온이 영하 15도까지 떨어졌다."),
    ("zh", "ko", "工程总投资逾百亿元。", "사업비는 100억 위안이 넘는다."),
    ("zh", "ko", "两个月内已有十余人被捕，其中七人为女性。", "두 달 사이 10여 명이 체포됐고 이 중 7명은 여성이다."),
    ("zh", "ko", "半数以上的村庄断电。", "마을의 절반 이상이 정전됐다."),
    ("zh", "ko", "价格翻了一番。", "가격이 두 배로 뛰었다."),
    ("zh", "ko", "票价由5元下调至3元。", "요금은 2위안 내려 3위안이 됐다."),
    ("en", "ko", "The council voted 7-2 to approve the plan.", "의회는 찬성 7표, 반대 2표로 계획을 승인했다."),
    ("en", "ko", "A dozen people were hurt, two of them seriously.", "12명이 다쳤으며 이 가운데 2명은 중상이다."),
    ("en", "ko", "The museum drew a quarter of a million visitors.", "박물관에는 25만 명이 다녀갔다."),
    ("en", "ko", "Dozens of homes were destroyed.", "주택 수십 채가 무너졌다."),
    (
        "en",
        "ko",
        "The three-decade-old bridge will close for a fortnight.",
        "지어진 지 30년 된 다리가 2주 동안 통제된다.",
    ),
    ("en", "ko", "Sales tripled to $1.2bn.", "매출은 세 배인 12억 달러로 늘었다."),
    ("en", "ko", "She was jailed for two and a half years.", "그는 징역 2년 6개월을 선고받았다."),
    (
        "en",
        "ko",
        "The mayor, in her fifth term, won 54.3% of the vote against 41% for her rival.",
        "5선인 시장은 54.3%를 얻어 13%포인트 차로 이겼다.",
    ),
    ("en", "ko", "Nine out of 10 residents backed it.", "주민 90%가 찬성했다."),
    ("en", "ko", "The 18-month study followed 4,300 patients.", "연구는 1년 반 동안 환자 4300명을 추적했다."),
    ("en", "ko", "Temperatures hit 104 degrees Fahrenheit.", "기온이 섭씨 40도까지 올랐다."),
    ("en", "ko", "Nearly two-thirds of the 600 workers walked out.", "노동자 600명 중 3분의 2 가까이가 파업에 나섰다."),
    (
        "en",
        "ko",
        "The fund has given out half a million pounds since 1998.",
        "기금은 1998년부터 50만 파운드를 지급했다.",
    ),
    ("en", "ko", "It was the first such strike in 27 years.", "이런 파업은 27년 만이다."),
    ("en", "ko", "Ferries run every 20 minutes.", "여객선은 20분마다 다닌다."),
    ("en", "ko", "The centuries-old trees stand 30 metres tall.", "수백 년 된 나무들은 높이가 30m에 이른다."),
    (
        "en",
        "ko",
        "Prices fell 0.4 percentage points to 2.1 percent from 2.5 percent.",
        "물가 상승률은 2.5%에서 2.1%로 낮아졌다.",
    ),
    ("en", "ko", "A 45-year-old man and his 12-year-old son were rescued.", "40대 남성과 열두 살 아들이 구조됐다."),
    ("en", "ko", "The trial will last five weeks.", "재판은 5주간 이어진다."),
    ("en", "en", "Tens of thousands marched, police said 35,000.", "Police put the crowd at 35,000."),
    (
        "en",
        "en",
        "The company will cut 1,200 of its 8,000 jobs.",
        "The firm is shedding 15% of its workforce, or 1,200 posts.",
    ),
    ("en", "en", "Rents rose from £800 to £1,000 a month.", "Monthly rents went up by a quarter, to £1,000."),
    (
        "en",
        "en",
        "The ship left at 6 a.m. and docked 12 hours later.",
        "The vessel reached port half a day after leaving.",
    ),
    (
        "ko",
        "en",
        "이 병원은 병상 500개를 갖췄고 하루 평균 1500명이 찾는다.",
        "The 500-bed hospital sees about 1,500 patients a day.",
    ),
    ("ko", "en", "닷새 동안 이어진 폭우로 세 명이 숨졌다.", "Five days of heavy rain left three people dead."),
    ("ko", "en", "최저임금이 시간당 1만 원을 넘었다.", "The hourly minimum wage has passed 10,000 won."),
    ("ko", "en", "사흘 만에 누적 관객 100만 명을 돌파했다.", "It drew more than a million viewers in three days."),
    ("ko", "en", "응답자 10명 중 7명이 반대했다.", "Seventy percent of respondents were against it."),
    ("ko", "en", "인구 9만6천 명의 도시에 한 곳뿐이다.", "The city of 96,000 people has only one."),
    ("ko", "ko", "2주 동안 접수한 신청은 3천200여 건이다.", "보름간 3200건 넘는 신청이 들어왔다."),
    ("ko", "ko", "지난해 1천254억 원보다 18.3% 늘었다.", "작년(1254억 원)에 견줘 18% 증가했다."),
    ("ko", "ko", "13일 오후 2시 30분부터 3시간 동안 정전됐다.", "정전은 3시간 만에 복구됐다."),
    ("ko", "ko", "60대 어부와 70대 아내가 숨졌다.", "숨진 사람은 어부 부부 2명이다."),
    ("ko", "ko", "열흘간 열린 축제에 12만3천 명이 다녀갔다.", "10일 동안 축제를 찾은 사람은 12만 명을 웃돈다."),
    ("ko", "ko", "승객 42명과 승무원 5명이 타고 있었다.", "배에는 모두 47명이 있었다."),
    ("ko", "ko", "전체 1만2천 세대 중 8천 세대가 정전됐다.", "1만2000가구 가운데 3분의 2가 전기가 끊겼다."),
    ("ko", "ko", "슈팅 40개 중 14개를 막았다.", "슈팅 40개 가운데 26개는 막지 못했다."),
    (
        "en",
        "ko",
        "He owns the country's sixth-largest bank and a seventh-century statue.",
        "그는 이 나라 6위 은행과 7세기 조각상을 갖고 있다.",
    ),
    (
        "en",
        "ko",
        "It cut the rate by a quarter of a percentage point and staff by a fifth.",
        "금리를 0.25%포인트, 직원을 20% 줄였다.",
    ),
    ("ja", "en", "最大風速は時速85マイルだった。", "Winds reached 85 miles per hour."),
    ("ja", "ko", "費用は1 万 5 千ドルだ。", "비용은 1만5000달러다."),
    ("zh", "ko", "客流量增长三成五。", "이용객이 35% 늘었다."),
]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _SAID_OTHERWISE)
def test_a_figure_said_otherwise_passes(language: str, claimed: str, source: str, claim: str) -> None:
    assert not clear_signals(source, language, claim, claimed)


_WRONG = [
    ("en", "ko", "The strike lasted five days.", "파업은 엿새 동안 이어졌다."),
    ("en", "ko", "The road will be closed for two weeks.", "도로는 두 달 동안 통제된다."),
    ("en", "ko", "The road will be closed for two weeks.", "도로는 3주 동안 통제된다."),
    ("en", "ko", "The talks went on for three days.", "회담은 닷새간 이어졌다."),
    ("en", "ko", "At least 30 people were hurt.", "최대 30명이 다쳤다."),
    ("en", "ko", "Fewer than 200 homes lost power.", "200가구 이상이 정전됐다."),
    ("en", "ko", "More than 500 people applied.", "신청자는 500명에 못 미쳤다."),
    ("en", "ko", "Between 30 and 40 per cent of staff will go.", "직원의 30~50%가 떠난다."),
    ("en", "ko", "The fee rises from 5 euros to 8 euros.", "요금은 8유로에서 5유로로 내린다."),
    ("en", "ko", "Police arrested 14 people and injured 23.", "경찰은 23명을 체포했고 14명이 다쳤다."),
    ("ja", "ko", "3日間で5000人が訪れた。", "사흘간 5만 명이 찾았다."),
    ("ja", "ko", "2割の店舗が休業した。", "점포의 3할이 문을 닫았다."),
    ("ja", "ko", "約60ヘクタールが焼けた。", "약 60에이커가 탔다."),
    ("ja", "ko", "最大で40センチの降雪が見込まれる。", "적어도 40㎝의 눈이 내릴 전망이다."),
    ("ja", "ko", "半年間の業務停止を命じた。", "1년 반의 업무정지를 명령했다."),
    ("ja", "ko", "7年ぶりの優勝となった。", "9년 만의 우승이다."),
    ("ja", "ko", "4回目の打ち上げに成功した。", "다섯 번째 발사에 성공했다."),
    ("zh", "ko", "至少12人死亡。", "많아야 12명이 숨졌다."),
    ("zh", "ko", "超过三成的企业裁员。", "3% 넘는 기업이 감원했다."),
    ("zh", "ko", "工期为两年半。", "공사 기간은 2년이다."),
    ("zh", "ko", "全长12.5公里。", "길이는 12.5마일이다."),
    ("zh", "ko", "不到一半的家庭有保险。", "절반이 넘는 가정이 보험에 들었다."),
    ("ko", "en", "닷새 만에 불길을 잡았다.", "The fire was brought under control after four days."),
    ("ko", "en", "보름 동안 열린다.", "It runs for ten days."),
    ("ko", "ko", "3주 만에 문을 다시 열었다.", "석 달 만에 문을 다시 열었다."),
    ("ko", "ko", "적어도 40가구가 물에 잠겼다.", "40가구 미만이 물에 잠겼다."),
    ("ko", "ko", "쌀 20㎏ 한 포대 값이 6만 원이다.", "쌀 20㎏ 한 포대 값이 60만 원이다."),
    ("ko", "ko", "이틀간 500명이 검사를 받아 12명이 확진됐다.", "이틀간 12명이 검사를 받아 500명이 확진됐다."),
    ("en", "en", "The ban lasts 18 months.", "The ban lasts 18 weeks."),
    ("en", "en", "It rained for three weeks.", "It rained for four weeks."),
    ("en", "en", "Up to 300 jobs will go.", "At least 300 jobs will go."),
    ("en", "en", "Almost 400 people were evacuated.", "More than 400 people were evacuated."),
    ("en", "ko", "Altinova took the set 15-12.", "알트노바가 세트를 15-10으로 가져갔다."),
    ("ko", "ko", "슈팅 41개 중 14개를 막았다.", "슈팅 41개 가운데 24개를 막았다."),
    ("ja", "ko", "1泊200円から500円に引き上げる。", "1박에 200엔에서 300엔으로 올린다."),
    ("ko", "ko", "어민들에게 척당 최대 500만원을 준다.", "어민들에게 1인당 최대 500만원을 준다."),
    ("en", "en", "It costs 55 U.S. cents.", "It costs 55 Australian cents."),
]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _WRONG)
def test_a_wrong_figure_is_found(language: str, claimed: str, source: str, claim: str) -> None:
    assert clear_signals(source, language, claim, claimed)
