"""What is remembered of an article for comparing it: names, figures, dates, words; no article is read a second time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from prism.languages import dates, home_zone, name_key, names, quantities, words
from prism.model import TITLE, Article, Member, Vector
from prism.stories.concepts import concepts_of, says_correction
from prism.stories.results import results
from prism.stories.sounds import Sounds, sounds_of

_READ = 12
"""Passages that are looked at: news tells its event first and its background last."""
_LEAD = 3
_NAMES = 28
_FIGURES = 20
_DATES = 10
_WORDS = 70
_KEYS = 14
_YEAR = re.compile(r"(?<![\d.,:/-])(1[5-9]\d\d)(?![\d.,:%])")
"""A year long past: that something was built or founded in it tells which thing is meant."""
_SOUNDED = 7
"""Title and first passages, in which a word may be told as a name by its sound."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name of an article.

    Attributes:
        key: script-neutral.
        kind: "person", "place", "organisation" or "other".
        weight: how prominent it is: 3 in the title, 2 in the lead, 1 further down.
    """

    key: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an article.

    Attributes:
        value: plain digits ("20000").
        unit: language-neutral, may be empty.
        kind: as `languages.quantities` gives it.
        concept: what is counted ("dead", "magnitude"), empty if not known.
        weight: 3 in the title, 2 in the lead, 1 further down.
    """

    value: str
    unit: str
    kind: str
    concept: str
    weight: int


@dataclass(frozen=True, slots=True)
class Signature:
    """All that grouping knows of an article's text.

    Attributes:
        names: most prominent first.
        figures: in the order of the text.
        days: single days that the text dates something to (proleptic ordinals), its own day of publication left out.
        words: content words of title and lead, for articles of one language.
        title: content words of the title.
        correction: it says that it corrects something.
        sounds: words of title and lead that may be names, by their sound.
    """

    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    days: tuple[int, ...] = ()
    words: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()
    correction: bool = False
    sounds: tuple[Sounds, ...] = ()

    def to_json(self) -> str:
        """As JSON text."""
        return json.dumps(
            {
                "n": [[one.key, one.kind, one.weight] for one in self.names],
                "f": [[one.value, one.unit, one.kind, one.concept, one.weight] for one in self.figures],
                "d": list(self.days),
                "w": sorted(self.words),
                "t": sorted(self.title),
                "c": int(self.correction),
                "s": self.sounds,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


@lru_cache(maxsize=4096)
def read_signature(text: str) -> Signature:
    """What `to_json` wrote; an empty signature for an empty text or one of another version."""
    try:
        kept = json.loads(text) if text else {}
        return Signature(
            names=tuple(Name(str(key), str(kind), int(weight)) for key, kind, weight in kept.get("n", ())),
            figures=tuple(
                Figure(str(value), str(unit), str(kind), str(concept), int(weight))
                for value, unit, kind, concept, weight in kept.get("f", ())
            ),
            days=tuple(int(day) for day in kept.get("d", ())),
            words=frozenset(map(str, kept.get("w", ()))),
            title=frozenset(map(str, kept.get("t", ()))),
            correction=bool(kept.get("c", 0)),
            sounds=tuple(tuple((str(bones), str(letters)) for bones, letters in one) for one in kept.get("s", ())),
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return Signature()


def sign(article: Article, vector: Vector | None) -> Member:
    """What grouping needs of an article: its signature, what it can be looked up by, its vector (or None).

    The story is left empty: a newcomer stands in none.
    """
    signature = signature_of(article)
    return Member(
        article_id=article.id,
        story_id="",
        source_id=article.source_id,
        language=article.language,
        at=article.said_at,
        signature=signature.to_json(),
        keys=keys_of(signature),
        vector=vector,
    )


def signature_of(article: Article) -> Signature:
    """Read an article for what can be compared."""
    texts = [(article.title, 3)]
    readable = [passage for passage in article.passages if not passage.for_machines]
    texts += [(passage.text, 2 if place < _LEAD else 1) for place, passage in enumerate(readable[:_READ])]
    lead = " ".join(text for text, weight in texts[1:] if weight > 1)
    title_words = frozenset(words(article.title, article.language))
    return Signature(
        names=_names(texts, article.language),
        figures=_figures(texts, article.language),
        days=_days(article, texts),
        words=_bounded((*sorted(title_words), *words(lead, article.language)), _WORDS),
        title=title_words,
        correction=article.correction or says_correction(article.title, article.language),
        sounds=sounds_of([text for text, _ in texts[:_SOUNDED]], article.language),
    )


def keys_of(signature: Signature) -> tuple[str, ...]:
    """What an article can be looked up by: its most prominent names, then its most telling figures."""
    found = [one.key for one in signature.names]
    found += [f"{one.value}|{one.unit or one.concept}" for one in signature.figures if telling(one)]
    return tuple(dict.fromkeys(found))[:_KEYS]


def telling(figure: Figure) -> bool:
    """Whether a figure is rare enough to say something about which event it belongs to."""
    digits = figure.value.replace(".", "").replace("-", "").strip("0")
    known = bool(figure.unit or figure.concept)
    if figure.kind in ("ordinal", "time", "age", "score"):
        return False
    return len(digits) >= 3 or (known and (len(digits) >= 2 or "." in figure.value))  # noqa: PLR2004 - digits


def _names(texts: Sequence[tuple[str, int]], language: str) -> tuple[Name, ...]:
    found: dict[str, Name] = {}
    for text, weight in texts:
        for mention in names(text, language):
            key = name_key(mention.text, language)
            if not key:
                continue
            before = found.get(key)
            if before is None or before.weight < weight:
                found[key] = Name(key, mention.kind if before is None else before.kind, weight)
    return tuple(sorted(found.values(), key=lambda one: -one.weight)[:_NAMES])


def _figures(texts: Sequence[tuple[str, int]], language: str) -> tuple[Figure, ...]:
    found: dict[tuple[str, str, str], Figure] = {}
    for text, weight in texts:
        read = quantities(text, language)
        for quantity, counted in zip(read, concepts_of(text, read, language), strict=True):
            value, concept = plain_digits(quantity.value), counted.concept
            found.setdefault(
                (value, quantity.unit, concept), Figure(value, quantity.unit, quantity.kind, concept, weight)
            )
    for text, weight in texts:
        for year in _YEAR.findall(text):
            found.setdefault((year, "year", ""), Figure(year, "year", "year", "", weight))
    kept = list(found.values())[:_FIGURES]
    kept += [Figure(result, "", "score", "", weight) for text, weight in texts[:_LEAD] for result in results(text)]
    return tuple(dict.fromkeys(kept))


def _days(article: Article, texts: Sequence[tuple[str, int]]) -> tuple[int, ...]:
    base = article.said_at.astimezone(ZoneInfo(home_zone(article.language) or "UTC"))
    near = timedelta(days=400)
    found: dict[int, None] = {}
    for text, _ in texts:
        for mention in dates(text, article.language, base):
            if mention.precision == "day" and mention.first == mention.last and abs(mention.first - base.date()) < near:
                found.setdefault(mention.first.toordinal())
    return tuple(found)[:_DATES]


def _bounded(found: Iterable[str], count: int) -> frozenset[str]:
    return frozenset(list(dict.fromkeys(found))[:count])


def plain_digits(value: object) -> str:
    """A number in plain digits: no exponent, no zeros behind the point ("20000", "5.4")."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def day_of(ordinal: int) -> date:
    """The date of a proleptic ordinal."""
    return date.fromordinal(ordinal)


__all__ = ["TITLE", "Figure", "Name", "Signature", "keys_of", "read_signature", "sign", "signature_of", "telling"]
