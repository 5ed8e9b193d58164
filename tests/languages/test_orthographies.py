"""Foreign names by the sound of their letters: every pair here is one name, as Korea's rules write it."""

from __future__ import annotations

import pytest

from prism.checks.respelling import alike_in_some_way
from prism.languages.korean_latin import romanised_vowels, vowels_of
from prism.languages.mandarin import sounds_like_mandarin
from prism.languages.orthographies import heard_as, pinyin_in_hangul, unmarked
from prism.languages.readings import is_heard_in_han
from prism.languages.regnal import regnal_numbers

_SAME = 0.82


@pytest.mark.parametrize(
    "pair",
    [
        "브로츠와프 Wrocław",
        "보이치에호프스키 Wojciechowski",
        "죄르 Győr",
        "머저르 Magyar",
        "에르도안 Erdoğan",
        "조코비치 Djokovic",
        "히메네스 Jiménez",
        "카스티요 Castillo",
        "기마랑이스 Guimarães",
        "헤시피 Recife",
        "델라크루아 Delacroix",
        "보르도 Bordeaux",
        "보훔 Bochum",
        "볼로냐 Bologna",
        "예테보리 Göteborg",
        "쭝 Trung",
        "휘트컴 Whitcomb",
        "헤이허 Heihe",
    ],
)
def test_a_name_is_heard_as_its_own_language_sounds_it(pair: str) -> None:
    hangul, latin = pair.split()
    assert alike_in_some_way(hangul, "ko", latin, "en") >= _SAME


@pytest.mark.parametrize("pair", ["코발스키 Kwaśny", "라마찬드란 Raghunathan", "페헤이라 Guimarães", "브르노 Ostrava"])
def test_another_name_is_not(pair: str) -> None:
    hangul, latin = pair.split()
    assert alike_in_some_way(hangul, "ko", latin, "en") < _SAME


def test_words_in_small_letters_are_no_names() -> None:
    assert alike_in_some_way("페헤이라", "ko", "will", "en") < _SAME


def test_marks_fall_off_latin_letters_only() -> None:
    assert unmarked("Şenol Akgündüz") == "senol akgunduz"
    assert unmarked("Łódź") == "lodz"
    assert unmarked("도쿄 がぎ") == "도쿄 がぎ"


def test_pinyin_is_written_by_the_rules() -> None:
    assert pinyin_in_hangul("Heihe") == "헤이허"
    assert pinyin_in_hangul("Wang", 1) == "왕"
    assert not pinyin_in_hangul("Wang")
    assert not pinyin_in_hangul("Bristol")
    assert "헤이허" in heard_as("Heihe")


def test_a_syllable_that_mandarin_has_not_makes_another_name() -> None:
    assert sounds_like_mandarin("린이전", "林宜蓁")
    assert sounds_like_mandarin("린이쩐", "林宜蓁")
    assert not sounds_like_mandarin("린이쥔", "林宜蓁")
    assert is_heard_in_han("쩡원", "曾文水庫")
    assert not is_heard_in_han("훈춘", "黑河口岸")


def test_vowels_tell_korean_places_in_latin_letters_apart() -> None:
    assert romanised_vowels("Hoengseong") == vowels_of("횡성")
    assert romanised_vowels("Gangneung") == vowels_of("강릉")
    assert romanised_vowels("Hoengseong") != vowels_of("홍천")
    assert not romanised_vowels("Europa")


def test_kings_and_popes_are_numbered() -> None:
    assert regnal_numbers("King Mohammed VI telephoned Pope Leo XIV") == {6, 14}
    assert not regnal_numbers("The IV drip and World War")
