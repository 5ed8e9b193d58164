"""Bytes that can't be a page are told from bytes that can."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prism.web.kinds import not_text

PAGE = "<!doctype html><html><body><p>해든시는 다리를 막았다. The bridge is closed.</p></body></html>"


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949", "iso2022_kr"]
)
def test_pages_in_any_charset_pass(charset: str) -> None:
    assert not_text(PAGE.encode(charset), {"content-type": "image/png"} if charset == "utf-8" else {}) == ""


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.4 1 0 obj <<>>",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        zlib.compress(b"news" * 500, wbits=31),
        bytes(range(256)) * 40,
        b"\x7fELF\x02\x01\x01" + bytes(500),
    ],
)
def test_binary_files_do_not(body: bytes) -> None:
    assert not_text(body, {"content-type": "text/html"})


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_plain_text_passes(text: str) -> None:
    assert not_text(b"x " + text.encode(), {}) == ""
