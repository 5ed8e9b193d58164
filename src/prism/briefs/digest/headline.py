"""The best of the sources' own titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from prism.briefs.cues import cues_of
from prism.briefs.digest.fitness import columns
from prism.briefs.digest.material import Piece, Question
from prism.languages import foreign_script, particle_slips, quotations

_BRACKETED = re.compile(
    r"^\s*(?:\[[^\[\]]{1,14}\]|【[^【】]{1,14}】|<[^<>]{1,14}>|〈[^〈〉]{1,14}〉|［[^［］]{1,14}］)\s*"
)
_EDITION_MARK = re.compile(
    r"\s*[\[(（]\s*(?:종합\d?보?|\d보|상보|lead|update\s?\d*|updated|続報|更新|综合)\s*[\])）]\s*$", re.IGNORECASE
)
_SHORTEST, _BEST_FROM, _BEST_TO, _LONGEST = 16, 28, 92, 150
_RECENCY = 0.4
_GOES_ON = timedelta(days=1)
_DOUBT = 0.8
_COUNTED = frozenset({"count", "money", "percent"})
_ODD = 0.5
"""Flaws from which on a title is not shown."""


def without_labels(title: str, language: str, outlet: str) -> str:
    """A title without what is no part of it: "[속보]", "(종합2보)", "BREAKING:", "– Outlet name".

    Nothing inside the title is touched, and a title that is nothing but labels stays as it is.
    """
    text = title.strip()
    for _ in range(3):
        text = _BRACKETED.sub("", text, count=1)
        text = cues_of(language).label.sub("", text, count=1)
        text = _EDITION_MARK.sub("", text)
    suffix = re.compile(rf"\s*[-–—|·:]\s*{re.escape(outlet)}\s*$", re.IGNORECASE)
    text = suffix.sub("", text).strip()
    return text or title.strip()


def best_title(
    titles: Sequence[Piece], central: Mapping[str, float], doubtful: frozenset[Decimal] = frozenset()
) -> tuple[Piece, str]:
    """The title that makes the headline, and its text without labels.

    Central among all passages, specific (names, figures), of a length that can be read at a glance, new rather than old;
    not a question, a lure, an opinion or a round-up unless there is nothing else.

    Args:
        titles: of the edition's language, at least one.
        central: fact id → centrality.
        doubtful: figures that most outlets contradict; a title that gives one is taken only if the others are worse.
    """
    moments = [piece.article.said_at for piece in titles]
    first, last = min(moments), max(moments)
    ranked = sorted(
        titles,
        key=lambda p: (
            _DOUBT * any(figure.value in doubtful and figure.kind in _COUNTED for figure in p.figures)
            - _worth(p, central.get(p.fact.id, 0.0), _recent(p, first, last)),
            p.article.id,
        ),
    )
    best = ranked[0]
    return best, without_labels(best.text, best.fact.language, best.source.name)


def presentable(piece: Piece) -> bool:
    """Whether a title can be shown as another outlet's: no question, lure, opinion or round-up, nothing odd in it."""
    return _flaws(piece) < _ODD


def _recent(piece: Piece, first: datetime, last: datetime) -> float:
    """How new a title is, 0 to 1 between the first and the last; twice that where the story went on for days."""
    span = (last - first).total_seconds()
    went_on = 2.0 if last - first >= _GOES_ON else 1.0
    return went_on * (piece.article.said_at - first).total_seconds() / span if span else 0.0


def _worth(piece: Piece, central: float, recent: float) -> float:
    specific = 0.12 * min(2, len(piece.name_keys)) + 0.1 * (Question.HOW_MANY in piece.answers)
    return central + specific + _RECENCY * recent + 0.1 * piece.source.trust - _flaws(piece)


def _flaws(piece: Piece) -> float:
    """What speaks against a title as a headline."""
    text = without_labels(piece.text, piece.fact.language, piece.source.name)
    cues = cues_of(piece.fact.language)
    size = columns(text)
    only_quote = sum(len(q.text) for q in quotations(text)) > 0.7 * len(text)
    flaws = 0.0
    for applies, penalty in (
        (cues.corrects.search(piece.text) is not None, 0.8),
        (not _BEST_FROM <= size <= _BEST_TO, 0.15),
        (not _SHORTEST <= size <= _LONGEST, 0.8),
        (cues.aside.search(text) is not None or "?" in text or "？" in text, 1.0),
        (cues.bait.search(text) is not None, 0.8),
        (cues.round_up.search(text) is not None, 1.0),
        (cues.opinion.search(piece.text) is not None, 1.0),
        (text.endswith(("…", "...", "···")), 0.4),
        ("!" in text or "！" in text, 0.2),
        (only_quote, 0.4),
        (bool(particle_slips(text)), 1.5),
        (bool(foreign_script(text, piece.fact.language)), 0.3),
        (text.isupper(), 0.2),
    ):
        flaws += penalty if applies else 0.0
    return flaws
