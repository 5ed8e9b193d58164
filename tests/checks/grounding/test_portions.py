"""The whole is not told for a part, nor a limit put or taken away; the same measure in other words stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import scope

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
WIDER = [
    ("zh", "部分农民尚未领到补贴。省政府所有部门6日开会。", "ko", "농민들은 모두 아직 보조금을 받지 못했다.", "scope.wider"),
    ("ja", "一部の病院では医師が不足している。", "ko", "모든 병원에서 의사가 모자란다.", "scope.wider"),
    ("ko", "대부분의 학교는 6월에 문을 연다.", "en", "All schools will open in June.", "scope.wider"),
    ("en", "Some of the teachers rejected the offer.", "ko", "교사들은 모두 그 제안을 거부했다.", "scope.wider"),
    ("en", "The drug helped patients sleep longer.", "en", "The drug helped only in women to sleep longer.", "scope.only"),
    ("ko", "이 지원금은 65세 이상 농민에게만 지급된다.", "ko", "이 지원금은 농민에게 지급된다.", "scope.unlimited"),
]  # fmt: skip
AS_WIDE = [
    ("zh", "部分农民尚未领到补贴。", "ko", "농민 일부는 아직 보조금을 받지 못했다."),
    ("ja", "一部の病院では医師が不足している。", "ko", "의사가 모자란 병원도 있다."),
    ("en", "Some teachers rejected the offer. All teachers will vote again.", "ko", "교사들은 모두 다시 투표한다."),
    ("ko", "이 지원금은 65세 이상 농민에게만 지급된다.", "ko", "이 지원금은 65세 이상 농민만 받는다."),
]


@pytest.mark.parametrize(("written", "source", "language", "claim", "signal"), WIDER)
def test_another_measure_is_found(written: str, source: str, language: str, claim: str, signal: str) -> None:
    assert signal in signals(source, written, claim, language, [scope.check], BASE)


@pytest.mark.parametrize(("written", "source", "language", "claim"), AS_WIDE)
def test_the_same_measure_stands(written: str, source: str, language: str, claim: str) -> None:
    assert not signals(source, written, claim, language, [scope.check], BASE) & {
        "scope.wider",
        "scope.only",
        "scope.unlimited",
    }
