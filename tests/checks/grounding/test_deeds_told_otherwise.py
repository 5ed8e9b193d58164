"""What a source tells in other words of who did what, how far and under what condition; and the errors next to it."""

import pytest

from prism.checks import ClaimSource, check_claim

SAME = [
    ("roles.", "ko", "대구 한빛박물관이 광주 무등미술관에서 빌린 도자기 30점을 5월에 공개한다.", "zh", "大邱韩光博物馆宣布,向光州无等美术馆借展的30件瓷器将于5月与公众见面。作为交换,韩光博物馆将在秋季把8件绘画借给无等美术馆。"),
    ("roles.", "ko", "박세훈 시장은 뇌물 의혹을 부인했다.", "ko", '박세훈 시장은 기자회견에서 "뇌물은 10원도 받지 않았다"고 반박했다.'),
    ("negation.", "ko", "경찰은 그가 피의자는 아니라고 밝혔다.", "ko", "경찰은 조사를 벌이고 있으나 그는 피의자 신분이 아니라고 밝혔다."),
    ("negation.", "ko", "항구에는 무인선 시험장과 기숙사 40실이 들어선다.", "zh", "港區將設無人船測試場與宿舍40間。"),
    ("negation.", "ko", "어획 한도는 지금처럼 연간 300t이다.", "ja", "漁獲枠は年間300トンで変わらない。"),
    ("opposites.", "en", "Doctors not involved in the trial said it would take longer to confirm the benefit.", "en", "Outside doctors said more time would be needed to confirm the benefit of the trial."),
    ("opposites.", "ko", "의회는 불꽃놀이를 막는 법안을 찬성 40표, 반대 21표로 통과시켰다.", "en", "Parliament voted 40 to 21 for a bill to ban fireworks."),
    ("scope.", "ko", "이 회사는 지난해 전 세계에서 자전거 3만 대를 팔았고, 이 가운데 40%가 해외 판매였다.", "zh", "该公司去年在全球销售自行车3万辆,其中海外市场占40%。"),
    ("scope.", "ko", "회사는 월 9000엔 인상 요구를 전액 수용했다.", "ja", "同社は、労働組合が求めていた月9千円の賃上げに満額回答した。"),
    ("certainty.", "ko", "그는 배를 타는 것은 안전하지만 바람이 약할 때에만 그렇다고 말했다.", "en", '"The boat is safe, but only if the wind is weak," he said.'),
]  # fmt: skip
OTHER = [
    ("roles.", "ko", "조합이 보조금 30억 원을 대전시에 주지 않았다.", "ko", "조합은 대전시가 보조금 30억 원을 조합에 주지 않았다고 말했다."),
    ("negation.", "ko", "노조는 새 근무표를 받아들였다.", "ko", "노조는 새 근무표를 거부했다."),
    ("scope.", "ko", "회사는 공장 다섯 곳을 전부 닫는다.", "ko", "회사는 공장 다섯 곳 가운데 일부를 닫는다."),
]  # fmt: skip


def failed(family: str, language: str, claim: str, other: str, source: str) -> set[str]:
    verdict = check_claim(claim, (ClaimSource("a", source, other),), language)
    return {one.signal for one in verdict.findings if one.signal.startswith(family) and one.outcome.name == "FAIL"}


@pytest.mark.parametrize(("family", "language", "claim", "other", "source"), SAME)
def test_what_is_told_otherwise_passes(family: str, language: str, claim: str, other: str, source: str) -> None:
    assert not failed(family, language, claim, other, source)


@pytest.mark.parametrize(("family", "language", "claim", "other", "source"), OTHER)
def test_what_is_told_of_others_is_found(family: str, language: str, claim: str, other: str, source: str) -> None:
    assert failed(family, language, claim, other, source)
