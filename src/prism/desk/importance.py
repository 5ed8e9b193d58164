"""How much a story matters: the order of the front page, and of the work that waits for a model."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence

from prism.model import Article, Importance, Interests, Story, Weight

HALF_LIFE_HOURS = 18.0
"""After this long without a new report a story counts half."""
WANTED, UNWANTED = 1.5, -3.0
"""Halvings by which the publisher's interests move a story: what is wanted holds its place 27 hours longer."""
HOME = 0.5
"""What it counts that an outlet in the edition's own language tells the story."""
FOLLOW_UP, _MOST_FOLLOWED = -0.25, 3
"""Each earlier story about the same names takes a quarter off, at most three do."""


def weigh(
    story: Story,
    articles: Sequence[Article],
    *,
    language: str = "",
    section: str = "",
    interests: Interests | None = None,
    earlier: int = 0,
) -> Importance:
    """How much a story matters to an edition, with the reasons.

    Points are halvings: one point more outweighs `HALF_LIFE_HOURS` of age. As age takes the same from all stories, the order
    does not depend on the present: freshness is the time of the latest report of its own, counted in half-lives, and a
    stored figure stays right. Wire copies add nothing: one agency's text in ten papers is one report.

    Args:
        story: the story.
        articles: its members.
        language: primary tag of the edition; empty leaves its own sources out of account.
        section: of the brief; empty where there is none yet.
        interests: what the publisher wants more and less of: ids of sections and topics, or words of titles and names.
        earlier: how many earlier stories are about the same names.

    Returns:
        The sum, higher first, and its parts: coverage, freshness, disagreements, home, novelty, wanted, unwanted.
    """
    weights = tuple(_weights(story, articles, language, section, interests or Interests(), earlier))
    return Importance(round(sum(weight.points for weight in weights), 6), weights)


def _weights(
    story: Story, articles: Sequence[Article], language: str, section: str, interests: Interests, earlier: int
) -> Iterator[Weight]:
    own = [article for article in articles if article.copy_of is None and article.withdrawn_at is None]
    outlets = len({article.source_id for article in own})
    tongues = len({article.language for article in own})
    coverage = math.log2(1 + outlets) + 0.5 * math.log2(1 + tongues)
    yield Weight("coverage", _log2(coverage), (str(outlets), str(tongues)))
    latest = max((article.said_at for article in own), default=story.last_seen_at)
    yield Weight("freshness", latest.timestamp() / 3600 / HALF_LIFE_HOURS, (latest.isoformat(),))
    if story.disagreements:
        more = coverage + 0.25 * min(len(story.disagreements), 2)
        yield Weight("disagreements", _log2(more) - _log2(coverage), (str(len(story.disagreements)),))
    if language and any(article.language.split("-")[0] == language for article in own):
        yield Weight("home", HOME, (language,))
    if earlier:
        yield Weight("novelty", FOLLOW_UP * min(earlier, _MOST_FOLLOWED), (str(earlier),))
    texts = _texts(story, own)
    about = frozenset({section, *story.topics}) - {""}
    for what, terms, points in (("wanted", interests.wanted, WANTED), ("unwanted", interests.unwanted, UNWANTED)):
        if found := tuple(term for term in terms if term in about or _stands(term, texts)):
            yield Weight(what, points, found)


def _log2(value: float) -> float:
    return math.log2(max(value, 0.01))


def _texts(story: Story, articles: Sequence[Article]) -> str:
    names = [name for entity in story.entities for name in entity.names.values()]
    return _plain("\n".join([*names, *(article.title for article in articles)]))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _stands(term: str, texts: str) -> bool:
    """Whether a word stands in names or titles; in scripts with spaces, at the beginning of a word."""
    word = _plain(term).strip()
    start = texts.find(word) if word else -1
    while start >= 0:
        if start == 0 or not (word[0].isascii() and texts[start - 1].isalnum()):
            return True
        start = texts.find(word, start + 1)
    return False
