"""`revise`: a brief and what the checks found to the failing sentences again, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from prism.asking.answers import read_object, rows_of, text_of
from prism.asking.fencing import fence, line
from prism.asking.labels import article_label, labels_in, numbered
from prism.asking.questions import TRIES, Question, Unusable, ask, total
from prism.briefs.prompts import schema, system_for
from prism.briefs.prose.assembling import Desk
from prism.briefs.prose.listing import fact_shown, names_line
from prism.briefs.prose.mending import failing, mended
from prism.briefs.prose.sheet import Sheet
from prism.model import (
    BadCompletion,
    Brief,
    Citation,
    Fact,
    Flow,
    Kind,
    Locale,
    Provenance,
    Sentence,
    Verdict,
)

_REASONS = 4
"""Findings told of one sentence."""
_FACTS = 12
"""Facts offered for one sentence."""


def revise(
    brief: Brief,
    sheet: Sheet,
    verdicts: Iterable[Verdict],
    locale: Locale,
    *,
    names: Mapping[str, Mapping[str, str]],
    attempt: int = 0,
) -> Flow[Brief]:
    """The failing sentences of a brief, asked for again.

    Args:
        brief: a draft.
        sheet: that it rests on, background included.
        verdicts: what the checks found of it.
        locale: the edition.
        names: as for `draft`.
        attempt: 0 for the first revision, 1 for the second: they never meet each other's answers.

    Returns:
        The brief with other sentences where some failed, all others to the byte as they were; the same brief, without a call,
        where no sentence fails; and the same brief where no answer could be used, so that the sentence falls (`without`).
    """
    desk = Desk(sheet, locale)
    found = {address: those for address, those in failing(verdicts).items() if address}
    stands = dict(brief.sentences())
    asked = numbered("S", [address for address in stands if address in found])
    if not asked:
        return brief
    shown = fence(_shown(desk, {label: (stands[at], found[at]) for label, at in asked.items()}, names))
    question = Question("revise", system_for("revise", locale), shown, schema("revise"), first=attempt * TRIES)
    try:
        answer = yield from ask(question, lambda text: _read(text, asked, stands, desk))
    except BadCompletion:
        return brief
    changed = mended(brief, answer.value)
    if changed is None:
        return brief
    provenance = replace(answered(brief.provenance, answer.model), usage=total(brief.provenance.usage, answer.usage))
    return replace(changed, dek=desk.led(changed.dek), provenance=provenance)


def answered(provenance: Provenance, model: str) -> Provenance:
    """A provenance that names every model that had a hand in a brief."""
    # A name may have a comma in it: the list is not taken apart.
    if f", {model}, " in f", {provenance.model}, ":
        return provenance
    return replace(provenance, model=f"{provenance.model}, {model}" if provenance.model else model)


def _shown(
    desk: Desk,
    asked: Mapping[str, tuple[Sentence, tuple[Verdict, ...]]],
    names: Mapping[str, Mapping[str, str]],
) -> Iterator[str]:
    """The sentences with what was found of them, then their facts, then the passages."""
    facts: dict[str, Fact] = {}
    places: dict[Citation, None] = {}
    for label, (sentence, verdicts) in asked.items():
        yield f"{label} [{', '.join(sentence.facts)}] {line(sentence.text)}"
        for verdict in verdicts[:_REASONS]:
            yield f"- {line(verdict.reason)}"
        offered = list(_offered(desk, sentence, verdicts))[:_FACTS]
        facts.update((fact.id, fact) for fact in offered)
        places.update(dict.fromkeys(c for fact in offered[: len(sentence.facts)] for c in fact.citations))
        places.update(dict.fromkeys(c for verdict in verdicts for c in verdict.evidence))
    statements = [fact.statement for fact in facts.values()]
    yield from names_line("\n".join(statements), desk.locale, (names, desk.sheet.names))
    labels = {ident: article_label(place) for place, ident in enumerate(desk.sheet.origins, start=1)}
    for ident in dict.fromkeys(c.article_id for c in places):
        if ident in labels:
            origin = desk.sheet.origins[ident]
            yield f"{labels[ident]} {line(origin.outlet)} {origin.said_on}"
    for fact in facts.values():
        yield fact_shown(fact, labels)
    for place in places:
        if place in desk.sheet.passages and place.article_id in labels:
            yield f"{labels[place.article_id]}.{place.passage} {desk.sheet.passages[place]}"


def _offered(desk: Desk, sentence: Sentence, verdicts: Iterable[Verdict]) -> Iterator[Fact]:
    """The facts that a sentence rests on, then those that cite a passage which a check looked at."""
    table = desk.table
    yield from (table[ident] for ident in sentence.facts if ident in table)
    looked_at = {citation for verdict in verdicts for citation in verdict.evidence}
    for fact in table.values():
        if fact.id not in sentence.facts and looked_at & set(fact.citations):
            yield fact


def _read(
    answer: str, asked: Mapping[str, str], stands: Mapping[str, Sentence], desk: Desk
) -> Mapping[str, tuple[Sentence, ...]]:
    """Address → the new sentences; raises Unusable where there are none."""
    found: dict[str, tuple[Sentence, ...]] = {}
    for row in rows_of(read_object(answer), "sentences"):
        label = next(iter(labels_in(text_of(row, "label"))), "")
        address = asked.get(label, "")
        if not address or address in found:
            continue
        new = _new(row, address, stands[address], desk)
        if new and desk.in_language(new):
            found[address] = new
    if not found:
        raise Unusable("No sentence of the answer could be used: give label, text and facts by the labels given.")
    return found


def _new(row: Mapping[str, object], address: str, old: Sentence, desk: Desk) -> tuple[Sentence, ...]:
    if address == "headline":
        headline = desk.headline(row)
        return (headline,) if headline else ()
    said = desk.sentences(row, old.paragraph)
    if address.startswith("insight."):
        return tuple(said)
    return tuple(replace(one, kind=Kind.REPORTED) for one in said)
