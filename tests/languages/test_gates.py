"""A gate never shuts out a text that its pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.languages.gates import characters, gate_of, is_open
from prism.languages.tables import table_for

LANGUAGES = ("ko", "en", "ja", "zh", "de", "es", "fr", "ru")


@pytest.mark.parametrize(
    ("pattern", "shut", "opened"),
    [
        (r"(?P<n>\d+)분기", "삼분기", "3분기"),
        (r"(?:오는|지난) ?\d{1,2}일", "그날 3일", "오는 3일"),
        (r"上半期|上期", "半期", "上期"),
        (r"[1-4]\s*四半期", "四期", "第1四半期"),
        (r"(?:Q|quarter )[1-4]", "queue", "Q3"),
    ],
)
def test_a_gate_is_shut_where_what_is_needed_lacks(pattern: str, shut: str, opened: str) -> None:
    gate = gate_of(re.compile(pattern))
    assert not is_open(gate, characters(shut))
    assert is_open(gate, characters(opened))


def test_what_may_be_left_out_is_not_needed() -> None:
    assert gate_of(re.compile(r"(?:약 ?)?\d+|수")) != ()
    assert gate_of(re.compile(r"(?:약)?(?:여)*")) == ()
    assert gate_of(re.compile(r"약|.")) == ()


def test_letters_match_in_any_case() -> None:
    gate = gate_of(re.compile("Kb", re.IGNORECASE))
    assert all(is_open(gate, characters(text)) for text in ("kb", "KB", "\u212ab"))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_whatever_matches_passes(language: str, data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from(table_for(language).dates))
    text = data.draw(st.from_regex(rule.pattern))
    assert is_open(gate_of(rule.pattern), characters(text))
