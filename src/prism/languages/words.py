"""The content words of a text, in a form that can be compared."""

from __future__ import annotations

import re

from prism.languages.tables import table_for

_TOKEN = re.compile(r"[가-힣]+|[ぁ-ゖ]+|[ァ-ヺー]+|[一-鿿々]+|[^\W_]+", re.UNICODE)
_LEAST_STEM = 2
"""Syllables that a Korean word keeps when its particle is cut off."""
KOREAN_TAILS = (
    "에서는",
    "으로는",
    "에게서",
    "으로부터",
    "에서",
    "에게",
    "으로",
    "까지",
    "부터",
    "라고",
    "이라고",
    "에는",
    "했다",
    "한다",
    "하는",
    "하고",
    "의",
    "에",
    "로",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "도",
    "만",
)
"""Particles and the most frequent endings of verbs, of which the first that fits is stripped off a Korean word."""


def words(text: str, language: str) -> tuple[str, ...]:
    """Content words, casefolded, without Korean particles; runs of Han characters as overlapping pairs."""
    stop = table_for(language).stop_words
    found: list[str] = []
    for token in _TOKEN.findall(text.casefold()):
        if "가" <= token[0] <= "힣":
            tails = (tail for tail in KOREAN_TAILS if token.endswith(tail) and len(token) - len(tail) >= _LEAST_STEM)
            stem = token[: len(token) - len(next(tails, ""))]
            found.append(stem)
        elif "一" <= token[0] <= "鿿":
            found.extend(token[i : i + 2] for i in range(max(1, len(token) - 1)))
        elif "ぁ" <= token[0] <= "ゖ":
            continue
        elif token not in stop:
            found.append(token)
    return tuple(found)
