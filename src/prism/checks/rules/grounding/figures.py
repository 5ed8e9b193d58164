"""Every figure of a sentence stands in its passages, with its unit, and counts the same thing there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prism.checks.alignment import Aligned
from prism.checks.matching import find_figure, is_sum, same_figure
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import Quantity

_WINDOW = 24
_KEY = 6
_CLAUSE = re.compile(r"[,;:，、；：。.]\s|[，、；：。]")


def check(aligned: Aligned) -> Iterator[Finding]:
    """Every figure stands in the sources, with its unit, and counts the same thing there."""
    near = [figure for passage in aligned.near for figure in passage.figures]
    every = [figure for passage in aligned.every for figure in passage.figures]
    for figure in aligned.claim.figures:
        if find_figure(figure, near):
            if _belongs_to_another(figure, aligned):
                yield aligned.finding("figures.other", figure.text, figure=figure.text)
        elif find_figure(figure, every):
            yield aligned.finding("figures.elsewhere", figure.text, figure=figure.text)
        elif is_sum(figure, near):
            yield aligned.finding("figures.sum", figure.text, figure=figure.text)
        elif _is_vague(figure, aligned):
            yield aligned.finding("figures.vague", figure.text, figure=figure.text)
        elif not _stands_in_digits(figure, aligned):
            yield aligned.finding("figures.missing", figure.text, figure=figure.text)


def _stands_in_digits(figure: Quantity, aligned: Aligned) -> bool:
    """Whether the digits of the figure stand in a source where it was read as something else (a date, a name)."""
    digits = re.sub(r"[^\d.,]", "", figure.text).strip(".,")
    if len(digits) < 2:  # noqa: PLR2004 - a threshold said in the docstring
        return False
    pattern = re.compile(rf"(?<![\d.,]){re.escape(digits)}(?![\d]|[.,]\d)")
    return (
        any(pattern.search(p.text) for p in aligned.every)
        and figure.kind in {"count", "ordinal", "time"}
        and figure.unit in {"", "year", "day", "minute"}
    )


def _is_vague(figure: Quantity, aligned: Aligned) -> bool:
    """One and two are said in many ways; so are halves and "first"."""
    small = figure.value <= 2 and not any(c.isdigit() for c in figure.text)  # noqa: PLR2004 - a threshold said in the docstring
    return (
        small
        or (figure.kind == "ordinal" and figure.value <= 3)  # noqa: PLR2004 - a threshold said in the docstring
        or (figure.kind == "fraction" and not aligned.same_language)
    )


def _belongs_to_another(figure: Quantity, aligned: Aligned) -> bool:
    """Whether the words beside a figure stand beside another figure in the source, and not beside this one.

    Only within a language, and only where the passages have several figures of one kind (12 killed, 30 hurt).
    """
    claim = aligned.claim
    wanted = _beside(figure, claim)
    mine, theirs = [], []
    for passage in aligned.near:
        if passage.language != claim.language:
            continue
        for one in passage.figures:
            if same_figure(figure, one):
                mine.append(len(wanted & _beside(one, passage)))
            elif one.kind == figure.kind and one.unit == figure.unit:
                theirs.append(len(wanted & _beside(one, passage)))
    return bool(mine and theirs) and max(mine) == 0 and max(theirs) >= 1


def _beside(figure: Quantity, statement: Statement) -> frozenset[str]:
    """Content words between a figure and its neighbours, within its clause and a window."""
    text = statement.text
    left = max([0, figure.start - _WINDOW, *(f.end for f in statement.figures if f.end <= figure.start)])
    right = min([len(text), figure.end + _WINDOW, *(f.start for f in statement.figures if f.start >= figure.end)])
    before = _CLAUSE.split(text[left : figure.start])[-1]
    after = _CLAUSE.split(text[figure.end : right])[0]
    piece = Statement(f"{before} {after}", statement.language, statement.base, statement.dated)
    return frozenset(word[:_KEY] for word in piece.words if not word.isdigit())
