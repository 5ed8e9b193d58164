"""A cause that a passage gives, left out by a claim that joins another clause to the same effect."""

import pytest

from prism.checks import ClaimSource, check_claim

EXCHANGED = [
    ("ko", "윤 씨는 여권이 만료되자 지난해 3월 베트남으로 달아났다가 올해 2월 하노이에서 붙잡혔다.", "zh", "尹某去年3月因警察搜查其办公室而逃往越南,今年2月在河内被捕。"),
    ("ko", "관장은 협상이 길어지는 바람에 5월로 잡았던 개막을 늦췄다고 설명했다.", "zh", "馆长说,展览原定5月开幕,因两件瓷器需要修复而推迟。"),
    ("en", "The inquiry opened in May after tests found salmonella in school meals.", "en", "The inquiry, led by judge Ada Kerr, opened in May after two engineers and a teacher resigned."),
]  # fmt: skip
KEPT = [
    ("ko", "윤 씨는 경찰이 사무실을 수색하자 지난해 3월 베트남으로 달아났다가 올해 2월 하노이에서 붙잡혔다.", "zh", "尹某去年3月因警察搜查其办公室而逃往越南,今年2月在河内被捕。"),
    ("ko", "관장은 도자기 두 점을 수리하느라 5월로 잡았던 개막을 늦췄다고 설명했다.", "zh", "馆长说,展览原定5月开幕,因两件瓷器需要修复而推迟。"),
    ("en", "The inquiry opened in May after the resignation of two engineers and a teacher.", "en", "The inquiry, led by judge Ada Kerr, opened in May after two engineers and a teacher resigned."),
]  # fmt: skip


def signals(language: str, claim: str, other: str, source: str) -> set[str]:
    verdict = check_claim(claim, (ClaimSource("a", source, other),), language)
    return {one.signal for one in verdict.findings if one.signal.startswith("causes.") and one.strength >= 0.7}


@pytest.mark.parametrize(("language", "claim", "other", "source"), EXCHANGED)
def test_another_clause_in_the_place_of_a_cause_is_found(language: str, claim: str, other: str, source: str) -> None:
    assert signals(language, claim, other, source)


@pytest.mark.parametrize(("language", "claim", "other", "source"), KEPT)
def test_a_cause_in_other_words_passes(language: str, claim: str, other: str, source: str) -> None:
    assert not signals(language, claim, other, source)
