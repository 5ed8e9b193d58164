"""What a model writes is plain text: markup comes off, and what only an address could be for makes a sentence fall.

The answer can never add a link: an address with a scheme is never kept, and a bare host name, an e-mail address or a
telephone number only where a passage that the sentence rests on has it to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prism.asking.fencing import gives_orders
from prism.web.text import plain, tidy

_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\((?:[^()\n]|\([^()\n]*\)){0,500}\)")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3}|~~|`{1,3})(?=\S)(.{1,600}?)(?<=\S)\1(?!\w)")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>\s+|[-*•]\s+)")
_LABEL = re.compile(
    r"\s?(?:[\[［](?:(?:[FfSs]\d{1,3}|[AaBb]\d{1,3}[.:]\d{1,4})\s?[,;·、]?\s?)+[\]］]|[(（](?:[AaBb]\d{1,3}[.:]\d{1,4}\s?[,;·、]?\s?)+[)）])"
)
"""Labels of the prompt in brackets; "(F1)" may be motor racing."""
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}:\s?//|javascript:|data:[a-z]+/|mailto:|tel:)", re.IGNORECASE)
_HOST = re.compile(
    r"(?<![\w@.])(?:[a-z0-9-]{1,63}(?:\.|\s?[(\[]dot[)\]]\s?)){1,4}"
    r"(?:com|net|org|info|biz|io|ai|app|dev|xyz|top|shop|site|online|link|click|live|news|me|tv|co|gov|edu|ru|cn|jp|kr|uk|de|fr|eu|us|example|test|invalid)"
    r"(?:/[^\s\"'<>”’」』）)\]]*)?(?![\w-])",
    re.IGNORECASE | re.ASCII,
)
_MAIL = re.compile(r"[^\s@<>()]{1,64}@(?:[\w-]{1,63}\.){1,4}\w{2,24}")
_PHONE = re.compile(
    r"(?<![\w.,])(?:\+\d{1,3}(?:[\s.-]?\(?\d{1,4}\)?){2,5}|\(?0\d{1,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4})(?!\w)", re.ASCII
)
_DIGITS_OF_A_NUMBER = 8
_SPACES = re.compile(r"[^\S\u3000]+")
"""Not the full-width space, with which Japanese headlines part their halves."""
_LONGEST = 2000


def plain_sentence(text: str, passages: Sequence[str]) -> str:
    """A sentence as plain text; empty where it must fall.

    Args:
        text: as the model wrote it.
        passages: what the sentence rests on, to the letter.

    Returns:
        The text without HTML, Markdown and labels of the prompt. Empty for a text that has an address, e-mail address or
        telephone number which no passage has, or that speaks to machines.
    """
    if _SCHEME.search(text):
        text = _LINK.sub(r"\1", text)
    bare = undecorated(text)
    if not bare or _SCHEME.search(bare) or gives_orders(bare):
        return ""
    for pattern in (_MAIL, _HOST, _PHONE):
        for match in pattern.finditer(bare):
            short = pattern is _PHONE and sum(char.isdigit() for char in match.group()) < _DIGITS_OF_A_NUMBER
            if not short and not any(match.group() in passage for passage in passages):
                return ""
    return bare


def undecorated(text: str) -> str:
    """A text without HTML, Markdown, labels of the prompt, and unseen characters, on one line."""
    text = _LINK.sub(r"\1", plain(text))
    text = _LABEL.sub("", text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return _SPACES.sub(" ", tidy(_LEAD.sub("", text))).strip()[:_LONGEST]


def brief_label(text: str, longest: int) -> str:
    """A title or a tag of a model as plain text; empty where it is too long, speaks to machines or has an address."""
    bare = plain_sentence(text, ())
    return bare if len(bare) <= longest else ""
