"""A person put for another of the same source, across languages; and fair claims that leave a person out or join passages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.replaced import put_for_another
from prism.checks.values import ClaimSource

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)

HARBOUR = (
    "Harbourmaster Eleanor Kettering said the dredging would take nine weeks and cost 14 million euros. "
    "Marine biologist Kwame Osei, 51, warned that the work could smother oyster beds. "
    "Joanna Birch, who chairs the fishing cooperative, called for compensation before any vessel is moved. "
    "She said boats had already lost two seasons."
)
CLINIC = (
    "北原市立病院の大野真紀院長は10日、夜間の救急受け入れを4月から再開すると発表した。"
    "看護師の採用を担当した西川哲也氏は、12人が新たに加わったと説明した。"
    "患者会の松本和子さん(68)は「3年待った」と語った。"
)
DAM = (
    "水利部门负责人周立群说，大坝将在6月底前加固完毕，耗资8亿元。"
    "地质学家贺文清指出，北岸的裂缝比预想的深。"
    "村民代表孙玉兰说，搬迁补偿至今没有发放。"
)
UNION = (
    "전진호 노조위원장은 28일까지 임금 협상이 끝나지 않으면 파업에 들어가겠다고 말했다. "
    "박서윤 부사장은 올해 영업손실이 300억 원에 이른다고 설명했다. "
    "한도현 조정관은 양측에 새 중재안을 건넸다."
)

_WRONG = [
    ("en", "ko", HARBOUR, "콰메 오세이는 준설에 9주가 걸리고 비용이 1천400만 유로에 이를 것이라고 말했다."),
    ("en", "ko", HARBOUR, "엘리너 케터링은 이 공사가 굴 서식지를 뒤덮을 수 있다고 경고했다."),
    ("en", "en", HARBOUR, "Oyster beds could be smothered by the work, Eleanor Kettering warned."),
    ("en", "en", HARBOUR, "Kwame Osei demanded compensation for the cooperative before vessels are moved."),
    ("ja", "ko", CLINIC, "마쓰모토 가즈코는 간호사 12명이 새로 들어왔다고 설명했다."),
    ("ja", "ko", CLINIC, "니시카와 데쓰야 원장은 4월부터 야간 응급 환자를 다시 받겠다고 발표했다."),
    ("ja", "en", CLINIC, "Kazuko Matsumoto announced that night emergencies would be accepted again from April."),
    ("zh", "en", DAM, "Sun Yulan said the dam would be reinforced by the end of June for 800 million yuan."),
    ("ko", "en", UNION, "Park Seo-yun said a strike would begin if wage talks were not over by the 28th."),
]

_FAIR = [
    ("en", "ko", HARBOUR, "엘리너 케터링은 준설에 9주가 걸리고 비용이 1천400만 유로라고 말했다."),
    ("en", "ko", HARBOUR, "콰메 오세이는 공사로 굴 서식지가 뒤덮일 수 있다고 경고했다."),
    ("en", "ko", HARBOUR, "조애나 버치는 어선들이 이미 두 철을 날렸다고 말했다."),
    (
        "en",
        "en",
        HARBOUR,
        "The dredging, which will take nine weeks, could smother oyster beds, according to Kwame Osei.",
    ),
    (
        "en",
        "en",
        HARBOUR,
        "Eleanor Kettering put the cost of the dredging at 14 million euros; Joanna Birch wants compensation.",
    ),
    ("ja", "ko", CLINIC, "오노 마키 원장은 4월부터 야간 응급 환자를 다시 받는다고 발표했다."),
    ("ja", "ko", CLINIC, "니시카와 데쓰야는 새 직원 12명이 합류했다고 했고, 병원은 4월에 야간 응급실을 다시 연다."),
    ("ja", "en", CLINIC, "Kazuko Matsumoto, 68, said patients had waited three years."),
    ("zh", "ko", DAM, "저우리췬은 6월 말까지 8억 위안을 들여 댐을 보강한다고 말했다."),
    ("zh", "ko", DAM, "쑨위란은 이주 보상금이 아직 나오지 않았다고 말했다."),
    ("zh", "en", DAM, "The cracks on the north bank are deeper than thought, He Wenqing said."),
    ("ko", "en", UNION, "Park Seo-yun said the operating loss would reach 30 billion won this year."),
    ("ko", "ko", UNION, "전진호 위원장은 28일을 협상 시한으로 못 박고 파업을 예고했다."),
]


def replaced(source: str, language: str, claim: str, claimed: str) -> list[str]:
    every = passages(ClaimSource("s", source, language, BASE))
    return [
        one.text for statement in statements(claim, claimed, BASE) for one in put_for_another(align(statement, every))
    ]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _WRONG)
def test_another_person_is_told(language: str, claimed: str, source: str, claim: str) -> None:
    found = replaced(source, language, claim, claimed)
    assert found
    assert found[0] in claim


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_the_right_person_raises_nothing(language: str, claimed: str, source: str, claim: str) -> None:
    assert replaced(source, language, claim, claimed) == []
