"""Traditional Chinese is read as simplified, sign by sign; what is shown stays as it was written."""

from __future__ import annotations

from datetime import UTC, datetime

from prism.checks import check_claim
from prism.checks.values import ClaimSource
from prism.languages.hanzi import in_one_script

SOURCE = "台電表示，綠島和蘭嶼的供電已經恢復。台東縣政府宣布，農損達3.2億元。"


def test_chinese_alone_is_put_into_one_script() -> None:
    assert in_one_script("綠島和蘭嶼的供電", "zh") == "绿岛和兰屿的供电"
    assert len(in_one_script(SOURCE, "zh")) == len(SOURCE)
    assert in_one_script("東海土木によると", "ja") == "東海土木によると"


def test_a_claim_stands_on_traditional_characters_and_evidence_keeps_them() -> None:
    source = ClaimSource("s", SOURCE, "zh", datetime(2024, 11, 5, tzinfo=UTC))
    verdict = check_claim("뤼다오와 란위의 전력 공급은 이미 복구됐다고 대만전력이 설명했다.", (source,), "ko")
    assert verdict.supported
    shown = {one.text for finding in verdict.findings for one in finding.evidence}
    assert shown
    assert all(text in SOURCE for text in shown)
