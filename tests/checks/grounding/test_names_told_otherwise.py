"""Names that a claim tells rightly though no source writes them so: a country before its province, second readings in Mandarin."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import check_claim
from prism.checks.values import ClaimSource

BASE = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "claimed", "source", "claim"),
    [
        ("en", "ko", "Nebraska will close two dams on the Platte.", "미국 네브래스카주가 플랫강의 댐 두 곳을 닫는다."),
        ("en", "ko", "Somerset Council will close two libraries.", "영국 서머싯주 의회가 도서관 두 곳을 닫기로 했다."),
        ("zh", "ko", "新疆库尔勒市一家工厂发生火灾，无人伤亡。", "쿠얼러의 공장에서 불이 났지만 다친 사람은 없었다."),
        ("zh", "ko", "都江堰一家工厂发生火灾，无人伤亡。", "두장옌의 공장에서 불이 났지만 다친 사람은 없었다."),
    ],
)  # fmt: skip
def test_a_name_told_otherwise_is_no_other(language: str, claimed: str, source: str, claim: str) -> None:
    found = check_claim(claim, (ClaimSource("s", source, language, BASE),), claimed).findings
    assert [one.signal for one in found if one.signal in {"names.missing", "names.elsewhere", "names.absent"}] == []
