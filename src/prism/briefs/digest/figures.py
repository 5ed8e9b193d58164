"""Figures across outlets: the same one told by several, one told by a single outlet, one that may still change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from prism.briefs.cues import cues_of
from prism.briefs.digest.material import Piece
from prism.briefs.digest.wording import amount
from prism.languages import Quantity
from prism.model import Disagreement, Locale

_TOLD = frozenset({"count", "money", "percent", "measure"})
_MAY_CHANGE = frozenset({"count", "money", "percent"})
_PEOPLE = "person"
"""What is counted where a lower bound ("at least") stands for a count that goes on."""
_SMALLEST = 3
"""Below it a bare figure says too little to be compared ("two", "first")."""
_NEAR = 24
"""Characters between a figure and the word that makes it provisional."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in a passage."""

    piece: Piece
    figure: Quantity


def told(pieces: Sequence[Piece]) -> tuple[Told, ...]:
    """Every figure that can be compared, in the order of the pieces."""
    return tuple(
        Told(piece, figure)
        for piece in pieces
        for figure in piece.figures
        if figure.kind in _TOLD and (figure.value >= _SMALLEST or figure.kind != "count") and figure.value != 0
    )


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one: the same value, of the same thing as far as both say of what."""
    return one.value == other.value and (one.unit == other.unit or not (one.unit and other.unit))


def tellers(figure: Quantity, everything: Sequence[Told]) -> tuple[Piece, ...]:
    """The first passage of each outlet that gives a figure."""
    first: dict[str, Piece] = {}
    for item in everything:
        if same(figure, item.figure):
            first.setdefault(item.piece.source.id, item.piece)
    return tuple(first.values())


def in_brackets(item: Told) -> bool:
    """Whether a figure is a gloss: "40m won (£22,000)"."""
    text = item.piece.text
    before = text[: item.figure.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def mentioned_elsewhere(item: Told, pieces: Sequence[Piece]) -> bool:
    """Whether the bare digits of a figure stand in the text of another outlet, though it was not read as a figure."""
    plain = f"{item.figure.value.normalize():f}"
    grouped = f"{item.figure.value:,f}" if item.figure.value == item.figure.value.to_integral_value() else plain
    pattern = re.compile("|".join(rf"(?<![\d.,]){re.escape(form)}(?!\d)" for form in {plain, grouped}))
    return any(p.source.id != item.piece.source.id and pattern.search(p.text) for p in pieces)


def provisional(pieces: Sequence[Piece], *, only_people: bool = False) -> Told | None:
    """The first figure that its source gives as provisional ("at least", "잠정", "少なくとも"); or such a count of people."""
    for item in told(pieces):
        wanted = item.figure.unit == _PEOPLE if only_people else bool(item.figure.unit)
        if not wanted or item.figure.kind not in _MAY_CHANGE:
            continue
        cues = cues_of(item.piece.fact.language)
        patterns = (cues.provisional, cues.at_least) if item.figure.unit == _PEOPLE else (cues.provisional,)
        for cue in (cue for pattern in patterns for cue in pattern.finditer(item.piece.text)):
            if max(cue.start() - item.figure.end, item.figure.start - cue.end()) <= _NEAR:
                return item
    return None


def shown(item: Told, locale: Locale) -> str:
    """A figure as the edition writes it: as the source writes it in digits if that is in the edition's language."""
    text = item.figure.text
    if item.piece.fact.language == locale.language and any(char.isdigit() for char in text) and "-" not in text:
        return text
    return amount(locale, item.figure.value, item.figure.unit)


def doubtful(disagreements: Sequence[Disagreement]) -> frozenset[Decimal]:
    """The figures of disagreements that fewer outlets give than another."""
    found: set[Decimal] = set()
    for disagreement in disagreements:
        count = Counter(disagreement.values.values())
        most = max(count.values(), default=0)
        found |= {number for value, times in count.items() if times < most and (number := _decimal(value)) is not None}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a disagreement, and the passages of those who give it."""

    value: str
    kind: str
    pieces: tuple[Piece, ...]


def sides(disagreement: Disagreement, pieces: Sequence[Piece], locale: Locale) -> tuple[Side, ...]:
    """The values of a disagreement as the edition writes them, with who gives each; outlets not in the sheet left out."""
    at = {(c.article_id, c.passage): piece for piece in pieces for c in piece.fact.citations}
    found: dict[str, list[Told | Piece]] = {}
    for source, value in disagreement.values.items():
        citation = disagreement.citations.get(source)
        piece = at.get((citation.article_id, citation.passage)) if citation else None
        if piece is not None:
            found.setdefault(value, []).append(_figure_in(piece, value) or piece)
    known = [item for items in found.values() for item in items if isinstance(item, Told) and item.figure.unit]
    own = [item.figure.unit for item in known if item.piece.fact.language == locale.language]
    units = dict.fromkeys(own) or dict.fromkeys(item.figure.unit for item in known)
    unit = next(iter(units)) if len(units) == 1 else ""
    ordered = sorted(found.items(), key=lambda entry: min(_place(item, pieces) for item in entry[1]))
    return tuple(_side(value, items, locale, unit) for value, items in ordered)


def _side(value: str, items: Sequence[Told | Piece], locale: Locale, unit: str) -> Side:
    known = [item for item in items if isinstance(item, Told)]
    own = [item for item in known if item.piece.fact.language == locale.language]
    text, kind = value, "other"
    if known:
        best = (own or known)[0]
        text, kind = amount(locale, best.figure.value, unit), best.figure.kind
    elif (number := _decimal(value)) is not None:
        text = amount(locale, number, unit)
    return Side(text, kind, tuple(_piece(item) for item in items))


def _figure_in(piece: Piece, value: str) -> Told | None:
    number = _decimal(value)
    return next((Told(piece, figure) for figure in piece.figures if figure.value == number), None)


def _decimal(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _piece(item: Told | Piece) -> Piece:
    return item.piece if isinstance(item, Told) else item


def _place(item: Told | Piece, pieces: Sequence[Piece]) -> int:
    return pieces.index(_piece(item))
