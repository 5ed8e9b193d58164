"""How much of a text may be copied, as DESIGN sets it ("Rights"): the writers keep to it and the checks hold them to it."""

from __future__ import annotations

from dataclasses import dataclass

from prism.model.articles import Article
from prism.model.sources import Use


@dataclass(frozen=True, slots=True)
class CopyLimits:
    """What may be quoted word for word.

    Attributes:
        full_passages: passages of a text with full rights.
        full_share: share of such a text, by its passages; one passage is always allowed.
        full_characters: share of its characters that more than one passage may come to.
        excerpt_passages: passages of a text with excerpt rights.
    """

    full_passages: int = 3
    full_share: float = 0.2
    full_characters: float = 0.3
    excerpt_passages: int = 1

    def passages_of(self, article: Article) -> int:
        """How many passages of an article may be quoted at most."""
        match article.rights.use:
            case Use.FULL:
                return max(1, min(self.full_passages, int(len(article.passages) * self.full_share)))
            case Use.EXCERPT:
                return self.excerpt_passages
            case _:
                return 0

    def characters_of(self, article: Article) -> int:
        """How many characters of an article may be quoted if it is more than one passage."""
        return int(sum(len(passage.text) for passage in article.passages) * self.full_characters)
