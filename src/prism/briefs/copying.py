"""How much of an article may be quoted, and how much already is.

The limits are DESIGN's ("Rights"): a text with `full` rights gives at most three passages and a fifth of itself, one with
`excerpt` gives one passage, one with `link` its title and nothing else. The fifth is counted in passages, and one passage
of a text that may be quoted is always allowed; so that the longest sentences of a short text do not carry off half of it,
there is a bound in characters too (decision 0061). Titles are counted apart: naming a text is not copying it. A wire text
and its copies are one text with one allowance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from prism.model import TITLE, Article, Citation, CopyLimits


def text_ids(articles: Iterable[Article]) -> Mapping[str, str]:
    """Article id → id of the text that it is: its own, or that of the original which it copies (chains followed)."""
    parents = {article.id: article.copy_of for article in articles}

    def root(article_id: str) -> str:
        seen = {article_id}
        here = article_id
        while (parent := parents.get(here)) and parent not in seen:
            seen.add(parent)
            here = parent
        return here

    return {article_id: root(article_id) for article_id in parents}


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left to quote of every text: spending gives a new value.

    Attributes:
        left: text id → passages left.
        characters: text id → characters left.
        untouched: texts of which nothing is quoted yet.
        texts: article id → text id.
    """

    left: Mapping[str, int]
    characters: Mapping[str, int]
    untouched: frozenset[str]
    texts: Mapping[str, str]

    @classmethod
    def of(cls, articles: Iterable[Article], limits: CopyLimits) -> Allowance:
        """The full allowance of some articles; of a text that stands in several the strictest holds."""
        articles = tuple(articles)
        texts = text_ids(articles)
        left: dict[str, int] = {}
        characters: dict[str, int] = {}
        for article in articles:
            text = texts[article.id]
            if limits.passages_of(article) or text not in left:
                known = left.get(text, 0)
                passages = limits.passages_of(article)
                left[text] = min(known, passages) if known else passages
                size = limits.characters_of(article)
                characters[text] = min(characters[text], size) if known else size
        return cls(MappingProxyType(left), MappingProxyType(characters), frozenset(left), texts)

    def allows(self, citations: Iterable[Citation], length: int) -> bool:
        """Whether a passage of that many characters, standing at these places, may still be quoted."""
        return all(self._allows(text, length) for text in self._texts(citations))

    def spend(self, citations: Iterable[Citation], length: int) -> Allowance:
        """The allowance after that passage was quoted.

        Raises:
            ValueError: it may not be quoted.
        """
        citations = tuple(citations)
        if not self.allows(citations, length):
            raise ValueError(f"nothing left to quote for {citations}")
        left, characters = dict(self.left), dict(self.characters)
        touched = self._texts(citations)
        for text in touched:
            left[text] -= 1
            characters[text] -= length
        return replace(
            self,
            left=MappingProxyType(left),
            characters=MappingProxyType(characters),
            untouched=self.untouched - touched,
        )

    def _allows(self, text: str, length: int) -> bool:
        if self.left.get(text, 0) < 1:
            return False
        return text in self.untouched or self.characters[text] >= length

    def _texts(self, citations: Iterable[Citation]) -> frozenset[str]:
        return frozenset(self.texts[c.article_id] for c in citations if c.passage != TITLE)
