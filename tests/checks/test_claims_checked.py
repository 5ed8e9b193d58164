from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prism.app.filters.check import check_row
from prism.checks import ClaimSource, check_claim

SOURCE = ClaimSource(
    "a",
    "Belarus released 123 prisoners on Thursday. The United States lifted sanctions on potash, envoy John Coale said in Minsk.\n"
    "Exports rose 3.5 percent in October. Five of the freed prisoners may leave the country.",
    "en",
    datetime(2026, 11, 20, 12, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("claim", "language", "supported"),
    [
        ("벨라루스는 목요일 수감자 123명을 석방했다.", "ko", True),
        ("벨라루스는 목요일 수감자 132명을 석방했다.", "ko", False),
        ("우크라이나는 목요일 수감자 123명을 석방했다.", "ko", False),
        ("존 콜 특사는 민스크에서 미국이 제재를 풀었다고 말했다.", "ko", True),
        ("10月の輸出は3.5%増えた。", "ja", True),
        ("10月の輸出は3.5%減った。", "ja", False),
        ("白俄罗斯释放了123名囚犯。", "zh", True),
        ("Die Ausfuhren stiegen im Oktober um 3,5 Prozent.", "de", True),
        ("Die Ausfuhren sanken im Oktober um 3,5 Prozent.", "de", False),
        ("Belarus did not release 123 prisoners on Thursday.", "en", False),
        ('Envoy John Coale said: "The sanctions stay."', "en", False),
    ],
)
def test_a_claim_is_held_against_its_sources(claim: str, language: str, supported: bool) -> None:
    verdict = check_claim(claim, (SOURCE,), language)
    assert verdict.supported is supported, verdict.findings
    assert 0.0 <= verdict.score <= 1.0


def test_a_finding_shows_its_evidence() -> None:
    finding = check_claim("벨라루스는 수감자 132명을 석방했다.", (SOURCE,), "ko").findings[0]
    assert finding.check == "figures"
    assert [(one.source, one.passage) for one in finding.evidence][:1] == [("a", 1)]


def test_the_same_row_gives_the_same_answer() -> None:
    row = {"id": 1, "claim": "Belarus released 123 prisoners.", "sources": [{"id": "a", "text": SOURCE.text}]}
    assert check_row(row) == check_row(row)


@pytest.mark.parametrize(
    "row",
    [
        "line 3 is no JSON", {}, {"id": 1}, {"id": 1, "claim": 5, "sources": []}, {"id": 1, "claim": "x", "sources": "y"},
        {"id": 1, "claim": "x", "sources": [5]}, {"id": 1, "claim": "x", "sources": [{"id": "a"}]}, {"id": 1, "claim": "", "sources": []},
    ],
)  # fmt: skip
def test_a_bad_row_is_answered(row: dict[str, object] | str) -> None:
    answer = check_row(row)
    assert answer["verdict"] == "unsupported"
    assert answer["findings"]


@settings(max_examples=40)
@given(st.text(max_size=120), st.text(max_size=200))
def test_any_claim_over_any_source_has_an_answer(claim: str, text: str) -> None:
    verdict = check_claim(claim, (ClaimSource("a", text),))
    assert 0.0 <= verdict.score <= 1.0
