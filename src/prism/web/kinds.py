"""Whether bytes can be text at all: a picture, a PDF or a program is never an article."""

from __future__ import annotations

from collections.abc import Mapping

_SIGNS: Mapping[bytes, str] = {
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture, sound or film",
    b"PK\x03\x04": "a packed file",
    b"\x1f\x8b": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"ID3": "a sound",
    b"OggS": "a sound",
    b"\x00\x00\x01\x00": "a picture",
}
_MARKS_OF_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_LOOKED_AT = 4096
_MOST_CONTROLS = 0.02
_ALLOWED = frozenset(b"\t\n\r\f\x1b")
"""White space, and the escape that ISO-2022 texts hold."""


def not_text(body: bytes, headers: Mapping[str, str]) -> str:
    """What bytes are that can't be a page ("a PDF file", "a picture"), or an empty string for what may be one.

    Args:
        body: decoded bytes of a response.
        headers: lower-case names; a Content-Type is believed only where the bytes don't look like markup.
    """
    head = body[:_LOOKED_AT]
    if head.startswith(_MARKS_OF_WIDE_TEXT) or not head:
        return ""
    for sign, kind in _SIGNS.items():
        if head.startswith(sign):
            return kind
    if head.lstrip()[:1] == b"<":
        return ""
    if b"\x00" in head:
        return "" if _may_be_wide(head) else "a binary file"
    controls = sum(byte < 0x20 and byte not in _ALLOWED for byte in head)  # noqa: PLR2004  (ASCII: the first printable)
    if controls > _MOST_CONTROLS * len(head):
        return "a binary file"
    kind = headers.get("content-type", "").split(";")[0].strip().lower()
    return kind.partition("/")[0] if kind.startswith(("image/", "audio/", "video/", "font/")) else ""


def _may_be_wide(head: bytes) -> bool:
    """UTF-16 or UTF-32 without a mark: every second byte of its ASCII is NUL."""
    zeros = head.count(0)
    return zeros >= len(head) // 3 and (
        head[1::2].count(0) == zeros or head[0::2].count(0) == zeros or head[1:2] == b"\x00"
    )
