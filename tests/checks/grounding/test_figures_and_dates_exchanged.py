"""Figures and dates that a sentence exchanges, moves or resolves, in all directions between languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import check_claim
from prism.checks.values import ClaimSource

BASE = datetime(2026, 3, 11, 15, tzinfo=UTC)


def supported(source: tuple[str, str], claim: tuple[str, str]) -> bool:
    return check_claim(claim[1], [ClaimSource("s", source[1], source[0], BASE)], claim[0]).supported


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (
            ("ko", "파업이 시작되면 33개 업체의 버스 2천500여대가 멈출 것으로 시는 추산한다."),
            ("ko", "파업이 시작되면 33개 노선의 버스 2천500여대가 멈출 것으로 추산된다."),
        ),
        (
            ("ko", "파업이 시작되면 33개 업체의 버스 2천500여대가 멈출 것으로 시는 추산한다."),
            ("en", "If the strike begins, about 2,500 buses on 33 routes will stop, the city estimates."),
        ),
        (("en", "The outage hit 140 schools in the region."), ("ko", "정전으로 이 지역 병원 140곳이 피해를 봤다.")),
        (
            ("en", "Crews rescued 62 dogs from the flooded shelter."),
            ("ko", "구조대는 물에 잠긴 보호소에서 고양이 62마리를 구했다."),
        ),
        (("ja", "同社は国内の24店舗を閉鎖する。"), ("ko", "이 회사는 국내 공장 24곳을 닫는다.")),
        (("zh", "洪水冲毁了17座桥梁。"), ("ko", "홍수로 주택 17채가 무너졌다.")),
        (
            ("en", "The plant employs 830 people and supplies 12 airlines."),
            ("ko", "공장은 직원 830명을 두고 항공사 21곳에 납품한다."),
        ),
        (
            ("ko", "3분기 매출은 1조2천억원, 영업이익은 840억원이었다."),
            ("en", "Third-quarter revenue was 1.2 trillion won and operating profit 840 billion won."),
        ),
        (("ja", "死者は14人、けが人は37人に上った。"), ("ko", "37명이 숨지고 14명이 다쳤다.")),
        (("ja", "死者は14人、けが人は37人に上った。"), ("ko", "사망자 14명을 포함해 사상자는 61명이다.")),
        (("zh", "法院判处被告有期徒刑三年，缓刑四年。"), ("ko", "법원은 피고에게 징역 4년에 집행유예 3년을 선고했다.")),
        (
            ("en", "At least seven people were killed and three are missing."),
            ("ko", "최소 7명이 숨지고 4명이 실종됐다."),
        ),
        (("en", "She won in straight sets, 6-4, 7-5."), ("ko", "그는 6-4, 7-6으로 이겼다.")),
        (("en", "The vote was 52 to 47."), ("ko", "표결 결과는 52대 46이었다.")),
        (("en", "Exports in January-October rose 13%."), ("ko", "올해 1∼9월 수출은 13% 늘었다.")),
        (("en", "The law takes effect on July 1, 2027."), ("ko", "법은 올해 7월 1일 시행된다.")),
        (
            ("ja", "同館は約2年かけて修復し、28年春に公開したい考えだ。"),
            ("ko", "미술관은 2년가량 복원해 2029년 봄에 공개하려 한다."),
        ),
        (
            ("ja", "同館は約2年かけて修復し、28年春に公開したい考えだ。"),
            ("ko", "미술관은 2년가량 복원해 2028년 가을에 공개하려 한다."),
        ),
        (
            ("ko", "회사는 2022년 연구원 5명이 옮겨 가자 이듬해 3월 소송을 냈다."),
            ("ko", "회사는 2022년 3월 소송을 냈다."),
        ),
        (("ja", "工場は2021年に着工し、翌年6月に完成した。"), ("ko", "공장은 2021년 6월 완공됐다.")),
        (("zh", "公司2023年成立，次年5月上市。"), ("ko", "회사는 2023년 5월 상장했다.")),
        (
            ("ko", "게임은 지난해 1월 출시돼 올해 6월까지 310억원을 벌었다."),
            ("ko", "게임은 출시 후 2년 반 동안 310억원을 벌었다."),
        ),
        (("en", "The museum reopened on Saturday after two years."), ("ko", "박물관은 2년 만에 8일 다시 문을 열었다.")),
        (
            ("en", "The first stage ends in April and the second begins in September."),
            ("ko", "1단계는 9월에 끝나고 2단계는 4월에 시작한다."),
        ),
        (
            ("en", "Voters in Tarn will choose a mayor on March 22; the count is due on March 24."),
            ("ko", "타른 유권자들은 24일 시장을 뽑는다."),
        ),
        (("en", "He was detained on Friday and freed on Tuesday."), ("ko", "그는 10일 구금됐다가 6일 풀려났다.")),
    ],
)
def test_what_is_exchanged_or_moved_is_held(source: tuple[str, str], claim: tuple[str, str]) -> None:
    assert not supported(source, claim)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (
            ("ko", "파업이 시작되면 33개 업체의 버스 2천500여대가 멈출 것으로 시는 추산한다."),
            ("en", "If the strike begins, about 2,500 buses of 33 companies will stop, the city estimates."),
        ),
        (("en", "The outage hit 140 schools in the region."), ("ko", "정전으로 이 지역 학교 140곳이 피해를 봤다.")),
        (
            ("en", "Crews rescued 62 dogs from the flooded shelter."),
            ("ko", "구조대는 물에 잠긴 보호소에서 개 62마리를 구했다."),
        ),
        (("ja", "同社は国内の24店舗を閉鎖する。"), ("ko", "이 회사는 국내 매장 24곳을 닫는다.")),
        (("zh", "洪水冲毁了17座桥梁。"), ("ko", "홍수로 다리 17개가 무너졌다.")),
        (("ja", "死者は14人、けが人は37人に上った。"), ("ko", "사망자 14명을 포함해 사상자는 51명이다.")),
        (("zh", "法院判处被告有期徒刑三年，缓刑四年。"), ("ko", "법원은 피고에게 징역 3년에 집행유예 4년을 선고했다.")),
        (("en", "Exports in January-October rose 13%."), ("ko", "올해 1∼10월 수출은 13% 늘었다.")),
        (("en", "Exports between January and October rose 13%."), ("ko", "1~10월 수출은 13% 늘었다.")),
        (("en", "The law takes effect on July 1, 2027."), ("ko", "법은 내년 7월 1일 시행된다.")),
        (
            ("ja", "同館は約2年かけて修復し、28年春に公開したい考えだ。"),
            ("ko", "미술관은 2년가량 복원해 2028년 봄에 공개하려 한다."),
        ),
        (
            ("ko", "회사는 2022년 연구원 5명이 옮겨 가자 이듬해 3월 소송을 냈다."),
            ("ko", "회사는 2023년 3월 소송을 냈다."),
        ),
        (("ja", "工場は2021年に着工し、翌年6月に完成した。"), ("ko", "공장은 2022년 6월 완공됐다.")),
        (("zh", "公司2023年成立，次年5月上市。"), ("ko", "회사는 2024년 5월 상장했다.")),
        (
            ("ko", "게임은 지난해 1월 출시돼 올해 6월까지 310억원을 벌었다."),
            ("ko", "게임은 출시 후 1년 반 동안 310억원을 벌었다."),
        ),
        (
            ("en", "Voters in Tarn will choose a mayor on March 22; the count is due on March 24."),
            ("ko", "타른 유권자들은 22일 시장을 뽑는다."),
        ),
        (("en", "He was detained on Friday and freed on Tuesday."), ("ko", "그는 6일 구금됐다가 10일 풀려났다.")),
    ],
)
def test_what_is_told_by_another_date_or_figure_stands(source: tuple[str, str], claim: tuple[str, str]) -> None:
    assert supported(source, claim)
