"""Text from outside, made harmless and fenced.

A fence is a line that can't occur in what it encloses: it derives from that text by hash, so that the same text always has
the same fence (prompts replay) and nobody who writes an article can know it beforehand and close it. Every passage is one
line, so that no text can look like a label, a header or the end.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from prism.languages import addresses_machines, oddities
from prism.web.text import tidy

_LONGEST = 2000
"""Characters of a line that a model is given; what is longer is no sentence."""
_MARK = 12
_INNER = re.compile(r"(?<=\w)[.:/-]+(?=\w)")
"""Stops within a word, as addresses have them: no sentence ends there."""


def line(text: str) -> str:
    """A text as one line without control, bidirectional, zero-width and tag characters, at most 2,000 characters long."""
    return " ".join(tidy(text).split())[:_LONGEST]


def fence(lines: Iterable[str]) -> str:
    """Lines between two equal marks that none of them contains.

    Args:
        lines: without line breaks (`line`).

    Raises:
        ValueError: a line has a line break in it.
    """
    inside = tuple(lines)
    if any(len(one.splitlines()) > 1 for one in inside):
        raise ValueError("a fenced line is one line")
    text = "\n".join(inside)
    mark = mark_of(text)
    return f"{mark}\n{text}\n{mark}"


def mark_of(text: str) -> str:
    """The mark for a text: hexadecimal digits of its hash, hashed on until the text does not contain them."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    while digest[:_MARK] in text:
        digest = hashlib.sha256(digest.encode()).hexdigest()
    return f"=={digest[:_MARK]}=="


@lru_cache(maxsize=16_384)
def gives_orders(text: str) -> bool:
    """Whether a text addresses machines, read as it stands and with the stops inside its words left out.

    What was asked lately is remembered: every edition of a story is written from the same passages.
    """
    if addresses_machines(text):
        return True
    bare = _INNER.sub("", text)
    return bare != text and addresses_machines(bare)


def for_readers(texts: Sequence[str]) -> Iterator[bool]:
    """Whether each of some texts in a row is for readers: no order, alone or together with its neighbour, no address or markup."""
    alone = [gives_orders(text) or bool(oddities(text)) for text in texts]
    split = [
        not (alone[place] or alone[place + 1]) and gives_orders(f"{texts[place]} {texts[place + 1]}")
        for place in range(len(texts) - 1)
    ]
    for place in range(len(texts)):
        yield not (alone[place] or any(split[max(0, place - 1) : place + 1]))
