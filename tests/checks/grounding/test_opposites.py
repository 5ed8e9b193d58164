"""A word whose contrary stands in its slot is found; the same thing told from another side, or denied twice, is not."""

from __future__ import annotations

import pytest

from prism.checks import ClaimSource
from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import opposites

CONTRARY = [
    ("en", "Exports rose 4% in May, the ministry said.", "en", "Exports fell 4% in May, according to the ministry."),
    ("en", "Exports rose 4% in May, the ministry said.", "ko", "5월 수출은 4% 감소했다고 산업부가 밝혔다."),
    ("ko", "시의회는 22일 예산안을 통과시켰다.", "ko", "시의회가 22일 예산안을 부결했다."),
    ("ja", "同社は工場の閉鎖を決めた。", "ko", "이 회사는 공장 재개를 결정했다."),
    ("zh", "中国谴责了这次袭击。", "ko", "중국은 이번 공격을 환영했다."),
    ("en", "The union welcomed the plan to raise the retirement age.", "ko", "노조는 정년을 올리려는 계획을 비판했다."),
    ("ko", "북부 지역에 폭우 경보가 내려졌다.", "ko", "남부 지역에 호우 경보가 발령됐다."),
    (
        "ko",
        "한국은행은 기준금리를 0.25%포인트 인상했다.",
        "en",
        "The Bank of Korea cut its key rate by 0.25 percentage points.",
    ),
    ("ko", "경찰은 용의자를 석방했다.", "ko", "경찰이 용의자를 구속했다."),
    (
        "en",
        "The company reported a profit of $3 million for the quarter.",
        "ko",
        "회사는 이 분기에 300만 달러의 적자를 냈다.",
    ),
    ("ja", "首相は訪中を延期した。", "ko", "일본 총리는 중국 방문을 앞당겼다."),
    ("en", "The ministry imported 40,000 tonnes of rice.", "ko", "농림부는 쌀 4만t을 수출했다."),
]
THE_SAME = [
    ("en", "Exports rose 4% in May from April, when they had fallen 3%.", "ko", "4월에 3% 줄었던 수출은 5월 들어 4% 늘었다."),
    ("en", "The store will not close on Sundays.", "en", "The store stays open on Sundays."),
    ("en", "The store will not close on Sundays.", "ko", "이 상점은 일요일에도 문을 연다."),
    ("ko", "롯데가 두산을 5대 3으로 이겼다.", "ko", "두산이 롯데에 3대 5로 졌다."),
    ("en", "The price fell from 120 won to 100 won.", "ko", "가격은 100원으로, 종전 120원보다 낮아졌다."),
    ("ko", "법원은 청구를 기각했다.", "ko", "법원은 청구를 받아들이지 않았다."),
    ("ja", "裁判所は請求を棄却した。", "ko", "법원은 청구를 인정하지 않았다."),
    ("zh", "该厂停产三周后恢复生产。", "ko", "이 공장은 3주간의 중단 끝에 생산을 재개했다."),
    ("en", "Unemployment rose, but wages fell.", "ko", "실업률은 올랐고 임금은 줄었다."),
    ("ko", "정부는 담배 판매를 금지하지 않기로 했다.", "en", "The government will keep allowing cigarette sales."),
    ("ko", "선원 19명은 모두 다친 데 없이 항구로 옮겨졌다.", "en", "None of the 19 crew members was hurt."),
]  # fmt: skip


def _signals(language: str, source: str, claimed: str, claim: str) -> list[str]:
    every = passages(ClaimSource("s", source, language))
    return [
        finding.signal
        for statement in statements(claim, claimed, None)
        for finding in opposites.check(align(statement, every))
    ]


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), CONTRARY)
def test_a_contrary_in_the_same_slot_is_found(language: str, source: str, claimed: str, claim: str) -> None:
    assert _signals(language, source, claimed, claim)


@pytest.mark.parametrize(("language", "source", "claimed", "claim"), THE_SAME)
def test_the_same_told_otherwise_is_no_contrary(language: str, source: str, claimed: str, claim: str) -> None:
    assert not _signals(language, source, claimed, claim)
