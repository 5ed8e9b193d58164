from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from prism.languages import foreign_script, home_zone, quotations, sentences, words
from prism.languages.tables import TABLES


@given(st.text(max_size=200), st.sampled_from([*TABLES, "fr", "und"]))
def test_no_character_of_the_source_is_lost(text: str, language: str) -> None:
    joined = "".join(sentences(text, language))
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", text)


def test_a_quotation_is_kept_with_the_words_that_carry_it() -> None:
    text = '그는 "안 된다. 절대 안 된다."라고 말했다. 이어 "좋다"고 했다.'
    assert sentences(text, "ko") == ('그는 "안 된다. 절대 안 된다."라고 말했다.', '이어 "좋다"고 했다.')


def test_quotations_of_many_languages() -> None:
    text = "“one” 「二」 „drei“ «quatre» 『五』 It's not 'six' or \"seven\"."
    assert [q.text for q in quotations(text)] == ["one", "二", "drei", "quatre", "五", "six", "seven"]


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    assert quotations('He said "no and left') == ()


def test_letters_of_another_script_are_told() -> None:
    assert foreign_script("러시아의 Москва 소식", "ko") == ("Москва",)
    assert foreign_script("이(李) 대통령과 美 정부", "ko") == ()
    assert foreign_script("ソウルの서울", "ja") == ("서울",)


def test_zones() -> None:
    assert home_zone("ko") == "Asia/Seoul"
    assert home_zone("en", "AU") == "Australia/Sydney"
    assert home_zone("en-GB") == "Europe/London"
    assert home_zone("en") == "UTC"


def test_korean_words_lose_their_particles() -> None:
    assert {"정부", "대책"} <= set(words("정부는 대책을 발표했다.", "ko"))
