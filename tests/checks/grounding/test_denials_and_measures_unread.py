"""Denials and measures found where the lexicon knows little: by what else two clauses share."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prism.checks import ClaimSource
from prism.checks.alignment import align
from prism.checks.reading import passages, statements
from prism.checks.rules.grounding import certainty, negation, scope
from prism.languages.stance import certainty as surety
from prism.languages.stance import denials, is_undone

_RULES = {"negation": negation.check, "certainty": certainty.check, "scope": scope.check}
_AT = datetime(2026, 3, 4, 9, tzinfo=UTC)


def _signals(check: str, claim: str, language: str, source: str, its: str) -> set[str]:
    every = passages(ClaimSource(id="one", language=its, published=_AT, text=source))
    return {
        finding.signal
        for statement in statements(claim, language, _AT)
        for finding in _RULES[check](align(statement, every))
    }


@pytest.mark.parametrize(
    ("claim", "language", "source", "its"),
    [
        ("시는 주민에게 문자를 보내고 통행금지령을 발령했다.", "ko", "시는 주민에게 문자를 보냈으나 통행금지령은 발령하지 않았다.", "ko"),
        ("공장은 점검 기간에 가동을 멈췄다.", "ko", "The factory did not halt operations during the inspection.", "en"),
        ("이번 조사는 정부의 지원을 받아 이뤄졌다.", "ko", "이번 조사는 정부의 지원을 받지 않았다.", "ko"),
        ("회사는 공장 폐쇄를 인정했다.", "ko", "公司否认关闭工厂。", "zh"),
        ("The two presidents issued a joint statement in Geneva.", "en", "두 대통령은 제네바에서 공동성명을 내지 않았다.", "ko"),
        ("The bank has asked the government for aid.", "en", "The bank has not asked the government for aid.", "en"),
    ],
)  # fmt: skip
def test_a_denied_clause_told_as_so(claim: str, language: str, source: str, its: str) -> None:
    assert "negation.said" in _signals("negation", claim, language, source, its)


@pytest.mark.parametrize(
    ("claim", "language", "source", "its"),
    [
        ("대변인은 손실이 적지 않다고 말했다.", "ko", "发言人说，损失不小。", "zh"),
        ("나폴리 팀은 수요일에 리버풀을 맞는다.", "ko", "那不勒斯队周三迎战利物浦队。", "zh"),
        ("안보리는 제재를 강화했다.", "ko", "The Security Council strengthened sanctions.", "en"),
        ("정부는 협상을 거부했다.", "ko", "政府は交渉に抵抗した。", "ja"),
        ("The minister is preparing for a no-deal scenario.", "en", "장관은 협상 결렬에 대비하고 있다.", "ko"),
        ("항공편이 뜨지 못했다.", "ko", "항공편이 결항했다.", "ko"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_denial(claim: str, language: str, source: str, its: str) -> None:
    assert not _signals("negation", claim, language, source, its)


@pytest.mark.parametrize(
    ("claim", "language", "source", "its", "signal"),
    [
        ("None of the seven judges has agreed to the plan.", "en", "일부 판사는 아직 그 계획에 동의하지 않았다.", "ko", "scope.wider"),
        ("도시 전체 학생의 40%가 안경을 쓴다.", "ko", "조사에 응한 학생의 40%가 안경을 쓴다.", "ko", "scope.wider"),
        ("강원 전역에서 전체 주택의 5%가 피해를 봤다.", "ko", "강릉 일부 지역에서 전체 주택의 5%가 피해를 봤다.", "ko", "scope.wider"),
    ],
)  # fmt: skip
def test_a_part_told_as_the_whole(claim: str, language: str, source: str, its: str, signal: str) -> None:
    assert signal in _signals("scope", claim, language, source, its)


@pytest.mark.parametrize(
    ("claim", "language", "source", "its"),
    [
        ("感染の多くは検査の遅れで起きた。", "ja", "Many of the infections happened because of late tests.", "en"),
        ("ほとんどの住民は帰れず、仮設住宅で暮らしている。", "ja", "大部分居民不能回家，住在临时住房里。", "zh"),
        ("조사에 응한 학생은 모두 안경을 썼다.", "ko", "All of the students surveyed wore glasses.", "en"),
    ],
)  # fmt: skip
def test_measures_that_say_the_same(claim: str, language: str, source: str, its: str) -> None:
    assert "scope.wider" not in _signals("scope", claim, language, source, its)


def test_a_suspect_and_an_ability_leave_nothing_open() -> None:
    assert not any(mark.name == "possible" for mark in surety("Police arrested a suspect.", "en"))
    assert any(mark.name == "possible" for mark in surety("Police suspect that he fled.", "en"))
    assert not any(mark.name == "possible" for mark in surety("바다에 갈 수 있는 권리를 얻었다.", "ko"))
    assert any(mark.name == "possible" for mark in surety("내년에 갈 수 있다.", "ko"))
    assert not any(mark.name == "possible" for mark in surety("素晴らしい試合だった。", "ja"))


def test_polite_denials_and_requests_not_to() -> None:
    assert denials("그것은 사실이 아닙니다.", "ko")
    assert denials("주민들은 문을 열지 말아 달라고 했다.", "ko")
    assert not denials("안보 회의가 열렸다.", "ko")
    assert is_undone("피해가 적지 않다.", "ko")
    assert not is_undone("피해가 없다.", "ko")
