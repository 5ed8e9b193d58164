"""Counting verdicts: claims kept, errors found, by any label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Count:
    """How many of how many.

    Attributes:
        hit: those that were as asked.
        total: all.
    """

    hit: int = 0
    total: int = 0

    def add(self, *, hit: bool) -> None:
        """One more."""
        self.hit += hit
        self.total += 1

    @property
    def rate(self) -> float | None:
        """The share, None of nothing."""
        return self.hit / self.total if self.total else None


@dataclass(slots=True)
class Tally:
    """Verdicts on supported and unsupported claims.

    Attributes:
        kept: supported claims, those called so are the hits.
        found: kind of error → unsupported claims, those called so are the hits.
    """

    kept: Count = field(default_factory=Count)
    found: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))

    def add(self, *, supported: bool, verdict: bool, error: str) -> None:
        """One more verdict.

        Args:
            supported: the label.
            verdict: whether the claim was called supported.
            error: kind of the error of an unsupported one.
        """
        if supported:
            self.kept.add(hit=verdict)
        else:
            self.found[error].add(hit=not verdict)

    @property
    def errors(self) -> Count:
        """All unsupported claims."""
        return Count(sum(one.hit for one in self.found.values()), sum(one.total for one in self.found.values()))

    @property
    def accuracy(self) -> float | None:
        """Balanced accuracy: the mean of the shares kept and found, None if one label is missing."""
        kept, found = self.kept.rate, self.errors.rate
        return None if kept is None or found is None else (kept + found) / 2


def joined(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    whole = Tally()
    for one in tallies:
        whole.kept = Count(whole.kept.hit + one.kept.hit, whole.kept.total + one.kept.total)
        for error, count in one.found.items():
            before = whole.found[error]
            whole.found[error] = Count(before.hit + count.hit, before.total + count.total)
    return whole
