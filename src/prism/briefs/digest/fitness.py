"""Whether a passage can be quoted by itself: whole, clean, about this story, and clear to one who reads nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from prism.briefs.cues import cues_of
from prism.briefs.digest.centrality import Matrix
from prism.briefs.digest.material import Piece
from prism.languages import DateMention, foreign_script, name_key, particle_slips, quotations, register_of
from prism.model import Locale, Story

_SHORTEST, _LONGEST, _TOO_LONG = 24, 260, 620
"""In columns: a Hangul, Kana or Han character takes two."""
_ENDS = re.compile(r"[.!?。！？…][\"'”’»」』)\]]*$|[다요까죠음됨임함][\"'”’)\]]*$")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"), ("[", "]"))
_WITHOUT_APOSTROPHES = re.compile("[가-힣぀-ヿ一-鿿]")
_WORDS_OF_ITS_OWN = 12
_LIKE_A_TOP = 0.08
_STRANGE, _TURNED = 0.5, 0.1
_TOP = 3
"""Title and first passages of an article: what it is about."""


@dataclass(frozen=True, slots=True)
class Fitness:
    """How well a passage can be quoted, 0 (never) to 1.

    Attributes:
        in_body: among others.
        alone: where nothing comes before it, as in a dek.
    """

    in_body: float
    alone: float


UNFIT = Fitness(0.0, 0.0)


def fitness(piece: Piece, locale: Locale, topical: float) -> Fitness:
    """How well a passage can be quoted in an edition.

    Args:
        piece: in the edition's language.
        locale: the edition.
        topical: how far it is about the story (see `topicality`).
    """
    text, language = piece.text.strip(), piece.fact.language
    cues = cues_of(language)
    size = columns(text)
    if not _SHORTEST <= size <= _TOO_LONG or _broken(text):
        return UNFIT
    if cues.furniture.search(text) or cues.corrects.search(text) or cues.aside.search(text) or _only_quotation(text):
        return UNFIT
    value = topical * min(1.0, _LONGEST / size)
    for applies, factor in (
        (not _ENDS.search(text), 0.4),
        (bool(particle_slips(text)), 0.1),
        (bool(foreign_script(text, language)), 0.4),
        (register_of(text, language) not in {locale.register, ""}, 0.8),
        (_speaks_for_itself(text, language), 0.4),
        (any(_within(mention, text) for mention in piece.dates if mention.relative), 0.1),
        (locale.quote_open in text or '"' in text, 0.9),
    ):
        value *= factor if applies else 1.0
    if piece.number == 1:
        return Fitness(value, value)  # a lead stands alone, however it opens
    if cues.dependent.search(text):
        return Fitness(value * 0.55, value * 0.1)
    return Fitness(value, value * (0.45 if cues.definite.search(text) else 1.0))


def topicality(pieces: Sequence[Piece], alike: Matrix, story: Story) -> tuple[float, ...]:
    """How far each passage is about the story: 1, or less for one that may be about another event.

    A passage is about it if it stands at the top of its article, names somebody or something that a title, a top or the
    story's entities name, resembles one of them, or names nobody at all. One that names only strangers counts half. From
    where a paragraph turns to another matter ("Meanwhile, …") to its end passages hardly count, so that the second event
    of a round-up stays out.
    """
    keys = {name_key(name, language) for entity in story.entities for language, name in entity.names.items()}
    tops = [row for row, piece in enumerate(pieces) if piece.number <= _TOP]
    keys |= {key for row in tops for key in pieces[row].name_keys}
    keys.discard("")
    turned = [one or other for one, other in zip(_after_a_turn(pieces), _about_itself(pieces), strict=True)]
    found = []
    for row, piece in enumerate(pieces):
        near = max((alike[row, top] for top in tops if top != row), default=1.0)
        own = piece.number <= _TOP or not piece.name_keys or bool(piece.name_keys & keys) or near >= _LIKE_A_TOP
        found.append(_TURNED if turned[row] else 1.0 if own else _STRANGE)
    return tuple(found)


def _after_a_turn(pieces: Sequence[Piece]) -> list[bool]:
    """Passages from where their paragraph turned to another matter."""
    turned: list[bool] = []
    here: tuple[str, int] = ("", -2)
    away = False
    for piece in pieces:
        if (piece.article.id, piece.paragraph) != here:
            here = (piece.article.id, piece.paragraph)
            away = False
        away = away or cues_of(piece.fact.language).meanwhile.search(piece.text) is not None
        turned.append(away)
    return turned


def _about_itself(pieces: Sequence[Piece]) -> list[bool]:
    """Passages in which an article speaks of its own mistake: all of a notice, else from the note to its paragraph's end."""
    notices = {p.article.id for p in pieces if p.is_title and cues_of(p.fact.language).corrects.search(p.text)}
    noted = {(p.article.id, p.paragraph): p.number for p in reversed(pieces) if _corrects(p)}
    return [
        piece.article.id in notices or piece.number >= noted.get((piece.article.id, piece.paragraph), piece.number + 1)
        for piece in pieces
    ]


def _corrects(piece: Piece) -> bool:
    return not piece.is_title and cues_of(piece.fact.language).corrects.search(piece.text) is not None


def columns(text: str) -> int:
    """The width of a text in columns; wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _broken(text: str) -> bool:
    """Whether a pair of marks is open: the sentence was cut within a quotation or a bracket."""
    if any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS if opening != closing):
        return True
    return text.count('"') % 2 == 1 or (_WITHOUT_APOSTROPHES.search(text) is not None and text.count("'") % 2 == 1)


def _speaks_for_itself(text: str, language: str) -> bool:
    """Whether the writer says "we" or "you" outside quotation marks: quoted, it would be somebody else's we."""
    bare = text
    for quotation in quotations(text):
        bare = bare.replace(quotation.text, "")
    return cues_of(language).own_voice.search(bare) is not None


def _within(mention: DateMention, text: str) -> bool:
    """Whether a date stands in somebody's quoted words, where nobody knows on which day "today" was said."""
    return any(quotation.start <= mention.start < quotation.end for quotation in quotations(text))


def _only_quotation(text: str) -> bool:
    """Whether somebody's words stand there without anybody who says them."""
    said = sum(len(quotation.text) for quotation in quotations(text))
    return said > 0 and len(text) - said < _WORDS_OF_ITS_OWN
