"""What of an article is compared: its title and its lead."""

from __future__ import annotations

from prism.model import Article

_LEAD_WEIGHT = 700
_WIDE = 2.2
"""A Han, Kana or Hangul character carries about as much as this many Latin letters (measured in tokens of the embedder)."""


def text_to_embed(article: Article) -> str:
    """The text whose vector stands for the article: title and lead, as plain text, without any model's prefix.

    The lead ends where the weight of a few sentences is reached: news says first what it is about, later sentences tell
    of other events, and the embedder's time grows with the length. Passages that address machines are left out.
    """
    return "\n".join((article.title.strip(), lead(article))).strip()


def lead(article: Article) -> str:
    """The first sentences of an article up to a fixed weight, at least one."""
    taken: list[str] = []
    left = float(_LEAD_WEIGHT)
    for passage in article.passages:
        if passage.for_machines:
            continue
        if left <= 0:
            break
        text = passage.text.strip()
        left -= weight(text) + (1 if taken else 0)
        if left < 0:
            text = _cut(text, weight(text) + left)
        if text:
            taken.append(text)
    return " ".join(taken)


def weight(text: str) -> float:
    """How much a text asks of the embedder, in Latin letters."""
    return sum(_WIDE if character >= "\u1100" else 1.0 for character in text)


def _cut(text: str, limit: float) -> str:
    """As much of a text as fits into a weight, ended at a space where there is one."""
    spent = 0.0
    for place, character in enumerate(text):
        spent += _WIDE if character >= "\u1100" else 1.0
        if spent > limit:
            head = text[:place]
            return head[: head.rfind(" ")] if " " in head[len(head) // 2 :] else head
    return text
