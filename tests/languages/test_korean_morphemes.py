"""Korean sentences cut into morphemes."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prism.languages.korean_morphemes import compounds, content_words, morphemes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("리트뮐러 국장은 슈판다우 발전소를 찾았다.", ["리트뮐러", "슈판다우"]),
        ("해경은 성주읍에 배를 보냈다.", ["성주읍"]),
        ("어민들은 물가가 올랐다고 말했다.", []),
    ],
)
def test_names_are_told_from_nouns(text: str, names: list[str]) -> None:
    assert [one.form for one in morphemes(text) if one.is_name] == names


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("주민들을 도왔다", ["주민", "돕다"]),
        ("용의자를 체포해 조사하고 있다", ["용의자", "체포", "조사"]),
        ("값이 더 비싸졌다", ["값", "비싸다"]),
    ],
)
def test_verbs_stand_without_their_endings(text: str, lemmas: list[str]) -> None:
    assert [word.lemma for word in content_words(text)] == lemmas


def test_offsets_are_those_of_the_text() -> None:
    text = "  오늘 “수력발전소”가 멈췄다."
    for one in morphemes(text):
        if one.is_noun:
            assert text[one.start : one.end] == one.form


def test_what_is_written_together_is_one_compound() -> None:
    assert ["".join(one.form for one in run) for run in compounds("수력발전소 측은 한울제약 대표를 불렀다")] == [
        "수력발전소",
        "측",
        "한울제약",
        "대표",
    ]


@given(st.text(alphabet=st.sampled_from("가나다각한국은는 .,12aZ韓😀\u200b\n“"), max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_has_morphemes_within_it_and_always_the_same(text: str) -> None:
    found = morphemes(text)
    assert all(0 <= one.start <= one.end <= len(text) for one in found)
    morphemes.cache_clear()
    assert morphemes(text) == found


def test_the_model_is_loaded_only_when_a_korean_text_is_asked_about() -> None:
    code = (
        "from prism.languages import korean_morphemes as k; k.morphemes('Kein Wort'); "
        "assert k._kiwi.cache_info().currsize == 0; k.morphemes('말'); assert k._kiwi.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, timeout=60)
