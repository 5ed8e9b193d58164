"""A detail added to what is otherwise the passage's own is found; what stands for other words of the passage is let pass."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding.held_against import signals

from prism.checks.rules.grounding import additions

BASE = datetime(2026, 3, 4, 9, tzinfo=UTC)
ENGLISH = "The mayor of Lorby said on Tuesday that the old bridge would be closed in June. It carries 9,000 cars a day."
KOREAN = "서린시는 4일 낡은 체육관을 헐고 그 자리에 공원을 만들겠다고 밝혔다. 공사는 내년 봄에 시작한다."
ADDED = [
    ("en", ENGLISH, "en", "The mayor of Lorby said on Tuesday, at a meeting with farmers and soldiers, that the old bridge would be closed in June."),
    ("en", ENGLISH, "en", "The old bridge, which carries 9,000 cars a day, would be closed in June after a petition signed by teachers."),
    ("ko", KOREAN, "ko", "서린시는 4일 주민 투표를 거쳐 낡은 체육관을 헐고 그 자리에 공원을 만들겠다고 밝혔다."),
    ("ko", KOREAN, "ko", "서린시는 낡은 체육관을 헐고 공원을 만들겠다고 밝혔으며, 은행 대출로 비용을 마련한다."),
]  # fmt: skip
SAID_OTHERWISE = [
    ("en", ENGLISH, "en", "Lorby's ageing bridge, used by 9,000 cars daily, will shut in June, according to the mayor."),
    ("en", ENGLISH, "en", "The mayor told reporters that Lorby's bridge would no longer be open from June."),
    ("ko", KOREAN, "ko", "서린시가 오래된 체육관을 철거하고 그 터를 공원으로 꾸미기로 했다."),
    ("ko", KOREAN, "ko", "체육관 자리에 들어설 공원은 내년 봄 첫 삽을 뜬다."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "source", "language", "claim"), ADDED)
def test_a_stretch_in_the_place_of_nothing_is_an_addition(written: str, source: str, language: str, claim: str) -> None:
    found = signals(source, written, claim, language, [additions.check], BASE)
    assert found & {"additions.surplus", "additions.part"}


@pytest.mark.parametrize(("written", "source", "language", "claim"), SAID_OTHERWISE)
def test_other_words_for_the_same_are_none(written: str, source: str, language: str, claim: str) -> None:
    assert "additions.surplus" not in signals(source, written, claim, language, [additions.check], BASE)
