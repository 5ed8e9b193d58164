"""Every name of a sentence stands in its passages, in whatever script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from prism.checks.alignment import Aligned
from prism.checks.matching import is_same
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import NameMention, known, name_key, same_name, spellings
from prism.languages.tables import TABLES

_SURE_KINDS = frozenset({"person", "place", "organisation"})
_SHORT_KEY = 3
_EXACT = 0.95
_KATAKANA = re.compile(r"[ァ-ヺー]+$")
_NEARLY = 0.74
_LONG_PART = 3
_STRICTER = 0.06
_HEARD = 0.84
_HAN = re.compile(r"[\u3400-\u9fff]")
_BY_HAN = frozenset({"zh"})
"""Languages that write foreign names by the sound of Han characters: too far from other spellings to be missed."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every name stands in the sources, in whatever script."""
    for mention in aligned.claim.names:
        likeness, sure = _found(mention, aligned)
        if is_same(likeness):
            continue
        if not sure:
            signal = "names.unsure"
        elif likeness > _NEARLY:
            signal = "names.like"
        elif _KATAKANA.match(mention.text) and mention.kind == "other" and not aligned.same_language:
            signal = "names.loanword"
        elif mention.kind in _SURE_KINDS or aligned.same_language:
            signal = "names.missing"
        else:
            signal = "names.other"
        yield aligned.finding(signal, mention.text, name=mention.text)


def _found(mention: NameMention, aligned: Aligned) -> tuple[float, bool]:
    """How likely the name stands in a source, and whether not finding it means that it is not there."""
    name, language = mention.text, aligned.claim.language
    folded, ident = name.casefold(), known(name)
    best, comparable = 0.0, False
    for passage in aligned.every:
        if folded in passage.text.casefold() or (ident is not None and _is_meant(ident[0], passage)):
            return 1.0, True
        best = max(best, max((_alike(name, language, one, passage.language) for one in passage.tokens), default=0.0))
        comparable = comparable or _comparable(mention, language, passage.language)
        if is_same(best):
            return best, True
    if ident is not None and best < _EXACT:
        return 0.0, True
    parts = [part for part in re.split(r"[\s·・]+", name) if len(part) >= _LONG_PART]
    if len(parts) > 1 and any(parts[-1].casefold() in passage.text.casefold() for passage in aligned.every):
        return 0.9, True
    if mention.kind == "other" and ident is None:
        best = max(best, _as_loanword(name, language, aligned))
    return best, comparable


def _is_meant(ident: str, passage: Statement) -> bool:
    """Whether a passage names a known thing by any of its names in its language, or a person by the surname."""
    if ident in passage.countries:
        return True
    for spelling in spellings(ident, passage.language):
        if spelling in passage.text:
            return True
        if ident.startswith("person:") and any(
            len(part) >= _LONG_PART and re.search(rf"\b{re.escape(part)}\b", passage.text) for part in spelling.split()
        ):
            return True
    return False


def _alike(name: str, language: str, other: str, other_language: str) -> float:
    """How likely two spellings are one name: within a language by their letters, across scripts by their sound."""
    if language == other_language:
        return fuzz.ratio(name.casefold(), other.casefold()) / 100 - _STRICTER
    likeness = same_name(name, language, other, other_language)
    return likeness if likeness >= _HEARD else min(likeness, _NEARLY + 0.05)


def _as_loanword(name: str, language: str, aligned: Aligned) -> float:
    """How likely the word is a common word of a source in another script."""
    return max(
        (
            same_name(name, language, word, passage.language)
            for passage in aligned.every
            if passage.language != language
            for word in passage.small_words
        ),
        default=0.0,
    )


def _comparable(mention: NameMention, language: str, other: str) -> bool:
    """Whether a name of one language can be told from all others in a text of another by its sound."""
    if language == other or known(mention.text) is not None:
        return True
    if mention.kind == "organisation" or _is_generic(mention.text) or _HAN.search(mention.text):
        return False  # these are translated, or read in more ways than one
    if other in _BY_HAN:
        return False
    return len(name_key(mention.text, language)) >= _SHORT_KEY


def _is_generic(name: str) -> bool:
    """Whether a word of the name is translated rather than transcribed ("Narae Island", 나래도)."""
    return any(
        word in table.place_words or word in table.organisation_words
        for word in name.split()[1:]
        for table in TABLES.values()
    )
