"""A clause means as much as its passage means: not all for some, not the nation for a region, not the year for a quarter.

What measures out stands where a clause of the claim and the clause that it rests on differ: the claim has a measure that none
of its passages has, and the passage has a narrower one. "All" without any measure in the passage is a weaker sign: a plural
may mean it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from prism.checks.alignment import Aligned
from prism.checks.clauses import Clause, Rest, bears, clauses_of, rests_on, whole_of
from prism.checks.matching import find_figure, is_same
from prism.checks.parted import dropped as left_out
from prism.checks.portions import limit_added, limit_dropped, whole_for_part
from prism.checks.reading import Statement
from prism.checks.values import Finding
from prism.languages import Term, same_name
from prism.languages.stance import Mark

_WIDER = {
    "all": frozenset({"some", "most", "only"}),
    "full": frozenset({"some", "most", "only"}),
    "most": frozenset({"some", "only"}),
    "none": frozenset({"some", "most"}),
}
"""What a claim may say → the narrower words of a passage that it then contradicts."""
_AS_WIDE = {
    "all": frozenset({"all", "each", "full"}),
    "full": frozenset({"all", "each", "full"}),
    "most": frozenset({"all", "most", "many", "least", "full"}),
    "none": frozenset({"none", "all"}),
}
"""… → what says the same in any passage."""
_FULL = frozenset({"all", "full"})
_BASES = frozenset({"year_on_year", "month_on_month", "quarter_on_quarter"})
_PERIODS = frozenset({"quarter", "half_year"})
_ADDED = {
    "nation": frozenset({"nation", "all", "each"}),
    "world": frozenset({"world", "superlative"}),
    "first": frozenset({"first", "merely", "superlative", "one_of"}),
    "superlative": frozenset({"superlative", "first", "one_of", "world", "most"}),
}
"""What a claim may add → what in a passage may mean the same."""
_NEAR = 0.2
_SURE = 0.5
_BASE = 0.5
_HALF = 50
_PORTION = 0.9
_SUMMED = frozenset({"money", "percent", "share", "measure"})
"""What is another figure for a quarter than for the year."""
_YEAR = 300
"""A date that lasts so many days at least is a year, more or less."""


def check(aligned: Aligned) -> Iterator[Finding]:
    """The claim means more than its passages do, or measures against something else; one finding a kind."""
    told: set[str] = set()
    theirs = frozenset(mark.name for passage in aligned.near for mark in whole_of(passage).scope)
    for clause in clauses_of(aligned.claim):
        rest = rests_on(clause, aligned.near)
        if rest is None or rest.nearness < _NEAR:
            continue
        for finding in _differences(aligned, clause, rest, theirs):
            if finding.signal not in told:
                told.add(finding.signal)
                yield finding
    for finding in _by_portion(aligned):
        if finding.signal not in told:
            yield finding


def _by_portion(aligned: Aligned) -> Iterator[Finding]:
    portion = whole_for_part(aligned)
    if portion is not None:
        yield aligned.finding(
            "scope.wider",
            portion.mine.text,
            strength=_PORTION,
            passages=(portion.passage,),
            theirs=(portion.theirs.text.strip(),),
            word=portion.mine.text,
            other=portion.theirs.text.strip(),
        )
    for kind, one in left_out(aligned):
        yield aligned.finding(
            f"scope.{kind}",
            one.mine,
            strength=min(1.0, _BASE + one.nearness),
            passages=(one.passage,),
            theirs=(one.theirs,),
            word=one.mine,
            other=one.theirs,
        )
    added = limit_added(aligned)
    if added is not None:
        yield aligned.finding("scope.only", added.text, word=added.text)
    dropped = limit_dropped(aligned)
    if dropped is not None:
        mark, passage = dropped
        yield aligned.finding("scope.unlimited", passages=(passage,), theirs=(mark.text,), other=mark.text)


def _differences(aligned: Aligned, clause: Clause, rest: Rest, theirs: frozenset[str]) -> Iterator[Finding]:
    yield from _wider(aligned, clause, rest, theirs)
    yield from _surveyed(aligned, clause, rest)
    yield from _measured_against(aligned, clause, rest)
    yield from _period(aligned, clause, rest)
    yield from _of_a_place(aligned, clause, rest)
    yield from _all_over(aligned, clause, rest)
    yield from _abroad(aligned, clause, rest)
    for mark in clause.scope:
        if mark.name in _ADDED and not _ADDED[mark.name] & theirs:
            yield aligned.finding(
                f"scope.{mark.name}", mark.text, strength=rest.nearness, passages=(rest.clause.whole,), word=mark.text
            )


def _wider(aligned: Aligned, clause: Clause, rest: Rest, theirs: frozenset[str]) -> Iterator[Finding]:
    narrow = frozenset(mark.name for mark in clause.scope) & {"some"}
    for mark in clause.scope:
        if mark.name not in _WIDER or (narrow and mark.name != "most"):
            continue
        passage = rest.clause.scope + whole_of(rest.clause.whole).scope
        other = next((one for one in passage if one.name in _WIDER[mark.name]), None)
        plain = _of_the_same(clause, mark, rest)
        if _is_of_all_the_world(clause, mark) and "world" in theirs:
            continue  # 전 세계 measures out where, and so does 全球
        if (_as_wide(clause, rest) & _AS_WIDE[mark.name] and not plain and not _more(clause, rest)) or (
            mark.name == "most" and _is_most(rest)
        ):
            continue
        if other is not None:
            strength = min(1.0, _BASE + rest.nearness)
            yield aligned.finding(
                "scope.wider",
                mark.text,
                strength=strength if mark.name != "most" else strength * 0.8,
                passages=(rest.clause.whole,),
                theirs=(other.text,),
                word=mark.text,
                other=other.text.strip(),
            )
        elif mark.name == "all" and not theirs & _AS_WIDE["all"]:
            yield aligned.finding(
                "scope.all", mark.text, strength=rest.nearness, passages=(rest.clause.whole,), word=mark.text
            )


def _is_of_all_the_world(clause: Clause, mark: Mark) -> bool:
    """Whether a measure is that of a word for the world (전 세계)."""
    return any(one.name == "world" and one.start < mark.end and mark.start < one.end for one in clause.scope)


def _of_the_same(clause: Clause, mark: Mark, rest: Rest) -> bool:
    """Whether the passage measures more narrowly what the claim measures fully: its clause, or the very word ("most patients")."""
    narrow, wide = _WIDER[mark.name], _AS_WIDE[mark.name]
    own = frozenset(one.name for one in rest.clause.scope)
    if rest.nearness >= _SURE and own & narrow and not own & wide:
        return True
    word, language = _beside(clause, mark), clause.whole.language
    passage = whole_of(rest.clause.whole)
    beside = [(one.name, _beside(passage, one)) for one in passage.scope]
    meant = {name for name, other in beside if word and other and bears(word, language, _stretch(passage, other))}
    return bool(meant & narrow) and not meant & wide


def _beside(clause: Clause, mark: Mark) -> Term | None:
    """The content word that a measure stands next to."""
    others = (term for term in clause.terms if term.end <= mark.start or mark.end <= term.start)
    return min(others, key=lambda term: max(term.start - mark.end, mark.start - term.end), default=None)


def _stretch(clause: Clause, term: Term) -> Clause:
    return Clause(clause.whole, term.start, term.end)


def _more(clause: Clause, rest: Rest) -> bool:
    """Whether a clause measures fully more often than the passage, which measures out a part besides."""
    theirs = whole_of(rest.clause.whole).scope
    mine = whole_of(clause.whole).scope
    if any(mark.name == "some" for mark in mine) or not any(mark.name == "some" for mark in theirs):
        return False
    return len(_places(mine)) > len(_places(theirs, least=_AS_WIDE["all"]))


def _places(marks: tuple[Mark, ...], least: frozenset[str] = _FULL) -> frozenset[int]:
    """Where a sentence measures fully."""
    return frozenset(mark.start for mark in marks if mark.name in least)


def _surveyed(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """What those say who were asked is told of all."""
    mine = whole_of(aligned.claim).scope
    wide = _first(clause.scope, _FULL | {"nation", "world"})
    asked = _first(whole_of(rest.clause.whole).scope, frozenset({"surveyed"}))
    if wide is None or asked is None or any(mark.name == "surveyed" for mark in mine):
        return
    if not frozenset(mark.name for mark in whole_of(rest.clause.whole).scope) & (_FULL | {wide.name}):
        yield _between(aligned, "scope.wider", wide, asked, rest, min(1.0, _BASE + rest.nearness))


def _is_most(rest: Rest) -> bool:
    """Whether the passage gives a share of more than half, or a number of a larger one that is one."""
    figures = rest.clause.whole.figures
    return any(figure.unit == "percent" and figure.value > _HALF for figure in figures) or any(
        one.value < other.value < 2 * one.value
        for one, other in permutations(figures, 2)
        if one.kind == other.kind == "count"
    )


def _as_wide(clause: Clause, rest: Rest) -> frozenset[str]:
    """The measures of a passage; those of what it denies count only for a claim that denies."""
    return frozenset(
        mark.name
        for other in clauses_of(rest.clause.whole)
        if not other.denials or other is rest.clause or whole_of(clause.whole).denials
        for mark in other.scope
    )


def _measured_against(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """A change is measured against another period than in the passage."""
    mine, given = _first(clause.scope, _BASES), _first(whole_of(rest.clause.whole).scope, _BASES)
    names = frozenset(mark.name for mark in whole_of(rest.clause.whole).scope)
    if mine is not None and given is not None and mine.name not in names:
        yield _between(aligned, "scope.base", mine, given, rest, 1.0)


def _period(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """What is told of a quarter or half a year is told of a year, or the other way round."""
    mine = frozenset(mark.name for mark in whole_of(aligned.claim).scope)
    given = frozenset(mark.name for mark in rest.clause.scope)
    yield from _lasting(aligned, clause, rest)
    if rest.nearness < _SURE:
        return
    year, part = _first(clause.scope, frozenset({"full_year"})), _first(rest.clause.scope, _PERIODS)
    months = any((day.last - day.first).days < _YEAR for day in aligned.claim.mentions)
    if year is not None and part is not None and not mine & _PERIODS and not months:
        same = any(figure.kind in _SUMMED and find_figure(figure, rest.clause.figures) for figure in clause.figures)
        yield _between(aligned, "scope.period", year, part, rest, 1.0 if same else rest.nearness)
    other = _first(clause.scope, _PERIODS)
    if other is not None and part is not None and other.name not in given and part.name not in mine:
        yield _between(aligned, "scope.period", other, part, rest, 1.0)


def _lasting(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """What holds for a time is told as if it held for good."""
    mine = _first(clause.scope, frozenset({"lasting"}))
    passage = rest.clause.whole
    if mine is None or any(mark.name == "lasting" for one in aligned.near for mark in whole_of(one).scope):
        return
    own = aligned.claim.figures
    term = next((one for one in passage.figures if one.kind == "time" and not find_figure(one, own)), None)
    if term is not None:
        given = Mark("term", term.start, term.end, term.text)
        yield _between(aligned, "scope.period", mine, given, rest, 1.0)


def _of_a_place(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """What the passage measures by a place is told of everything: worldwide revenue for North American revenue."""
    mine = _first(clause.scope, frozenset({"all", "full", "nation", "world"}))
    word = _beside(clause, mine) if mine is not None else None
    if mine is None or word is None or _place_before(clause.whole, mine.start):
        return
    passage = rest.clause.whole
    if frozenset(mark.name for mark in whole_of(passage).scope) & (_FULL | {"nation", "world"}):
        return
    for term in whole_of(passage).terms:
        place = _place_before(passage, term.start)
        if place and bears(word, clause.whole.language, _stretch(whole_of(passage), term)):
            at = passage.text.rfind(place, 0, term.start)
            yield _between(aligned, "scope.wider", mine, Mark("place", at, at + len(place), place), rest, _PLACED)
            return


def _all_over(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """What the passage tells of a place is told of all of another that it does not name (인도네시아 전역)."""
    mine = next((mark for mark in clause.scope if mark.text in _OVER), None)
    place = _place_before(clause.whole, mine.start) if mine is not None else ""
    passage = rest.clause.whole
    if mine is None or not place or _first(whole_of(passage).scope, frozenset({"nation", "world", "full"})) is not None:
        return
    named = next((name for name in passage.names if name.kind == "place"), None)
    if named is not None and not any(
        is_same(same_name(place, clause.whole.language, name.text, passage.language)) for name in passage.names
    ):
        given = Mark("place", named.start, named.end, named.text)
        yield _between(aligned, "scope.wider", mine, given, rest, _PLACED)


_OVER = frozenset({"전역", "全域", "全土", "全境"})


def _place_before(statement: Statement, at: int) -> str:
    """The name of a place, or an adjective of one, that stands right before a word."""
    named = next(
        (
            name.text
            for name in statement.names
            if name.kind == "place"
            and 0 <= at - name.end <= _JOINT
            and not statement.text[name.end : at].strip(" 의の的")
        ),
        "",
    )
    adjective = _ADJECTIVE.search(statement.text, 0, at)
    return named or (adjective.group("place") if adjective else "")


_ADJECTIVE = re.compile(
    r"(?:^|[^\w.])(?P<place>(?:(?:North|South|East|West|Latin|Central) )?[A-Z][a-z]+(?:an|ese|ish|ian)) $"
)
_JOINT, _PLACED = 2, 0.9


def _abroad(aligned: Aligned, clause: Clause, rest: Rest) -> Iterator[Finding]:
    """What the passage tells of the country alone is told of abroad as well."""
    mine = _first(clause.scope, frozenset({"abroad_too"}))
    marks = [mark for one in aligned.near for mark in whole_of(one).scope]
    if mine is None or any(mark.name in {"abroad_too", "world"} for mark in marks):
        return
    home = _first(whole_of(rest.clause.whole).scope, frozenset({"home"}))
    if home is not None:
        yield _between(aligned, "scope.wider", mine, home, rest, _PLACED)


def _between(aligned: Aligned, signal: str, mine: Mark, given: Mark, rest: Rest, strength: float) -> Finding:
    return aligned.finding(
        signal,
        mine.text,
        strength=strength,
        passages=(rest.clause.whole,),
        theirs=(given.text,),
        word=mine.text,
        other=given.text,
    )


def _first(marks: tuple[Mark, ...], names: frozenset[str]) -> Mark | None:
    return next((mark for mark in marks if mark.name in names), None)
