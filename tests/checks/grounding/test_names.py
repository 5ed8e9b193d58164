"""Names across languages: those that stand in the sources, and those that were replaced."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import names
from prism.checks.values import ClaimSource

_SURE = {
    "names.missing",
    "names.given",
    "names.instead",
    "names.altered",
    "names.office",
    "names.replaced",
    "names.title",
    "names.moved",
    "names.other",
}
_DAY = datetime(2026, 3, 14, 9, tzinfo=UTC)

SOURCES = {
    "en": "SEOUL - Orbita Shipping of South Korea will buy two tankers from Norway's Halden Marine, its chief executive Kim Min-ho said on Tuesday.\n"
    "The ships, built in Trondheim, will be delivered to Busan in May. Transport Minister Lee Young-hee welcomed the deal.\n"
    "Ingrid Solberg, a lawyer for Halden Marine, said the price would not be disclosed. Analysts at Corvane Securities in London put it at $90 million.\n"
    "The union's leader, Park Jae-won, warned that jobs at the yard in Ulsan were at risk.",
    "ko": "해든시가 16일 가람교 재건축 공사를 다시 시작했다. 도하람 해든시장은 기자회견에서 연말까지 공사를 마치겠다고 밝혔다.\n"
    "시공사인 누리건설의 오태경 대표는 자재 값이 올라 비용이 늘었다고 말했다. 국토교통부는 지난달 현장을 점검했다.\n"
    "주민 대표 서린아 변호사는 소음 피해를 보상하라며 한별지방법원에 소송을 냈다. 윤재필 판사가 사건을 맡았다.",
    "ja": "北浜市は21日、老朽化した水族館を閉館すると発表した。宮本早紀市長は記者会見で「苦渋の決断だ」と述べた。\n"
    "運営する三浦観光の野口健社長は、来館者が10年で半減したと説明した。水族館のペンギンは福岡市の施設に移される。\n"
    "市民団体の田村恵子代表は存続を求め、市議会に請願書を提出した。",
    "zh": "云州市法院19日判处前副市长黄志强有期徒刑八年。审判长李文娟表示，被告收受远达集团贿赂300万元。\n"
    "黄志强的律师陈立民说将上诉。远达集团董事长周海燕没有出庭。\n"
    "公司在厦门的工厂照常生产。",
}  # fmt: skip


def _signals(source: str, claim: str, language: str) -> set[str]:
    every = passages(ClaimSource("a", SOURCES[source], source, _DAY))
    return {
        finding.signal
        for statement in statements(claim, language, _DAY)
        for finding in names.check(align(statement, every))
    }


@pytest.mark.parametrize(
    ("source", "language", "claim"),
    [
        ("en", "ko", "오르비타해운이 노르웨이 할덴마린에서 유조선 2척을 사들인다고 김민호 최고경영자가 밝혔다."),
        ("en", "ko", "이영희 교통장관은 이번 거래를 환영했다."),
        ("en", "ko", "트론헤임에서 건조된 배들은 5월 부산에 인도된다."),
        ("en", "ko", "할덴마린 측 변호사 잉그리드 솔베르그는 가격을 공개하지 않겠다고 말했다."),
        ("en", "ko", "박재원 노조위원장은 울산 조선소의 일자리가 위태롭다고 경고했다."),
        ("en", "ko", "런던의 코르베인증권 분석가들은 가격을 9천만 달러로 추산했다."),
        ("en", "en", "South Korean shipper Orbita is buying two tankers from Halden, Kim said."),
        ("en", "en", "The minister, Lee Young-hee, praised the purchase."),
        ("en", "ja", "釜山に5月に引き渡される船はトロンハイムで建造された。"),
        ("ko", "ko", "도하람 시장은 연말까지 가람교 공사를 끝내겠다고 했다."),
        ("ko", "ko", "비용이 는 것은 자재 값 때문이라고 누리건설 오태경 대표는 설명했다."),
        ("ko", "ko", "국토부는 지난달 공사 현장을 살폈다."),
        ("ko", "en", "Haedeun Mayor Do Ha-ram said work on Garam Bridge would be finished by the end of the year."),
        ("ko", "en", "Oh Tae-kyung, who heads Nuri Construction, blamed the price of materials."),
        ("ko", "en", "The Land Ministry inspected the site last month."),
        ("ko", "en", "Lawyer Seo Rin-a sued for the residents."),
        ("ja", "ko", "미야모토 사키 시장은 기자회견에서 괴로운 결정이었다고 말했다."),
        ("ja", "ko", "미우라관광의 노구치 겐 사장은 관람객이 10년 새 절반으로 줄었다고 했다."),
        ("ja", "ko", "펭귄은 후쿠오카시의 시설로 옮겨진다."),
        ("ja", "ko", "다무라 게이코 시민단체 대표는 시의회에 청원서를 냈다."),
        ("ja", "ko", "기타하마시가 낡은 수족관의 문을 닫는다."),
        ("ja", "en", "Mayor Saki Miyamoto called the closure a painful decision."),
        ("ja", "en", "The penguins will go to Fukuoka."),
        ("zh", "ko", "윈저우시 법원은 황즈창 전 부시장에게 징역 8년을 선고했다."),
        ("zh", "ko", "황즈창의 변호를 맡은 천리민 변호사는 항소할 뜻을 밝혔다."),
        ("zh", "ko", "저우하이옌 위안다그룹 회장은 법정에 나오지 않았다."),
        ("zh", "ko", "샤먼에 있는 공장은 평소대로 돌아간다."),
        ("zh", "en", "Huang Zhiqiang, the former deputy mayor, was sentenced to eight years."),
    ],
)  # fmt: skip
def test_names_that_stand_in_the_sources_are_found(source: str, language: str, claim: str) -> None:
    assert not _signals(source, claim, language) & _SURE


@pytest.mark.parametrize(
    ("source", "language", "claim"),
    [
        ("en", "ko", "오르비타해운이 노르웨이 할덴마린에서 유조선 2척을 사들인다고 김민수 최고경영자가 밝혔다."),
        ("en", "ko", "이영희 교통장관의 거래 환영 발언에 이어 박재민 노조위원장은 일자리가 위태롭다고 경고했다."),
        ("en", "ko", "코펜하겐에서 건조된 배들은 5월 부산에 인도된다."),
        ("en", "ko", "트론헤임에서 건조된 배들은 5월 인천에 인도된다."),
        ("en", "ko", "할덴마린 측 변호사 마리트 솔베르그는 가격을 공개하지 않겠다고 말했다."),
        ("en", "ko", "파리의 코르베인증권 분석가들은 가격을 9천만 달러로 추산했다."),
        ("en", "ko", "박재원 교통장관은 이번 거래를 환영했다."),
        ("en", "en", "South Korea's Orbita Shipping is buying two tankers from Denmark's Halden Marine."),
        ("en", "en", "Transport Minister Park Jae-won welcomed the deal."),
        ("en", "en", "The union's leader, Park Jae-min, warned that jobs were at risk."),
        ("en", "en", "Astrid Solberg, a lawyer for Halden Marine, said the price was secret."),
        ("ko", "ko", "도하림 해든시장은 연말까지 공사를 마치겠다고 밝혔다."),
        ("ko", "ko", "시공사인 가온건설의 오태경 대표는 자재 값이 올랐다고 말했다."),
        ("ko", "ko", "서린아 판사가 사건을 맡았다."),
        ("ko", "ko", "주민들은 소음 피해를 보상하라며 새별지방법원에 소송을 냈다."),
        ("ko", "en", "Mayor Do Ha-yun said the work would be finished by the end of the year."),
        ("ko", "en", "Judge Seo Rin-a is to hear the case."),
        ("ja", "ko", "미야모토 에미 시장은 기자회견에서 괴로운 결정이었다고 말했다."),
        ("ja", "ko", "펭귄은 오사카시의 시설로 옮겨진다."),
        ("ja", "ko", "다무라 게이코 시장은 기자회견에서 괴로운 결정이었다고 말했다."),
        ("ja", "ja", "福岡市の水族館のペンギンは大阪市の施設に移される。"),
        ("zh", "ko", "황즈창의 변호를 맡은 저우하이옌 변호사는 항소할 뜻을 밝혔다."),
        ("zh", "ko", "톈진에 있는 공장은 평소대로 돌아간다."),
    ],
)  # fmt: skip
def test_replaced_names_are_told(source: str, language: str, claim: str) -> None:
    assert _signals(source, claim, language) & _SURE


def test_a_finding_shows_whose_office_it_is() -> None:
    every = passages(ClaimSource("a", SOURCES["en"], "en", _DAY))
    claim = statements("Transport Minister Park Jae-won welcomed the deal.", "en", _DAY)[0]
    finding = next(one for one in names.check(align(claim, every)) if one.signal == "names.office")
    assert "Lee Young-hee" in {word for one in finding.evidence for word in one.words}
