"""Whether a name of one statement stands in another, in whatever language and script.

A name is looked for literally, by the gazetteer, by its readings, spellings and sound (`prism.checks.spoken`), by its own part without the
words for its kind, and last by what its words mean, as institutions are translated.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from prism.checks.reading import Statement
from prism.checks.spoken import (
    PART,
    SAME,
    SURELY,
    Standing,
    as_korean,
    begins_word,
    begun,
    by_syllables,
    grown,
    heard,
    heard_joined,
    is_in_two_parts,
    is_two_words_of,
    read_as,
    tokens,
)
from prism.languages import NameMention, known, name_key, spellings, terms
from prism.languages.orthographies import unmarked
from prism.languages.own_names import is_kind_word, is_state_body, own_part

__all__ = ["SAME", "Standing", "comparable", "standing", "standing_of"]

_LITERAL, _MEANT, _TRANSLATED = 1.0, 1.0, 0.85
_STRICTER = 0.06
_UNHEARD = 0.78
_UNLISTED = 0.6
_LONG_PART = 3
_SHORT_KEY = 3
_HANGUL, _HAN = re.compile(r"[가-힣]"), re.compile(r"[一-鿿]")
_LATIN = re.compile(r"[A-Za-zÀ-ỹ]")
_SYLLABIC = re.compile(r"[가-힣ァ-ヺ]")
_DEMONYM = ("ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "ns", "n", "is", "i")
_SPACES = re.compile(r"[\s·・‧•]+")


def standing(mention: NameMention, claim: Statement, passage: Statement) -> Standing:
    """How a name of a claim stands in a passage."""
    return standing_of(mention.text, mention.kind, claim.language, passage)


@lru_cache(maxsize=2048)
def standing_of(name: str, kind: str, language: str, passage: Statement) -> Standing:  # noqa: C901, PLR0911 - one way after the other
    """How a name of some kind in some language stands in a passage."""
    if name.casefold() in passage.folded or (_LATIN.match(name) and unmarked(name) in passage.unmarked):
        return Standing(_LITERAL, name)
    meant = _meant(name, passage)
    if meant is not None:
        return meant
    if language == passage.language:
        return _within(name, kind, passage)
    read = read_as(name, passage)
    if read.likeness >= SAME:
        return read
    spelt = as_korean(name, passage) or (by_syllables(name, passage) if kind == "person" else None)
    if spelt is not None:
        return spelt
    sound = heard(name, language, passage, kind)
    if _is_listed(name, passage.language) and not (sound.likeness >= SURELY and _is_long(name, sound.text)):
        return replace(sound, likeness=min(sound.likeness, _UNLISTED))
    if sound.likeness >= SAME:
        return sound
    own = own_part(name, language)
    if own != name and not all(is_kind_word(one, language) for one in own.split()):
        part = max((_own(own, language, passage), sound), key=lambda one: one.likeness)
        if part.likeness >= SAME:
            return part
    joined = heard_joined(name, language, passage)
    if joined is not None:
        return joined
    if is_in_two_parts(name, passage) or is_two_words_of(name, passage) or begins_word(name, passage):
        return Standing(PART)
    start = max(begun(own, language, passage), grown(own, kind, language, passage), key=lambda one: one.likeness)
    if start.likeness >= SAME:
        return start
    return Standing(_TRANSLATED) if kind == "organisation" and _translated(name, language, passage) else sound


@lru_cache(maxsize=8192)
def _is_listed(name: str, language: str) -> bool:
    """Whether a name is a place's that the gazetteer has in a language: it need not be heard in other words (충주, Cheongju)."""
    entry = known(name)
    return entry is not None and entry[1] == "place" and any(len(one) > 1 for one in spellings(entry[0], language))


def _is_long(name: str, other: str) -> bool:
    """Whether names have so many syllables that their sound tells them from all others (카탈루니아)."""
    return min((len(one) for one in (name, other) if _SYLLABIC.match(one)), default=0) > _LONG_PART


def _meant(name: str, passage: Statement) -> Standing | None:
    """A name of the gazetteer: there by any of its names or not at all."""
    entry = known(name)
    if entry is None:
        return None
    ident = entry[0]
    if ident in passage.countries:
        return Standing(_MEANT)
    for spelling in spellings(ident, passage.language):
        if spelling in passage.text or (
            len(spelling) > _LONG_PART and spelling.isascii() and spelling.upper() in passage.text
        ):
            return Standing(_MEANT, spelling)
        bare = own_part(spelling, passage.language) if entry[1] == "place" else spelling
        if bare != spelling and len(bare) > 1 and _as_word(bare).search(passage.text):
            return Standing(_MEANT, bare)
        if ident.startswith("person:"):
            for part in spelling.split():
                if len(part) >= _LONG_PART and re.search(rf"\b{re.escape(part)}\b", passage.text):
                    return Standing(_MEANT, part)
    return None


@lru_cache(maxsize=4096)
def _as_word(name: str) -> re.Pattern[str]:
    """A name of a place without its kind where it stands as a word (세종, 세종에서)."""
    return re.compile(
        rf"(?<![^\W_]){re.escape(name)}(?:(?![^\W_])|(?=(?:에서|에|의|은|는|이|가|을|를|과|와|도|로|으로)(?![^\W_])))"
    )


def _within(name: str, kind: str, passage: Statement) -> Standing:
    """Within a language: by its letters, its own part, or the surname alone."""
    own = own_part(name, passage.language) if kind != "person" else name
    if (
        own != name
        and len(own) >= _LONG_PART - 1
        and not _is_nation(own, kind)
        and all(part.casefold() in passage.folded for part in own.split())
    ):
        return Standing(PART, own)
    parts = [part for part in _SPACES.split(name) if len(part) >= _LONG_PART - 1]
    if kind != "organisation" and len(parts) > 1:
        ends = [part for part in (parts[0], parts[-1]) if _stands_alone(part, name, passage)]
        if ends:
            return Standing(PART, ends[0])
    belonging = next((one for one in _stems(name) if re.search(rf"\b{re.escape(one)}", passage.text)), "")
    if belonging:
        return Standing(PART, belonging)
    best, text = 0.0, ""
    for token in tokens(passage):
        likeness = fuzz.ratio(name.casefold(), token.casefold()) / 100 - _STRICTER
        if likeness > best:
            best, text = likeness, token
    if _HANGUL.search(name) or _HAN.search(name):
        best = min(best, _UNHEARD) if len(name) == len(text) or len(name) <= _LONG_PART else best
    return Standing(best, text)


def _is_nation(own: str, kind: str) -> bool:
    """Whether all that is left of an institution's name is its country, which many others have too (한국산업은행)."""
    entry = known(own)
    return kind == "organisation" and entry is not None and entry[0].startswith("country:")


def _stems(name: str) -> tuple[str, ...]:
    """What the name of a place may be, of those who belong to it (Malians, Mali)."""
    if not name.isascii() or " " in name:
        return ()
    return tuple(name[: -len(one)] for one in _DEMONYM if name.endswith(one) and len(name) - len(one) > _LONG_PART)


_GOES_ON = r" (?:of|de|di|da|do|du|del|della|dell|dei|des|der|von|van|la|al|el)\b[ ’']?(?:the |la )?[A-Z]"
"""Behind a part of a name: another part (Piazza dell'Unità, Bank of Japan)."""


def _stands_alone(part: str, name: str, passage: Statement) -> bool:
    """Whether a part of a person's name stands in a passage without another part beside it."""
    if part.casefold() not in passage.folded:
        return False
    for other in passage.names:
        if part in other.text and other.text != part:
            return other.text in name
    return re.search(rf"(?<!\w){re.escape(part)}(?!{_GOES_ON})", passage.text) is not None


def _own(own: str, language: str, passage: Statement) -> Standing:
    """The own part of a name by its sound or reading, every word of it."""
    worst = Standing(1.0)
    for word in own.split():
        if is_kind_word(word, language):
            continue
        one = _meant(word, passage) or max(
            read_as(word, passage),
            heard(word, language, passage),
            begun(word, language, passage),
            key=lambda s: s.likeness,
        )
        if one.likeness < worst.likeness:
            worst = one
    return worst


@lru_cache(maxsize=4096)
def _meanings(name: str, language: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(k for k in term.keys if k.startswith("c:")), term.sounds) for term in terms(name, language))


def _translated(name: str, language: str, passage: Statement) -> bool:
    """Whether every word of an institution's name is said in a passage by another word for it."""
    words = _meanings(name, language)
    return bool(words) and all(bool(keys & passage.keys) or bool(sounds & passage.sounds) for keys, sounds in words)


def comparable(mention: NameMention, language: str, other: str) -> bool:
    """Whether a name of one language can be told from all others in a text of another by its sound."""
    if language == other:
        return True
    own = own_part(mention.text, language)
    if mention.kind == "organisation" and (own == mention.text or all(is_kind_word(w, language) for w in own.split())):
        return False  # translated
    if mention.kind == "organisation" and is_state_body(mention.text, language):
        return False
    if _HAN.search(mention.text) or other in _BY_HAN or (mention.kind == "other" and other in _SOMETIMES_HAN):
        return False  # read in more ways than one
    if mention.kind == "organisation" and any(term.known for term in terms(own, language)):
        return False
    return len(name_key(own, language)) >= _SHORT_KEY


_SOMETIMES_HAN = frozenset({"zh", "ja"})
"""Languages that write their own names in Han characters."""
_BY_HAN = frozenset({"zh"})
"""Languages that write foreign names by the sound of Han characters: too far from other spellings to be missed."""
