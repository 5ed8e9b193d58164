"""The terms of a segment, in shards: which stories have a term, and whether it stands in the headline, the dek or the text.

A shard is JSON: `t` term → postings, `v` word → its stem where that is another, `z` first or last letters → words that may
be meant by one with a wrong letter. A posting is the distance to the story before, times four, plus the place (`Place`), written
in base 32 with the lowest figure first; letters from 32 on say that more follows. All that a word needs stands in the shard of
its first letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from prism.editions.plain import Json
from prism.editions.search import tokens
from prism.model import Teaser

_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_PRIME, _BASIS, _MASK = 0x01000193, 0x811C9DC5, 0xFFFFFFFF
_STEPS = 4
_BITS, _MORE = 5, 32


class Place(IntEnum):
    """Where a term stands in a story, the weightiest that it has."""

    TEXT = 0
    DEK = 1
    TAG = 2
    HEADLINE = 3


def hashed(key: str) -> int:
    """FNV-1a over UTF-16 units, as a browser's strings have them."""
    value = _BASIS
    units = key.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(units), 2):
        value = (value ^ (units[at] | units[at + 1] << 8)) * _PRIME & _MASK
    return value


_shard_keys: dict[str, int] = {}
_SPREAD = 8


def hash_of_term(term: str) -> int:
    """Number that a term's shard follows from, so that what begins alike stands in few shards.

    It is of the first character and three bits of the second where terms are pairs of characters, else of the first two
    letters and three bits of the third.
    """
    size = 1 if term and (tokens.is_korean(term) or tokens.is_unspaced(term)) else 2
    key = term[: size + 1]
    known = _shard_keys.get(key)
    if known is None:
        known = hashed(key[:size]) + (ord(key[size]) % _SPREAD if len(key) > size else 0)
        _shard_keys[key] = known
    return known


class Terms:
    """What one story brings into the index.

    Attributes:
        places: term → where it stands.
        variants: word → stem.
        long: words of headline, dek and tags that may be looked for with a wrong letter.
    """

    __slots__ = ("long", "places", "variants")

    def __init__(self, story: Teaser, outlets: Iterable[str], language: str, stop: frozenset[str]) -> None:
        self.places: dict[str, int] = {}
        self.variants: dict[str, str] = {}
        self.long: set[str] = set()
        names = " ".join((*(tag.name for tag in story.tags), *outlets))
        for text, place in (
            (story.headline, Place.HEADLINE),
            (names, Place.TAG),
            (story.dek, Place.DEK),
            ("\n".join(story.paragraphs), Place.TEXT),
        ):
            self._add(text, int(place), language, stop)

    def _add(self, text: str, place: int, language: str, stop: frozenset[str]) -> None:
        places = self.places
        for word in dict.fromkeys(tokens.words(text)):
            korean = tokens.is_korean(word)
            if korean or tokens.is_unspaced(word):
                for pair in tokens.pairs(word):
                    if pair not in places and (place or korean or not tokens.is_furniture(pair)):
                        places[pair] = place
                if korean and place:
                    plain = tokens.bare(word)
                    if tokens.is_long(plain):
                        self.long.add(plain)
            elif word not in stop:
                found, stem = tokens.folded(word), tokens.stem(word, language)
                places.setdefault(stem, place)
                if found != stem:
                    self.variants[found] = stem
                if place and tokens.is_long(found):
                    self.long.add(found)

    def hashes(self) -> set[int]:
        """Hashes of the shards that it stands in."""
        keys = {hash_of_term(word) for word in (*self.places, *self.variants)}
        return keys | {hashed(key) for word in self.long for key in _ends(word)}


def _ends(word: str) -> tuple[str, str]:
    """The keys under which a word is found though a letter at its end, or at its beginning, is wrong."""
    size = 1 if tokens.is_korean(word) else 2
    return f"<{word[:size]}", f">{word[-size:]}"


def shard_bodies(stories: Iterable[Terms], shards: int, wanted: set[int] | None) -> Mapping[int, Json]:
    """The shards of a segment.

    Args:
        stories: of the segment, in order.
        shards: how many there are.
        wanted: numbers of those that are needed, or None: all.
    """
    mask = shards - 1
    numbers = range(shards) if wanted is None else sorted(wanted)
    found: dict[int, tuple[dict[str, list[int]], dict[str, str], dict[str, set[str]]]] = {
        number: ({}, {}, {}) for number in numbers
    }
    for place_of_story, one in enumerate(stories):
        at = place_of_story * _STEPS
        for term, place in one.places.items():
            shard = found.get(hash_of_term(term) & mask)
            if shard is not None:
                postings = shard[0].get(term)
                if postings is None:
                    shard[0][term] = [at + place]
                else:
                    postings.append(at + place)
        for word, stem in one.variants.items():
            shard = found.get(hash_of_term(word) & mask)
            if shard is not None:
                shard[1][word] = stem
        for word in one.long:
            for key in _ends(word):
                shard = found.get(hashed(key) & mask)
                if shard is not None:
                    shard[2].setdefault(key, set()).add(word)
    return {
        number: {
            "t": {term: encoded(terms[term]) for term in sorted(terms)},
            "v": {word: variants[word] for word in sorted(variants)},
            "z": {key: [*sorted(words)] for key, words in sorted(ends.items())},
        }
        for number, (terms, variants, ends) in found.items()
    }


def encoded(postings: Iterable[int]) -> str:
    """Places of stories times four plus places within, ascending, as a string."""
    parts: list[str] = []
    before = 0
    for posting in postings:
        value = posting - before
        before = posting - posting % _STEPS
        if value < len(_SHORT):
            parts.append(_SHORT[value])
        else:
            parts.append(_figures(value))
    return "".join(parts)


def _figures(value: int) -> str:
    text = ""
    while value >= _MORE:
        text += _ALPHABET[value % _MORE + _MORE]
        value >>= _BITS
    return text + _ALPHABET[value]


_SHORT = tuple(_figures(value) for value in range(4096))
