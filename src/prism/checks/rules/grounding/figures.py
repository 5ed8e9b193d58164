"""Every figure of a sentence stands in its passages, with its unit, and counts the same thing there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from prism.checks.alignment import Aligned
from prism.checks.arithmetic import Derivation, derivation
from prism.checks.counting import figures_of, in_another_unit, rival, shares_of, turned, unpaired
from prism.checks.intervals import lies_between
from prism.checks.matching import find_figure, is_contrary, is_surer, units_meet
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import DateMention, Quantity
from prism.languages.quantity_turns import scores
from prism.languages.rates import shares_evenly
from prism.languages.regnal import regnal_numbers

_SMALL = 2
_PLACE = 3
_TIMES = 5
_DIGITS = 2


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every figure stands in the sources, with its unit, and counts the same thing there."""
    borne = _borne_by_shares(aligned)
    for figure in aligned.claim.figures:
        if figure in borne or _was_score(figure, aligned) or in_another_unit(figure, aligned) is not None:
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
            yield from _exchanged(figure, aligned, "figures.elsewhere")
            continue
        yield from _missing(figure, aligned)


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
    way = (
        derivation(figure, near)
        or derivation(figure, every)
        or (Derivation((), plain=True) if lies_between(figure, aligned) else None)
        or _shared_out(figure, aligned)
    )
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
    elif (_is_vague(figure) and not _has_its_place(figure, aligned)) or _may_be_counted(figure, near):
        yield aligned.finding("figures.vague", figure.text, figure=figure.text)
    elif not _stands_in_digits(figure, aligned) and not _is_one_of(figure):
        rivals = [one for one in near if one.kind == figure.kind and units_meet(figure, one)]
        theirs = tuple(one.text for one in rivals)
        yield aligned.finding("figures.missing", figure.text, theirs=theirs, figure=figure.text)


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
    mine = aligned.claim.figures
    left = [
        one
        for one in figures_of(aligned.near[0])
        if one.kind == figure.kind
        and one.unit == figure.unit
        and one not in way.operands
        and not any(find_figure(other, (one,)) for other in mine)
    ]
    found = rival(figure, aligned)
    if found is not None and found[0] in left:
        return found
    return (left[0], 0.5) if len(left) == 1 and _digits_alike(left[0], figure) else None


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
    if len(mine) != len(theirs) or len(mine) < _DIGITS:
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
    if found is not None and not (signal == "figures.elsewhere" and derivation(figure, pool)):
        other, strength = found
        yield aligned.finding(
            signal, figure.text, strength=strength, theirs=(other.text,), figure=figure.text, given=other.text
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
    if figure.kind == "age" and any(figure.value in regnal_numbers(one.text) for one in aligned.every):
        return True
    digits = re.sub(r"[^\d.,]", "", figure.text).strip(".,")
    if len(digits) < _DIGITS or figure.kind not in {"count", "ordinal", "time"}:
        return False
    pattern = re.compile(rf"(?<![\d.,]){re.escape(digits)}(?![\d]|[.,]\d)")
    return figure.unit in {"", "year", "day", "minute"} and any(_has(pattern, one) for one in aligned.every)


def _has(pattern: re.Pattern[str], passage: Statement, dates: Sequence[DateMention] = ()) -> bool:
    """Whether digits stand in a passage outside of its figures and of dates."""
    taken = [(one.start, one.end) for one in passage.figures] + [(one.start, one.end) for one in dates]
    return any(
        not any(start <= match.start() < end for start, end in taken) for match in pattern.finditer(passage.text)
    )


_COUNTED = 4


def _may_be_counted(figure: Quantity, near: list[Quantity]) -> bool:
    """Whether a small number may be how many the passages name one by one: they count nothing of the kind."""
    small = figure.kind == "count" and figure.value <= _COUNTED and not figure.value % 1
    return small and not any(one.kind == "count" and one.unit == figure.unit for one in near)


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
