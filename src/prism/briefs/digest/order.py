"""The order of events, and where one paragraph ends and the next begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from prism.briefs.digest.material import Piece

_DAYS = frozenset({"day", "week"})
_SPANS = frozenset({"month", "quarter", "half", "season", "year"})
_OPENING = 8
"""Characters within which a passage opens with a date."""
_LEADS = 2


def event_days(pieces: Sequence[Piece]) -> Mapping[str, date]:
    """Fact id → the day of what it tells, for every passage.

    The latest day that a passage names and that had come when it was written; else the first one to come; else the day of
    the sentence before it in its paragraph; else the day of its article's lead; else the day it was written.
    """
    days: dict[str, date] = {}
    for article_id in dict.fromkeys(piece.article.id for piece in pieces):
        mine = [piece for piece in pieces if piece.article.id == article_id and not piece.is_title]
        mine.sort(key=lambda piece: piece.number)
        leads = [day for piece in mine if piece.number <= _LEADS and (day := _named(piece))]
        before: tuple[int, date] | None = None
        for piece in mine:
            paragraph = piece.paragraph
            day = _named(piece)
            if day is None and before and before[0] == paragraph:
                day = before[1]
            day = day or (leads[0] if leads else piece.said_on.date())
            before = (paragraph, day)
            days[piece.fact.id] = day
    return days


def _named(piece: Piece) -> date | None:
    """The day that a passage names as that of what it tells.

    Months and years count only where the passage opens with them ("In March …"): further in they tell of something else
    that it mentions ("because of repairs put off last year").
    """
    today = piece.said_on.date()
    mentions = [m for m in piece.dates if m.precision in _DAYS or (m.precision in _SPANS and m.start <= _OPENING)]
    past = [mention.first for mention in mentions if mention.first <= today]
    if past:
        return max(past)
    return min((mention.first for mention in mentions), default=None)


def in_order(pieces: Sequence[Piece], days: Mapping[str, date]) -> tuple[Piece, ...]:
    """Passages in the order of events; those of one day by when their article appeared, then as they stand in it."""
    return tuple(
        sorted(pieces, key=lambda p: (days[p.fact.id], p.article.said_at, p.article.id, p.number)),
    )


def paragraphs(pieces: Sequence[Piece], days: Mapping[str, date]) -> tuple[int, ...]:
    """For each passage of a body the paragraph that it stands in, from 0.

    Two to four paragraphs (one for fewer than three passages), of one to three sentences, cut where the day or the outlet
    changes rather than elsewhere, and as evenly as that allows.
    """
    count = len(pieces)
    wanted = 1 if count < 3 else 2 if count < 6 else 3 if count < 8 else 4  # noqa: PLR2004 - sentences to paragraphs
    cuts: list[int] = []
    for number in range(1, wanted):
        ideal = count * number / wanted
        low = (cuts[-1] if cuts else 0) + 1
        high = count - (wanted - number)
        cuts.append(min(range(low, high + 1), key=lambda at: (abs(at - ideal) + _cost(pieces, days, at), at)))
    return tuple(sum(at >= cut for cut in cuts) for at in range(count))


def _cost(pieces: Sequence[Piece], days: Mapping[str, date], at: int) -> float:
    """How awkward a cut before a passage is, in sentences away from the even cut."""
    before, after = pieces[at - 1], pieces[at]
    if days[before.fact.id] != days[after.fact.id]:
        return 0.0
    return 0.4 if before.source.id != after.source.id else 1.0
