"""A clause's own measure and its own denial count, whatever stands in another clause of the sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding import held_against

from prism.checks.rules.grounding import negation, scope

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)


def signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return held_against.signals(source, language, claim, claimed, (negation.check, scope.check), BASE)


_WRONG = [
    ("en", "en", "Most patients had a mild cough; 9 were kept overnight, and all went home.", "All patients had a mild cough.", "scope.wider"),
    ("ja", "ko", "複数の店舗で同じ不具合が見つかったが、原因は分かっていない。", "모든 점포에서 같은 결함이 발견됐으나 원인은 밝혀지지 않았다.", "scope."),
    ("en", "ko", "The school said pupils affected would be moved by bus.", "학교는 전체 학생을 버스로 이동시키겠다고 밝혔다.", "scope."),
    ("ko", "en", "일부 지역은 홍수로 전기가 끊겼다.", "The flood cut power everywhere in the region.", "scope.wider"),
    ("ko", "ko", '소방서장은 "문을 잠근 것은 아니고 경보기가 울리지 않았다"고 했다.', "소방서장은 문을 잠근 데다 경보기도 울리지 않았다고 했다.", "negation.said"),
    ("en", "ko", "The bridge did not collapse, and the pumps did not fail, the mayor said.", "시장은 다리가 무너졌지만 펌프는 고장 나지 않았다고 말했다.", "negation.said"),
]  # fmt: skip

_FAIR = [
    ("en", "en", "Most patients had a mild cough; 9 were kept overnight, and all went home.", "Most patients had a mild cough, and all 9 kept overnight went home."),
    ("en", "ko", "The plant has run at 40% of capacity since the fire.", "화재 뒤 이 공장은 능력의 40%밖에 가동하지 못하고 있다."),
    ("ja", "ko", "水位は1メートルしかない。", "수위가 1m밖에 되지 않는다."),
    ("ko", "ko", "직원 12명 중 3명이 스스로 떠났지만 자리를 메우지 않았다고 대표는 말했다. 비용 부담도 뒤를 이었다.", "회사는 떠난 직원 3명의 후임을 뽑지 않았다."),
    ("ko", "ko", '소방서장은 "문이 잠긴 것은 아니고 경보기가 울리지 않았다"고 했다.', "소방서장은 문은 잠기지 않았으나 경보기가 울리지 않았다고 했다."),
    ("ja", "ko", "複数の店舗で同じ不具合が見つかった。", "여러 점포에서 같은 결함이 발견됐다."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "claimed", "source", "claim", "signal"), _WRONG)
def test_wider_and_denied_otherwise(language: str, claimed: str, source: str, claim: str, signal: str) -> None:
    assert any(one.startswith(signal) for one in signals(source, language, claim, claimed))


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_fair_claims_raise_nothing(language: str, claimed: str, source: str, claim: str) -> None:
    assert signals(source, language, claim, claimed) == set()
