"""A paragraph cut into sentences.

The cuts are sentencex's (rules after Wikipedia's), mended where news prose is cut wrongly: behind abbreviations, inside
quotations, between a quotation and the words that carry it ("…"라고 말했다), between an initial and its name.
Measured in `prism eval languages`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sentencex import segment

from prism.languages.tables import table_for

_OPENERS = "“„«「『《〈‹（(【["
_CLOSERS = "”“»」』》〉›）)】]\"'’＂"
_TERMINALS = ".!?。！？…‥｡"
_INITIAL = re.compile(r"(?:^|[\s(“\"'„«])(?:[A-ZÀ-ÞА-Я]\.[\s-]?)+$")
_NUMBER_END = re.compile(r"(?:^|\s)\d{1,3}\.\s*$")
_SPACES = re.compile(r"\s+")
_CARRIES_ON = re.compile(
    r"""^[\s]*(?:
    (?:이?라고|이?라며|이?라면서|이?라는|이?라던|이?란|하고|하며|며|면서|고|는|라|라는|던|을|를|이|가|은|와|과|도|에|의|로|으로|이다|였다|이었다|입니다|라서)(?=[\s,.·]|[가-힣])
    | (?:と|など|との|という|といった|とも|とし|について|を|が|は|の|に|で|も|や)(?=[^\s])
    | [,，、;；:：)）]
    | [a-zà-ÿа-я]
    )""",
    re.VERBOSE,
)
"""What goes on with the sentence behind a closing quotation mark: particles, Japanese と, a comma, a small letter."""
_SPEAKER = re.compile(r"^\s*[一-鿿·]{1,8}(?:说|說|道|表示|称|稱|指出|写道|寫道)")
"""Who spoke, behind a Chinese quotation."""
_LONGEST_QUOTE = 700


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of one paragraph.

    Args:
        text: one paragraph of plain text; line breaks count as spaces.
        language: BCP 47 tag; an unknown one is cut by the general rules.

    Returns:
        The sentences in order, stripped, with the characters of the source; empty for a blank text.
    """
    primary = language.split("-", maxsplit=1)[0].lower()
    flat = text.replace("\r", " ").replace("\n", " ").strip()
    if not flat:
        return ()
    pieces = _mended(tuple(segment(primary if primary != "und" else "en", flat)), primary)
    return tuple(piece for piece in (one.strip() for one in pieces) if piece)


def _mended(pieces: Sequence[str], language: str) -> list[str]:
    """Join what was cut wrongly."""
    mended: list[str] = []
    for piece in pieces:
        if mended and _belongs(mended[-1], piece, language):
            mended[-1] += piece
        else:
            mended.append(piece)
    return mended


def _belongs(before: str, after: str, language: str) -> bool:  # noqa: PLR0911 - one grammar, read in one place
    """Whether a cut is wrong."""
    left = before.rstrip()
    right = after.lstrip()
    if not left or not right:
        return True
    if not any(c.isalnum() for c in right):
        return True
    if left[-1] in _CLOSERS and _CARRIES_ON.match(after) and not (after[0].isspace() and _is_upper_script(right)):
        return True
    if left[-1] in _CLOSERS and _SPEAKER.match(after):
        return True
    if _open_quote(left) and len(left) < _LONGEST_QUOTE:
        return True
    if left.endswith("."):
        return _is_abbreviation(left, right, language)
    if left[-1] in _TERMINALS:
        return False
    return left[-1] not in _CLOSERS and right[0].islower()


def _is_upper_script(right: str) -> bool:
    """In Latin and Cyrillic text a capital begins a sentence."""
    return right[0].isupper()


def _open_quote(text: str) -> bool:
    """Whether a quotation or bracket is open at the end of a text."""
    if text.count("“") > text.count("”") and "„" not in text:
        return True
    if text.count("„") > text.count("“") + text.count("”"):
        return True
    pairs = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("«", "»"))
    return any(text.count(opening) > text.count(closing) for opening, closing in pairs)


@lru_cache(maxsize=64)
def _abbreviations(language: str) -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    table = table_for(language)
    return (
        frozenset(a.casefold() for a in table.abbreviations),
        frozenset(a.casefold() for a in table.abbreviations_before_capitals),
        re.compile(r"(\S+)$"),
    )


def _is_abbreviation(left: str, right: str, language: str) -> bool:
    """Whether the full stop at the end of `left` belongs to an abbreviation, an initial or an ordinal."""
    always, before_capitals, last = _abbreviations(language)
    found = last.search(left)
    token = (found.group(1) if found else "").lstrip(_OPENERS + "\"'‘").casefold()
    if token in before_capitals:
        return True
    if token in always:
        return (
            right[0].islower()
            or right[0].isdigit()
            or right[0] in ",;"
            or right.split(maxsplit=1)[0].rstrip('.,;:!?)”"') in _weekdays(language)
        )
    if right[0].islower() and language in {"de", "en", "es", "fr", "it", "nl", "pt"} and not left.endswith(".."):
        return True
    if _INITIAL.search(left) and right[0].isupper():
        return not _ends_country(token) or not _begins_sentence(right, language)
    if table_for(language).ordinal_dot and _NUMBER_END.search(left):
        return (
            _SPACES.split(right, maxsplit=1)[0].isupper()
            or _SPACES.split(right, maxsplit=1)[0].rstrip(".,").casefold() in table_for(language).months
            or not right[0].isupper()
        )
    return False


def _ends_country(token: str) -> bool:
    """Of "U.S.", "E.U.", "p.m.": several letters, so it may well end a sentence."""
    return token.count(".") > 1


def _begins_sentence(right: str, language: str) -> bool:
    first = _SPACES.split(right, maxsplit=1)[0].strip("\"'“‘(").casefold()
    return first in table_for(language).sentence_openers


def _weekdays(language: str) -> frozenset[str]:
    return frozenset(word.capitalize() for word in (*table_for(language).weekdays, *table_for(language).months))
