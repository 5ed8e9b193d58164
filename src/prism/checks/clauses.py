"""The clauses of a sentence, and the clause of a passage that each of them rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from prism.checks.matching import find_figure, is_same
from prism.checks.reading import NAMED, Statement
from prism.languages import DateMention, NameMention, Quantity, Term, same_name
from prism.languages.clauses import clauses
from prism.languages.stance import Mark, assents, causes, certainty, denials, hints_of_denial, scope
from prism.languages.tables import table_for

_STEM = 5
_SYLLABLES = 2
_UNKNOWN = 0.5
"""What a word that the lexicon does not have counts across languages."""
_RATHER = 0.02
"""What an earlier passage is ahead of a later one that shares as much."""


@dataclass(frozen=True, eq=False)
class Clause:
    """A stretch of a sentence with a predicate of its own.

    Attributes:
        whole: the sentence.
        start: offset of its first character there.
        end: offset behind its last.
    """

    whole: Statement
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """As it stands."""
        return self.whole.text[self.start : self.end]

    @cached_property
    def folded(self) -> str:
        """In small letters."""
        return self.text.casefold()

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Its content words, those that only deny left out."""
        inside = [term for term in self.whole.terms if self.start <= term.start < self.end]
        marks = [mark for mark in self.denials if mark.name != "refusal"]
        if not marks:
            return tuple(inside)
        return tuple(term for term in inside if not any(mark.start <= term.start < mark.end for mark in marks))

    @cached_property
    def names(self) -> tuple[NameMention, ...]:
        """Its proper names."""
        return tuple(name for name in self.whole.names if self.start <= name.start < self.end)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Its figures."""
        return tuple(figure for figure in self.whole.figures if self.start <= figure.start < self.end)

    @cached_property
    def days(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return tuple(day for day in self.whole.days if self.start <= day.start < self.end)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its content words mean."""
        return frozenset(key for term in self.terms for key in term.keys)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """What its content words share with the same words of other languages."""
        return frozenset(key for term in self.terms for key in term.sounds)

    def _outside_names(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Those that stand in it and begin within no name of a person, place or organisation (梁若晴)."""
        return tuple(
            mark
            for mark in self.inside(marks)
            if not any(name.kind in NAMED and name.start < mark.start < name.end for name in self.whole.names)
        )

    def inside(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Those of its sentence's words of stance that stand in it."""
        return tuple(mark for mark in marks if self.start <= mark.start < self.end)

    def _unnamed(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Those that stand in it and are no part of a name (那不勒斯); what is all of one is none (Nobody)."""
        return tuple(
            mark
            for mark in self.inside(marks)
            if not any(
                name.start < mark.end and mark.start < name.end and (name.start, name.end) != (mark.start, mark.end)
                for name in self.whole.names
            )
        )

    @cached_property
    def denials(self) -> tuple[Mark, ...]:
        """What denies in it."""
        return self._unnamed(denials(self.whole.text, self.whole.language))

    @cached_property
    def hints_of_denial(self) -> tuple[Mark, ...]:
        """Whatever in it may say the same as a denial."""
        return self._unnamed(hints_of_denial(self.whole.text, self.whole.language))

    @cached_property
    def assents(self) -> tuple[Mark, ...]:
        """What agrees in it."""
        return self.inside(assents(self.whole.text, self.whole.language))

    def denied(self, mark: Mark) -> Term | None:
        """The content word that a denial denies: the nearest one on the side where the language puts it."""
        if table_for(self.whole.language).stances.denied_behind:
            return next((term for term in self.terms if term.start >= mark.end), None)
        return next((term for term in reversed(self.terms) if term.start < mark.start), None)

    @cached_property
    def certainty(self) -> tuple[Mark, ...]:
        """What says how sure it is."""
        return self._outside_names(certainty(self.whole.text, self.whole.language))

    @cached_property
    def scope(self) -> tuple[Mark, ...]:
        """What measures it out."""
        return self._outside_names(scope(self.whole.text, self.whole.language))

    @cached_property
    def causes(self) -> tuple[Mark, ...]:
        """What joins a cause and its effect in it."""
        return self.inside(causes(self.whole.text, self.whole.language))


@dataclass(frozen=True, slots=True)
class Rest:
    """What a clause of a claim rests on.

    Attributes:
        clause: the clause of the passage.
        there: share of the claim's clause that it bears.
        back: share of it that the claim's clause bears.
        shared: how much both share, counted in words.
    """

    clause: Clause
    there: float
    back: float
    shared: float

    @property
    def nearness(self) -> float:
        """How nearly both say the same, 0 to 1."""
        return float((self.there * self.back) ** 0.5)


@lru_cache(maxsize=2048)
def clauses_of(statement: Statement) -> tuple[Clause, ...]:
    """The clauses of a sentence, from left to right."""
    return tuple(Clause(statement, start, end) for start, end in clauses(statement.text, statement.language))


@lru_cache(maxsize=2048)
def whole_of(statement: Statement) -> Clause:
    """A sentence taken as one clause."""
    return Clause(statement, 0, len(statement.text))


def rests_on(clause: Clause, passages: Sequence[Statement]) -> Rest | None:
    """The clause of these passages that a clause of a claim rests on; None if none shares anything with it."""
    best: Rest | None = None
    ahead = 0.0
    for place, passage in enumerate(passages):
        for other in clauses_of(passage):
            rest = compared(clause, other)
            lead = rest.nearness - place * _RATHER
            if rest.shared and (best is None or lead > ahead):
                best, ahead = rest, lead
    return best


@lru_cache(maxsize=2048)
def compared(clause: Clause, other: Clause) -> Rest:
    """How much a clause of a claim and one of a passage share."""
    there, back = shared(clause, other), shared(other, clause)
    apart = clause.whole.language != other.whole.language
    mine, theirs = (_comparable(one) if apart else _size(one) for one in (clause, other))
    return Rest(other, min(1.0, there / max(1.0, mine)), min(1.0, back / max(1.0, theirs)), there)


def _comparable(clause: Clause) -> float:
    """How much of a clause another language could show again; what no lexicon has counts less."""
    known = anchors(clause)
    return known + _UNKNOWN * (_size(clause) - known)


def clause_at(statement: Statement, at: int) -> Clause:
    """The clause of a sentence in which a character stands, the whole where it stands in none."""
    return next((one for one in clauses_of(statement) if one.start <= at < one.end), whole_of(statement))


def shared(clause: Clause, other: Clause) -> float:
    """How many words, names and figures of a clause another has."""
    words = sum([1.0 for term in clause.terms if bears(term, clause.whole.language, other)])
    figures = sum([1.0 for figure in clause.figures if find_figure(figure, other.figures)]) if other.figures else 0.0
    days = sum([1.0 for day in clause.days if _has_day(day, other)])
    return words + figures + days + sum(1.0 for name in clause.names if _has_name(name, clause, other))


def bears(term: Term, language: str, other: Clause) -> bool:
    """Whether a clause has a content word of another: by its meaning, its sound, or in its letters within a language."""
    if not term.keys.isdisjoint(other.keys):
        return True
    if language != other.whole.language:
        return not term.sounds.isdisjoint(other.sounds)
    stem = _stem(term.text)
    return stem != "" and stem in other.folded


@lru_cache(maxsize=16384)
def _stem(text: str) -> str:
    """The beginning of a word of two letters or more by which its other forms are found; empty for a shorter one."""
    word = text.casefold()
    if len(word) <= 1:
        return ""
    return word[:_STEM] if word.isascii() else word[:_SYLLABLES]


def _has_name(name: NameMention, clause: Clause, other: Clause) -> bool:
    return name.text in other.text or any(
        is_same(same_name(name.text, clause.whole.language, one.text, other.whole.language)) for one in other.names
    )


def _has_day(day: DateMention, other: Clause) -> bool:
    return any(day.first <= one.last and one.first <= day.last for one in other.whole.days)


def _size(clause: Clause) -> float:
    return len(clause.terms) + len(clause.figures) + len(clause.names) + len(clause.days)


def anchors(clause: Clause) -> float:
    """How much of a clause another language could show again: its names, figures, dates, and the words of the lexicon."""
    return sum(1.0 for term in clause.terms if term.known) + _size(clause) - len(clause.terms)
