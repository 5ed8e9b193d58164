"""What a story is about: topics of the IPTC Media Topics (top level) by lexical evidence, and the section they lead to.

Every word of the table (`topics.toml`) that stands in a title or passage speaks for its topic: titles more than leads, leads
more than the rest, a word the less the more topics claim it, a word said again less than the first time. Vectors are not
needed; the table covers the languages that it has, and passages in other languages do not vote.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from prism.briefs.cues import primary
from prism.model import SECTIONS

_LANGUAGES = ("ko", "en", "ja", "zh", "de")
_MARKS = {"*": 2.0, "~": 0.5}
"""What a mark before a word of the table makes of its weight."""
_TITLE, _BODY = 4.0, 0.3
_LEADS = (2.0, 1.2)
"""How much the words of a title, of the first passages and of all others weigh: below the leads stand causes, witnesses and
consequences, of any topic."""
_KNOWN_BEFORE = 1.25
"""What a topic gains that grouping has found already."""
_UNBROKEN = frozenset({"ko", "ja", "zh"})
"""Languages of the table whose words run into one another or into particles."""
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ONE_SYLLABLE = re.compile("[가-힣]")
_PARTICLE = re.compile("[은는이가을를의에도과와]?(?![가-힣])")
Claims: TypeAlias = tuple[tuple[str, float], ...]
"""Topics that claim a word, each with the weight of its claim."""
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


def weight_of(number: int) -> float:
    """How much the words of a passage weigh by its number in its article (0: the title)."""
    if number == 0:
        return _TITLE
    return _LEADS[number - 1] if number <= len(_LEADS) else _BODY


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language, by how they are looked up; each with the topics that claim it.

    Attributes:
        anywhere: for scripts without word breaks: matched wherever they stand, the longest first.
        whole: words and phrases of languages with word breaks, as they stand.
        starts: what a word begins with.
        ends: what a word ends with.
        longest: characters of the longest word in `anywhere`.
    """

    anywhere: Mapping[str, Claims]
    whole: Mapping[str, Claims]
    starts: Mapping[str, Claims]
    ends: Mapping[str, Claims]
    longest: int


@dataclass(frozen=True, slots=True)
class _Table:
    sections: Mapping[str, str]
    slugs: Mapping[str, str]
    words: Mapping[str, _Words]


@cache
def _table() -> _Table:
    raw = tomllib.loads(files("prism.briefs").joinpath("topics.toml").read_text("utf-8"))
    sections = {key: entry["section"] for key, entry in raw.items()}
    if unknown := set(sections.values()) - set(SECTIONS):
        raise ValueError(f"topics.toml: unknown sections {sorted(unknown)}")
    words = {language: _words(raw, language) for language in _LANGUAGES}
    return _Table(sections, {key: entry["slug"] for key, entry in raw.items()}, words)


def _words(raw: Mapping[str, Mapping[str, str]], language: str) -> _Words:
    claims: dict[str, list[tuple[str, float]]] = {}
    for key, entry in raw.items():
        for entered in entry.get(language, "").split():
            word = entered.lstrip("*~").replace("_", " ").casefold()
            claims.setdefault(word, []).append((key, _MARKS.get(entered[0], 1.0)))
    kinds: dict[str, dict[str, Claims]] = {"anywhere": {}, "whole": {}, "starts": {}, "ends": {}}
    for word, keys in claims.items():
        shared: Claims = tuple((key, weight / len(keys)) for key, weight in keys)
        if language in _UNBROKEN:
            kinds["anywhere"][word] = shared
        else:
            kinds["whole"][word.strip("-")] = shared
            if word.endswith("-"):
                kinds["starts"][word.strip("-")] = shared
            if word.startswith("-"):
                kinds["ends"][word.strip("-")] = shared
    return _Words(**kinds, longest=max((len(word) for word in kinds["anywhere"]), default=0))


def _found(text: str, words: _Words) -> Iterator[tuple[str, Claims]]:
    """The words of the table in a text, with the topics that claim them."""
    if words.anywhere:
        yield from _found_anywhere(text, words)
        return
    tokens = _TOKEN.findall(text)
    at = 0
    while at < len(tokens):
        for count in (3, 2, 1):
            phrase = " ".join(tokens[at : at + count])
            if phrase in words.whole:
                yield phrase, words.whole[phrase]
                at += count - 1
                break
        else:
            yield from _by_parts(tokens[at], words)
        at += 1


def _by_parts(token: str, words: _Words) -> Iterator[tuple[str, Claims]]:
    """The longest beginning of a word that the table has, and the longest end."""
    sizes = range(len(token) - 1, 2, -1)
    if start := next((token[:size] for size in sizes if token[:size] in words.starts), ""):
        yield start, words.starts[start]
    if end := next((token[-size:] for size in sizes if token[-size:] in words.ends), ""):
        yield end, words.ends[end]


def _found_anywhere(text: str, words: _Words) -> Iterator[tuple[str, Claims]]:
    at = 0
    while at < len(text):
        for size in range(min(words.longest, len(text) - at), 0, -1):
            word = text[at : at + size]
            if word in words.anywhere and _stands(text, at, word):
                yield word, words.anywhere[word]
                at += size - 1
                break
        at += 1


def _stands(text: str, at: int, word: str) -> bool:
    """Whether a word stands by itself where it has to: Latin words, and single Hangul syllables before a particle."""
    before, after = text[at - 1 : at], text[at + len(word) :]
    if word.isascii():
        return not (before.isascii() and before.isalnum()) and not (after[:1].isascii() and after[:1].isalnum())
    if _ONE_SYLLABLE.fullmatch(word):
        return not _ONE_SYLLABLE.fullmatch(before) and _PARTICLE.match(after) is not None
    return True


def topics_of(passages: Sequence[Evidence], known: Sequence[str] = ()) -> tuple[Topic, ...]:
    """The topics of a story, best first; none where no word of the table stands in it.

    Args:
        passages: titles and passages in any languages.
        known: topics that are known of it from elsewhere, best first.
    """
    table = _table()
    said: dict[str, tuple[float, Claims]] = {}
    for passage in passages:
        language = primary(passage.language)
        if language in table.words:
            for word, claims in _found(passage.text.casefold(), table.words[language]):
                mass, _ = said.get(f"{language}:{word}", (0.0, ()))
                said[f"{language}:{word}"] = (mass + passage.weight, claims)
    scores: dict[str, float] = {}
    for _, (mass, claims) in sorted(said.items()):
        for key, weight in claims:
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
