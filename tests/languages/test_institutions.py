"""Institutions by their name and the word for what they are."""

from __future__ import annotations

import pytest

from prism.languages.institutions import institutions


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("시는 서울역과 안동역 사이에 열차를 늘린다.", "ko", [("서울", "station"), ("안동", "station")]),
        ("이 지역 용역 결과는 지난 시대와 세대를 넘는 기대를 모았다.", "ko", []),
        ("동아대 윤태식 교수는 건양대병원에서 말했다.", "ko", [("동아", "university"), ("건양", "hospital")]),
        ("He teaches at the University of Lund, near Harwick Station.", "en", [("Lund", "university"), ("Harwick", "station")]),
        ("Pusan National University said so.", "en", [("Pusan", "university")]),
        ("京都大学の西田教授は輪島駅で話した。", "ja", [("京都", "university"), ("輪島", "station")]),
        ("韓国ヘダム道の坂東ダムで", "ja", [("坂東", "dam")]),
        ("松江大学与漠河机场", "zh", [("松江", "university"), ("与漠河", "airport")]),
        ("Der Bahnhof ist zu.", "fr", []),
    ],
)  # fmt: skip
def test_names_with_kinds(text: str, language: str, found: list[tuple[str, str]]) -> None:
    assert [(one.own, one.kind) for one in institutions(text, language)] == found
