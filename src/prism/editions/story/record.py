"""What is on record about a brief: its versions and what changed between them, and the checks that it went through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prism.editions.differences import Changed, changed_sentences
from prism.model import Dossier, Outcome, Version


@dataclass(frozen=True, slots=True)
class Past:
    """A version in the history, newest first: what it was, and which sentences changed from the one before it."""

    version: Version
    before: int
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One check over the whole brief: its name, worst outcome, how many sentences it passed, and what is worth saying."""

    check: str
    outcome: str
    passed: int
    whole: str  # what is said of the brief as a whole where it passed, else empty
    remarks: tuple[tuple[str, str, str], ...]  # (address of the sentence, outcome, reason)


def history_of(versions: Sequence[Version]) -> tuple[Past, ...]:
    """Versions (oldest first) as the page tells them, newest first."""
    found: list[Past] = []
    before: Version | None = None
    for version in versions:
        compared = before is not None and before.sentences and version.sentences
        changed = changed_sentences(before.sentences, version.sentences) if before and compared else ()
        found.append(Past(version, before.number if before else 0, changed))
        before = version
    return tuple(reversed(found))


def checks_of(dossier: Dossier) -> tuple[Checked, ...]:
    """The checks in the order that they were made."""
    order = {Outcome.PASS: 0, Outcome.WARN: 1, Outcome.FAIL: 2}
    checks: dict[str, list[tuple[str, Outcome, str]]] = {}
    for verdict in dossier.verdicts:
        checks.setdefault(verdict.check, []).append((verdict.sentence, verdict.outcome, verdict.reason))
    return tuple(
        Checked(
            check=check,
            outcome=max((outcome for _, outcome, _ in found), key=lambda outcome: order[outcome]).value,
            passed=sum(outcome is Outcome.PASS for _, outcome, _ in found),
            whole=" ".join(reason for sentence, outcome, reason in found if outcome is Outcome.PASS and not sentence),
            remarks=tuple(
                (sentence, outcome.value, reason) for sentence, outcome, reason in found if outcome is not Outcome.PASS
            ),
        )
        for check, found in checks.items()
    )
