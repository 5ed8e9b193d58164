"""An office given to another person of the story, and places put for others, across scripts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import check_claim
from prism.checks.values import ClaimSource

BASE = datetime(2026, 3, 11, 15, tzinfo=UTC)


def supported(source: tuple[str, str], claim: tuple[str, str]) -> bool:
    return check_claim(claim[1], [ClaimSource("s", source[1], source[0], BASE)], claim[0]).supported


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (
            (
                "ja",
                "浜田市の神田直樹市長は「鉄路を残すのは現実的に難しい」と理解を示した。バスは2029年に走る。同社の錦織徹社長は夏までに結論を出すと話した。",
            ),
            ("ko", "하마다시의 니시코리 도루 시장은 철로를 남기기는 현실적으로 어렵다며 이해를 표했다."),
        ),
        (
            ("zh", "杭州市人社局副局长韩志远主持了最后两轮谈判。快鹿副总裁梁若晴表示，公司成本将增加。"),
            ("ko", "량뤄칭 항저우시 인력자원사회보장국 부국장이 마지막 협상을 주재했다."),
        ),
        (
            (
                "en",
                "Port director Sofia Lindgren said the crane had passed inspection in May. Union leader Emil Haas called for an inquiry.",
            ),
            ("ko", "에밀 하스 항만청장은 크레인이 5월 점검을 통과했다고 말했다."),
        ),
        (
            (
                "en",
                "Port director Sofia Lindgren said the crane had passed inspection in May. Union leader Emil Haas called for an inquiry.",
            ),
            ("en", "Union leader Sofia Lindgren called for an inquiry."),
        ),
        (
            ("ko", "윤서아 강진군수는 예산을 늘리겠다고 했다. 문태호 전남도의원은 절차를 지켜야 한다고 말했다."),
            ("ko", "문태호 강진군수는 예산을 늘리겠다고 밝혔다."),
        ),
        (
            ("en", "The levy would drive ships to Norway and Greenland, he said."),
            ("ko", "그는 부담금이 선박들을 노르웨이와 페로제도로 내몰 것이라고 말했다."),
        ),
        (
            (
                "en",
                "Senator Clay Whitcomb of Oklahoma, the panel's Republican chairman, defended the agency. Senator Judith Abernathy, an Oregon Democrat, said controllers had warned about the runway in 2024.",
            ),
            (
                "ko",
                "오클라호마주 민주당 상원의원인 주디스 애버내시는 관제사들이 2024년에 활주로 문제를 경고했다고 말했다.",
            ),
        ),
    ],
)
def test_another_person_or_place_is_held(source: tuple[str, str], claim: tuple[str, str]) -> None:
    assert not supported(source, claim)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (
            (
                "ja",
                "浜田市の神田直樹市長は「鉄路を残すのは現実的に難しい」と理解を示した。バスは2029年に走る。同社の錦織徹社長は夏までに結論を出すと話した。",
            ),
            ("ko", "하마다시의 간다 나오키 시장은 철로를 남기기는 현실적으로 어렵다며 이해를 표했다."),
        ),
        (
            ("zh", "杭州市人社局副局长韩志远主持了最后两轮谈判。快鹿副总裁梁若晴表示，公司成本将增加。"),
            ("ko", "한즈위안 항저우시 인력자원사회보장국 부국장이 마지막 협상을 주재했다."),
        ),
        (
            ("zh", "杭州市人社局副局长韩志远主持了最后两轮谈判。快鹿副总裁梁若晴表示，公司成本将增加。"),
            ("ko", "량뤄칭 콰이루 부총재는 회사 비용이 늘어날 것이라고 말했다."),
        ),
        (
            (
                "en",
                "Port director Sofia Lindgren said the crane had passed inspection in May. Union leader Emil Haas called for an inquiry.",
            ),
            ("ko", "소피아 린드그렌 항만 책임자는 크레인이 5월 점검을 통과했다고 말했다."),
        ),
        (
            ("ko", "윤서아 강진군수는 예산을 늘리겠다고 했다. 문태호 전남도의원은 절차를 지켜야 한다고 말했다."),
            ("en", "Gangjin county governor Yoon Seo-a promised a bigger budget."),
        ),
        (
            (
                "ko",
                "위원장인 서보경 시의원은 되돌린 사례도 살펴보겠다고 말했다. 윤채린 문화국장은 도서관을 합치겠다고 설명했다.",
            ),
            ("ko", "서보경 위원장은 되돌린 사례도 살펴볼 뜻을 밝혔다."),
        ),
        (
            ("en", "The levy would drive ships to Norway and Greenland, he said."),
            ("ko", "그는 부담금이 선박들을 노르웨이와 그린란드로 내몰 것이라고 말했다."),
        ),
        (
            (
                "en",
                "Senator Clay Whitcomb of Oklahoma, the panel's Republican chairman, defended the agency. Senator Judith Abernathy, an Oregon Democrat, said controllers had warned about the runway in 2024.",
            ),
            ("ko", "오리건주 민주당 상원의원인 주디스 애버내시는 관제사들이 2024년에 활주로 문제를 경고했다고 말했다."),
        ),
        (
            (
                "en",
                "Senator Clay Whitcomb of Oklahoma, the panel's Republican chairman, defended the agency. Senator Judith Abernathy, an Oregon Democrat, said controllers had warned about the runway in 2024.",
            ),
            ("ko", "클레이 휘트컴 위원장은 기관을 옹호했다."),
        ),
    ],
)
def test_whoever_holds_the_office_stands(source: tuple[str, str], claim: tuple[str, str]) -> None:
    assert supported(source, claim)
