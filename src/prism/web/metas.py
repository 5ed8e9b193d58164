"""The meta elements and licence links in the head of a page."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from html.parser import HTMLParser

_HEAD = 200_000
"""Characters that are looked at: heads are short, and a hostile page may be endless."""


def page_meta(markup: str) -> Mapping[str, str]:
    """Lower-case name (or property) → content of each meta element, the first of a name; `license` for rel=license links."""
    reader = _Head()
    with contextlib.suppress(
        ValueError, AssertionError
    ):  # of a reference of 5,000 digits, of "<![x[": what was found stands
        reader.feed(markup[:_HEAD])
    return reader.found


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (values.get("name") or values.get("property") or "").strip().lower()
            if name:
                self.found.setdefault(name, values.get("content", "").strip())
        elif tag == "link" and "license" in values.get("rel", "").lower().split():
            self.found.setdefault("license", values.get("href", "").strip())
