"""One measured figure, with the floor that it must not fall below."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of `prism eval`.

    Attributes:
        subject: what was measured ("extraction", "grouping", "checks", …); the table's name in floors.toml.
        metric: which figure ("sentences_kept"); the key in floors.toml.
        value: the figure, None when it could not be measured.
        rows: how many rows it was measured on.
        higher_is_better: False for figures with a ceiling instead of a floor (boilerplate let in).
        skipped: why there is no value, in plain words.
    """

    subject: str
    metric: str
    value: float | None
    rows: int
    higher_is_better: bool = True
    skipped: str = ""
