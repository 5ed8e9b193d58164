"""Names in running text become links, and not one character is lost on the way.

The text is cut at the names and put together again from the same pieces, so whatever stands behind a name (a Korean
particle above all) is still there: `"".join(piece.text for piece in linked(text, names)) == text`, always.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_HANGUL = re.compile(r"[가-힣]")
_WORD = re.compile(r"\w")
_PARTICLES = (
    *(
        "으로부터",
        "에게서",
        "에서는",
        "에서도",
        "이라고",
        "이라는",
        "으로",
        "에서",
        "에게",
        "부터",
        "까지",
        "처럼",
        "보다",
    ),
    *("라고", "라는", "이나", "이며", "이자", "이다", "하고", "마다", "조차", "만이", "측은", "측이"),
    *("은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "로", "도", "만", "께", "나", "며", "측"),
)
"""What may follow a Korean name inside one word; with anything else behind it the name is part of another word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, with the link that it carries (empty: none)."""

    text: str
    link: str = ""


def linked(text: str, names: Mapping[str, str], *, once: set[str] | None = None) -> Sequence[Piece]:
    """The text cut into pieces, where the first mention of each name carries its link.

    Args:
        text: plain text.
        names: name → link.
        once: names that carry a link already; those linked here are added.

    Returns:
        Pieces that join to exactly `text`.
    """
    seen = once if once is not None else set()
    spans: list[tuple[int, int, str]] = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if name in seen or not name or not names[name]:
            continue
        start = _find(text, name, spans)
        if start >= 0:
            spans.append((start, start + len(name), names[name]))
            seen.add(name)
    pieces: list[Piece] = []
    at = 0
    for start, end, link in sorted(spans):
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], link))
        at = end
    if at < len(text) or not pieces:
        pieces.append(Piece(text[at:]))
    return pieces


def _find(text: str, name: str, taken: Sequence[tuple[int, int, str]]) -> int:
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if _stands_alone(text, start, end) and all(end <= s or start >= e for s, e, _ in taken):
            return start
        start = text.find(name, start + 1)
    return -1


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is a word of its own: by letters' neighbours, by particles in Korean, anywhere in Kana and Han."""
    before, after = text[start - 1 : start], text[end:]
    first, last = text[start], text[end - 1]
    if _is_spaced(first) and before and _is_spaced(before):
        return False
    if not _is_spaced(last) or not after or not _WORD.match(after):
        return True
    if _HANGUL.match(after):
        particle = re.match(r"[가-힣]+", after)
        return particle is not None and particle.group() in _PARTICLES
    return not _is_spaced(after[0])


def _is_spaced(character: str) -> bool:
    """Whether it belongs to a script that puts spaces between words."""
    return bool(_WORD.match(character)) and not re.match(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々]", character)
