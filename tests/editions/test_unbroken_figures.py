"""Figures in headlines stay in one line, and nothing else about the text changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import escape

from prism.editions.unbroken import unbroken


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("10명 뛴 해솔, 서린에 0-1 덜미", ["0-1"]),
        ("チリ北部沖で地震、1万4000人が高台に避難", ["1万4000人"]),
        ("중국 윈쩌현 6시간 286㎜ 폭우…12명 사망", ["286㎜"]),
        ("칠레 북부 앞바다 규모 6.2 지진, 1만4000명 한밤 대피", ["1만4000"]),
        ("A vote of 31 to 24, and no more", []),
    ],
)
def test_what_is_held_together(text: str, held: list[str]) -> None:
    assert [node.text for node in html.fromstring(f"<p>{escape(unbroken(text))}</p>").iter("span")] == held


@given(st.text(alphabet="0123456789-:万억㎜人 <&'a.,"))
def test_the_characters_stay_the_same_and_are_escaped(text: str) -> None:
    printed = str(escape(unbroken(text)))
    assert printed.replace('<span class="nw">', "").replace("</span>", "") == str(escape(text))
