"""Who reports what: the outlets of a story by the language that they report it in."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale as Cldr
from babel import UnknownLocaleError

from prism.briefs.cues import primary
from prism.briefs.digest.material import Piece
from prism.briefs.digest.wording import babel_tag, listing, say
from prism.model import Locale, Sentence

_AT_MOST = 6
"""Outlets named one by one; the rest are counted."""


def outlets(pieces: Sequence[Piece]) -> dict[tuple[str, str], Piece]:
    """(language, outlet id) → its first piece, in the order of the sheet."""
    found: dict[tuple[str, str], Piece] = {}
    for piece in pieces:
        found.setdefault((primary(piece.fact.language), piece.source.id), piece)
    return found


def reported_by(locale: Locale, pieces: Sequence[Piece], *, others: bool) -> Sentence:
    """The sentence that says which outlets report a story, in which languages.

    Args:
        locale: the edition.
        pieces: of the sheet; every outlet is cited with its title.
        others: whether there are outlets that report it and may not be quoted.
    """
    found = outlets(pieces)
    facts = tuple(piece.fact.id for piece in found.values())
    names = list(dict.fromkeys(piece.source.name for piece in found.values()))
    languages = {language for language, _ in found}
    if len(names) == 1:
        message = "insight.coverage.quotable" if others else "insight.coverage.single"
        return Sentence(say(locale, message, outlet=names[0]), facts)
    if len(languages) == 1:
        return Sentence(say(locale, "insight.coverage.same", outlets=naming(locale, names)), facts)
    return Sentence(say(locale, "insight.coverage.mixed", groups=groups(locale, pieces)), facts)


def groups(locale: Locale, pieces: Sequence[Piece]) -> str:
    """The outlets by language, the edition's first, then those with most outlets."""
    by_language: dict[str, list[str]] = {}
    for (language, _), piece in outlets(pieces).items():
        by_language.setdefault(language, []).append(piece.source.name)
    ordered = sorted(by_language.items(), key=lambda entry: (entry[0] != locale.language, -len(entry[1]), entry[0]))
    parts = [
        say(
            locale,
            "insight.coverage.group",
            language=language_name(locale, language),
            outlets=naming(locale, list(dict.fromkeys(names))),
        )
        for language, names in ordered
    ]
    return say(locale, "insight.coverage.join").join(parts)


def naming(locale: Locale, names: Sequence[str]) -> str:
    """Outlets in running text; the first `_AT_MOST` by name."""
    if len(names) <= _AT_MOST:
        return listing(locale, names)
    shown = say(locale, "digest.list.comma").join(names[:_AT_MOST])
    count, rest = str(len(names)), str(len(names) - _AT_MOST)
    return say(locale, "insight.outlets.more", outlets=shown, count=count, rest=rest)


def language_name(locale: Locale, language: str) -> str:
    """The name of a language in the edition's (CLDR); its tag where CLDR has none."""
    try:
        return str(Cldr.parse(babel_tag(locale)).languages.get(language, language))
    except (UnknownLocaleError, ValueError):
        return language
