"""Passages stand in the order of what they tell; paragraphs end where the day or the outlet changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from prism.briefs import fact_sheet
from prism.briefs.digest.material import Piece, read
from prism.briefs.digest.order import event_days, in_order, paragraphs
from prism.model import Article, Source, Story

Pieces = Callable[[list[str]], tuple[Piece, ...]]


@pytest.fixture
def pieces(
    make_article: Callable[..., Article], make_story: Callable[..., Story], outlets: tuple[Source, ...]
) -> Pieces:
    def build(texts: list[str]) -> tuple[Piece, ...]:
        articles = [make_article("a", texts)]
        return read(fact_sheet(make_story(articles), articles), articles, outlets)[1:]

    return build


def test_days_that_are_named_and_days_that_are_not(pieces: Pieces) -> None:
    """The article is of 21 November; two sentences make a paragraph."""
    found = pieces(
        [
            "벨마르크가 20일 정치범을 석방했다.",
            "석방된 이들은 국경을 넘었다.",
            "11월 3일에는 특사가 도르노를 찾았다.",
            "특사는 대통령을 만났다.",
            "지난 3월에도 석방이 있었다.",
            "가족들은 3월에 면회를 했다고 말했다.",
            "특사는 12월 10일 다시 온다.",
            "유럽연합은 환영했다.",
        ]
    )
    days = event_days(found)
    assert [days[piece.fact.id] for piece in found] == [
        date(2026, 11, 20),
        date(2026, 11, 20),
        date(2026, 11, 3),
        date(2026, 11, 3),
        date(2026, 3, 1),
        date(2026, 3, 1),
        date(2026, 12, 10),
        date(2026, 12, 10),
    ]
    ordered = in_order(found[::-1], days)
    assert [piece.number for piece in ordered] == [5, 6, 3, 4, 1, 2, 7, 8]


def test_a_month_in_passing_dates_nothing(pieces: Pieces) -> None:
    found = pieces(["터널이 20일 물에 잠겼다.", "펌프가 멈춘 것은 지난달 정비를 맡은 업체 때문이다."])
    assert set(event_days(found).values()) == {date(2026, 11, 20)}


@pytest.mark.parametrize(("count", "wanted"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 2), (6, 3), (7, 3), (8, 4)])
def test_paragraphs_are_two_to_four_and_even(pieces: Pieces, count: int, wanted: int) -> None:
    found = pieces([f"벨마르크가 정치범 {number}00명을 석방했다." for number in range(1, count + 1)])
    places = paragraphs(found, event_days(found))
    assert list(places) == sorted(places)
    assert len(set(places)) == wanted
    assert all(1 <= places.count(place) <= 3 for place in set(places))


def test_a_paragraph_ends_where_the_day_changes(pieces: Pieces) -> None:
    found = pieces(
        [
            "18일 협상이 열렸다.",
            "19일 협상이 끝났다.",
            "20일 석방이 시작됐다.",
            "20일 버스가 국경에 닿았다.",
            "20일 제재가 풀렸다.",
        ]
    )
    assert paragraphs(found, event_days(found)) == (0, 0, 1, 1, 1)
