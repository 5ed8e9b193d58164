"""A fact sheet as lines of a prompt: the most important facts, within a bound that grows with the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prism.asking.fencing import line
from prism.asking.labels import article_label
from prism.asking.tokens import tokens_of
from prism.briefs.prose.naming import called
from prism.briefs.prose.sheet import Background, Sheet
from prism.model import TITLE, Certainty, Fact, Locale

_SHARE, _LEAST, _MOST = 0.1, 400, 1500
"""Tokens of facts that an edition is written from, by those of the sources: a tenth, within bounds. A brief of 300 words is some
400 tokens long, and is seldom written from more facts than that; never from more than 1,500, however long the sources."""
_SHORT, _WHOLE = 3000, 600
"""A story of fewer tokens than the first goes in with all its facts, up to the second: there is little to choose among."""
_LABEL = 4
"""Tokens of what stands before a statement."""
_FEW = 6
"""Statements below which passages themselves are given beside them."""
_BACKGROUND = 8
"""Facts of one earlier story."""


def chosen(sheet: Sheet) -> tuple[Fact, ...]:
    """The facts of a story that an edition is written from, the same for all editions, in the sheet's order.

    The most important that fit: the first of every report before the second of any, so that no outlet's version is cut off
    where a model listed the reports one after the other.
    """
    size = sum(tokens_of(text) for text in sheet.passages.values())
    room = _WHOLE if size < _SHORT else min(_MOST, max(_LEAST, round(_SHARE * size)))
    facts = sheet.facts.facts
    stated, rest = facts[: sheet.stated], [fact for fact in facts[sheet.stated :] if not fact.id.startswith("B")]
    ranked = _in_turn(stated)
    if len(stated) < _FEW:
        leads = [fact for fact in rest if fact.citations[0].passage != TITLE] or rest
        ranked += sorted(leads, key=lambda fact: fact.citations[0].passage)
    kept: set[str] = set()
    for fact in ranked:
        room -= tokens_of(fact.statement) + _LABEL
        if room < 0 and kept:
            break
        kept.add(fact.id)
    return tuple(fact for fact in facts if fact.id in kept)


def _in_turn(facts: Sequence[Fact]) -> list[Fact]:
    """Facts by the place that each has among those of its first report."""
    places: dict[str, int] = {}
    turns: list[tuple[int, Fact]] = []
    for fact in facts:
        report = fact.citations[0].article_id
        places[report] = places.get(report, -1) + 1
        turns.append((places[report], fact))
    return [fact for _, fact in sorted(turns, key=lambda turn: turn[0])]


def sheet_shown(
    sheet: Sheet,
    facts: Sequence[Fact],
    locale: Locale,
    names: Sequence[Mapping[str, Mapping[str, str]]],
    background: Sequence[Background] = (),
) -> Iterator[str]:
    """Facts as lines: the reports, the names in the edition's language, the facts, the background.

    Args:
        sheet: that they stand on.
        facts: to show.
        locale: the edition.
        names: tables of names, the first holds.
        background: earlier stories.
    """
    labels = {ident: article_label(place) for place, ident in enumerate(sheet.origins, start=1)}
    used = {c.article_id for fact in facts for c in fact.citations}
    for ident, label in labels.items():
        if ident in used:
            origin = sheet.origins[ident]
            yield f"{label} {line(origin.outlet)} {origin.said_on}"
    yield from names_line("\n".join(fact.statement for fact in facts), locale, names)
    for fact in facts:
        yield fact_shown(fact, labels)
    for one in background:
        yield f"{one.label} {one.date} {line(one.title)}"
        for number, fact in enumerate(one.facts[:_BACKGROUND], start=1):
            yield f"{one.label}.{number} {line(fact.statement)}"


def names_line(text: str, locale: Locale, names: Sequence[Mapping[str, Mapping[str, str]]]) -> Iterator[str]:
    """What the edition calls the names in a text, as one line; nothing where it calls none otherwise."""
    forms = {name: form for name, form in called(names, locale.language).items() if name in text and name != form}
    if forms:
        yield "Names: " + "; ".join(f"{line(name)}={line(form)}" for name, form in sorted(forms.items()))


def fact_shown(fact: Fact, labels: Mapping[str, str]) -> str:
    """One fact: number, reports, statement; whose word and how sure where the statement does not say it."""
    where = ",".join(dict.fromkeys(labels[c.article_id] for c in fact.citations if c.article_id in labels))
    said_by = "" if fact.said_by in fact.statement else line(fact.said_by)
    plain = {Certainty.STATED} if not fact.said_by else {Certainty.STATED, Certainty.REPORTED}
    sure = "" if fact.certainty in plain else fact.certainty.value
    notes = ", ".join(filter(None, (said_by, sure)))
    return f"{fact.id} {where} {line(fact.statement)}" + (f" | {notes}" if notes else "")
