"""Which way the deeds of the news go: yes or no to something, on or off with it, done or failed.

One is told in many words (rejected, 부결했다, 반발했다, 否认), and any word of one way contradicts any of the other where both are
said of the same by the same. The families are classes of concepts (`data/concept_classes.txt`: "yes", "no" and so on).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from prism.languages.concept_classes import members

_WAYS = (("yes", "no"), ("on", "off"), ("done", "failed"))
_DEED: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(r"(?:[을를이가에])? ?(?:하|했|한|해|할|함|됐|되|된|될|돼|받|당)|[았었였겠]|[가-힣]{0,2}(?:다|고|며|지만|는데|기로)(?=[\s.,]|$)"),
    "ja": re.compile(r"(?:を|が)?(?:し|す|さ|せ|で)|[ぁ-ゖ]"),
}  # fmt: skip
"""What follows a word that tells a deed, in languages in which the same word is a noun as well."""


@lru_cache(maxsize=4096)
def way(ids: frozenset[str]) -> Mapping[str, bool]:
    """The families that a word with these concepts belongs to: the name of the first way → whether it goes that way.

    A word that mostly means something else belongs to none.
    """
    found: dict[str, bool] = {}
    for one, other in _WAYS:
        first, second = len(ids & members(one)), len(ids & members(other))
        if bool(first) != bool(second) and max(first, second) * 2 >= len(ids):
            found[one] = bool(first)
    return found


def tells_deed(text: str, end: int, language: str) -> bool:
    """Whether the word that ends at a place tells a deed there, and is no noun beside another."""
    if _PREPOSITION.search(text[:end]):
        return False
    pattern = _DEED.get(language)
    return pattern is None or pattern.match(text, end) is not None or _INFLECTED.search(text[:end]) is not None


_PREPOSITION = re.compile(r"\bagainst$")
_INFLECTED = re.compile(r"[했됐였겼들이하되]$|[ぁ-ゖ]$")
