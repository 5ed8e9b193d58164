"""Every date of a sentence is one that its passages give, relative ones resolved against the day they were said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.values import Finding

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)(?!\s?(?:명|人|名|people|원|円|元|Menschen|개|km|m|t))")
WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every date of the claim is one that the sources give."""
    yield from _years(aligned)
    given = [day for passage in aligned.every for day in passage.days]
    published = [passage.base.date() for passage in aligned.every if passage.dated]
    for day in aligned.claim.days:
        if day.precision in {"decade", "century"} or (day.relative and not aligned.claim.dated):
            continue
        if any(day.first <= one.last and one.first <= day.last for one in given):
            continue
        if any(day.first <= at <= day.last for at in published) or _digits_stand(day.text, aligned):
            continue
        if day.precision == "year" and not day.relative:
            continue  # told by its digits above
        signal = "dates.unsure" if day.relative or not given else "dates.missing"
        yield aligned.finding(signal, day.text, date=day.text)


def _years(aligned: Aligned) -> Iterator[Finding]:
    """A year in digits that no source has, and that no date of theirs falls in."""
    years = {str(day.first.year) for passage in aligned.every for day in passage.days}
    years |= {str(passage.base.year) for passage in aligned.every if passage.dated}
    for match in _YEAR.finditer(aligned.claim.text):
        year = match.group()
        if year not in years and not any(year in passage.text.translate(WIDE_DIGITS) for passage in aligned.every):
            yield aligned.finding("dates.missing", year, date=year)


def _digits_stand(text: str, aligned: Aligned) -> bool:
    """Whether the date's digits stand in a source that was read otherwise ("Act 2017")."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) == 4:  # noqa: PLR2004 - a threshold said in the docstring
        return any(re.search(rf"(?<!\d){digits[0]}(?!\d)", passage.text) for passage in aligned.every)
    return (
        bool(digits)
        and all(any(re.search(rf"(?<!\d){number}(?!\d)", p.text) for p in aligned.every) for number in digits)
        and aligned.same_language
        and not re.search(r"[^\W\d_]{3,}", text)
    )
