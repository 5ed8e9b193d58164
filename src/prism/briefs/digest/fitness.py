"""Whether a passage can be quoted by itself: whole, clean, about this story, and clear to one who reads nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from prism.briefs.cues import cues_of
from prism.briefs.digest.centrality import Matrix
from prism.briefs.digest.material import Piece
from prism.languages import foreign_script, name_key, particle_slips, quotations, register_of
from prism.model import Locale, Story

_SHORTEST, _LONGEST, _TOO_LONG = 24, 360, 620
"""In columns: a Hangul, Kana or Han character takes two."""
_ENDS = re.compile(r"[.!?。！？…][\"'”’»」』)\]]*$|[다요까죠음됨임함][\"'”’)\]]*$")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"), ("[", "]"))
_WORDS_OF_ITS_OWN = 12
_TITLE_LIKENESS = 0.06


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


def fitness(piece: Piece, locale: Locale, *, on_topic: bool) -> Fitness:
    """How well a passage can be quoted in an edition.

    Args:
        piece: in the edition's language.
        locale: the edition.
        on_topic: whether it is about the story at all (see `on_topic`).
    """
    text, language = piece.text.strip(), piece.fact.language
    cues = cues_of(language)
    size = columns(text)
    if not _SHORTEST <= size <= _TOO_LONG or _broken(text):
        return UNFIT
    if cues.furniture.search(text) or cues.aside.search(text) or _only_quotation(text):
        return UNFIT
    value = 1.0 if size <= _LONGEST else 0.7
    for applies, factor in (
        (not _ENDS.search(text), 0.4),
        (bool(particle_slips(text)), 0.1),
        (bool(foreign_script(text, language)), 0.4),
        (register_of(text, language) not in {locale.register, ""}, 0.8),
        (locale.quote_open in text or '"' in text, 0.9),
        (not on_topic, 0.2),
        (cues.meanwhile.search(text) is not None, 0.4),
    ):
        value *= factor if applies else 1.0
    dependent = cues.dependent.search(text) is not None
    return Fitness(value * (0.55 if dependent else 1.0), value * (0.1 if dependent else 1.0))


def on_topic(pieces: Sequence[Piece], alike: Matrix, story: Story) -> tuple[bool, ...]:
    """Which passages are about the story: they name one of its own, or resemble a title, or stand beside one that does.

    A round-up's paragraph on another event shares neither names nor words with the titles of the story.
    """
    keys = {name_key(name, language) for entity in story.entities for language, name in entity.names.items()}
    keys |= {key for piece in pieces if piece.is_title for key in piece.name_keys}
    keys.discard("")
    titles = [row for row, piece in enumerate(pieces) if piece.is_title]
    near = alike[:, titles].max(axis=1) if titles else np.ones(len(pieces))
    own = [bool(piece.name_keys & keys) or near[row] >= _TITLE_LIKENESS for row, piece in enumerate(pieces)]
    turned = _after_a_turn(pieces, own)
    return tuple(
        (own[row] or (not piece.name_keys and not turned[row])) and not (turned[row] and near[row] < _TITLE_LIKENESS)
        for row, piece in enumerate(pieces)
    )


def _after_a_turn(pieces: Sequence[Piece], own: Sequence[bool]) -> list[bool]:
    """Passages in a paragraph that turned to another matter ("meanwhile") or is about somebody else."""
    turned: list[bool] = []
    here: tuple[str, int] = ("", -1)
    away = False
    for row, piece in enumerate(pieces):
        if (piece.article.id, piece.paragraph) != here:
            here = (piece.article.id, piece.paragraph)
            away = not piece.is_title and not own[row] and bool(piece.name_keys)
        away = away or cues_of(piece.fact.language).meanwhile.search(piece.text) is not None
        turned.append(away)
    return turned


def columns(text: str) -> int:
    """The width of a text in columns; wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _broken(text: str) -> bool:
    """Whether a pair of marks is open: the sentence was cut within a quotation or a bracket."""
    if any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS if opening != closing):
        return True
    return text.count('"') % 2 == 1


def _only_quotation(text: str) -> bool:
    """Whether somebody's words stand there without anybody who says them."""
    said = sum(len(quotation.text) for quotation in quotations(text))
    return said > 0 and len(text) - said < _WORDS_OF_ITS_OWN
