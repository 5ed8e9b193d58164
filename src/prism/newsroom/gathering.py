"""Feeds → entries → articles; and what their sources took down again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from prism import articles as reading
from prism import sources as feeds
from prism.model import (
    Article,
    BadResponse,
    Entry,
    FetchError,
    ParseError,
    Polling,
    PrismError,
    Refused,
    Request,
    Response,
    Source,
    Use,
)
from prism.newsroom.permissions import Permissions
from prism.newsroom.tools import Tools, failure_of, pause_after

ENTRIES_AT_ONCE = 200
MOST_PAGES = 12
"""Pages of one article that are joined."""
MOST_CHILDREN = 20
"""Sitemap children or further pages of a feed that one poll reads."""

REVISITS = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 72, 168))
"""How long after it was read a page is asked again whether it still stands."""

_OK, _ERRORS, _MISSING, _GONE = 200, 400, 404, 410
_FEED_TYPES = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Polled:
    """How many feeds were asked and how many new entries they had."""

    feeds: int = 0
    entries: int = 0


def poll(tools: Tools) -> Polled:
    """Ask every source that is due; each one's outcome is stored by itself."""
    due = [
        (source, polling)
        for source, polling in tools.archive.sources_due(tools.clock.now())
        if source.rights is not Use.NONE
    ]
    by_url: dict[str, list[tuple[Source, Polling]]] = {}
    for source, polling in due:
        by_url.setdefault(source.feed_url, []).append((source, polling))
    requests = [
        Request(url, {"accept": _FEED_TYPES, **(feeds.conditional_headers(same[0][1]) if len(same) == 1 else {})})
        for url, same in by_url.items()
    ]
    entries = done = 0
    for request, outcome in tools.fetcher.fetch_all(requests):
        for source, polling in by_url[request.url]:
            entries += _take(tools, source, polling, outcome)
            done += 1
            tools.progress("poll", done, len(due))
    return Polled(len(due), entries)


def _take(tools: Tools, source: Source, polling: Polling, outcome: Response | Exception) -> int:
    """Store what one source answered; returns how many entries were new."""
    now = tools.clock.now()
    if isinstance(outcome, Exception):
        if not isinstance(outcome, FetchError):
            raise outcome
        return _note_failed_poll(tools, source, feeds.after_failure(source, polling, outcome, now), outcome)
    if feeds.is_unchanged(polling, outcome) or outcome.status >= _ERRORS:
        source, polling = feeds.after_poll(source, polling, outcome, None, now)
        tools.archive.put_poll(source, polling, ())
        _note_health(tools, source, polling)
        return 0
    try:
        feed = feeds.read_feed(outcome.body, url=outcome.url, headers=outcome.headers, source=source, seen_at=now)
    except ParseError as error:
        if found := _found_elsewhere(tools, source, outcome):
            return _take(tools, dataclasses.replace(source, feed_url=found.url), polling, found)
        return _note_failed_poll(tools, source, feeds.after_failure(source, polling, error, now), error)
    # Further pages of a feed hold what is older: they are read once. Children of a sitemap index are read at every poll.
    if polling.last_success_at is None or not feed.entries:
        feed = _with_children(tools, source, feed)
    known_key = f"known:{source.id}"
    settled, known = feeds.settle(feed.entries, feeds.Known.from_json(tools.archive.note(known_key)))
    new = tools.archive.count_unknown([entry.id for entry in settled])
    source, polling = feeds.after_poll(source, polling, outcome, feed, now, new)
    stored = tools.archive.put_poll(source, polling, settled, {known_key: known.to_json()})
    _note_health(tools, source, polling)
    return stored


def _note_failed_poll(tools: Tools, source: Source, polling: Polling, error: PrismError) -> int:
    tools.archive.put_poll(source, polling, ())
    tools.fail("poll", source.feed_url, error)
    return 0


def _note_health(tools: Tools, source: Source, polling: Polling) -> None:
    if polling.failures or polling.gone:
        tools.fail("poll", source.feed_url, BadResponse(polling.problem))
    else:
        tools.archive.clear_failure("poll", source.feed_url)


def _found_elsewhere(tools: Tools, source: Source, page: Response) -> Response | None:
    """The feed that a page points at, when the operator gave the homepage's address instead of the feed's."""
    for address in feeds.discover(page.body, page.url, page.headers)[:4]:
        try:
            response = tools.fetcher.fetch(Request(address, {"accept": _FEED_TYPES}))
            if response.status == _OK:
                feeds.read_feed(
                    response.body, url=response.url, headers=response.headers, source=source, seen_at=tools.clock.now()
                )
                return dataclasses.replace(response, permanent_url=address)
        except (FetchError, ParseError):
            continue
    return None


def _with_children(tools: Tools, source: Source, feed: feeds.Feed) -> feeds.Feed:
    """The feed with the entries of the sitemaps (or further pages) that it points at, level by level."""
    entries, seen, waiting = list(feed.entries), set[str](), list(feed.more)
    while waiting and len(seen) < MOST_CHILDREN:
        level = [address for address in dict.fromkeys(waiting) if address not in seen][: MOST_CHILDREN - len(seen)]
        seen.update(level)
        waiting = []
        for request, outcome in tools.fetcher.fetch_all([Request(address) for address in level]):
            try:
                if isinstance(outcome, Exception):
                    raise outcome
                if outcome.status >= _ERRORS:
                    raise BadResponse(f"answered {outcome.status}")
                child = feeds.read_feed(
                    outcome.body, url=outcome.url, headers=outcome.headers, source=source, seen_at=tools.clock.now()
                )
            except PrismError as error:
                tools.fail("poll", request.url, error)
                continue
            entries.extend(child.entries)
            waiting.extend(child.more)
    return dataclasses.replace(feed, entries=tuple(entries))


def settle_rights(tools: Tools) -> int:
    """Let the operator's word reach what was read before it was given, or changed; returns how many articles it moved.

    Reservations that the pages made are overruled by the operator's word and need not be asked again (decision 33);
    robots.txt is no matter here, as what it forbids was never read.
    """
    moved = 0
    for source in tools.archive.sources():
        key, word = f"rights:{source.id}", source.rights.value if source.rights else ""
        if not word or tools.archive.note(key) == word:
            continue
        rights = feeds.decide_rights(source, url=source.feed_url, robots=None, headers={}, now=tools.clock.now())
        moved += tools.archive.put_rights(source.id, rights, {key: word})
    return moved


def read(tools: Tools) -> int:
    """Read every entry that waits; returns how many articles are new or changed."""
    sources = {source.id: source for source in tools.archive.sources()}
    permissions = Permissions(tools)
    changed = done = 0
    tell = tools.told("read")
    while due := tools.archive.entries_due(tools.clock.now(), ENTRIES_AT_ONCE):
        to_fetch: list[Entry] = []
        for entry in due:
            source = sources.get(entry.source_id)
            if source is None or source.rights is Use.NONE:
                why = Refused(
                    "its source was removed" if source is None else "the operator's word is none", subject=entry.url
                )
                _note_unread(tools, entry, why, why)
                continue
            article = _from_feed(permissions, source, entry, tools.clock.now())
            if article is None:
                to_fetch.append(entry)
                continue
            changed += tools.archive.put_article(entry.id, article, revisit_at=_first_revisit(article))
            done += 1
            tell(done)
        for entry, outcome in _pages(tools, to_fetch):
            changed += _read_one(tools, permissions, sources[entry.source_id], entry, outcome)
            done += 1
            tell(done)
    return changed


def _from_feed(permissions: Permissions, source: Source, entry: Entry, now: datetime) -> Article | None:
    """The article if the feed carries it whole; its page must not be forbidden, though it is not fetched."""
    if not entry.content or permissions.forbidden(entry.url):
        return None
    return reading.read_entry(entry, permissions.of(source, entry, url=entry.url, headers={}, body=b""), now)


def _first_revisit(article: Article) -> datetime:
    return article.retrieved_at + REVISITS[0]


def _pages(tools: Tools, entries: Sequence[Entry]) -> Iterable[tuple[Entry, Response | Exception]]:
    waiting: dict[str, list[Entry]] = {}
    for entry in entries:
        waiting.setdefault(entry.url, []).append(entry)
    for request, outcome in tools.fetcher.fetch_all([Request(url) for url in waiting]):
        for entry in waiting[request.url]:
            yield entry, outcome


def _read_one(
    tools: Tools, permissions: Permissions, source: Source, entry: Entry, outcome: Response | Exception
) -> int:
    """Store what one entry became: an article, or a failure with the time of its next try."""
    now = tools.clock.now()
    try:
        if isinstance(outcome, Exception):
            raise outcome
        if outcome.status >= _ERRORS:
            raise BadResponse(f"the page answered {outcome.status}", subject=entry.url)
        rights = permissions.of(source, entry, url=outcome.url, headers=outcome.headers, body=outcome.body)
        if rights.use is Use.NONE:
            raise Refused(f"{rights.basis.value} forbids it: {rights.evidence}", subject=entry.url)
        page = reading.read_page(
            outcome.body,
            url=outcome.url,
            headers=outcome.headers,
            entry=entry,
            rights=rights,
            retrieved_at=now,
            zone=source.timezone,
        )
        article = reading.join_pages([page, *_following(tools, entry, page, source.timezone)])
    except PrismError as error:
        _note_unread(tools, entry, outcome, error)
        return 0
    return int(tools.archive.put_article(entry.id, article, revisit_at=_first_revisit(article)))


def _note_unread(tools: Tools, entry: Entry, outcome: Response | Exception, error: PrismError) -> None:
    now = tools.clock.now()
    before = next((f.attempts for f in tools.archive.failures() if f.stage == "read" and f.subject_id == entry.url), 0)
    lost = isinstance(outcome, Response) and outcome.status in {_MISSING, _GONE}
    pause = None if lost or isinstance(error, Refused) else pause_after(before + 1)
    tools.archive.fail_entry(
        entry.id, failure_of("read", entry.url, error, now), retry_at=now + pause if pause else None
    )


def _following(tools: Tools, entry: Entry, first: reading.Page, zone: str) -> list[reading.Page]:
    """The further pages of a paginated article; one that can't be had ends the text there, and is noted."""
    pages = [first]
    seen = {first.article.url}
    while (following := pages[-1].next_url) and following not in seen and len(pages) < MOST_PAGES:
        seen.add(following)
        try:
            response = tools.fetcher.fetch(Request(following))
            if response.status >= _ERRORS:
                raise BadResponse(f"page {len(pages) + 1} answered {response.status}", subject=following)
            pages.append(
                reading.read_page(
                    response.body,
                    url=response.url,
                    headers=response.headers,
                    entry=entry,
                    rights=first.article.rights,
                    zone=zone,
                    retrieved_at=tools.clock.now(),
                )
            )
        except PrismError as error:
            tools.fail("read", following, error)
            break
    return pages[1:]


def revisit(tools: Tools) -> int:
    """Ask pages again whether they still stand; returns how many their sources took down."""
    now = tools.clock.now()
    withdrawn = done = 0
    tell = tools.told("revisit")
    standing = {source.id for source in tools.archive.sources() if source.rights is not Use.NONE}
    while due := tools.archive.articles_to_revisit(now, ENTRIES_AT_ONCE):
        by_url: dict[str, list[Article]] = {}
        for article in due:
            if article.source_id in standing:
                by_url.setdefault(article.url, []).append(article)
            else:
                # Removed, or not to be fetched any more: left in peace.
                tools.archive.put_revisit(article.id, None)
        for request, outcome in tools.fetcher.fetch_all([Request(url) for url in by_url]):
            for article in by_url[request.url]:
                # Only the outlet's own word counts: an outage or a new line in robots.txt withdraws nothing.
                if isinstance(outcome, Response) and outcome.status in {_MISSING, _GONE}:
                    tools.archive.withdraw_article(article.id, now)
                    withdrawn += 1
                else:
                    tools.archive.put_revisit(article.id, _next_revisit(article, now))
                done += 1
                tell(done)
    return withdrawn


def _next_revisit(article: Article, now: datetime) -> datetime | None:
    return next((article.retrieved_at + pause for pause in REVISITS if article.retrieved_at + pause > now), None)
