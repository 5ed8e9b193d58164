"""Words that only look like names, names written in one word or two, and the same patterns with a wrong name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.checks.grounding import held_against

from prism.checks.rules.grounding import names

BASE = datetime(2026, 3, 14, 9, tzinfo=UTC)
WEAK = frozenset({"names.unsure", "names.implied", "names.loanword"})


def clear_signals(source: str, language: str, claim: str, claimed: str) -> set[str]:
    return held_against.signals(source, language, claim, claimed, (names.check,), BASE) - WEAK


_FAIR = [
    # words that only look like names
    ("en", "ko", "The defending champion Laura Heston won.", "끝까지 앞서 달린 디펜딩 챔피언 로라 헤스턴이 이겼다."),
    ("en", "ko", "Both sides kept their claims to the islands.", "양측은 섬에 대한 영유권 주장을 굽히지 않았다."),
    ("en", "ko", "Catches of cod fell by a third off Iceland.", "아이슬란드 앞바다의 대구 어획량이 3분의 1 줄었다."),
    ("en", "ko", "The fine was set at $40,000, a lawyer said.", "벌금은 4만 달러로 책정됐다고 변호사가 말했다."),
    ("en", "ko", "It will pay 3.2 million Australian dollars.", "회사는 320만 호주달러를 내기로 했다."),
    ("ko", "ko", "매장에는 폐쇄회로TV가 없었다.", "매장에는 감시 카메라가 없었다."),
    ("ja", "ko", "西岡由香議員が予算案を批判した。", "예산안을 비판한 것이 니시오카 유카 의원이다."),
    # places by half of their name
    ("ko", "en", "공무원들은 지난달 세종 청사로 옮겼다.", "The officials moved to Sejong last month."),
    ("ja", "ko", "集会はさいたま市で開かれた。", "집회는 사이타마에서 열렸다."),
    # one word for two
    ("ko", "en", "한결퍼니처는 공장 두 곳을 닫는다.", "Hangyeol Furniture is closing two plants."),
    ("en", "ko", "Seorim Logistics bought 40 lorries.", "서림로지스틱스가 화물차 40대를 사들였다."),
    ("en", "ko", "Van der Meulen sold its mill.", "판데르묄런이 제분소를 팔았다."),
    ("ja", "ko", "ルイスモンテネグロ首相が辞任した。", "루이스 몬테네그루 총리가 물러났다."),
    ("ja", "ko", "カーネギー財団とロイズ銀行が費用を出す。", "비용은 카네기재단과 로이즈은행이 낸다."),
    ("ja", "ko", "大会はサンタモニカで開かれた。", "대회는 산타 모니카에서 열렸다."),
    # sounds
    ("en", "ko", "Geologist Karen Hewitt led the survey.", "조사는 지질학자 캐런 휴잇이 이끌었다."),
    ("en", "ko", "Hanoi-based Truong Phat Steel was cleared.", "하노이에 본사를 둔 쯔엉팟 철강은 혐의를 벗었다."),
    ("en", "ko", "The museum in Ghent reopened.", "헨트의 미술관이 다시 문을 열었다."),
    ("ko", "en", "감태호 위원장이 사과했다.", "The chairman, Gam Tae-ho, apologised."),
]

_WRONG = [
    ("en", "ko", "Coach Laura Heston thanked the fans.", "로라 브래드퍼드 감독은 팬들에게 감사했다.", "names."),
    ("en", "ko", "Said Grace Oyelaran, who led the trial.", "그레이스 무사이가 이끈 시험이다.", "names.given"),
    (
        "en",
        "ko",
        "Lorries may go through the Arlberg Pass.",
        "화물차는 고트하르트 고개로 우회할 수 있다.",
        "names.absent",
    ),
    (
        "ko",
        "en",
        "공무원들은 지난달 세종 청사로 옮겼다.",
        "The officials moved to Daejeon last month.",
        "names.missing",
    ),
    ("ja", "ko", "集会はさいたま市で開かれた。", "집회는 나가사키에서 열렸다.", "names.missing"),
    ("ko", "en", "한결퍼니처는 공장 두 곳을 닫는다.", "Seorim Furniture is closing two plants.", "names."),
    ("en", "ko", "Seorim Logistics bought 40 lorries.", "다온로지스틱스가 화물차 40대를 사들였다.", "names."),
    ("en", "ko", "Geologist Karen Hewitt led the survey.", "조사는 지질학자 캐런 프레스콧이 이끌었다.", "names."),
    ("ko", "en", "감태호 위원장이 사과했다.", "The chairman, Gam Min-su, apologised.", "names."),
    ("en", "ko", "The team lost its match in Incheon.", "대표팀은 대구 경기에서 졌다.", "names."),
]


@pytest.mark.parametrize(("language", "claimed", "source", "claim"), _FAIR)
def test_fair_claims_raise_nothing(language: str, claimed: str, source: str, claim: str) -> None:
    assert clear_signals(source, language, claim, claimed) == set()


@pytest.mark.parametrize(("language", "claimed", "source", "claim", "signal"), _WRONG)
def test_wrong_names_are_told(language: str, claimed: str, source: str, claim: str, signal: str) -> None:
    assert any(one.startswith(signal) for one in clear_signals(source, language, claim, claimed))
