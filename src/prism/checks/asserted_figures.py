"""What the house's own sentences say of figures, computed once more from the passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from prism.checks.parts import Evidence
from prism.checks.telling import Fault, Held, Test
from prism.checks.templates import Template
from prism.languages import Quantity, is_negated, quantities, terms
from prism.model import Locale

_MOST_OF_ONE = 40
"""Passages of an article within which a figure is looked for; behind them stands background."""
_BETWEEN = r"[^\W\d_]{1,3}\s?"
"""A word of approximation: 約, 약, およそ."""
_LONGEST_LABEL = 60
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=2048)
def _figures(text: str, language: str) -> tuple[Quantity, ...]:
    return quantities(text, language)


def _phrases(held: Held) -> list[Fault]:
    """Each figure stands in a passage of the outlet as it stands here, with what it counts."""
    text = held.field("figures")
    return [] if _split(text, held, 0) else [Fault("figure", text)]


def _split(text: str, held: Held, at: int) -> bool:
    """Whether the rest of a list is made of phrases of the passages."""
    ends = [match.span() for match in held.house.separators.finditer(text, at)]
    for end, after in [*ends, (len(text), len(text))]:
        phrase = text[at:end]
        if phrase and any(_place(phrase, one.text) for one in held.part.leads) and _DIGIT.search(phrase):
            if end == len(text):
                return True
            if _split(text, held, after):
                return True
    return False


def _place(phrase: str, text: str) -> tuple[int, int] | None:
    """Where a phrase stands in a text with no figure or word cut in two.

    A short word between a noun and its figure may be left out (ビニールハウス約80棟).
    """
    digit = _DIGIT.search(phrase)
    noun, figure = (phrase[: digit.start()], phrase[digit.start() :]) if digit else (phrase, "")
    between = f"(?:{_BETWEEN})?" if noun and figure else ""
    for match in re.finditer(re.escape(noun) + between + re.escape(figure), text):
        if not _cuts(text[: match.start()], phrase, text[match.end() :]):
            return match.span()
    return None


def _cuts(before: str, phrase: str, after: str) -> bool:
    first, last = phrase[:1], phrase[-1:]
    if first.isdigit() and re.search(r"\d[.,]?$", before):
        return True
    if last.isdigit() and re.match(r"[.,]?\d", after):
        return True
    return (_latin(first) and _latin(before[-1:])) or (_latin(last) and _latin(after[:1]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _told(phrase: str, one: Evidence) -> tuple[Quantity, ...]:
    """The figures of a passage that a phrase of it has."""
    place = _place(phrase, one.text)
    if place is None:
        return ()
    start, end = place
    return tuple(figure for figure in _figures(one.text, one.language) if start <= figure.start and figure.end <= end)


def _phrase_and_value(held: Held) -> tuple[Decimal | None, str]:
    """The value and unit of the field `figure`: as a passage has it, or as the edition writes it; None if of no passage."""
    phrase = held.field("figure")
    named = {held.field("outlet"), *held.named("outlets")}
    others = (one for one in held.telling.told if held.telling.outlet(one) in named)
    for one in (*held.part.leads, *others):  # the first passage of an outlet may give the figure in other words
        if found := _told(phrase, one):
            return found[-1].value, found[-1].unit
    written = _written(phrase, held.telling.locale)
    if written is None:
        return None, ""
    given = [figure for one in held.part.leads for figure in _figures(one.text, one.language)]
    same = [figure for figure in given if figure.value == written.value and _meet(figure.unit, written.unit)]
    return (written.value, written.unit) if same else (None, "")


def _written(text: str, locale: Locale) -> Quantity | None:
    """A figure that the edition wrote by itself: a number, or a number in one of its messages of units."""
    if not any(pattern.fullmatch(text) for pattern in _forms(locale)):
        return None
    found = quantities(text, locale.language)
    return found[0] if len(found) == 1 else None


def _forms(locale: Locale) -> tuple[re.Pattern[str], ...]:
    words = locale.words
    units = tuple(sorted({text for key, text in words.items() if key.startswith("digest.unit.")}))
    scales = (*words["digest.myriads"].split(), *(one.partition(":")[2] for one in words["digest.scales"].split()))
    return _forms_of(("{n}", *units), scales)


@lru_cache(maxsize=64)
def _forms_of(messages: tuple[str, ...], scales: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    scale = "(?:" + "|".join(map(re.escape, scales)) + ")" if scales else "(?!)"
    number = rf"-?\d[\d.,]*(?:{scale}\s?\d[\d.,]*)*(?:\s?{scale})?\s?"
    return tuple(
        re.compile(
            "".join(re.escape(words) + (number if field else "") for words, field, _ in Template("", text).pieces)
        )
        for text in messages
    )


def _meet(one: str, other: str) -> bool:
    return one == other or not one or not other


def _figure(held: Held) -> list[Fault]:
    """The figure stands in a passage that the sentence rests on."""
    value, _ = _phrase_and_value(held)
    return [Fault("figure", held.field("figure"))] if value is None else []


def _in_all(held: Held) -> list[Fault]:
    """Every outlet that is named gives the figure."""
    value, unit = _phrase_and_value(held)
    if value is None:
        return [Fault("figure", held.field("figure"))]
    return [
        Fault("agree", outlet)
        for outlet in held.named("outlets")
        if not any(_gives(one, value, unit) for one in held.leads_of(outlet))
    ]


def _in_one(held: Held) -> list[Fault]:
    """No other outlet gives the figure."""
    value, unit = _phrase_and_value(held)
    if value is None:
        return [Fault("figure", held.field("figure"))]
    outlet = held.field("outlet")
    others = [
        one
        for one in held.telling.told
        if held.telling.outlet(one) != outlet and one.citation.passage <= _MOST_OF_ONE and _gives(one, value, unit)
    ]
    return [Fault("sole", held.field("figure"))] if others and unit else []


def _gives(one: Evidence, value: Decimal, unit: str) -> bool:
    return any(figure.value == value and _meet(figure.unit, unit) for figure in _figures(one.text, one.language))


def _values(held: Held) -> list[Fault]:
    """Each value is given by the outlets that it is told of, all outlets of the sentence are told, and they differ."""
    told = list(_sides(held))
    faults = [fault for value, names in told for fault in _side(value, names, held)]
    named = {name for _, names in told for name in names}
    if named != held.resting():
        faults.append(Fault("outlet", held.field("values")))
    faults += [fault for value, names in told for fault in _of_another(value, names, held)]
    if len({value for value, _ in told}) < len(told) or len(told) < 2:  # noqa: PLR2004 - it takes two to differ
        faults.append(Fault("differ", held.field("values")))
    return faults


def _sides(held: Held) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values of a disagreement, each with the outlets that give it."""
    join = re.escape(held.telling.locale.words["digest.list.comma"])
    pattern = re.compile(f"{held.house.inner('insight.value', named=True)}(?:{join}|$)")
    text, at = held.field("values"), 0
    while at < len(text) and (match := pattern.match(text, at)):
        yield match["value"], held.house.names_in(match["outlets"])
        at = match.end()


def _side(value: str, names: Sequence[str], held: Held) -> Iterator[Fault]:
    figure = _written(value, held.telling.locale)
    for name in names:
        given = held.leads_of(name)
        if figure is not None:
            if not any(_gives(one, figure.value, "") for one in given):
                yield Fault("value", f"{name}: {value}")
        elif not any(value in one.text for one in given):
            yield Fault("value", f"{name}: {value}")
    if figure is not None and figure.unit:
        units = {
            one.unit
            for lead in held.part.leads
            for one in _figures(lead.text, lead.language)
            if one.value == figure.value
        }
        if units and not any(_meet(unit, figure.unit) for unit in units):
            yield Fault("value", value)


def _of_another(value: str, names: Sequence[str], held: Held) -> Iterator[Fault]:
    """A value is one of something else if an outlet of the other side gives it too, and here another stands by the label."""
    figure, label = _written(value, held.telling.locale), held.field("label")
    if figure is None or not label:
        return
    others = [one for name in held.resting() - set(names) for one in held.leads_of(name)]
    if not any(_gives(one, figure.value, figure.unit) for one in others):
        return
    keys = frozenset(key for term in terms(label, held.telling.locale.language) for key in term.keys)
    for one in (lead for name in names for lead in held.leads_of(name)):
        nearest = _nearest(keys, one, figure.unit)
        if nearest is not None and nearest.value != figure.value:
            yield Fault("value", value)
            return


def _nearest(keys: frozenset[str], one: Evidence, unit: str) -> Quantity | None:
    """The figure of a passage that stands nearest to a word of some meaning; None where the passage has no such word."""
    places = [term.start for term in terms(one.text, one.language) if term.keys & keys]
    figures = [figure for figure in _figures(one.text, one.language) if _meet(figure.unit, unit)]
    pairs = (
        (min(abs(place - figure.end), abs(place - figure.start)), figure) for place in places for figure in figures
    )
    return min(pairs, key=lambda pair: pair[0], default=(0, None))[1]


def _noun(held: Held) -> list[Fault]:
    """What is counted is named by a noun of its kind."""
    words, noun = held.telling.locale.words, held.field("noun")
    kinds = {key.rpartition(".")[2] for key, text in words.items() if key.startswith("digest.noun.") and text == noun}
    given = {figure.kind for one in held.part.leads for figure in _figures(one.text, one.language)}
    return [] if "other" in kinds or kinds & given else [Fault("noun", noun)]


def _label(held: Held) -> list[Fault]:
    """What is counted has a label that says nothing more; the first one is the title's too."""
    label, locale, insight = held.field("label"), held.telling.locale, held.telling.brief.insight
    if len(label) > _LONGEST_LABEL or _DIGIT.search(label) or is_negated(label, locale.language):
        return [Fault("label", label)]
    first = next((one for one in insight.sentences if one.text == held.part.sentence.text), None) if insight else None
    if insight and first is insight.sentences[0]:
        titles = [told for told in held.house.read_title(insight.title) if "label" in told.fields]
        if titles and all(told.fields["label"] != label for told in titles):
            return [Fault("label", label)]
    return []


FIGURES: Mapping[str, tuple[Test, ...]] = {
    "digest.figures": (_phrases,),
    "digest.figures.one": (_phrases,),
    "insight.agree": (_in_all,),
    "insight.sole": (_in_one,),
    "insight.provisional": (_figure,),
    "insight.disagree": (_values, _noun, _label),
    "insight.differ": (_values, _noun),
}
"""Family of messages → what is tested of its figures."""
