"""What a model writes is plain text: markup comes off, and what only an address could be for makes a sentence fall.

The answer can never add a link: a sentence with an address, an e-mail address or a telephone number is none, and a name
that is written like a host stands only where a passage that the sentence rests on has it to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prism.asking.fencing import gives_orders
from prism.languages import host_names, oddities
from prism.web.text import plain, tidy

_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\((?:[^()\n]|\([^()\n]*\)){0,500}\)")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3}|~~|`{1,3})(?=\S)(.{1,600}?)(?<=\S)\1(?!\w)")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>\s+|[-*•]\s+)")
_LABEL = re.compile(
    r"\s?(?:[\[［](?:(?:[FfSs]\d{1,3}|[AaBb]\d{1,3}[.:]\d{1,4})\s?[,;·、]?\s?)+[\]］]|[(（](?:[AaBb]\d{1,3}[.:]\d{1,4}\s?[,;·、]?\s?)+[)）])"
)
"""Labels of the prompt in brackets; "(F1)" may be motor racing."""
_SPACES = re.compile(r"[^\S\u3000]+")
"""Not the full-width space, with which Japanese headlines part their halves."""
_LONGEST = 2000


def plain_sentence(text: str, passages: Sequence[str]) -> str:
    """A sentence as plain text; empty where it must fall.

    Args:
        text: as the model wrote it.
        passages: what the sentence rests on, to the letter.

    Returns:
        The text without HTML, Markdown and labels of the prompt. Empty for a text with anything that no newspaper prints
        (`languages.oddities`: addresses, numbers to call, code, orders), and for a name written like a host ("Booking.com")
        that no passage has.
    """
    bare = undecorated(text)
    if not bare or gives_orders(bare) or oddities(bare):
        return ""
    return bare if all(any(name in passage for passage in passages) for name in host_names(bare)) else ""


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
