"""Japanese words by their readings."""

from __future__ import annotations

import pytest

from prism.languages import same_name
from prism.languages.kana import name_in_kana, readings_of
from prism.languages.readings import spelt_in_kanji


@pytest.mark.parametrize(
    ("name", "kana"),
    [
        ("金沢市", "カナザワシ"),
        ("各務原", "カカミガハラ"),
        ("小千谷市", "オジヤシ"),
        ("北京", "ペキン"),
        ("李", ""),
        ("金秀賢", ""),
        ("西田芳雄", ""),
        ("医療", ""),
        ("도쿄", ""),
    ],
)
def test_places_and_surnames_are_read(name: str, kana: str) -> None:
    assert name_in_kana(name) == kana


def test_a_sentence_without_kana_is_not_japanese() -> None:
    assert readings_of("顾明远说，中心将在漠河建立冻土观测站，并计划明年派人前往。") == ()
    assert [one.kana for one in readings_of("尼崎市の工場で") if one.kind == "place"] == ["アマガサキ"]


@pytest.mark.parametrize(
    ("hangul", "text"),
    [
        ("아마가사키", "兵庫県尼崎市の車両基地を拡張する。"),
        ("모토스", "多くは大垣市や本巣市に移り住んでいる。"),
        ("오지야", "小千谷市の錦鯉が並んだ。"),
        ("시소", "宍粟市の山林で火が出た。"),
    ],
)
def test_hangul_is_found_by_the_reading(hangul: str, text: str) -> None:
    assert spelt_in_kanji(hangul, text) == 1.0


@pytest.mark.parametrize(
    ("hangul", "kanji", "same"),
    [
        ("가나자와", "金沢", True),
        ("고마쓰", "金沢", False),
        ("고마쓰시", "小松市", True),
        ("가가미가하라", "各務原", True),
    ],
)
def test_places_are_told_apart_by_their_readings(hangul: str, kanji: str, same: bool) -> None:
    assert (same_name(hangul, "ko", kanji, "ja") >= 0.8) is same
