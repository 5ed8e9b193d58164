"""What is sure, denied, caused, dated and counted by the clause that tells it: true tellings pass, turned ones are found."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import check_claim
from prism.checks.values import ClaimSource
from prism.model import Outcome

BASE = datetime(2026, 11, 18, 9, tzinfo=UTC)
CHECKS = ("negation", "certainty", "causes", "dates", "figures", "units", "scope", "opposites")


def told(source: str, language: str, claim: str, claimed: str) -> set[str]:
    verdict = check_claim(claim, [ClaimSource("s", source, language, BASE)], claimed)
    return {
        finding.signal
        for finding in verdict.findings
        if finding.outcome is Outcome.FAIL and finding.signal.startswith(CHECKS)
    }


_FAIR = [
    (
        "ko",
        "ko",
        "등대 보수 공사는 날씨 탓에 멈췄고, 관광객은 섬에 들어가지 못했다.",
        "등대 보수가 날씨 때문에 중단돼 관광객의 섬 출입이 막혔다.",
    ),
    (
        "ja",
        "ko",
        "ダムの放流は見送られ、下流の橋は通行できるままだった。",
        "댐 방류는 이뤄지지 않았고 하류 다리는 계속 다닐 수 있었다.",
    ),
    (
        "en",
        "ko",
        "Nobody had ever recorded the orchid north of the river before.",
        "강 북쪽에서 이 난초가 기록된 것은 처음이다.",
    ),
    (
        "en",
        "en",
        "The bakery union did not rule out a strike, but its members kept working on Friday.",
        "Members of the bakery union worked on Friday, and a strike remains possible.",
    ),
    ("ko", "ko", "양조장은 포도밭을 사들였다고 밝히고 내년에는 창고도 짓겠다고 했다.", "양조장이 포도밭을 사들였다."),
    (
        "en",
        "ko",
        "The tunnel will open, perhaps before noon, on Saturday, the operator said.",
        "운영사는 터널이 토요일에 열린다고 밝혔다.",
    ),
    (
        "en",
        "en",
        "If the frost returns the buds may die, growers said, but the harvest of 2025 brought in 40 tonnes.",
        "The harvest of 2025 amounted to 40 tonnes.",
    ),
    (
        "ja",
        "ko",
        "警察は橋の部品が盗まれたかどうかを調べている。",
        "경찰은 다리 부품을 누가 훔쳐 갔는지 조사하고 있다.",
    ),
    (
        "ko",
        "en",
        "연구진은 적어도 6점이 위조됐다고 결론지었으나 나머지는 판단하지 못했다.",
        "The researchers concluded that at least six were forged but could not judge the rest.",
    ),
    ("zh", "ko", "公司4月完成收购后，计划于明年翻新旧厂房。", "회사는 4월에 인수를 마쳤다."),
    (
        "ko",
        "ja",
        "눈사태로 산길이 끊겨 마을 주민 40명이 헬기로 대피했다.",
        "雪崩で山道が寸断されたため、住民40人がヘリコプターで避難した。",
    ),
    ("ja", "ko", "調査の結果は来週公表される。", "조사 결과는 다음 주에 공개된다."),
    (
        "ko",
        "en",
        "우유 공급이 줄어 치즈 공장이 이틀간 문을 닫았다.",
        "The cheese factory closed for two days because of a shortage of milk.",
    ),
    ("ko", "ko", "공사는 2월 3일 시작돼 두 차례 미뤄진 끝에 9일 끝났다.", "2월 3일 시작된 공사는 9일 마무리됐다."),
    ("en", "ja", "The clinic opens four days a week and sees 30 patients a day.", "診療所は週4日開き、1日30人を診る。"),
    (
        "en",
        "ko",
        "Archaeologists put the age of the canoe at roughly 1,200 years.",
        "고고학자들은 카누가 약 1200년 전 것이라고 본다.",
    ),
    ("en", "ko", "The pump uses one-tenth the water of the old one.", "이 펌프는 예전 것의 10분의 1만큼만 물을 쓴다."),
    ("en", "ja", "The bridge was closed twice last winter.", "橋は昨冬、2度閉鎖された。"),
    ("zh", "ko", "奖金为60万元,其中三分之一捐给学校。", "상금 60만 위안 가운데 20만 위안을 학교에 기부한다."),
    (
        "ja",
        "ko",
        "費用は約30億円で、国が半分、両市が残りを等分する。",
        "비용 약 30억 엔 중 두 시가 각각 7억 5천만 엔씩 낸다.",
    ),
    ("zh", "ko", "交易预计于第二季度完成。", "거래는 4~6월에 마무리될 전망이다."),
    ("en", "ko", "The second prize went to a novel about bees.", "2등상은 벌을 다룬 소설에 돌아갔다."),
    (
        "en",
        "en",
        "The ministry is withdrawing all 12,500 of its older buses.",
        "All 12,500 older buses are being withdrawn.",
    ),
    (
        "ko",
        "en",
        "관리비 지원이 끊겨 박물관이 겨울 동안 문을 닫았다.",
        "The museum shut for the winter because support for its running costs had been cut off.",
    ),
    (
        "ko",
        "ko",
        "교장은 예산이 아니라 교사 부족 때문에 수업을 줄였다고 말했다.",
        "교장은 교사가 모자라 수업을 줄였다고 말했다.",
    ),
    ("ja", "ko", "町は古い校舎を取り壊した。跡地には公園を造る方針だ。", "마을은 옛 학교 건물을 허물었다."),
    (
        "en",
        "ko",
        "The ferry, which could not dock for three days, has no plans to change its timetable.",
        "사흘간 접안하지 못한 여객선은 운항 시간표를 바꾸지 않을 계획이다.",
    ),
    ("zh", "ko", "如果不下雨，水库将在三周内见底。", "비가 오지 않으면 저수지는 3주 안에 바닥을 드러낸다."),
    (
        "ja",
        "en",
        "祭りには1日2万人が訪れ、3日間続いた。",
        "The festival drew 20,000 people a day and lasted three days.",
    ),
    ("ko", "ko", "공사는 9월 4일 시작해 11일 끝났다.", "9월 4일 시작된 공사가 11일 끝났다."),
    (
        "ko",
        "ja",
        "군은 낙석으로 등산로 두 곳이 막혔다고 밝혔다.",
        "郡は、落石で登山道2カ所が通れなくなったと明らかにした。",
    ),
    ("ko", "ko", "조합은 지난달 소송을 냈고 추가 소송도 검토하고 있다.", "조합, 소송 제기"),
    (
        "en",
        "en",
        "If fog returns the pilots may be sent home, the airport said; the runway reopened at noon.",
        "The runway reopened at noon.",
    ),
    (
        "en",
        "en",
        "No other temple in the valley has a bell of this kind, and the abbot plans no sale.",
        "The temple's bell has no equal in the valley.",
    ),
    (
        "en",
        "ko",
        "The reserve was extended by 40 hectares with no objection from farmers.",
        "보호구역이 40헥타르 넓어졌다.",
    ),
]

_WRONG = [
    ("ko", "ko", "조합은 수문을 열지 않기로 했다.", "조합은 수문을 열기로 했다."),
    (
        "en",
        "ko",
        "The theatre said it had not sold any of the paintings from its foyer.",
        "극장은 로비에 걸렸던 그림을 팔았다고 밝혔다.",
    ),
    ("ja", "ko", "市は古い時計塔の移設を否定しなかった。", "시는 오래된 시계탑 이전을 부인했다."),
    ("zh", "ko", "渔业局没有批准新的捕捞配额。", "어업국은 새 어획 할당량을 승인했다."),
    ("ko", "ko", "양조장은 내년 봄에 포도밭을 사들이겠다고 했다.", "양조장이 포도밭을 사들였다."),
    (
        "en",
        "en",
        "The zoo said it will move its two bears to a sanctuary.",
        "The zoo has moved its two bears to a sanctuary.",
    ),
    ("ja", "ko", "図書館は夜間の開館を検討すると述べた。", "도서관이 야간 개관에 나섰다."),
    ("zh", "ko", "铁路公司可能于8月开通一条通往矿区的支线。", "철도회사는 8월에 광산으로 가는 지선을 열기로 결정했다."),
    ("en", "ko", "The orchestra plans to replace its conductor in the autumn.", "오케스트라가 지휘자를 교체했다."),
    (
        "ko",
        "en",
        "제과업체는 소금 함량을 줄이는 방안을 검토하고 있다.",
        "The confectioner has decided to cut the salt content.",
    ),
    ("ko", "ko", "시민단체는 시장을 고발하는 방안을 검토 중이라고 했다.", "시민단체, 시장 고발"),
    (
        "en",
        "ko",
        "The mill closed because the river was too low, not because of the strike.",
        "공장은 파업 탓에 문을 닫았다.",
    ),
    (
        "ja",
        "ko",
        "大雨で列車が遅れ、乗客約300人が駅で一夜を明かした。同日、信号の故障もあった。",
        "신호 고장 때문에 승객 약 300명이 역에서 밤을 보냈다.",
    ),
    (
        "ko",
        "ko",
        "병원은 나흘 뒤에야 이를 신고했다. 첫 환자는 지난 5일 열이 났다.",
        "첫 환자는 5일 열이 났지만 신고는 11일에야 이뤄졌다.",
    ),
    ("zh", "ko", "按新办法,每户每年可获补偿3000元。", "새 방식으로 주민 한 사람이 해마다 3천 위안을 보상받는다."),
    (
        "ko",
        "en",
        "공장은 하루 처리량을 20톤에서 35톤으로 늘릴 계획이다.",
        "The plant plans to raise its processing from 20 to 35 tonnes a week.",
    ),
    ("en", "ko", "The clinic sees 30 patients a day.", "그 병원은 한 주에 환자 30명을 본다."),
    ("en", "en", "Each household will get 400 euros a year.", "Each resident will get 400 euros a year."),
    (
        "ko",
        "ko",
        "교장은 예산이 아니라 교사 부족 때문에 수업을 줄였다고 말했다.",
        "교장은 예산 때문에 수업을 줄였다고 말했다.",
    ),
    (
        "en",
        "en",
        "The league will drop its video referees next season, its president said.",
        "The league has dropped its video referees.",
    ),
    ("ja", "ko", "町は古い校舎を取り壊す方針だ。", "마을은 옛 학교 건물을 허물었다."),
    ("en", "ko", "The vet said the horse did not refuse food.", "수의사는 말이 먹이를 거부했다고 말했다."),
    ("ja", "ko", "祭りには1日2万人が訪れ、3日間続いた。", "축제에는 한 달에 2만 명이 찾았다."),
    ("ko", "ko", "공사는 9월 4일 시작해 11일 끝났다.", "9월 4일 시작된 공사가 17일 끝났다."),
    ("zh", "ko", "每户可领取1500元补助。", "주민 1인당 1500위안의 보조금을 받는다."),
    ("ko", "ko", "조합은 소송을 검토하겠다고 했다.", "조합, 소송 제기"),
    ("en", "ko", "The archive may sell two of its maps.", "기록보관소가 지도 두 점을 팔기로 결정했다."),
]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_a_fair_telling_passes(language: str, claimed: str, source: str, claim: str) -> None:
    assert told(source, language, claim, claimed) == set()


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _WRONG)
def test_a_turned_telling_is_found(language: str, claimed: str, source: str, claim: str) -> None:
    assert told(source, language, claim, claimed)
