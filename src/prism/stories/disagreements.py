"""Where sources give different values for one thing: like is compared with like, and only what each said last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from prism.languages import Quantity, quantities, words
from prism.model import TITLE, Article, Citation, Disagreement
from prism.stories.concepts import concepts_of, label, labelled_languages
from prism.stories.signatures import plain_digits

_READ = 8
"""Passages in which figures of the event itself stand; further down they are background."""
_HIGH = 3
"""Down to this passage a figure is the article's own message; below it may be one of several that are reported."""
_STALE = timedelta(hours=36)
"""Tolls grow: what a source said this long before another is overtaken and disagrees with nobody."""
_ALIKE = 0.6
"""Overlap of the words of two sentences of one language from which on their figures count the same thing (Dice)."""
_KINDS = frozenset({"count", "money", "percent", "points", "measure"})
_KEPT_APART = frozenset({"household", "building"})
_FAR = Decimal(2)
"""Values further apart than this factor count different things."""
_CLOSE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class _Said:
    """One figure that a source gives.

    Attributes:
        thing: what is counted: a concept of the table with what kind of unit, or the sentence's words.
        concept: of the table, or empty.
        beside: what else the clause speaks of.
        quantity: as read.
        citation: where.
        source_id: who.
        at: when.
        language: of the article.
    """

    thing: str
    concept: str
    beside: frozenset[str]
    quantity: Quantity
    citation: Citation
    source_id: str
    at: datetime
    language: str

    @property
    def value(self) -> Decimal:
        """Of the figure."""
        return self.quantity.value


def disagreements_of(articles: Sequence[Article], corrections: Mapping[str, str]) -> tuple[Disagreement, ...]:
    """The figures on which sources differ; copies, what was corrected and what was withdrawn left out.

    A source is taken at its latest word, in its title before its text. Its own updates are no disagreement, nor is a
    value that another source gave before it updated. An approximate value agrees with an exact one that it rounds.

    Args:
        articles: in order of publication.
        corrections: id of an article that corrects → id of the one that it replaces, or "".
    """
    by_id = {article.id: article for article in articles}
    said: dict[str, list[_Said]] = defaultdict(list)
    for article in articles:
        if article.id in corrections.values() or article.copy_of or article.withdrawn_at:
            continue
        replaced = by_id.get(corrections.get(article.id, ""))
        for one in _valid(_figures(article), [] if replaced is None else _figures(replaced)):
            said[one.thing].append(one)
    found = [differing for group in said.values() if (differing := _compare(group))]
    return tuple(sorted(found, key=lambda differing: (-len(differing.values), differing.what)))


def _figures(article: Article) -> list[_Said]:
    """The figures of title and first passages whose thing is known, in order."""
    found: list[_Said] = []
    texts = [(TITLE, article.title)]
    texts += [(one.number, one.text) for one in article.passages[:_READ] if not one.for_machines]
    for number, text in texts:
        read = [one for one in quantities(text, article.language) if one.kind in _KINDS]
        for quantity, counted in zip(read, concepts_of(text, read, article.language), strict=True):
            concept, beside = counted.concept, counted.beside
            if counted.part:
                continue
            thing = f"{concept}|{_family(quantity)}" if concept else _sentence_key(text, quantity, article.language)
            if thing:
                citation = Citation(article.id, number)
                found.append(
                    _Said(
                        thing,
                        concept,
                        beside,
                        quantity,
                        citation,
                        article.source_id,
                        article.said_at,
                        article.language,
                    )
                )
    return found


def _family(quantity: Quantity) -> str:
    """What must be equal for two figures to be comparable: the unit, where all counts but those of homes are one."""
    if quantity.kind == "count" and quantity.unit not in _KEPT_APART:
        return "count"
    return quantity.unit or quantity.kind


def _sentence_key(text: str, quantity: Quantity, language: str) -> str:
    """Figures of no known concept are the same thing where the sentence around them is, word for word.

    So two outlets that share a text but for its figures are seen to differ.
    """
    if not quantity.unit or quantity.kind == "percent":
        return ""
    around = frozenset(words(text[: quantity.start] + " " + text[quantity.end :], language))
    enough = 4
    if len(around) < enough:
        return ""
    return f"{language}|{quantity.unit}|{' '.join(sorted(around))}"


def _valid(said: Sequence[_Said], replaced: Sequence[_Said]) -> list[_Said]:
    """What an article says, less the wrong values that a correction repeats from the article that it replaces."""
    wrong = {(one.thing, one.value) for one in replaced}
    return [one for one in said if (one.thing, one.value) not in wrong] if replaced else list(said)


def _compare(group: Sequence[_Said]) -> Disagreement | None:
    """The disagreement about one thing, if there is one."""
    by_source: dict[str, list[_Said]] = defaultdict(list)
    for one in group:
        by_source[one.source_id].append(one)
    heads = {source: _head(said) for source, said in by_source.items()}
    involved: dict[str, None] = {}
    for a in sorted(heads):
        for b in sorted(heads):
            if a < b and _differ(heads[a], heads[b], by_source[a], by_source[b]):
                involved |= {a: None, b: None}
    if not involved:
        return None
    first = heads[next(iter(involved))]
    current = {source: one for source, one in sorted(heads.items()) if _comparable(first, one)}
    return Disagreement(
        what=label(first.concept, first.language) or label(first.concept, "en") or first.quantity.text,
        values={source: plain_digits(one.value) for source, one in current.items()},
        citations={source: one.citation for source, one in current.items()},
        labels=_labels(first),
    )


def _head(said: Sequence[_Said]) -> _Said:
    """What a source says at last: of its latest article that has the thing, the first figure."""
    newest = max(one.at for one in said)
    return min((one for one in said if one.at == newest), key=lambda one: (one.citation.passage, one.quantity.start))


def _comparable(a: _Said, b: _Said) -> bool:
    """Whether two figures can be meant for one thing at one time."""
    low, high = sorted((abs(a.value), abs(b.value)))
    if high > low * _FAR or abs(a.at - b.at) > _STALE:
        return False
    return not (a.beside and b.beside) or bool(a.beside & b.beside) or a.concept in b.beside | a.beside


def _differ(a: _Said, b: _Said, all_a: Sequence[_Said], all_b: Sequence[_Said]) -> bool:
    """Whether two sources contradict each other about a thing."""
    if not _comparable(a, b) or _compatible(a.quantity, b.quantity):
        return False
    if _rounds(a, all_a, b) or _rounds(b, all_b, a):
        return False
    deep = max(a.citation.passage, b.citation.passage) > _HIGH
    return not (_gave(all_a, a, b, same_article=deep) or _gave(all_b, b, a, same_article=deep))


def _rounds(head: _Said, said: Sequence[_Said], other: _Said) -> bool:
    """Whether a source's head is only the short form of the other's value, which its own article gives too."""
    near = abs(head.value - other.value) <= abs(other.value) * _CLOSE
    shorter = _significant(head.value) < _significant(other.value)
    return near and shorter and any(one.value == other.value for one in said)


def _significant(value: Decimal) -> int:
    return len(plain_digits(value).replace(".", "").strip("-0"))


def _gave(said: Sequence[_Said], head: _Said, other: _Said, *, same_article: bool) -> bool:
    """Whether a source itself gave the other's value: before it updated, or beside its own."""
    return any(
        one.value == other.value and (same_article or one.citation.article_id != head.citation.article_id)
        for one in said
    )


def _labels(said: _Said) -> Mapping[str, str]:
    if not said.concept:
        return {said.language: said.quantity.text}
    return {language: label(said.concept, language) for language in labelled_languages(said.concept)}


def _compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two values can both be right: equal, or one is approximate and covers the other."""
    return a.value == b.value or _covers(a, b.value) or _covers(b, a.value)


def _covers(rough: Quantity, value: Decimal) -> bool:
    """Whether an approximate value covers another: "about 120" covers 123, "over 100" covers 123 and not 300."""
    if rough.approx == "exact":
        return False
    if rough.approx == "over":
        return rough.value <= value < rough.value * Decimal("1.5")
    if rough.approx in ("under", "nearly"):
        return rough.value * Decimal("0.8") <= value <= rough.value
    width = abs(value - rough.value)
    return width <= abs(rough.value) * _CLOSE or width <= _half_step(rough.value)


def _half_step(value: Decimal) -> Decimal:
    """Half of the last place that a small round number leaves open: 5 for 30, 0.5 for 7; nothing for 1,000 and above."""
    thousand = Decimal(1000)
    if abs(value) >= thousand or value != value.to_integral_value():
        return Decimal(0)
    step = Decimal(1)
    while value and value % (step * 10) == 0:
        step *= 10
    return step / 2
