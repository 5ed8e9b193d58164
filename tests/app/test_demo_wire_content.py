"""The texts of the sample wire: enough of them, in every language, and dated rightly whenever the demo is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.app.demo import dates
from prism.app.demo.content import Item, base_date, items, outlets
from prism.languages import dates as dates_in
from prism.languages import detect, sentences

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
MOMENTS = st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2037, 12, 31)).map(  # noqa: DTZ001  (made aware here)
    lambda moment: moment.replace(tzinfo=UTC)
)


@pytest.fixture(scope="module")
def wire() -> tuple[Item, ...]:
    return items(NOW, 2)


def languages_of_stories(wire: tuple[Item, ...]) -> dict[str, set[str]]:
    told: dict[str, set[str]] = defaultdict(set)
    for item in wire:
        told[item.story].add(item.outlet.language)
    return told


def test_there_is_enough_to_read(wire: tuple[Item, ...]) -> None:
    told = languages_of_stories(wire)
    assert len(outlets()) >= 8
    assert len(wire) >= 64
    assert len(told) >= 20
    by_language = Counter(language for languages in told.values() for language in languages)
    assert by_language["ko"] >= 14
    assert by_language["en"] >= 14
    assert by_language["ja"] >= 10
    assert min(by_language["zh"], by_language["de"]) >= 8


def test_most_stories_are_told_in_several_languages(wire: tuple[Item, ...]) -> None:
    told = languages_of_stories(wire)
    assert sum(len(languages) >= 2 for languages in told.values()) >= len(told) - 2
    assert max(len(languages) for languages in told.values()) == 5


def test_an_article_has_the_length_of_a_news_report(wire: tuple[Item, ...]) -> None:
    lengths = [sum(len(sentences(p, item.outlet.language)) for p in item.paragraphs) for item in wire]
    assert sum(length >= 7 for length in lengths) >= len(lengths) - 6
    assert sum(lengths) / len(lengths) >= 9


def test_every_text_is_in_the_language_of_its_outlet(wire: tuple[Item, ...]) -> None:
    for item in wire:
        plain = " ".join(p for p in item.paragraphs if p not in item.for_machines)
        assert detect(plain) == item.outlet.language, item.key


def test_no_two_outlets_tell_it_in_the_same_words_unless_an_agency_wrote_it(wire: tuple[Item, ...]) -> None:
    seen: dict[str, str] = {}
    copies = {item.key: item.copy_of for item in wire if item.copy_of}
    assert len(copies) >= 4
    for item in wire:
        for paragraph in item.paragraphs:
            first = seen.setdefault(paragraph, item.key)
            assert first == item.key or first == copies.get(item.key), (item.key, first)


def test_phase_two_brings_follow_ups_corrections_and_changed_pages() -> None:
    first, second = ({item.key: item for item in items(NOW, phase)} for phase in (1, 2))
    new = [item for key, item in second.items() if key not in first]
    assert len(new) >= 4
    assert sum(item.correction for item in new) == 2
    changed = {key for key in first if first[key].paragraphs != second[key].paragraphs}
    assert changed == {"corvane/kittiwake-heavy", "pellworth/ferry-narae"}
    assert all(second[key].updated for key in changed)
    assert [item.key for item in second.values() if item.gone_in] == ["corvane/aurelis-orrin"]


@given(MOMENTS)
def test_nothing_is_published_after_the_demo_or_long_before(now: datetime) -> None:
    first, second = items(now, 1), items(now, 2)
    assert max(item.published for item in first) <= now - timedelta(hours=2)
    assert max(item.updated or item.published for item in second) <= now
    assert min(item.published for item in second) >= now - timedelta(days=8)


@given(MOMENTS)
def test_no_mark_is_left_in_any_text(now: datetime) -> None:
    for item in items(now, 2):
        assert "{{" not in " ".join((item.title, item.summary, item.caption, *item.paragraphs)), item.key


@given(st.sampled_from(sorted(dates.STYLES)), st.dates(date(2024, 2, 1), date(2037, 11, 1)), st.integers(-2, 2))
def test_words_for_near_days_count_from_the_day_of_the_article(style: str, own: date, distance: int) -> None:
    base = own + timedelta(days=3)
    written = dates.fill(f"{{{{near {distance - 3}}}}}", dates.STYLES[style], base=base, own=own)
    language = style.partition("-")[0]
    found = dates_in(written, language, datetime(own.year, own.month, own.day, 12, tzinfo=UTC))
    assert [(mention.first, mention.last) for mention in found] == [(own + timedelta(days=distance),) * 2], written


@pytest.mark.parametrize(
    ("style", "mark", "written"),
    [
        ("ko", "day -1", "31일"),
        ("ko", "day -32", "지난달 30일"),
        ("ko", "day 2", "11월 3일"),
        ("ko", "full -400", "2025년 9월 27일"),
        ("ko", "weekday 0", "일요일"),
        ("ja", "day 2", "11月3日"),
        ("ja", "weekday -1", "土曜日"),
        ("zh", "day -32", "9月30日"),
        ("zh", "weekday -1", "星期六"),
        ("zh", "year -400", "2025年"),
        ("en-GB", "day -1", "31 October"),
        ("en-US", "day 2", "Nov. 3"),
        ("en-US", "full 2", "Nov. 3, 2026"),
        ("de", "day -1", "31. Oktober"),
        ("de", "month 2", "November"),
        ("en-US", "near -2", "Oct. 30"),
    ],
)
def test_dates_are_written_as_the_press_of_the_language_does(style: str, mark: str, written: str) -> None:
    own = date(2026, 11, 1) if mark.startswith(("near", "weekday")) else date(2026, 10, 31)
    assert dates.fill(f"{{{{{mark}}}}}", dates.STYLES[style], base=date(2026, 11, 1), own=own) == written


def test_the_base_date_is_the_same_all_day_long_for_a_reader_in_seoul() -> None:
    noon = datetime(2026, 11, 22, 3, tzinfo=UTC)
    assert base_date(noon) == date(2026, 11, 22)
    assert base_date(noon - timedelta(minutes=1)) == date(2026, 11, 21)
