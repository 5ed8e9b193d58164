from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.languages import dates
from prism.languages.tables import TABLES

BASE = datetime(2026, 11, 22, 9)  # noqa: DTZ001 - in the source's own zone


@pytest.mark.parametrize(
    ("language", "text", "first", "last", "relative"),
    [
        ("ko", "지난 3월", date(2026, 3, 1), date(2026, 3, 31), True),
        ("ko", "22일", date(2026, 11, 22), date(2026, 11, 22), True),
        ("ko", "오는 25일", date(2026, 11, 25), date(2026, 11, 25), True),
        ("ko", "세 달 전", date(2026, 8, 1), date(2026, 8, 31), True),
        ("ko", "내달 3일", date(2026, 12, 3), date(2026, 12, 3), True),
        ("ko", "2025년 3월 5일", date(2025, 3, 5), date(2025, 3, 5), False),
        ("en", "on Tuesday", date(2026, 11, 17), date(2026, 11, 17), True),
        ("en", "last year", date(2025, 1, 1), date(2025, 12, 31), True),
        ("en", "Nov. 20", date(2026, 11, 20), date(2026, 11, 20), False),
        ("ja", "令和8年5月3日", date(2026, 5, 3), date(2026, 5, 3), False),
        ("zh", "去年3月", date(2025, 3, 1), date(2025, 3, 31), True),
        ("de", "vergangenen Dienstag", date(2026, 11, 17), date(2026, 11, 17), True),
    ],
)
def test_a_date_is_resolved_against_the_day_it_was_said(
    language: str, text: str, first: date, last: date, relative: bool
) -> None:
    (found,) = dates(text, language, BASE)
    assert (found.first, found.last, found.relative) == (first, last, relative)


@pytest.mark.parametrize(
    ("language", "text"), [("ko", "3일간"), ("ja", "3日間"), ("en", "She may go."), ("de", "am Morgen")]
)
def test_durations_and_common_words_are_no_dates(language: str, text: str) -> None:
    assert dates(text, language, BASE) == ()


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_full_date_is_read_back_in_every_language(day: date) -> None:
    month = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ]
    written = {
        "ko": f"{day.year}년 {day.month}월 {day.day}일",
        "ja": f"{day.year}年{day.month}月{day.day}日",
        "zh": f"{day.year}年{day.month}月{day.day}日",
        "de": f"{day.day}. {month[day.month - 1]} {day.year}",
        "en": f"{day:%B} {day.day}, {day.year}",
    }
    for language, text in written.items():
        assert [one.first for one in dates(text, language, BASE)] == [day], text


@given(st.text(max_size=80), st.sampled_from([*TABLES]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    for one in dates(text, language, BASE):
        assert text[one.start : one.end] == one.text
        assert one.first <= one.last
