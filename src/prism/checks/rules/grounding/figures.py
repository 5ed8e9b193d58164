"""Every figure of a sentence stands in its passages, with its unit, and counts the same thing there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import product

from prism.checks.alignment import Aligned
from prism.checks.arithmetic import Derivation, derivation, lead
from prism.checks.clauses import clause_at
from prism.checks.counting import figures_of, in_another_unit, rival, shares_of, turned, unpaired
from prism.checks.divided import told_otherwise
from prism.checks.intervals import lies_between
from prism.checks.matching import comparable, find_figure, is_contrary, is_surer, units_meet
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import DateMention, Quantity
from prism.languages.portions import parted
from prism.languages.quantity_turns import scores
from prism.languages.rates import shares_evenly
from prism.languages.reckoning import tells_lead, tells_reckoning, tells_rest
from prism.languages.regnal import regnal_numbers

_SMALL = 2
_PLACE = 3
_TIMES = 5
_DIGITS = 2


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every figure stands in the sources, with its unit, and counts the same thing there."""
    borne = _borne_by_shares(aligned)
    parts = {one.mine: one for one in told_otherwise(aligned)}
    for one in parts.values():
        yield replace(
            aligned.finding(
                "figures.share", one.mine.text, theirs=(one.theirs,), figure=one.mine.text, given=one.theirs
            ),
            strength=one.strength,
        )
    for figure in aligned.claim.figures:
        if (
            figure in borne
            or figure in parts
            or _was_score(figure, aligned)
            or in_another_unit(figure, aligned) is not None
        ):
            continue
        instead = unpaired(figure, aligned)
        if instead is not None:
            yield aligned.finding("figures.missing", figure.text, theirs=(instead.text,), figure=figure.text)
            continue
        given = next(filter(None, (find_figure(figure, figures_of(one)) for one in aligned.near)), None)
        if given is not None:
            yield from _exchanged(figure, aligned, "figures.other")
            yield from _sense(figure, given, aligned)
            continue
        if any(find_figure(figure, figures_of(one)) for one in aligned.every):
            ranked = _ranked(figure, aligned)
            if ranked is not None:
                yield aligned.finding("figures.missing", figure.text, theirs=(ranked.text,), figure=figure.text)
            else:
                yield from _exchanged(figure, aligned, "figures.elsewhere")
            continue
        yield from _missing(figure, aligned)


def _ranked(figure: Quantity, aligned: Aligned) -> Quantity | None:
    """The rank that a sentence's own passage gives, where the sentence has one whose number only counts something elsewhere."""
    if figure.kind != "ordinal":
        return None
    pool = [one for passage in aligned.every for one in figures_of(passage)]
    if find_figure(figure, [one for one in pool if one.kind in {"ordinal", "time"}]):
        return None
    near = [one for one in figures_of(aligned.near[0]) if one.kind == "ordinal"] if aligned.near else []
    return near[0] if len(near) == 1 and not any(find_figure(one, near) for one in aligned.claim.figures) else None


def _was_score(figure: Quantity, aligned: Aligned) -> bool:
    """Whether a figure is of a score on the way to the passages' own: who lost 3-2 after leading had led 2-0."""
    for pair in scores(aligned.claim.text, aligned.claim.figures):
        if figure not in pair or min(one.value for one in pair):
            continue
        led = max(one.value for one in pair)
        finals = [ends for passage in aligned.every for ends in scores(passage.text, passage.figures)]
        if led >= _SMALL and any(led == min(a.value, b.value) < max(a.value, b.value) for a, b in finals):
            return True
    return False


def _sense(figure: Quantity, given: Quantity, aligned: Aligned) -> Iterator[Finding]:
    """Whether "over" became "under", or a bound or an estimate a fact."""
    if is_contrary(figure, given):
        signal = "figures.sense"
    elif is_surer(figure, given):
        signal = "figures.surer"
    else:
        return
    yield aligned.finding(signal, figure.text, theirs=(given.text,), figure=figure.text, given=given.text)


def _missing(figure: Quantity, aligned: Aligned) -> Iterator[Finding]:
    """What a figure is that no passage gives: reckoned, small, or wrong."""
    near = [one for passage in aligned.near for one in figures_of(passage)]
    every = [one for passage in aligned.every for one in figures_of(passage)]
    slip = _slipped(figure, near)
    if slip is not None:
        yield aligned.finding("figures.missing", figure.text, theirs=(slip.text,), figure=figure.text)
        return
    way = _way(figure, near, aligned) or _way(figure, every, aligned) or _told_by_place(figure, near, aligned)
    instead = _instead(figure, way, aligned)
    if instead is not None:
        other, clear = instead
        yield aligned.finding(
            "figures.instead", figure.text, strength=clear, theirs=(other.text,), figure=figure.text, given=other.text
        )
    elif way is not None and not _is_left_over(way, figure, aligned):
        theirs = tuple(one.text for one in way.operands)
        strength = _doubt(figure, way, aligned)
        yield aligned.finding("figures.sum", figure.text, strength=strength, theirs=theirs, figure=figure.text)
    elif (_is_vague(figure) and not _has_its_place(figure, aligned)) or _may_be_counted(
        figure, near, aligned.claim.figures
    ):
        yield aligned.finding("figures.vague", figure.text, figure=figure.text)
    elif not _stands_in_digits(figure, aligned) and not _is_one_of(figure):
        rivals = [one for one in near if one.kind == figure.kind and units_meet(figure, one)]
        theirs = tuple(one.text for one in rivals)
        yield aligned.finding("figures.missing", figure.text, theirs=theirs, figure=figure.text)


def _way(figure: Quantity, given: Sequence[Quantity], aligned: Aligned) -> Derivation | None:
    """How a figure follows from others, if the sentence tells it as one that does.

    A change needs a word that says so. What is neither a plain sum nor a share needs one, unless a passage has all that it follows from.
    """
    way = derivation(figure, given)
    if way is None or way.plain or _is_reckoned(figure, aligned):
        return way
    together = any(all(one in figures_of(passage) for one in way.operands) for passage in aligned.every)
    return way if together and not way.change else None


def _told_by_place(figure: Quantity, near: Sequence[Quantity], aligned: Aligned) -> Derivation | None:
    """How a figure follows from dates, from a whole that is shared out evenly, or as a lead."""
    if lies_between(figure, aligned):
        return Derivation((), plain=True)
    leads = figure.kind == "count" and tells_lead(aligned.claim.text, aligned.claim.language)
    return _shared_out(figure, aligned) or (lead(figure, near) if leads else None)


@lru_cache(maxsize=512)
def _is_reckoned(figure: Quantity, aligned: Aligned) -> bool:
    """Whether the clause of a figure has a word by which people tell what they reckoned, or what is left."""
    claim = aligned.claim
    clause = clause_at(claim, figure.start)
    if any(one.kind in _RATIOS and one != figure for one in clause.figures):
        return True
    return tells_reckoning(clause.text, claim.language) or tells_rest(clause.text, claim.language)


_RATIOS = frozenset({"multiple", "fraction", "percent"})


def _slipped(figure: Quantity, given: Sequence[Quantity]) -> Quantity | None:
    """The figure of the passages that has the same digits, two at least, at another power of ten: million told as 억."""
    digits = figure.value.normalize().as_tuple().digits
    alike = (
        one
        for one in given
        if one.kind == figure.kind and one.unit == figure.unit and one.value.normalize().as_tuple().digits == digits
    )
    return next(alike, None) if len(digits) >= _DIGITS else None


def _is_one_of(figure: Quantity) -> bool:
    """Whether a figure is the one kilogram, litre or hour that something is told by, which a source need not count."""
    return figure.value == 1 and figure.kind == "measure"


def _shared_out(figure: Quantity, aligned: Aligned) -> Derivation | None:
    """How a figure follows where a passage says that a sum, or what is left of one, is shared out evenly."""
    for passage in aligned.near:
        if not shares_evenly(passage.text, passage.language):
            continue
        given = [one for one in figures_of(passage) if one.value]
        wholes = [one for one in given if one.kind == figure.kind and units_meet(figure, one)]
        parts = [Decimal(1), *(1 - one.value for one in given if one.kind == "fraction")]
        for one, part, number in product(wholes, parts, _SHARERS):
            if round(one.value * part / number, 2) == figure.value:
                return Derivation((one,), plain=False)
    return None


_SHARERS = (2, 3, 4, 5)


def _instead(figure: Quantity, way: Derivation | None, aligned: Aligned) -> tuple[Quantity, float] | None:
    """The figure that stands in the passage where this one stands in the sentence, though this one could be reckoned."""
    if way is None or not aligned.near or [one.kind for one in way.operands] == ["multiple"]:
        return None  # 1.6 times as much is 60 percent more
    claim = aligned.claim
    reckoned = _is_reckoned(figure, aligned) or any(one.kind in _PARTS for one in way.operands)
    left = [
        one
        for one in figures_of(aligned.near[0])
        if one.kind == figure.kind
        and (one.unit == figure.unit or (one.kind == "count" and units_meet(figure, one)))
        and (not reckoned or one not in way.operands)
        and not any(find_figure(other, (one,)) for other in claim.figures)
    ]
    alike = next((one for one in left if _digits_alike(one, figure)), None)
    if alike is not None:
        return alike, 1.0 if not _is_reckoned(figure, aligned) else _ALIKE.get(_digits(figure), 1.0)
    found = rival(figure, aligned)
    if found is None or found[0] not in left or not _are_of_a_size(found[0], figure):
        return None
    return found[0], found[1] * (0.7 if reckoned else 1.0)


def _are_of_a_size(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((comparable(one)[0], comparable(other)[0]))
    return high <= low * _SIZE


_SIZE = 5


_PARTS = frozenset({"fraction", "percent"})
_ALIKE = {1: 0.3, 2: 0.5, 3: 0.85}
"""How clear it is that a figure of so many digits was put for one written alike, where the sentence may have reckoned it."""


def _digits(figure: Quantity) -> int:
    return len(figure.value.normalize().as_tuple().digits)


def _has_its_place(figure: Quantity, aligned: Aligned) -> bool:
    """Whether the sentence's own passage has one other length of time, measure or sum of its unit, which the sentence leaves out."""
    if figure.kind not in _TOLD_ONCE or not figure.unit:
        return False
    mine = aligned.claim.figures
    left = [
        one
        for passage in aligned.near[:1]
        for one in figures_of(passage)
        if one.kind == figure.kind and one.unit == figure.unit and not any(find_figure(own, (one,)) for own in mine)
    ]
    return len(left) == 1


_TOLD_ONCE = frozenset({"time", "measure", "money"})


def _digits_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are written alike: as many digits, all but one of them the same, or the same in another order."""
    mine, theirs = (str(abs(figure.value.normalize()).quantize(Decimal(1))) for figure in (one, other))
    if len(mine) != len(theirs) or min(_digits(one), _digits(other)) < _DIGITS:
        return False
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1 or sorted(mine) == sorted(theirs)


def _is_left_over(way: Derivation, figure: Quantity, aligned: Aligned) -> bool:
    """Whether the sentence's own passage has a figure of the same bound that it leaves out, and the way is one of chance."""
    if figure.approx == "exact" or any(
        all(one in figures_of(passage) for one in way.operands) for passage in aligned.near
    ):
        return False
    mine = aligned.claim.figures
    return any(
        one.approx == figure.approx
        and one.kind == figure.kind
        and units_meet(figure, one)
        and one not in way.operands
        and not any(find_figure(other, (one,)) for other in mine)
        for passage in aligned.near[:1]
        for one in figures_of(passage)
    )


def _doubt(figure: Quantity, way: Derivation, aligned: Aligned) -> float:
    """How likely a figure follows by chance: less where one passage has all that it follows from, or it has many digits."""
    together = any(all(one in figures_of(passage) for one in way.operands) for passage in aligned.every)
    digits = len(figure.value.normalize().as_tuple().digits)
    return 0.2 + (0 if together else 0.2) + (0 if way.plain else 0.3) + (0.3 if digits < _DIGITS else 0)


def _borne_by_shares(aligned: Aligned) -> frozenset[Quantity]:
    """The figures of "one in five" and "5명 중 1명" where the source tells the share in another way."""
    borne: set[Quantity] = set()
    told = shares_of(aligned.claim)
    pool = [one for passage in aligned.every for one in figures_of(passage)] if told else []
    for part, whole, share in told:
        counted = all(find_figure(one, pool) for one in (part, whole))
        if not counted and (find_figure(share, pool) or derivation(share, pool)):
            borne |= {part, whole}
    return frozenset(borne)


def _exchanged(figure: Quantity, aligned: Aligned, signal: str) -> Iterator[Finding]:
    """Whether another figure of the passages fits better what the sentence says of this one."""
    found = rival(figure, aligned) if not _is_vague(figure) else None
    other_way = turned(figure, aligned)
    if other_way is not None:
        found = other_way, 1.0
    pool = [one for passage in aligned.every for one in figures_of(passage)]
    if found is not None and _is_part_of(figure, found[0], aligned):
        found = None
    near = [one for passage in aligned.near for one in figures_of(passage)]
    reckoned = near if found is not None and found[0] in near and not _is_reckoned(figure, aligned) else pool
    if found is not None and not (signal == "figures.elsewhere" and derivation(figure, reckoned)):
        other, strength = found
        yield aligned.finding(
            signal, figure.text, strength=strength, theirs=(other.text,), figure=figure.text, given=other.text
        )


def _is_part_of(figure: Quantity, whole: Quantity, aligned: Aligned) -> bool:
    """Whether a passage tells a figure as a part of another (304곳 가운데 118곳): that is none in its place."""
    return any(
        find_figure(whole, [one]) and find_figure(figure, [part])
        for passage in aligned.near
        for one, start, end in parted(passage.text, figures_of(passage), passage.language)
        for part in figures_of(passage)
        if part is not one and start <= part.start < end
    )


def _stands_in_digits(figure: Quantity, aligned: Aligned) -> bool:
    """Whether the digits of the figure stand in a source where it was read as something else (a date, a name, a grade)."""
    if figure.kind == "ordinal" and not figure.value % 1:
        rank = re.compile(rf"(?<![\d.,]){int(figure.value)}(?![\d]|[.,]\d)")
        return any(_has(rank, one, one.mentions) for one in aligned.every)
    if figure.kind == "time" and any(
        day.spoken == f"ago:{figure.unit} {figure.value}" for one in aligned.every for day in one.mentions
    ):
        return True
    if figure.kind == "time" and figure.unit == "day" and _DAY_NUMBER.fullmatch(figure.text):
        days = (day for one in aligned.every for day in one.mentions if day.precision == "day")
        if any(day.first.day == figure.value for day in days):
            return True  # 17일 먼저: on the 17th
    if figure.kind == "age" and any(figure.value in regnal_numbers(one.text) for one in aligned.every):
        return True
    digits = re.sub(r"[^\d.,]", "", figure.text).strip(".,")
    if len(digits) < _DIGITS or figure.kind not in {"count", "ordinal", "time"}:
        return False
    pattern = re.compile(rf"(?<![\d.,]){re.escape(digits)}(?![\d]|[.,]\d)")
    return figure.unit in {"", "year", "day", "minute"} and any(_has(pattern, one) for one in aligned.every)


_DAY_NUMBER = re.compile(r"\d{1,2} ?[일日]")
"""A number of days that may be the number of a day."""


def _has(pattern: re.Pattern[str], passage: Statement, dates: Sequence[DateMention] = ()) -> bool:
    """Whether digits stand in a passage outside of its figures and of dates."""
    taken = [(one.start, one.end) for one in passage.figures] + [(one.start, one.end) for one in dates]
    return any(
        not any(start <= match.start() < end for start, end in taken) for match in pattern.finditer(passage.text)
    )


_COUNTED, _TEN = 4, 10


def _may_be_counted(figure: Quantity, near: list[Quantity], told: Sequence[Quantity]) -> bool:
    """Whether a small number may be how many the passages name one by one: they count nothing of the kind."""
    if figure.kind != "count" or figure.value > _COUNTED or figure.value % 1:
        return False
    return not any(
        one.kind == "count"
        and (one.unit == figure.unit or (_is_few(one) and units_meet(figure, one)))
        and not any(find_figure(other, (one,)) for other in told)
        for one in near
    )


def _is_few(figure: Quantity) -> bool:
    return 1 < figure.value <= _TEN and not figure.value % 1


def _is_vague(figure: Quantity) -> bool:
    """One and two are said in many ways; so are halves, doubles and "first"."""
    in_words = not any(c.isdigit() for c in figure.text)
    return (
        (figure.value <= _SMALL and (in_words or figure.kind == "multiple"))
        or (figure.value == 1 and figure.kind in {"time", "count"})
        or (figure.unit == "degree" and figure.value <= _TIMES and not figure.value % 1)  # 2度 is mostly "twice"
        or (figure.kind == "ordinal" and figure.value <= _PLACE)
        or (figure.kind == "fraction" and in_words)
    )
