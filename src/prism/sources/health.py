"""How a source is doing, in plain words."""

from __future__ import annotations

from datetime import datetime, timedelta

from prism.model import Polling, Source

_SILENT_AFTER = timedelta(days=30)


def health(source: Source, polling: Polling, now: datetime) -> str:
    """One line for `prism sources list`: what is wrong, when it was last read, when it is asked next, how much it brings.

    Args:
        source: the source.
        polling: its state.
        now: aware, UTC.
    """
    if polling.last_polled_at is None:
        return "never asked yet, next " + _until(polling.next_poll_at, now)
    if polling.gone:
        return f"not asked any more: {polling.problem}; {_last(polling, now)}"
    if polling.failures:
        times = "once" if polling.failures == 1 else f"{polling.failures} times in a row"
        return f"failed {times}: {polling.problem}; {_last(polling, now)}, next try {_until(polling.next_poll_at, now)}"
    parts = [
        polling.problem or "well",
        _last(polling, now),
        f"next {_until(polling.next_poll_at, now)}",
        _rate(polling),
    ]
    if source.rights is None:
        parts.append("rights not given: headline and link only")
    return "; ".join(parts)


def _rate(polling: Polling) -> str:
    rate = polling.items_a_day
    if rate >= 1:
        return f"{rate:.0f} items a day"
    return f"about {rate * 7:.0f} items a week" if rate * 7 >= 1 else "hardly anything new"


def _last(polling: Polling, now: datetime) -> str:
    if polling.last_success_at is None:
        return "never read"
    return f"last read {_span(now - polling.last_success_at)} ago"


def _until(when: datetime, now: datetime) -> str:
    return "now" if when <= now else f"in {_span(when - now)}"


def _span(span: timedelta) -> str:
    seconds = max(span.total_seconds(), 0.0)
    for size, name in ((86_400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= 1.5 * size or (size != 86_400 and seconds >= size):  # noqa: PLR2004 - up to a day and a half hours say more
            count = round(seconds / size)
            return f"{count} {name}{'' if count == 1 else 's'}"
    return "less than a minute"
