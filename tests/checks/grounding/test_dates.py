"""Dates of claims against what sources of our own say, supported and not, in pairs of languages."""

from __future__ import annotations

from datetime import datetime

import pytest

from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding.dates import check
from prism.checks.values import ClaimSource

EN = (
    "en", "2025-06-12T10:00:00+00:00", (
    "Police in Porto arrested a 41-year-old accountant on 3 May in connection with the theft of paintings from the city museum.\n"
    "His trial is due to open on 24 June. The museum was closed from March until the end of April for repairs.\n"
    "The director, Ana Lobo, resigned on Tuesday after the board meeting, saying the alarm had failed twice in 2023.\n"
    "The theft took place at 9:30 p.m. on a winter evening in February. The board will choose her successor next month, and visitors can return tickets until 30 June."),
)  # fmt: skip
KO = (
    "ko", "2025-09-18T17:00:00+09:00", (
    "부산시의회는 18일 본회의를 열어 해상 케이블카 조례안을 통과시켰다. 조례는 내년 1월 1일부터 시행된다.\n"
    "시민단체는 지난 11일 시청 앞에서 반대 집회를 열었고, 지난달에는 서명 2만 건을 제출했다. 사업자는 2021년 처음 사업을 제안했다.\n"
    "시는 오는 25일까지 주민 의견을 받은 뒤 10월 중순 착공 허가를 결정한다. 설명회는 22일 오후 3시 구청에서 열린다.\n"
    "환경영향평가는 지난 3월 초에 끝났고, 공사는 2028년 상반기에 마무리될 예정이다. 시장은 투표 직전에 회의장을 떠났다."),
)  # fmt: skip
JA = (
    "ja", "2025-11-06T19:00:00+09:00", (
    "横浜市の港湾会社は6日、自動運転フェリーの運航を来年4月に始めると発表した。試験運航は昨年9月から続けてきた。\n"
    "先月20日の試験では桟橋に接触する事故があり、国土交通省は同月28日に立ち入り検査をした。会社は14日に再発防止策を提出する。\n"
    "運賃は12月上旬に決まる。船は午前8時から午後6時まで1時間ごとに出る。新しい桟橋は今月末までに完成する。"),
)  # fmt: skip
ZH = (
    "zh", "2025-08-21T18:00:00+08:00", (
    "成都市法院21日宣布，科技公司蓝图的破产案将于9月15日开庭。该公司去年11月停止支付工资。\n"
    "债权人须在8月31日前申报债权。公司创始人王磊上周五离境，警方周二发出通缉。\n"
    "该公司成立于2016年，2022年上半年亏损3亿元。法院说，庭审从上午9时开始，首次债权人会议之后将公布名单。"),
)  # fmt: skip


def signals(source: tuple[str, str, str], language: str, claim: str) -> set[str]:
    tag, published, text = source
    every = passages(ClaimSource("s", text, tag, datetime.fromisoformat(published)))
    return {
        finding.signal
        for statement in statements(claim, language, datetime.fromisoformat(published))
        for finding in check(align(statement, every))
    }


@pytest.mark.parametrize(
    ("source", "language", "claim"),
    [
        (EN, "en", "The trial of the accountant arrested in early May opens on 24 June."),
        (EN, "en", "Museum director Ana Lobo stepped down on June 10 following a meeting of the board."),
        (EN, "ko", "포르투 경찰은 지난달 3일 시립미술관 그림 절도 사건과 관련해 41세 회계사를 체포했다."),
        (EN, "ko", "회계사의 재판은 오는 24일 시작된다."),
        (EN, "ko", "미술관은 보수 공사를 위해 3월부터 4월 말까지 문을 닫았다."),
        (EN, "ko", "아나 로부 관장은 10일 이사회 회의 직후 사임했다."),
        (EN, "ko", "절도는 2월의 겨울밤 9시 30분에 일어났다."),
        (EN, "ko", "이사회는 다음 달 후임자를 뽑으며, 관람객은 이달 30일까지 표를 환불받을 수 있다."),
        (EN, "ko", "올해 5월 체포된 회계사는 이달 법정에 선다."),
        (KO, "ko", "해상 케이블카 조례안이 18일 부산시의회 본회의를 통과해 2026년부터 시행된다."),
        (KO, "en", "Busan's city council passed the cable car ordinance on Thursday; it takes effect on January 1."),
        (KO, "en", "Civic groups rallied against the project in front of city hall a week before the vote, on September 11."),
        (KO, "en", "The city will take residents' views until September 25 and decide on the permit in mid-October."),
        (KO, "ko", "주민 설명회는 오는 22일 오후에 구청에서 열린다."),
        (KO, "ko", "공사는 2028년 마무리될 예정이며 환경영향평가는 올해 3월에 끝났다."),
        (KO, "ko", "시민단체는 8월에 2만 건의 서명을 냈다."),
        (KO, "ja", "釜山市議会は18日、本会議で海上ケーブルカーの条例案を可決した。"),
        (JA, "ko", "요코하마의 항만 회사는 6일 자율운항 페리를 내년 4월부터 운항하겠다고 발표했다."),
        (JA, "ko", "지난달 20일 시험 운항에서 선착장에 부딪치는 사고가 났다."),
        (JA, "ko", "국토교통성은 10월 28일 현장 조사를 벌였다."),
        (JA, "ko", "회사는 오는 14일 재발 방지책을 제출하고, 운임은 12월 초에 정해진다."),
        (JA, "ko", "새 선착장은 11월 말까지 완공된다."),
        (JA, "ja", "同社は14日に国交省へ再発防止策を出す。"),
        (JA, "en", "Trial runs have been under way since September 2024."),
        (ZH, "ko", "청두시 법원은 21일 기술기업 란투의 파산 사건 심리가 다음 달 15일 열린다고 밝혔다."),
        (ZH, "ko", "채권자는 이달 말까지 채권을 신고해야 한다."),
        (ZH, "ko", "창업자 왕레이는 지난 15일 출국했고 경찰은 19일 수배령을 내렸다."),
        (ZH, "ko", "회사는 지난해 11월부터 임금을 주지 못했다."),
        (ZH, "zh", "警方19日对王磊发出通缉，他已于15日离境。"),
        (ZH, "en", "The company, founded in 2016, lost 300 million yuan in the first half of 2022."),
    ],
)  # fmt: skip
def test_a_date_that_follows_is_let_pass(source: tuple[str, str, str], language: str, claim: str) -> None:
    assert signals(source, language, claim) == set()


@pytest.mark.parametrize(
    ("source", "language", "claim"),
    [
        (EN, "en", "The accountant was arrested on 24 June over the theft of paintings from the museum."),
        (EN, "en", "The trial is due to open on 3 May."),
        (EN, "en", "Museum director Ana Lobo stepped down on Wednesday following a meeting of the board."),
        (EN, "en", "Visitors can return their tickets from 30 June."),
        (EN, "en", "Director Ana Lobo resigned before the board meeting."),
        (EN, "ko", "포르투 경찰은 지난달 13일 미술관 그림 절도와 관련해 회계사를 체포했다."),
        (EN, "ko", "회계사의 재판은 오는 27일 시작된다."),
        (EN, "ko", "미술관은 보수 공사를 위해 2월부터 4월 말까지 문을 닫았다."),
        (EN, "ko", "아나 로부 관장은 지난 9일 이사회 회의 뒤 사임했다."),
        (EN, "ko", "절도는 2월 어느 날 오전 9시 30분에 일어났다."),
        (EN, "ko", "관장은 경보기가 2024년에 두 차례 작동하지 않았다고 말했다."),
        (EN, "ko", "절도는 지난 여름에 일어났다."),
        (KO, "ko", "해상 케이블카 조례안은 내년 7월 1일부터 시행된다."),
        (KO, "ko", "시민단체는 18일 시청 앞에서 케이블카에 반대하는 집회를 열었다."),
        (KO, "ko", "부산시의회는 지난 11일 본회의에서 해상 케이블카 조례안을 통과시켰다."),
        (KO, "ko", "주민 설명회는 22일 오전 3시 구청에서 열린다."),
        (KO, "ko", "공사는 2028년 하반기에 마무리될 예정이다."),
        (KO, "ko", "환경영향평가는 지난 3월 말에 끝났다."),
        (KO, "ko", "시장은 투표 직후 회의장을 떠났다."),
        (KO, "en", "The city will take residents' views until September 22."),
        (KO, "en", "The operator first proposed the project in 2019."),
        (KO, "en", "The ordinance takes effect on January 1, 2027."),
        (JA, "ko", "요코하마의 항만 회사는 자율운항 페리를 내년 9월부터 운항하겠다고 발표했다."),
        (JA, "ko", "국토교통성은 지난달 20일 현장 조사를 벌였다."),
        (JA, "ko", "회사는 오는 24일 재발 방지책을 제출한다."),
        (JA, "ko", "운임은 12월 하순에 정해진다."),
        (JA, "ja", "船は午前8時から午後8時まで1時間ごとに出る。"),
        (JA, "ja", "試験運航は一昨年9月から続けてきた。"),
        (ZH, "ko", "법원은 란투의 파산 사건 심리가 오는 10월 15일 열린다고 밝혔다."),
        (ZH, "ko", "채권자는 8월 31일부터 채권을 신고해야 한다."),
        (ZH, "ko", "경찰은 18일 창업자 왕레이를 수배했다."),
        (ZH, "ko", "회사는 2016년 상반기에 3억 위안의 손실을 냈다."),
        (ZH, "zh", "庭审将从下午2时开始。"),
        (ZH, "zh", "公司创始人王磊上周二离境。"),
    ],
)  # fmt: skip
def test_a_wrong_date_is_told(source: tuple[str, str, str], language: str, claim: str) -> None:
    assert signals(source, language, claim)


def test_where_nobody_knows_the_day_what_is_told_in_one_way_is_compared() -> None:
    def found(claim: str) -> set[str]:
        source = ClaimSource("s", "The minister resigned on Tuesday. The vote was held last March, on 7 March.", "en")
        return {
            finding.signal
            for statement in statements(claim, "ko", None)
            for finding in check(align(statement, passages(source)))
        }

    assert found("장관은 화요일 사임했다.") == set()
    assert found("투표는 지난 3월 열렸다.") == set()
    assert found("장관은 14일 사임했다.") == set()
    assert found("장관은 수요일 사임했다.")
    assert found("투표는 4월 7일 열렸다.")
