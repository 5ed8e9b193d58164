"""Who and what a story's articles name, one entity a name in whatever language and script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from prism.languages import alike_in_sound, known, name_key, name_sounds, names, same_name
from prism.model import Article, Entity, derived_id
from prism.stories.sounds import Sounds, heard, is_generic, script_of

_READ = 14
_LEAD = 3
_KEPT = 20
_LATIN = "latin"
_COMPARED = 48
_FEW = 3
"""Where fewer stand that often, those of title and lead are taken too."""
_BONES = 3
_HEARD = 0.86
"""From here on a word of another script that no reader took for a name is the name that it sounds like,"""
_HEARD_SHORT = 0.92
"""if it has few consonants from here on."""
_SAME = 0.86
"""From here on two spellings in two languages are one name (`languages.same_name`)."""


@dataclass(slots=True)
class _Found:
    """What was seen of one name while counting."""

    kinds: Counter[str] = field(default_factory=Counter)
    written: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    articles: set[str] = field(default_factory=set)
    weight: int = 0
    times: int = 0
    keys: set[tuple[int, str]] = field(default_factory=set)

    def take(self, other: _Found) -> None:
        """Count another name's findings as its own."""
        self.kinds.update(other.kinds)
        for language, counts in other.written.items():
            self.written[language].update(counts)
        self.articles |= other.articles
        self.weight += other.weight
        self.times += other.times
        self.keys |= other.keys


def entities_of(articles: Sequence[Article]) -> tuple[Entity, ...]:
    """The entities of a story, named by most articles first, then by prominence.

    A name counts that two articles have, or one article at two places: what is named once is background, or no name at
    all. Titles alone name nobody, as some outlets capitalise every word of theirs. A surname alone counts for the full name
    when the same article has one that ends in it.
    """
    found: dict[str, _Found] = defaultdict(_Found)
    for article in articles:
        for written, (kind, weight, times) in _named(article).items():
            key = name_key(written, article.language)
            if not key:
                continue
            entry = found[key]
            entry.kinds[kind] += 1
            entry.written[article.language][written] += weight
            entry.articles.add(article.id)
            entry.weight += weight
            entry.times += times
            entry.keys.add((_standing(key, written), key))
    ranked = sorted(found.items(), key=_rank)[:_COMPARED]
    merged: list[tuple[str, _Found]] = []
    for key, entry in ranked:
        same = next((one for _, one in merged if _one_entity(one, entry)), None)
        if same is None:
            merged.append((key, entry))
        else:
            same.take(entry)
    _hear([entry for _, entry in merged], articles)
    kept = [
        (key, entry)
        for key, entry in merged
        if len(entry.articles) > 1 or (entry.times > 1 and (len(articles) == 1 or entry.weight > 1))
    ]
    if len(kept) < _FEW:
        kept = [*kept, *[one for one in merged if one not in kept and one[1].weight > 1][: _FEW - len(kept)]]
    return tuple(_entity(entry) for _, entry in sorted(kept, key=_rank)[:_KEPT])


def _hear(entries: Sequence[_Found], articles: Sequence[Article]) -> None:
    """Give names in Latin letters the words that sound like them where another script shows no names by capitals."""
    for article in articles:
        if script_of(article.language) == _LATIN:
            continue
        texts = [article.title, *(one.text for one in article.passages[:_LEAD] if not one.for_machines)]
        said = heard(texts, article.language)
        for entry in entries:
            latin = next((name for tag, name in _written(entry).items() if script_of(tag) == _LATIN), "")
            if not latin or known(latin) is not None or article.language in entry.written:
                continue
            word = _sounding_like("".join(latin.replace("-", " ").split()), said)
            if word:
                entry.written[article.language][word] += 1
                entry.articles.add(article.id)
                entry.times += 1


def _sounding_like(name: str, said: Mapping[str, Sounds]) -> str:
    """The word that sounds most like a name, or empty."""
    best, best_alike = "", 0.0
    for bones, letters in name_sounds(name):
        for word, forms in said.items():
            for others, spelt in forms:
                if others != bones or len(bones) < _BONES:
                    continue
                alike = alike_in_sound(letters, spelt)
                if alike > best_alike and alike >= (_HEARD if len(bones) > _BONES else _HEARD_SHORT):
                    best, best_alike = word, alike
    return best


def _rank(pair: tuple[str, _Found]) -> tuple[int, int, str]:
    """Named by most articles first, then most prominently."""
    key, entry = pair
    return -len(entry.articles), -entry.weight, key


def _one_entity(a: _Found, b: _Found) -> bool:
    """Whether two names of different keys are one: alike across languages, or one the other with a title before it.

    Two names that both stand in one language and differ there are two, unless one ends in the other.
    """
    for language in a.written.keys() & b.written.keys():
        pairs = [(x, y) for x in a.written[language] for y in b.written[language]]
        if not any(_titled(x, y) or _titled(y, x) for x, y in pairs):
            return False
    mine, theirs = _written(a), _written(b)
    return any(
        _titled(x, y) or _titled(y, x) if language == other else same_name(x, language, y, other) >= _SAME
        for language, x in mine.items()
        for other, y in theirs.items()
    )


def _titled(long: str, short: str) -> bool:
    """Whether a name is another one, of two words at least, behind a title ("Governor Ines Aldara")."""
    return " " in short and long.endswith(" " + short)


def _standing(key: str, written: str) -> int:
    """Which of an entity's keys its id derives from: a known thing's, then that of a Latin spelling, then another.

    So the id does not hang on which language named it first.
    """
    if ":" in key:
        return 0
    return 1 if written[:1] < "\u0250" else 2


def _entity(entry: _Found) -> Entity:
    kind = min(entry.kinds.items(), key=lambda pair: (-pair[1], pair[0]))[0]
    return Entity(
        id=derived_id("entity", min(entry.keys)[1]), kind=kind, names=_written(entry), mentions=len(entry.articles)
    )


def _written(entry: _Found) -> dict[str, str]:
    """Language → how it is most often and most prominently written there; of equals the shorter, without a title."""
    found = {
        language: min(counts.items(), key=lambda pair: (-pair[1], len(pair[0]), pair[0]))[0]
        for language, counts in sorted(entry.written.items())
    }
    # A title that one language's reader left on is taken off by the bare name in another ("Einsatzleiter Luis Moreau").
    return {
        language: next((short for short in found.values() if _titled(name, short)), name)
        for language, name in found.items()
    }


def _named(article: Article) -> dict[str, tuple[str, int, int]]:
    """Each name as written → its kind, its prominence and how often it stands there; short forms under the full name."""
    texts = [(article.title, 3)]
    readable = [passage for passage in article.passages if not passage.for_machines]
    texts += [(passage.text, 2 if place < _LEAD else 1) for place, passage in enumerate(readable[:_READ])]
    found: dict[str, tuple[str, int, int]] = {}
    told: set[str] = set()
    for text, weight in texts:
        for mention in names(text, article.language):
            if is_generic(mention.text, article.language):
                continue
            kind, before, times = found.get(mention.text, (mention.kind, 0, 0))
            found[mention.text] = (kind, max(before, weight), times + 1)
            if text is not article.title:
                told.add(mention.text)
    if readable:
        found = {name: what for name, what in found.items() if name in told or known(name) is not None}
    for short in sorted(found, key=len):
        full = [long for long in found if _ends_in(long, short)]
        if len(full) == 1 and found[full[0]][0] == "person":
            kind, weight, times = found[full[0]]
            _, other, more = found.pop(short)
            found[full[0]] = (kind, max(weight, other), times + more)
    return found


def _ends_in(full: str, short: str) -> bool:
    """Whether a name is a longer one's last part ("Lindqvist" of "Karin Lindqvist", "ライト" of "ジョン・ライト")."""
    return any(full.endswith(mark + short) for mark in (" ", "·", "・", "-"))
