"""What a host asks of those who come too often: the Retry-After header, read as a number of seconds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_S = 86_400.0
"""No host is left alone longer than a day at a stretch, whatever it asks: then it is asked again."""

_LONGEST_VALUE = 64


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """How long a response asks to be left alone (RFC 9110, section 10.2.3).

    Args:
        headers: of the response, lower-case names.
        now: aware, UTC; what a date counts from.

    Returns:
        Seconds from 0 to `LONGEST_S`, or None when the header is missing or says nothing that can be meant: neither a
        number nor a date, or a negative number. A date that has passed is 0; ten years are `LONGEST_S`.
    """
    value = headers.get("retry-after", "").strip()
    if not value or len(value) > _LONGEST_VALUE:
        return None
    seconds = _number(value)
    if seconds is None:
        seconds = _until(value, now)
    return None if seconds is None else min(max(seconds, 0.0), LONGEST_S)


def _number(value: str) -> float | None:
    whole = value.partition(".")[0] if value.count(".") == 1 else value  # "1.5" is not in the RFC, and is meant
    return float(whole) if whole.isascii() and whole.isdigit() else None


def _until(value: str, now: datetime) -> float | None:
    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return (moment - now).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
