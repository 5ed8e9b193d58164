"""A sentence cut into its clauses: the stretches that have a predicate of their own, more or less.

No parser: the marks and endings that end a clause and the words that begin one stand in the table of the language. What is
too short to say anything (a name between commas, "he said") is joined to its neighbour. What is quoted is cut like the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from prism.languages.tables import table_for

_SHORT_LETTERS = 24
_SHORT_SIGNS = 7
"""Least length of a clause, in letters of an alphabet and in signs of East Asia."""
_EAST = re.compile(r"[ぁ-ヺ一-鿿가-힣]")


@lru_cache(maxsize=2048)
def clauses(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence, from left to right; together they cover it.

    Args:
        text: one sentence.
        language: primary tag; a language without a table gives the whole sentence.

    Returns:
        (start, end) of each clause; nothing for an empty text.
    """
    stances = table_for(language).stances
    cuts = {match.end() for match in stances.breaks.finditer(text)}
    cuts |= {match.start() for match in stances.openers.finditer(text)}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    spans = [(a, b) for a, b in pairwise(edges) if a < b]
    return tuple(_joined(text, spans))


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (_is_short(text[start:end]) or _is_short(text[joined[-1][0] : joined[-1][1]])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_short(piece: str) -> bool:
    east = len(_EAST.findall(piece))
    return east < _SHORT_SIGNS and len(piece.strip()) < _SHORT_LETTERS
