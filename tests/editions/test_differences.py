"""What changed between two versions: nothing is lost, nothing is invented, and what stayed is not shown."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from prism.editions.differences import changed_sentences, since, words_between
from prism.model import Version

TEXT = st.text(alphabet="ab 1,.가나다 東京は大きい。テスト", max_size=40)
AT = datetime(2026, 11, 22, tzinfo=UTC)


@given(TEXT, TEXT)
def test_the_runs_join_to_both_texts(old: str, new: str) -> None:
    runs = words_between(old, new)
    assert "".join(run.text for run in runs if run.step != "new") == old
    assert "".join(run.text for run in runs if run.step != "gone") == new
    assert all(run.text for run in runs)


@given(TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(run.step == "same" for run in words_between(text, text))


def test_a_word_and_no_more_is_marked_in_every_script() -> None:
    found = {
        "ko": words_between("다친 사람은 16명이라고 밝혔다.", "다친 사람은 17명이라고 밝혔다."),
        "ja": words_between("けが人は16人だと発表した。", "けが人は17人だと発表した。"),
        "en": words_between("It said 16 people were hurt.", "It said 17 people were hurt."),
        "zh": words_between("事故造成16人受伤。", "事故造成17人受伤。"),
    }
    for language, runs in found.items():
        assert [run.text for run in runs if run.step == "gone"] == ["16"], language
        assert [run.text for run in runs if run.step == "new"] == ["17"], language


def test_several_words_in_a_row_are_one_change() -> None:
    runs = words_between("The bridge opens next week again.", "The bridge stays shut this year again.")
    assert [(run.step, run.text) for run in runs if run.step != "same"] == [
        ("gone", "opens next week"),
        ("new", "stays shut this year"),
    ]


def test_sentences_that_stayed_are_left_out_and_reworded_ones_meet() -> None:
    before = ("One.", "The ship struck a pier early on Friday.", "Nobody was hurt.", "Four.")
    after = ("One.", "The ship struck a pier late on Friday.", "Four.", "Divers look at the pier.")
    found = changed_sentences(before, after)
    assert [[run.step for run in one.runs] for one in found] == [["same", "gone", "new", "same"], ["gone"], ["new"]]


def test_each_sentence_says_since_when_it_has_stood() -> None:
    history = tuple(
        Version(number, AT, "publish", (), "", sentences)
        for number, sentences in enumerate((("a", "b"), ("a", "c"), ("a", "b", "c")), 1)
    )
    assert since(history, ("a", "b", "c")) == (1, 3, 2)
    assert since((Version(1, AT, "publish", (), ""),), ("a",)) == (0,)
