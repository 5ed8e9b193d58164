"""A deed told of another party than in the source, in words of `languages.tables.ties`, and the same deed told otherwise."""

import pytest

from prism.checks import check_claim
from prism.checks.values import ClaimSource

WRONG = [
    ("ko", "도원화학이 2021년 계약을 파기하자 세람은 생산을 멈췄다.", "en", "Seram halted production after Halbek cancelled the contract in 2021. Dowon Chemical, another customer, said it was sorry."),
    ("ko", "벨로나가 2023년 특허 침해를 이유로 소송을 냈다.", "en", "The battery maker Marovia makes cells. Marovia sued in March 2023, alleging that its rival Velona had used a patent. Velona denies it."),
    ("ko", "노조가 협상을 제안했지만 회사가 거절했다.", "ko", "회사는 협상을 제안했으나 노조가 이를 거절했다."),
    ("ko", "회사가 임금 동결을 요구했고 노조가 이를 거부했다.", "zh", "工会要求冻结裁员,公司拒绝了这一要求。"),
    ("ko", "하늘그린이 12일 대구에서 푸른제트스를 3-1로 눌러 결승에 올랐다.", "ko", "프로배구 푸른제트스가 12일 대구에서 열린 준결승전에서 하늘그린을 3-1로 꺾고 결승에 올랐다."),
    ("en", "Operator Tanwell rejected the accusation that it had caused the leak.", "en", "The mine operator Tanwell blamed the leak on its contractor Bestline; Bestline rejected the accusation."),
    ("ko", "이탈리아가 한발 물러섰다고 관계자가 전했다.", "en", "Malta gave way on Tuesday, an official said, and Italy thanked it."),
    ("ko", "개표 결과 현직 오가와 마코토 후보가 신인 기타무라 겐이치 후보를 812표 차로 눌렀다.", "ja", "任期満了に伴う市長選は14日投開票され、新人の北村健一氏（41）が、現職の小川誠氏（66）を812票差で破った。"),
    ("ko", "한강전자 주가는 3.1% 올랐고 도담화학은 4.4% 내렸다.", "ko", "이날 한강전자는 4.4% 내린 채, 도담화학은 3.1% 오른 채 거래를 마쳤다."),
    ("ko", "베트남이 공동 조사를 하자고 제안했으나 필리핀은 이를 받아들이지 않았다.", "zh", "菲方提议进行共同调查,越方予以拒绝。越南和菲律宾22日在河内举行磋商。"),
    ("ko", "도원케미칼 연구원 5명이 한울머티리얼즈로 자리를 옮기며 자료를 빼냈다.", "ko", "한울머티리얼즈는 연구원 5명이 도원케미칼로 옮기면서 자료를 빼돌렸다고 주장한다."),
    ("ko", "연구원들은 루메타로 옮겨 가며 도면을 가져갔다.", "en", "The cell maker Lumetta says that employees who left it for Corvane took drawings with them."),
    ("ko", "법원은 3년을 끈 특허 분쟁에서 벨로나의 손을 들어줬다.", "en", "The battery makers Marovia and Velona went to court. After three years of a patent dispute the court ruled against Velona on Monday."),
    ("ko", "벨로나가 마로비아를 상대로 낸 맞소송은 기각됐다.", "en", "The battery makers Marovia and Velona went to court. A countersuit in which Marovia sought $30 million was dismissed."),
]  # fmt: skip
RIGHT = [
    ("ko", "할벡이 2021년 계약을 파기하자 세람은 생산을 멈췄다.", "en", "Seram halted production after Halbek cancelled the contract in 2021. Dowon Chemical, another customer, said it was sorry."),
    ("ko", "마로비아가 2023년 벨로나를 상대로 특허 소송을 냈다.", "en", "The battery maker Marovia makes cells. Marovia sued in March 2023, alleging that its rival Velona had used a patent. Velona denies it."),
    ("ko", "노조가 거절한 협상은 회사가 제안한 것이었다.", "ko", "회사는 협상을 제안했으나 노조가 이를 거절했다."),
    ("ko", "푸른제트스가 12일 하늘그린을 3-1로 눌러 결승에 올랐다.", "ko", "프로배구 푸른제트스가 12일 대구에서 열린 준결승전에서 하늘그린을 3-1로 꺾고 결승에 올랐다."),
    ("ko", "로마는 화요일 한발 물러섰다.", "en", "Italy gave way on Tuesday, an official said, and Malta thanked it."),
    ("ko", "런던 법원은 50억 원을 물어내라는 세림의 청구를 받아들이지 않았다.", "ko", "런던 법원은 17일 50억 원을 지급하라는 세림의 청구를 기각했다."),
    ("ko", "개표 결과 신인 기타무라 겐이치 후보가 현직 오가와 마코토 후보를 812표 차로 눌렀다.", "ja", "任期満了に伴う市長選は14日投開票され、新人の北村健一氏（41）が、現職の小川誠氏（66）を812票差で破った。"),
    ("ko", "필리핀이 공동 조사를 하자고 제안했으나 베트남은 이를 받아들이지 않았다.", "zh", "菲方提议进行共同调查,越方予以拒绝。越南和菲律宾22日在河内举行磋商。"),
    ("ko", "도담화학은 3.1% 올랐지만 한강전자 주가는 4.4% 내렸다.", "ko", "이날 한강전자는 4.4% 내린 채, 도담화학은 3.1% 오른 채 거래를 마쳤다."),
    ("ko", "한울머티리얼즈 연구원 5명이 도원케미칼로 자리를 옮기며 자료를 빼냈다.", "ko", "한울머티리얼즈는 연구원 5명이 도원케미칼로 옮기면서 자료를 빼돌렸다고 주장한다."),
    ("ko", "연구원들은 코르베인으로 옮겨 가며 도면을 가져갔다.", "en", "The cell maker Lumetta says that employees who left it for Corvane took drawings with them."),
    ("ko", "법원은 3년을 끈 특허 분쟁에서 마로비아의 손을 들어줬다.", "en", "The battery makers Marovia and Velona went to court. After three years of a patent dispute the court ruled against Velona on Monday."),
    ("ko", "마로비아가 벨로나를 상대로 낸 맞소송은 기각됐다.", "en", "The battery makers Marovia and Velona went to court. A countersuit in which Marovia sought $30 million was dismissed."),
    ("ko", "한 씨 측은 항소하겠다고 했다.", "ko", "한도경 씨의 변호인 류현 변호사는 항소하겠다고 말했다."),
]  # fmt: skip


def signals(claim: tuple[str, str], source: tuple[str, str]) -> set[str]:
    verdict = check_claim(claim[1], (ClaimSource("a", source[1], source[0]),), claim[0])
    return {finding.signal for finding in verdict.findings if finding.signal.startswith("roles.")}


@pytest.mark.parametrize(("language", "claim", "other", "source"), WRONG)
def test_a_deed_of_another_is_found(language: str, claim: str, other: str, source: str) -> None:
    assert signals((language, claim), (other, source)) & {"roles.rival", "roles.swapped", "roles.party"}


@pytest.mark.parametrize(("language", "claim", "other", "source"), RIGHT)
def test_the_same_deed_told_otherwise_passes(language: str, claim: str, other: str, source: str) -> None:
    assert not signals((language, claim), (other, source))
