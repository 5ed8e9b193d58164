from __future__ import annotations

import pytest

from prism.languages import particle_slips, register_of, with_particle


@pytest.mark.parametrize(
    ("word", "pair", "wanted"),
    [
        ("벨라루스", "이/가", "벨라루스가"), ("미국", "은/는", "미국은"), ("서울", "으로/로", "서울로"), ("부산", "으로/로", "부산으로"),
        ("123", "을/를", "123을"), ("2", "이/가", "2가"), ("10", "으로/로", "10으로"), ("1000", "은/는", "1000은"),
        ("SCMP", "은/는", "SCMP는"), ("KBS", "이/가", "KBS가"), ("삼성(SAMSUNG)", "이/가", "삼성(SAMSUNG)이"), ("“간다”", "이라고/라고", "“간다”라고"),
        ("30%", "을/를", "30%를"),
    ],
)  # fmt: skip
def test_the_particle_fits_the_last_sound(word: str, pair: str, wanted: str) -> None:
    assert with_particle(word, pair) == wanted


def test_an_unknown_pair_is_an_error() -> None:
    with pytest.raises(KeyError):
        with_particle("말", "에/에서")


def test_a_lost_particle_between_two_names_is_found() -> None:
    (slip,) = particle_slips("이는 벨라루스러시아의 영향권에서 벗어나려는 시도다.")
    assert (slip.text, slip.reason, slip.should_be) == ("벨라루스러시아의", "missing", "벨라루스가 러시아의")


def test_a_wrong_form_is_found() -> None:
    assert [slip.should_be for slip in particle_slips("정부을 믿고 서울으로 갔다.")] == ["정부를", "서울로"]


@pytest.mark.parametrize(
    "text",
    [
        "가을을 지나 마을을 보았다.",
        "이를 계기로 앞으로 나아간다.",
        "한국은행이 금리를 올렸다.",
        "우리는 서로를 믿는다.",
    ],
)
def test_right_korean_has_no_slips(text: str) -> None:
    assert particle_slips(text) == ()


@pytest.mark.parametrize(
    ("text", "language", "register"),
    [
        ("발표했다.", "ko", "haera"),
        ("분석합니다.", "ko", "hapsyo"),
        ("그렇죠.", "ko", "haeyo"),
        ("発表した。", "ja", "dearu"),
        ("発表しました。", "ja", "desumasu"),
        ("It said so.", "en", "plain"),
    ],
)
def test_the_register_is_told_by_the_ending(text: str, language: str, register: str) -> None:
    assert register_of(text, language) == register
