"""Quotations in running text: who said it, in the edition's own grammar, varied as a person would vary it.

The passage stands whole between the locale's quotation marks, with the source's own characters, its inner quotation marks
included: they are not turned into the locale's inner marks, so that what stands between ours is the source to the letter
(decision 0061). Only resolved dates are added, in brackets. Which of several wordings a sentence takes follows from its
place and its outlet, never from chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prism.briefs.cues import cues_of
from prism.briefs.digest.choosing import Field
from prism.briefs.digest.dating import dated
from prism.briefs.digest.fitness import columns
from prism.briefs.digest.material import Piece
from prism.briefs.digest.wording import say
from prism.model import Locale, Sentence

_LONG = 200
"""Columns from which a quotation reads better with its outlet behind it."""
_STOPS = tuple(".!?。！？…")
_CLOSERS = "\"'”’»」』)]）"


@dataclass(frozen=True, slots=True)
class Style:
    """How an edition quotes: its locale, the year that its readers take for granted, and the zone that they live in."""

    locale: Locale
    year: int
    zone: str = "UTC"


def quoted(piece: Piece, style: Style, message: str, paragraph: int = 0) -> Sentence:
    """A passage as an attributed quotation, worded by a message of the locale.

    Raises:
        KeyError: the locale has no such message.
    """
    said, shown = _without_frame(piece, style)
    return _sentence(piece, said, shown, style, message, paragraph)


def quoted_title(piece: Piece, title: str, style: Style) -> Sentence:
    """How another report headlines the story."""
    return _sentence(piece, title, title, style, "digest.titled", 0)


def _sentence(piece: Piece, said: str, shown: str, style: Style, message: str, paragraph: int) -> Sentence:
    locale = style.locale
    quote = f"{locale.quote_open}{shown}{locale.quote_close}"
    text = say(locale, message, outlet=piece.source.name, quote=quote)
    if not text.rstrip(_CLOSERS).endswith(_STOPS):
        text += say(locale, "digest.stop")
    return Sentence(text, (piece.fact.id,), paragraph=paragraph, quotes=(said,))


def _without_frame(piece: Piece, style: Style) -> tuple[str, str]:
    """A passage as it is quoted, verbatim and with its dates resolved.

    Left off are its dateline, and the full stop where the edition's language sets none before the words that follow a
    quotation ("…했다”고", "…した」と").
    """
    said, shown = piece.text.strip(), dated(piece, style.locale, style.year).strip()
    lead = piece.dateline
    if lead and shown.startswith(lead):
        said, shown = said[len(lead) :], shown[len(lead) :]
    stop = style.locale.words.get("digest.quote.drops", "")
    if stop and len(said) > 1 and said.endswith(stop) and shown.endswith(stop):
        said, shown = said[: -len(stop)], shown[: -len(stop)]
    return said, shown


def body(
    pieces: Sequence[Piece], places: Sequence[int], area: Field, style: Style, dek: Piece | None = None
) -> tuple[Sentence, ...]:
    """The passages of a body as sentences, each naming its outlet.

    Args:
        pieces: in order.
        places: the paragraph of each.
        area: what tells whether two of them disagree.
        style: the edition's.
        dek: what stands before the body.
    """
    used: dict[str, int] = {}
    sentences = []
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else dek
        family = _family(piece, before, area, used, opens=bool(at) and places[at] != places[at - 1])
        variants = _variants(style.locale, family)
        message = variants[used.get(family, 0) % len(variants)]
        used[family] = used.get(family, 0) + 1
        sentences.append(quoted(piece, style, message, places[at]))
    return tuple(sentences)


def _variants(locale: Locale, family: str) -> list[str]:
    """The messages of a family, "digest.said.1", "digest.said.2", …: a locale has as many as it likes."""
    return sorted(key for key in locale.words if key.startswith(f"digest.{family}."))


def _family(piece: Piece, before: Piece | None, area: Field, used: dict[str, int], *, opens: bool) -> str:
    cues = cues_of(piece.fact.language)
    if before and before.source.id != piece.source.id and _opposed(piece, before, area):
        return "contrast"
    if before and "why" not in used and cues.explains.search(piece.text):
        return "why"
    if before and "ahead" not in used and _ahead(piece):
        return "ahead"
    if columns(piece.text) > _LONG and "long" not in used:
        return "long"
    if before and before.source.id == piece.source.id and not opens:
        return "again"
    return "said"


def _opposed(piece: Piece, before: Piece, area: Field) -> bool:
    """Whether two passages give different values for one thing."""
    values = dict(area.sides(before))
    return any(number in values and values[number] != value for number, value in area.sides(piece))


def _ahead(piece: Piece) -> bool:
    """Whether a passage tells what is still to come: it says so, and every day that it names is in the future."""
    days = [mention.first for mention in piece.dates]
    later = bool(days) and min(days) > piece.said_on.date()
    return later and cues_of(piece.fact.language).ahead.search(piece.text) is not None
