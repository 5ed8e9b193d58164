"""Denials, certainty, scope and causes of a claim against those of its source, in pairs of languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import ClaimSource
from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import causes, certainty, negation, scope

_RULES = {"negation": negation.check, "certainty": certainty.check, "scope": scope.check, "causes": causes.check}
_AT = datetime(2026, 3, 4, 9, tzinfo=UTC)


def _signals(check: str, claim: str, language: str, source: str, its: str) -> list[str]:
    every = passages(ClaimSource(id="one", language=its, published=_AT, text=source))
    return [
        finding.signal
        for statement in statements(claim, language, _AT)
        for finding in _RULES[check](align(statement, every))
    ]


_DENIED = [
    ("The union accepted the company's offer.", "en", "The union rejected the company's offer on Monday.", "en"),
    ("The minister will not resign over the report.", "en", "The minister will resign over the report.", "en"),
    ("Investigators found traces of explosives at the site.", "en", "Investigators did not find traces of explosives at the site.", "en"),
    ("정부는 세금을 올리기로 했다.", "ko", "The government has decided not to raise taxes.", "en"),
    ("경찰은 용의자를 체포했다고 밝혔다.", "ko", "경찰은 용의자를 아직 체포하지 못했다고 밝혔다.", "ko"),
    ("노조는 회사의 임금 제안을 받아들였다.", "ko", "노조는 회사의 임금 제안을 거부했다.", "ko"),
    ("법원은 환경단체의 청구를 인용했다.", "ko", "법원은 환경단체의 청구를 기각했다.", "ko"),
    ("정부는 이 지역에 비상사태를 선포하지 않았다.", "ko", "政府はこの地域に非常事態を宣言した。", "ja"),
    ("총리는 사임할 뜻이 있다고 밝혔다.", "ko", "首相は辞任する考えはないと述べた。", "ja"),
    ("중국 정부는 협상에 참가했다고 확인했다.", "ko", "中国政府否认参加了谈判。", "zh"),
    ("회사는 공장을 폐쇄하지 않기로 결정했다.", "ko", "公司决定关闭工厂。", "zh"),
    ("The president signed the bill.", "en", "대통령은 그 법안에 서명하지 않았다.", "ko"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its"), _DENIED)
def test_a_denial_turned_round_is_found(claim: str, language: str, source: str, its: str) -> None:
    assert _signals("negation", claim, language, source, its)


_NOT_DENIED = [
    ("The union turned down the company's offer.", "en", "The union rejected the company's offer on Monday.", "en"),
    ("Nobody was hurt in the fire.", "en", "The fire caused no injuries, officials said.", "en"),
    ("The company did not disclose the price.", "en", "The price was not made public by the company.", "en"),
    ("He did not deny that he had met the minister.", "en", "He admitted that he had met the minister.", "en"),
    ("정부는 세금을 올리지 않기로 했다.", "ko", "The government ruled out raising taxes.", "en"),
    ("경찰은 용의자를 쫓고 있다.", "ko", "경찰은 용의자를 아직 체포하지 못했다고 밝혔다.", "ko"),
    ("법원은 환경단체의 청구를 받아들이지 않았다.", "ko", "법원은 환경단체의 청구를 기각했다.", "ko"),
    ("인명 피해는 없었다.", "ko", "けが人はいなかった。", "ja"),
    ("총리는 사임하지 않겠다고 말했다.", "ko", "首相は辞任する考えはないと述べた。", "ja"),
    ("대변인은 언급을 피했다.", "ko", "发言人拒绝置评。", "zh"),
    ("이 회사뿐 아니라 경쟁사들도 값을 올렸다.", "ko", "The company and its rivals raised prices.", "en"),
    ("The talks were not only long but hard.", "en", "The talks were long and hard.", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its"), _NOT_DENIED)
def test_the_same_denial_in_other_words_is_none(claim: str, language: str, source: str, its: str) -> None:
    assert not _signals("negation", claim, language, source, its)


_SURER = [
    ("The bank will close 40 branches next year.", "en", "The bank may close 40 branches next year.", "en", "certainty.possible"),
    ("The city has decided to ban cars from the centre.", "en", "The city is considering banning cars from the centre.", "en", "certainty.considered"),
    ("The ministry opened a new embassy in Suva.", "en", "The ministry plans to open a new embassy in Suva.", "en", "certainty.planned"),
    ("The mayor took bribes from a builder.", "en", "The mayor allegedly took bribes from a builder.", "en", "certainty.alleged"),
    ("은행은 내년에 지점 40곳을 닫는다.", "ko", "The bank may close 40 branches next year.", "en", "certainty.possible"),
    ("시는 도심 차량 통행을 금지하기로 결정했다.", "ko", "시는 도심 차량 통행을 금지하는 방안을 검토하고 있다.", "ko", "certainty.considered"),
    ("회사는 새 공장을 지었다.", "ko", "회사는 새 공장을 지을 계획이다.", "ko", "certainty.planned"),
    ("정부는 관세를 인상하기로 했다.", "ko", "政府は関税の引き上げを検討している。", "ja", "certainty.considered"),
    ("지진으로 발전소가 손상됐다.", "ko", "地震で発電所が損傷した可能性がある。", "ja", "certainty.possible"),
    ("중앙은행은 다음 달 금리를 인하한다.", "ko", "央行下月可能降息。", "zh", "certainty.possible"),
    ("The government will raise tariffs in May.", "en", "정부는 5월에 관세를 인상하는 방안을 검토 중이다.", "ko", "certainty.considered"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its", "signal"), _SURER)
def test_a_claim_surer_than_its_source(claim: str, language: str, source: str, its: str, signal: str) -> None:
    assert signal in _signals("certainty", claim, language, source, its)


_AS_SURE = [
    ("The bank might shut 40 branches next year.", "en", "The bank may close 40 branches next year.", "en"),
    ("The bank may close 40 branches next year.", "en", "The bank will close 40 branches next year.", "en"),
    ("The mayor is accused of taking bribes.", "en", "The mayor allegedly took bribes from a builder.", "en"),
    ("은행은 내년에 지점 40곳을 닫을 수도 있다.", "ko", "The bank may close 40 branches next year.", "en"),
    ("정부가 관세 인상을 저울질하고 있다.", "ko", "政府は関税の引き上げを検討している。", "ja"),
    ("전시회는 5월에 열린다.", "ko", "展覧会は5月に開かれる予定だ。", "ja"),
    ("회사는 새 공장을 짓는다.", "ko", "회사는 새 공장을 지을 계획이다.", "ko"),
    ("중앙은행이 다음 달 금리를 내릴 것으로 보인다.", "ko", "央行下月可能降息。", "zh"),
    ("The government is weighing a rise in tariffs.", "en", "정부는 관세를 인상하는 방안을 검토 중이다.", "ko"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its"), _AS_SURE)
def test_a_claim_as_sure_or_less(claim: str, language: str, source: str, its: str) -> None:
    assert not _signals("certainty", claim, language, source, its)


_WIDER = [
    ("All residents of the village have left.", "en", "Some residents of the village have left.", "en", "scope.wider"),
    ("Most firms plan to raise wages.", "en", "Some firms plan to raise wages.", "en", "scope.wider"),
    ("마을 주민 모두가 대피했다.", "ko", "Most residents of the village were evacuated.", "en", "scope.wider"),
    ("학생들은 모두 마스크를 썼다.", "ko", "학생 일부는 마스크를 썼다.", "ko", "scope.wider"),
    ("모든 학교가 휴교했다.", "ko", "一部の学校が休校した。", "ja", "scope.wider"),
    ("노동자 대부분이 파업에 참여했다.", "ko", "部分工人参加了罢工。", "zh", "scope.wider"),
    ("All the schools closed on Monday.", "en", "학교 12곳 가운데 9곳이 월요일 휴교했다.", "ko", "scope.wider"),
    ("Exports rose 4% from a year earlier.", "en", "수출은 전월 대비 4% 늘었다.", "ko", "scope.base"),
    ("수출은 전년 동월 대비 4% 늘었다.", "ko", "Exports rose 4% from the previous month.", "en", "scope.base"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its", "signal"), _WIDER)
def test_a_claim_that_means_more(claim: str, language: str, source: str, its: str, signal: str) -> None:
    assert signal in _signals("scope", claim, language, source, its)


_AS_WIDE = [
    ("Some residents of the village have left.", "en", "All residents of the village have left.", "en"),
    ("All seven sailors were rescued.", "en", "The seven sailors were all rescued.", "en"),
    ("마을 주민 대부분이 대피했다.", "ko", "Most residents of the village were evacuated.", "en"),
    ("선원 7명은 전원 구조됐다.", "ko", "乗組員7人は全員救助された。", "ja"),
    ("모두 3만 명이 참가했다.", "ko", "In total 30,000 people took part.", "en"),
    ("수출은 1년 전보다 4% 늘었다.", "ko", "Exports rose 4% from a year earlier.", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its"), _AS_WIDE)
def test_a_claim_that_means_the_same_or_less(claim: str, language: str, source: str, its: str) -> None:
    assert not _signals("scope", claim, language, source, its)


_CAUSED = [
    ("The bridge collapsed because of the flood.", "en", "The bridge collapsed on Sunday. The cause of the collapse is not known.", "en", "causes.unknown"),
    ("Sales fell because of the strike.", "en", "Sales fell 4% in March because of bad weather. A strike began in April.", "en", "causes.other"),
    ("폭우 때문에 다리가 무너졌다.", "ko", "다리가 일요일 무너졌다. 붕괴 원인은 밝혀지지 않았다.", "ko", "causes.unknown"),
    ("폭우로 인해 다리가 무너졌다.", "ko", "The bridge collapsed on Sunday. The cause of the collapse is under investigation.", "en", "causes.unknown"),
    ("금리 인상 탓에 주가가 4% 떨어졌다.", "ko", "株価は4%下落した。", "ja", "causes.invented"),
    ("공장 화재 때문에 수출이 줄었다.", "ko", "出口下降。原因尚不清楚。", "zh", "causes.unknown"),
    ("Shares fell 4% because of the fire.", "en", "주가는 4% 떨어졌다.", "ko", "causes.invented"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its", "signal"), _CAUSED)
def test_a_cause_that_no_passage_gives(claim: str, language: str, source: str, its: str, signal: str) -> None:
    assert signal in _signals("causes", claim, language, source, its)


_GIVEN = [
    ("The bridge collapsed because of the flood.", "en", "The flood caused the bridge to collapse.", "en"),
    ("Nobody knows why the bridge collapsed.", "en", "The bridge collapsed. The cause is not known.", "en"),
    ("폭우 때문에 다리가 무너졌다.", "ko", "The bridge collapsed because of heavy rain.", "en"),
    ("홍수로 다리가 무너졌다.", "ko", "洪水のため橋が崩れた。", "ja"),
    ("파업 탓에 공장이 멈췄다.", "ko", "由于罢工，工厂停产。", "zh"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "language", "source", "its"), _GIVEN)
def test_a_cause_that_a_passage_gives(claim: str, language: str, source: str, its: str) -> None:
    found = _signals("causes", claim, language, source, its)
    assert not [signal for signal in found if signal != "causes.loose"]
