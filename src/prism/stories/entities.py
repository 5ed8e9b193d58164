"""Who and what a story's articles name, one entity a name in whatever language and script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from prism.languages import name_key, names
from prism.model import Article, Entity, derived_id

_READ = 14
_LEAD = 3
_KEPT = 20


@dataclass(slots=True)
class _Found:
    """What was seen of one name while counting."""

    kinds: Counter[str] = field(default_factory=Counter)
    written: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    articles: set[str] = field(default_factory=set)
    weight: int = 0


def entities_of(articles: Sequence[Article]) -> tuple[Entity, ...]:
    """The entities of a story, named by most articles first, then by prominence.

    A name that stands in one article only, and only below its lead, is background and left out. A surname alone counts
    for the full name when the same article has one that ends in it.
    """
    found: dict[str, _Found] = defaultdict(_Found)
    for article in articles:
        for written, (kind, weight) in _named(article).items():
            key = name_key(written, article.language)
            if not key:
                continue
            entry = found[key]
            entry.kinds[kind] += 1
            entry.written[article.language][written] += weight
            entry.articles.add(article.id)
            entry.weight += weight
    kept = [(key, entry) for key, entry in found.items() if len(entry.articles) > 1 or entry.weight > 1]
    kept.sort(key=lambda pair: (-len(pair[1].articles), -pair[1].weight, pair[0]))
    return tuple(_entity(key, entry) for key, entry in kept[:_KEPT])


def _entity(key: str, entry: _Found) -> Entity:
    names_by_language = {
        language: min(counts.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))[0]
        for language, counts in sorted(entry.written.items())
    }
    kind = min(entry.kinds.items(), key=lambda pair: (-pair[1], pair[0]))[0]
    return Entity(id=derived_id("entity", key), kind=kind, names=names_by_language, mentions=len(entry.articles))


def _named(article: Article) -> dict[str, tuple[str, int]]:
    """Each name as written → its kind and prominence; short forms under the full name."""
    texts = [(article.title, 3)]
    readable = [passage for passage in article.passages if not passage.for_machines]
    texts += [(passage.text, 2 if place < _LEAD else 1) for place, passage in enumerate(readable[:_READ])]
    found: dict[str, tuple[str, int]] = {}
    for text, weight in texts:
        for mention in names(text, article.language):
            kind, before = found.get(mention.text, (mention.kind, 0))
            found[mention.text] = (kind, max(before, weight))
    for short in sorted(found, key=len):
        full = [long for long in found if _ends_in(long, short)]
        if len(full) == 1 and found[full[0]][0] == "person":
            kind, weight = found[full[0]]
            found[full[0]] = (kind, max(weight, found.pop(short)[1]))
    return found


def _ends_in(full: str, short: str) -> bool:
    """Whether a name is a longer one's last part ("Lindqvist" of "Karin Lindqvist", "ライト" of "ジョン・ライト")."""
    return any(full.endswith(mark + short) for mark in (" ", "·", "・", "-"))
