"""From evidence to a judgement: the log-odds that two articles tell of one event."""

from __future__ import annotations

from collections.abc import Sequence

LIMIT = 6.0

_WEIGHTS = (12.0, 4.0, 0.0, 1.2, -3.0, 4.0, 2.0, 0.5, -0.12)
_BIAS = -5.0


def log_odds(features: Sequence[float]) -> float:
    """Above 0: one event rather than two. Within ±`LIMIT`, so that no single pair decides over a whole story."""
    total = _BIAS + sum(weight * value for weight, value in zip(_WEIGHTS, features, strict=True))
    return max(-LIMIT, min(LIMIT, total))
