"""Clauses, and the words of stance in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.languages.causation import causations
from prism.languages.clauses import clauses
from prism.languages.stance import certainty, denials, scope


@given(st.text(max_size=200), st.sampled_from(["ko", "en", "ja", "zh", "de", "es", "fr", "ru", "und"]))
def test_clauses_cover_a_text_without_overlap(text: str, language: str) -> None:
    spans = clauses(text, language)
    assert "".join(text[start:end] for start, end in spans) == text


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("The army cleared the road, but it did not confirm reports of clashes.", "en", 2),
        ("재판부는 2건의 침해를 인정했으나 나머지 3건은 받아들이지 않았다.", "ko", 2),
        ("市は給食が原因とみて調べているが、これまでに菌は見つかっていない。", "ja", 2),
        ("法院驳回了停止销售的请求，仅禁止销售一款机型。", "zh", 2),
        ("The council met.", "en", 1),
    ],
)
def test_clauses_are_cut_where_a_predicate_ends(text: str, language: str, count: int) -> None:
    assert len(clauses(text, language)) == count


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("He did not deny it.", "en", []),
        ("그는 이를 부인하지 않았다.", "ko", []),
        ("他没有否认。", "zh", []),
        ("이 회사뿐 아니라 경쟁사도 올렸다.", "ko", []),
        ("不得不停工。", "zh", []),
        ("They refused to pay.", "en", ["refusal"]),
        ("피해는 없었다.", "ko", ["no"]),
        ("菌は見つかっていない。", "ja", ["not"]),
        ("军方未予证实。", "zh", ["not"]),
    ],
)
def test_what_denies(text: str, language: str, names: list[str]) -> None:
    assert [mark.name for mark in denials(text, language)] == names


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("It may rain.", "en", "possible"), ("비가 올 수 있다.", "ko", "possible"), ("雨が降る可能性がある。", "ja", "possible"), ("可能下雨。", "zh", "possible"),
        ("시는 방안을 검토하고 있다.", "ko", "considered"), ("市は補助を検討する。", "ja", "considered"), ("政府正在考虑加税。", "zh", "considered"),
        ("하반기에 착공할 예정이다.", "ko", "planned"), ("公司拟收购该厂。", "zh", "planned"), ("着工する方針だ。", "ja", "planned"),
    ],
)  # fmt: skip
def test_how_sure(text: str, language: str, name: str) -> None:
    assert name in [mark.name for mark in certainty(text, language)]


def test_the_month_of_may_leaves_nothing_open() -> None:
    assert "possible" not in [mark.name for mark in certainty("It opened in May.", "en")]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("주민 일부가 떠났다.", "ko", "some"), ("전국에서 열렸다.", "ko", "nation"), ("23만 명이 왔다.", "ko", ""), ("一部の学校", "ja", "some"),
        ("全部机型", "zh", "all"), ("most regional lines", "en", "most"), ("the most important line", "en", ""), ("in all, 30 people", "en", "each"),
    ],
)  # fmt: skip
def test_how_much(text: str, language: str, name: str) -> None:
    names = [mark.name for mark in scope(text, language)]
    assert (name in names) if name else not {"all", "most", "some", "only"} & set(names)


@pytest.mark.parametrize(
    ("text", "language", "cause"),
    [
        ("The match was called off because of heavy rain, the club said.", "en", "heavy rain"),
        ("경기는 폭우 때문에 취소됐다.", "ko", "폭우"),
        ("창고 지붕이 낡은 기둥 때문에 내려앉았다.", "ko", "낡은 기둥"),
        ("위원회는 과속을 사고의 주된 원인으로 꼽았다.", "ko", "과속"),
        ("매출이 줄어든 이유는 잦은 비였다.", "ko", "잦은 비"),
        ("수확이 늦어진 데에 늦은 장마가 영향을 줬다.", "ko", "늦은 장마"),
        ("The board gave frost as the main reason for the loss.", "en", "frost as the main reason for the loss"),
        ("大雨のため試合は中止になった。", "ja", "大雨"),
        ("由于大雨，比赛取消。", "zh", "大雨"),
    ],
)
def test_the_cause_stands_beside_its_marker(text: str, language: str, cause: str) -> None:
    found = causations(text, language)
    assert [text[slice(*one.cause)].strip() for one in found] == [cause]
