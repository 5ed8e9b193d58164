"""Whether a quotation is a passage to the letter, and its bracketed dates are what the passage's words come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date

from prism.languages import DateMention
from prism.languages.slips import by_another_clock
from prism.model import TITLE, Locale

_BRACKET = re.compile(r"\s?[\[［](?P<inside>[^\[\]［］]{1,48})[\]］]")
_SPACES = re.compile(r"\s+")
_GLOSS = re.compile(r"\s?[(（][^()（）\d]{1,12}[)）]")
_DATELINE = re.compile(r".{1,90}?(?:[)）\]】>=:：—–―]|\s-)\s*", re.DOTALL)
_LABEL = re.compile(r".{1,40}(?:[)）\]］】>〉:：|])\s*", re.DOTALL)
_MARK = re.compile(r"\s*(?:[-–—|·:]\s*.{1,60}|[\[(（].{1,16}[\])）])\s*", re.DOTALL)
_MONTHS = frozenset({"month", "quarter", "half", "season"})
_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a quotation: the end of a message's id, and the words."""

    what: str
    words: str


def faults_of(
    quote: str, passage: str, number: int, mentions: tuple[DateMention, ...], locale: Locale, today: date
) -> tuple[Fault, ...]:
    """What is wrong with a quotation of a whole passage, as the edition shows it.

    Args:
        quote: what stands between the marks, resolved dates in brackets included.
        passage: the source's characters, white space squeezed.
        number: of the passage.
        mentions: the dates of the passage.
        locale: whose formats the brackets have.
        today: the day that the passage was said on.
    """
    found = _aligned(squeezed(quote), passage)
    if found is None:
        return (Fault("quote", quote),)
    start, end, insertions = found
    if not _may_begin(passage[:start], number) or not _may_end(passage[end:], number, locale):
        return (Fault("cut", (passage[:start] + passage[end:]).strip()),)
    wrong = [text for at, text in insertions if text not in _resolved(passage, at, mentions, locale, today)]
    return tuple(Fault("bracket", text) for text in wrong)


def squeezed(text: str) -> str:
    """White space as single spaces, none at the ends."""
    return _SPACES.sub(" ", text).strip()


def _aligned(quote: str, passage: str) -> tuple[int, int, tuple[tuple[int, str], ...]] | None:
    """Where in the passage the quotation begins and ends, and what was put into it where; None if the letters differ."""
    first = _BRACKET.search(quote)
    head = quote[: first.start()] if first else quote
    start = passage.find(head or quote[:1])
    while start >= 0:
        if (walked := _walk(quote, passage, start)) is not None:
            return (start, *walked)
        start = passage.find(head, start + 1) if head else -1
    return None


def _walk(quote: str, passage: str, start: int) -> tuple[int, tuple[tuple[int, str], ...]] | None:
    at, insertions, done = start, [], 0
    for match in (*_BRACKET.finditer(quote), None):
        words = quote[done : match.start() if match else len(quote)]
        if not passage.startswith(words, at):
            return None
        at += len(words)
        if match is None:
            break
        if passage.startswith(match.group(), at):
            at += len(match.group())
        else:
            insertions.append((at, match["inside"]))
        done = match.end()
    return at, tuple(insertions)


def _may_begin(left: str, number: int) -> bool:
    """Whether what is left off in front is a dateline or a label."""
    if not left:
        return True
    if number == TITLE:
        return _LABEL.fullmatch(left) is not None
    return number == 1 and _DATELINE.fullmatch(left) is not None


def _may_end(left: str, number: int, locale: Locale) -> bool:
    """Whether what is left off behind is the full stop that the edition sets none of, or a title's mark."""
    if not left or left == locale.words.get("digest.quote.drops"):
        return True
    return number == TITLE and _MARK.fullmatch(left) is not None


def _resolved(passage: str, at: int, mentions: tuple[DateMention, ...], locale: Locale, today: date) -> set[str]:
    """What a bracket at a place may say: the date that ends there (or goes on behind it, or has a gloss between)."""
    found: set[str] = set()
    abroad = by_another_clock(passage, locale.language)
    for mention in mentions:
        between = passage[mention.end : at] if mention.end <= at else ""
        if mention.start < at and (not between or _GLOSS.fullmatch(between)):
            found |= set(_written(mention, locale, today, abroad=abroad))
    return found


def _written(mention: DateMention, locale: Locale, today: date, *, abroad: bool) -> Iterator[str]:
    first, last = mention.first, mention.last
    if abroad and first == last == today - _WEEK:
        first = last = today + timedelta(days=1)  # told by the clock of a place where that day has come
    if mention.precision == "year":
        yield formatted(mention.first, "digest.date.year", locale)
        return
    part = "month" if mention.precision in _MONTHS else "day"
    for form in (f"digest.date.{part}", f"digest.date.{part}_year"):
        one, other = formatted(first, form, locale), formatted(last, form, locale)
        yield one if one == other else locale.say("digest.date.range", first=one, last=other)


def days_written(day: date, locale: Locale) -> frozenset[str]:
    """A day as the edition writes it, with its year and without."""
    return frozenset(formatted(day, form, locale) for form in ("digest.date.day", "digest.date.day_year"))


def formatted(day: date, message: str, locale: Locale) -> str:
    """A day in one of the locale's formats."""
    tag = f"{locale.language}_{locale.territory}" if locale.territory else locale.language
    return _format(day, locale.words[message], tag)


@lru_cache(maxsize=4096)
def _format(day: date, pattern: str, tag: str) -> str:
    return str(format_date(day, format=pattern, locale=tag))
