"""Sides, causes, answers and expectations that Korean endings and particles tell, and what two languages say of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import findings_of
from prism.checks.values import ClaimSource
from prism.languages.causes_korean import implied_causes
from prism.languages.slots import nouns_in_slots, slots

_AT = datetime(2026, 5, 20, tzinfo=UTC)
_OURS = frozenset({"roles", "negation", "certainty", "causes", "opposites"})
_LAWSUIT = (
    "두나래제약은 경쟁사 온누리바이오를 상대로 특허 침해 소송을 냈다. 두나래제약은 지난해 온누리바이오에 공장 부지를 900억원에 매각했다. "
    "업계에서는 두 회사가 합의할 수 있다는 관측도 나온다. 식약처는 신약 허가 신청을 반려했다. 올해 1분기 두나래제약의 매출은 8% 늘었다."
)
_DEFENCE = (
    "국방부는 23일 드론 부대 창설 계획을 철회했다고 밝혔다. 육군은 해군에 정찰기 4대를 넘겨줬다. "
    "전문가들은 병력 감소가 계속되면 전력 공백이 생길 수 있다고 우려했다."
)
_CUP = (
    "Norvik beat Halden 3-1 in the cup final on Sunday, with Lena Strand scoring twice. "
    "Halden coach Per Lund blamed the referee for the defeat."
)
_LOSS = "India's Tarana Steel lent Kolva Motors $40 million in May. Analysts expect Kolva to post a loss this quarter."


def _signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    every = passages(ClaimSource(id="s", text=source, language=language, published=_AT))
    return {
        finding.signal
        for statement in statements(claim, claimed, _AT)
        for finding in findings_of(align(statement, every))
        if finding.check in _OURS and finding.signal != "causes.loose"
    }


@pytest.mark.parametrize(
    ("source", "language", "claim", "claimed"),
    [
        (_LAWSUIT, "ko", "온누리바이오가 두나래제약을 상대로 특허 침해 소송을 냈다.", "ko"),
        (_LAWSUIT, "ko", "두나래제약은 온누리바이오로부터 공장 부지를 사들였다.", "ko"),
        (_LAWSUIT, "ko", "두 회사는 결국 합의할 것이다.", "ko"),
        (_LAWSUIT, "ko", "식약처는 두나래제약의 신약 허가 신청을 승인했다.", "ko"),
        (_LAWSUIT, "ko", "특허 소송에서 이겨 두나래제약의 1분기 매출이 8% 늘었다.", "ko"),
        (_DEFENCE, "ko", "해군은 육군에 정찰기 4대를 넘겨줬다.", "ko"),
        (_DEFENCE, "ko", "국방부는 드론 부대 창설 계획을 확정했다고 밝혔다.", "ko"),
        (_DEFENCE, "ko", "전문가들은 전력 공백이 생길 것이라고 단언했다.", "ko"),
        (_CUP, "en", "할덴이 컵 결승에서 노르빅을 3대 1로 꺾었다.", "ko"),
        (_LOSS, "en", "Kolva posted a loss this quarter.", "en"),
        (_LOSS, "en", "Kolva Motors lent Tarana Steel $40 million in May.", "en"),
    ],
)
def test_what_is_turned_round_or_made_sure_is_told(source: str, language: str, claim: str, claimed: str) -> None:
    assert _signals(source, language, claim, claimed)


@pytest.mark.parametrize(
    ("source", "language", "claim", "claimed"),
    [
        (_LAWSUIT, "ko", "온누리바이오가 두나래제약에 특허 침해 소송을 당했다.", "ko"),
        (_LAWSUIT, "ko", "온누리바이오는 작년에 두나래제약으로부터 900억원짜리 공장 부지를 사들였다.", "ko"),
        (_LAWSUIT, "ko", "업계 일각에서는 양사의 합의 가능성이 거론된다.", "ko"),
        (_DEFENCE, "ko", "해군이 육군으로부터 정찰기 4대를 인계받았다.", "ko"),
        (_DEFENCE, "ko", "국방부가 드론 부대를 만들려던 계획을 접었다.", "ko"),
        (_CUP, "en", "Halden lost the cup final 3-1 to Norvik.", "en"),
        (_CUP, "en", "할덴은 일요일 결승에서 노르빅에 1대 3으로 졌다.", "ko"),
        (_LOSS, "en", "콜바모터스는 5월 타라나스틸에서 4000만달러를 빌렸다.", "ko"),
    ],
)
def test_the_same_told_from_the_other_side_passes(source: str, language: str, claim: str, claimed: str) -> None:
    assert not _signals(source, language, claim, claimed)


def test_a_noun_behind_a_clause_is_its_subject_and_self_is_the_topic() -> None:
    text = "구속된 A씨는 자신이 B씨에게 먼저 범행을 제안했다고 주장했다."
    sides = tuple((start, end) for start, end, _ in nouns_in_slots(text, "ko"))
    found = [{text[slice(*side)]: part for side, part in one.parts} for one in slots(text, "ko", sides)]
    assert found[0] == {"A씨": "object"}
    assert found[1]["A씨"] == "agent"
    assert found[1]["B씨"] == "recipient"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("배송 중단으로 회사 주가가 떨어졌다.", True),
        ("기지국이 무너져 통신이 끊겼다.", True),
        ("제휴 해소 소식에 주가가 4% 하락했다.", True),
        ("누수율은 절반으로 줄었다.", False),
        ("그는 대표로 뽑혀 회사를 옮겼다.", False),
    ],
)
def test_causes_without_a_word_for_because(text: str, joined: bool) -> None:
    assert bool(implied_causes(text)) is joined
