"""Where news comes from: a source, an entry of its feed, and what may be done with either."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Use(StrEnum):
    """What Prism may do with a text, from most to least."""

    FULL = "full"  # may be rewritten and quoted within the copying limits
    EXCERPT = "excerpt"  # short attributed quotation
    LINK = "link"  # headline and link; never given to a language model
    NONE = "none"  # not fetched

    @property
    def rank(self) -> int:
        """0 for NONE up to 3 for FULL, so that two uses can be compared."""
        return {"none": 0, "link": 1, "excerpt": 2, "full": 3}[self.value]


class Basis(StrEnum):
    """What a decision about rights rests on."""

    OPERATOR = "operator"  # the operator's word, in the configuration or `sources import --rights`
    ROBOTS = "robots"  # robots.txt
    TDMREP = "tdmrep"  # TDM Reservation Protocol: well-known file, header or meta
    RSL = "rsl"  # Really Simple Licensing 1.0
    LICENCE = "licence"  # a licence in the feed or on the page
    DEFAULT = "default"  # nobody said anything: link


@dataclass(frozen=True, slots=True)
class Rights:
    """What may be done with a text, and why.

    Attributes:
        use: the decision.
        basis: whose word it rests on.
        evidence: the words themselves (a line of robots.txt, a header, the operator's setting), one line.
        seen_at: when the evidence was seen (UTC).
    """

    use: Use
    basis: Basis
    evidence: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Source:
    """One outlet's feed, as the operator registered it.

    Attributes:
        id: derived from the address it was registered with; stays when the feed moves.
        name: the outlet as readers know it.
        feed_url: where the feed is now (a 301 changes it).
        homepage: the outlet's front page; may be empty.
        language: BCP 47 tag that the operator or the feed claims; empty if unknown. A claim, never believed over the text.
        country: ISO 3166-1 alpha-2; may be empty.
        owner: who owns the outlet; may be empty.
        rights: the operator's word for this source, or None while it has not been given (then: link).
        trust: 0 to 1, a weight for choosing among equal passages.
        timezone: IANA name of the zone that its relative dates count in; empty: `languages.home_zone` decides.
    """

    id: str
    name: str
    feed_url: str
    homepage: str = ""
    language: str = ""
    country: str = ""
    owner: str = ""
    rights: Use | None = None
    trust: float = 0.5
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed or sitemap.

    Attributes:
        id: stable from one poll to the next, derived from source and guid or address (see `sources.identity`).
        source_id: the source it came with.
        guid: as the feed gives it; may be empty.
        url: absolute http(s) address of the page, tracking parameters removed.
        title: plain text.
        summary: plain text.
        content: markup of the full text if the feed carries it, else empty.
        authors: names.
        language: what the feed claims; may be empty.
        published_at: UTC, or None if the feed gives none that can be read.
        updated_at: UTC, or None.
        seen_at: when the poll saw it first (UTC).
        licence: an address or words of a licence given in the feed (Creative Commons, RSL); may be empty.
        notes: what was odd, in plain words ("date could not be read: …").
    """

    id: str
    source_id: str
    guid: str
    url: str
    title: str
    seen_at: datetime
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    licence: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Polling:
    """What is remembered of a source between two polls: its rhythm and its health.

    Attributes:
        source_id: whose.
        next_poll_at: when it is due (UTC).
        last_polled_at: last attempt, None before the first.
        last_success_at: last poll that could be read (304 counts), None before the first.
        etag: validator for If-None-Match, as received.
        last_modified: validator for If-Modified-Since, as received.
        failures: failed polls in a row.
        problem: what is wrong, one plain sentence; empty when all is well.
        interval_s: seconds between polls as learnt from the source's rhythm.
        items_a_day: learnt rate of new items.
        gone: the feed answered 410 (or 404 for long): no more polls until the operator acts.
        body_hash: hash of the last body, so that an unchanged body is not read again.
    """

    source_id: str
    next_poll_at: datetime
    last_polled_at: datetime | None = None
    last_success_at: datetime | None = None
    etag: str = ""
    last_modified: str = ""
    failures: int = 0
    problem: str = ""
    interval_s: float = 1800.0
    items_a_day: float = 0.0
    gone: bool = False
    body_hash: str = ""
