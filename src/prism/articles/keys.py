"""What two spellings of one line have in common, and how long a line is to a reader."""

from __future__ import annotations

import re

_NOT_WORD = re.compile(r"[\W_]+")
_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def key_of(text: str) -> str:
    """Letters and digits only, folded."""
    return _NOT_WORD.sub("", text).casefold()


def weight_of(text: str) -> int:
    """How long a text is to a reader: a Chinese, Japanese or Korean character counts for two."""
    return len(text) + len(_WIDE.findall(text))
