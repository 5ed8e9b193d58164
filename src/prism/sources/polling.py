"""When a source is asked again: its rhythm, its manners, its failures. Decides, never waits; now is handed in.

The rhythm is an exponentially smoothed rate of new items a day (Holt's simple smoothing with a weight that grows with the
time since the last poll, half-life one day), founded on the dates in the feed at the first reading. A source is asked
twice as often as it publishes, between `SHORTEST_S` and `LONGEST_S`, never before its own `ttl`, and not within its
`skipHours` and `skipDays`. Pauses on failure double up to a day. All sources are shifted by up to a tenth, derived from
their ids, so that they don't come in one crowd.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from prism.model import ParseError, Polling, PrismError, Response, Source
from prism.sources.feeds import Feed
from prism.web import addresses
from prism.web.manners import retry_after as asked_pause

SHORTEST_S = 300.0
LONGEST_S = 86_400.0
FIRST_FAILURE_S = 300.0
LONGEST_FAILURE_S = 86_400.0
DAY_S = 86_400.0
HALF_LIFE_S = DAY_S
GONE_AFTER_FAILURES = 8
GONE_AFTER = timedelta(days=7)
"""A feed that answers 404 this often in a row and for this long is as gone as one that answers 410."""
JITTER = 0.1
_RECENT = timedelta(days=7)
_LONGEST_MAX_AGE_S = 3600.0
_LONGEST_VALIDATOR = 1000
_GONE, _MISSING, _NOT_MODIFIED = 410, 404, 304


def conditional_headers(polling: Polling) -> Mapping[str, str]:
    """The validators for the next request (lower-case names); none before a success."""
    headers = {}
    if polling.etag:
        headers["if-none-match"] = polling.etag
    if polling.last_modified:
        headers["if-modified-since"] = polling.last_modified
    return headers


def is_unchanged(polling: Polling, response: Response) -> bool:
    """Whether a response says nothing new (304, or the very bytes of the last one), so that it need not be read."""
    if response.status == _NOT_MODIFIED:
        return True
    return _is_success(response.status) and polling.body_hash != "" and _hash(response.body) == polling.body_hash


def after_poll(
    source: Source,
    polling: Polling,
    response: Response,
    feed: Feed | None,
    now: datetime,
    new_entries: int = 0,
) -> tuple[Source, Polling]:
    """What is remembered after an answer, whatever its status.

    Args:
        source: as it was asked.
        polling: as it was before.
        response: the answer.
        feed: what was read in it; None for an answer that `is_unchanged`, or one with an error status.
        now: aware, UTC.
        new_entries: how many entries the archive had not.

    Returns:
        The source (its feed address changes when the feed moved for good) and the new state.
    """
    if response.status == _NOT_MODIFIED or _is_success(response.status):
        if feed is None and not is_unchanged(polling, response):
            return source, after_failure(source, polling, ParseError("nothing in it could be read"), now, None)
        moved = _moved(source, response, feed)
        return moved, _after_success(moved, polling, response, feed, now, new_entries)
    if response.status == _GONE:
        return source, _ended(polling, now, "the feed is gone for good (410): remove it, or give its new address")
    failed = after_failure(source, polling, _status_error(response.status), now, asked_pause(response.headers, now))
    if response.status == _MISSING and _missing_for_long(failed, now):
        return source, _ended(
            failed, now, "the feed has been missing for long (404): remove it, or give its new address"
        )
    return source, failed


def after_failure(
    source: Source, polling: Polling, error: Exception, now: datetime, retry_after: float | None = None
) -> Polling:
    """What is remembered after no answer, or one that can't be read.

    Args:
        source: as it was asked.
        polling: as it was before.
        error: what went wrong; its words are shown to the operator.
        now: aware, UTC.
        retry_after: seconds that the host asks to be left alone, or None.

    Returns:
        The state with one more failure and a longer pause: doubled each time, at most a day, shifted by up to a tenth.
        What the host asks for can lengthen it up to a day and never shortens it, or "Retry-After: 1" would be asked again
        every five minutes for ever.
    """
    failures = polling.failures + 1
    pause: float = min(FIRST_FAILURE_S * 2.0 ** min(failures - 1, 20), LONGEST_FAILURE_S)
    pause = pause * _shift(source.id, failures)
    if retry_after is not None:
        pause = max(pause, min(retry_after, LONGEST_FAILURE_S))
    return replace(
        polling,
        last_polled_at=now,
        next_poll_at=now + timedelta(seconds=pause),
        failures=failures,
        problem=_problem(error),
    )


def _after_success(
    source: Source, polling: Polling, response: Response, feed: Feed | None, now: datetime, new_entries: int
) -> Polling:
    rate = _rate(polling, feed, now, new_entries)
    interval = min(max(DAY_S / rate / 2 if rate > 0 else LONGEST_S, SHORTEST_S), LONGEST_S)
    if feed is not None:
        interval = min(max(interval, feed.ttl_s), LONGEST_S)
    pause = max(interval, _max_age(response.headers)) * _shift(source.id, 0)
    when = now + timedelta(seconds=max(pause, SHORTEST_S))
    return replace(
        polling,
        last_polled_at=now,
        last_success_at=now,
        next_poll_at=_outside_quiet(when, feed) if feed else when,
        etag=_validator(response, "etag", polling.etag),
        last_modified=_validator(response, "last-modified", polling.last_modified),
        failures=0,
        problem=_remark(polling, feed),
        interval_s=interval,
        items_a_day=rate,
        gone=False,
        body_hash=polling.body_hash if response.status == _NOT_MODIFIED else _hash(response.body),
    )


def _validator(response: Response, name: str, before: str) -> str:
    """A validator to send back next time; one too long to be sent with every request is none."""
    value = response.headers.get(name, before if response.status == _NOT_MODIFIED else "")
    return value if len(value) <= _LONGEST_VALIDATOR else ""


def _rate(polling: Polling, feed: Feed | None, now: datetime, new_entries: int) -> float:
    """New items a day, smoothed; at the first reading counted from the feed's own dates."""
    if polling.last_success_at is None:
        return _dated_rate(feed, now, new_entries)
    elapsed = max((now - polling.last_success_at).total_seconds(), 1.0)
    weight = 1.0 - math.pow(0.5, elapsed / HALF_LIFE_S)
    seen = min(new_entries * DAY_S / max(elapsed, SHORTEST_S), 1e6)
    return max(0.0, (1.0 - weight) * polling.items_a_day + weight * seen)


def _dated_rate(feed: Feed | None, now: datetime, new_entries: int) -> float:
    """Items of the last week over the time that they span; without dates, a day's worth of what is there."""
    if feed is None:
        return 0.0
    dated = sorted(m for e in feed.entries if (m := e.published_at or e.updated_at) and now - _RECENT <= m <= now)
    if dated:
        return len(dated) * DAY_S / max((now - dated[0]).total_seconds(), 3600.0)
    return 0.0 if any(e.published_at or e.updated_at for e in feed.entries) else float(min(new_entries, 48))


def _outside_quiet(when: datetime, feed: Feed) -> datetime:
    """The first moment not within the feed's quiet hours and days; at most eight days on."""
    for _ in range(8 * 24):
        if when.hour not in feed.skip_hours and when.weekday() not in feed.skip_days:
            return when
        when = when.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return when


def _moved(source: Source, response: Response, feed: Feed | None) -> Source:
    """A permanent redirect is believed once a feed stands at its end; the feed's own word of a move likewise."""
    target = (feed.moved_to if feed else "") or response.permanent_url
    cleaned = addresses.clean(target) if target else None
    if not cleaned or cleaned == addresses.clean(source.feed_url):
        return source
    return replace(source, feed_url=target if target == response.permanent_url else cleaned)


def _ended(polling: Polling, now: datetime, problem: str) -> Polling:
    return replace(
        polling,
        last_polled_at=now,
        next_poll_at=now + timedelta(seconds=LONGEST_S),
        failures=max(polling.failures, 1),
        problem=problem,
        gone=True,
    )


def _missing_for_long(polling: Polling, now: datetime) -> bool:
    since = polling.last_success_at
    return polling.failures >= GONE_AFTER_FAILURES and (since is None or now - since >= GONE_AFTER)


def _status_error(status: int) -> PrismError:
    """An error status in plain words."""
    told = {
        401: "the feed asks for a password (401)",
        402: "the feed asks for payment (402)",
        403: "the host refuses us (403)",
        _MISSING: "no feed at this address (404)",
        406: "the host has no form of the feed that we can read (406)",
        429: "the host says that we ask too often (429)",
        451: "withheld for legal reasons (451)",
        503: "the host is not available for now (503)",
    }
    if status in told:
        return PrismError(told[status])
    kind = "the host has a fault of its own" if status >= 500 else "the host did not give the feed"  # noqa: PLR2004 - RFC 9110's classes
    return PrismError(f"{kind} ({status})")


def _problem(error: Exception) -> str:
    """An error as one plain sentence."""
    return " ".join(str(error).split())[:300] or type(error).__name__


def _remark(polling: Polling, feed: Feed | None) -> str:
    """What is odd about a feed that can be read; an unchanged one is as odd as it was."""
    if feed is None:
        return "" if polling.failures else polling.problem
    if feed.ended:
        return "the feed says that it has ended"
    return "" if feed.entries or feed.more else "the feed can be read, and has no items"


def _max_age(headers: Mapping[str, str]) -> float:
    """How long the response says it stays fresh, at most an hour: caches say a year out of habit."""
    for part in headers.get("cache-control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name == "max-age" and value.isascii() and value.isdigit() and len(value) < 10:  # noqa: PLR2004 - seconds, not a riddle
            return min(float(value), _LONGEST_MAX_AGE_S)
    return 0.0


def _shift(source_id: str, turn: int) -> float:
    """A factor from 1 to 1 + `JITTER`, the same for the same source and turn."""
    digest = hashlib.sha256(f"{source_id}/{turn}".encode()).digest()
    return 1.0 + JITTER * int.from_bytes(digest[:4], "big") / 0xFFFFFFFF


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


def _is_success(status: int) -> bool:
    return 200 <= status < 300  # noqa: PLR2004 - RFC 9110's class of success
