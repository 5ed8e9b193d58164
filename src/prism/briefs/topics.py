"""What a story is about: topics of the IPTC Media Topics (top level) by lexical evidence, and the section they lead to.

Every word of the table (`topics.toml`) that stands in a title or passage speaks for its topic: titles more than leads, leads
more than the rest, a word the less the more topics claim it, a word said again less than the first time. Vectors are not
needed; the table covers the languages that it has, and passages in other languages do not vote.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from prism.briefs.cues import primary
from prism.model import SECTIONS

_LANGUAGES = ("ko", "en", "ja", "zh", "de")
_KNOWN_BEFORE = 1.25
"""What a topic gains that grouping has found already."""
_WIDE = re.compile("[가-힣぀-ヿ一-鿿]")
_ONE_SYLLABLE = re.compile("[가-힣]")
_OTHERWISE = "society"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the table.

    Attributes:
        id: IPTC Media Topic, top level ("11000000").
        key: its key in the table; parts of a topic have keys of their own.
        section: where the site puts it.
        slug: for addresses.
        score: evidence, the best topic of a story first.
    """

    id: str
    key: str
    section: str
    slug: str
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A text that speaks for topics, in its language, and how much its words weigh (a title more than a passage)."""

    text: str
    language: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Table:
    sections: Mapping[str, str]
    slugs: Mapping[str, str]
    words: Mapping[str, re.Pattern[str]]
    order: Mapping[str, Sequence[str]]
    weights: Mapping[str, Mapping[str, tuple[tuple[str, float], ...]]]


@cache
def _table() -> _Table:
    raw = tomllib.loads(files("prism.briefs").joinpath("topics.toml").read_text("utf-8"))
    sections = {key: entry["section"] for key, entry in raw.items()}
    if unknown := set(sections.values()) - set(SECTIONS):
        raise ValueError(f"topics.toml: unknown sections {sorted(unknown)}")
    patterns: dict[str, re.Pattern[str]] = {}
    order: dict[str, Sequence[str]] = {}
    weights: dict[str, Mapping[str, tuple[tuple[str, float], ...]]] = {}
    for language in _LANGUAGES:
        claims: dict[str, list[tuple[str, float]]] = {}
        for key, entry in raw.items():
            for entered in entry.get(language, "").split():
                word = entered.lstrip("*").replace("_", " ").casefold()
                claims.setdefault(word, []).append((key, 2.0 if entered.startswith("*") else 1.0))
        weights[language] = {
            word: tuple((key, weight / len(keys)) for key, weight in keys) for word, keys in claims.items()
        }
        order[language] = sorted(claims, key=lambda word: (-len(word), word))
        patterns[language] = re.compile("|".join(f"({_pattern(word)})" for word in order[language]))
    return _Table(sections, {key: entry["slug"] for key, entry in raw.items()}, patterns, order, weights)


def _pattern(word: str) -> str:
    """Words of scripts without word breaks match anywhere, a single Hangul syllable only as a word with its particle."""
    if _WIDE.search(word):
        if _ONE_SYLLABLE.fullmatch(word):
            return rf"(?<![가-힣]){word}(?=[은는이가을를의에도과와]?(?![가-힣]))"
        return re.escape(word)
    core = re.escape(word.strip("-"))
    before = r"(?<![^\W_])\w*" if word.startswith("-") else r"(?<![^\W_])"
    after = r"\w*" if word.endswith("-") else r"(?![^\W_])"
    return f"{before}{core}{after}"


def topics_of(passages: Sequence[Evidence], known: Sequence[str] = ()) -> tuple[Topic, ...]:
    """The topics of a story, best first; none where no word of the table stands in it.

    Args:
        passages: titles and passages in any languages.
        known: topics that are known of it from elsewhere, best first.
    """
    table = _table()
    said: dict[str, dict[str, float]] = {}
    for passage in passages:
        language = primary(passage.language)
        if language in table.words:
            bag = said.setdefault(language, {})
            for match in table.words[language].finditer(passage.text.casefold()):
                word = table.order[language][(match.lastindex or 1) - 1]
                bag[word] = bag.get(word, 0.0) + passage.weight
    scores: dict[str, float] = {}
    for language, bag in sorted(said.items()):
        for word, mass in sorted(bag.items()):
            for key, weight in table.weights[language][word]:
                scores[key] = scores.get(key, 0.0) + weight * math.log1p(mass)
    for key in list(scores):
        if _iptc(key) in known[:1]:
            scores[key] *= _KNOWN_BEFORE
    ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(
        Topic(_iptc(key), key, table.sections[key], table.slugs[key], round(score, 6)) for key, score in ranked
    )


def section_of(topics: Sequence[Topic]) -> str:
    """The section that a story belongs in: that of its best topic; "society" where nothing speaks for any."""
    return topics[0].section if topics else _OTHERWISE


def _iptc(key: str) -> str:
    return key.split("/", maxsplit=1)[0]
