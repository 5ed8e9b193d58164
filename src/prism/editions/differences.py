"""What changed in a text between two published versions, word by word.

Sentences are matched first (those that stayed, those that were reworded, those that came or went); a reworded pair is then
compared word by word. The comparison is Ratcliff and Obershelp's, as Python's `difflib` has it. A word is what stands between
spaces; where a script has none (Han, Kana) it is a run of one script, which falls close to where phrases end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from prism.model import Version

_WORD = re.compile(
    r"\s+|[\u3400-\u9fff\uf900-\ufaff々]+|[\u3041-\u309f]+|[\u30a0-\u30ff]+|\d+(?:[.,]\d+)*|[^\W\d\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff々]+|[^\w\s]"
)
_ALIKE = 0.5
"""From this likeness on a sentence counts as reworded, and not as another one: half of its words are the same."""
_LONG = 1500
"""Sentences with more characters are shown whole, old and new: no reader compares them word by word."""

Step = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, went or came."""

    step: Step
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that changed, as its runs; one that came or went has a single run."""

    runs: tuple[Run, ...]


@lru_cache(maxsize=2048)
def changed_sentences(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Changed, ...]:
    """The sentences that differ between two versions, in reading order.

    Args:
        before: the older version's sentences.
        after: the newer one's.

    Returns:
        One entry a sentence that came, went or was reworded; sentences that stayed are left out.
    """
    return tuple(_changed(before, after))


def since(history: Sequence[Version], sentences: Sequence[str]) -> tuple[int, ...]:
    """For each sentence of the newest version, the version from which on it has stood there without a break.

    Versions whose sentences were not kept say nothing: a sentence counts as old then.
    """
    kept = [(version.number, set(version.sentences)) for version in history if version.sentences]
    found: list[int] = []
    for sentence in sentences:
        first = 0
        for number, said in reversed(kept):
            if sentence not in said:
                break
            first = number
        found.append(first)
    return tuple(found)


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Changed]:
    for step, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        old, new = list(before[old_from:old_to]), list(after[new_from:new_to])
        partners = _partners(old, new)
        for place, text in enumerate(new):
            partner = partners.get(place)
            yield Changed(words_between(old[partner], text) if partner is not None else (Run("new", text),))
        for place, text in enumerate(old):
            if place not in partners.values():
                yield Changed((Run("gone", text),))


def _partners(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Place of a new sentence → place of the old one that it rewords, likest first, each once."""
    pairs = sorted(
        ((_likeness(one, other), here, there) for here, other in enumerate(new) for there, one in enumerate(old)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[int, int] = {}
    for likeness, here, there in pairs:
        if likeness >= _ALIKE and here not in found and there not in found.values():
            found[here] = there
    return found


def _likeness(one: str, other: str) -> float:
    if max(len(one), len(other)) > _LONG:
        return 0.0
    return SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False).ratio()


def words_between(old: str, new: str) -> tuple[Run, ...]:
    """The runs that lead from one text to the other: "same" and "gone" join to `old`, "same" and "new" to `new`.

    A space alone between two changes counts as changed with them: the eye reads one change of several words, not several.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    runs: list[Run] = []
    gone = came = ""
    for step, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        stayed = "".join(before[old_from:old_to]) if step == "equal" else ""
        if step != "equal" or (gone and came and not stayed.strip()):
            gone += "".join(before[old_from:old_to])
            came += "".join(after[new_from:new_to])
            continue
        runs.extend((*_steps(gone, came), Run("same", stayed)))
        gone = came = ""
    return (*runs, *_steps(gone, came))


def _steps(gone: str, came: str) -> Iterator[Run]:
    if gone:
        yield Run("gone", gone)
    if came:
        yield Run("new", came)
