from __future__ import annotations

import unicodedata

import pytest

from prism.web import addresses
from prism.web.text import normal, plain, tidy

MARKS = "\u0315\u0300" * 100_000


def test_a_run_of_combining_marks_is_cut() -> None:
    assert len(tidy("a" + MARKS)) <= 31
    assert len(normal("NFKC", "a" + "\uff9e\u0300" * 100_000)) <= 31
    assert addresses.clean(f"http://{MARKS[:4000]}/") is None


@pytest.mark.parametrize("text", ["Việt Nam", "हिन्दी", "한글", "שָׁלוֹם", "ボート", "é" * 50])
def test_marks_that_languages_use_stay(text: str) -> None:
    assert tidy(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)


def test_a_reference_beyond_all_characters() -> None:
    assert plain(f"a &#{'9' * 5000}; b") == "a \ufffd b"
