"""Where sources give different values for one thing: like is compared with like, and only what each said last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from prism.languages import Quantity, quantities, words
from prism.model import TITLE, Article, Citation, Disagreement
from prism.stories.concepts import concept_near, label, labelled_languages
from prism.stories.signatures import plain_digits

_READ = 8
"""Passages in which figures of the event itself stand; further down they are background."""
_STALE = timedelta(hours=36)
"""Tolls grow: what a source said this long before the latest word is overtaken and disagrees with nobody."""
_ALIKE = 0.6
"""Overlap of the words of two sentences of one language from which on their figures count the same thing (Dice)."""
_KINDS = frozenset({"count", "money", "percent", "points", "measure"})
_CLOSE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class _Said:
    """One figure that a source gives.

    Attributes:
        concept: of the table, or empty.
        quantity: as read.
        citation: where.
        source_id: who.
        at: when.
        language: of the article.
        context: content words of the sentence.
    """

    concept: str
    quantity: Quantity
    citation: Citation
    source_id: str
    at: datetime
    language: str
    context: frozenset[str]


def disagreements_of(articles: Sequence[Article], superseded: Iterable[str]) -> tuple[Disagreement, ...]:
    """The figures on which sources differ, copies and what was corrected or withdrawn left out.

    A source is taken at its latest word; its own updates are no disagreement. An approximate value agrees with an exact
    one that it rounds. Values are plain digits.
    """
    gone = set(superseded)
    said: list[_Said] = []
    for article in articles:
        if article.id not in gone and not article.copy_of and not article.withdrawn_at:
            said += _figures(article)
    by_thing: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for one in said:
        if one.concept:
            by_thing[one.concept, _family(one.quantity)].append(one)
    groups = [*by_thing.values(), *_alike([one for one in said if not one.concept])]
    found = [differing for group in groups if (differing := _compare(group))]
    return tuple(sorted(found, key=lambda differing: (-len(differing.values), differing.what)))


def _figures(article: Article) -> list[_Said]:
    """The first figure that an article gives for each thing: title before lead before the rest."""
    found: dict[tuple[str, str, frozenset[str]], _Said] = {}
    texts = [(TITLE, article.title)]
    texts += [(one.number, one.text) for one in article.passages[:_READ] if not one.for_machines]
    for number, text in texts:
        read = [one for one in quantities(text, article.language) if one.kind in _KINDS]
        context = frozenset(words(text, article.language)) if read else frozenset()
        for quantity in read:
            concept = concept_near(text, quantity.start, quantity.end, article.language)
            key = (concept, _family(quantity), frozenset() if concept else context)
            found.setdefault(
                key,
                _Said(
                    concept,
                    quantity,
                    Citation(article.id, number),
                    article.source_id,
                    article.said_at,
                    article.language,
                    context,
                ),
            )
    return list(found.values())


def _family(quantity: Quantity) -> str:
    """What must be equal for two figures to be comparable: the unit, or for bare counts the kind.

    Counts with a unit of their own language ("명", "Häuser") and bare ones count the same thing when the concept is the same.
    """
    return "count" if quantity.kind == "count" else quantity.unit or quantity.kind


def _alike(said: Sequence[_Said]) -> list[list[_Said]]:
    """Figures of no known concept that stand in sentences of one language with nearly the same words."""
    groups: list[list[_Said]] = []
    for one in said:
        if not one.quantity.unit:
            continue
        for group in groups:
            first = group[0]
            if (
                first.language == one.language
                and first.quantity.unit == one.quantity.unit
                and first.citation.article_id != one.citation.article_id
                and _dice(first.context, one.context) >= _ALIKE
            ):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _compare(group: Sequence[_Said]) -> Disagreement | None:
    """The disagreement of a group of comparable figures, if there is one."""
    latest: dict[str, _Said] = {}
    for one in sorted(group, key=lambda one: (one.at, -one.citation.passage)):
        latest[one.source_id] = one
    newest = max(one.at for one in latest.values())
    current = {source: one for source, one in latest.items() if newest - one.at <= _STALE}
    values = [one.quantity for one in current.values()]
    if all(_compatible(a, b) for place, a in enumerate(values) for b in values[:place]):
        return None
    first = next(iter(current.values()))
    return Disagreement(
        what=_what(first),
        values={source: plain_digits(one.quantity.value) for source, one in sorted(current.items())},
        citations={source: one.citation for source, one in sorted(current.items())},
        labels=_labels(first),
    )


def _what(said: _Said) -> str:
    return label(said.concept, said.language) or label(said.concept, "en") or said.quantity.text


def _labels(said: _Said) -> Mapping[str, str]:
    if not said.concept:
        return {said.language: said.quantity.text}
    return {language: label(said.concept, language) for language in labelled_languages(said.concept)}


def _compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two values can both be right: equal, or one is approximate and covers the other."""
    if a.value == b.value:
        return True
    return _covers(a, b.value) or _covers(b, a.value)


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


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
