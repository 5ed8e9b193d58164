"""To put other sentences in the place of some of a brief's; all others keep their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from prism.model import Brief, Insight, Outcome, Sentence, Verdict

FAR_TOO_LITTLE = 0.5
"""Share of the body that must be left for a brief to stand."""
OF_TITLE_OR_CHANGES = frozenset({"script", "particles", "plain", "insight"})
"""Checks whose findings on no one sentence are about the Insight's title or the lines of change."""


def failing(verdicts: Iterable[Verdict]) -> Mapping[str, tuple[Verdict, ...]]:
    """Address of a sentence → the verdicts that fail it; "" for those on the whole brief that no sentence is to blame for.

    Where a check fails the whole brief and warns of sentences (too much copied in all), those sentences are to blame.
    """
    told = tuple(verdicts)
    failed = [one for one in told if one.outcome is Outcome.FAIL]
    warned = [one for one in told if one.outcome is Outcome.WARN and one.sentence]
    found: dict[str, list[Verdict]] = {}
    for verdict in failed:
        blamed = [] if verdict.sentence else [one for one in warned if one.check == verdict.check]
        for one in blamed or [verdict]:
            found.setdefault(one.sentence, []).append(one)
    return {address: tuple(those) for address, those in found.items()}


def mended(brief: Brief, others: Mapping[str, Sequence[Sentence]]) -> Brief | None:
    """A brief with other sentences at some addresses.

    Args:
        brief: as it stands.
        others: address → what stands there instead; nothing for a sentence that falls.

    Returns:
        The brief, its paragraphs numbered without gaps, its lines of change telling the new sentences. None where headline or
        dek would be gone, or the whole body.
    """
    headline = others.get("headline", (brief.headline,))
    dek = _part("dek", brief.dek, others)
    body = _renumbered(_part("body", brief.body, others))
    insight = brief.insight
    if insight is not None:
        said = _part("insight", insight.sentences, others)
        insight = Insight(insight.title, said) if said else None
    if not headline or not dek or not body:
        return None
    changes = brief.changes
    for address, old in brief.sentences():
        if address in others:
            changes = _retold(changes, old, others[address])
    return replace(brief, headline=headline[0], dek=dek, body=body, insight=insight, changes=changes)


def without(brief: Brief, verdicts: Iterable[Verdict]) -> Brief | None:
    """A brief without the sentences that fail; None where it no longer stands.

    Args:
        brief: one version.
        verdicts: what the checks found of it.

    Returns:
        The same brief where nothing fails. None where headline or dek fall, where less than half of the body is left, or
        where something fails that no one sentence is to blame for.
    """
    found = failing(verdicts)
    if any(verdict.check not in OF_TITLE_OR_CHANGES for verdict in found.get("", ())):
        return None
    if "" in found:
        brief = replace(brief, insight=None)
    left = mended(brief, {address: () for address in found if address})
    if left is None or len(left.body) < FAR_TOO_LITTLE * len(brief.body):
        return None
    return left


def _part(name: str, sentences: Sequence[Sentence], others: Mapping[str, Sequence[Sentence]]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for place, sentence in enumerate(sentences):
        found += others.get(f"{name}.{place}", (sentence,))
    return tuple(found)


def _renumbered(body: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Paragraphs without gaps; a sentence whose number is right is the same object."""
    order = {number: place for place, number in enumerate(dict.fromkeys(one.paragraph for one in body))}
    return tuple(
        one if order[one.paragraph] == one.paragraph else replace(one, paragraph=order[one.paragraph]) for one in body
    )


def _retold(changes: Sequence[str], old: Sentence, new: Sequence[Sentence]) -> tuple[str, ...]:
    """Lines of change without a sentence that is gone, or with the one that stands there now."""
    if not new:
        return tuple(line for line in changes if old.text not in line)
    return tuple(line.replace(old.text, new[0].text) for line in changes)
