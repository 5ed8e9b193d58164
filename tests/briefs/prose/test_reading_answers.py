"""An answer is read leniently, and only as what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.asking.answers import read_object, rows_of, text_of, texts_of
from prism.asking.questions import Unusable


@pytest.mark.parametrize(
    "answer",
    [
        '{"a": "b"}',
        'Here you are:\n```json\n{"a": "b"}\n```\nAnything else?',
        '```\n{"a": "b"}',
        '<think>{"a": "wrong"} no…</think>{"a": "b"}',
        'Sure! {"a": "b",} I hope that helps {"a": "c"}',
        '{"a": "b", "list": [1, 2,],}',
        'With {braces} before it: {"a": "b"}',
    ],
)
def test_what_stands_around_the_object_is_read_over(answer: str) -> None:
    assert read_object(answer)["a"] == "b"


@pytest.mark.parametrize("answer", ["", "I can't help with that.", '{"a": "b', "[1, 2]", "{}", "null", '{"a": {"b": '])
def test_what_is_no_object_can_not_be_used(answer: str) -> None:
    with pytest.raises(Unusable):
        read_object(answer)


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        found = read_object(text)
    except Unusable:
        return
    assert isinstance(found, dict)


def test_fields_of_the_wrong_type_are_empty() -> None:
    row = {"text": 7, "rows": {"a": 1}, "texts": ["a", 2, None, "b"], "one": "x"}
    assert text_of(row, "text") == ""
    assert rows_of(row, "rows") == []
    assert texts_of(row, "texts") == ["a", "b"]
    assert texts_of(row, "one") == ["x"]


def test_deep_nesting_is_no_crash() -> None:
    with pytest.raises(Unusable):
        read_object('{"a":' + "[" * 100_000)
