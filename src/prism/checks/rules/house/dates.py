"""Every date of a sentence is one that its passages give, and Prism's own words leave none undated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from prism.checks.examined import Examined, Part, overlaps
from prism.languages import DateMention, dates
from prism.languages.slips import vague_times
from prism.model import Outcome, Verdict

_YEAR = re.compile(r"\s*\d{4}\s*")
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"\d{1,2}(?=[^\d\s/.-])")


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a date that no cited passage gives, a bracketed one that resolves none, a relative one in Prism's words."""
    for part in examined.parts:
        if part.evidence:
            given = [mention for one in part.evidence for mention in one.days()]
            base = max(one.said_at for one in part.evidence)
            yield from _brackets(examined, part, given, base)
            yield from _own_words(examined, part, given, base)


def _brackets(examined: Examined, part: Part, given: list[DateMention], base: datetime) -> Iterator[Verdict]:
    """What the writer added in brackets must be a date that the source's words come to."""
    for bracket in part.brackets:
        if _YEAR.fullmatch(bracket.strip()):
            if not any(mention.first.year <= int(bracket) <= mention.last.year for mention in given):
                yield examined.verdict("dates", Outcome.FAIL, part, "check.dates.bracket", date=bracket)
            continue
        read = dates(bracket, examined.language, base)
        unread = not read and _DIGIT.search(bracket) and not any(bracket in one.text for one in part.evidence)
        if unread or any(not _given(mention, given, part) for mention in read):
            yield examined.verdict("dates", Outcome.FAIL, part, "check.dates.bracket", date=bracket)


def _own_words(examined: Examined, part: Part, given: list[DateMention], base: datetime) -> Iterator[Verdict]:
    own = examined.without_outlets(part.own)
    if examined.is_prose(part):
        for slip in vague_times(own, examined.language):
            yield examined.verdict("dates", Outcome.WARN, part, "check.dates.vague", slip.text, date=slip.text)
    for mention in dates(own, examined.language, base):
        if own[mention.end :].lstrip().startswith(("[", "［")):
            continue
        if mention.relative and _is_duration(mention, examined):
            continue
        if mention.relative:
            yield examined.verdict("dates", Outcome.FAIL, part, "check.dates.undated", mention.text, date=mention.text)
        elif part in examined.quoting and not _given(mention, given, part):
            yield examined.verdict("dates", Outcome.FAIL, part, "check.dates.missing", mention.text, date=mention.text)


def _is_duration(mention: DateMention, examined: Examined) -> bool:
    """Whether a bare "18일" is a number of days in the passages ("every 18 days", "1日平均"), and no day of a month."""
    bare = _BARE.match(mention.text)
    if bare is None or mention.precision != "day":
        return False
    wanted = int(bare.group())
    given = (figure for one in examined.passages.values() for figure in one.figures)
    return any(figure.kind == "time" and figure.unit == "day" and figure.value == wanted for figure in given)


def _given(mention: DateMention, given: list[DateMention], part: Part) -> bool:
    """Whether a passage gives the date, or it is the day of its publication."""
    if any(overlaps(mention.first, mention.last, one) for one in given):
        return True
    days = {one.said_at.date() + timedelta(days=shift) for one in part.evidence for shift in (-1, 0, 1)}
    return any(mention.first <= day <= mention.last for day in days)
