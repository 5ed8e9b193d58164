"""What stands between quotation marks, in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prism.languages.mentions import Quotation

_CLOSERS: Mapping[str, str] = {
    "“": '”“"',
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "〝": "〟〞",
    '"': '"”',
    "＂": "＂",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
"""Opening mark → the marks that may close it. `»…«` is German usage; `”…”` (Swedish, Finnish) is read by its own rule."""

_MARK = re.compile("[" + re.escape("".join(_CLOSERS)) + "]")
_SINGLE = frozenset("‘'‚")
_LONGEST = 2000
_UNCLOSED_LIMIT = 600


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, in order, without their marks.

    The outermost of nested quotations is returned. Apostrophes are told from single quotation marks by what stands
    beside them. A mark that is never closed opens nothing.
    """
    found: list[Quotation] = []
    at = 0
    while (mark := _MARK.search(text, at)) is not None:
        at = mark.start()
        if _opens(text, at):
            end = _closing(text, at)
            if end is not None:
                if text[at + 1 : end].strip():
                    found.append(Quotation(text[at + 1 : end], at + 1, end))
                at = end
        at += 1
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    """Whether the mark at a place can open: straight single marks must not be apostrophes, `»` needs a word after it."""
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "'‘":
        return not before.isalnum() and not after.isspace()
    if mark == "»":
        return not before.isalnum() and (after.isalnum() or after in "„‚'‹›")
    return not (mark in '"＂' and after.isspace() and before.isalnum())


def _closing(text: str, at: int) -> int | None:
    """Where the mark that opens at a place is closed, or None."""
    opener = text[at]
    closers = _CLOSERS[opener]
    depth = 0
    for place in range(at + 1, min(len(text), at + _LONGEST)):
        mark = text[place]
        if mark in closers:
            if opener in _SINGLE and _is_apostrophe(text, place):
                continue
            if mark == opener and opener == "“":
                continue
            if depth == 0:
                return place
            depth -= 1
        elif mark == opener and opener not in "\"'＂":
            depth += 1
    return None


def _is_apostrophe(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    latin = before.isascii() or before.isalpha()
    return latin and before.isalnum() and after.isascii() and after.isalnum()
