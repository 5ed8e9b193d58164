"""Whether the editions of one story rest on the same facts: what each has, and what one lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prism.model import Brief, Citation, FactSheet


@dataclass(frozen=True, slots=True)
class Parity:
    """The editions of one story compared.

    Attributes:
        rests: locale → ids of the facts that its report (not its Insight) rests on, in the sheet's order.
        shared: ids that all of them rest on.
        lacking: locale → ids that every other edition rests on and this one does not.
        alone: locale → ids that only this edition rests on.
        unknown: locale → ids that it cites and the sheet has not.
        agreement: share of the facts in any edition that stand in all of them, 0 to 1; 1 where there is but one edition.
    """

    rests: Mapping[str, tuple[str, ...]]
    shared: tuple[str, ...]
    lacking: Mapping[str, tuple[str, ...]]
    alone: Mapping[str, tuple[str, ...]]
    unknown: Mapping[str, tuple[str, ...]]
    agreement: float


def parity(briefs: Sequence[Brief], sheet: FactSheet) -> Parity:
    """Compare the editions of one revision of a story.

    Args:
        briefs: one an edition, all resting on the sheet.
        sheet: of the revision. Facts that cite the same passages count as one.

    Returns:
        What each rests on, and how far they agree.
    """
    order = {fact.id: place for place, fact in enumerate(sheet.facts)}
    same = _classes(sheet)
    rests: dict[str, tuple[str, ...]] = {}
    unknown: dict[str, tuple[str, ...]] = {}
    for brief in briefs:
        cited = dict.fromkeys(f for at, one in brief.sentences() if not at.startswith("insight.") for f in one.facts)
        leans_on = {same[ident] for ident in cited if ident in order}
        rests[brief.locale] = tuple(sorted(leans_on, key=order.__getitem__))
        unknown[brief.locale] = tuple(ident for ident in cited if ident not in order)
    sets = {locale: frozenset(ids) for locale, ids in rests.items()}
    every = frozenset[str]().union(*sets.values())
    shared = frozenset.intersection(*sets.values()) if sets else frozenset[str]()
    lacking, alone = {}, {}
    for locale, own in sets.items():
        others = [ids for tag, ids in sets.items() if tag != locale]
        missing = frozenset.intersection(*others) - own if others else frozenset[str]()
        lacking[locale] = tuple(sorted(missing, key=order.__getitem__))
        alone[locale] = tuple(sorted(own - frozenset[str]().union(*others), key=order.__getitem__)) if others else ()
    return Parity(
        rests=rests,
        shared=tuple(sorted(shared, key=order.__getitem__)),
        lacking=lacking,
        alone=alone,
        unknown=unknown,
        agreement=len(shared) / len(every) if every else 1.0,
    )


def _classes(sheet: FactSheet) -> Mapping[str, str]:
    """Id of a fact → id of the first fact that cites the same passages."""
    first: dict[frozenset[Citation], str] = {}
    return {fact.id: first.setdefault(frozenset(fact.citations), fact.id) for fact in sheet.facts}
