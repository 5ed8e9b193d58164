from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.languages import quantities
from prism.languages.tables import TABLES


def read(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(f"{one.value.normalize():f}", one.unit, one.approx) for one in quantities(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ko", "1억 2천만 원", [("120000000", "KRW", "exact")]),
        ("ko", "약 3만5000명", [("35000", "person", "about")]),
        ("ko", "2만여 명", [("20000", "person", "over")]),
        ("ko", "열두 살 아이 세 명", [("12", "year", "exact"), ("3", "person", "exact")]),
        ("ko", "사흘 동안", [("3", "day", "exact")]),
        ("ko", "수 천명이", []),
        ("ko", "이런 조건에서 백인과", []),
        ("en", "nearly twenty-three people", [("23", "person", "nearly")]),
        ("en", "two and a half million euros", [("2500000", "EUR", "exact")]),
        ("en", "It opened in 1996.", []),
        ("en", "3 to 4 million people", [("3000000", "person", "exact"), ("4000000", "person", "exact")]),
        ("ja", "約１万２千人", [("12000", "person", "about")]),
        ("ja", "2割以上", [("20", "percent", "over")]),
        ("zh", "20多名学生", [("20", "person", "over")]),
        ("zh", "两名男子", [("2", "person", "exact")]),
        ("de", "knapp 3,5 Mrd. Euro", [("3500000000", "EUR", "nearly")]),
        ("de", "1.234,5 Kilometer", [("1234.5", "km", "exact")]),
    ],
)
def test_a_figure_is_read_with_its_unit(language: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert read(text, language) == wanted


def test_percent_and_percentage_points_are_two_things() -> None:
    kinds = [(one.kind, one.value) for one in quantities("금리를 0.25%포인트 올린 3.5%로 정했다", "ko")]
    assert kinds == [("points", Decimal("0.25")), ("percent", Decimal("3.5"))]


@given(st.integers(min_value=3, max_value=9_999_999), st.sampled_from(["ko", "ja", "zh"]))
def test_digits_with_a_counter_are_read_back(number: int, language: str) -> None:
    counter = {"ko": "명", "ja": "人", "zh": "人"}[language]
    (found,) = quantities(f"{number:,}{counter}", language)
    assert (found.value, found.unit) == (Decimal(number), "person")


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_myriads_add_up(high: int, low: int) -> None:
    (found,) = quantities(f"{high}억 {low}만 원", "ko")
    assert found.value == high * 10**8 + low * 10**4


@given(st.text(max_size=80), st.sampled_from([*TABLES, "und", "ar"]))
def test_any_text_is_read_without_error_and_places_are_right(text: str, language: str) -> None:
    for one in quantities(text, language):
        assert text[one.start : one.end] == one.text
