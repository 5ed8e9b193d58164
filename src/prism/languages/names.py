"""Proper names in running text, by script, and whether two of them name the same."""

from __future__ import annotations

import re

from anyascii import anyascii
from rapidfuzz import fuzz

from prism.languages.gazetteer import known, known_names
from prism.languages.mentions import NameMention
from prism.languages.tables import table_for

_LATIN = re.compile(
    r"[A-ZÀ-ÞА-Я][\w’'.-]*(?:\s+(?:of|the|de|von|van|der|bin|al|el)\s+[A-ZÀ-ÞА-Я][\w’'-]*|\s+[A-ZÀ-ÞА-Я][\w’'-]*)*"
)
_KATAKANA = re.compile(r"[ァ-ヺー・]{3,}")
_FOLD = str.maketrans("bgdvzjcqxlywh", "pktfsskkkr   ")


def names(text: str, language: str) -> tuple[NameMention, ...]:
    """The proper names of a text, in order."""
    found: list[NameMention] = []
    stop = table_for(language).stop_words | table_for(language).sentence_openers
    for match in (*_LATIN.finditer(text), *_KATAKANA.finditer(text)):
        word = match.group().strip("・.")
        if word.casefold() in stop or len(word) < 2:  # noqa: PLR2004 - a letter is no name
            continue
        entry = known(word)
        found.append(NameMention(word, entry[1] if entry else "other", match.start(), match.start() + len(word)))
    if language in {"ko", "ja", "zh"}:  # noqa: PLR6201 - thin version
        for name, (_, kind) in known_names().items():
            at = text.find(name) if len(name) > 1 and not name.isascii() else -1
            if at >= 0:
                found.append(NameMention(name, kind, at, at + len(name)))
    return tuple(sorted(found, key=lambda n: n.start))


def name_key(name: str, language: str) -> str:
    """A key that the same name has in every script: the gazetteer's id, else a consonant skeleton."""
    entry = known(name)
    if entry:
        return entry[0]
    del language
    folded = re.sub(r"[^a-z]", "", anyascii(name).lower()).translate(_FOLD)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou ]", "", folded)) or folded.strip()


def same_name(a: str, language_a: str, b: str, language_b: str) -> float:
    """How likely two spellings name the same, 0 to 1."""
    key_a, key_b = name_key(a, language_a), name_key(b, language_b)
    if key_a == key_b and key_a:
        return 1.0
    if ":" in key_a or ":" in key_b:
        return 0.0
    return float(fuzz.ratio(key_a, key_b)) / 100
