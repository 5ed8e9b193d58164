"""Han characters read in three ways, Korean names in Latin letters, the own part of names, offices beside them."""

from __future__ import annotations

import pytest

from prism.languages import names
from prism.languages.korean_latin import same_korean_name
from prism.languages.mandarin import hangul_of_pinyin
from prism.languages.offices import office_beside
from prism.languages.own_names import own_part
from prism.languages.readings import read, spelt_in_han, spelt_in_kanji


@pytest.mark.parametrize(
    ("han", "hangul"),
    [("金秀賢", "김수현"), ("金融委員会", "금융위원회"), ("李相哲", "이상철"), ("釜山", "부산"), ("国土交通部", "국토교통부"), ("経済成長", "경제성장")],
)  # fmt: skip
def test_han_characters_are_read_in_korean(han: str, hangul: str) -> None:
    assert read(han) == hangul


@pytest.mark.parametrize(
    ("pinyin", "hangul"),
    [("shu", "수"), ("qing", "칭"), ("jian", "젠"), ("xu", "쉬"), ("zhou", "저우"), ("guang", "광"), ("yuan", "위안"), ("x", "")],
)  # fmt: skip
def test_pinyin_is_written_in_hangul(pinyin: str, hangul: str) -> None:
    assert hangul_of_pinyin(pinyin) == hangul


def test_names_are_spelt_in_han_characters() -> None:
    assert spelt_in_han("황수칭", "黃淑卿說") == 1.0
    assert spelt_in_han("황즈창", "黃淑卿說") < 1.0
    assert spelt_in_kanji("스기모토 레이나", "杉本玲奈最高経営責任者") == 1.0
    assert spelt_in_kanji("Chihiro Miyata", "城南の宮田千尋社長") == 1.0
    assert spelt_in_kanji("다나카 겐지", "西村香織") < 1.0


@pytest.mark.parametrize(
    ("hangul", "latin", "same"),
    [
        ("김민호", "Kim Min-ho", True), ("김민수", "Kim Min-ho", False), ("이영희", "Lee Young-hee", True), ("윤석열", "Yoon Suk Yeol", True),
        ("박현우", "Hyun-woo Park", True), ("최은경", "Choi Eun-kyung", True), ("정수빈", "Jung Soo-bin", True), ("새빛화학", "Saebit Chemical", None), ("김민수", "Ellen Prewitt", None),
    ],
)  # fmt: skip
def test_korean_names_in_latin_letters(hangul: str, latin: str, same: bool | None) -> None:
    assert same_korean_name(hangul, latin) is same


@pytest.mark.parametrize(
    ("name", "language", "own"),
    [("나고야지방법원", "ko", "나고야"), ("Saebit Chemical", "en", "Saebit"), ("北斗精機", "ja", "北斗"), ("深圳云雀科技", "zh", "深圳云雀"), ("Bank", "en", "Bank")],
)  # fmt: skip
def test_the_own_part_of_a_name(name: str, language: str, own: str) -> None:
    assert own_part(name, language) == own


@pytest.mark.parametrize(
    ("text", "name", "language", "group"),
    [
        ("나고야지법의 니시무라 가오리 재판장은 무효라고 했다.", "니시무라 가오리", "ko", "judge"),
        ("西村香織裁判長は、解雇は無効だと述べた。", "西村香織", "ja", "judge"),
        ("秘鲁外长罗莎·金特罗斯称，扣押非法。", "罗莎·金特罗斯", "zh", "minister"),
        ("Her coach, former doubles player Petra Kolar, was there.", "Petra Kolar", "en", "coach"),
        ("The union's leader, Park Jae-won, warned of cuts.", "Park Jae-won", "en", "union"),
        ("노구치 사나에 자원에너지청 차장은 공모를 서두른다.", "노구치 사나에", "ko", "deputy-minister"),
    ],
)
def test_people_and_their_offices(text: str, name: str, language: str, group: str) -> None:
    found = {mention.text: mention for mention in names(text, language)}
    assert name in found
    office = office_beside(text, found[name].start, found[name].end, language)
    assert office is not None
    assert group in office.groups


def test_somebody_elses_office_is_not_told_of_a_name() -> None:
    text = "Four senators from Bae Young-ran's party voted in favour."
    place = text.index("Bae")
    assert office_beside(text, place, place + len("Bae Young-ran"), "en") is None
