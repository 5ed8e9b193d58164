"""Nothing is said twice: no word in a row, no sentence that says what another said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from prism.checks.examined import Examined, Part, squeezed
from prism.checks.reading import Statement
from prism.languages.slips import doubled_words
from prism.model import Outcome, Verdict

_SAME, _ALIKE = 0.9, 0.75
"""Share of their content words that two sentences have in common (Jaccard) to say the same, and nearly the same."""
_FEWEST = 4
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def check(examined: Examined) -> Iterator[Verdict]:
    """FAIL for a doubled word of Prism's own and a sentence told twice, WARN for one that says nearly the same."""
    for part in examined.parts:
        for slip in doubled_words(examined.without_outlets(part.own), examined.language):
            yield examined.verdict("repetition", Outcome.FAIL, part, "check.repetition.word", slip.text, word=slip.text)
    told: list[tuple[Part, Statement]] = []
    for part in examined.parts:
        if part.address == "headline":
            continue  # the dek tells it again, on purpose
        mine = Statement(part.plain, examined.language, _NO_DAY, dated=False)
        alike = max((_likeness(mine, part, other, before, examined) for before, other in told), default=0.0)
        if alike >= _ALIKE:
            outcome = Outcome.FAIL if alike >= _SAME else Outcome.WARN
            yield examined.verdict("repetition", outcome, part, "check.repetition.sentence")
        told.append((part, mine))


def _likeness(mine: Statement, part: Part, other: Statement, before: Part, examined: Examined) -> float:
    """How nearly two sentences say the same, 0 to 1; those of the house are alike in words, not in what they say."""
    if squeezed(mine.text) == squeezed(other.text):
        return 1.0
    if not examined.is_prose(part) or not examined.is_prose(before):
        shared = set(part.sentence.quotes) & set(before.sentence.quotes)
        return 1.0 if any(len(quote) > _FEWEST for quote in shared) else 0.0
    if {figure.value for figure in mine.figures} != {figure.value for figure in other.figures}:
        return 0.0
    if min(len(mine.words), len(other.words)) < _FEWEST or mine.is_negated is not other.is_negated:
        return 0.0
    return len(mine.words & other.words) / len(mine.words | other.words)
