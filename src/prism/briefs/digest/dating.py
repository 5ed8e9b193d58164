"""Relative dates in a quoted passage, followed by the date they mean, in brackets."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from babel.dates import format_date

from prism.briefs.cues import cues_of
from prism.briefs.digest.material import Piece
from prism.briefs.digest.wording import babel_tag, say
from prism.languages import DateMention, quotations
from prism.model import Locale

_ALREADY = re.compile(r"\s?[(\[（［]\s?\d")
_GLOSS = re.compile(r"[(（][^()（）\d]{1,12}[)）]")
"""A note behind a date, "(현지시간)": the resolved date goes behind it."""
_DAY = re.compile(r".*\d\s?[일日号號](?=\s*[^\s\d일日号號])")
"""A mention that goes on with the part of the day ("13일 오전"): the date goes behind the day."""
_WORD = re.compile("[가-힣A-Za-z0-9週周毎每第]")
_ENDING = re.compile("[ 　][전후뒤]$")
_CONTINUES = re.compile("(?!에|까지|부터|의|보다|과|이|은|만|도|에도)[가-힣]")
_LONG = frozenset({"decade", "century"})
_VAGUE_YEARS = 20
"""Beyond it "850 years ago" is a round figure, not a year."""
_MONTHS = frozenset({"month", "quarter", "half", "season"})


def dated(piece: Piece, locale: Locale, year: int) -> str:
    """A passage with every relative date resolved behind it; nothing else is changed.

    Args:
        piece: the passage.
        locale: whose format the dates take.
        year: the year that readers take for granted; any other is written out.

    Returns:
        The source's characters, dates in somebody's quoted words untouched (nobody knows on which day they were said), with brackets inserted: "어제[11월 21일]", "yesterday [21 November]".
    """
    text, shift = piece.text, 0
    said = quotations(piece.text)
    for mention in piece.dates:
        if (
            not mention.relative
            or _within_a_word(mention, piece.text)
            or any(q.start <= mention.start < q.end for q in said)
            or mention.precision in _LONG
            or (mention.precision == "year" and abs(mention.first.year - piece.said_on.year) > _VAGUE_YEARS)
            or _goes_on(mention, piece.text)
            or _ALREADY.match(piece.text[mention.end :])
        ):
            continue
        bracket = say(locale, "digest.dated", date=_resolved(_by_its_clock(mention, piece), locale, year))
        gloss = _GLOSS.match(piece.text[mention.end :])
        day = _DAY.match(mention.text)
        at = shift + (mention.start + day.end() if day else mention.end + (gloss.end() if gloss else 0))
        text = text[:at] + bracket + text[at:]
        shift += len(bracket)
    return text


def named_day(day: date, locale: Locale, year: int) -> str:
    """A day as the edition names it, with its year where readers would take it for another."""
    return _format(day, locale, "digest.date.day" if day.year == year else "digest.date.day_year")


def _within_a_word(mention: DateMention, text: str) -> bool:
    """Whether a bare day is the end of another word: "주4일" is a week of four days."""
    before = text[mention.start - 1 : mention.start]
    return mention.text[:1].isdigit() and bool(_WORD.match(before))


def _by_its_clock(mention: DateMention, piece: Piece) -> DateMention:
    """A day told by the clock of another place.

    Where a report sent on Friday says what happened there on "Saturday, local time", that is the morning that has come
    there already, not the one six days ago.
    """
    today = piece.said_on.date()
    week_old = mention.first == mention.last == today - timedelta(days=6)
    if week_old and cues_of(piece.fact.language).abroad.search(piece.text):
        return replace(mention, first=today + timedelta(days=1), last=today + timedelta(days=1))
    return mention


def _goes_on(mention: DateMention, text: str) -> bool:
    """Whether the last syllable of a date is the first of the next word: "21일 전원회의" is no "21일 전"."""
    ending = _ENDING.search(mention.text)
    return ending is not None and _CONTINUES.match(text[mention.end :]) is not None


def _resolved(mention: DateMention, locale: Locale, year: int) -> str:
    if mention.precision == "year":
        return _format(mention.first, locale, "digest.date.year")
    part = "month" if mention.precision in _MONTHS else "day"
    suffix = "" if mention.first.year == mention.last.year == year else "_year"
    message = f"digest.date.{part}{suffix}"
    first, last = _format(mention.first, locale, message), _format(mention.last, locale, message)
    return first if first == last else say(locale, "digest.date.range", first=first, last=last)


def _format(day: date, locale: Locale, message: str) -> str:
    return str(format_date(day, format=locale.words[message], locale=babel_tag(locale)))
