from __future__ import annotations

import pytest

from prism.web.metas import page_meta

META = '<meta name="tdm-reservation" content="1">'


@pytest.mark.parametrize(
    "broken", ["<![x[<!x>]]>", f"<meta name=a content='&#{'9' * 5000};'>", "<!--" * 5000, "<a " * 5000]
)
def test_what_stands_before_broken_markup_is_still_read(broken: str) -> None:
    assert page_meta(META + broken)["tdm-reservation"] == "1"
