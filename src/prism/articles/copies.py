"""Wire copies: the same text in another outlet, under another headline, with a dateline added or the tail cut off.

Texts are compared by their shingles (Broder, "On the resemblance and containment of documents", 1997): runs of eight
characters over letters and digits only, so that spacing, quotation marks and scripts without spaces make no difference. What
counts is containment, the share of the shorter text that the longer one holds: two reports of one event written apart share
names and a quotation, a copy shares most of its sentences. Figures: docs/decisions/0042.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from prism.articles.keys import key_of
from prism.model import Article
from prism.web import addresses

CONTAINED = 0.6
"""Share of the shorter text's shingles from which it is a copy."""
CONTAINED_SAME_WIRE = 0.45
"""The same where both name one agency."""
_LENGTH = 8
_FEWEST = 60
"""A text with fewer shingles is a headline with a sentence: it must be contained nearly whole."""
_NEARLY_WHOLE = 0.9


def copy_of(article: Article, others: Sequence[Article]) -> str | None:
    """The id of the article among `others` of which this one is a copy, or None.

    The original is the agency's own text where one of them is, else the earliest; a text that is itself the original is a copy
    of none. Where the original is known to be a copy, the root's id is given. Only texts in one language are compared.
    """
    same = [other for other in others if other.id != article.id and _alike(article, other)]
    originals = [other for other in same if _age(other) < _age(article)]
    if not originals:
        return None
    first = min(originals, key=_age)
    return first.copy_of if first.copy_of and first.copy_of != article.id else first.id


def _age(article: Article) -> tuple[bool, float, float, str]:
    """The order of originality."""
    return (not _is_agencys_own(article), article.said_at.timestamp(), article.retrieved_at.timestamp(), article.id)


def _is_agencys_own(article: Article) -> bool:
    """Whether the agency that the text names publishes it at its own address."""
    name = key_of(article.wire)
    return bool(name) and name.isascii() and len(name) > 1 and name in addresses.host_of(article.url).split(".")


def _alike(one: Article, other: Article) -> bool:
    if one.language != other.language:
        return False
    mine, theirs = _shingles(_text(one)), _shingles(_text(other))
    smaller = min(len(mine), len(theirs))
    if not smaller:
        return False
    share = len(mine & theirs) / smaller
    if smaller < _FEWEST:
        return share >= _NEARLY_WHOLE
    same_wire = bool(one.wire) and key_of(one.wire) == key_of(other.wire)
    return share >= (CONTAINED_SAME_WIRE if same_wire else CONTAINED)


def _text(article: Article) -> str:
    return " ".join(passage.text for passage in article.passages)


@lru_cache(maxsize=2048)
def _shingles(text: str) -> frozenset[int]:
    key = key_of(text)
    return frozenset(hash(key[start : start + _LENGTH]) for start in range(len(key) - _LENGTH + 1))
