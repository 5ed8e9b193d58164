"""A gate never shuts out a text that its pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.languages.gates import Gates, gate_of
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
        (r"\b(?:this|last) (?:week|month)s?\b", "this was last in a month or week", "earlier Last Month"),
        (r"(?<=in )(?:early )?(?P<m>may|june)\b", "in early July", "in June"),
    ],
)
def test_a_gate_is_shut_where_what_is_needed_lacks(pattern: str, shut: str, opened: str) -> None:
    assert not _is_open(re.compile(pattern), shut)
    assert _is_open(re.compile(pattern), opened)


def _is_open(pattern: re.Pattern[str], text: str) -> bool:
    return bool(Gates([(pattern, None)]).open_to(text))


def test_what_is_open_keeps_its_order() -> None:
    gates = Gates((re.compile(one), one) for one in ("week", r"\w", "last", "month"))
    assert gates.open_to("last week") == ["week", r"\w", "last"]


def test_what_may_be_left_out_is_not_needed() -> None:
    assert gate_of(re.compile(r"(?:약 ?)?\d+|수")) != ()
    assert gate_of(re.compile(r"(?:약)?(?:여)*")) == ()
    assert gate_of(re.compile(r"약|.")) == ()


def test_letters_match_in_any_case() -> None:
    pattern = re.compile("Kib", re.IGNORECASE)
    texts = ("kib", "KIB", "\u212aib", "k\u0130b", "k\u0131b")
    assert all(pattern.match(text) and _is_open(pattern, text) for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_whatever_matches_passes(language: str, data: st.DataObject) -> None:
    table = table_for(language)
    kinds = (table.stances.certainty, table.stances.scope, table.stances.cause, table.stances.denial)
    patterns = [*(rule.pattern for rule in table.dates), *(one for kind in kinds for one in kind.values())]
    pattern = data.draw(st.sampled_from(patterns))
    assert _is_open(pattern, data.draw(st.from_regex(pattern)))
