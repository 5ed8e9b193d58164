"""What a source calls unproven is not told as a deed of the one upon the other; what it tells so may be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import causes

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
OPEN = (
    "People who walked daily had lower blood pressure. The authors said it was unclear whether walking was the reason."
)
KNOWN = "Daily walking lowered blood pressure in the trial, the authors said."
KOREAN = "새 신호등을 단 뒤 사고가 15% 줄었다. 시는 신호등의 효과인지는 아직 알 수 없다고 했다."


@pytest.mark.parametrize(
    ("written", "source", "language", "claim"),
    [
        ("en", OPEN, "en", "Daily walking lowers blood pressure, the authors found."),
        ("en", OPEN, "ko", "매일 걷는 습관이 혈압을 낮췄다고 연구진은 밝혔다."),
        ("ko", KOREAN, "en", "The new traffic lights reduced accidents by 15%."),
        ("ko", KOREAN, "ko", "새 신호등이 사고를 15% 줄였다."),
    ],
)
def test_a_link_left_open_is_told_as_made(written: str, source: str, language: str, claim: str) -> None:
    assert "causes.unknown" in signals(source, written, claim, language, [causes.check], BASE)


@pytest.mark.parametrize(
    ("written", "source", "language", "claim"),
    [
        ("en", KNOWN, "en", "Daily walking reduced blood pressure."),
        ("en", OPEN, "ko", "매일 걸은 사람들은 혈압이 더 낮았다."),
        ("ko", KOREAN, "en", "Accidents fell by 15% after the new lights went up."),
        ("ko", KOREAN, "ko", "새 신호등이 사고를 줄였는지는 알 수 없다."),
    ],
)
def test_what_leaves_it_open_too_stands(written: str, source: str, language: str, claim: str) -> None:
    assert "causes.unknown" not in signals(source, written, claim, language, [causes.check], BASE)
