"""What no passage speaks of is found where the rest is borne; a free paraphrase is let pass."""

from __future__ import annotations

import pytest

from prism.checks import ClaimSource, check_claim
from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import additions

ENGLISH = (
    "The coast guard rescued 34 fishermen off Busan on Monday after their boat sank in heavy fog. "
    "Police said they would question the captain."
)
KOREAN = "해경은 5일 부산 앞바다에서 짙은 안개 속에 침몰한 어선의 선원 34명을 구조했다. 경찰은 선장을 조사할 방침이다."
ADDED = [
    (
        "en",
        ENGLISH,
        "en",
        "The coast guard rescued 34 fishermen off Busan on Monday, and a hospital treated them for burns.",
    ),
    (
        "en",
        ENGLISH,
        "ko",
        "해경은 부산 앞바다에서 배가 침몰해 어민 34명을 구조했고, 병원은 화재로 다친 이들을 수술했다.",
    ),
    (
        "ko",
        KOREAN,
        "en",
        "The coast guard rescued 34 crew members after a fishing boat sank in fog off Busan, and prosecutors raided a bank.",
    ),
    (
        "ko",
        KOREAN,
        "ko",
        "해경이 부산 앞바다 안개 속에서 침몰한 어선의 선원 34명을 구조했으며 유가족은 보험사에 소송을 냈다.",
    ),
]
BORNE = [
    ("en", ENGLISH, "en", "Monday's sinking off Busan, in thick fog, ended with all 34 fishermen being saved by the coast guard."),
    ("en", ENGLISH, "ko", "짙은 안개 속에 부산 앞바다에서 배가 가라앉았으나 어민 34명은 해경에 구조됐다."),
    ("ko", KOREAN, "en", "Thirty-four crew members were rescued by the coast guard when a fishing boat went down in fog off Busan."),
    ("ko", KOREAN, "ko", "안개가 짙게 낀 부산 앞바다에서 어선이 침몰했으나 배에 탄 34명은 해경에 구조됐다."),
]  # fmt: skip


def _signals(language: str, source: str, claimed: str, claim: str) -> list[str]:
    every = passages(ClaimSource("s", source, language))
    return [
        finding.signal
        for statement in statements(claim, claimed, None)
        for finding in additions.check(align(statement, every))
    ]


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), ADDED)
def test_an_added_clause_is_found(language: str, source: str, claimed: str, claim: str) -> None:
    assert "additions.part" in _signals(language, source, claimed, claim)


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), BORNE)
def test_a_paraphrase_adds_nothing(language: str, source: str, claimed: str, claim: str) -> None:
    assert "additions.part" not in _signals(language, source, claimed, claim)


def test_a_sentence_that_nothing_speaks_of() -> None:
    assert _signals("en", "The bridge reopened.", "en", "Wheat was cheap.") == ["additions.nothing"]


UNRELATED = [
    ("ko", KOREAN, "en", "The bridge opened in 1987 and carries two railway lines."),
    ("ko", KOREAN, "ko", "그 다리는 1987년에 개통했고 철로 두 개가 지난다."),
    ("en", ENGLISH, "ko", "시의회는 올가을 도서관을 새로 짓는 예산을 통과시켰다."),
    ("en", ENGLISH, "en", "Apples are a healthy fruit that many families enjoy during the holidays."),
    ("en", ENGLISH, "en", "This is an important moment for the community and for future generations."),
    ("ko", KOREAN, "en", "Our thoughts and prayers are with the families at this difficult time."),
    ("en", ENGLISH, "ko", "아이들이 행복한 세상을 만드는 것은 우리 모두의 책임이다."),
    ("ko", KOREAN, "ko", "투자할 때는 늘 전문가의 조언을 듣는 것이 좋다."),
]


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), UNRELATED)
def test_a_sentence_made_up_out_of_nothing_is_unsupported(language: str, source: str, claimed: str, claim: str) -> None:
    assert {"additions.nothing", "additions.thin"} & set(_signals(language, source, claimed, claim))
    verdict = check_claim(claim, [ClaimSource("s", source, language)], claimed)
    assert not verdict.supported


BESIDE = "Passengers may change their flights free of charge, the airline said on Monday. Student residences and homes are exempt from the levy."


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("승객은 무료로 항공편을 바꿀 수 있고 호텔도 제공받는다.", True),
        ("학생 기숙사와 주택은 부과금을 면제받는다.", False),
        ("승객과 지인은 무료로 항공편을 바꿀 수 있다.", False),
    ],
)
def test_a_thing_named_as_one_more_but_no_people(claim: str, *, found: bool) -> None:
    verdict = check_claim(claim, (ClaimSource("a", BESIDE, "en"),), "ko")
    assert ("additions.also" in {finding.signal for finding in verdict.findings}) is found
