"""Proper names in running text.

Each script shows its names in another way: capitals (Latin, Cyrillic), particles and titles (Korean), Katakana and titles
(Japanese), titles, surnames and the characters of transliteration (Chinese). What is known beforehand comes from the
gazetteer. The rules are for precision in news: a word that may as well be a common noun is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise

from prism.languages.mentions import NameMention
from prism.languages.name_keys import alike_in_sound, name_key, name_sounds, same_name
from prism.languages.names_chinese import chinese_names
from prism.languages.names_japanese import japanese_names
from prism.languages.names_korean import korean_names
from prism.languages.names_latin import latin_names

_FINDERS: Mapping[str, Callable[[str], list[NameMention]]] = {
    "ko": korean_names,
    "ja": japanese_names,
    "zh": chinese_names,
}
"""Language → its own finder; all others show names by capitals."""


@lru_cache(maxsize=2048)
def names(text: str, language: str) -> tuple[NameMention, ...]:
    """The proper names of a text, in order, without overlaps; titles, particles and possessives are stripped off.

    Args:
        text: plain text; the rules know sentence beginnings, so whole sentences or paragraphs are best.
        language: BCP 47 tag.
    """
    primary = language.split("-", maxsplit=1)[0].lower()
    finder = _FINDERS.get(primary)
    found = [*(finder(text) if finder else ()), *latin_names(text, primary)]
    return _without_overlaps(found)


def _without_overlaps(found: list[NameMention]) -> tuple[NameMention, ...]:
    """Of overlapping finds the longest; of equally long ones the first."""
    chosen: list[NameMention] = []
    for mention in sorted(found, key=lambda m: m.start - m.end):
        if all(mention.end <= other.start or other.end <= mention.start for other in chosen):
            chosen.append(mention)
    chosen.sort(key=lambda m: m.start)
    assert all(a.end <= b.start for a, b in pairwise(chosen))  # noqa: S101 - an invariant, tested
    return tuple(chosen)


__all__ = ["alike_in_sound", "name_key", "name_sounds", "names", "same_name"]
