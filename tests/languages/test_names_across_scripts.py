from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prism.languages import name_key, names, same_name


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(one.text, one.kind) for one in names(text, language)]


def test_titles_and_particles_are_stripped_off() -> None:
    text = "알렉산드르 루카셴코 벨라루스 대통령은 민스크에서 존 콜 대표를 만났다."
    assert found(text, "ko") == [
        ("알렉산드르 루카셴코", "person"),
        ("벨라루스", "place"),
        ("민스크", "place"),
        ("존 콜", "person"),
    ]


def test_the_beginning_of_a_sentence_is_no_name() -> None:
    assert found("Prices rose in Seoul. Nobody knew why.", "en") == [("Seoul", "place")]


def test_a_name_in_latin_letters_ends_where_another_script_begins() -> None:
    assert found("MWP가 가장 많았다.", "ko") == [("MWP", "organisation")]


def test_the_name_of_a_language_is_no_place() -> None:
    assert found("이 소식은 한국어와 독일어로 보도됐다.", "ko") == []


def test_german_nouns_are_no_names() -> None:
    assert found("Die Regierung in Berlin lehnte den Vorschlag der Gewerkschaft ab.", "de") == [("Berlin", "place")]


@pytest.mark.parametrize("name", ["미국", "米国", "美国", "USA", "United States"])
def test_a_country_has_one_key(name: str) -> None:
    assert name_key(name, "und") == "country:US"


@example("0 A", "B·A")
@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_likeness_is_between_nought_and_one_and_symmetric(a: str, b: str) -> None:
    there, back = same_name(a, "en", b, "ko"), same_name(b, "ko", a, "en")
    assert 0.0 <= there <= 1.0
    assert there == pytest.approx(back)


@given(st.text(max_size=120), st.sampled_from(["ko", "en", "ja", "zh", "de", "fr", "und"]))
def test_names_stand_where_they_say_and_do_not_overlap(text: str, language: str) -> None:
    end = 0
    for one in names(text, language):
        assert text[one.start : one.end] == one.text
        assert one.start >= end
        end = one.end
