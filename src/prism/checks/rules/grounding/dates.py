"""Every date of a sentence is the one that its passages give for what is told there.

Relative dates count from the day they were said on. A date that stands in no passage is missing; where the passages give
another one for the same event, that is told; where a date stands in the sources, but with another event than in the
sentence, the two were exchanged. Which event a date belongs to is read from what stands beside it (`checks.beside`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from prism.checks.alignment import Aligned
from prism.checks.beside import Beside, beside
from prism.checks.intervals import days_told
from prism.checks.reading import Statement
from prism.checks.rules.grounding.times import hours_checked, order_checked, seasons_checked
from prism.checks.values import Finding
from prism.languages import DateMention
from prism.languages.moments import edge_of, narrowed, part_of, shifted, shifts_meant

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)(?!\s?(?:명|人|名|people|원|円|元|Menschen|개|km|m|t))")
WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_LONG = frozenset({"decade", "century"})
_FROM_ANOTHER = re.compile(r"(?:earlier|previously|prior)$")
"""What is told so is counted from another day than that of the report."""
_RANKS = {"day": 0, "week": 0, "month": 1, "quarter": 1, "half": 1, "season": 1, "year": 2}
"""How exact a date is: a day is not put in the place of a year."""
_LOOSE = frozenset({"week"})
_SAID, _CLEAR, _EXCHANGED, _LEAD, _FEW = 0.25, 0.45, 0.38, 0.2, 0.6
_LITTLE, _BORNE = 1.5, 0.15
"""Shares of what stands beside a date: said of it, clearly said of it, said of it though
the claim's own date stands elsewhere, more than of another, a part of what another has; and
how much, and which part of all, must stand beside a date that some passage bears before it can be told from another."""


@dataclass(frozen=True)
class Day:
    """A date of a sentence.

    Attributes:
        statement: where it stands.
        mention: the date.
        readings: the days that it may mean.
        is_vague: whether it names a stretch of which nobody knows the bounds ("early May", "two weeks ago").
    """

    statement: Statement
    mention: DateMention
    readings: tuple[tuple[date, date], ...]
    is_vague: bool

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands."""
        return self.mention.start, self.mention.end

    @property
    def edge(self) -> str:
        """Whether something begins or ends with it."""
        return edge_of(self.mention, self.statement.text, self.statement.language)


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every date of the claim is the one that the sources give for what is told there."""
    yield from _years(aligned)
    dated = aligned.claim.dated and all(passage.dated for passage in aligned.every)
    given = [day for passage in aligned.every for day in _days(passage)]
    own = _days(_said_with(aligned))
    pairs = [[_meeting(mine, day, dated=dated) for day in given] for mine in own]
    for number, mine in enumerate(own):
        if mine.mention.precision in _LONG or _FROM_ANOTHER.search(mine.mention.text):
            continue
        meets = [day for day, how in zip(given, pairs[number], strict=True) if how == "same"]
        wide = [day for day, how in zip(given, pairs[number], strict=True) if how == "wider"]
        others = [
            day
            for place, day in enumerate(given)
            if pairs[number][place] == "other"
            and not any(
                row[place] in {"same", "wider"} and _alike(one, day) for one, row in zip(own, pairs, strict=True)
            )
            and _alike(mine, day)
        ]
        marks = [one.place for one in own]
        context = beside(aligned.claim, aligned.every, mine.place, marks)
        if meets:
            rank = _RANKS.get(mine.mention.precision)
            rivals = [day for day in others if aligned.same_language or _RANKS.get(day.mention.precision) == rank]
            yield from _exchanged(aligned, context, mine, meets, rivals)
        else:
            yield from _absent(
                aligned, context, mine, wide, others, sure=dated or "" not in pairs[number], known=bool(given)
            )
    yield from _swapped(aligned, own, given, pairs)
    yield from hours_checked(aligned)
    yield from seasons_checked(aligned)
    yield from order_checked(aligned)


def _alike(mine: Day, other: Day) -> bool:
    """Whether one date may stand in the place of the other."""
    return abs(_RANKS.get(mine.mention.precision, 3) - _RANKS.get(other.mention.precision, 3)) <= 1


def _said_with(aligned: Aligned) -> Statement:
    """The claim as said on the day of its nearest passage, where that was the same moment by another clock."""
    best = aligned.best
    claim = aligned.claim
    if best is None or not best.dated or best.base != claim.base or best.base.date() == claim.base.date():
        return claim
    return Statement(claim.text, claim.language, best.base, claim.dated)


def _days(statement: Statement) -> list[Day]:
    found = []
    for mention in statement.mentions:
        part = part_of(mention, statement.text, statement.language) if mention.precision not in {"day", "week"} else ""
        spans = [(mention.first, mention.last), *mention.also]
        if not statement.dated:
            spans.extend(_any_year(mention))
        vague = bool(part) or mention.spoken.startswith(("ago", "shift:week")) or mention.precision == "season"
        found.append(Day(statement, mention, tuple(narrowed(span, part) for span in spans), vague))
    return found


def _meeting(mine: Day, other: Day, *, dated: bool) -> str:
    """How a date of the claim meets one of a passage: "same", "wider" (the passage's is less exact), "other", "" (unknown)."""
    if not dated and (mine.mention.relative or other.mention.relative) and not _one_way(mine.mention, other.mention):
        return ""
    margin = timedelta(days=1 if mine.mention.precision in _LOOSE or other.mention.precision in _LOOSE else 0)
    best = "other"
    for first, last in mine.readings:
        for start, end in other.readings:
            exact = mine.mention.spoken != "months" or other.mention.spoken != "months" or (first, last) == (start, end)
            if first - margin <= start and end <= last + margin and exact:
                return "same"
            if mine.mention.spoken == other.mention.spoken == "months":
                continue
            if first <= end and start <= last:
                best = "same" if (other.is_vague or mine.is_vague) and _alike(mine, other) else "wider"
                if best == "same":
                    return best
    return best


def _one_way(mine: DateMention, other: DateMention) -> bool:
    """Whether two dates, one of them relative, are told in one way, so that they can be compared whenever they were said."""
    left, *parts = mine.spoken.split(":")[0].split(" ")[:1] + mine.spoken.split(" ")[1:]
    right, *others = other.spoken.split(":")[0].split(" ")[:1] + other.spoken.split(" ")[1:]
    if left != right:
        return False
    return ("m" in parts and "m" in others) or (mine.relative == other.relative and ("m" in parts) == ("m" in others))


def _any_year(mention: DateMention) -> Iterator[tuple[date, date]]:
    """A month or day without its year, in the years about it, where nobody knows when it was said."""
    how, *parts = mention.spoken.split(" ")
    if how.startswith("date") and "m" in parts and "y" not in parts:
        for years in (-1, 1):
            first, _ = shifted(mention.first, "year", years)
            yield _moved(mention.first, first.year), _moved(mention.last, first.year)


def _moved(day: date, year: int) -> date:
    """The day in another year; of the 29th of February the 28th."""
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _exchanged(aligned: Aligned, context: Beside, mine: Day, meets: list[Day], others: list[Day]) -> Iterator[Finding]:
    """A date that the sources give, but with another event; or that ends there what begins with it in the sentence."""
    best, share = _closest(context, meets)
    rival, theirs = _closest(context, others)
    if (
        context.size < _LITTLE
        or context.borne < _BORNE
        or (
            best is not None
            and aligned.best is best.statement
            and rival is not None
            and rival.statement is not best.statement
        )
    ):
        rival = None
    if rival is None:
        least = _EXCHANGED
    elif rival.statement is aligned.best and not share:
        least = _SAID  # the sentence's own passage has another date, and nothing of it stands beside its own
    else:
        least = _EXCHANGED if _one_side(mine, rival, aligned) else _CLEAR
    if rival is not None and theirs >= least and theirs - share >= _LEAD and share <= _FEW * theirs:
        yield _told(aligned, "dates.exchanged", mine, rival, min(1.0, 0.4 + theirs - share))
        return
    edges = {day.edge for day in meets if day is best or context.share(day.statement, day.place, _marks(day)) >= share}
    if mine.edge and best is not None and edges and "" not in edges and mine.edge not in edges:
        yield _told(aligned, "dates.edge", mine, best, 1.0)


def _swapped(aligned: Aligned, own: list[Day], given: list[Day], pairs: list[list[str]]) -> Iterator[Finding]:
    """Two dates of a sentence that the sources give, each with what the sentence tells of the other."""
    marks = [one.place for one in own]
    for (a, one), (b, other) in combinations(enumerate(own), 2):
        here = [day for day, how in zip(given, pairs[a], strict=True) if how == "same"]
        there = [day for day, how in zip(given, pairs[b], strict=True) if how == "same"]
        if one.mention.precision != other.mention.precision or not here or not there or one.readings == other.readings:
            continue
        mine, theirs = (beside(aligned.claim, aligned.every, day.place, marks) for day in (one, other))
        if min(mine.borne, theirs.borne) < _KNOWN:
            continue
        straight = _closest(mine, here)[1] + _closest(theirs, there)[1]
        rival, crossed = _closest(mine, there)
        crossed += _closest(theirs, here)[1]
        if rival is not None and crossed - straight >= _CROSSED and straight <= _HARDLY * crossed:
            yield _told(aligned, "dates.exchanged", one, rival, 1.0)
            return


_KNOWN, _CROSSED, _HARDLY = 0.5, 0.5, 0.55
"""How much of what stands beside either of two dates must be borne, how much more it must fit exchanged, and how little of that straight."""


def _one_side(mine: Day, rival: Day, aligned: Aligned) -> bool:
    """Whether both dates lie before the day on which the sources were written, or both behind it."""
    written = max((passage.base.date() for passage in aligned.every if passage.dated), default=None)
    return written is None or (mine.mention.first > written) == (rival.mention.first > written)


def _absent(
    aligned: Aligned, context: Beside, mine: Day, wide: list[Day], others: list[Day], *, sure: bool, known: bool
) -> Iterator[Finding]:
    """A date that no passage gives; `sure` if it could be compared with all of theirs."""
    if not sure and not others:
        return
    if _follows(mine, aligned) or _digits_stand(mine.mention.text, aligned) or _read_as_length(mine, aligned):
        return
    rival, share = _closest(context, others)
    published = {passage.base.date() for passage in aligned.every if passage.dated}
    said = any(first <= day <= last for day in published for first, last in mine.readings)
    if rival is not None and share >= (_CLEAR if said else _SAID) and not (said and rival.edge):
        yield _told(aligned, "dates.other", mine, rival, min(1.0, 0.5 + share))
    elif said:
        return
    elif wide:
        yield _told(aligned, "dates.finer", mine, wide[0], 1.0)
    elif mine.mention.precision == "year" and not mine.mention.relative:
        return  # told by its digits
    elif mine.mention.spoken.startswith("ago"):
        return  # "two days before Christmas" counts from there, not from the day it was said
    else:
        loose = mine.mention.relative and mine.mention.spoken != "date d"  # "on the 21st" is as sure as "on 21 May"
        signal = "dates.unsure" if loose or not known else "dates.missing"
        yield aligned.finding(signal, mine.mention.text, date=mine.mention.text)


def _closest(context: Beside, days: list[Day]) -> tuple[Day | None, float]:
    """The date of the sources that stands beside most of what the claim's date stands beside, with how much."""
    scored = [(context.share(day.statement, day.place, _marks(day)), -number, day) for number, day in enumerate(days)]
    if not scored:
        return None, 0.0
    share, _, day = max(scored, key=lambda one: one[:2])
    return day, share


def _marks(day: Day) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in day.statement.mentions]


def _told(aligned: Aligned, signal: str, mine: Day, other: Day, strength: float) -> Finding:
    text = mine.mention.text.strip()
    given = other.mention.text.strip()
    return aligned.finding(
        signal, text, strength=strength, passages=(other.statement,), theirs=(given,), date=text, given=given
    )


def _follows(mine: Day, aligned: Aligned) -> bool:
    """Whether the date follows from one of the sources by a step that they tell ("the next day", 一週間後)."""
    if any(
        first <= there <= last
        for passage in aligned.every
        for there, _ in days_told(passage)
        for first, last in mine.readings
    ):
        return True
    steps = {step for passage in aligned.every for step in _shifts(passage)}
    if not steps:
        return False
    written = {passage.base.date() for passage in aligned.every if passage.dated}
    if any(_reached(mine, day, *step) for step in steps for day in written | _steppable(aligned.every, step[0])):
        return True
    return any(  # "two days later, on 14 May": back to the day from which it is counted
        _reached(mine, day, unit, -amount)
        for place, passage in enumerate(aligned.every)
        for unit, amount in _shifts(passage)
        for day in _steppable(_about(aligned.every, place), unit)
    )


def _shifts(passage: Statement) -> tuple[tuple[str, int], ...]:
    return shifts_meant(passage.text, passage.language)


def _steppable(passages: Iterable[Statement], unit: str) -> frozenset[date]:
    """The days from which a step of such a unit may be counted: exact ones, for months and years also the larger."""
    return frozenset(
        mention.first
        for passage in passages
        for mention in passage.mentions
        if mention.precision == "day" or unit in {"month", "year"}
    )


def _reached(mine: Day, day: date, unit: str, amount: int) -> bool:
    first, last = shifted(day, unit, amount)
    return any(start <= first and last <= end for start, end in mine.readings)


def _about(passages: Sequence[Statement], place: int) -> Iterator[Statement]:
    """A passage and its neighbours in the same source: what a step in it is counted from stands there."""
    here = passages[place].evidence
    for other in passages[max(0, place - 1) : place + 2]:
        there = other.evidence
        if other is passages[place] or (here and there and there.source == here.source):
            yield other


def _years(aligned: Aligned) -> Iterator[Finding]:
    """A year in digits that no source has, and that no date of theirs falls in."""
    years = {str(day.first.year) for passage in aligned.every for day in passage.days}
    years |= {str(passage.base.year) for passage in aligned.every if passage.dated}
    years |= {str(day.year) for passage in aligned.every for span in days_told(passage) for day in span}
    years |= _years_on(aligned)
    figures = [(figure.start, figure.end) for figure in aligned.claim.figures]
    for match in _YEAR.finditer(aligned.claim.text):
        year = match.group()
        if any(start < match.end() and match.start() < end for start, end in figures):
            continue
        if any(_ends_range(passage, "year", int(year) % 100) for passage in aligned.every):
            continue
        if year not in years and not any(year in passage.text.translate(WIDE_DIGITS) for passage in aligned.every):
            yield aligned.finding("dates.missing", year, date=year)


def _years_on(aligned: Aligned) -> frozenset[str]:
    """The years that lie a step on from one that stands beside it ("the following year", 이듬해)."""
    return frozenset(
        str(day.year + amount)
        for place, passage in enumerate(aligned.every)
        for unit, amount in _shifts(passage)
        if unit == "year"
        for day in _steppable(_about(aligned.every, place), "year")
    )


def _read_as_length(mine: Day, aligned: Aligned) -> bool:
    """Whether the end of a range stands in a passage where it looks like a length of time: "(4~10일)", 2021年から23年."""
    mention = mine.mention
    if mention.precision == "day" and mention.spoken == "date d":
        unit, value = "day", mention.first.day
    elif mention.precision == "year":
        unit, value = "year", mention.first.year % 100
    else:
        return False
    return any(_ends_range(passage, unit, value) for passage in aligned.every)


def _ends_range(passage: Statement, unit: str, value: int) -> bool:
    for figure in passage.figures:
        if figure.kind == "time" and figure.unit == unit and figure.value == value:
            before = passage.text[max(0, figure.start - _RANGE) : figure.start]
            if _UP_TO.search(before):
                return True
    return False


_RANGE = 12
_UP_TO = re.compile(r"\d ?(?:日|일|年|년)?(?:부터|에서|から|至|到|[~∼〜～–—-]) ?$", re.IGNORECASE)
"""What stands before the end of a range of days or years."""


def _digits_stand(text: str, aligned: Aligned) -> bool:
    """Whether the date's digits stand in a source that was read otherwise ("Act 2017")."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) == 4:  # noqa: PLR2004 - digits of a year
        taken = [(p, one) for p in aligned.every for one in p.mentions]
        return any(
            not any(p is q and one.start <= match.start() < one.end for q, one in taken)
            for p in aligned.every
            for match in re.finditer(rf"(?<!\d){digits[0]}(?!\d)", p.text)
        )
    return False
