from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.sources.dates import read_date, zone_of

SEOUL, NEW_YORK, BERLIN = zone_of("Asia/Seoul"), zone_of("America/New_York"), zone_of("Europe/Berlin")
TEN_IN_SEOUL = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 22 Nov 2026 10:00:00 +0900", "Mon, 22 Nov 2026 10:00:00 +0900", "Sun, 22 Nov 2026 10:00:00 KST",
        "Sun, 22 Nov 2026 10:00:00 JST", "Sun, 22 Nov 26 10:00:00 +0900", "22 Nov 2026 10:00 +0900", "22 Nov 2026 10:00",
        "Sunday, 22-Nov-26 10:00:00 KST", "Sun Nov 22 10:00:00 2026", "Sun Nov 22 10:00:00 KST 2026",
        "2026-11-22T10:00:00+09:00", "2026-11-22T10:00:00+0900", "2026-11-22T10:00+09", "2026-11-22T01:00:00Z",
        "2026-11-22T01:00:00.000Z", "2026-11-22 10:00:00", "2026-11-22 10:00", "20261122T100000", "2026.11.22 10:00",
        "2026. 11. 22. 오전 10:00", "2026/11/22 10:00:00", "2026년 11월 22일 오전 10시", "2026년 11월 22일 10시 00분",
        "2026年11月22日 10時00分", "2026年11月22日 上午10:00", "입력 2026.11.22 10:00", "２０２６年１１月２２日　１０時００分",
        "26.11.22 10:00", "22.11.2026 10:00", "22. November 2026, 10:00 Uhr", "22 novembre 2026 à 10h00", "22 de noviembre de 2026 10:00",
        "22 ноября 2026, 10:00", "November 22, 2026 10:00 AM", "Nov. 22, 2026 10:00 AM KST", "1795309200", "1795309200000",
        "Sun, 22 Nov 2026 10:00:00 GMT+0900", "Sun, 22 Nov 2026 10:00:00 Asia/Seoul", "Sat, 21 Nov 2026 20:00:00 EST",
    ],
)  # fmt: skip
def test_one_moment_in_many_spellings(text: str) -> None:
    assert read_date(text, SEOUL) == TEN_IN_SEOUL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026년 11월 22일 오후 3시", datetime(2026, 11, 22, 6, 0, tzinfo=UTC)),
        ("2026년 11월 22일 오후 12시 5분", datetime(2026, 11, 22, 3, 5, tzinfo=UTC)),
        ("2026-11-22 오전 12:30", datetime(2026, 11, 21, 15, 30, tzinfo=UTC)),
        ("2026-11-22", datetime(2026, 11, 21, 15, 0, tzinfo=UTC)),
        ("2026-11-22T24:00:00Z", datetime(2026, 11, 23, 0, 0, tzinfo=UTC)),
        ("2026-12-31T23:59:60Z", datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("1 mai 2026 08:30", datetime(2026, 4, 30, 23, 30, tzinfo=UTC)),
    ],
)
def test_halves_of_the_day_and_ends_of_it(text: str, expected: datetime) -> None:
    assert read_date(text, SEOUL) == expected


@pytest.mark.parametrize(
    "text",
    ["", "soon", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "0", "0000-00-00 00:00:00", "31 Feb 2026", "2026-13-45", "-1", "9" * 40,
     "99999-01-01", "x" * 500, "12:30"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert read_date(text, SEOUL) is None


def test_slashes_follow_the_place() -> None:
    assert read_date("03/04/2026", NEW_YORK) == datetime(2026, 3, 4, 5, 0, tzinfo=UTC)
    assert read_date("03/04/2026", BERLIN) == datetime(2026, 4, 2, 22, 0, tzinfo=UTC)
    assert read_date("22/11/2026", NEW_YORK) == datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def test_summer_and_winter_time() -> None:
    assert read_date("2026-07-01 12:00", BERLIN) == datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
    assert read_date("2026-12-01 12:00", BERLIN) == datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


def test_unknown_zones_are_utc() -> None:
    assert zone_of("Nowhere/Atall") is UTC
    assert zone_of("../../etc/passwd") is UTC
    assert zone_of("") is UTC


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)))  # noqa: DTZ001 - hypothesis wants naive bounds
def test_our_own_spelling_comes_back(moment: datetime) -> None:
    aware = moment.replace(tzinfo=UTC, microsecond=0)
    assert read_date(aware.isoformat(), SEOUL) == aware
    assert read_date(aware.strftime("%a, %d %b %Y %H:%M:%S GMT"), SEOUL) == aware
    assert read_date(aware.strftime("%Y년 %m월 %d일 %H시 %M분 %S초 UTC"), SEOUL) == aware


@given(st.text(alphabet="0123456789-/.:TZ +년월일오전후시분 JanFebKST年月日", max_size=40))
def test_noise_is_a_date_or_none(text: str) -> None:
    moment = read_date(text, SEOUL)
    assert moment is None or moment.tzinfo is UTC
