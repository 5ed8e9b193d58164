"""Persons tied to what is another's, firms of another trade, and names whose letters other languages sound in their own way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import figures, names

BASE = datetime(2026, 5, 28, 9, tzinfo=UTC)
STRONG = frozenset(
    {"names.replaced", "names.given", "names.altered", "names.absent", "names.missing", "names.other", "names.instead"}
)

BROKERS = "미래에셋증권 민지희 연구원은 8월 인하를 예상했지만, 씨티은행 김진욱 이코노미스트는 10월로 내다봤다."
BUILDERS = "工事を請け負う東海土木によると、2人は名古屋市と多治見市に住む男性で、命に別条はない。"
PACKAGING = "元大证券分析师林宜蓁认为，封装产能的缺口要到2028年才会补上。"
COACH = "The home side's coach, Şenol Akgündüz, said goalkeeper Uğur Çelikkan would keep his place."
CALLER = "Qatar's emir, Sheikh Tamim, telephoned King Mohammed VI, the state news agency MAP reported."


@pytest.mark.parametrize(
    ("source", "language", "claim", "claimed"),
    [
        (BROKERS, "ko", "Kim Jin-wook, an economist at Mirae Asset Securities, forecast a rate cut in October.", "en"),
        (BUILDERS, "ja", "공사를 맡은 도카이건설은 다친 2명이 나고야시와 다지미시에 사는 남성이라고 설명했다.", "ko"),
        (PACKAGING, "zh", "위안다증권의 린이쥔 애널리스트는 패키징 공급 부족이 2028년에야 해소될 것으로 봤다.", "ko"),
    ],
)
def test_a_name_of_another_house_is_told(source: str, language: str, claim: str, claimed: str) -> None:
    assert signals(source, language, claim, claimed, (names.check,), BASE) & STRONG


@pytest.mark.parametrize(
    ("source", "language", "claim", "claimed"),
    [
        (BROKERS, "ko", "Min Ji-hee of Mirae Asset Securities expected a cut in August.", "en"),
        (BUILDERS, "ja", "공사를 맡은 도카이도보쿠는 다친 2명이 나고야시와 다지미시에 사는 남성이라고 설명했다.", "ko"),
        (PACKAGING, "zh", "위안다증권의 린이전 애널리스트는 패키징 공급 부족이 2028년에야 해소될 것으로 봤다.", "ko"),
        (COACH, "en", "Coach Senol Akgunduz is sticking with goalkeeper Ugur Celikkan.", "en"),
    ],
)
def test_the_same_name_is_let_pass(source: str, language: str, claim: str, claimed: str) -> None:
    assert not signals(source, language, claim, claimed, (names.check,), BASE) & STRONG


def test_a_king_is_numbered_in_roman_numerals() -> None:
    claim = "카타르 국왕이 모하메드 {}세 모로코 국왕에게 전화를 걸었다고 MAP통신이 보도했다."
    assert "figures.missing" not in signals(CALLER, "en", claim.format(6), "ko", (figures.check,), BASE)
    assert "figures.missing" in signals(CALLER, "en", claim.format(5), "ko", (figures.check,), BASE)
